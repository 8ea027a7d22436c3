"""Digits that are printed raised: the mark of a footnote, a power. 250.00 with a raised 2 is 250.00², not 250.002."""

from __future__ import annotations

from hrss_tui import lazy_re as re

_PLAIN, _RAISED = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UP = str.maketrans(_PLAIN + "０１２３４５６７８９", _RAISED * 2)
_DOWN = str.maketrans(_RAISED, _PLAIN)
_APART = re.compile(rf"[注\[〔【(（][{_RAISED}]{{1,2}}")
"""A mark that something else sets apart: [¹] and 注¹ are written as most write them, [1] and 注1."""


def raised(text: str) -> str:
    """A text that is printed raised, its digits as such characters."""
    return text.translate(_UP)


def beside(text: str) -> str:
    """A whole paragraph or cell. Where nothing in it but blanks and signs is printed otherwise, its digits are no marks."""
    found = [char for char in text if char in _RAISED]
    if not found:
        return text
    if not any(char.isalnum() and char not in _RAISED for char in text):
        return text.translate(_DOWN)
    return _APART.sub(lambda mark: mark.group().translate(_DOWN), text)
