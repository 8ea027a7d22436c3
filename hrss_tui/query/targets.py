"""Performance targets beside last year's results: what is asked of a project, what it reached, and the difference.

    targets(pack, Wanted(below_last_year=True))     # targets that ask for less than was reached

A difference is stated only where both are numbers of one base unit. Which direction is better the target's operator
says: ≥ and = ask for at least so much, ≤ for at most. A target whose printed figure was mended keeps what is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import NothingFoundError
from hrss_tui.formulas import without_math
from hrss_tui.pack.read import Pack
from hrss_tui.query.places import fold
from hrss_tui.records import Correction, PerformanceTable, PerformanceTarget
from hrss_tui.reference.units import base_unit, split_unit
from hrss_tui.words import phrase

_AT_MOST: Final = ("<=", "<")
TEXT: Final = "text"
PERCENT: Final = "%"
_NUMBER: Final = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
_RUN: Final = re.compile(r"[\d.]{1,60}", re.ASCII)


class Wanted(msgspec.Struct, frozen=True):
    """Which targets: those whose indicator, project or unit holds `pattern`, and that pass every filter that is set."""

    pattern: str = ""
    below_last_year: bool = False
    no_last_year: bool = False
    not_a_number: bool = False
    other_unit: bool = False


class TargetRow(msgspec.Struct, frozen=True):
    """A target with last year's result.

    `difference` is target less result in the target's unit and `direction` says what it means: `more` or `less`
    ambitious than last year, `same`, or None where the two cannot be compared. `amount` is the project's money in 分.
    `printed` is the target as printed where its figure was mended, and `mended` says why; else both are None.
    """

    target_id: str
    project: str | None
    unit_name: str | None
    level1: str | None
    level2: str | None
    indicator: str
    operator: str
    value: str
    unit: str | None
    previous: str | None
    previous_value: float | None
    previous_unit: str | None
    difference: float | None
    direction: str | None
    weight: float | None
    amount: int | None
    doc_id: str
    line_start: int
    line_end: int
    printed: str | None = None
    mended: str | None = None

    MONEY = ("amount",)

    @property
    def at_most(self) -> bool:
        """Whether the target is a ceiling."""
        return self.operator in _AT_MOST

    @property
    def apart(self) -> bool:
        """Whether both are numbers whose units cannot be compared."""
        numbers = self.operator != TEXT and self.previous_value is not None
        return numbers and _base(self.unit) != _base(self.previous_unit)

    @property
    def in_percent(self) -> bool:
        """Whether the difference is one of percentages: it counts percentage points."""
        return _base(self.unit) == PERCENT


def targets(pack: Pack, wanted: Wanted) -> list[TargetRow]:
    """The targets asked for, in printed order. Raises NothingFoundError where there is none."""
    known = all_targets(pack)
    found = [row for row in known if passes(row, wanted)]
    if not known:
        raise NothingFoundError(phrase("error.none_targets"), phrase("error.no_budget.hint"))
    if not found:
        raise NothingFoundError(phrase("error.no_targets"), phrase("error.no_targets.hint"))
    return found


def all_targets(pack: Pack) -> list[TargetRow]:
    """Every target, in printed order."""
    money = {table.table_id: table.amount for table in pack.rows(PerformanceTable)}
    mended = _mended(pack.rows(Correction) if Correction.TABLE in pack.schema else ())
    return [
        _row(
            target,
            money.get(target.table_id),
            mended.get((target.doc_id, target.line_start, _compact(target.printed))),
        )
        for target in pack.rows(PerformanceTarget)
    ]


def _mended(corrections: Iterable[Correction]) -> Mapping[tuple[str, int, str], Correction]:
    """Document, line and what is printed there → the reading of it as another figure."""
    return {
        (one.doc_id, one.line_start, _compact(one.printed)): one
        for one in corrections
        if _figures(one.reading) != _figures(one.printed)
    }


def _compact(text: str) -> str:
    """A text without what a broken cell, a comma of thousands or a formula adds to it."""
    return "".join(char for char in without_math(text) if not char.isspace() and char not in "|,，")


def _figures(text: str) -> list[str]:
    """The runs of digits and points of a text."""
    return _RUN.findall(_compact(text))


def _row(target: PerformanceTarget, amount: int | None, mended: Correction | None) -> TargetRow:
    difference = _difference(target)
    return TargetRow(
        target_id=target.target_id,
        project=target.project,
        unit_name=target.unit_name,
        level1=target.level1,
        level2=target.level2,
        indicator=target.indicator,
        operator=target.operator,
        value=target.value,
        unit=target.unit,
        previous=target.previous,
        previous_value=target.previous_value,
        previous_unit=target.previous_unit,
        difference=float(difference) if difference is not None else None,
        direction=_direction(target.operator, difference),
        weight=target.weight,
        amount=amount,
        doc_id=target.doc_id,
        line_start=target.line_start,
        line_end=target.line_end,
        printed=target.printed if mended else None,
        mended=mended.reason if mended else None,
    )


def _difference(target: PerformanceTarget) -> Decimal | None:
    """Target less last year's result, in the target's unit; None where they are not of one base unit."""
    if target.operator == TEXT or target.previous_value is None or not _NUMBER.fullmatch(target.value):
        return None
    if _base(target.unit) != _base(target.previous_unit):
        return None
    factor, other_factor = (split_unit(unit or "")[0] for unit in (target.unit, target.previous_unit))
    last = Decimal(str(target.previous_value)) * other_factor / factor
    return Decimal(target.value) - last


def _base(unit: str | None) -> str:
    """The unit in which values in a printed one are compared, without its multiplier."""
    return base_unit(split_unit(unit or "")[1])


def _direction(operator: str, difference: Decimal | None) -> str | None:
    if difference is None:
        return None
    if difference == 0:
        return "same"
    return "more" if (difference > 0) != (operator in _AT_MOST) else "less"


def passes(row: TargetRow, wanted: Wanted) -> bool:
    """Whether a target is one of those wanted."""
    words = fold(wanted.pattern)
    named = not words or any(
        words in fold(text or "") for text in (row.indicator, row.project, row.unit_name)
    )
    return (
        named
        and (not wanted.below_last_year or row.direction == "less")
        and (not wanted.no_last_year or row.previous_value is None)
        and (not wanted.not_a_number or row.operator == TEXT)
        and (not wanted.other_unit or row.apart)
    )
