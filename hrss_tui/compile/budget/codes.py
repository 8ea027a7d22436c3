"""Codes of which the print lost the last digits, restored from what the document or the classification says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from hrss_tui.reference import functional_children, functional_names
from hrss_tui.sources.text import fold

_LATEST = 9999


class CodeBook(msgspec.Struct, frozen=True):
    """Names the document itself gives: of 款 by code, of 项 by (款, folded name)."""

    groups: dict[str, str]
    items: dict[tuple[str, str], str]


def code_book(rows: Iterable[tuple[str, str]]) -> CodeBook:
    """The book of a document from the (code, name) of all its functional rows; the first name of a 款 counts."""
    groups: dict[str, str] = {}
    items: dict[tuple[str, str], str] = {}
    for code, name in rows:
        if len(code) == 5:
            groups.setdefault(code, fold(name))
        elif len(code) == 7:
            items.setdefault((code[:5], fold(name)), code)
    return CodeBook(groups, items)


def restore(code: str, name: str, book: CodeBook, year: int | None) -> tuple[str, bool]:
    """The full code of a row and whether its last digits had to be restored.

    A 款 whose name is not that of the 款 is a 项 that lost its digits. Where nothing tells which 项 it is, the
    row keeps what is printed.
    """
    if len(code) != 5 or not _is_item(code, name, book, year):
        return code, False
    own = book.items.get((code, fold(name)))
    found = own or _children(year).get((code, fold(name)))
    return (found, True) if found else (code, False)


def _is_item(code: str, name: str, book: CodeBook, year: int | None) -> bool:
    official = functional_names(year or _LATEST).get(code)
    if official is not None and fold(official) == fold(name):
        return False
    return book.groups.get(code, fold(name)) != fold(name) or (code, fold(name)) in book.items


def _children(year: int | None) -> Mapping[tuple[str, str], str]:
    children = functional_children(year or _LATEST)
    return {(parent, fold(name)): code for (parent, name), code in children.items()}
