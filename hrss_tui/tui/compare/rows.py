"""Prefectures side by side as rows for the table: values, shares, ranks, indexes, differences."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.query.compare import CompareRow
from hrss_tui.query.totals import adds_up
from hrss_tui.tui.compare.board import Board, Metric, kind_name, name_of, unit_of
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.widgets.columns import Cell, Column, Row
from hrss_tui.tui.widgets.sums import Adds, put

FEW = 4
"""Up to this many prefectures are columns and the metrics rows."""


def shown(desk: Desk, row: CompareRow | None, mode: str, base: CompareRow | None) -> Cell:
    """One value in a mode; what does not apply is `/`, what is not there is nothing."""
    if row is None:
        return Cell("")
    if row.value is None:
        return Cell(row.printed or "/", None, "dim")
    if mode == "difference":
        return _difference(row, base)
    derived = {"share": (row.share, "{:.1f}%"), "rank": (row.rank, "{}"), "index": (row.index, "{:.0f}")}
    if mode not in derived:
        return Cell(row.printed, row.value)
    number, form = derived[mode]
    return Cell("" if number is None else form.format(number), number)


def _difference(row: CompareRow, base: CompareRow | None) -> Cell:
    """The value less that of the base, or less the mean: index 100 is the base."""
    if base is not None:
        reference = base.value
    else:
        reference = row.value * 100 / row.index if row.index and row.value is not None else None
    if reference is None or row.value is None:
        return Cell("")
    difference = row.value - reference
    places = max(2, len(row.printed.partition(".")[2]))
    return Cell(
        f"{difference:+,.{places}f}",
        difference,
        "good" if difference > 0 else "warn" if difference < 0 else "",
    )


def table(desk: Desk, of: Board, mode: str, marked: Iterable[str]) -> tuple[list[Column], list[Row]]:
    """All prefectures as rows, metrics as columns."""
    chosen = set(marked)
    columns = [Column(desk.say("compare.prefecture"), most=22)]
    columns += [
        Column(
            f"{metric.label}\n{unit_of(desk, metric, mode)}",
            right=True,
            head=8 if desk.lang == "zh" else 12,
            low=mode == "rank",
            adds=_adds(of, metric, mode),
        )
        for metric in of.metrics
    ]
    rows = []
    for place in of.places:
        sign = desk.signs.marked if place.code in chosen else desk.signs.unmarked
        entries = [of.rows.get((place.code, metric.key)) for metric in of.metrics]
        bases = [of.rows.get((of.base, metric.key)) for metric in of.metrics]
        cells_ = [shown(desk, entry, mode, base) for entry, base in zip(entries, bases, strict=True)]
        style = "accent" if place.code in chosen else ""
        source = next((f"{entry.doc_id}:{entry.line_start}" for entry in entries if entry), "")
        rows.append(
            Row(
                (Cell(f"{sign} {name_of(desk, place)}", place.pinyin, style), *cells_), place.code, "", source
            )
        )
    return columns, rows


def _adds(of: Board, metric: Metric, mode: str) -> Adds | None:
    """How the numbers of a column are put together: rates and indexes have no sum, ranks and several years nothing."""
    if len({row.year for row in of.of(metric.key) if row.value is not None}) > 1:
        return None
    if mode == "share":
        return Adds(said=lambda value: f"{value:.1f}%")
    if mode in ("index", "difference"):
        return Adds(whole=False, said=lambda value: f"{value:,.2f}")
    return None if mode == "rank" else Adds(whole=adds_up(metric.unit))


def few_table(desk: Desk, of: Board, mode: str, sums: bool = False) -> tuple[list[Column], list[Row]]:
    """A few prefectures as columns, metrics as rows; with `sums` total, mean and median of each metric after them."""
    columns = [
        Column(desk.say("compare.metric"), grow=True, most=46),
        Column(desk.say("compare.unit"), width=8),
    ]
    columns += [Column(name_of(desk, place), right=True, most=16) for place in of.places]
    if sums:
        columns += [Column(desk.say(f"sums.{name}"), right=True) for name in ("total", "mean", "median")]
    rows = []
    for metric in of.metrics:
        entries = [of.rows.get((place.code, metric.key)) for place in of.places]
        base = of.rows.get((of.base, metric.key))
        source = next((f"{entry.doc_id}:{entry.line_start}" for entry in entries if entry), "")
        year = f"{metric.year} " if metric.year else ""
        values = [shown(desk, entry, mode, base) for entry in entries]
        if sums:
            one = put(_adds(of, metric, mode), ((cell.text, cell.order) for cell in values))
            values += [Cell(text, None, "head") for text in (one.total, one.mean, one.median)]
        unit = Cell(unit_of(desk, metric, mode), None, "dim")
        rows.append(Row((Cell(f"{year}{metric.label}"), unit, *values), metric.key, "", source))
    return columns, rows


def said(desk: Desk, of: Board, row: CompareRow, mode: str) -> str:
    """One value in words: whose, of what year, target or allocation, what, how much; and as it is shown."""
    metric = next(metric for metric in of.metrics if metric.key == row.metric)
    name = row.prefecture_en if desk.lang == "en" else row.prefecture
    what = f"{name} {metric.year or ''} {kind_name(desk, metric)} {metric.label}"
    if row.value is None:
        return f"{what} {row.printed} {desk.say('compare.not_applicable')}"
    cell = shown(desk, row, mode, of.rows.get((of.base, row.metric)))
    shown_as = f"  {desk.say(f'mode.{mode}')} {cell.text}" if mode != "value" and cell.text else ""
    return f"{what} {desk.quantity(row.printed, metric.unit)}{shown_as}"
