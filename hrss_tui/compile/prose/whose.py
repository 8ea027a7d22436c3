"""Whose the figures of a statement are: of several that have, get or are served with the same."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import accounts, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named, Own
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import units

_THINGS = things()
_WORDS = statement_words()
_PER_HEAD = re.compile(
    rf"(?:平均)?每(?:[十百千万]{{1,3}}|名|个|位)(?:名|个|位)?(?:{re.any_of(_THINGS.who.counted_by)}){{0,2}}(?:{re.any_of(_THINGS.who.counted)})(?:{re.any_of(_THINGS.who.has)})?(?=[\u3400-\u9fff]{{2}})"
)
_OWNED = re.compile(
    rf"(?P<owner>[\u3400-\u9fff（）()]{{2,20}}?)(?:财政拨款)?的[\u3400-\u9fff“”（）()]{{0,24}}?(?:{re.any_of(_WORDS.funds.owned)})(?:预算)?(?:总额|数|额)?(?:共计|合计|共)?(?:为|是|达)?"
)
_MEANT = re.compile(
    r"(?P<owner>[\u3400-\u9fff（）()]{2,20}?)的?[年月]?(?:[人户社校村]均|平均)[\u3400-\u9fff（）()]{1,16}?(?:为|是|达到?)?"
)
"""120 家监测企业平均工资为 6200 元: so many have the mean."""
_HOLDS = re.compile(
    rf"(?P<owner>[\u3400-\u9fff（）()]{{2,12}}?)(?:{re.any_of(_THINGS.who.owns)}){{0,2}}(?:{re.any_of(_WORDS.deeds.had)})了?[\u3400-\u9fff]{{0,10}}"
)
"""54 个行政村共设 62 个村卫生室: so many have so many others."""
_BOTH = 2
_SERVED_BY = re.compile(
    rf"(?P<deed>[\u3400-\u9fff“”]{{2,20}}(?:{re.any_of(_WORDS.deeds.helping)}))(?:各类|参保)?(?:{re.any_of(_WORDS.holders.helped)})"
)
_WON_IN = re.compile(
    rf"(?P<deed>在[\u3400-\u9fff“”]{{2,16}}(?:共|累计)?(?:{re.any_of(_WORDS.deeds.won)}))[\u3400-\u9fff]{{1,6}}"
)
"""在省级比赛中获得金牌 2 枚、银牌 3 枚: where all of them were won."""


def served_by(head: str) -> str:
    """What reaches several, with its verb, before the first of them: 稳岗返还惠及企业 620 户、职工 3 万人; "" where none is named."""
    match = _SERVED_BY.fullmatch(head) or _WON_IN.fullmatch(head)
    return match["deed"] if match else ""


_WHOM = re.compile(rf"(?P<whom>[\u3400-\u9fff]{{2,10}}?(?:{re.any_of(_WORDS.holders.served)}))")


def per_head(text: str) -> str:
    """For how many there are so many, before the first of a list: 每千人口床位 5.6 张、医师 2.2 人; "" where that is not said."""
    match = _PER_HEAD.match(text)
    return match.group() if match else ""


def is_per_head(at: Situation, text: str, before: str) -> bool:
    """Does a statement go on behind a comma with what there is per head: a part of a person, as there is of no number of persons?"""
    first = at.statement.quantities[0]
    broken = first.factor == 1 and first.value != int(first.value)
    counted = first.base_unit in _THINGS.count.per_head
    return bool(
        before.removeprefix("平均").startswith("每")
        and at.statement.joint == "，"
        and text
        and broken
        and counted
        and not _PER_HEAD.match(text)
    )


_LED = re.compile(
    r"(?P<done>[\u3400-\u9fff“”]{2,16}?)(?:并|同时|从而)(?P<deed>(?:带动|吸纳|辐射带动)[\u3400-\u9fff]{2,12})"
)
"""支持 3 万人成功创业并带动就业 9 万人 counts two things."""


def apart(at: Situation, own: Own) -> tuple[Own, ...]:
    """The words of each figure of a statement: those of all, but 养老机构 16 家床位 2100 张 counts the homes, and what they have."""
    two = at.statement.quantities
    lasts = len(two) == _BOTH and own.head and two[1].end == at.statement.end
    if lasts and (led := _LED.fullmatch(own.rest)) is not None:
        return (Own(own.head, led["done"]), Own(led["deed"], ""))
    if len(two) != _BOTH or two[0].base_unit == two[1].base_unit:
        return (own,) * len(two)
    between = at.squeezed.shown[two[0].end : two[1].start]
    if own.rest == between and "分别" in between[2:]:
        return (Own(own.head, between.partition("分别")[0]), own)
    alone = own.rest == between and two[1].end == at.statement.end
    had = alone and own.head and subjects.is_dependent(between) and not accounts.is_account(between)
    return (Own(own.head, ""), Own(between, "")) if had else (own, own)


@cache
def _rated() -> re.Pattern[str]:
    """10.8 万名 2032 届未就业毕业生帮扶率达 99.8%: so many persons have the rate."""
    who = re.longest_of(prose_words().persons)
    return re.compile(
        rf"(?P<owner>(?:\d{{4}}届)?[\u3400-\u9fff（）()]{{0,16}}?(?:{who}))的?[\u3400-\u9fff]{{2,8}}率(?:为|是|达到?)?"
    )


def owner(at: Situation, index: int, own: Own) -> Reading | None:
    """Those whose money or mean is told with how many they are: 下属 2 家事业单位的运行经费为 60 万元 has two units, and no two funds."""
    quantity, later = at.statement.quantities[index], at.statement.quantities[index + 1 : index + 2]
    if not later:
        return None
    counted = units().get(quantity.base_unit)
    if counted is None or counted.kind not in ("count", "persons"):
        return None
    span = at.squeezed.folded, quantity.end, later[0].start
    money = later[0].base_unit == "元"
    match = None
    if later[0].base_unit != quantity.base_unit:
        match = (_OWNED.fullmatch(*span) if money else None) or _MEANT.fullmatch(*span)
        match = match or (_rated().fullmatch(*span) if later[0].unit == "%" else None)
    match = match or _HOLDS.fullmatch(*span)
    if match is None:
        return None
    head = own.head if index == 0 else ""
    name = head + at.squeezed.shown[slice(*match.span("owner"))]
    return made(at, quantity, Named(name, at.squeezed.line(quantity.start)), name)


def served(at: Situation, quantity: Quantity, own: Own) -> Reading | None:
    """Those for whom something is done, whom the words behind their second number name: 对 900 户次、1500 人次低保对象发放补助."""
    behind = at.later[0] if at.later else None
    if (
        own.text not in _WORDS.deeds.for_whom
        or behind is None
        or behind.joint != ENUMERATION
        or not behind.quantities
    ):
        return None
    second = behind.quantities[0]
    named = _WHOM.match(at.squeezed.folded, second.end, behind.end)
    if second.start != behind.start or second.base_unit == quantity.base_unit or named is None:
        return None
    name = at.squeezed.shown[slice(*named.span("whom"))]
    return made(at, quantity, Named(name, at.squeezed.line(named.start())), name)


def recounted(at: Situation, index: int, quantity: Quantity) -> Reading | None:
    """Those just counted otherwise, before what is done for them: 为低保对象 900 户、1500 人发放补助 80 万元."""
    last, alone = at.context.last, len(at.statement.quantities) == 1
    bare = at.statement.joint == ENUMERATION and at.statement.start == quantity.start and not index
    if last is None or alone or not bare or last.change is not None:
        return None
    counted = [units().get(one.base_unit) for one in (last.quantity, quantity)]
    sorts = all(unit is not None and unit.kind in ("count", "persons") for unit in counted)
    does = at.squeezed.folded.startswith(prose_words().verbs, quantity.end)
    if not (sorts and does) or last.quantity.base_unit == quantity.base_unit:
        return None
    return made(at, quantity, last.subject, last.measure)
