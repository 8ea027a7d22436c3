"""What a sheet prints above its pages: its left, middle and right part with codes for fonts, numbers and days.

It is no text of the sheet, but for a unit that stands nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hrss_tui import lazy_re as re
from hrss_tui.sources.captions import names_unit
from hrss_tui.sources.formats.xlsx.rich import is_on

_ODD, _OTHERS = "oddHeader", {"evenHeader": "differentOddEven", "firstHeader": "differentFirst"}
_MOST = 1_000
_PARTS = re.compile(r"&[LCR]|\n")
_CODES = re.compile(r"&\"[^\"]{0,100}\"|&\d{1,3}|&K[0-9A-Fa-f]{6}|&[A-Z]")


def printed_heads(attributes: Mapping[str, str]) -> frozenset[str]:
    """Which heads of a sheet its pages print: one of first or of even pages only where it says that these differ."""
    return frozenset((_ODD, *(tag for tag, said in _OTHERS.items() if is_on(attributes.get(said)))))


def units_of(heads: Iterable[str]) -> tuple[str, ...]:
    """The captions of heads that name a unit, each once."""
    parts = (_CODES.sub("", part).replace("&&", "&").strip() for part in _PARTS.split("".join(heads)[:_MOST]))
    return tuple(dict.fromkeys(part for part in parts if names_unit(part)))
