"""What really changed on last year: money that only moved to another code, or to or from another body, stands apart.

    real_changes(own)        # `own`: the package as far as one document goes

The items that one section of the narrative states are taken; sums without a code, and codes that others are part of, are
not. Items that a reason ties by name (由…（项）调整至…（项）) are put together: what moved between them cancels out, and what
is left of the group is exact. A reason that speaks of such a move without naming the other code, or that says that money
changed hands (划入, 划转 …) without saying how much, leaves its change `open`: nobody can tell what of it grew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import decimal, is_amount, plain
from hrss_tui.compile.changes.names import Codes, codes, path
from hrss_tui.pack.read import Pack
from hrss_tui.query.changed_hands import changed_hands
from hrss_tui.query.places import fold
from hrss_tui.records import BudgetChange, BudgetLine

OWN, MOVED, OPEN = "own", "moved", "open"
HANDS, CODES = "hands", "codes"
"""Why a change is open: it changed hands, or codes."""
ABOUT = "≈"
"""Stands before an own change where what changed hands follows from the sum."""
_QUOTED = re.compile(r"[“「]([^”」]{2,200})[”」]")
_CODE = re.compile(r"(?<!\d)(?:\d{7}|\d{5})(?!\d)", re.ASCII)
_MOST_SUMS = 200
"""Sums without a code that are looked at in pairs."""


class Item(msgspec.Struct, frozen=True):
    """One code, or several that money moved between; all amounts are 分, of last year, this year and their difference.

    `moved` is what changed hands as the reasons state, `own` what is left, None where that is `open`, with the reason why.
    `derived`: what changed hands follows from the sum's own reason, less what the other items state.
    """

    changes: tuple[BudgetChange, ...]
    moved: int
    open: str | None
    derived: bool = False

    @property
    def amount(self) -> int:
        """The amount of this year."""
        return sum(one.amount or 0 for one in self.changes)

    @property
    def change(self) -> int:
        """The change on last year."""
        return sum(one.change for one in self.changes)

    @property
    def left(self) -> int:
        """The change without what is stated to have changed hands."""
        return self.change - self.moved

    @property
    def own(self) -> int | None:
        """What grew or shrank by itself; None where nobody can tell."""
        return None if self.open else self.left

    @property
    def kind(self) -> str:
        """What the change is: `own`, `moved` (all of it changed hands) or `open`."""
        if self.open:
            return OPEN
        return MOVED if self.moved and not self.left else OWN

    @property
    def first(self) -> BudgetChange:
        """The change that stands for all: the one with the largest amount this year."""
        return max(self.changes, key=lambda one: (one.amount or 0, -one.line_start))


class RealChange(msgspec.Struct, frozen=True):
    """The items of one section; `wholes` are the sums without a code that they add up to, where the document states some.

    `stated` is what the reasons of these say to have changed hands, None where they do not say so, or not how much.
    """

    section: str
    items: tuple[Item, ...]
    wholes: tuple[BudgetChange, ...]
    stated: int | None

    @property
    def amount(self) -> int:
        """The amount of all items this year."""
        return sum(item.amount for item in self.items)

    @property
    def change(self) -> int:
        """The change of all items on last year."""
        return sum(item.change for item in self.items)


class Step(msgspec.Struct, frozen=True):
    """One step from last year's amount to this year's: a key of words, its 分, how many items, from and to where."""

    key: str
    amount: int
    items: int
    start: int
    end: int


def real_changes(own: Pack) -> list[RealChange]:
    """The sections of a document that state changes of items, the one with the most items first; [] where none does."""
    stated = own.rows(BudgetChange)
    coded: dict[str, dict[str, BudgetChange]] = {}
    for one in stated:
        if one.code and one.amount is not None:
            coded.setdefault(one.section, {}).setdefault(one.code, one)
    known: set[tuple[str, int, int]] = set()
    found = []
    book: Codes | None = None
    for section, by_code in sorted(coded.items(), key=lambda pair: -len(pair[1])):
        finest = _finest(by_code)
        fresh = {code: one for code, one in finest.items() if _said(one) not in known}
        known.update(map(_said, finest.values()))
        if fresh:
            book = book or codes(own.rows(BudgetLine), next(iter(fresh.values())).year)
            found.append(_section(section, fresh, stated, book))
    return found


def _said(one: BudgetChange) -> tuple[str, int, int]:
    return one.code or "", one.amount or 0, one.change


def _finest(by_code: Mapping[str, BudgetChange]) -> dict[str, BudgetChange]:
    """The codes that no other one is a part of."""
    above = {code[:end] for code in by_code for end in range(1, len(code))}
    return {code: one for code, one in by_code.items() if code not in above}


def _section(
    section: str, by_code: Mapping[str, BudgetChange], stated: Sequence[BudgetChange], book: Codes
) -> RealChange:
    called = _names(by_code)
    items = [_item(group, by_code, called, book) for group in _groups(by_code, called, book)]
    wholes = _wholes(section, list(by_code.values()), stated)
    told = [changed_hands(one) for one in wholes]
    moved = sum(amount for amount, _ in told) if all(known for _, known in told) else 0
    return RealChange(section, tuple(_derived(items, moved)), wholes, moved or None)


def _wholes(
    section: str, items: Sequence[BudgetChange], stated: Sequence[BudgetChange]
) -> tuple[BudgetChange, ...]:
    """One sum without a code, or two of one section, with amount and change of all items, but for rounding.

    Of several the one whose section is nearest.
    """
    bare = [one for one in stated if not one.code and one.amount is not None][:_MOST_SUMS]
    pairs = [(one, other) for one, other in combinations(bare, 2) if one.section == other.section]
    fitting = [sums for sums in (*((one,) for one in bare), *pairs) if _fit(sums, items)]
    return max(fitting, key=lambda sums: _shared(sums[0].section, section), default=())


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(one)
    )


def _fit(sums: Sequence[BudgetChange], items: Sequence[BudgetChange]) -> bool:
    """Whether sums and items are the same money: each printed figure may be half its last digit away from the true one."""
    half = max(map(_half, (*sums, *items)), default=0)
    most = half * (len(sums) + len(items))
    amount = sum(one.amount or 0 for one in sums) - sum(one.amount or 0 for one in items)
    change = sum(one.change for one in sums) - sum(one.change for one in items)
    return abs(amount) <= most and abs(change) <= most and any(one.amount for one in sums)


def _half(one: BudgetChange) -> int:
    """Half the last digit of an amount as printed, in 分."""
    number = (one.printed or "").replace(",", "")
    if not one.amount or not is_amount(number):
        return 0
    shown, digits = decimal(number), len(number.partition(".")[2])
    return int(one.amount / shown / 10**digits / 2) if shown else 0


def _derived(items: Sequence[Item], moved: int) -> Iterator[Item]:
    """Where one item alone does not say how much changed hands, and their sum does: what the others leave of it."""
    untold = [item for item in items if item.open == HANDS]
    rest = moved - sum(item.moved for item in items)
    for item in items:
        if moved and untold == [item]:
            yield Item(item.changes, item.moved + rest, None, True)
        else:
            yield item


def _groups(
    by_code: Mapping[str, BudgetChange], called: Mapping[str, str], book: Codes
) -> list[list[BudgetChange]]:
    """Items that reasons tie to each other; each of the others alone."""
    group = {code: {code} for code in by_code}
    for code, one in by_code.items():
        for other in _others(one, called, book):
            if other in group and group[other] is not group[code]:
                both = group[code] | group[other]
                group |= dict.fromkeys(both, both)
    unique = {id(members): members for members in group.values()}
    return [[one for code, one in by_code.items() if code in members] for members in unique.values()]


def _others(one: BudgetChange, called: Mapping[str, str], book: Codes) -> set[str]:
    """The codes that the reason of a move between codes names, by path, digits or name alone, without the item's own."""
    if not one.reclassified:
        return set()
    found = set(_CODE.findall(one.reason or ""))
    for quoted in _QUOTED.finditer(one.reason or ""):
        form = plain(quoted[1])
        steps = path(form, 0, len(form))
        names = [form[step.start : step.end] for step in steps]
        code, _ = book.find(names, "".join(step.digits for step in steps))
        found.add(code or called.get(fold(names[-1] if names else form), ""))
    return found - {one.code or "", ""}


def _names(by_code: Mapping[str, BudgetChange]) -> dict[str, str]:
    """Folded name → the code of the one item of the section that has it; "" where several have."""
    found: dict[str, str] = {}
    for code, one in by_code.items():
        name = fold(one.name)
        found[name] = "" if name in found else code
    return found


def _item(
    group: Sequence[BudgetChange], by_code: Mapping[str, BudgetChange], called: Mapping[str, str], book: Codes
) -> Item:
    moved, why = 0, None
    for one in group:
        amount, told = changed_hands(one)
        moved += amount
        if not told:
            why = HANDS
        if one.reclassified and not _others(one, called, book) & by_code.keys():
            why = CODES
            break
    return Item(tuple(group), moved, why)


def rounding(found: RealChange) -> int:
    """What the sums without a code are more than their items: printed figures are rounded. 0 where no sum is stated."""
    return sum(one.amount or 0 for one in found.wholes) - found.amount if found.wholes else 0


def steps(found: RealChange) -> list[Step]:
    """From last year's amount to this year's: what grew, what shrank, what changed hands, what is open. They add up."""
    own = [item for item in found.items if item.own is not None]
    apart = [
        ("grew", [item.left for item in own if item.left > 0]),
        ("shrank", [item.left for item in own if item.left < 0]),
        ("moved", [item.moved for item in found.items if item.moved]),
        ("open.hands", [item.left for item in found.items if item.open == HANDS]),
        ("open.codes", [item.left for item in found.items if item.open == CODES]),
    ]
    at = found.amount - found.change
    made = [Step("last", at, len(found.items), 0, at)]
    for key, parts in apart:
        if parts:
            made.append(Step(key, sum(parts), len(parts), at, at + sum(parts)))
            at += sum(parts)
    return [*made, Step("this", found.amount, len(found.items), 0, at)]


def ranked(found: Iterable[RealChange]) -> Iterator[Item]:
    """All items, the largest own change first, then what changed hands, then what is open."""
    order = (OWN, MOVED, OPEN)
    items = [item for one in found for item in one.items]
    yield from sorted(items, key=lambda item: (order.index(item.kind), -abs(item.left or item.moved)))


class ChangeRow(msgspec.Struct, frozen=True):
    """One item, or one step of the sum, as data: amounts of 分 that add up, `change` = `own` + `moved` + `undecided`.

    `kind` of an item is own, moved or open; of a step `step`, and `name` its key: last, grew, shrank, moved, open.hands,
    open.codes, this. `codes` are those that money moved between.
    """

    kind: str
    codes: tuple[str, ...]
    name: str
    amount: int | None
    change: int | None
    own: int | None
    moved: int | None
    undecided: int | None
    why: str | None
    derived: bool
    section: str
    doc_id: str
    line_start: int
    lines: tuple[int, ...]
    change_ids: tuple[str, ...]

    MONEY = ("amount", "change", "own", "moved", "undecided")


def item_row(item: Item) -> ChangeRow:
    """An item as data."""
    first = item.first
    return ChangeRow(
        kind=item.kind,
        codes=tuple(one.code or "" for one in item.changes),
        name=first.name,
        amount=item.amount,
        change=item.change,
        own=item.own,
        moved=item.moved,
        undecided=item.left if item.open else 0,
        why=item.open,
        derived=item.derived,
        section=first.section,
        doc_id=first.doc_id,
        line_start=first.line_start,
        lines=tuple(one.line_start for one in item.changes),
        change_ids=tuple(one.change_id for one in item.changes),
    )


def step_row(found: RealChange, step: Step) -> ChangeRow:
    """A step as data; its place is that of the sum, or of the first item."""
    at = (*found.wholes, found.items[0].first)
    level = step.key in ("last", "this")
    return ChangeRow(
        kind="step",
        codes=(),
        name=step.key,
        amount=step.amount if level else None,
        change=None if level else step.amount,
        own=None,
        moved=None,
        undecided=None,
        why=None,
        derived=False,
        section=found.section,
        doc_id=at[0].doc_id,
        line_start=at[0].line_start,
        lines=tuple(one.line_start for one in at[: len(found.wholes) or 1]),
        change_ids=(),
    )
