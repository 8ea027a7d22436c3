"""Indicator rows put together: what a page break cut is one row again.

A row is whole when it has an indicator, a value and, where the table has weights, a weight. What is not whole
continues the row above, or the row below where the page ends with it and the next one lacks what it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.compile.performance.align import Aligned
from hrss_tui.compile.performance.cells import STRONG, fit
from hrss_tui.reference.performance import Role, is_level1, is_level2, performance_words
from hrss_tui.sources.text import Text, fold

LEVELS: tuple[Role, ...] = ("level1", "level2")
_CERTAIN: tuple[Role, ...] = ("value", "basis", "weight", "scoring", "evidence")
_REPEATING: tuple[Role, ...] = ("basis", "scoring", "evidence")


class Entry(msgspec.Struct, frozen=True):
    """One indicator row, of one printed row or several."""

    rows: tuple[Aligned, ...]

    def pieces(self, role: Role) -> tuple[Text, ...]:
        """Everything printed in a column, from above to below."""
        return tuple(text for row in self.rows for text in row.cells.get(role, ()))

    @property
    def levels_only(self) -> bool:
        """Does the row hold nothing but names of levels?"""
        return all(set(row.cells) <= set(LEVELS) for row in self.rows)


def entries(rows: Sequence[Aligned]) -> list[Entry]:
    """Printed rows to indicator rows, in order."""
    groups: list[list[Aligned]] = []
    for i, row in enumerate(rows):
        above = groups[-1] if groups else []
        if above and (_continues(above, row, rows[i + 1 : i + 2]) or _completes(above, row)):
            above.append(row)
        else:
            groups.append([row])
    return [Entry(tuple(group)) for group in groups]


def _core(row: Aligned) -> set[Role]:
    """What a whole row must have."""
    core: set[Role] = {"indicator", "value"}
    return core | {"weight"} if "weight" in row.row.roles else core


def _held(rows: Iterable[Aligned]) -> set[Role]:
    return {role for row in rows for role in row.cells}


def _whole(rows: Sequence[Aligned]) -> bool:
    return _core(rows[0]) <= _held(rows)


def _continues(above: Sequence[Aligned], row: Aligned, below: Sequence[Aligned]) -> bool:
    """A piece that goes up: not whole, not only levels, and not the head of a row cut by the page below."""
    if _held([row]) <= set(LEVELS):
        return all(_cut_level(role, above, row) for role in row.cells)
    if _whole([row]) or _own_row(above, row) or _is_of_grid(row):
        return False
    cut_below = bool(below) and below[0].row.page_top and row.row.page_end and not row.row.page_top
    return not (cut_below and _whole(above) and _completes([row], below[0]))


def _is_of_grid(row: Aligned) -> bool:
    """Is it a row of a known grid inside a page? No break cuts that: what it lacks is not printed."""
    return row.row.row.row is not None and not row.row.page_top


def _cut_level(role: Role, above: Sequence[Aligned], row: Aligned) -> bool:
    """Do a cell of a level and the piece above it make a known name, where the piece alone is none?"""
    known = is_level1 if role == "level1" else is_level2
    head, piece = (
        "".join(text.text for x in rows for text in x.cells.get(role, ())) for rows in (above, [row])
    )
    return bool(head) and not is_level1(piece) and not is_level2(piece) and known(head + piece)


def _completes(above: Sequence[Aligned], row: Aligned) -> bool:
    """Does a row at the top of a page give the cut row above what it lacks, being no whole row itself?"""
    at_break = row.row.page_top and not _whole(above) and not _held(above) <= set(LEVELS)
    return at_break and _whole([*above, row]) and not _own_row(above, row) and _is_piece(above, row)


def _is_piece(above: Sequence[Aligned], row: Aligned) -> bool:
    """A piece leaves columns blank, or its value only goes on where the one above begins with a sign."""
    columns = {role for role in row.row.roles if role and role not in LEVELS}
    return not columns <= _held([row]) or (_complete("value", above) and not _complete("value", [row]))


def _own_row(above: Sequence[Aligned], row: Aligned) -> bool:
    """Do both hold a complete cell of the same column? Then neither continues the other."""
    return any(_complete(role, above) and _complete(role, [row]) for role in _CERTAIN)


def _complete(role: Role, rows: Sequence[Aligned]) -> bool:
    texts = [text.text for row in rows for text in row.cells.get(role, ())]
    counted = role != "value" or any(char.isdigit() for text in texts for char in text)
    return counted and any(fit(role, text) >= STRONG for text in texts)


def usual_words(rows: Sequence[Aligned]) -> dict[Role, frozenset[str]]:
    """Per column, the words known to fill a cell: those of the reference and what several rows print."""
    words = performance_words()
    usual: dict[Role, frozenset[str]] = {}
    for role, known in zip(_REPEATING, (words.basis, words.scoring, words.evidence), strict=True):
        printed = Counter(fold(text.text) for row in rows for text in row.cells.get(role, ()))
        usual[role] = frozenset(map(fold, known)) | {text for text, count in printed.items() if count > 1}
    return usual


def without_repeats(pieces: tuple[Text, ...], usual: frozenset[str]) -> tuple[Text, ...]:
    """Pieces of one cell; what a page break printed a second time is dropped.

    按照完成比例赋分 | 分 is the first piece alone where other rows print that whole.
    """
    texts = [fold(text.text) for text in pieces]
    whole = "".join(texts)
    for kept in range(1, len(pieces)):
        head, rest = "".join(texts[:kept]), "".join(texts[kept:])
        if whole not in usual and head in usual and head.endswith(rest):
            return pieces[:kept]
    return pieces
