"""Prefectures side by side as rows for the table: values, shares, ranks, indexes, differences."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec.structs import replace

from hrss_tui.query.averages import adds_up
from hrss_tui.query.compare import CompareRow, share_told
from hrss_tui.query.compared import Differing, differing
from hrss_tui.query.percents import percent_text
from hrss_tui.tui.compare.board import Board, Metric, exact, kind_name, name_of, unit_of
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.widgets.columns import Cell, Column, Row
from hrss_tui.tui.widgets.sums import Adds, put

FEW = 4
"""Up to this many prefectures are columns and the metrics rows."""


def shown(desk: Desk, row: CompareRow | None, mode: str, of: Board) -> Cell:
    """One value in a mode; what does not apply is `/`, what is not there is nothing."""
    if row is None:
        return Cell("")
    if row.value is None:
        return Cell(row.printed or "/", None, "dim")
    if mode == "difference":
        return _difference(row, of.reference(row))
    if mode == "rank":
        return Cell(row.ranked, row.rank)
    derived = {"share": (row.share, 1, "%"), "index": (row.index, 0, "")}
    if mode not in derived:
        return Cell(row.shown, row.value)
    number, places, behind = derived[mode]
    return Cell("" if number is None else percent_text(number, places) + behind, number)


def _difference(row: CompareRow, reference: Decimal | None) -> Cell:
    """The value less that of the base, or less the mean: index 100 is the base."""
    if reference is None:
        return Cell("")
    difference = exact(row) - reference
    places = max(2, len(row.printed.partition(".")[2]))
    return Cell(
        f"{difference:+,.{places}f}",
        float(difference),
        "good" if difference > 0 else "warn" if difference < 0 else "",
    )


def _apart(desk: Desk, of: Board, row: CompareRow | None, mode: str, apart: Differing) -> Cell:
    """A cell of the table; where the values of a metric differ in year, kind or unit, each says its own."""
    cell = shown(desk, row, mode, of)
    if row is None or row.value is None:
        return cell
    years, kinds, units = apart
    own = [
        str(row.year or "") if years else "",
        desk.words.get(f"kind.{row.kind}", row.kind) if kinds else "",
        desk.unit_named(row.unit) if units and mode in ("value", "difference") else "",
    ]
    said = " ".join(filter(None, own))
    return replace(cell, text=f"{cell.text} ({said})") if said and cell.text else cell


def table(desk: Desk, of: Board, mode: str, marked: Iterable[str]) -> tuple[list[Column], list[Row]]:
    """All prefectures as rows, metrics as columns; where these are of several years each says its own."""
    chosen, several = set(marked), len({metric.year for metric in of.metrics}) > 1
    columns = [Column(desk.say("compare.prefecture"), most=22, leave=True)]
    columns += [
        Column(
            "\n".join(
                filter(
                    None,
                    (metric.label, str(metric.year or "") if several else "", unit_of(desk, metric, mode)),
                )
            ),
            right=True,
            head=8 if desk.lang == "zh" else 13,
            low=mode == "rank",
            adds=_adds(of, metric, mode),
        )
        for metric in of.metrics
    ]
    apart = [differing(of.of(metric.key)) for metric in of.metrics]
    rows = []
    for place in of.places:
        sign = desk.signs.marked if place.code in chosen else desk.signs.unmarked
        entries = [of.rows.get((place.code, metric.key)) for metric in of.metrics]
        cells_ = [_apart(desk, of, entry, mode, own) for entry, own in zip(entries, apart, strict=True)]
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
    if any(differing(of.of(metric.key))):
        return None
    if mode == "share":
        return Adds(said=lambda value: f"{percent_text(value, 1)}%")
    if mode in ("index", "difference"):
        return Adds(whole=False, said=lambda value: percent_text(value, 2))
    return None if mode == "rank" else Adds(whole=adds_up(metric.unit, metric.kind))


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
        source = next((f"{entry.doc_id}:{entry.line_start}" for entry in entries if entry), "")
        apart = differing(of.of(metric.key))
        year = f"{metric.year} " if metric.year and not apart.years else ""
        values = [_apart(desk, of, entry, mode, apart) for entry in entries]
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
    cell = shown(desk, row, mode, of)
    whole = desk.say(share_told([row]))
    shown_as = (
        f"  {desk.say(f'mode.{mode}', whole=whole)} {cell.text}" if mode != "value" and cell.text else ""
    )
    return f"{what} {desk.quantity(row.printed, metric.unit, row.operator)}{shown_as}"
