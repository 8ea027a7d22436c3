"""What makes the columns of a table without rulings doubtful: such a table is not divided, and so declared.

Workbooks are printed without rulings and in columns too narrow for what stands in them: there a name runs up to the
amount beside it, and labels follow each other without a gap. Whose column an amount is in is plain only where nothing
else touches it and its own label stands over it, or nearest to it at its left.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.print import subtotal_labels, under_labels
from hrss_tui.sources.formats.pdf.aligned.rows import are_numbers, is_row, numbers_columns
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE, Word, cell_words
from hrss_tui.sources.formats.pdf.lines import Line, text_of
from hrss_tui.sources.formats.pdf.overlaid import OVERLAID, overlaid_texts
from hrss_tui.sources.formats.pdf.table import PageTable, TableCell

_HAN = "[\u4e00-\u9fff)）]"
_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)"
_MIXED = re.compile(
    rf"{_HAN}(?:{_AMOUNT}|\d{{7}})$|^{_AMOUNT}[\u4e00-\u9fff（(]|#{{3}}[^#]|[^#]#{{3}}", re.ASCII
)
"""An amount that touches the name beside it, a name that runs up to a code, the signs for a number without room."""
_TWO = re.compile(rf"{_HAN}\s?\d{{3,7}}(?!\s?年)\s?[\u4e00-\u9fff]", re.ASCII)
"""Two names, the second with its code; a year is none."""
_CENTRED = 1.5
"""The label of several columns stands no farther from their middle than this (em)."""
_AT_BOTTOM = 0.3
"""Labels end at one height where it differs by no more than this (em)."""
_LEVEL = 1.0
"""Texts that begin no farther apart (points) begin at one side."""


def is_doubtful(table: PageTable) -> bool:
    """Are the columns of a table not plain?"""
    return (
        _is_mixed(table)
        or is_glued(table, lambda line: _row_of(table, line))
        or _is_below_others(table)
        or _is_before_its_head(table)
        or _is_headed_at_left(table)
        or _has_heads_beside(table)
        or _may_head_others(table)
        or _is_overlaid(table)
        or _is_between_rows(table)
        or _holds_two_columns(table)
        or _is_over_some(table)
        or _is_sum_of_nothing(table)
    )


def _is_mixed(table: PageTable) -> bool:
    """Does a text of a row hold an amount and a name that touch?"""
    return any(
        _MIXED.search(word.text.replace(" ", "")) for line in _body(table) for word in cell_words(line)
    )


def is_mixed_row(line: Line) -> bool:
    """Do cells of a row touch in a line: a name and an amount, or two names of which one has a code?"""
    return bool(_TWO.search(text_of(line))) or any(
        _MIXED.search(word.text.replace(" ", "")) for word in cell_words(line)
    )


def _body(table: PageTable) -> Sequence[Line]:
    return table.part.body if table.part is not None else ()


def _row_of(table: PageTable, line: Line) -> int:
    """The row of a table in which a line stands."""
    return bisect_left(table.ys, (line.box.top + line.box.bottom) / 2) - 1


def is_glued(table: PageTable, row_of: Callable[[Line], int]) -> bool:
    """Does a cell hold an amount and something else of one line?"""
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return any(_hold_two(rows.get(row_of(line), ()), cell_words(line)) for line in _body(table))


def _hold_two(cells: Sequence[TableCell], words: Sequence[Word]) -> bool:
    edges = [cell.box.right for cell in cells]
    held: dict[int, list[Word]] = {}
    for word in words:
        held.setdefault(bisect_left(edges, word.right), []).append(word)
    return any(len(inside) > 1 and any(is_amount(word.text) for word in inside) for inside in held.values())


def is_amount(text: str) -> bool:
    """Is it a figure that cannot be a part of a code?"""
    return FIGURE.fullmatch(text) is not None and not text.isdecimal()


def _is_below_others(table: PageTable) -> bool:
    """Does a figure stand below the label of another column, and not below its own?"""
    heads = _heads(table)
    return any(
        _is_below(cell, heads) and not _is_below(cell, [head for head in heads if covers(head, cell.column)])
        for cell in _figures(table)
    )


def _is_before_its_head(table: PageTable) -> bool:
    """Do the figures of a column end before its label begins? Then that is the label of the next one."""
    heads = _heads(table)
    rights: dict[int, float] = {}
    for cell in _figures(table):
        rights[cell.column] = max(rights.get(cell.column, 0.0), cell.box.right)
    for column, right in rights.items():
        own = [head for head in heads if covers(head, column)]
        if own and right <= max(own, key=lambda head: head.row).box.left:
            return True
    return False


def _holds_two_columns(table: PageTable) -> bool:
    """Do amounts of one column stand beside each other in places of their own? Then it is two, and one label is lost."""
    places: dict[int, list[tuple[float, float]]] = {}
    for cell in _figures(table):
        if is_amount(cell.text):
            places.setdefault(cell.column, []).append((cell.box.left, cell.box.right))
    return any(_are_apart(sorted(own), _em(table)) for own in places.values())


def _are_apart(places: Sequence[tuple[float, float]], em: float) -> bool:
    reach = accumulate((right for _, right in places), max)
    return any(left - right > em for right, (left, _) in zip(reach, places[1:], strict=False))


def _is_over_some(table: PageTable) -> bool:
    """May the label of several columns be over those beside them too, whose labels stand no higher than below it?

    Where labels are repeated nothing but what is over them tells one 合计 from the other.
    """
    heads = _heads(table)
    leaves = {head.column: head.text for head in sorted(heads, key=lambda one: one.row) if head.columns == 1}
    if len(set(leaves.values())) == len(leaves):
        return False
    low = max(head.box.bottom for head in heads)
    under = (
        (head, one) for head in heads for one in heads if one.row > head.row and covers(head, one.column)
    )
    return any(_is_beside(beside, head, one, low) for head, one in under for beside in heads)


def _is_sum_of_nothing(table: PageTable) -> bool:
    """Has the sum of some columns no label above it, in a header of several rows? That is over others than were found."""
    heads = _heads(table)
    return any(head.row for head in heads) and any(
        one.text in subtotal_labels()
        and not any(head.row < one.row and covers(head, one.column) for head in heads)
        for one in heads
    )


def _is_beside(beside: TableCell, head: TableCell, below: TableCell, low: float) -> bool:
    """Stands a label next to the columns of another, as low as those below it and not in the middle of its height?

    Where it stands as high as the label of a column below that, it is no more beside it than this is.
    """
    near = beside.column + beside.columns == head.column or beside.column == head.column + head.columns
    lower = head.box.bottom <= beside.box.top <= below.box.top + _LEVEL
    away = beside.box.top + beside.box.bottom - head.box.top - low
    level = below.columns == 1 and abs(below.box.top - beside.box.top) <= _LEVEL
    return near and beside.row <= head.row and lower and (level or abs(away) > 2 * _LEVEL)


def _has_heads_beside(table: PageTable) -> bool:
    """Stand two labels of one column of figures beside each other? The column of one of them has no figures and was not found."""
    heads = [head for head in _heads(table) if head.columns == 1]
    figures = {cell.column for cell in _figures(table)}
    return any(
        one.column == other.column in figures and one.box.right <= other.box.left
        for one in heads
        for other in heads
    )


def _is_headed_at_left(table: PageTable) -> bool:
    """Does the label of several columns begin where one of theirs does, and not stand in their middle?

    How many columns such a label is over, nothing tells.
    """
    heads = _heads(table)
    return any(
        one.row > head.row
        and abs(one.box.left - head.box.left) <= _LEVEL < abs(one.box.right - head.box.right)
        and (one.column != head.column or _is_off(head, table, heads))
        for head in heads
        if head.columns > 1
        for one in heads
    )


def _may_head_others(table: PageTable) -> bool:
    """May the label of several columns be over two more or two less? So where all labels stand at the bottom of their cells.

    There nothing but its middle tells what it is over, or a sum that begins its parts.
    """
    heads = _heads(table)
    groups = [head for head in heads if head.columns > 1]
    leaves = {head.column: head for head in sorted(heads, key=lambda one: one.row) if head.columns == 1}
    free = [leaf for column, leaf in leaves.items() if not any(covers(group, column) for group in groups)]
    low = max((leaf.box.bottom for leaf in leaves.values()), default=0.0)
    if not free or any(low - leaf.box.bottom > _AT_BOTTOM * _em(table) for leaf in leaves.values()):
        return False
    ends = {group.column: group.column + group.columns - 1 for group in groups}
    sure = {
        first
        for first, last in ends.items()
        if any(leaves[at].text in under_labels() for at in (first, last) if at in leaves)
    }
    return any(
        _is_in_middle(group, leaves.get(first), leaves.get(last), _em(table))
        for group in groups
        if group.column not in sure
        for first, last in (
            (group.column + 1, ends[group.column] - 1),
            (group.column - 1, ends[group.column] + 1),
        )
        if first <= last
    )


def _is_in_middle(group: TableCell, first: TableCell | None, last: TableCell | None, em: float) -> bool:
    if first is None or last is None:
        return False
    between = (first.box.left + first.box.right + last.box.left + last.box.right) / 4
    return abs(between - (group.box.left + group.box.right) / 2) <= _CENTRED * em


def _is_off(head: TableCell, table: PageTable, heads: Sequence[TableCell]) -> bool:
    first, last = head.column, head.column + head.columns - 1
    below = [one for one in heads if one.row > head.row and first <= one.column <= last]
    sides = [(table.xs[first], table.xs[last + 1])]
    if below:
        sides.append((min(one.box.left for one in below), max(one.box.right for one in below)))
        outer = [min(below, key=lambda one: one.column).box, max(below, key=lambda one: one.column).box]
        sides.append(((outer[0].left + outer[0].right) / 2, (outer[1].left + outer[1].right) / 2))
    middle = (head.box.left + head.box.right) / 2
    away = min(abs((left + right) / 2 - middle) for left, right in sides)
    return away > _CENTRED * _em(table)


def _is_overlaid(table: PageTable) -> bool:
    """Are texts of several rows printed over each other? Whose rows these are cannot be read."""
    return overlaid_texts(_body(table), lambda line: [word.line for word in cell_words(line)]) >= OVERLAID


def _is_between_rows(table: PageTable) -> bool:
    """Does half a name stand between two rows and run into both? It may be of either."""
    rows = [line for line in _body(table) if is_row(line) and not numbers_columns(line)]
    for line in _body(table):
        near = [row for row in rows if abs(row.base - line.base) < line.em]
        bases = [other.base for other in near]
        if min(bases, default=line.base) < line.base < max(bases, default=line.base):
            return True
    return False


def _em(table: PageTable) -> float:
    return max((line.em for line in _body(table)), default=1.0)


def _heads(table: PageTable) -> list[TableCell]:
    return [cell for cell in table.cells if cell.row < table.headed and cell.text]


def _figures(table: PageTable) -> list[TableCell]:
    """The cells of amounts: what stands before the name of a row may be a code, and numbers of columns stand where labels do."""
    found: list[TableCell] = []
    for row in range(table.headed, table.rows):
        cells = table.row_cells(row)
        if are_numbers([cell.text for cell in cells]):
            continue
        named = next((at for at, cell in enumerate(cells) if not FIGURE.fullmatch(cell.text)), len(cells))
        found += (
            cell
            for at, cell in enumerate(cells)
            if FIGURE.fullmatch(cell.text) and (at > named or is_amount(cell.text))
        )
    return found


def _is_below(cell: TableCell, heads: Iterable[TableCell]) -> bool:
    return any(min(cell.box.right, head.box.right) > max(cell.box.left, head.box.left) for head in heads)


def covers(cell: TableCell, column: int) -> bool:
    """Does a cell reach over a column?"""
    return cell.column <= column < cell.column + cell.columns


def undivided(table: PageTable) -> PageTable:
    """A table as it is printed: the name of each row, and all others as one; no cell is an amount, so a lone one gets a bar."""
    cells: list[TableCell] = []
    for row in range(table.rows):
        own = table.row_cells(row)
        named = next((at for at, cell in enumerate(own) if not FIGURE.fullmatch(cell.text)), len(own)) + 1
        parts = (own[:named], own[named:]) if len(own) > named + 1 else (own,)
        for column, part in enumerate(parts):
            if part:
                text = " ".join(cell.text for cell in part)
                text = f"|{text}" if FIGURE.fullmatch(text) else text
                cells.append(msgspec.structs.replace(part[0], column=column, columns=1, rows=1, text=text))
    middle = (table.xs[0] + table.xs[-1]) / 2
    return PageTable((table.xs[0], middle, table.xs[-1]), table.ys, tuple(cells), ruled=False)
