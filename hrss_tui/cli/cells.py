"""How wide a text is in a terminal, and the padding and wrapping that follow from it.

A Han character takes two cells. The common characters are decided here; wcwidth is asked, and imported,
only for the others.
"""

from __future__ import annotations

from functools import lru_cache

_WIDE = ((0x3000, 0x3029), (0x3041, 0x3096), (0x30A1, 0x30FA), (0x4E00, 0x9FFF), (0xFF01, 0xFF60))
"""Ideographic punctuation, kana, Han, full-width forms: two cells in every terminal."""
_NARROW = ((0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x2FF), (0x2010, 0x2027), (0x2190, 0x21FF), (0x2460, 0x24FF))
"""Latin, general punctuation, arrows, circled digits: one cell (ambiguous ones are narrow, see doctor)."""
NO_BREAK_BEFORE = "，。、；：！？）》”’】〕%"
"""Characters that must not begin a line."""

MORE = "…"
"""Stands where a text is cut."""


def width(text: str) -> int:
    """Cells of a text."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    code = ord(char)
    if any(first <= code <= last for first, last in _NARROW):
        return 1
    if any(first <= code <= last for first, last in _WIDE):
        return 2
    from wcwidth import wcwidth

    return max(0, wcwidth(char))


def pad(text: str, cells: int, right: bool = False) -> str:
    """The text filled with spaces to `cells`; on its left side where it is to stand right."""
    fill = " " * (cells - width(text))
    return fill + text if right else text + fill


def cut(text: str, cells: int) -> str:
    """The text, or as much of it as `cells` hold with a sign that there is more."""
    if width(text) <= cells:
        return text
    kept = ""
    for char in text:
        if width(kept + char) > cells - width(MORE):
            break
        kept += char
    return kept + MORE


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most `cells`, broken at spaces and between Han characters; at least one line."""
    lines = [""]
    for word in _words(text):
        if lines[-1] and width(lines[-1] + word) > cells and word not in NO_BREAK_BEFORE:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return [line.rstrip() for line in lines]


def _words(text: str) -> list[str]:
    """The pieces between which a line may break: words with the space before them, single wide characters."""
    pieces: list[str] = []
    for char in text:
        wide = _cells(char) == 2
        if pieces and not wide and char != " " and _cells(pieces[-1][-1]) != 2:
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces
