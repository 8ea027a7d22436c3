"""The expressions of time in a text, without those that are the base of a comparison and never the time of a figure.

What stands behind 比 or 较, on which something is built (在去年的基础上), or by whose prices it is valued, is such a base.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.times import patterns, periods
from hrss_tui.compile.prose.times.clock import Clock, Moment
from hrss_tui.compile.prose.times.stretches import is_span
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_BASE = re.compile(rf"(?:[比较与同和、占]|{re.any_of(_TURNS.time.bases)}|(?<!高)超|前下达|前告知)$")
BESIDE_BASE = re.compile(
    r"(?:[高低快慢好优多少]于|超过)(?:19|20)\d{2}年(?:度|同期)?的?\d[\d.,]{0,12}[^，。；、\d]{1,4}、$"
    r"|[比较](?:(?:19|20)\d{2}(?:年(?:度|同期)?)?、){1,4}$"
)
"""低于 2032 年 4.1%、2033 年 4.3%: another year beside the one that a figure is measured against."""
_BESIDE_PART = re.compile(
    rf"(?<![占对评类同环])[比较](?:[^，。；、比较]{{0,10}}(?:[年月期末底初]|{re.any_of(_TURNS.time.earlier_parts)})、){{1,4}}$"
)
"""比一季度、去年二季度分别低: another time beside the first of those that a figure is measured against."""
_BASE_REACH = 40
_PRICED = re.compile(r"(?:[按以依用]照?|折合|折算)$")
_PRICES = re.compile(
    rf"的?(?:[\u3400-\u9fff]{{0,8}}(?:汇率|牌价|中间价)|(?:{re.any_of(_TURNS.time.prices)})?价(?:格)?(?:计算|折算|计|推算|$)|为基期|口径)"
)
"""按 9 月 2 日汇率折算, 按 2030 年价格计算: the day or year of the prices and not of what they value."""
_GROUNDED = re.compile(rf"(?:年度?)?的?(?:原有?|{re.any_of(_TURNS.time.grounds)}){{0,2}}的?基础[之以]?上")
"""在去年的基础上每月提高 60 元: the year of what is built on, and not that of the rise."""
_BEFORE = re.compile(r"以?前(?![\d一二三四五期后往])")
_EARLIER_ON = re.compile(r"之前(?=，)")
_MONTH = re.compile(r"(?P<year>\d{4})-\d{2}")
BASE_OF = re.compile(
    rf"度?[^，。；：\d]{{0,24}}?(?:{re.any_of(statement_words().pay.bases)})[\u3400-\u9fff]{{0,4}}\d[\d,，.]{{0,16}}元(?:[/每][人月年]){{0,2}}(?:的(?=\d)|为(?:计发|计算|计提)?基数)"
)
"""按2032年全省月平均工资 7200 元的 50%计发: the year of what is a part or a multiple of something else is not when that is so."""
_OF_THINGS = re.compile(r"(?<!目标)(?<!目标值)(?<!目标任务)(?<!任务)(?<!计划)为$")
_UP_TO = re.compile(r"(?:度)?，?(?:截至|截止)(?:到|至)?\d{1,2}月")
_BESIDE = 6


def moments(folded: str, start: int, end: int, clock: Clock) -> list[Moment]:
    """The expressions of time in folded[start:end], in order; `clock` says what 全年 and 年末 speak of."""
    if not patterns.HINT.search(folded, start, end):
        return []
    found = [periods.years(match) for match in patterns.LISTED_YEARS.finditer(folded, start, end)]
    parts = (periods.parts(match, clock) for match in patterns.LISTED_PARTS.finditer(folded, start, end))
    found += [moment for moment in parts if moment is not None]
    for pattern in _possible(folded[start:end]):
        for match in pattern.finditer(folded, start, end):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                moment = periods.moment(match, clock)
                found += [] if moment is None else [moment]
    earlier, unsaid = patterns.EARLIER, (patterns.VAGUE, patterns.near_pattern())
    found += [
        Moment(*m.span(), m["year"], False, True, earlier=True) for m in earlier.finditer(folded, start, end)
    ]
    vague = (match for pattern in unsaid for match in pattern.finditer(folded, start, end))
    found += [Moment(*match.span(), None, False, True, vague=True) for match in vague]
    spans = {m.end for m in found if m.named and "/" in (m.period or "")}
    again = [m for m in found if m.start in spans and folded.endswith("年间", m.start, m.end)]
    own = [_until(folded, m) for m in found if not (_is_base(folded, start, m) or m in again)]
    return _of_its_year(folded, sorted(own, key=lambda moment: moment.start), clock)


def _of_its_year(folded: str, found: list[Moment], clock: Clock) -> list[Moment]:
    """The moments, a month or a word in that of the year printed before it: 2031年截至6月底, 2031年全县全年."""
    for at, (year, month) in enumerate(itertools.pairwise(found), 1):
        plain = year.named and (year.period or "").isdecimal()
        if plain and month.period and _UP_TO.match(folded, year.end) and month.start - year.end < _BESIDE:
            own = re.sub(r"\d{4}", year.period or "", month.period)
            found[at] = msgspec.structs.replace(month, period=own)
        elif plain and not (month.named or patterns.OF_OTHERS.search(folded, year.end, month.start)):
            found[at] = periods.in_year(
                folded, month, msgspec.structs.replace(clock, year=int(year.period or 0))
            )
    return found


def _possible(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may match in a text, in their order."""
    yield from (pattern for sign, pattern in patterns.PATTERNS if sign in text)
    if "月" in text:
        yield from patterns.month_patterns()
    yield patterns.plan_pattern()
    yield patterns.word_pattern()


def _until(folded: str, moment: Moment) -> Moment:
    """The moment with 前 behind it: 3 月底前. What was done 7月份之前， was done in the year of that month."""
    over = _EARLIER_ON.match(folded, moment.end) if not moment.point else None
    if over is not None and (own := _MONTH.fullmatch(moment.period or "")):
        return msgspec.structs.replace(moment, end=over.end(), period=own["year"], named=False)
    match = _BEFORE.match(folded, moment.end)
    return msgspec.structs.replace(moment, end=match.end(), limit=True) if match else moment


def _is_base(folded: str, start: int, moment: Moment) -> bool:
    """Does the time belong to what a figure is measured against, or to a noun (为 2023 年毕业生)?"""
    low = max(start, moment.start - 3)
    if moment.several:
        return folded.endswith(("比", "较"), start, moment.start)
    if _PRICED.search(folded, low, moment.start) and _PRICES.match(folded, moment.end):
        return True
    if folded.endswith("在", low, moment.start) and _GROUNDED.match(folded, moment.end):
        return True
    if is_span(moment.period) and folded.endswith("实现", low, moment.start):
        return False  # 实现2031—2033年收入年均增长 10%
    if moment.named and folded.endswith("、", 0, moment.start):
        span = folded, max(0, moment.start - _BASE_REACH), moment.start
        return bool(BESIDE_BASE.search(*span) or _BESIDE_PART.search(*span))
    named = moment.named and not moment.since and _OF_THINGS.search(folded, low, moment.start)
    of_things = named and not BASE_OF.match(folded, moment.end)
    return bool(of_things or _BASE.search(folded, low, moment.start))
