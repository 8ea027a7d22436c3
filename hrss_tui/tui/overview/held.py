"""What a package of many documents holds: by year, by department with its years, and what is missing between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from hrss_tui.pack.summary import PHASES
from hrss_tui.query.filings.filings import Filing
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.paint.text import cells, pad

MOST = 40
"""Departments that are listed."""


def held_lines(desk: Desk, width: int) -> list[list[Line]]:
    """Counts, budgets and accounts by year, departments by how much there is of them."""
    filings = list(desk.data.filings.values())
    return [_counts(desk, filings), _years(desk, filings, width), _departments(desk, filings, width)]


def _counts(desk: Desk, filings: Sequence[Filing]) -> list[Line]:
    documents = desk.data.documents.values()
    places = {row.place for row in documents if row.place}
    kinds = Counter(row.kind for row in documents)
    named = [
        f"{desk.say(f'doc.{kind}') if f'doc.{kind}' in desk.words else kind} {count:,}"
        for kind, count in kinds.most_common()
    ]
    said = desk.say(
        "held.counts",
        documents=f"{len(documents):,}",
        places=f"{len(places):,}",
        departments=f"{len({one.department for one in filings}):,}",
    )
    return [
        line(Seg(desk.say("overview.documents"), "head")),
        line(said, Seg(f"  {'  '.join(named)}", "dim"), target="documents"),
    ]


def _years(desk: Desk, filings: Sequence[Filing], width: int) -> list[Line]:
    """How many budgets and accounts there are of each year, the newest first."""
    counts = Counter((one.year, one.phase) for one in filings if one.year)
    most = max(counts.values(), default=0)
    room = max(4, min(30, width - 30))
    lines = [
        line(
            Seg(f"{year}  ", "figure"),
            pad(desk.say(f"phase.{phase}"), 8),
            Seg(f"{counts[year, phase]:>6,}  ", "strong"),
            Seg(bar(counts[year, phase] / most, room, desk.signs), "bar"),
            target=format_view(view("compare", of="departments", year=str(year), phase=phase)),
        )
        for year in sorted({year for year, _ in counts if year}, reverse=True)
        for phase in PHASES
        if counts[year, phase]
    ]
    return [line(Seg(desk.say("held.years"), "head")), *lines] if lines else []


def _departments(desk: Desk, filings: Sequence[Filing], width: int) -> list[Line]:
    own: dict[str, list[Filing]] = defaultdict(list)
    for one in filings:
        own[one.department].append(one)
    ranked = sorted(own.items(), key=lambda item: -len(item[1]))
    wide = min(max((cells(name) for name, _ in ranked[:MOST]), default=4), max(12, width // 2))
    lines = [_department(desk, name, found, wide) for name, found in ranked[:MOST]]
    if len(ranked) > MOST:
        lines.append(line(Seg(desk.say("more", count=len(ranked) - MOST), "dim")))
    return [line(Seg(desk.say("held.departments"), "head")), *lines] if lines else []


def _department(desk: Desk, name: str, found: Sequence[Filing], wide: int) -> Line:
    """A department with its years; a year missing between two is named."""
    parts: list[Seg | str] = [pad(name, wide, ellipsis=desk.signs.ellipsis)]
    for phase in PHASES:
        years = sorted({one.year for one in found if one.phase == phase and one.year})
        if years:
            parts.append(Seg(f"  {desk.say(f'phase.{phase}')} {' '.join(map(str, years))}", "dim"))
            missing = sorted(set(range(years[0], years[-1])) - set(years))
            if missing:
                parts.append(Seg(f"  {desk.say('held.missing', years=' '.join(map(str, missing)))}", "warn"))
    same = Counter(one.phase for one in found)
    target = (
        view("compare", name, of="years") if max(same.values()) > 1 else view("budget", doc=found[0].doc_id)
    )
    return line(*parts, target=format_view(target), value=name)
