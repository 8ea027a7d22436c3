"""Traditional characters and the simplified ones they are read as."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hrss_tui.reference._load import Entry, load


class _File(Entry, frozen=True):
    traditional: str
    simplified: str


@cache
def simplified() -> Mapping[int, str]:
    """Code point of a traditional character → its simplified one, for `str.translate`: one character for one."""
    file = load("characters.toml", _File)
    return MappingProxyType(
        {ord(old): new for old, new in zip(file.traditional, file.simplified, strict=True)}
    )
