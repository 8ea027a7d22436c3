"""Footnotes: small type at the foot of a page. A sentence that goes on on the next page goes on behind them.

Written where they stand, they would cut it in two: its second half lost the time and the subject of the first, which went to
the note instead. They are kept for themselves here and written before the paragraph that the page leaves open.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.formats.pdf.content import Content, Printed, in_columns, in_order
from hrss_tui.sources.formats.pdf.table import PageTable

_MARK = re.compile(
    r"[⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳㊟*＊※]|[\[［〔【（(]\s?\d{1,2}\s?[\]］〕】）)]|注\s?\d{0,2}\s?[:：]|\d{1,2}(?=\s|[\u3400-\u9fff]|$)"
)
_SMALLER = 0.92
"""Type of notes: at most this share of that of the page."""
_HEADING = 0.6
"""A heading reaches over less than this share of the width of the text."""
_FOOT = 0.5
"""Notes stand below this share of a page's height."""


def with_footnotes(page: Content) -> Content:
    """The page with its footnotes apart from its lines, where the sentence above them does not end on it."""
    parts = in_order(page)
    first = _first_note(parts, page)
    above = parts[first - 1] if 0 < first < len(parts) else None
    if not isinstance(above, Printed) or not _goes_on(above, page):
        return page
    notes = [part for part in parts[first:] if isinstance(part, Printed)]
    gone = {id(note) for note in notes}
    prose = tuple(line for line in page.prose if id(line) not in gone)
    return msgspec.structs.replace(page, prose=prose, notes=tuple(notes))


def _goes_on(line: Printed, page: Content) -> bool:
    """May the sentence of a line go on on the next page? A heading, above a list in small type, has none."""
    if marks.is_ended(line.text) or (marks.marker(line.text) and not marks.has_clause(line.text)):
        return False
    beside = next(lines for lines in in_columns(page) if any(other is line for other in lines))
    left, right = min(each.box.left for each in beside), max(each.box.right for each in beside)
    return line.box.right - left >= _HEADING * (right - left)


def _first_note(parts: Sequence[Printed | PageTable], page: Content) -> int:
    """Where the notes at the end of a page begin; their number of parts where there are none."""
    sizes = [part.em for part in parts if isinstance(part, Printed)]
    most = _SMALLER * median(sizes) if sizes else 0.0
    start = len(parts)
    while start > 0 and _is_small(parts[start - 1], most, page):
        start -= 1
    return next((at for at in range(start, len(parts)) if _begins(parts[at])), len(parts))


def _is_small(part: Printed | PageTable, most: float, page: Content) -> bool:
    return isinstance(part, Printed) and part.em <= most and part.box.top >= _FOOT * page.height


def _begins(part: Printed | PageTable) -> bool:
    return isinstance(part, Printed) and _MARK.match(part.text) is not None


def before_open(parts: Sequence[Printed | PageTable], notes: Sequence[Printed]) -> list[Printed | PageTable]:
    """What stands on a page in the order of reading, its notes before the paragraph that it leaves open.

    Where that is the whole page they stand behind it.
    """
    at = len(parts)
    while at > 0 and _is_open(parts[at - 1]):
        at -= 1
    at = at or len(parts)
    return [*parts[:at], *notes, *parts[at:]]


def _is_open(part: Printed | PageTable) -> bool:
    return isinstance(part, Printed) and not marks.is_ended(part.text)
