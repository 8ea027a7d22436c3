"""Where a row of a budget table stands in its hierarchy: by code, by numbering, by the units of the department."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.ordinals import has_ordinal, without_ordinal
from hrss_tui.compile.budget.rulers import totals
from hrss_tui.reference import furniture, three_public_item
from hrss_tui.reference.checks import carried
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.text import fold_label
from hrss_tui.sources.text import fold

_NUMBERED = (
    (1, re.compile(r"(?<![一二三四五六七八九十])[一二三四五六七八九十]+、")),
    (2, re.compile(r"(?<!\d)\d+[.、．]|[（(][一二三四五六七八九十]+[）)]")),
)
_AMONG = re.compile(r"其中[:：]?")

_CUT, _SUM = ("合", "总", "小", "共"), "计"


def is_total(name: str) -> bool:
    """Is it the name of a total row? A narrow column may cut the last character off it."""
    label = fold_label(name).rstrip(":")
    return label in totals() or (label.endswith(_CUT) and f"{label}{_SUM}" in totals())


def is_part(name: str) -> bool:
    """Is it the name of a row that is the sum of some rows only?"""
    return fold_label(name).rstrip(":") in subtotal_labels()


def code_level(code: str) -> int:
    """1 类, 2 款, 3 项 by the number of digits."""
    return min(max((len(code) - 1) // 2, 1), 3)


def numbered_levels(names: Sequence[str]) -> list[int]:
    """Levels of a side without codes: 一、 is 1, 1. is 2, what follows without a number one below it, a total 0.

    What follows a total without a number is 1 (年初结转和结余); below it count numbers, and names that had a number above.
    So is what is carried over and has no number of its own below rows that have one (年终结转 below 三、住房保障支出).
    """
    levels: list[int] = []
    last = base = 0
    closed = False
    names = ["".join(name.split()) for name in names]
    above = {without_ordinal(name) for name in names if has_ordinal(name)}
    for name in names:
        own = next((level for level, pattern in _NUMBERED if pattern.match(name)), None)
        if is_total(name):
            last, base, closed = 0, 0, True
            levels.append(0)
        elif own is not None:
            last = own + base
            levels.append(last)
        elif not closed and last and name.startswith(carried()) and not _AMONG.match(name):
            last = 1
            levels.append(1)
        elif closed and not _AMONG.match(name):
            last, base = 0, 1
            levels.append(2 if levels[-1] and name in above else 1)
        elif last == 0 and levels and levels[-1] and _AMONG.match(name):
            levels.append(levels[-1] if _AMONG.match(names[len(levels) - 1]) else levels[-1] + 1)
        else:
            levels.append(last + 1)
    return levels


def three_public_level(name: str) -> int:
    """0 total, 1 an item of its own, 2 a part of 公务用车购置及运行维护费."""
    if is_total(name):
        return 0
    item = three_public_item(name)
    if item is None:
        return 2 if _AMONG.match(name) else 1
    return 0 if item.key == "three_public" else 2 if item.parent else 1


def is_body(name: str) -> bool:
    """Does the name of a row without code end as names of bodies do?"""
    return not has_ordinal(name) and fold_label(name).endswith(furniture().bodies)


def unit_rows(names: Sequence[str], amounts: Sequence[int | None], units: Collection[str]) -> list[bool]:
    """Which rows of a list of units with their projects are units.

    By the names of the department's units where the document lists them; else a unit is a row whose amount is
    that of the rows below it together.
    """
    known = [_is_unit(name, units) for name in names]
    if any(known):
        return known
    return _by_sums(names, amounts)


def _is_unit(name: str, units: Collection[str]) -> bool:
    own = fold(name)
    return any(own == unit or unit.endswith(own) or own.endswith(unit) for unit in units)


def _by_sums(names: Sequence[str], amounts: Sequence[int | None]) -> list[bool]:
    found = [False] * len(names)
    positive = all(amount is None or amount >= 0 for amount in amounts)
    start = 0
    while start < len(names):
        total, rest = amounts[start], 0
        for stop in range(start + 1, len(names)):
            rest += amounts[stop] or 0
            if total is None or is_total(names[start]) or (positive and rest > total):
                break
            if not is_total(names[stop]) and rest == total:
                found[start] = True
                start = stop
                break
        start += 1
    return found


def group_rows(amounts: Sequence[int | None], whole: int | None) -> list[bool]:
    """Which rows of a unit head groups of its projects (专用项目): those that together are the unit's amount.

    Each of them is the sum of the rows below it up to the next one. None are, where all rows add up to the amount.
    """
    known = [amount or 0 for amount in amounts]
    flat = [False] * len(known)
    if whole is None or sum(known) == whole or any(amount < 0 for amount in known):
        return flat
    heads = list(flat)
    start = 0
    while start < len(known):
        stop, rest = start + 1, 0
        while stop < len(known) and rest < known[start]:
            rest += known[stop]
            stop += 1
        if rest != known[start]:
            return flat
        heads[start] = True
        start = stop
    return heads if sum(each for each, head in zip(known, heads, strict=True) if head) == whole else flat
