"""The filters of a query: which documents, kinds of block, codes and years it is limited to."""

from __future__ import annotations

from unicodedata import normalize

from hrss_tui import lazy_re as re
from hrss_tui.query.search.language import faulty
from hrss_tui.query.search.lines import lines_between
from hrss_tui.words.search import KIND_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from hrss_tui.pack.open import Package
    from hrss_tui.query.search.language import Typed

    Item = TypeVar("Item")

_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(\d{4})(?:[-–—~](\d{4}))?")
_PARAGRAPHS = ("paragraph", "list_item")
_KINDS = {
    "heading": ("heading",),
    "paragraph": _PARAGRAPHS,
    "list_item": ("list_item",),
    "row": ("table_row",),
    "table_row": ("table_row",),
    "note": ("note",),
}
KINDS = {
    name: kinds
    for kind, kinds in _KINDS.items()
    for name in (kind, *(said for said, of in KIND_WORDS.items() if of == kind))
}
"""What may be written after `kind:`, and the kinds of block it means."""
_DIGITS = (3, 5, 7)
"""How many a code has: of a class, a group, an item."""


class Filters:
    """What is let through: ids of documents, kinds, numbers of blocks. None lets everything through.

    `open_docs` and `open_kinds` are what is let through by the text alone, whatever was chosen beside it.
    """

    __slots__ = ("blocks", "docs", "kinds", "open_docs", "open_kinds")

    def __init__(
        self,
        docs: frozenset[str] | None = None,
        kinds: frozenset[str] | None = None,
        blocks: frozenset[int] | None = None,
        beside: tuple[frozenset[str] | None, frozenset[str] | None] = (None, None),
    ) -> None:
        self.open_docs, self.open_kinds = docs, kinds
        self.docs = _within(docs, beside[0])
        self.kinds = _within(kinds, beside[1])
        self.blocks = blocks

    @property
    def none(self) -> bool:
        """Is everything let through?"""
        return self.docs is None and self.kinds is None and self.blocks is None


def filters(typed: Typed, pack: Package) -> Filters:
    """The filters of a query. Values of one key add up; keys, exclusions and choices beside it narrow. Raises QueryError."""
    if not typed.filters and not typed.beside:
        return Filters()
    docs = _chosen(typed, "doc", lambda value, at: _documents(pack, value, at))
    years = _chosen(typed, "year", lambda value, at: _of_year(pack, value, at))
    kinds = _chosen(typed, "kind", _kinds)
    codes = _chosen(typed, "code", lambda value, at: _of_code(pack, value, at))
    every_doc = frozenset(pack.column("documents", "doc_id"))
    chosen = [_settled(pair, every_doc) for pair in (docs, years) if pair]
    return Filters(
        frozenset.intersection(*chosen) if chosen else None,
        _settled(kinds, frozenset(kind for group in KINDS.values() for kind in group)) if kinds else None,
        _settled(codes, frozenset(range(pack.count("blocks")))) if codes else None,
        (
            _beside(typed, "doc", lambda value: _documents(pack, value, 0)),
            _beside(typed, "kind", lambda value: _kinds(value, 0)),
        ),
    )


def _within(wide: frozenset[str] | None, narrow: frozenset[str] | None) -> frozenset[str] | None:
    """What both let through."""
    if wide is None or narrow is None:
        return wide if narrow is None else narrow
    return wide & narrow


def _beside(typed: Typed, key: str, resolve: Callable[[str], frozenset[str]]) -> frozenset[str] | None:
    """What was chosen of a key beside the text; None where nothing was."""
    values = typed.beside.get(key)
    return frozenset(item for value in values for item in resolve(value)) if values else None


def _chosen(
    typed: Typed, key: str, resolve: Callable[[str, int], frozenset[Item]]
) -> tuple[frozenset[Item] | None, frozenset[Item]] | None:
    """What the filters of one key ask for (None: everything) and what they exclude; None without such filters."""
    wanted: frozenset[Item] | None = None
    excluded: frozenset[Item] = frozenset()
    entries = [entry for entry in typed.filters if entry[0] == key]
    for _, values, want, at in entries:
        found = frozenset(item for value in values for item in resolve(value, at))
        if want:
            wanted = found if wanted is None else wanted | found
        else:
            excluded |= found
    return (wanted, excluded) if entries else None


def _settled(pair: tuple[frozenset[Item] | None, frozenset[Item]], every: frozenset[Item]) -> frozenset[Item]:
    wanted, excluded = pair
    return (every if wanted is None else wanted) - excluded


def _documents(pack: Package, value: str, at: int) -> frozenset[str]:
    """Documents whose id is, or begins with, the value; with nothing none does."""
    ids = pack.column("documents", "doc_id")
    found = [doc for doc in ids if doc == value] or [doc for doc in ids if value and doc.startswith(value)]
    if not found:
        faulty("no_doc", at, value=value, docs=_some(ids))
    return frozenset(found)


def _of_year(pack: Package, value: str, at: int) -> frozenset[str]:
    """Documents whose period, else whose date, touches the year or the span of years, whichever is written first."""
    match = _YEARS.fullmatch(normalize("NFKC", value))
    if match is None:
        faulty("bad_year", at, value=value)
    first, last = sorted((int(match[1]), int(match[2] or match[1])))
    found = []
    columns = (pack.column("documents", name) for name in ("doc_id", "period", "date"))
    for doc, period, date in zip(*columns, strict=True):
        years = [int(year) for year in _YEAR.findall(period or date or "")]
        if years and years[0] <= last and years[-1] >= first:
            found.append(doc)
    return frozenset(found)


def _kinds(value: str, at: int) -> frozenset[str]:
    if value not in KINDS:
        faulty("no_kind", at, value=value, kinds=_some(KINDS))
    return frozenset(KINDS[value])


def _of_code(pack: Package, value: str, at: int) -> frozenset[int]:
    """Blocks that hold an amount of a code or of one below it."""
    lines: dict[str, set[int]] = {}
    value = normalize("NFKC", value)
    for table in ("budget_lines", "budget_changes"):
        if table not in pack.schema:
            continue
        columns = (pack.column(table, name) for name in ("code", "doc_id", "line_start", "line_end"))
        for code, doc, start, end in zip(*columns, strict=True):
            if code and code.startswith(value):
                lines.setdefault(doc, set()).update(lines_between(start, end))
    if not lines:
        faulty("no_code", at, value=value)
    places = (pack.column("blocks", name) for name in ("doc_id", "line_start", "line_end"))
    return frozenset(
        number
        for number, (doc, start, end) in enumerate(zip(*places, strict=True))
        if doc in lines and not lines[doc].isdisjoint(lines_between(start, end))
    )


def is_code(pack: Package, text: str) -> bool:
    """Whether a text is a code of an amount, or what codes begin with: the tables print it in pieces, not as one word."""
    tables = (table for table in ("budget_lines", "budget_changes") if table in pack.schema)
    return (
        len(text) in _DIGITS
        and text.isdecimal()
        and any(code and code.startswith(text) for table in tables for code in pack.column(table, "code"))
    )


def is_english_name(pack: Package, text: str) -> bool:
    """Whether a text stands in the English name of an indicator: its documents have only the Chinese one."""
    if not (text.isascii() and text.strip()) or "indicators" not in pack.schema:
        return False
    wanted = text.strip().casefold()
    return any(wanted in (name or "").casefold() for name in pack.column("indicators", "name_en"))


def _some(names: Iterable[str], most: int = 8) -> str:
    listed = list(names)
    return "、".join(listed[:most]) + (" …" if len(listed) > most else "")
