"""Markup that was pasted into a text: tags and references are read as blanks, of the same length.

So every place in what is read is a place in what is printed. A paragraph that ends within a line ends a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from hrss_tui import lazy_re as re

_BLOCKS = "p|div|br|li|ul|ol|dl|dt|dd|h[1-6]|section|article|center|blockquote|hr|header|footer|main"
_INLINE = "span|strong|b|em|i|u|font|a|sup|sub|small|big|img|s|del|ins|mark|o:p|st1:[a-z]{1,16}"
_TAG = re.compile(rf"<(?P<end>/?)(?:(?P<block>{_BLOCKS})|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_MARKS = "，。；：、！？,.;:!?）)”」》"


def unmarked(lines: Sequence[str], free: Sequence[bool]) -> tuple[str, ...]:
    """The lines with blanks for the markup of those that are free; the same lines where no tag of a paragraph stands."""
    if not any("<" in line and _opens(line) for line, usable in zip(lines, free, strict=True) if usable):
        return tuple(lines)
    return tuple(_bare(line) if usable else line for line, usable in zip(lines, free, strict=True))


def _opens(line: str) -> bool:
    return any(tag["block"] for tag in _TAG.finditer(line))


def _bare(line: str) -> str:
    """A line with blanks for its markup, and a full stop where a paragraph without a mark at its end has another behind it."""
    tags = list(_TAG.finditer(line)) if "<" in line else []
    bounds = [0, *(place for tag in tags for place in tag.span()), len(line)]
    texts = [line[low:high] for low, high in zip(bounds[::2], bounds[1::2], strict=True)]
    ends = max((index for index, text in enumerate(texts) if text.strip()), default=0)
    parts, mark = [texts[0]], texts[0].rstrip()[-1:]
    for index, tag in enumerate(tags):
        closes = tag["block"] and tag["block"].lower() != "br" and index < ends
        parts.append(("。" if closes and mark and mark not in _MARKS else "").ljust(len(tag[0])))
        mark = "。" if closes and mark else mark
        parts.append(texts[index + 1])
        mark = texts[index + 1].rstrip()[-1:] or mark
    return _REFERENCE.sub(_resolved, "".join(parts))


def _resolved(match: re.Match[str]) -> str:
    """The character of a reference, or a blank, and blanks up to its length."""
    text = unescape(match[0])
    return (text if len(text) == 1 and not text.isspace() else "").ljust(len(match[0]))
