"""Which cell of a printed row a figure is: rows of tables are kept with tabs between their cells."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import narrow
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things

_THINGS = things()
_TIMED = re.compile(re.any_of(_THINGS.names.timed))
"""What a rate of completion is measured by beside the whole aim: the part of the year that is over, what is not to be passed."""


def is_of_whole_aim(label: str) -> bool:
    """Is a rate one of all that was aimed at?"""
    return not _TIMED.search(label)


def is_mean(*labels: str) -> bool:
    """Are figures means by what they are called (年平均工资) or by the title of their table? They are not added up."""
    return any(word in label for label in labels for word in prose_words().averages)


def cells_of(text: str) -> tuple[str, ...]:
    """The cells of a row."""
    return tuple(cell.strip() for cell in text.split("\t"))


def digits(text: str) -> str:
    """The digits of a cell with its point, without what stands around them."""
    return narrow(text).replace(",", "").replace("％", "%").strip("+- %")


def column_of(rows: Sequence[tuple[str, str]]) -> int | None:
    """The only column in which each row prints its figure, of rows with their figures as printed."""
    found: set[int] | None = None
    for text, printed in rows:
        own = {at for at, cell in enumerate(cells_of(text)) if digits(cell) == digits(printed)}
        found = own if found is None else found & own
    return next(iter(found)) if found and len(found) == 1 else None
