"""Names that print in pieces: broken over two rows, over a page, or with the code between their halves.

Whether pieces are one name the classification says, which knows what a code is called, or the document, which prints
the name in one piece elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui.compile.budget.levels import is_body, is_total
from hrss_tui.compile.budget.ordinals import has_ordinal, implied_class, without_ordinal
from hrss_tui.compile.budget.rows import PrintedRow, Reading
from hrss_tui.reference import (
    fold_label,
    income_lines,
    shared_columns,
    three_public_item,
    three_public_lines,
)
from hrss_tui.reference.classifications import all_names
from hrss_tui.reference.preparers import without_office
from hrss_tui.sources.text import close_gaps, fold

_TOTAL = "three_public"


class Joiner(msgspec.Struct, frozen=True):
    """Puts pieces of rows together; `prose` is the folded text of the document's blocks, parted by NUL."""

    prose: str

    def over_pages(self, last: Reading, rest: PrintedRow) -> Reading | None:
        """The last row of a page with the rest of its name, where the document has it whole or codes rule."""
        piece = rest.texts[0]
        if has_ordinal(piece):
            return None
        name, project = last.name, last.project
        if project is not None and fold(project + piece) in self.prose:
            project = close_gaps(project + piece)
        elif (
            last.side.coded
            or last.printed.code
            or fold(name + piece) in self.prose
            or _is_label(name + piece)
        ):
            name = close_gaps(name + piece)
        else:
            return None
        return _joined(last, rest, name, project)

    def with_amounts(self, last: Reading, rest: PrintedRow) -> Reading:
        """The row before with amounts that stand below it without a label."""
        return _joined(last, rest, last.name, last.project)

    def whole(self, readings: Sequence[Reading]) -> list[Reading]:
        """The rows of one side with the pieces of a name put together, in tables whose rows have codes."""
        found: list[Reading] = []
        waiting: Reading | None = None
        coded = any(reading.side.coded or reading.printed.code for reading in readings)
        for at, row in enumerate(readings):
            reading = row
            wrapped = self._wrapped(found[-1], row) if found and waiting is None else None
            if wrapped is not None:
                found[-1] = wrapped
                continue
            if not coded or is_total(reading.name):
                goes_on = (
                    found
                    and waiting is None
                    and (_goes_on(found[-1], reading) or self._is_unit(found[-1], reading))
                )
                above = found.pop() if goes_on else None
                found += [*filter(None, (waiting,)), _prefixed(above, reading) if above else reading]
                waiting = None
                continue
            last = found[-1] if found else None
            following = readings[at + 1] if at + 1 < len(readings) else None
            if waiting is not None:
                reading, waiting = _prefixed(waiting, reading), None
            if last is not None and _continues(last, reading):
                found[-1] = _joined(last, reading.printed, close_gaps(last.name + reading.name), last.project)
            elif following is not None and _begins(reading, following):
                waiting = reading
            else:
                found.append(reading)
        return found

    def _is_unit(self, above: Reading, reading: Reading) -> bool:
        """Is a row with amounts the rest of the name of a unit above it, which has none, where the document has it whole?"""
        halves = above.printed.roles == reading.printed.roles == ("unit_name",)
        name = close_gaps(above.name + reading.name)
        whole = halves and is_body(name) and without_office(fold(name)) in self.prose
        return whole and not _has_figures(above) and _has_figures(reading)

    def _wrapped(self, last: Reading, rest: Reading) -> Reading | None:
        """A unit with the rest of its name from the row below, which holds nothing else, where the document has it whole.

        Other rows without amounts are rows of their own, whose names may well follow each other in prose.
        """
        piece = rest.name
        if not _has_figures(last) or _has_figures(rest) or rest.printed.code or len(rest.printed.texts) != 1:
            return None
        name = close_gaps(last.name + piece)
        if not is_body(name) or fold(name) not in self.prose:
            return None
        own = _joined(last, rest.printed, name, last.project)
        return msgspec.structs.replace(own, unit_name=name) if last.unit_name == last.name else own


def _is_label(name: str) -> bool:
    """Is it the whole name of a source of income, of a 类, or of an item of the 三公 table?"""
    bare = fold_label(without_ordinal(name))
    item = three_public_item(name)
    return bare in _labels() or implied_class(name) is not None or (item is not None and item.key != _TOTAL)


@cache
def _labels() -> frozenset[str]:
    lists = (
        *(line.labels for line in income_lines()),
        *(line.labels for line in three_public_lines()),
        *(column.labels for column in shared_columns()),
    )
    return frozenset(fold_label(label) for labels in lists for label in labels)


def _joined(last: Reading, rest: PrintedRow, name: str, project: str | None) -> Reading:
    printed = msgspec.structs.replace(
        last.printed,
        texts=last.printed.texts + rest.texts,
        text_cells=last.printed.text_cells + rest.text_cells,
        roles=last.printed.roles + rest.roles,
        amounts=last.printed.amounts + rest.amounts,
        unread=last.printed.unread + rest.unread,
    )
    lines = (min(last.lines[0], rest.line), max(last.lines[1], rest.line))
    return msgspec.structs.replace(last, printed=printed, name=name, project=project, lines=lines, cut=True)


def _prefixed(piece: Reading, reading: Reading) -> Reading:
    """A row with the first half of its name, which stands above it."""
    printed = msgspec.structs.replace(
        reading.printed,
        texts=piece.printed.texts + reading.printed.texts,
        text_cells=piece.printed.text_cells + reading.printed.text_cells,
        roles=piece.printed.roles + reading.printed.roles,
    )
    name = close_gaps(piece.name + reading.name)
    lines = (piece.lines[0], reading.lines[1])
    return msgspec.structs.replace(reading, printed=printed, name=name, lines=lines, cut=True)


def _is_piece(reading: Reading) -> bool:
    return not reading.printed.code and bool(reading.name) and reading.project is None


def _continues(last: Reading, reading: Reading) -> bool:
    """Is a row without a code the rest of the one above?

    It is where its name completes that of the code, or where codes have a column, the row above has no amounts and an
    unfinished name, and the row itself has the amounts.
    """
    if not _is_piece(reading) or not last.printed.code or (_has_figures(last) and _has_figures(reading)):
        return False
    official = all_names(last.printed.code)
    whole = fold_label(last.name + reading.name)
    if any(name.startswith(whole) for name in official):
        return True
    known = fold_label(last.name) in official
    return last.side.coded and not known and not _has_figures(last) and _has_figures(reading)


def _goes_on(above: Reading, reading: Reading) -> bool:
    """Is a row the rest of the one above, in a table without codes: do both names make one that is known?"""
    if _has_figures(above) or not _has_figures(reading) or has_ordinal(reading.name):
        return False
    return not _is_label(above.name) and _is_label(above.name + reading.name)


def _begins(reading: Reading, following: Reading) -> bool:
    """Is a row without code and amounts the first half of the name below?"""
    if not _is_piece(reading) or _has_figures(reading) or not following.printed.code:
        return False
    whole = fold_label(reading.name + following.name)
    return any(name.startswith(whole) for name in all_names(following.printed.code))


def _has_figures(reading: Reading) -> bool:
    return bool(reading.printed.amounts or reading.printed.unread)
