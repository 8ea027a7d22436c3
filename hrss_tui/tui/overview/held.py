"""What a package of many documents holds: by year, by department with its years, and what is missing between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hrss_tui.pack.summary import PHASES, Filing
from hrss_tui.query.filings.filings import table_word
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.paint.text import cells, pad
from hrss_tui.words import Lang, spoken

if TYPE_CHECKING:
    from hrss_tui.tui.desk.data import Data

MOST = 40
"""Departments that are listed."""
MOST_PLACES = 10
"""Places, and gaps, that are listed."""
FEWEST, USUAL = 4, 9
"""Of so many budgets, tables that nine of ten have are usual."""


def held_lines(desk: Desk, width: int) -> list[list[Line]]:
    """Counts, documents by place, budgets and accounts by year, departments by how much there is of them, gaps."""
    filings = list(desk.data.filings.values())
    return [
        _counts(desk, filings),
        _places(desk, width),
        _years(desk, filings, width),
        _departments(desk, filings, width),
        _gaps(desk, filings, width),
    ]


def _counts(desk: Desk, filings: Sequence[Filing]) -> list[Line]:
    documents = desk.data.documents.values()
    places = {row.place for row in documents if row.place}
    kinds = Counter(desk.kind_name(row.kind, row.phase) for row in documents)
    named = [f"{kind} {count:,}" for kind, count in kinds.most_common()]
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


def _places(desk: Desk, width: int) -> list[Line]:
    """How many documents there are of each place, those of most first; one place needs no list."""
    counts = Counter(row.place or "" for row in desk.data.documents.values())
    if len(counts) < 2:
        return []
    shown = counts.most_common(MOST_PLACES)
    named = {place: desk.place_name(place) if place else desk.say("held.nowhere") for place, _ in shown}
    wide = max(cells(named[place]) for place, _ in shown)
    most, room = max(counts.values()), max(4, min(30, width - wide - 12))
    lines = [
        line(
            pad(named[place], wide),
            Seg(f"  {count:>6,}  ", "strong"),
            Seg(bar(count / most, room, desk.signs), "bar"),
            value=named[place],
        )
        for place, count in shown
    ]
    if len(counts) > len(shown):
        lines.append(line(Seg(desk.say("more", count=len(counts) - len(shown)), "dim")))
    return [line(Seg(desk.say("held.places"), "head")), *lines]


def _gaps(desk: Desk, filings: Sequence[Filing], width: int) -> list[Line]:
    """Budgets and accounts without a table that most of their phase have."""
    found = _lacking(desk.data)
    known = {one.doc_id: one for one in filings}
    lines = [
        _gap(desk, known[doc_id], [spoken(table_word(kind), _lang(desk)) for kind in kinds], width)
        for doc_id, kinds in found[:MOST_PLACES]
    ]
    if len(found) > MOST_PLACES:
        lines.append(line(Seg(desk.say("more", count=len(found) - MOST_PLACES), "dim")))
    return [line(Seg(desk.say("held.gaps"), "head")), *lines] if lines else []


@kept
def _lacking(data: Data) -> list[tuple[str, list[str]]]:
    """The ids of filings, each with the kinds of table it lacks."""
    pack, held = data.pack, defaultdict[str, set[str]](set)
    for doc_id, kind in zip(
        *(pack.column("budget_tables", name) for name in ("doc_id", "table_kind")), strict=True
    ):
        held[doc_id].add(kind)
    found = []
    for phase in PHASES:
        own = [one.doc_id for one in data.filings.values() if one.phase == phase]
        counts = Counter(kind for doc_id in own for kind in held[doc_id])
        usual = [
            kind
            for kind, count in counts.most_common()
            if len(own) >= FEWEST and count * 10 >= len(own) * USUAL
        ]
        lacking = ((doc_id, [kind for kind in usual if kind not in held[doc_id]]) for doc_id in own)
        found += [(doc_id, kinds) for doc_id, kinds in lacking if kinds]
    return found


def _gap(desk: Desk, one: Filing, lacking: Sequence[str], width: int) -> Line:
    name = f"{one.department} {one.year or ''} {desk.say(f'phase.{one.phase}')}"
    return line(
        pad(name, min(cells(name), max(20, width // 2)), ellipsis=desk.signs.ellipsis),
        Seg(f"  {desk.say('held.missing', years=desk.say('tui.join').join(lacking))}", "warn"),
        target=format_view(view("budget", doc=one.doc_id)),
        value=name,
    )


def _lang(desk: Desk) -> Lang:
    return "en" if desk.lang == "en" else "zh"


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
