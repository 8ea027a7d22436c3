"""Everything that was read from one document, and its figures as quantities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TypeVar, cast

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import decimal, is_amount, narrow
from hrss_tui.compile.checks.basics.book import DECIMALS, Book, books, money_error
from hrss_tui.compile.checks.basics.identity import Quantity
from hrss_tui.compile.checks.basics.rounded import Rounding, rounding
from hrss_tui.money import yuan
from hrss_tui.records import Block, BudgetLine, BudgetTable, Document, Fact, Record
from hrss_tui.reference import base_unit, fold_label, split_unit, units

R = TypeVar("R", bound=Record)

_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?", re.ASCII)
_HALF = Decimal("0.5")
_WAN = 10_000


class Papers(msgspec.Struct, frozen=True, dict=True):
    """The records of one document by table, and its budget tables as a book."""

    doc_id: str
    book: Book
    records: dict[str, list[Record]]
    blocks: dict[str, Block]

    def of(self, struct: type[R]) -> list[R]:
        """The records of one table."""
        return cast(list[R], self.records.get(struct.TABLE, []))

    @cached_property
    def departments(self) -> list[str]:
        """The folded names that the document calls its department by, the longest first."""
        names = [row.department for row in self.of(BudgetTable)]
        names += [row.issuer for row in self.of(Document)]
        return sorted({fold_label(name) for name in names if name}, key=len, reverse=True)

    @cached_property
    def rounding(self) -> Rounding:
        """To how many decimals its text rounds amounts in 万元."""
        return rounding(self.blocks.values())


def papers(tables: Mapping[str, Sequence[Record]]) -> list[Papers]:
    """The papers of every document, in the order of `documents` (else in which facts first name them)."""
    found: dict[str, dict[str, list[Record]]] = {}
    for name, rows in tables.items():
        for row in rows:
            if isinstance(row, Fact):
                found.setdefault(row.doc_id, {}).setdefault(name, []).append(row)
    made = []
    for doc_id, records in found.items():
        blocks = {row.block_id: row for row in records.get(Block.TABLE, ()) if isinstance(row, Block)}
        empty = Papers(doc_id, Book(doc_id, {}), records, blocks)
        own = books(empty.of(BudgetTable), empty.of(BudgetLine))
        made.append(msgspec.structs.replace(empty, book=own[0]) if own else empty)
    return made


def money(amount: int, printed: str | None, record: str, decimals: int = DECIMALS) -> Quantity:
    """An amount (分) in prose, in 元; its unit is what makes the printed digits the amount (万元 where that is 0).

    `decimals` are those that its text rounds amounts in 万元 to.
    """
    match = _NUMBER.search(narrow(printed or ""))
    digits = match.group() if match and is_amount(match.group()) else ""
    number = decimal(digits) if digits else Decimal(0)
    exact = yuan(amount)
    factor = int(abs(exact / number)) if number else _WAN
    return Quantity(exact, money_error(digits or "0.00", factor, decimals), (record,))


def figure(printed: str, unit: str, record: str, decimals: int | None = None) -> Quantity:
    """A decimal as printed, in the base unit of its printed unit; `decimals` where more than is printed counts.

    A whole number of things (76 辆) was counted, not rounded; one of kilometres or tonnes was measured.
    """
    number = decimal(printed)
    factor, counter = split_unit(unit)
    digits = max(places(printed), decimals or 0)
    counted = factor == 1 and not digits and _is_counted(counter)
    error = Decimal(0) if counted else _HALF * factor / Decimal(10) ** digits
    return Quantity(number * factor, error, (record,))


def _is_counted(unit: str) -> bool:
    known = units().get(unit)
    return known is None or (known.kind in ("persons", "count", "time") and not known.measured)


def places(printed: str) -> int:
    """Decimals of a printed number."""
    _, point, rest = narrow(printed).strip().partition(".")
    return len(rest) if point else 0


def base(unit: str) -> str:
    """The base unit of a printed unit: 万人次 → 人次."""
    return base_unit(split_unit(unit)[1])
