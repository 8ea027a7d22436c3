"""Text that stands sideways between upright text: a run of it is taken as one piece, read in its own direction."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.formats.pdf.lines import box_of
from hrss_tui.sources.formats.pdf.seen import Char

_APART = 1.7
"""Characters of a run follow each other no farther than this (em), middle to middle."""
_BASE = 0.35


def pieces(chars: Sequence[Char], quarters: Sequence[int]) -> list[Char]:
    """The characters with every run that is turned by a quarter or more as one piece of text."""
    found: list[Char] = []
    run: list[Char] = []
    turned = 0
    for char, quarter in zip(chars, quarters, strict=True):
        if run and (quarter != turned or _far(run[-1], char)):
            found += _piece(run)
            run = []
        turned = quarter
        if quarter:
            run.append(char)
        else:
            found.append(char)
    return found + _piece(run)


def _far(last: Char, char: Char) -> bool:
    across = last.middle - char.middle
    down = (last.top + last.bottom - char.top - char.bottom) / 2
    return max(abs(across), abs(down)) > _APART * char.em


def _piece(run: Sequence[Char]) -> list[Char]:
    if not run:
        return []
    box, em = box_of(run), run[0].em
    base = (box.top + box.bottom) / 2 + _BASE * em
    text = "".join(char.text for char in run).strip()
    return [Char(text, box.left, box.top, box.right, box.bottom, base, em)] if text else []
