"""Levels of income rows that print no number: 一般公共预算 right below 财政拨款（补助） is a part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.levels import is_total
from hrss_tui.compile.budget.ordinals import has_ordinal
from hrss_tui.reference import fold_label, income_lines

_AMONG = re.compile("其中[:：]?")

Amounts = Mapping[int, int]
"""The amounts of a row in 分 by the column they stand in."""


def deepened(names: Sequence[str], levels: Sequence[int], amounts: Sequence[Amounts]) -> list[int]:
    """The levels of a side, where what is a part by its name and its amount stands one below what it is a part of.

    Names alone do not tell: the parts must add up to the whole in every column, those behind 其中 to no more than it.
    """
    above = _wholes(names, levels)
    parts: dict[int, list[int]] = defaultdict(list)
    for at, whole in enumerate(above):
        if whole is not None:
            parts[whole].append(at)
    proven = {whole for whole, own in parts.items() if _add_up(whole, own, names, amounts)}
    found: list[int] = []
    for whole, level in zip(above, levels, strict=True):
        found.append(found[whole] + 1 if whole is not None and whole in proven else level)
    return found


def _wholes(names: Sequence[str], levels: Sequence[int]) -> list[int | None]:
    """The row of which each row may be a part: one above it with none between that is not within it."""
    found: list[int | None] = []
    open_rows: list[int] = []
    for at, (name, level) in enumerate(zip(names, levels, strict=True)):
        whole: int | None = None
        if level == 0 or has_ordinal(name) or is_total(name):
            open_rows.clear()
        else:
            if _AMONG.match(name) and open_rows:
                whole = found[-1] if _AMONG.match(names[at - 1]) else at - 1
            while open_rows and open_rows[-1] != whole and not _is_part(name, names[open_rows[-1]]):
                open_rows.pop()
            whole = open_rows[-1] if open_rows else None
            open_rows.append(at)
        found.append(whole)
    return found


def _add_up(whole: int, own: Sequence[int], names: Sequence[str], amounts: Sequence[Amounts]) -> bool:
    among = any(_AMONG.match(names[at]) for at in own)
    columns = {column for at in (whole, *own) for column in amounts[at]}
    for column in columns:
        left = amounts[whole].get(column, 0)
        parts = sum(amounts[at].get(column, 0) for at in own)
        if parts != left and not (among and 0 <= parts < left):
            return False
    return bool(columns)


def _is_part(name: str, whole: str) -> bool:
    return (_label(name), _label(whole)) in _parts()


def _label(name: str) -> str:
    return fold_label(_AMONG.sub("", name, count=1))


@cache
def _parts() -> frozenset[tuple[str, str]]:
    """Labels of income with those of all that counts them."""
    lines = income_lines()
    found: set[tuple[str, str]] = set()
    for line in lines:
        wanted, seen = {line.parent}, {""}
        while wanted - seen:
            seen |= wanted
            over = [each for each in lines if each.key in wanted]
            found |= {
                (fold_label(part), fold_label(label))
                for part in line.labels
                for each in over
                for label in each.labels
            }
            wanted = {each.parent for each in over}
    return frozenset(found)
