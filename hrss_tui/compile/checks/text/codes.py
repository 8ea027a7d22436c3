"""Codes of the tables against the classification: a code that does not exist, a name that is that of another code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrss_tui.compile.budget.codes import is_functional
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
from hrss_tui.words.check_reasons import because

_CLASSIFICATIONS = ("functional", "economic")
_CLASS, _GROUP = 3, 5
_OLDEST = 2018
"""The first year whose classification is known."""
_REPLACED = "印出的代码"
"""How the reason of a correction begins that read another code than is printed."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every code of the tables once, and every row whose printed code was read as another."""
    repaired = {row.line_start: row for row in papers.of(Correction)}
    seen: set[tuple[str, str]] = set()
    for line in papers.of(BudgetLine):
        code = line.code or ""
        corrected = _corrected(line, repaired)
        key = (code, corrected or fold_label(line.name))
        if line.classification not in _CLASSIFICATIONS or not code or key in seen:
            continue
        seen.add(key)
        status, reason = ("fails", corrected) if corrected else _problem(code, line)
        if status == "fails" and not corrected and line.year is not None and line.year < _OLDEST:
            status, reason = "not_checkable", because("code_before_known", why=reason, year=line.year)
        if reason:
            words = f"表{line.table_no} {code} {line.name}：代码与名称相符"
            yield finding(Identity("code", words, line, "", code), reason, (line.line_id,), status)


def _corrected(line: BudgetLine, repaired: dict[int, Correction]) -> str:
    """What the compiler read otherwise: a code that contradicts its name, not one that a page break cut."""
    row = repaired.get(line.line_start)
    wrong = row is not None and line.code_restored and row.reason.startswith(_REPLACED)
    return because("code_replaced", printed=row.printed, why=row.reason) if wrong and row is not None else ""


def _problem(code: str, line: BudgetLine) -> tuple[str, str]:
    """What is wrong with a code and its name, and whether that is sure; no reason where nothing is.

    The name may be that of a second classification, whose codes stand beside those of the row.
    """
    name, folded = line.name, fold_label(line.name)
    names = all_names(code)
    if not names:
        return _unknown(code)
    if any(_alike(folded, fold_label(each)) for each in names):
        return _of_another_year(code, line.year)
    owners = sorted(_owners().get(folded, ()))
    if owners and len({owner[-2:] for owner in owners}) == len(owners):
        other = "、".join(owners[:3])
        own = any(is_functional(owner) is is_functional(code) for owner in owners)
        why = because("code_of_other", code=code, own=sorted(names)[0], name=name, other=other)
        return "fails" if own else "not_checkable", why
    return "", ""


def _unknown(code: str) -> tuple[str, str]:
    """A code of no year: all 类 and 款 are known here, of the 项 not every one."""
    for size, why in ((_CLASS, "no_such_class"), (_GROUP, "no_such_group")):
        if not all_names(code[:size]):
            return "fails", because(why, code=code[:size])
    return "not_checkable", because("code_unknown", code=code)


def _of_another_year(code: str, year: int | None) -> tuple[str, str]:
    """A code that the classification of the document's year had no longer, or not yet."""
    entry = next((each for each in _entries() if each.code == code), None)
    if entry is None or year is None or year < _OLDEST or entry.valid(year):
        return "", ""
    return "not_checkable", because("code_of_other_year", year=year, code=code)


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
