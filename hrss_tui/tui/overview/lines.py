"""The lines of the overview, each leading to the place it speaks of. Every figure is read from the package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hrss_tui.pack.summary import FIGURE_TABLES
from hrss_tui.query.views import format_view, parse_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.glance import Total
from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.keys.kept import Place
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.styles import status_style
from hrss_tui.tui.paint.text import cells, cut, pad

if TYPE_CHECKING:
    from hrss_tui.query.outcomes import Disagreement

MANY = 12
"""Documents from which they are no longer listed one by one; targets with outcomes, and what disagrees, that are listed."""
HEADING = 3
"""Blocks of documents that follow what the package holds: how many there are, of what places and years."""
KIND = 9
"""Cells for the kind of a document; more for a longer word."""
LONGEST = 120
"""Cells of what the last place is called; of a longer title the beginning is enough to know it by."""


Columns = tuple[list[Line], list[Line]]
"""The lines of the first column and of the second one."""


def overview_lines(desk: Desk, width: int, whole: bool = True, *, beside: bool = False) -> Columns:
    """All groups in `width` cells each column; without `whole` those on top, which the first paint shows.

    Where there is room for a second column `beside`, it holds what is asked of documents together.
    """
    top = [_package(desk), _start(desk), _figures(desk, width)]
    if not whole:
        return spaced(top), []
    joined = [*_outcomes(desk, width), _disagreements(desk, named=beside), _checks(desk, width)]
    documents = _held(desk, width) if len(desk.data.documents) > MANY else [_documents(desk, width)]
    if beside:
        return _evened([*top, *documents[:HEADING]], joined, documents[HEADING:])
    return spaced([*top, *joined[:-1], *documents, joined[-1]]), []


def _evened(first: list[list[Line]], second: list[list[Line]], lists: Sequence[list[Line]]) -> Columns:
    """Two columns; what is listed of many documents stands in the one that has less, where more of it is seen."""
    for one in lists:
        min(first, second, key=lambda column: len(spaced(column))).append(one)
    return spaced(first), spaced(second)


def _held(desk: Desk, width: int) -> list[list[Line]]:
    from hrss_tui.tui.overview.held import held_lines  # the first frame does without it

    return held_lines(desk, width)


def _head(desk: Desk, key: str, **values: object) -> Line:
    return line(Seg(desk.say(key, **values), "head"))


def _package(desk: Desk) -> list[Line]:
    seen = desk.glance
    title = seen.title_en if desk.lang == "en" and seen.title_en else seen.title
    return [
        line(Seg(desk.say("overview.package", title=title, version=seen.version), "strong")),
        line(
            desk.say(
                "overview.holds",
                documents=seen.documents,
                figures=f"{seen.figures:,}",
                checks=f"{seen.checks:,}",
            )
        ),
    ]


def _start(desk: Desk) -> list[Line]:
    """Pages to begin with: of budgets and of comparisons only where the package has what they show."""
    pages = ["checks", "search", "documents"]
    if desk.glance.totals or desk.glance.prefectures:
        pages.insert(0, "compare")
    if desk.glance.totals:
        pages.insert(0, "budget")
    said = {page: desk.say(f"start.{page}") for page in pages}
    if desk.glance.totals and not desk.glance.prefectures:
        said["compare"] = desk.say("start.filings")
    rows = [line(Seg(f"{desk.key(BY_ID[page])} ", "key"), said[page], target=page) for page in pages]
    if desk.last is not None and desk.last.view != "overview":
        called = cut(_called(desk, desk.last), LONGEST, desk.signs.ellipsis)
        last = desk.say("start.last", view=called)
        rows.insert(0, line(Seg(f"{desk.signs.bullet} ", "key"), last, target=desk.last.view))
    pressed = desk.key(BY_ID["help"])
    help_ = line(Seg(f"{pressed} ", "key"), desk.say("start.help", pressed=pressed))
    return [_head(desk, "overview.start"), *rows, help_]


def _called(desk: Desk, place: Place) -> str:
    """What a place of the last session was called; of one without a title its page, and where on it."""
    seen = parse_view(place.view)
    from hrss_tui.tui.desk.renamed import renamed

    return renamed(desk, place.title) or " ".join(filter(None, (desk.say(f"page.{seen.page}"), seen.path)))


def _figures(desk: Desk, width: int) -> list[Line]:
    """Totals of the newest budget with bars of their share."""
    found = desk.glance.totals
    if not found:
        return []
    names = [_figure(desk, one) for one in found]
    most = max(one.amount for one in found)
    wide = max(len(desk.money(one.amount)) for one in found)
    name = max(map(cells, names))
    room = max(0, min(40, width - name - wide - 12))
    return [
        line(
            Seg(desk.say("overview.figures"), "head"),
            Seg(
                "  ".join(["", desk.unit_name, *filter(None, (desk.glance.of, _year_unsaid(desk, names)))]),
                "dim",
            ),
        ),
        *(
            line(
                f"{pad(text, name)}  ",
                Seg(desk.money(one.amount).rjust(wide), "strong"),
                "  ",
                Seg(bar(one.amount / most if most else 0, room, desk.signs), "bar"),
                target=format_view(view("budget", table=one.table)),
                source=one.source,
                value=f"{text} {desk.money(one.amount)}{desk.unit_after}",
                record=one.record,
            )
            for text, one in zip(names, found, strict=True)
        ),
    ]


def _year_unsaid(desk: Desk, names: Iterable[str]) -> str:
    """The year and phase of the totals, where what they are called does not say it."""
    year = next((str(one.year) for one in desk.glance.totals if one.year), "")
    if not year or any(year in name for name in names):
        return ""
    return f"{year} {desk.words.get(f'phase.{desk.glance.phase}', '')}".strip()


def _figure(desk: Desk, total: Total) -> str:
    """What a grand total is called: that of a budget, or of final accounts."""
    own = f"{total.key}.{desk.glance.phase}"
    return desk.say(own if own in desk.words else total.key, year=total.year)


def _outcomes(desk: Desk, width: int) -> list[list[Line]]:
    """Targets of the newest year that has outcomes, each with its bars."""
    from hrss_tui.tui.cards.outcome import fulfilments

    found = [one for group in desk.data.outcomes.values() for one in group]
    if not found:
        return []
    year = max(one.year for one in found)
    newest = [one for one in found if one.year == year]
    groups = fulfilments(desk, newest[:MANY], width)
    if len(newest) > MANY:
        more = desk.say("more", count=len(newest) - MANY)
        groups.append(
            [line(Seg(f"  {more}", "dim"), target=format_view(view("indicators", part="outcomes")))]
        )
    return [[_head(desk, "overview.outcomes", year=year), *(row for group in groups for row in group)]]


def _disagreements(desk: Desk, *, named: bool) -> list[Line]:
    """How many indicators have figures that contradict each other; `named` also which, and of when."""
    found = desk.data.disagreements
    if not found:
        return []
    text = desk.say("overview.disagree", count=len(found))
    failing = _failing(desk, found.values())
    text += desk.say("overview.disagree_checks", count=failing) if failing else ""
    head = line(Seg(f"{desk.signs.differs} {text}", "warn"), target="indicators?part=disagree")
    return [head, *(_disagreeing(desk, key) for key in list(found)[: MANY if named else 0])]


def _failing(desk: Desk, groups: Iterable[Sequence[Disagreement]]) -> int:
    """How many of some indicators are among the checks that fail, too: these count sums of other kinds beside them."""
    if "checks" not in desk.data.pack.schema:
        return 0
    columns = (desk.data.pack.column("checks", name) for name in ("status", "records"))
    known = {key for status, keys in zip(*columns, strict=True) if status == "fails" for key in keys}
    return sum(any(known.intersection(_records(one)) for one in group) for group in groups)


def _records(one: Disagreement) -> Iterator[str]:
    yield from (row.record_id for row in one.statements)
    yield from (row.change.record_id for row in one.derived)


def _disagreeing(desk: Desk, indicator_id: str) -> Line:
    known = desk.data.indicators.get(indicator_id)
    name = indicator_id if known is None else known.name_en if desk.lang == "en" else known.name
    periods = dict.fromkeys(one.period for one in desk.data.disagreements[indicator_id])
    target = format_view(view("indicators", indicator_id, part="disagree"))
    return line(f"  {name}", Seg(f"  {' '.join(periods)}", "dim"), target=target, value=name)


def _documents(desk: Desk, width: int) -> list[Line]:
    counts: Counter[str] = Counter()
    for table in FIGURE_TABLES:
        counts.update(desk.data.places.counts(table))
    rows = []
    kinds = [desk.kind_name(row.kind, row.phase) for row in desk.data.documents.values()]
    wide = max([KIND, *(cells(kind) + 1 for kind in kinds)])
    for row, named in zip(desk.data.documents.values(), kinds, strict=True):
        kind = pad(named, wide)
        when = pad(row.date or row.period or "", 11)
        tail = f" {counts[row.doc_id]:>5}"
        title = pad(
            desk.data.title(row.doc_id),
            max(10, width - wide - 11 - len(tail) - 1),
            ellipsis=desk.signs.ellipsis,
        )
        rows.append(
            line(
                Seg(kind, "dim"),
                Seg(when, "dim"),
                title,
                Seg(tail, "figure"),
                target=f"documents/{row.doc_id}",
                value=row.title,
                record=row.doc_id,
            )
        )
    head = Seg(f"  {desk.say('overview.each')}", "dim")
    return [line(Seg(desk.say("overview.documents"), "head"), head), *rows]


def _checks(desk: Desk, width: int) -> list[Line]:
    counts = Counter(desk.data.statuses)
    if not counts:
        return []
    most = max(counts.values())
    return [
        _head(desk, "overview.checks"),
        *(
            line(
                Seg(pad(desk.say(f"status.{status}"), 14), status_style(status)),
                f"{counts[status]:>6,}  ",
                Seg(bar(counts[status] / most, min(40, width - 24), desk.signs), "bar"),
                target=format_view(view("checks", status=status)),
            )
            for status in ("exact", "rounding", "fails", "not_checkable")
            if counts[status]
        ),
    ]
