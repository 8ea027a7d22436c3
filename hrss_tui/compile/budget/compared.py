"""Columns that say how much an amount differs: from last year's, or in final accounts from the budget.

决算数比上年增减 over 金额, 与年初预算数相比, 预决算差异: the amount below such a label is never that of the item itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.labels import bare_label, label_year, says_included
from hrss_tui.reference.budget_tables import qualifiers, share_labels
from hrss_tui.reference.text import fold_label

CHANGE, DIFFERENCE = "change", "difference"
PREVIOUS, EXECUTED, BEFORE = "previous", "previous_executed", "before_previous"
_CARRIED_OUT = ("执行", "决算", "完成")
_BUDGETED = frozenset(("budget", "initial_budget", "adjusted_budget"))
_BASE = re.compile(
    r"[比较]([^比较与同]{1,16}?)(?:相比|比|差|增|减|变|$|[)）])|[与同]([^比较与同]{1,16}?)(?:相比|比|差|增|减|变)"
)
"""What something is compared with. Behind 与 and 同 it is only where a word says so: 非同级财政拨款预算收入 compares nothing."""
_STATED = re.compile(r"年|预算|决算|执行")
_EARLIER = re.compile(r"[上去]一?年")
_PERCENT = re.compile(r"[%％‰]\s*+[)）]?\s*+$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")


@lru_cache(maxsize=4096)
def says_change(label: str) -> bool:
    """Does a label say that what stands below it is how much something differs?"""
    folded = fold_label(label)
    return any(word in folded for word in _words()) or _base(label) is not None


def _base(label: str) -> str | None:
    """What a label compares with: 年初预算数 in 决算数与年初预算数相比; None where it compares with nothing it names."""
    found = (match[1] or match[2] for match in _BASE.finditer(fold_label(label)))
    return next((base for base in found if _STATED.search(base)), None)


@cache
def _words() -> tuple[str, ...]:
    """The labels of differences, which longer ones hold (增减 in 增减情况)."""
    return tuple(label for label, key in qualifiers("final").items() if key in (CHANGE, DIFFERENCE))


def of_year(year: int, own: int) -> str | None:
    """Which figure one of an earlier year is in a document of a year; None where it is of neither of the two before."""
    return {1: PREVIOUS, 2: BEFORE}.get(own - year)


def names_figure(name: str) -> bool:
    """Does the name of a row say which figure its amounts are: 2031年预算, 上年数, 增减额?"""
    known = (qualifiers("final"), qualifiers("budget"))
    return (
        label_year(name) is not None or any(bare_label(name) in each for each in known) or says_change(name)
    )


def of_row(name: str, phase: str, own: int | None) -> str | None:
    """The figure that the name of a row says its amounts are; "" that of the document, None where it says none."""
    if says_change(name):
        return differs([name], phase, own)
    year = label_year(name)
    if year is not None and own is not None:
        return "" if year >= own else of_year(year, own) or PREVIOUS
    return qualifiers(phase).get(bare_label(name))


def carried_out(columns: Sequence[tuple[str | None, Sequence[str], str | None]]) -> list[str | None]:
    """The measures of columns given as (item, labels, measure): of two figures of last year the outcome is told from the plan."""
    paths = {(item, measure, tuple(map(bare_label, labels))) for item, labels, measure in columns}
    times = Counter((item, measure) for item, measure, _ in paths)
    return [
        measure.replace(PREVIOUS, EXECUTED, 1)
        if measure is not None
        and measure.startswith(PREVIOUS)
        and times[item, measure] > 1
        and any(word in bare_label(label) for label in labels for word in _CARRIED_OUT)
        else measure
        for item, labels, measure in columns
    ]


def told_apart(columns: Sequence[tuple[str | None, Sequence[str], str | None]]) -> list[str | None]:
    """The measures of columns as above; none of one that is another with more in it: 预算数（含上年结转） beside 预算数."""
    found = carried_out(columns)
    times = Counter((item, measure) for (item, _, _), measure in zip(columns, found, strict=True))
    return [
        None if times[item, measure] > 1 and says_included(labels[-1]) else measure
        for (item, labels, _), measure in zip(columns, found, strict=True)
    ]


def is_share(label: str) -> bool:
    """Does a label say by its end that what stands below it is a part in a hundred: 增减（%）, 变动率?"""
    return bool(_PERCENT.search(label)) or bare_label(label).endswith(tuple(share_labels()))


def difference(labels: Sequence[str], phase: str, year: int | None) -> str | None:
    """The figure that a column below labels of a comparison gives where it is an amount; None where it is something else."""
    stated = [label for label in labels if says_change(label)]
    leaf = bare_label(labels[-1])
    if not stated or is_share(labels[-1]):
        return None
    fits = leaf.endswith(_words()) if labels[-1] in stated else _is_amount(leaf)
    return differs(stated, phase, year) if fits else None


def differs(stated: Sequence[str], phase: str, year: int | None) -> str:
    """What amounts below labels of a comparison are: differences from last year, or from the budget."""
    base = next((base for label in reversed(stated) if (base := _base(label))), "")
    budgeted = phase == "final" and "预算" in base and not _is_earlier(base, year)
    return DIFFERENCE if budgeted else _own(bare_label(stated[-1]))


def _own(leaf: str) -> str:
    """What a label says by itself: 预决算差异 is the difference from the budget."""
    return DIFFERENCE if qualifiers("final").get(leaf) == DIFFERENCE else CHANGE


def _is_amount(leaf: str) -> bool:
    """Is it the label of an amount that says nothing else: 金额?"""
    return qualifiers("final").get(leaf) == qualifiers("budget").get(leaf) == ""


def _is_earlier(base: str, year: int | None) -> bool:
    stated = _YEAR.search(base)
    return bool(_EARLIER.search(base)) or (stated is not None and year is not None and int(stated[0]) < year)


def settled(columns: Sequence[tuple[Sequence[str], str | None]], phase: str) -> list[str | None]:
    """The measures of columns: in final accounts beside budgets alone, what differs from nothing named does from those."""
    found = [measure for _, measure in columns]
    told = {measure for measure in found if measure}
    if phase != "final" or "previous" in told or not told & _BUDGETED:
        return found
    return [
        DIFFERENCE if measure == CHANGE and not any(map(_base, labels)) else measure
        for labels, measure in columns
    ]
