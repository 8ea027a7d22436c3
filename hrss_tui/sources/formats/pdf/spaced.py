"""Numbers whose characters stand apart, all equally: 3 , 2 1 6 . 5 4 is one number, not eight columns.

That they are of one number is sure only where a point or a comma stands between them by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hrss_tui.sources.formats.pdf.lines import box_of
from hrss_tui.sources.formats.pdf.seen import Char

_DIGITS, _POINTS = frozenset("0123456789"), frozenset(".,")
_LEAST, _MOST = 0.25, 2.5
"""How far apart such characters stand (em)."""
_EVEN = 0.12
"""By how much their gaps differ at most (em)."""
_LEVEL = 0.1
_SHORTEST = 3


def with_spaced(chars: Sequence[Char]) -> list[Char]:
    """The characters of a page, every such number as one piece of text."""
    found: list[Char] = []
    run: list[Char] = []
    held: list[Char] = []  # the run with the spaces that are typed between its characters
    for char in chars:
        if run and char.text != " " and not _goes_on(run, char):
            found += _whole(run) or held
            run, held = [], []
        if char.text in _DIGITS or (run and char.text in _POINTS):
            run.append(char)
            held.append(char)
        elif run:
            held.append(char)
        else:
            found.append(char)
    return found + (_whole(run) or held)


def _goes_on(run: Sequence[Char], char: Char) -> bool:
    """Does a character follow as far behind the last as that behind the one before it?"""
    last = run[-1]
    if char.text not in _DIGITS and char.text not in _POINTS:
        return False
    if abs(char.base - last.base) > _LEVEL * last.em or abs(char.em - last.em) > _LEVEL * last.em:
        return False
    gap = char.left - last.right
    if not _LEAST * last.em <= gap <= _MOST * last.em:
        return False
    return len(run) < 2 or abs(gap - (last.left - run[-2].right)) <= _EVEN * last.em


def _whole(run: list[Char]) -> list[Char]:
    """The characters of a run as one where they are one number, else nothing."""
    points = [at for at, char in enumerate(run) if char.text in _POINTS]
    if len(run) < _SHORTEST or not points or points[-1] == len(run) - 1:
        return []
    if any(after - before == 1 for before, after in pairwise(points)):
        return []
    box = box_of(run)
    text = "".join(char.text for char in run)
    return [Char(text, box.left, box.top, box.right, box.bottom, run[0].base, run[0].em)]
