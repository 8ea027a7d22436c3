"""Prefectures side by side as rows for the widgets: values, shares, ranks, indexes, differences, bars, the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

import msgspec

from hrss_tui.query.compare import CompareRow, Comparison, compare
from hrss_tui.records import Prefecture
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.glyphs import bar
from hrss_tui.tui.lines import BLANK, Line, Seg, line
from hrss_tui.tui.text import cells, pad
from hrss_tui.tui.widgets.table import Cell, Column, Row

MODES = ("value", "share", "rank", "index", "difference")
FEW = 4
"""Up to this many prefectures are columns and the metrics rows."""


class Metric(msgspec.Struct, frozen=True):
    """A metric as a column: key, label as printed, unit, year, kind."""

    key: str
    label: str
    unit: str
    year: int | None
    kind: str


class Board(msgspec.Struct, frozen=True):
    """What is compared: rows by (prefecture, metric), the metrics, the prefectures shown in order."""

    rows: dict[tuple[str, str], CompareRow]
    metrics: tuple[Metric, ...]
    places: tuple[Prefecture, ...]
    base: str = ""

    def of(self, metric: str) -> list[CompareRow]:
        """The rows of a metric over the prefectures shown."""
        found = (self.rows.get((place.code, metric)) for place in self.places)
        return [row for row in found if row is not None]


def board(desk: Desk, codes: Sequence[str], base: str, by_code: bool) -> Board:
    """Read the comparison; no codes means all prefectures. Raises HrssError for a base that is none."""
    asked = Comparison(metrics=("all",), base=base or None)
    rows = {(row.prefecture_code, row.metric): row for row in compare(desk.data.pack, asked)}
    metrics = {
        row.metric: Metric(row.metric, row.metric_label, row.unit, row.year, row.kind)
        for row in rows.values()
    }
    known = sorted(
        desk.data.prefectures.values(), key=lambda place: place.code_order if by_code else place.work_order
    )
    places = [desk.data.prefectures[code] for code in codes] if codes else known
    return Board(rows, tuple(metrics.values()), tuple(places), base)


def board_of_all(of: Board, desk: Desk) -> Board:
    """The same rows with every prefecture: the map always shows all."""
    return msgspec.structs.replace(of, places=tuple(desk.data.prefectures.values()))


def name_of(desk: Desk, place: Prefecture) -> str:
    """A prefecture's name in the language of the reader."""
    return place.name_en if desk.lang == "en" else place.short_name


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
        Column(f"{metric.label}\n{unit_of(desk, metric, mode)}", right=True, head=8) for metric in of.metrics
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


def unit_of(desk: Desk, metric: Metric, mode: str) -> str:
    """What the numbers of a column count in a mode."""
    return {"share": "%", "rank": desk.say("compare.rank"), "index": desk.say("compare.index")}.get(
        mode, metric.unit
    )


def few_table(desk: Desk, of: Board, mode: str) -> tuple[list[Column], list[Row]]:
    """A few prefectures as columns, metrics as rows."""
    columns = [
        Column(desk.say("compare.metric"), grow=True, most=46),
        Column(desk.say("compare.unit"), width=8),
    ]
    columns += [Column(name_of(desk, place), right=True, most=16) for place in of.places]
    rows = []
    for metric in of.metrics:
        entries = [of.rows.get((place.code, metric.key)) for place in of.places]
        base = of.rows.get((of.base, metric.key))
        source = next((f"{entry.doc_id}:{entry.line_start}" for entry in entries if entry), "")
        year = f"{metric.year} " if metric.year else ""
        values = [shown(desk, entry, mode, base) for entry in entries]
        said = "  ".join(
            f"{name_of(desk, place)} {cell.text}" for place, cell in zip(of.places, values, strict=True)
        )
        unit = unit_of(desk, metric, mode)
        row = Row(
            (Cell(f"{year}{metric.label}"), Cell(unit, None, "dim"), *values),
            metric.key,
            "",
            source,
            f"{year}{metric.label}（{unit}） {said}",
        )
        rows.append(row)
    return columns, rows


PROPORTIONAL = ("share", "index")
"""Modes whose numbers are as long as the values: bars can be labelled with them."""


def bars(  # noqa: PLR0913, PLR0917
    desk: Desk, of: Board, metric: Metric, mode: str, width: int, order: Sequence[str]
) -> list[Line]:
    """A bar per prefecture for one metric, in the order of the table; `/` without a bar."""
    found = {row.prefecture_code: row for row in of.of(metric.key)}
    most = max((row.value for row in found.values() if row.value is not None), default=0.0)
    places = {place.code: place for place in of.places}
    names = max((cells(name_of(desk, place)) for place in of.places), default=4)
    mode = mode if mode in PROPORTIONAL else "value"
    texts = {code: shown(desk, row, mode, None).text for code, row in found.items()}
    value = max(map(len, texts.values()), default=1)
    room = max(4, width - names - value - 4)
    lines = []
    for code in [*order, *(code for code in places if code not in order)]:
        row = found.get(code)
        if row is None or code not in places:
            continue
        share = (row.value or 0.0) / most if most else 0.0
        lines.append(
            line(
                pad(name_of(desk, places[code]), names),
                " ",
                Seg(texts[code].rjust(value), "strong"),
                " ",
                Seg(bar(share, room, desk.signs), "bar"),
                source=f"{row.doc_id}:{row.line_start}",
                value=f"{name_of(desk, places[code])} {metric.label} {row.printed}{metric.unit}",
            )
        )
    return lines


def tile_map(desk: Desk, of: Board, metric: Metric, width: int) -> list[Line]:
    """The prefectures where they lie, each with its value and a shade of how large it is."""
    found = {row.prefecture_code: row for row in of.of(metric.key)}
    values = sorted(row.value for row in found.values() if row.value is not None)
    grid = {(place.map_row, place.map_col): place for place in of.places}
    if not grid:
        return []
    lines = []
    last = max(column for _, column in grid)
    tile = max(6, min(11, width // (last + 1) - 1))
    for row in range(max(row for row, _ in grid) + 1):
        upper: list[Seg | str] = []
        lower: list[Seg | str] = []
        for column in range(last + 1):
            place = grid.get((row, column))
            if place is None:
                upper.append(" " * (tile + 1))
                lower.append(" " * (tile + 1))
                continue
            entry = found.get(place.code)
            value = entry.value if entry else None
            level = (
                0
                if value is None
                else 1 + min(3, 4 * sum(other < value for other in values) // max(1, len(values)))
            )
            shade = desk.signs.shades[level]
            name = pad(f" {_short(name_of(desk, place), tile - 1)}", tile, ellipsis=desk.signs.ellipsis)
            printed = entry.printed if entry else ""
            number = pad(
                f"{printed}{(' ' + shade * 2).ljust(4)[: max(1, tile - len(printed))]}", tile, right=True
            )
            upper += [Seg(name, f"t{level}"), " "]
            lower += [Seg(number, f"t{level}"), " "]
        lines += [line(*upper), line(*lower), BLANK]
    return [*lines[:-1], BLANK, _legend(desk)]


def _short(name: str, width: int) -> str:
    """The name without its kind where the whole does not fit."""
    if cells(name) <= width:
        return name
    return name.removesuffix("地区").removesuffix("市")


def _legend(desk: Desk) -> Line:
    words = ("map.none", "map.low", "map.middle", "map.high", "map.top")
    parts: list[Seg | str] = []
    for level, word in enumerate(words):
        parts += [Seg(f" {desk.signs.shades[level] * 2} ", f"t{level}"), f" {desk.say(word)}  "]
    return line(*parts)


def exact(row: CompareRow) -> Decimal:
    """The value as printed, exactly; nothing where the metric does not apply."""
    if row.value is None:
        return Decimal(0)
    try:
        return Decimal(row.printed.replace(",", ""))
    except InvalidOperation:
        return Decimal(str(row.value))


def notes(desk: Desk, of: Board, metric: Metric | None) -> list[Line]:
    """What to know when reading the chosen metric: total, what does not apply, what must not be mixed with it."""
    if metric is None:
        return []
    say, join = desk.say, desk.say("tui.join")
    rows = [row for (_, key), row in of.rows.items() if key == metric.key]
    total = sum((exact(row) for row in rows), Decimal(0))
    absent = [row.prefecture_en if desk.lang == "en" else row.prefecture for row in rows if row.value is None]
    parts: list[Seg | str] = [
        Seg(metric.label, "strong"),
        f"  {metric.year or ''} {kind_name(desk, metric)}  ",
        say("compare.total", total=f"{total:,}", unit=metric.unit),
    ]
    if absent:
        parts.append(Seg(f"  {say('compare.absent', names=join.join(absent))}", "dim"))
    lines = [line(*parts, source=f"{rows[0].doc_id}:{rows[0].line_start}" if rows else "", indent=2)]
    others = [f"{one.year or ''} {kind_name(desk, one)} {one.unit}".strip() for one in unlike(of, metric)]
    if others:
        warning = say("compare.unlike", others=join.join(dict.fromkeys(others)))
        lines.append(line(Seg(warning, "warn"), indent=2))
    return lines


def kind_name(desk: Desk, metric: Metric) -> str:
    """Whether the values are targets, allocations or what happened, in words."""
    return desk.words.get(f"kind.{metric.kind}", metric.kind)


def unlike(of: Board, metric: Metric) -> list[Metric]:
    """The metrics beside the chosen one that count something else, or for another year."""
    mine = (metric.unit, metric.kind, metric.year)
    return [one for one in of.metrics if (one.unit, one.kind, one.year) != mine]
