"""The unit of a table that states none, by what the document and its other tables state.

What the caption of one table states is said of that table: another is in the same unit where both print one amount
(they are of the same money), or where it could be in no other. Tables of one department in 元 and in 万元 are common,
and the unit of some may stand where nobody reads it: in a picture, beside the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import decimal, is_money_unit
from hrss_tui.compile.budget.printed import Printed, stated_units
from hrss_tui.compile.budget.units import only_unit, stated_for_all, stated_unit
from hrss_tui.reference.units import split_unit
from hrss_tui.sources.paragraphs import Kind as BlockKind

_TELLING = 4
"""Digits of an amount that two tables do not print by chance."""
_USUAL = ("元", "万元")
_FEWEST_YUAN = 1_000
"""No table of 元 has less than so many for its largest amount; one of 万元 may."""


def with_shared_units(source: Source, tables: Sequence[Printed]) -> list[Printed]:
    """The tables, those that state no unit in that of the document where it is surely theirs."""
    texts = [block.text.text for block in source.blocks if block.kind is not BlockKind.TABLE_ROW]
    unit = only_unit(texts)
    if unit is None or not is_money_unit(unit):
        return list(tables)
    known = [at for at, table in enumerate(tables) if table.unit is not None]
    for_all = not known or any(stated_unit(text) and stated_for_all(text) for text in texts)
    open_ = {at for at, table in enumerate(tables) if table.unit is None and not stated_units(table.found)}
    taken = open_ if for_all else _taken(tables, known, open_, unit)
    return [
        msgspec.structs.replace(table, unit=unit) if at in taken else table for at, table in enumerate(tables)
    ]


def _taken(tables: Sequence[Printed], known: Sequence[int], open_: set[int], unit: str) -> set[int]:
    """Which of the open tables are in the unit: those that share an amount with one in it, and that can be in no other."""
    same = [at for at in known if tables[at].unit == unit]
    shared = _reached(tables, same, open_, unit)
    largest = max((_largest(tables[at], unit) for at in (*same, *shared)), default=Decimal(0))
    alone = len(same) == len(known)
    return shared | {
        at for at in open_ - shared if alone and _is_sure(_largest(tables[at], unit), largest, unit)
    }


def _reached(tables: Sequence[Printed], known: Iterable[int], open_: set[int], unit: str) -> set[int]:
    """The open tables that print an amount of a known one, of one of these, and so on."""
    by_amount: dict[Decimal, list[int]] = {}
    for at in open_:
        for amount in _telling(tables[at], unit):
            by_amount.setdefault(amount, []).append(at)
    found: set[int] = set()
    waiting = list(known)
    while waiting:
        for amount in _telling(tables[waiting.pop()], unit):
            new = set(by_amount.pop(amount, ())) - found
            found |= new
            waiting += new
    return found


def _is_sure(amount: Decimal, largest: Decimal, unit: str) -> bool:
    """Can a table with this largest amount be in this unit, as one that has `largest`, and in no other?"""
    others = (other for other in _USUAL if other != unit)
    return not amount or (
        amount <= largest and not any(_fits(amount, largest, unit, other) for other in others)
    )


def _fits(amount: Decimal, largest: Decimal, unit: str, other: str) -> bool:
    if other == _USUAL[0] and amount < _FEWEST_YUAN:
        return False
    return amount * _times(other) <= largest * _times(unit)


def _times(unit: str) -> int:
    return split_unit(unit)[0]


def _telling(table: Printed, unit: str) -> Iterator[Decimal]:
    """The amounts in a unit that say which money they are of."""
    amounts = _amounts(table, unit)
    return (amount for amount in amounts if len(amount.normalize().as_tuple().digits) >= _TELLING)


def _largest(table: Printed, unit: str) -> Decimal:
    return max(map(abs, _amounts(table, unit)), default=Decimal(0))


def _amounts(table: Printed, unit: str) -> Iterator[Decimal]:
    """What the table prints in a unit, or in none."""
    for side in table.sides:
        for reading in side:
            for amount in reading.printed.amounts:
                if (table.unit_of(amount) or unit) == unit:
                    yield decimal(amount.value.number)
