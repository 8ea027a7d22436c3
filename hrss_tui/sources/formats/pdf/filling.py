"""Characters into the cells of ruled tables; what stands in none of them is prose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE
from hrss_tui.sources.formats.pdf.coarse import refined
from hrss_tui.sources.formats.pdf.frame import holds
from hrss_tui.sources.formats.pdf.grids import Shape
from hrss_tui.sources.formats.pdf.lattice import Cell
from hrss_tui.sources.formats.pdf.lines import Line, joined, lines_of, text_of
from hrss_tui.sources.formats.pdf.overlaid import OVERLAID, is_overlaid
from hrss_tui.sources.formats.pdf.seen import Char, Rule
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell

_HAN = re.compile(r"[\u2e80-\u9fff]")
_EDGE = 1.0
"""Text belongs to a table up to this far (points) outside of its outline."""
_GAP = 0.5
"""Characters nearer than this (em) follow each other."""
_TOUCH = 0.12
"""Two Han characters nearer than this (em) on both sides of a ruling are one text that runs over it."""
_PADDING = 0.7
"""Text that begins this near (em) to the left side of a cell stands at its left."""
_FULL = 1.6
"""A printed line is full where no further character (em) had room beside it, padding included."""
_EMPTIEST = 200
"""Of so many cells of a table one has text; blank forms have their heads."""
_MUCH = 0.25
"""An amount stands in two cells where more than this share of it is in the lesser one."""
_NUMERIC = frozenset("0123456789.,．，-－−%()（）")
_DECIMALS = re.compile(r"[.．]\d{3}")
"""Behind two decimals another number may begin."""
_SEAM = 0.03
"""Two numbers that touch are farther apart than the digits of each by more than this (em)."""
_AT = 0.12
"""A ruling no farther (em) from the gap of two digits may part two numbers there."""
_ON = 0.25
"""A character stands on a ruling where more than this share of it is on either side."""


def filled(
    shapes: Sequence[Shape], chars: Iterable[Char], across: Sequence[Rule] = (), down: Sequence[Rule] = ()
) -> tuple[list[PageTable], list[Char]]:
    """Tables with their text, and the characters outside of them. What has next to no text is a drawing."""
    inside: list[list[list[Char]]] = [[[] for _ in shape.cells] for shape in shapes]
    rest: list[Char] = []
    for run in _runs(chars):
        table = _table_of(shapes, run)
        if table is None:
            rest += run
            continue
        for index, part in _parts(shapes[table], run):
            inside[table][index] += part
    tables: list[PageTable] = []
    for shape, cells in zip(shapes, inside, strict=True):
        if sum(map(bool, cells)) * _EMPTIEST >= len(cells):
            made = refined(_table(shape, cells), cells, across, down)
            tables.append(msgspec.structs.replace(made, overlaid=made.overlaid or _are_overlaid(cells)))
        else:
            rest += (char for cell in cells for char in cell)
    return tables, rest


def _table(shape: Shape, texts: Sequence[Sequence[Char]]) -> PageTable:
    cells = tuple(_cell(cell, text) for cell, text in zip(shape.cells, texts, strict=True))
    return PageTable(shape.xs, shape.ys, cells, True, shape.open_top, shape.open_bottom)


def _are_overlaid(texts: Sequence[Sequence[Char]]) -> bool:
    """Are texts of several cells printed over each other? Whose rows these are cannot be read."""
    return sum(is_overlaid(lines_of(text)) for text in texts) >= OVERLAID


def _cell(cell: Cell, chars: Sequence[Char]) -> TableCell:
    lines = lines_of(chars)
    if not lines:
        return TableCell(cell.row, cell.column, cell.rows, cell.columns, cell.box)
    text = joined(text_of(line) for line in lines)
    full = _room(cell, lines[-1], text) <= _FULL * lines[-1].em
    return TableCell(cell.row, cell.column, cell.rows, cell.columns, cell.box, text, full)


def _room(cell: Cell, line: Line, text: str) -> float:
    """How much room (points) is left beside the last line of a cell: for a figure, which stands anywhere, on both sides."""
    right = cell.box.right - line.box.right
    return right + line.box.left - cell.box.left if FIGURE.fullmatch(text) else right


def _runs(chars: Iterable[Char]) -> list[list[Char]]:
    """Characters that follow each other on one line without a gap."""
    found: list[list[Char]] = []
    for char in chars:
        last = found[-1][-1] if found else None
        if (
            last is not None
            and abs(last.base - char.base) < 0.2 * char.em
            and -0.3 * char.em < char.left - last.right < _GAP * char.em
        ):
            found[-1].append(char)
        else:
            found.append([char])
    return found


def _table_of(shapes: Sequence[Shape], run: Sequence[Char]) -> int | None:
    """The smallest table that the middle of a run stands in."""
    x = (run[0].left + run[-1].right) / 2
    y = (run[0].top + run[0].bottom) / 2
    around = [index for index, shape in enumerate(shapes) if holds(shape.box, x, y, _EDGE)]
    return min(around, key=lambda index: len(shapes[index].cells), default=None)


def _parts(shape: Shape, run: Sequence[Char]) -> list[tuple[int, list[Char]]]:
    """The run cut at the rulings it reaches over, with the index of the cell of each part.

    A character that stands on a ruling shows that the text runs over it: there it is not cut. Nor is a number cut
    between its digits, but where two numbers touch.
    """
    row = shape.row_at((run[0].top + run[0].bottom) / 2)
    owners = shape.owners[row]
    places = [owners[shape.column_at(char.middle)] for char in run]
    if len(set(places)) == 1:
        return [(places[0], list(run))]
    cuts = [
        index
        for index in range(1, len(run))
        if (
            _is_seam(run, index)
            if _is_inside_number(run, index)
            else places[index] != places[index - 1] and _is_cut(shape, run[index - 1], run[index])
        )
    ]
    parts = [list(run[start:end]) for start, end in zip([0, *cuts], [*cuts, len(run)], strict=True)]
    return [piece for part in parts for piece in _placed(shape, owners, part)]


def _placed(shape: Shape, owners: Sequence[int], part: Sequence[Char]) -> list[tuple[int, list[Char]]]:
    """A text with the index of its cell; a number that may be of either of two cells as what stands in each of them."""
    if not _is_astride(shape, owners, part):
        return [(_owner(shape, owners, part), list(part))]
    pieces = [
        (owner, list(chars))
        for owner, chars in groupby(part, key=lambda char: owners[shape.column_at(char.middle)])
    ]
    for (_, left), (_, right) in pairwise(pieces):
        left.append(_bar(left[-1], left[-1].right))
        right.insert(0, _bar(right[0], right[0].left))
    return pieces


def _is_astride(shape: Shape, owners: Sequence[int], part: Sequence[Char]) -> bool:
    """Does a number stand across a ruling so that nothing tells whose it is, or whether it is one?

    It is no number, or two where the ruling is; or it stands at no side of its cells and in the middle of none, with
    much of it in both.
    """
    places = [owners[shape.column_at(char.middle)] for char in part]
    text = "".join(char.text for char in part)
    if len(set(places)) == 1 or not _NUMERIC.issuperset(text) or text.strip("-－−") == "":
        return False
    if (
        not FIGURE.fullmatch(text)
        or _DECIMALS.search(text)
        or any(_may_be_two(shape, part, index) for index in range(1, len(part)))
    ):
        return True
    if len(places) - max(map(places.count, places)) < _MUCH * len(places):
        return False
    first, last = shape.cells[places[0]].box, shape.cells[places[-1]].box
    near, middle = _PADDING * part[0].em, (part[0].left + part[-1].right) / 2
    boxes = [shape.cells[place].box for place in set(places)]
    return (
        part[0].left - first.left > near
        and last.right - part[-1].right > near
        and all(abs((box.left + box.right) / 2 - middle) > near for box in boxes)
    )


def _may_be_two(shape: Shape, part: Sequence[Char], index: int) -> bool:
    """Is a ruling between two digits, with a whole number on both sides?"""
    last, char = part[index - 1], part[index]
    edge, near = shape.xs[shape.column_at(char.middle)], _AT * char.em
    if not last.right - near <= edge <= char.left + near:
        return False
    return all(FIGURE.fullmatch("".join(each.text for each in half)) for half in (part[:index], part[index:]))


def _is_inside_number(run: Sequence[Char], index: int) -> bool:
    """Do characters of a number before and behind an index touch?"""
    last, char = run[index - 1], run[index]
    return last.text in _NUMERIC and char.text in _NUMERIC and char.left - last.right < _TOUCH * char.em


def _is_seam(run: Sequence[Char], index: int) -> bool:
    """Do two whole numbers touch at an index: a step there from digit to digit that is wider than the others?"""
    start, end = index, index + 1
    while start > 1 and _is_inside_number(run, start - 1):
        start -= 1
    while end < len(run) and _is_inside_number(run, end):
        end += 1
    steps = {
        at: run[at].left - run[at - 1].left
        for at in range(start, end)
        if run[at].text.isdecimal() and run[at - 1].text.isdecimal()
    }
    step = steps.pop(index, 0.0)
    if not steps or step - max(steps.values()) < _SEAM * run[index].em:
        return False
    halves = run[start - 1 : index], run[index:end]
    return all(FIGURE.fullmatch("".join(char.text for char in half)) for half in halves)


def _bar(beside: Char, at: float) -> Char:
    """The ruling that an amount stands across, as a sign: so neither half of it is taken for an amount."""
    return Char("|", at, beside.top, at, beside.bottom, beside.base, beside.em)


def _is_cut(shape: Shape, last: Char, char: Char) -> bool:
    """Does the ruling between two characters part two texts?"""
    edge = shape.xs[shape.column_at(char.middle)]
    for near in (last, char):
        share = _ON * (near.right - near.left)
        if near.left + share < edge < near.right - share:
            return False
    touching = char.left - last.right < _TOUCH * char.em
    return not (touching and _HAN.match(last.text) and _HAN.match(char.text))


def _owner(shape: Shape, owners: Sequence[int], part: Sequence[Char]) -> int:
    """The cell of a text: where it begins or ends at a side of a cell that one, else the one with most of it."""
    places = [owners[shape.column_at(char.middle)] for char in part]
    if len(set(places)) == 1:
        return places[0]
    first, last = shape.cells[places[0]], shape.cells[places[-1]]
    if part[0].left - first.box.left <= _PADDING * part[0].em:
        return places[0]
    if last.box.right - part[-1].right <= _PADDING * part[-1].em:
        return places[-1]
    return max(places, key=places.count)
