"""Scanned pages: a picture and no text."""

from __future__ import annotations

from hrss_tui.sources.formats.pdf.seen import Seen

_COVERED = 0.4
"""Pictures that cover at least this share of a page without text are a scan of it."""
_FEW = 8
"""So few characters beside such a picture are a stamp or a page number, no text of the page."""
_UNKNOWN = 0.5
"""A text of which more than this share has no known code cannot be read: it is as good as a picture."""


def is_scanned(page: Seen) -> bool:
    """Is the page a picture of a text?"""
    area = sum(max(0.0, box.right - box.left) * max(0.0, box.bottom - box.top) for box in page.pictures)
    return _count(page) < _FEW and area >= _COVERED * page.width * page.height


def is_unreadable(page: Seen) -> bool:
    """Is the page a text in a font that nobody knows the codes of?"""
    count = _count(page)
    return count > _FEW and page.unmapped > _UNKNOWN * count


def _count(page: Seen) -> int:
    return sum(char.text != " " for char in page.chars)
