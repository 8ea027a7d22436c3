"""What a shell may offer for an argument: codes, places, tables, metrics and documents of the package.

A shell takes some characters as commands, also in what it completes: only names without any are given away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from hrss_tui import lazy_re as re
from hrss_tui.pack.diff import OWN
from hrss_tui.pack.read import Pack
from hrss_tui.query.compare import metrics, prefectures

_HARMLESS: Final = re.compile(r"[\w.:-]+")


def candidates(pack: Pack, kind: str) -> list[str]:
    """The names of a kind, each once, in the order of the package."""
    return [name for name in dict.fromkeys(KINDS[kind](pack)) if _HARMLESS.fullmatch(name)]


def _codes(pack: Pack) -> Iterable[str]:
    return sorted({code for code in pack.column("budget_lines", "code") if code})


def _places(pack: Pack) -> Iterable[str]:
    for row in prefectures(pack):
        yield from (row.short_name, row.pinyin, row.code)


def _tables(pack: Pack) -> Iterable[str]:
    return (*pack.tables, "figures")


def _compared(pack: Pack) -> Iterable[str]:
    return (*OWN, *pack.tables)


def _metrics(pack: Pack) -> Iterable[str]:
    return (metric.metric for metric in metrics(pack))


def _documents(pack: Pack) -> Iterable[str]:
    return pack.column("documents", "doc_id")


KINDS: Final[dict[str, Callable[[Pack], Iterable[str]]]] = {
    "codes": _codes,
    "places": _places,
    "tables": _tables,
    "compared": _compared,
    "metrics": _metrics,
    "documents": _documents,
}
"""Kind → its names."""
