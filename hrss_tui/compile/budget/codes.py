"""Codes that the print lost in part, and codes that contradict their names, read right where there is one reading.

What tells is what the document itself prints elsewhere and the classification of its year. A code stays as printed
where nothing tells, or where two readings are possible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from hrss_tui.reference import fold_label, functional_children
from hrss_tui.reference.classifications import all_names, economic_children
from hrss_tui.sources.text import fold

_LATEST = 9999
_LENGTHS = (3, 5, 7)
_OWN_LEVEL = 2
"""Digits of a row that prints its own level only."""

Repair = Literal["", "lost", "wrong", "misplaced"]


class CodeBook(msgspec.Struct, frozen=True):
    """Names the document itself gives: of 款 by code, of 项 by (款, folded name), in printed order."""

    groups: dict[str, str]
    items: dict[tuple[str, str], tuple[str, ...]]

    def item(self, place: tuple[str, str], at: int, rows: int) -> str | None:
        """The 项 of a name in row `at` of so many `rows` of that name: several 项 have one only row by row."""
        known = self.items.get(place, ())
        return known[0] if len(known) == 1 else known[at] if len(known) == rows else None


class Coded(msgspec.Struct, frozen=True):
    """The code of a row as read, and what was done to the printed one."""

    code: str
    repair: Repair = ""


class _Known(msgspec.Struct, frozen=True):
    """What the rows of one side are read with: the document's book, what the side prints, the year.

    `divided` are the 款 of which the side prints 项.
    """

    book: CodeBook
    printed: Counter[tuple[str, str]]
    divided: frozenset[str]
    year: int | None


def code_book(rows: Iterable[tuple[str, str]]) -> CodeBook:
    """The book of a document from the (code, name) of all its functional rows; the first name of a 款 counts.

    Several 项 of one 款 have one name where a narrow column cuts them.
    """
    groups: dict[str, str] = {}
    items: dict[tuple[str, str], tuple[str, ...]] = {}
    for code, name in rows:
        if len(code) == 5:
            groups.setdefault(code, fold(name))
        elif len(code) == 7:
            known = items.get((code[:5], fold(name)), ())
            if code not in known:
                items[code[:5], fold(name)] = (*known, code)
    return CodeBook(groups, items)


def read_codes(rows: Sequence[tuple[str, str]], book: CodeBook, year: int | None) -> list[Coded]:
    """The codes of the rows of one side, given as (printed digits, name) in printed order; "" for no code."""
    found: list[Coded] = []
    seen: Counter[tuple[str, str]] = Counter()
    known = _Known(
        book,
        Counter((code, fold(name)) for code, name in rows),
        frozenset(code[:5] for code, _ in rows if len(code) == _LENGTHS[-1]),
        year,
    )
    for code, name in rows:
        above = next((each.code for each in reversed(found) if each.code), "")
        functional = is_functional(code) or is_functional(above)
        if not code:
            found.append(Coded(""))
            continue
        level = _below(above, fold_label(name), code, year) if len(code) == _OWN_LEVEL else None
        coded = Coded(level or code)
        if functional and len(code) == 5 and name:
            coded = _lost(code, name, known, seen[code, fold(name)])
        if not coded.repair and level is None:
            coded = _wrong(code, name, above, known)
        seen[code, fold(name)] += 1
        found.append(coded)
    return found


def is_functional(code: str) -> bool:
    """Is it a code of the functional classification?"""
    return code.startswith("2")


def _lost(code: str, name: str, known: _Known, again: int) -> Coded:
    """A 款 whose name is not that of the 款 is a 项 that lost its digits.

    Where 款 and 项 have one name (其他公共安全支出), the row is the 项 only where the 款 stands above it already. So do both
    have where a narrow column cuts them: then the 项 stands below it with all its digits. `again`: so many rows of this
    code and name stand above.
    """
    official = all_names(code)
    if not again:
        if fold_label(name) in official:
            return Coded(code)
        if not official and code in known.divided:
            return Coded(code)
    place = (code, fold(name))
    item = known.book.item(place, again, known.printed[place])
    cut = any(each.startswith(fold_label(name)) for each in official)
    if not again and cut and (item, fold(name)) in known.printed:
        return Coded(code)
    if (
        item is None
        and place not in known.book.items
        and (again or official or known.book.groups.get(code, fold(name)) != fold(name))
    ):
        item = _children_of(known.year or _LATEST).get((code, fold(name)))
    return Coded(item, "lost") if item else Coded(code)


def _wrong(code: str, name: str, above: str, known: _Known) -> Coded:
    """A code that its classification lacks, or gives another name, where the name has one code below the same parent."""
    own = all_names(code)
    folded = fold_label(name)
    other = _of_another(code, folded, known.year)
    if folded in own or (not own and _is_possible(code) and other is None):
        return Coded(code)
    found = _sibling(code, folded, known.year) if own else other or _below(above, folded, code, known.year)
    if found is None or found == code:
        return Coded(code)
    # Digits that no code has are none of their own; others may be those of a row that stands elsewhere.
    if len(code) in _LENGTHS and (found, fold(name)) in known.printed:
        return Coded(code)
    return Coded(found, "wrong" if own or other else "misplaced")


def _of_another(code: str, folded: str, year: int | None) -> str | None:
    """The 项 of the year that has the name, where the printed one has full digits and is no 项 known of any year.

    A 项 that our lists lack may exist; it has no name that another 项 of its 款 has.
    """
    if year is None or not is_functional(code) or len(code) != _LENGTHS[-1] or all_names(code):
        return None
    return _sibling(code, folded, year)


def _is_possible(code: str) -> bool:
    """Could there be such a code that our lists lack: known 类, full digits?"""
    return len(code) in _LENGTHS and bool(all_names(code[:3]))


def _sibling(code: str, folded: str, year: int | None) -> str | None:
    """The code of a name below the same parent, in the classification of the year."""
    if len(code) not in _LENGTHS[1:]:
        return None
    return _named(code[:-2], folded, year)


def _below(above: str, folded: str, code: str, year: int | None) -> str | None:
    """The code of a name below the row above or beside it, its last digits those that are printed."""
    for length in (len(above), len(above) - 2):
        found = _named(above[:length], folded, year) if length >= 3 else None
        if found is not None and found[-2:] == code[-2:]:
            return found
    return None


def _named(parent: str, folded: str, year: int | None) -> str | None:
    if is_functional(parent):
        return _folded_children(year or _LATEST).get((parent, folded))
    return economic_children().get((parent, folded))


@cache
def _folded_children(year: int) -> Mapping[tuple[str, str], str]:
    return {(parent, fold_label(name)): code for (parent, name), code in functional_children(year).items()}


@cache
def _children_of(year: int) -> Mapping[tuple[str, str], str]:
    children = functional_children(year)
    return {(parent, fold(name)): code for (parent, name), code in children.items()}
