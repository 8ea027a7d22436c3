"""The sides of an account, as they are named: income, spending and what is left of a fund or an insurance."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()

SIDE = re.compile(r"(?:总)?(?:收入|支出)$")
"""The end of a name that is a side of an account."""
_FUND = 6
"""Characters from which on the account of a fund names the fund: 失业保险基金收入."""
_LEVELS = f"{re.any_of(_THINGS.who.sides_of)}|省级?|市级?|县级?|区级?|州级?|盟级?|旗级?|政府|集体"
_SUBSIDY = re.compile(
    rf"(?:{_LEVELS}){{0,4}}财政(?:对)?[\u3400-\u9fff]{{0,12}}(?:补贴|补助|拨款)|(?:{_LEVELS}){{1,3}}(?:{re.any_of(_THINGS.who.gifts)})"
    rf"|(?:{re.any_of(_THINGS.who.payers)})缴[费纳]|(?:存款)?利息|投资收益|滞纳金|捐[赠款]|委托投资"
)
_INSURANCE = re.compile(rf"(?:{re.any_of(_THINGS.who.insurances)})保险")
_INSURED = re.compile(rf"(?:{re.any_of(statement_words().funds.insurances)})$")
_STAGE = re.compile("预算(?:安排)?数?")
_INFLOW, _OUTFLOW, _STOCK = "收入", "支出", "结余结存余额"
_IN_ALL = re.compile("(?:合计|总计|总额|总量|共计)数?$")


_OF_FUND = re.compile(r"基金预算(?:安排)?(?= |收入|支出|[^ ]{0,4}结[余存])")
_PLANNED = re.compile(r"(?:^| )预算(?:安排)?(?:收入|支出)$|(?:基金| )(?:收入|支出)预算(?:安排)?数?$")
"""基金预算收入, 基金收入预算, 预算支出: the side of the account of a fund, as it is planned."""


def without_budget(measure: str) -> str:
    """The side of the account of a fund whose budget is told: 失业保险基金 支出 of 失业保险基金预算 预算支出; else as it is."""
    named = _OF_FUND.sub("基金", measure)
    side = _PLANNED.search(named) if "基金" in named else None
    return named if side is None else named[: side.start()] + _STAGE.sub("", side.group())


_STAGES = "预算|决算|预计|执行|完成|安排|实际"
_STAGED_SIDE = re.compile(
    rf"(?=.*(?:{_STAGES}))(?:{_STAGES}){{0,2}}总?(?P<side>收入|支出)(?:{_STAGES}){{0,3}}数?"
)
_SIDE_OF_FUND = re.compile(
    rf"(?P<fund>[^ ]{{2,30}}?基金) ?(?P<set>(?:{_STAGES}){{0,2}})总?(?P<side>收入|支出)(?P<stage>(?:{_STAGES}){{0,3}}数?)(?: |$)"
)
_LEFT = re.compile("(?:本年|当年|当期|本期|年末|期末|历年|累计|滚存|收支){0,3}(?:结余|结存|缺口)")


def other_side_of(told: Iterable[str], name: str) -> str | None:
    """What the other side of the account of a fund is called in full, by the names told before: 失业保险基金 支出执行数.

    So is what is left of it. None where a name is no side of a budget or of what came of it, or where that told last is of
    the same side or of no fund.
    """
    own = _STAGED_SIDE.fullmatch(name)
    if own is None and not _LEFT.fullmatch(name):
        return None
    last = next((match for text in told if (match := _SIDE_OF_FUND.match(text)) is not None), None)
    if last is None:
        return None
    other = last["side"] != own["side"] if own is not None else bool(last["set"] or last["stage"])
    return f"{last['fund']} {name}" if other else None


def is_account(text: str) -> bool:
    """Is the text one side of an account: 基金支出, 当期结余?"""
    return bool(_account_pattern().fullmatch(text))


@cache
def _account_pattern() -> re.Pattern[str]:
    return re.compile(prose_words().carried_patterns[0])


def is_flow_of(name: str, text: str) -> bool:
    """Is a name that of a fund that takes in or spends so much, and no amount of which that is done: 失业保险基金 累计支出, not 补助资金 累计支出?"""
    return bool(_INSURED.search(name)) and is_account(text)


def is_subsidy(text: str) -> bool:
    """Is a part what flows into a fund (各级财政补贴…基金, 个人缴费, 利息), not a fund of its own?"""
    return bool(_SUBSIDY.match(text))


def other_account(whole: str, part: str) -> bool:
    """Is a part the account of a fund of its own, and of another side than the whole: 累计结余, then 失业保险基金收入?

    Of a balance no income or spending is a part: 年末滚存结余 9 亿元。其中，保险费收入 4 亿元; and of an insurance no other is.
    """
    sides = (_side(_IN_ALL.sub("", whole)), _side(_IN_ALL.sub("", part)))
    own = (len(part) > _FUND and "基金" in part) or (sides[0] == _STOCK and "费" in part)
    insured = [set(_INSURANCE.findall(text)) for text in (whole, part)]
    other = all(insured) and insured[0].isdisjoint(insured[1])
    return bool(other or (all(sides) and sides[0] != sides[1] and own))


def same_side(whole: str, part: str) -> bool:
    """Is a part of the same side of an account as its whole: 基金支出, of it 基本养老金支出?"""
    return bool(_side(whole)) and _side(whole) == _side(part)


def is_flow_of_balance(whole: str, part: str) -> bool:
    """Is one what came in or went out, and the other what is left: 当年结余 9 万元，其中征缴收入 4 万元?"""
    return _side(whole) == _STOCK and _side(part) in (_INFLOW, _OUTFLOW)


def is_side(text: str) -> bool:
    """Is a name that of income, spending or a balance?"""
    return bool(_side(text))


def _side(text: str) -> str:
    return next((side for side in (_INFLOW, _OUTFLOW, _STOCK) if text[-2:] in side and text), "")
