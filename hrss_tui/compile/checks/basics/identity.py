"""Comparing the two sides of an identity exactly.

A side is a `Quantity`: a decimal in its base unit (money: 元), how far the rounding of the printed cells
may have moved it, and the records it is from. A sum of n printed cells against one printed cell may so differ
by half a printed unit for each of the n + 1. Floats appear only in the finished `Check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import combinations

import msgspec

from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.records import Check, Fact, record_id
from hrss_tui.reference.growth import real_words
from hrss_tui.words.check_reasons import because

ZERO = Decimal(0)
_WAN = Decimal(10_000)
_HUNDRED = Decimal(100)
_SHOWN = 6
_CUT = because("cut_off")
_WIDE_ENOUGH = Context(prec=80)
"""A quotient of any two figures that can be printed."""


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A figure, or figures added up: value in the base unit, possible rounding error, ids of its records."""

    value: Decimal
    error: Decimal = ZERO
    ids: tuple[str, ...] = ()

    def __add__(self, other: Quantity) -> Quantity:
        return Quantity(self.value + other.value, self.error + other.error, self.ids + other.ids)

    def __sub__(self, other: Quantity) -> Quantity:
        return Quantity(self.value - other.value, self.error + other.error, self.ids + other.ids)

    def signed(self, sign: int) -> Quantity:
        """The same, or where the sign is -1 its opposite."""
        return Quantity(sign * self.value, self.error, self.ids)


NOTHING = Quantity(ZERO)


class Sides(msgspec.Struct, frozen=True, gc=False):
    """The sides of a check, by how much they differ and by how much they may; None where a side is not known."""

    left: Decimal | None = None
    right: Decimal | None = None
    difference: Decimal | None = None
    tolerance: Decimal = ZERO


UNKNOWN = Sides()


class Identity(msgspec.Struct, frozen=True, gc=False):
    """What is claimed: kind, words for people, the record of the stated side, unit of both sides.

    `part` tells apart identities of one kind about the same record; `context` says what the documents say
    where the sides differ.
    """

    kind: str
    description: str
    at: Fact
    unit: str
    part: str = ""
    context: str = ""

    @property
    def check_id(self) -> str:
        """kind/document/place."""
        place = record_id(self.at).removeprefix(f"{self.at.doc_id}:")
        return "/".join(filter(None, (self.kind, self.at.doc_id, place, self.part)))


def total(quantities: Iterable[Quantity]) -> Quantity:
    """The sum of all."""
    value, error = ZERO, ZERO
    ids: list[str] = []
    for quantity in quantities:
        value += quantity.value
        error += quantity.error
        ids += quantity.ids
    return Quantity(value, error, tuple(ids))


def compare(identity: Identity, left: Quantity, right: Quantity) -> Check:
    """Left (stated) equals right (computed)."""
    return _check(identity, left, right, left.value - right.value)


def overlap(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Do parts that are too much together divide the whole in two ways: do some of them alone add up to it?"""
    if not 2 < len(parts) <= _WAYS or total(parts).value <= whole.value:
        return False
    some = (chosen for size in range(2, len(parts)) for chosen in combinations(parts, size))
    return any(
        abs(whole.value - (added := total(chosen)).value) <= whole.error + added.error for chosen in some
    )


_WAYS = 10
"""Parts of which every choice is tried."""


def at_most(identity: Identity, left: Quantity, right: Quantity) -> Check:
    """Left does not exceed right; the difference is by how much it does."""
    return _check(identity, left, right, max(left.value - right.value, ZERO))


def at_least(identity: Identity, left: Quantity, right: Quantity) -> Check:
    """Left does not fall short of right; the difference (negative) is by how much it does."""
    return _check(identity, left, right, min(left.value - right.value, ZERO))


def percentage(
    identity: Identity, stated: Quantity, part: Quantity, whole: Quantity, slack: Decimal = ZERO
) -> Check:
    """A stated percentage is part / whole; `slack` is what a note of the document adds to the tolerance."""
    hundredfold = Quantity(part.value * _HUNDRED, part.error * _HUNDRED, part.ids)
    if whole.value == 0:
        return not_checkable(identity, because("base_zero"), stated)
    return quotient(identity, stated, hundredfold, whole, slack)


def quotient(
    identity: Identity, stated: Quantity, part: Quantity, whole: Quantity, slack: Decimal = ZERO
) -> Check:
    """A stated figure is part / whole, which is not 0.

    Exact means that the quotient, rounded to the decimals of the stated figure, is that figure; else the quotient
    itself is compared.
    """
    exact = part.value / whole.value
    error = (part.error + abs(exact) * whole.error) / abs(whole.value)
    unit = stated.error * 2
    rounded = (exact / unit).quantize(Decimal(1), ROUND_HALF_UP, _WIDE_ENOUGH) * unit if unit else exact
    computed = rounded if rounded == stated.value else exact
    return compare(identity, stated, Quantity(computed, max(error, slack), part.ids + whole.ids))


def not_checkable(identity: Identity, reason: str, left: Quantity | None = None) -> Check:
    """The identity cannot be evaluated; what is known of the stated side is kept."""
    if left is None:
        return told(identity, "not_checkable", reason)
    return told(identity, "not_checkable", reason, left.ids, Sides(left.value))


def withdrawn(check: Check, reason: str) -> Check:
    """A check whose two sides need not agree after all, as one that cannot be evaluated."""
    return msgspec.structs.replace(
        check,
        status="not_checkable",
        reason=reason,
        right=None,
        difference=None,
        tolerance=float(UNKNOWN.tolerance),
    )


REAL = because("constant_prices")


def at_own_prices(check: Check, name: str) -> Check:
    """A growth that fails for what is told at constant prices (生产总值), beside a level at those of the year."""
    real = check.status == "fails" and any(word in name for word in real_words())
    return withdrawn(check, REAL) if real else check


def told(
    identity: Identity,
    status: str,
    reason: str | None,
    ids: Iterable[str] = (),
    sides: Sides = UNKNOWN,
) -> Check:
    """What was found of an identity, as a record."""
    return Check(
        check_id=identity.check_id,
        kind=identity.kind,
        description=identity.description,
        left=None if sides.left is None else float(sides.left),
        right=None if sides.right is None else float(sides.right),
        difference=None if sides.difference is None else float(sides.difference),
        tolerance=float(sides.tolerance),
        unit=identity.unit,
        status=status,
        records=_record_ids(identity, ids),
        reason=reason,
        place_code=identity.at.place_code,
        page=identity.at.page,
        doc_id=identity.at.doc_id,
        line_start=identity.at.line_start,
        line_end=identity.at.line_end,
    )


def _check(identity: Identity, left: Quantity, right: Quantity, difference: Decimal) -> Check:
    tolerance = left.error + right.error
    cut = abs(difference) > tolerance and _is_cut(left, right)
    status = "exact" if difference == 0 else "rounding" if abs(difference) <= tolerance or cut else "fails"
    reason = _CUT if cut else _reason(identity, status, difference, tolerance)
    if status == "fails":
        reason = "；".join(filter(None, (reason, slip_of(left.value, right.value, right.error))))
    sides = Sides(left.value, right.value, difference, tolerance)
    return told(identity, status, reason, left.ids + right.ids, sides)


def _is_cut(left: Quantity, right: Quantity) -> bool:
    """Is the stated side the other one with its last digits cut off, where rounding would have raised it?"""
    unit = left.error * 2
    if not unit or right.error >= left.error or abs(right.value) <= abs(left.value):
        return False
    return abs(right.value) // unit * unit == abs(left.value)


def _record_ids(identity: Identity, ids: Iterable[str]) -> list[str]:
    """Every record once, that of the stated side first."""
    return list(dict.fromkeys((record_id(identity.at), *ids)))


def _reason(identity: Identity, status: str, difference: Decimal, tolerance: Decimal) -> str | None:
    """Why the sides differ; None where they do not."""
    if status == "exact":
        return None
    gap, allowed = show(abs(difference), identity.unit), show(tolerance, identity.unit)
    if status == "rounding":
        return because("rounded", gap=gap, allowed=allowed)
    return "；".join(filter(None, (identity.context, because("apart", gap=gap, allowed=allowed))))


def show(value: Decimal, unit: str) -> str:
    """A value for people: money in 万元, counts from ten thousand on in 万, without superfluous zeros."""
    if unit == "元":
        return f"{_plain(value / _WAN)} 万元"
    if unit != "%" and abs(value) >= _WAN:
        return f"{_plain(value / _WAN)} 万{unit}"
    return f"{_plain(value)} {unit}".rstrip()


def _plain(value: Decimal) -> str:
    """All digits of a printed figure; a quotient is cut where nobody reads on."""
    text = f"{value:.{_SHOWN}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
