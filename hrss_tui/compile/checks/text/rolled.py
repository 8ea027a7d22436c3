"""What is left of years before, carried on by the income and the spending of a year: 上年结余 + 收入 − 支出 = 滚存结余."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, compare, withdrawn
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.records import Check
from hrss_tui.reference.things import things
from hrss_tui.words.check_reasons import because

_THINGS = things()
_INCOME = r"收入(?:合计|总计|总额)?(?:为|达到?)?$"
_SPENDING = r"支出(?:合计|总计|总额)?(?:为|达到?)?$"
_LEFT = r"(?:财政拨款)?(?:结转[和及、]?)?(?:结余|结存)"
_CARRIED = re.compile(rf"(?:{re.any_of(_THINGS.money.carried_at)})[末底]?(?:滚存|累计)?{_LEFT}(?:为|额为?)?$")
_ROLLED = re.compile(rf"(?:[年期][末底]|滚存|累计){{1,2}}(?:滚存|累计)?{_LEFT}(?:为|额为?|达到?)?$")
"""What there was before the income and the spending of a year, and what there is behind them."""
_ALONE = re.compile(
    rf"(?:截[至止]到?)?(?:\d{{4}}年)?(?:[本当全]?[年期]|年度)?(?:内|[末底])?(?:{re.any_of(_THINGS.money.rolled)}){{0,4}}(?:收入|支出|(?:结转[和及、]?)?(?:结余|结存))"
    r"(?:合计|总计|总额)?(?:为|额为?|达到?)?"
)
"""Income, spending or balance of what was told of, with no word of a part (征缴收入) or of what else was set off (上解后)."""
_SHARED_OUT = because("balance_used")
"""A body of its own income shares out what is left of it, or uses up what was, which only its tables need tell."""
_MARKS = " ，。;:、"
_FLOW = (_CARRIED.pattern, _INCOME, _SPENDING)
"""How the figures before a balance that was carried on are named, in their order."""


def rolled(passage: Passage) -> Iterator[Check]:
    """What there was, income and spending against what is left: 上年结余 9 亿元，收入 5 亿元，支出 4 亿元，滚存结余 10 亿元."""
    for stated in passage.figures:
        if not _ROLLED.search(stated.before.strip()) or _had(stated):
            continue
        near = [one for one in passage.sentence(stated.sentence) if one.start < stated.start]
        near = [one for one in near if not one.is_rate and (not one.is_change or _had(one))]
        said = [one.before.strip() for one in near]
        exact = not any(passage.is_bound(one) or one.base != stated.base for one in (*near, stated))
        alone = all(_ALONE.fullmatch(words.strip(_MARKS)) for words in (*said[1:], stated.before))
        if len(near) == len(_FLOW) and exact and alone and all(map(re.search, _FLOW, said)):
            had, income, spending = near
            words = (
                f"上年结余 {had.shown} + 收入 {income.shown} − 支出 {spending.shown} = 结余 {stated.shown}"
            )
            at = passage.block(stated.start)
            identity = Identity(
                "stated_balance", words, at, stated.base, f"rolled/{stated.start}", because("balance")
            )
            left = passage.quantity(had) + passage.quantity(income) - passage.quantity(spending)
            check = compare(identity, passage.quantity(stated), left)
            whole = all("财政拨款" in words for words in (*said, stated.before))
            shared = "结转" in said[0] and not whole and check.status == "fails"
            yield withdrawn(check, _SHARED_OUT) if shared else check


def _had(one: Figure) -> bool:
    """Is it what there was before?"""
    return bool(_CARRIED.search(one.before.strip()))
