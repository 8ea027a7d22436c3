"""What a browser prints around a page of the web: the address and the number of the sheet, the day and the title.

It stands on every sheet, also on the only one, and the day is that of printing, none of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.content import Content, Printed, without

_SHEET = r"(?P<number>\d{1,4})\s{0,3}(?:/|／|of|共)\s{0,3}(?P<count>\d{1,4})"
_ADDRESS = r"(?:https?|file|about|view-source|chrome-extension|moz-extension|edge):\S{1,2000}"
_DAY = (
    r"(?:\d{1,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,4}日?[,，]?\s{0,3}"
    r"(?:[上下]午|[AP]M)?\s?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?)"
)
_FEET = tuple(
    re.compile(rf"{first}\s{{1,40}}{second}", re.IGNORECASE)
    for first, second in ((_ADDRESS, _SHEET), (_SHEET, _ADDRESS))
)
_DATED_FEET = tuple(
    re.compile(rf"{first}\s{{1,40}}{second}", re.IGNORECASE)
    for first, second in ((_SHEET, _DAY), (_DAY, _SHEET))
)
"""The day alone may be that of a document: it counts where it stands on every page."""
_HEAD = re.compile(rf"{_DAY}(?:\s.{{1,300}})?|.{{1,300}}?\s{{1,9}}{_ADDRESS}", re.IGNORECASE)
_EDGE = 0.08
"""It stands in this share of the height of a page at its top and at its bottom."""


def without_browser(pages: Sequence[Content]) -> list[Content]:
    """The pages without what a browser printed around them; in a file of several prints there may be others."""
    feet = [_foot(page, _FEET) for page in pages]
    if not any(feet):
        feet = [_foot(page, _DATED_FEET) for page in pages]
        feet = feet if all(feet) else []
    return [
        without(page, [foot[0], *_heads(page)], foot[1]) if foot else page
        for page, foot in zip_longest(pages, feet)
    ]


def _foot(page: Content, feet: Sequence[re.Pattern[str]]) -> tuple[Printed, str] | None:
    """The line at the foot of a page that counts its sheets, and its number."""
    last = max(page.prose, key=lambda line: line.box.bottom, default=None)
    if last is None or last.box.top < (1 - _EDGE) * page.height:
        return None
    match = next((found for foot in feet if (found := foot.fullmatch(last.text))), None)
    return (last, match["number"]) if match and int(match["number"]) <= int(match["count"]) else None


def _heads(page: Content) -> list[Printed]:
    """The line at the top of a page with the day or the address of the print."""
    first = min(page.prose, key=lambda line: line.box.top)
    printed = first.box.bottom <= _EDGE * page.height and _HEAD.fullmatch(first.text)
    return [first] if printed else []
