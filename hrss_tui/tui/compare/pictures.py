"""One metric of the prefectures as a picture: bars in the order of the table, and a map of tiles."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.tui.compare.board import Board, Metric, name_of
from hrss_tui.tui.compare.rows import said, shown
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import BLANK, Line, Seg, line
from hrss_tui.tui.paint.text import cells, pad

TILES = 64
"""Rows and columns of a map; a place that claims to lie farther out has no tile."""
NAME, BAR = 12, 12
"""Cells that a long name keeps, and cells that a bar gets before a name has more."""
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
    texts = {code: shown(desk, row, mode, of).text for code, row in found.items()}
    value = max(map(len, texts.values()), default=1)
    names = min(names, max(NAME, width - value - 4 - BAR))
    room = max(4, width - names - value - 4)
    lines = []
    for code in [*order, *(code for code in places if code not in order)]:
        row = found.get(code)
        if row is None or code not in places:
            continue
        share = (row.value or 0.0) / most if most else 0.0
        lines.append(
            line(
                pad(name_of(desk, places[code]), names, ellipsis=desk.signs.ellipsis),
                " ",
                Seg(texts[code].rjust(value), "strong"),
                " ",
                Seg(bar(share, room, desk.signs), "bar"),
                source=f"{row.doc_id}:{row.line_start}",
                value=said(desk, of, row, mode),
                record=row.record_id,
            )
        )
    return lines


def tile_map(desk: Desk, of: Board, metric: Metric, mode: str, width: int) -> list[Line]:
    """The prefectures where they lie, each with its value (or share, or index) and a shade of how large it is.

    Where no place has a tile, bars instead, the largest first.
    """
    found = {row.prefecture_code: row for row in of.of(metric.key)}
    values = sorted(row.value for row in found.values() if row.value is not None)
    grid = {
        (place.map_row, place.map_col): place
        for place in of.places
        if 0 <= place.map_row < TILES and 0 <= place.map_col < TILES
    }
    if not grid:
        ordered = sorted(found.values(), key=lambda row: (row.value is None, -(row.value or 0)))
        return bars(desk, of, metric, mode, max(20, width), [row.prefecture_code for row in ordered])
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
            printed = shown(desk, entry, mode, of).text.removesuffix("%")  # the title has it
            printed = printed if len(printed) <= tile else desk.signs.ellipsis
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
