"""Balances that a sentence states: 收入 − 支出 = 结余."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, compare
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.records import Check
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.words.check_reasons import because

_THINGS = things()
_WORDS = statement_words()
_INCOME = re.compile(r"收入(?:合计|总计|总额)?(?:为|达到?)?$")
_SPENDING = re.compile(r"支出(?:合计|总计|总额)?(?:为|达到?)?$")
_BALANCE = re.compile(rf"(?:{re.any_of(_THINGS.money.currents)})(?:收支)?(?:结余|盈余)(?:为|额为?)?$")
_WANTING = re.compile(
    rf"(?:{re.any_of(_THINGS.money.currents)})(?:收支)?(?:{re.any_of(_THINGS.money.wanting)})(?:为|额为?|达)?$"
)
_ADJUSTED = re.compile(re.any_of(_WORDS.balances.adjusted))
"""Before a balance that is not of all income and all spending: 剔除财政补贴，当期缺口."""
_COVERS = re.compile(re.any_of(_WORDS.balances.covered))
_GENERAL = re.compile(re.any_of(_WORDS.balances.general))
"""What a general budget wants is what transfers leave open, and not income less spending."""
_PARTED = re.compile(
    r"^\s*+(?:[，;(]\s*+)?其中\s*+(?:[:，]\s*+)?[^，。;:()\s]{0,16}收入(?:合计|总计|总额)?(?:为|达到?)?$"
)
"""Between a balance and the two sides it is made of: 当年结余 9 万元，其中：收入 50 万元、支出 41 万元."""


def balances(passage: Passage) -> Iterator[Check]:
    """Every balance of a text whose income and spending stand before it, or behind it as what it is made of."""
    for stated in passage.figures:
        wanting = bool(_WANTING.search(stated.before.strip()))
        if not (wanting or _BALANCE.search(stated.before.strip())) or _ADJUSTED.search(stated.before):
            continue
        near = passage.sentence(stated.sentence)
        behind = _parts(passage, stated, near)
        income, spending = _sides(
            passage, behind or [one for one in near if one.start < stated.start], stated
        )
        if not (income or spending):
            near = _up_to_full_stop(passage, stated)
            income, spending = _sides(passage, [one for one in near if one.start < stated.start], stated)
        if len(income) == 1 and len(spending) == 1 and not _is_covered(stated, income[0], near, wanting):
            words = f"收入 {income[0].shown} − 支出 {spending[0].shown} = 结余 {'−' if wanting else ''}{stated.shown}"
            at = passage.block(stated.start)
            identity = Identity(
                "stated_balance", words, at, stated.base, str(stated.start), because("balance")
            )
            more, less = (spending, income) if wanting else (income, spending)
            difference = passage.quantity(more[0]) - passage.quantity(less[0])
            yield compare(identity, passage.quantity(stated), difference)


def _is_covered(stated: Figure, income: Figure, figures: Sequence[Figure], wanting: bool) -> bool:
    """May other money stand between income and spending and what is wanting: that of a general budget, or what is told of transfers?"""
    others = (
        one
        for one in figures
        if income.start < one.start < stated.start
        and not (one.is_rate or one.is_change)
        and one.base == stated.base
    )
    beside = any(_COVERS.search(one.before) for one in others)
    return beside or (wanting and bool(_GENERAL.search(income.before)))


def _parts(passage: Passage, stated: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The two figures behind a balance that are said to make it up; else []."""
    found = [one for one in figures if one.start > stated.start][:2]
    opened = len(found) == 2 and _PARTED.match(found[0].before)
    plain = not any(
        one.is_rate or one.is_change or one.depth != stated.depth + ("(" in found[0].before) for one in found
    )
    return found if opened and plain else []


def _sides(passage: Passage, figures: Sequence[Figure], stated: Figure) -> tuple[list[Figure], list[Figure]]:
    """Income and spending among figures, counted as a balance is and exactly."""
    before = [
        one for one in figures if one.base == stated.base and not one.is_change and not passage.is_bound(one)
    ]
    return (
        [one for one in before if _INCOME.search(one.before.strip())],
        [one for one in before if _SPENDING.search(one.before.strip())],
    )


def _up_to_full_stop(passage: Passage, stated: Figure) -> list[Figure]:
    """The figures between the last full stop and a balance: 收入 9 亿元，增长 3%；支出 8 亿元，增长 2%；当期结余 1 亿元."""
    start = passage.text.rfind("。", 0, stated.start)
    near = [passage.sentence(stated.sentence - back) for back in range(_PARTS, -1, -1)]
    return [one for group in near for one in group if one.start > start]


_PARTS = 3
"""Parts between semicolons that a balance may stand behind."""
