"""Values of a table in text that are written so that a spreadsheet takes them for a text: ="0120", '0120."""

from __future__ import annotations

from hrss_tui import lazy_re as re

_GUARDED = re.compile(r'="(?P<plain>[^"]*)"|"=""(?P<quoted>[^"]*)"""' r"|'(?P<led>\d{1,30}(?:[.,]\d{1,30})?)")
_BEGINS = ("=", '"', "'")


def guard(text: str) -> tuple[int, int]:
    """Where the value itself begins and ends in the text of a cell."""
    found = _GUARDED.fullmatch(text) if text.startswith(_BEGINS) else None
    return found.span(found.lastgroup or 0) if found is not None else (0, len(text))
