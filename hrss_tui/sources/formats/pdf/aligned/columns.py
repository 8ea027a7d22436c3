"""Where the columns of a table without rulings are written: stretches that hold the texts of its rows.

Figures stand below each other in stretches of their own. Texts that reach into one of these run over from a column
beside it and say nothing of columns; the others make stretches too, unless texts prevail where figures were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hrss_tui.sources.formats.pdf.aligned.words import Word

_SLACK = 0.4
"""Texts that have less than this in common (points) do not stand below each other."""


class Column(msgspec.Struct, frozen=True):
    """A column as far as rows write in it: where its texts begin and end, how many there are, how many are figures."""

    left: float
    right: float
    texts: int = 1
    figures: int = 0

    @property
    def middle(self) -> float:
        """Horizontal middle."""
        return (self.left + self.right) / 2


def columns_of(words: Iterable[Word], walls: Sequence[float] = ()) -> list[Column]:
    """The columns of the words of a table's rows, from left to right; no column reaches over a wall."""
    slots: dict[int, list[Word]] = {}
    for word in words:
        slots.setdefault(sum(wall <= word.middle for wall in walls), []).append(word)
    return [column for slot in sorted(slots) for column in _in_slot(slots[slot])]


def _in_slot(words: Sequence[Word]) -> list[Column]:
    figures = _united(_column(word) for word in words if word.is_figure)
    texts = [_column(word) for word in words if not word.is_figure]
    of_texts = [column for column in figures if _count_over(texts, column) > column.figures]
    of_figures = [column for column in figures if column not in of_texts]
    free = [text for text in texts if not any(_meet(text, column) for column in of_figures)]
    return sorted([*of_figures, *_united([*free, *of_texts])], key=lambda column: column.left)


def _column(word: Word) -> Column:
    return Column(word.left, word.right, 1, int(word.is_figure))


def _count_over(texts: Sequence[Column], column: Column) -> int:
    return sum(_meet(text, column) for text in texts)


def _meet(one: Column, other: Column) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > _SLACK


def _united(parts: Iterable[Column]) -> list[Column]:
    """Stretches that have something in common taken together."""
    found: list[Column] = []
    for part in sorted(parts, key=lambda part: part.left):
        if found and _meet(found[-1], part):
            last = found[-1]
            found[-1] = Column(
                last.left, max(last.right, part.right), last.texts + part.texts, last.figures + part.figures
            )
        else:
            found.append(part)
    return found
