"""A bound with a noun behind it: a figure of its own (1200 名以上特派员) or part of a name (50 万元以上设备).

It is part of the name of something else where that is counted itself (单价 50 万元以上设备 3 台), where it sorts
bodies by their size (30 人以上企业), and where a word of size stands before it (注册资本, 单价, 工龄).
"""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.tails import BOUNDS, RATIOS, Tail
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import units

_THINGS = things()
_TURNS = turns()
_HAN = re.compile(r"[\u3400-\u9fff]")
_CLAUSE = re.compile(r"[，。；：、,;)]")
_FIGURE = re.compile(r"\d")
_SET = re.compile(
    rf"的(?:{re.any_of(_THINGS.money.standards)})*(?:{re.any_of(_THINGS.money.standard_names)})"
)
"""按不超过 500 元的标准发放: the standard is what the figure is."""
_SORTED = re.compile(r"(?:之间)?的[\u3400-\u9fff]{0,8}(?:有|包括|为)(?=[:：]|[\u3400-\u9fff\d])")
"""完成率超过 95% 的县市有：: the ratio only says which."""
_WHOSE = re.compile(
    r"(?:[、和或][\d.,]{1,9}万?元){0,8}[^，。；：、,;:()\d]{0,20}的(?:[，：,:]|$|(?=给予|予以|补[足齐发]|[上下]浮|可以?[\u3400-\u9fff]|一次性|不予|不再|减按|[加增]发|按))"
)
"""带动 5 人以上就业的，给予…: whom something is given, and no figure of it."""
_RATED = re.compile(r"(?:率|比例|占比|比重)(?:达到?|高于|超过|不低于|在|为)?$")
_BODIES = re.compile(
    rf"的(?!(?:{re.any_of(_TURNS.aims.bodies)})?(?:{re.any_of(_TURNS.aims.bounds)}))[\u3400-\u9fff]{{2,8}}[，：,:]"
)
"""留用率达到 50% 以上的单位，…: of which bodies."""
_HELD = re.compile(rf"(?:{re.any_of(_THINGS.who.held)}|(?<![没未享具拥])有)[了着]?$")
"""有超过 2 万亿元的储备: so much there is."""
_SAID_AGAIN = re.compile(r"[(（]不?含(?:本数|\d[\d.,]{0,9}[万亿]?[\u3400-\u9fff%]{1,3})?[)）]")
_DEFINES = re.compile(r"[\u3400-\u9fff](?:是指|系指|指的是)")
"""限额以上零售业是指年末从业人员 20 人以上的企业: a definition says which, and how many of nothing."""
_DEFINED = 160
"""Characters before a bound in which a definition begins."""
_LIMITS = ("<=", "<")
_AHEAD = 40
_BEFORE = 8


def _lasts(folded: str, tail: Tail) -> bool:
    """Is the bound a duration with a figure directly behind it: 稳定就业 6 个月以上 21 万人?"""
    unit = units().get(tail.noun)
    return unit is not None and unit.kind == "time" and bool(_FIGURE.match(folded, tail.end))


def is_threshold(folded: str, start: int, tail: Tail, before: str) -> bool:
    """Does the bound of the figure that begins at `start` only sort what is named behind it?"""
    if again := _SAID_AGAIN.match(folded, tail.end):
        tail = msgspec.structs.replace(tail, end=again.end())  # 300 万元以上（含 300 万元）的项目
    once = before in BOUNDS and folded.startswith("的一次性", tail.end)
    if (before in _LIMITS or once) and _is_offered(folded, start, tail):
        return False
    if before in BOUNDS:
        named = not tail.bound and folded.startswith("的", tail.end) and not _SET.match(folded, tail.end)
    else:
        named = tail.bound and bool(_HAN.match(folded, tail.end) or _lasts(folded, tail))
    if (before in BOUNDS or tail.operator in BOUNDS) and _is_size_of_bodies(folded, start, tail):
        return True
    bound = before in BOUNDS or tail.bound
    if bound and _DEFINES.search(folded, max(folded.rfind("。", 0, start) + 1, start - _DEFINED), start):
        return True
    return (bound and _is_condition(folded, start, tail)) or (
        named and not _LEFT.search(folded, max(0, start - _BEFORE), start) and _sorts(folded, start, tail)
    )


def _is_offered(folded: str, start: int, tail: Tail) -> bool:
    """Is the bound the most that is granted or may be applied for: 申请最高 50 万元的贷款, 给予不超过 1 万元的一次性补贴?"""
    unit = units().get(tail.noun.partition("/")[0])
    money = unit is not None and unit.kind == "money"
    return money and bool(_offered().search(folded, max(0, start - _BEFORE), start))


@cache
def _offered() -> re.Pattern[str]:
    words = prose_words()
    return re.compile(rf"(?:{re.any_word([*words.granting_verbs, *words.capped_verbs])})(?:一次性)?$")


def _is_size_of_bodies(folded: str, start: int, tail: Tail) -> bool:
    """Does the bound say how large bodies are whose number follows: 纳税超亿元企业 12 家, 超千人用工企业 8 家?"""
    unit = units().get(tail.noun)
    sized = unit is not None and (unit.kind == "money" or (unit.kind == "persons" and unit.base == "人"))
    granted = _granted().search(folded, max(0, start - _BEFORE), start)
    return sized and not granted and bool(_counted_bodies().match(folded, tail.end))


@cache
def _counted_bodies() -> re.Pattern[str]:
    words = prose_words()
    return re.compile(
        rf"(?:{re.any_word(words.sorts_of_bodies)}){{0,2}}(?:{re.any_word(words.bodies)})(?:已?达到?|共有?|有|为)?\d{{1,6}}[余多]?[家户个所座项]"
    )


def _is_condition(folded: str, start: int, tail: Tail) -> bool:
    """Does the bound say of whom or of which bodies the figures behind it are?"""
    rated = tail.noun in RATIOS and _RATED.search(folded, max(0, start - _BEFORE), start)
    return bool(_WHOSE.match(folded, tail.end) or (rated and _BODIES.match(folded, tail.end)))


_LEFT = re.compile(rf"(?:{re.any_of(_THINGS.who.left)})$")
"""到明年就会剩 600 万人以下: so many are left."""


def _sorts(folded: str, start: int, tail: Tail) -> bool:
    behind = _CLAUSE.split(folded[tail.end : tail.end + _AHEAD], maxsplit=1)[0]
    base = tail.noun.partition("/")[0]
    if base in RATIOS:
        return bool(_SORTED.match(folded, tail.end))
    if base == "人次" and behind.startswith("的") and _is_of_persons(behind):
        return False  # 累计超 4200 万人次的企业职工: nobody is sorted by how often
    if _FIGURE.search(behind) or _sized().search(folded, max(0, start - _BEFORE), start):
        return True
    unit = units().get(base)
    kind = unit.kind if unit else "count"
    if kind == "time":
        return True
    if kind == "money":
        held = _HELD.search(folded, max(0, start - _BEFORE), start)
        return not (held or _granted().search(folded, max(0, start - _BEFORE), start))
    return kind == "persons" and base == "人" and _is_of_bodies(behind)


@cache
def _sized() -> re.Pattern[str]:
    return re.compile(rf"(?:{re.any_word(prose_words().size_words)})(?:为|在|达|达到|是)?$")


@cache
def _granted() -> re.Pattern[str]:
    return re.compile(rf"(?:{re.any_word(prose_words().granting_verbs)})[^，。；\d]{{0,4}}$")


def _is_of_bodies(behind: str) -> bool:
    """Does the noun behind name bodies (30 人以上企业) rather than persons (5 万人以上农村劳动力)?

    名 and 位 count persons one by one; bodies are sorted by 人.
    """
    match = _noun().search(behind)
    return match is not None and match["body"] is not None


def _is_of_persons(behind: str) -> bool:
    """Does the noun behind name persons?"""
    match = _noun().search(behind)
    return match is not None and match["person"] is not None


def says_whose(folded: str, end: int) -> bool:
    """Do the words behind a range only say to whom something is granted: 20 人至 50 人的按每人 150 元?"""
    return bool(_WHOSE.match(folded, end))


@cache
def _noun() -> re.Pattern[str]:
    words = prose_words()
    return re.compile(
        rf"(?P<person>(?:{re.any_of(_THINGS.who.where)})?(?:{re.any_word(words.persons)}))|(?P<body>{re.any_word(words.bodies)})"
    )
