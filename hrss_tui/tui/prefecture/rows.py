"""One prefecture as rows of two tables and as lines: values with ranks, amounts with their sum, what goes to none."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.query.assigned import Pot, Share
from hrss_tui.query.compare import whole_told
from hrss_tui.query.percents import percent_text
from hrss_tui.query.prefecture import OnePrefecture, Standing
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.text import cells as wide_as
from hrss_tui.tui.widgets.columns import Cell, Column, Row

NOT_APPLICABLE = "/"
TITLED = 20
"""Cells of the title of a document."""
WIDE = 90
"""Cells from which a table has room for whole names."""


def value_table(desk: Desk, one: OnePrefecture, width: int = WIDE) -> tuple[list[Column], list[Row]]:
    """A row per metric: value, unit, share of the region, rank among those that have one.

    In fewer cells than `WIDE` the kind leaves the screen before the name of the metric is cut.
    """
    say, wide = desk.say, width >= WIDE
    unit = max((wide_as(desk.unit_named(standing.row.unit)) for standing in one.standings), default=0)
    columns = [
        Column(say("compare.metric"), grow=wide, most=60 if wide else max(16, width - 34 - unit)),
        Column(say("col.value"), right=True),
        Column(say("compare.unit"), most=20),
        Column(say("col.share") + "%", right=True),
        Column(say("col.rank"), right=True, low=True),
        Column(say("col.kind"), most=8),
    ]
    return columns, [_standing(desk, one.place.code, standing) for standing in one.standings]


def _standing(desk: Desk, code: str, standing: Standing) -> Row:
    row = standing.row
    rank = f"{row.rank}/{standing.of}" if row.rank is not None else ""
    cells = (
        Cell(f"{row.year or ''} {desk.metric_named(row.metric, row.metric_label)}".strip()),
        Cell(NOT_APPLICABLE if row.value is None else row.shown, row.value, "strong"),
        Cell(desk.unit_named(row.unit), None, "dim"),
        Cell("" if row.share is None else percent_text(row.share, 1), row.share),
        Cell(rank, row.rank, "accent" if row.rank == 1 else ""),
        Cell(desk.words.get(f"kind.{row.kind}", row.kind), None, "dim"),
    )
    target = format_view(view("compare", metric=row.metric, at=code))
    name = row.prefecture_en if desk.lang == "en" else row.prefecture
    what = f"{row.year or ''} {desk.metric_named(row.metric, row.metric_label)}".strip()
    said = f"{name} {what} {desk.quantity(row.printed, row.unit, row.operator)}"
    return Row(cells, row.record_id, target, f"{row.doc_id}:{row.line_start}", said, row.record_id)


def money_table(desk: Desk, one: OnePrefecture, width: int = WIDE) -> tuple[list[Column], list[Row]]:
    """A row per amount, then their sum; of several documents those of each with its sum."""
    say, wide = desk.say, width >= WIDE
    columns = [
        Column(say("col.amount"), right=True, unit=desk.unit_name),
        Column(say("col.rank"), right=True, low=True),
        Column(say("col.item"), grow=wide, most=80 if wide else max(16, width - 36)),
        Column(say("col.project"), most=40),
        *([Column(say("col.document"), most=TITLED)] if len(one.sums) > 1 else []),
    ]
    rows: list[Row] = []
    for doc_id, whole in one.sums.items():
        mine = [(pot, share) for pot in one.pots if pot.doc_id == doc_id for share in pot.shares]
        rows += [_share(desk, pot, share, len(columns)) for pot, share in mine]
        rows.append(_sum(desk, doc_id, whole, len(columns)))
    return columns, rows


def _share(desk: Desk, pot: Pot, share: Share, columns: int) -> Row:
    amount = desk.money(share.amount)
    cells = (
        Cell(amount, share.amount, "strong"),
        Cell(f"{share.rank}/{share.of}", share.rank),
        Cell(share.item),
        Cell(pot.name, None, "dim"),
        Cell(desk.called(pot.doc_id, TITLED), None, "dim"),
    )
    value = f"{share.item} {amount}{desk.unit_after}"
    source = f"{share.doc_id}:{share.line_start}"
    return Row(cells[:columns], share.record_id, "", source, value, share.record_id)


def _sum(desk: Desk, doc_id: str, whole: int, columns: int) -> Row:
    said = desk.say("sums.total")
    cells = (
        Cell(desk.money(whole), whole, "head"),
        Cell(""),
        Cell(said, None, "head"),
        Cell(""),
        Cell(desk.called(doc_id, TITLED)),
    )
    return Row(cells[:columns], f"sum {doc_id}", value=f"{said} {desk.money(whole)}{desk.unit_after}")


def rest_lines(desk: Desk, one: OnePrefecture) -> list[Line]:
    """How many values other documents state otherwise; what of each whole goes to prefectures and to none, each part with
    its line; then what names no prefecture.
    """
    say = desk.say
    groups = [[line(Seg(say("compare.otherwise", count=one.otherwise), "warn"))]] if one.otherwise else []
    if lacking := sum(standing.row.lacks_whole for standing in one.standings):
        whole = say(whole_told([one.place.code]))
        groups.append([line(Seg(say("compared.no_whole", count=lacking, whole=whole), "warn"))])
    if not one.has_money:
        return spaced([*groups, [line(Seg(say("prefecture.no_money"), "dim"))]])
    groups += [list(_pot(desk, pot, several=len(one.sums) > 1)) for pot in one.pots]
    if one.unnamed:
        amount = desk.money(sum(project.amount for project in one.unnamed))
        said = say("prefecture.unnamed", count=len(one.unnamed), amount=amount, unit=desk.unit_name)
        groups.append([line(Seg(said, "dim"))])
    return spaced(groups)


def _pot(desk: Desk, pot: Pot, *, several: bool) -> Iterator[Line]:
    """A whole and its parts; of `several` documents in which one it stands."""
    said = desk.say(
        "prefecture.pot",
        name=pot.name,
        amount=desk.money(pot.amount),
        unit=desk.unit_name,
        assigned=desk.money(pot.assigned),
        here=desk.money(pot.here),
        unassigned=desk.money(pot.unassigned),
    )
    where = [Seg(f"  {desk.called(pot.doc_id)}", "dim")] if several else []
    yield line(said, *where, source=f"{pot.doc_id}:{pot.line_start}", value=said, record=pot.record_id)
    for part in pot.rest:
        yield _rest(desk, part.item, part.amount, f"{part.doc_id}:{part.line_start}", part.record_id)
    if pot.unlisted:
        yield _rest(desk, desk.say("prefecture.unlisted"), pot.unlisted, f"{pot.doc_id}:{pot.line_start}", "")


def _rest(desk: Desk, name: str, amount: int, source: str, record: str) -> Line:
    shown = desk.money(amount)
    value = f"{name} {shown}{desk.unit_after}"
    return line(f"{shown:>12}  {name}", source=source, value=value, indent=14, record=record)
