"""When a figure is true that tells what has come together: 今年以来 and 累计 in a paper of some months are of January to the last of them."""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.so_far import adds_up, names_year_so_far, since_january
from hrss_tui.compile.prose import moods
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import without_copula
from hrss_tui.compile.prose.tails import BOUNDS
from hrss_tui.compile.prose.times.clock import Moment
from hrss_tui.compile.prose.times.stretches import MONTH_OR_MORE, MONTHS, is_year, last_day, year_of
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_OWN_YEAR = _TURNS.time.own_year
_DAY = len("2033-10-25")
_UP_TO = "截至止到"
"""Characters of the words before a word of time that say it is reached (截至今年)."""
_CHANGED = re.compile(rf"的?(?:同比|环比|[比较]|增[长加速幅]|{re.any_of(_TURNS.change.so_far)})")
"""Words of a change, which stand right behind 今年 where it is only what last year's months are left for."""
_DONE = re.compile(r"(?:现|目前|实际)?(?:已|累计|现已|实际){1,3}(?:累计)?[\u3400-\u9fff]{0,6}$")
_BARE = re.compile(
    rf"(?:{re.any_of(_TURNS.manner.so_far)}){{0,2}}累计(?!结[余存转]|{re.any_of(_THINGS.money.leftovers)})(?P<of>[^，。；\d]{{0,16}})$"
)
_BEHIND_NAME = re.compile(r"[^，。；\d]{2,24}?累计(?P<of>(?:完成|实现|达到?|为|已|共){0,2})$")
"""累计发放 56 万元; 失业保险金累计 56 万元."""
_SUMMED = re.compile(
    rf"(?:[，,]?全[国省市县区州盟旗])?(?P<name>[^，。；\d]{{0,24}}?)(?:{re.any_of(_TURNS.manner.summed)}){{0,2}}累计(?!结[余存转]|{re.any_of(_THINGS.money.leftovers)})"
    rf"(?:完成|实现|达到?|为|已|共|新增){{0,2}}(?P<of>[^，。；\d]{{0,16}}?)(?:{re.any_of(_THINGS.count.summed)})?"
)
"""Between a quarter or month and a figure of all till its end: 累计完成, 累计发放稳岗资金, 城镇新增就业累计."""
_OF_WHICH = re.compile(r"[^，。；\d]{0,6}[，(]?其中[，:：]?[当本](?:季度?|月)")
"""三季度累计 2.9 万人，其中当季 0.8 万人."""


def settled(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """The frame, its year that of the months so far where its words say so and the paper, or what was told, is of some."""
    moment = framed.moment
    if (summed := _summed_up(squeezed, framed, context)) is not None:
        return summed
    if moment is None or moment.named or moment.point or not is_year(moment.period):
        return framed
    word = squeezed.folded[moment.start : moment.end].lstrip(_UP_TO)
    behind = squeezed.folded[moment.end : framed.first]
    period = _same_months(context, moment.period) if word in _OWN_YEAR and _CHANGED.match(behind) else None
    if period is None and _is_so_far(squeezed, framed, word, behind):
        months = _months(context, moment.period)
        day = months if months is not None and len(months) == _DAY else None
        period = since_january(months) or day
    if period is None:
        return framed
    point = len(period) == _DAY
    told = msgspec.structs.replace(moment, period=period, point=point, so_far=False)
    return msgspec.structs.replace(framed, moment=told)


def _summed_up(squeezed: Squeezed, framed: Frame, context: Context) -> Frame | None:
    """The frame, its quarter or month the last of those from January on that 累计 adds up; None where it does not for sure.

    It does behind less of the same in an earlier part of the year: 一季度 4 万人，三季度累计完成 10 万人. Alone 三季度累计 may be of the quarter.
    """
    moment, found = framed.moment, framed.statement.quantities
    if moment is None or not found or moment.point or not MONTH_OR_MORE.fullmatch(moment.period or ""):
        return None
    period = since_january(moment.period)
    match = _SUMMED.fullmatch(squeezed.folded, moment.end, framed.first)
    if match is None or period in (None, moment.period):
        return None
    if not (
        _OF_WHICH.match(squeezed.folded, found[0].end) or _goes_on(match, moment, found[0], context.last)
    ):
        return None
    return msgspec.structs.replace(framed, moment=msgspec.structs.replace(moment, period=period))


def _goes_on(match: re.Match[str], moment: Moment, figure: Quantity, last: Reading | None) -> bool:
    """Does 累计 add to the figure told last, which is no more and the same of an earlier part of the year?"""
    if last is None or last.change is not None or last.share:
        return False
    same = all(match[name] in last.words + last.subject.text for name in ("name", "of"))
    more = figure.base_unit == last.quantity.base_unit and figure.base_value >= last.quantity.base_value
    return same and more and _is_earlier_part(last.time, moment.period or "")


def _is_earlier_part(time: Time, period: str) -> bool:
    """Is a time a part of the year of some months, over before they are?"""
    told, end = time.period or "", period.rpartition("/")[2]
    return bool(MONTH_OR_MORE.fullmatch(told)) and told[:4] == end[:4] and told.rpartition("/")[2] < end


def _is_so_far(squeezed: Squeezed, framed: Frame, word: str, behind: str) -> bool:
    """Do a word of the year and what stands behind it tell of what has come together, and of nothing to come?"""
    if names_year_so_far(word) and not word.endswith("内"):
        return True
    told = adds_up(behind) or moods.is_done(behind)
    if (
        word not in _OWN_YEAR
        or not told
        or moods.plans(squeezed.folded[framed.statement.start : framed.first])
    ):
        return False
    return not any(one.operator in BOUNDS for one in framed.statement.quantities)


def _months(context: Context, year: str | None) -> str | None:
    """The months of a year that a paper is of, else those from January on that were just told; None where there are none."""
    own, told = context.paper.clock.months or "", context.time.period or ""
    if own[:4] == year:
        return own
    return told if MONTHS.fullmatch(told) and told.startswith(f"{year}-01/") else None


def _same_months(context: Context, year: str | None) -> str | None:
    """The months of a year whose like of the year before was just told: 去年10月 5900 人，今年增长 2%; None where it was none."""
    told = context.time.period or ""
    before = context.named and MONTH_OR_MORE.fullmatch(told) and year_of(told) == int(year or 0) - 1
    return told.replace(told[:4], year or "") if before else None


def is_told(period: str | None, context: Context) -> bool:
    """Does a time end no later than the months of one year that a paper tells of: what was done by then is no plan?"""
    own, last = context.paper.clock.months or "", (period or "").rpartition("/")[2]
    end = own.rpartition("/")[2]
    if context.paper.plan or context.mood == "ahead" or not MONTH_OR_MORE.fullmatch(own):
        return False
    return len(last) >= len(end) and last[:4] == end[:4] and last[: len(end)] <= end


def added(squeezed: Squeezed, framed: Frame, context: Context) -> Time | None:
    """The time of what has come together beside the figure of a month: 当月 125 万元，累计 1236 万元; None where it is no such.

    Of what is there still (累计发卡) and of what no month was told it is only sure that it had come together by its end.
    """
    told, found = context.time, framed.statement.quantities
    if not found or not _is_of_paper(context):
        return _by_end_of_part(squeezed, framed, context) if found and framed.moment is None else None
    text, line = squeezed.folded[framed.begin : framed.first], squeezed.line(framed.statement.start)
    since = Time(since_january(told.period), False, line)
    now = framed.moment is None or framed.moment.reset  # 目前已查处 156 件
    if now and told.line != line and _is_done_of_aim(text, context, found[0]):
        return since
    if framed.moment is not None:
        return None
    of, by_then = _summed(text), _by_end(told, line)
    if of is None:
        return None
    if (same := _named_before(context, of, found[0])) is not None:
        return by_then if _of_all_times().search(same + of) else since
    return None if framed.statement.joint or told.line == line else by_then


def _summed(text: str) -> str | None:
    """Of what a text says that it has come together, "" where it does not name it; None where nothing has, or not yet."""
    match = None if moods.plans(text) else _BARE.match(text) or _BEHIND_NAME.match(text)
    return without_copula(match["of"]) if match is not None else None


def _by_end(told: Time, line: int) -> Time:
    """The last day of some months."""
    return Time(last_day((told.period or "").rpartition("/")[2]), True, line)


def _by_end_of_part(squeezed: Squeezed, framed: Frame, context: Context) -> Time | None:
    """The last day of a quarter or month that the sentence named, for more of the same: 三季度新发放 1.6 亿元，累计发放 5.2 亿元."""
    told = context.time.period or ""
    of = _summed(squeezed.folded[framed.begin : framed.first])
    if of is None or not context.named or not MONTH_OR_MORE.fullmatch(told) or told[5:7] == "01":
        return None
    name = "" if of in prose_words().verbs else of
    more = _named_before(context, name, framed.statement.quantities[0]) is not None
    return _by_end(context.time, squeezed.line(framed.statement.start)) if more else None


def _is_of_paper(context: Context) -> bool:
    """Is the time that was told that of the months of a paper, or the last of them, and does it not begin in January?"""
    own, told = context.paper.clock.months or "", context.time.period or ""
    plain = not (context.paper.plan or context.time.point) and MONTH_OR_MORE.fullmatch(told)
    return bool(plain) and told.rpartition("/")[2] == own.rpartition("/")[2] and told[5:7] != "01"


def _is_done_of_aim(text: str, context: Context, figure: Quantity) -> bool:
    """Is a figure what was done of the aim just told, which is one of the year: 全年任务 5.6 万人，已完成 4.3 万人?"""
    last = context.last if context.stated else None
    aimed = last is not None and last.planned and last.time == context.time
    return (
        aimed and last is not None and figure.base_unit == last.quantity.base_unit and bool(_DONE.match(text))
    )


def _named_before(context: Context, of: str, figure: Quantity) -> str | None:
    """What the sentence told of the month in the unit of a figure that adds it up: of the last level, or of one before its growth."""
    last, period = context.last if context.stated else None, context.time.period
    if last is None:
        return None
    if last.change is None and not last.share:
        alike = last.time.period == period and figure.base_unit == last.quantity.base_unit
        more = figure.base_value >= last.quantity.base_value
        return last.subject.text if alike and more and of in last.words + last.subject.text else None
    levels = (one for one in reversed(context.told) if one.unit == figure.base_unit)
    level = next(levels, None)
    same = level is not None and level.time.period == period and of in level.subject.text
    return level.subject.text if level is not None and same else None


@cache
def _of_all_times() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().of_all_times))
