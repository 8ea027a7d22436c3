"""Codes of the tables against the classification: a code that does not exist, a name that is that of another code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrss_tui.compile.checks.basics.identity import Identity
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.records import BudgetLine, Check, Correction
from hrss_tui.reference import fold_label
from hrss_tui.reference.classifications import (
    ClassificationCode,
    all_names,
    economic_codes,
    every_functional_code,
    government_economic_codes,
)

_CLASSIFICATIONS = ("functional", "economic")
_CLASS = 3
_REPLACED = "印出的代码"
"""How the reason of a correction begins that read another code than is printed."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every code of the tables once."""
    repaired = {row.line_start: row for row in papers.of(Correction)}
    seen: set[tuple[str, str]] = set()
    for line in papers.of(BudgetLine):
        code = line.code or ""
        key = (code, fold_label(line.name))
        if line.classification not in _CLASSIFICATIONS or not code or key in seen:
            continue
        seen.add(key)
        reason = _corrected(line, repaired) or _problem(code, line.name)
        if reason:
            words = f"表{line.table_no} {code} {line.name}：代码与名称相符"
            yield finding(Identity("code", words, line, "", code), reason, (line.line_id,))


def _corrected(line: BudgetLine, repaired: dict[int, Correction]) -> str:
    """What the compiler read otherwise: a code that contradicts its name, not one that a page break cut."""
    row = repaired.get(line.line_start)
    wrong = row is not None and line.code_restored and row.reason.startswith(_REPLACED)
    return f"原文为 {row.printed}，{row.reason}" if wrong and row is not None else ""


def _problem(code: str, name: str) -> str:
    """What is wrong with a code and its name; empty where nothing surely is."""
    folded = fold_label(name)
    names = all_names(code)
    if not names:
        known = {entry.code for entry in _entries() if len(entry.code) == _CLASS}
        return f"没有 {code[:_CLASS]} 类" if code[:_CLASS] not in known else ""
    if any(_alike(folded, fold_label(each)) for each in names):
        return ""
    owners = sorted(_owners().get(folded, ()))
    if owners and len({owner[-2:] for owner in owners}) == len(owners):
        return f"{code} 为“{sorted(names)[0]}”，“{name}”的代码为 {'、'.join(owners[:3])}"
    return ""


def _alike(one: str, other: str) -> bool:
    """Are two names the same but for a word that years or authorities leave out?"""
    return (
        one == other or one in other or other in one or one.removesuffix("支出") == other.removesuffix("支出")
    )


@cache
def _entries() -> tuple[ClassificationCode, ...]:
    return (*every_functional_code(), *economic_codes(), *government_economic_codes())


@cache
def _owners() -> dict[str, frozenset[str]]:
    """Folded name → the codes it belongs to."""
    found: dict[str, set[str]] = {}
    for entry in _entries():
        found.setdefault(fold_label(entry.name), set()).add(entry.code)
    return {name: frozenset(codes) for name, codes in found.items()}
