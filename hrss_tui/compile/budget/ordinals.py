"""Names behind an ordinal: 八、社会保障和就业支出 is the 类 of that name, whatever the number before it."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.classifications import every_functional_code
from hrss_tui.sources.text import fold

_ORDINAL = re.compile(
    r"(?<!\s)\s*+(?:[一二三四五六七八九十百]{1,9}\s*+[、.．,，]|[（(]\s*+[一二三四五六七八九十]{1,9}\s*+[）)]|\d{1,2}\s*[、.．](?!\d))\s*"
)


def without_ordinal(name: str) -> str:
    """A name without the number before it."""
    return _ORDINAL.sub("", name, count=1) if _ORDINAL.match(name) else name


def has_ordinal(name: str) -> bool:
    """Does a number stand before the name?"""
    return _ORDINAL.match(name) is not None


@cache
def _classes() -> dict[str, str]:
    """Folded name of any year → code of the 类."""
    entries = [entry for entry in every_functional_code() if not entry.parent]
    return {fold(name): entry.code for entry in entries for name in entry.names}


def implied_class(name: str) -> str | None:
    """The code of the 类 that a name is, with or without its number; None where it is none."""
    return _classes().get(fold(without_ordinal(name)))
