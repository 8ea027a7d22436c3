"""Pages that hold no text that can be read: a picture of one, or characters in a font that nobody knows the codes of."""

from __future__ import annotations

from hrss_tui.sources.formats.pdf.seen import Seen

_COVERED = 0.4
"""Pictures that cover at least this share of a page without text are a scan of it."""
_FEW = 8
"""So few characters beside such a picture are a stamp or a page number, no text of the page."""
_EDGE = 0.08
"""What stands in this share of the height at the top and at the foot is a running header, which a print may add to a scan."""
_UNKNOWN = 0.5
"""A text of which more than this share has no known code cannot be read: it is as good as a picture."""

_STRANGE = 0.15
"""A page without a Han character of which more than this share are such letters is no text of any language."""
_LATIN = ("\u00a1", "\u024f")
_HAN = ("\u3400", "\u9fff")


def is_scanned(page: Seen) -> bool:
    """Is the page a picture of a text?"""
    area = sum(max(0.0, box.right - box.left) * max(0.0, box.bottom - box.top) for box in page.pictures)
    return _inner(page) < _FEW and area >= _COVERED * page.width * page.height


def is_layer(page: Seen) -> bool:
    """Is what a scan hides a text, and one that can be read?"""
    return _count(page) >= _FEW and not is_unreadable(page)


def is_unreadable(page: Seen) -> bool:
    """Is the page a text in a font that nobody knows the codes of?

    Where such a font has codes of a byte, what comes out are letters of Western Europe and signs among them.
    """
    count = _count(page)
    strange = sum(_LATIN[0] <= char.text <= _LATIN[1] for char in page.chars)
    han = any(_HAN[0] <= char.text <= _HAN[1] for char in page.chars)
    if count <= _FEW:
        return page.unmapped > count
    return page.unmapped > _UNKNOWN * count or (not han and page.unmapped + strange > _STRANGE * count)


def _inner(page: Seen) -> int:
    """Characters between the upper and the lower edge."""
    least, most = _EDGE * page.height, (1 - _EDGE) * page.height
    return sum(char.text != " " and least < char.base < most for char in page.chars)


def _count(page: Seen) -> int:
    return sum(char.text != " " for char in page.chars)
