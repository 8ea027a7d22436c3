"""The frame of a statement: where its own words begin, when and where it holds, what it opens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import moods, scopes
from hrss_tui.compile.prose.clauses import BRACKET, Statement
from hrss_tui.compile.prose.intervals import covering
from hrss_tui.compile.prose.scopes import Scope
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.tails import RATIOS
from hrss_tui.compile.prose.times.clock import Clock, Moment
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.times.patterns import OF_BEFORE, YEAR
from hrss_tui.compile.prose.tokens import Token
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.places import named
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words

_THINGS = things()
_TURNS = turns()
_MARKS = "，：:, —–―─·●◆■▪•◎"
_MEASURED = re.compile(r"(?:是|为|相当于|不足|不到|接近|超过|达到?|本人|按照?|以)$")
"""Before a time with 的 and a multiple behind it: 是去年全年的 1.3 倍 is no figure of that year."""
_NUMBERED = re.compile(
    r"\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}[.．、](?=[\u3400-\u9fff]|(?:19|20)\d{2}年)|[①-⑳]"
)
"""The number of a point within a sentence is no part of its name: 2.见习人数."""
_IN_NAME = re.compile(
    rf"(?:{re.any_of(_THINGS.money.currents_of)})(?:收支)?(?:{re.any_of(_THINGS.money.left_over)})|全年(?:支出|收入)?预算(?:安排)?数?(?:为|是|约)?$"
)
"""当年 in 当年结余 is a time and part of the name: 累计结余 is another balance, and 全年预算 another than the one of its beginning."""
_CONDITION = re.compile(
    rf"前(?:{re.any_of(_THINGS.who.born)})[^，。；]{{0,80}}(?:{re.any_of(_THINGS.who.persons)})$"
)
"""A time before which something had to be so of those meant (2022年12月31日前已退休的人员) is that of no figure."""
_CONDITION_BEHIND = re.compile(
    rf"，[^，。；]{{0,30}}?(?:年?满|{re.any_of(_THINGS.who.born_behind)})[^，。；]{{0,30}}(?:的|者|人员)(?:，|：|、|每)"
)
"""2022年12月31日前，年满 70 周岁的，每月增加 …: such a time is of those meant, too."""
_BASE_IN_BRACKET = re.compile(r"(?:[比较与同])[^，。；()]{1,12}\([^()，。；]{0,12}$")
"""较上一统计周期（2032年7月至2033年6月）上升: what a change is measured against."""
_YEARLY = re.compile(r"，?(?:每年|年年|逐年|连年|连续[\u3400-\u9fff\d]{0,2}年)")
"""Behind a time: 2033 年起每年超百万 says of what, and goes on of nothing else."""
_VIEW = re.compile(rf"[从就][^，。；]{{2,40}}?(?:{re.any_of(_TURNS.told.views)})$")
"""从上半年调解情况来看: when that was, and of what it is told, behind the time."""
_DURING = re.compile(r"在[^，。；]{5,40}(?:中|期间|[行活]动里)$")
"""在2033年度根治欠薪专项行动中: the event of which it tells behind, and its time."""
_WHOLE_OF = re.compile(r"(?:预计|力争|计划|在)?整个[“\"]?")
"""预计整个“十四五”期间: the stretch, and not that before it."""
_SPELL = re.compile(
    rf"[\u3400-\u9fff“”]{{0,16}}(?:期间|期内|时期|阶段|时段|{re.any_of(statement_words().topics.spells)})[前后]?”?\("
)
_SPELL_ENDS = re.compile(r"\)(?:期间|期内|内|[中前后])?(?=[，,：:。；]|$)")
_OWN_SPELL = re.compile(r"(?:在?(?:此次|本次|整个))?(?:专项|攻坚|系列)?(?:活动|行动)(?:期间|期内)\(")
"""活动期间（5月6日—6月8日）, 招聘月（10月8日—11月8日）期间: before and behind the days."""
_ASSIGNED = re.compile(rf"(?:{re.any_of(paper_words().pledges.assigned)})[:：]$")
_LABEL = len("：完成时限") + 1
"""Before who does something, or by when, which ends with its line: 完成时限：6月底."""
_THEN = re.compile(
    rf"(?:{YEAR}年(?:度|[末底]|\d{{1,2}}月(?:份|[末底])?|[上下]半年)?|(?:{YEAR}年|去年|上年|上一年)同期|(?P<before>(?:上一?|去)年)度?)$"
)
"""A time at the end of the words before a bracket."""
_THEN_REACH = len("2033年上半年") + 2
_OTHER_YEARS = ("去年", "前年", "明年")
"""Years that are not that which was named before, also where it is not known which they are: 该县去年产量 9 万吨."""
_REMARK = re.compile(r"\([^()]{0,200}\d{4}年[^()]*\)")
"""When and where a report was read, in brackets before its first words."""


class Frame(msgspec.Struct, frozen=True, gc=False):
    """What stands around the words of a statement.

    `begin` is where its own words begin; `moment` the time it names before its first figure, if any; `cuts`
    the stretches that are no part of a name; `parts` whether 其中 or 含 opens it, `leads` whether it begins with its time.
    `opened` is the year it begins with, where a word behind it (全年, 年末) says when in that year.
    """

    statement: Statement
    begin: int
    moment: Moment | None
    scope: Scope | None
    cuts: tuple[tuple[int, int], ...]
    parts: bool
    leads: bool = False
    opened: Moment | None = None

    @property
    def first(self) -> int:
        """Offset of its first figure, else of its end."""
        return _first(self.statement)


@cache
def _lead() -> re.Pattern[str]:
    words = [*prose_words().lead_ins]
    return re.compile(re.longest_of(words))


@cache
def _parts() -> re.Pattern[str]:
    words = [opener.word for opener in prose_words().openers if not opener.colon]
    return re.compile(rf"(?:{'|'.join(words)})(?!有)")


def frame(squeezed: Squeezed, statement: Statement, titles: Sequence[Token], clock: Clock) -> Frame:
    """The frame of a statement; `titles` are stretches in which nothing is a time or a scope."""
    folded, first = squeezed.folded, _first(statement)
    low = _behind_value(squeezed, statement)
    times = [one for one in _times(folded, statement, titles, clock) if one.start >= low]
    number = _NUMBERED.match(folded, low, first)
    begin, parts = number.end() if number else low, False
    leading: Moment | None = None
    dated = any(not m.vague for m in times)
    while begin < first:
        moment = _moment_at(folded, times, statement, begin)
        word = _parts().match(folded, begin, first)
        lead = _lead().match(folded, begin, first)
        if moment is not None and _IN_NAME.match(folded, begin, first):
            leading = moment
            break
        if moment is not None:
            leading, begin = leading if moment.vague and dated else moment, moment.end
            begin += folded.startswith("的", begin, first - 1)  # 前三季度的新增就业
        elif word is not None:
            parts, begin = True, word.end()
        elif lead is not None:
            begin = lead.end()
        elif folded[begin] in _MARKS or _opens_speech(folded, begin, first, times):
            begin += 1
        elif (day := _day_in_bracket(folded, times, begin)) is not None:
            leading, begin = day, day.end + 1
        elif (remark := _REMARK.match(folded, begin, first)) is not None:
            begin = remark.end()
        else:
            break
    later = [m for m in times if m.start >= begin and statement.quantities]
    scope = scopes.leading_scope(folded, begin, first)
    if scope is not None and scope.cut:
        begin = _behind_own_time(
            folded, later, scope.end + folded.startswith("的", scope.end, first - 1), first
        )
    elif scope is None and statement.quantities:
        scope = scopes.trailing_scope(folded, begin, first)
    cuts = [
        *((m.start, m.end) for m in later if m.named or _is_month(folded[m.start : m.end])),
        *([(scope.start, scope.end)] if scope is not None and scope.cut and scope.start >= begin else []),
    ]
    if not statement.quantities:
        leading = _of_none(folded, times, _behind_place(folded, times, begin, scope) or leading, first)
    moment = next((m for m in reversed(later) if not m.vague), leading)
    moment = moment or next((m for m in later if folded.startswith(_OTHER_YEARS, m.start)), None)
    then = _before_bracket(folded, statement, clock) if moment is None else None
    moment, leading = moment or then, then or leading
    open_end = moment is not None and (moment.period or "").endswith("/..") and not statement.quantities
    said = open_end and bool(statement.joint) and not statement.close  # 自 2034 年以来占比逐年提高。
    late = open_end and moment is not None and moment.start > begin
    yearly = open_end and moment is not None and bool(_YEARLY.match(folded, moment.end, first))
    leads = moment is not None and moment is leading and not (said or late or yearly)
    worded = moment is not None and not moment.named and moment is not leading
    opened = leading if worded and leading is not None and leading.named else None
    return Frame(statement, begin, moment, scope, tuple(cuts), parts, leads, opened)


def _behind_own_time(folded: str, later: Sequence[Moment], begin: int, first: int) -> int:
    """Where the words behind whose it is begin, where 今年 and its like stand between: 我市今年力争新增就业 2 万人."""
    moment = next((one for one in later if one.start == begin and not (one.named or one.vague)), None)
    own = moment is not None and folded.endswith(("年", "以来"), moment.start, moment.end)
    own = own and moment is not None and moment.end < first and not _IN_NAME.match(folded, begin, first)
    return moment.end if moment is not None and own else begin


def _behind_value(squeezed: Squeezed, statement: Statement) -> int:
    """Where a statement begins that a label and its value stand before (完成时限：6月底 / 技能培训 900 人): that ends with its line."""
    start, first = statement.start, _first(statement)
    label = (
        _ASSIGNED.search(squeezed.folded, max(0, start - _LABEL), start) if statement.joint == "：" else None
    )
    line = squeezed.line(start - 1) if label is not None else 0
    if label is None or (statement.quantities and squeezed.line(first) == line):
        return start
    return next((at for at in range(start, first) if squeezed.line(at) > line), first)


def _before_bracket(folded: str, statement: Statement, clock: Clock) -> Moment | None:
    """The time right before a bracket that holds nothing but what there was then: 比 2033 年同期（1.3 万人）多 500 人."""
    alone = (
        statement.joint == BRACKET and statement.quantities and statement.quantities[0].at == statement.start
    )
    told = _THEN.search(folded, max(0, statement.start - _THEN_REACH), statement.start - 1) if alone else None
    if told is None:
        return None
    if told["before"]:
        return Moment(*told.span(), None, False, True, earlier=True)
    found = moments(folded, told.start(), told.end(), clock)
    known = bool(found) and (found[0].period is not None or found[0].earlier)
    return found[0] if known and found[0].end == statement.start - 1 else None


def _times(folded: str, statement: Statement, titles: Sequence[Token], clock: Clock) -> list[Moment]:
    """The times that a statement names before its first figure; 上年 and its like are none where no figure is theirs."""
    first = _first(statement)
    times = [
        m
        for m in moments(folded, statement.start, first, clock)
        if not (_inside(m, titles) or _BASE_IN_BRACKET.search(folded, statement.start, m.start))
    ]
    if statement.quantities and statement.quantities[0].unit in RATIOS and folded.endswith("的", 0, first):
        times = [m for m in times if not _MEASURED.search(folded, max(statement.start, m.start - 3), m.start)]
    if not statement.quantities:
        times = [m for m in times if m.end == first or not folded.startswith(OF_BEFORE, m.start)]
    return times


def _moment_at(folded: str, times: Sequence[Moment], statement: Statement, begin: int) -> Moment | None:
    """The time that the words from an offset on begin with, also behind 从 where they say no more than how it is looked at."""
    told = "" if statement.quantities else folded[begin : statement.end]
    alone = told.startswith("在") and any((m.start, m.end) == (begin + 1, statement.end) for m in times)
    view = alone or bool(_VIEW.match(told) or _DURING.match(told))
    return next((m for m in times if m.start in (begin, begin + view)), None)


def _first(statement: Statement) -> int:
    return statement.quantities[0].start if statement.quantities else statement.end


def _of_none(folded: str, times: Sequence[Moment], leading: Moment | None, end: int) -> Moment | None:
    """The time of a statement without figures for those behind it: that it begins with, else times that it lists."""
    told = None if leading is not None and _sets_condition(folded, leading, end) else leading
    since = next((one for one in times if one.end == end and (one.period or "").endswith("/..")), told)
    return next((moment for moment in times if moment.several), since)


def _opens_speech(folded: str, at: int, first: int, times: Sequence[Moment]) -> bool:
    """Is a mark the opening one of what is said (“我们还将新建 33 所学校), and of no name (“双百”行动培训 300 人)?"""
    said = folded[at] == "“" and folded.find("”", at, first) < 0
    return said or (folded[at] == "“" and any(moment.start == at + 1 for moment in times))


def _day_in_bracket(folded: str, times: Sequence[Moment], begin: int) -> Moment | None:
    """The day that a bracket says of a word of time before it and nothing else: 下周一（6月18日）起."""
    at = begin + 1 if folded.startswith("(", begin) and any(one.end == begin for one in times) else -1
    return next((one for one in times if one.start == at and folded.startswith(")", one.end)), None)


def _behind_place(folded: str, times: Sequence[Moment], begin: int, scope: Scope | None) -> Moment | None:
    """The stretch directly behind whose it is, which holds as one at the beginning does: 全市一季度就业平稳，新增就业 3 万人.

    `begin` is behind a `scope` that is cut (全市); other places are known by their names (临江一季度).
    """
    first = next((moment for moment in times if moment.start >= begin), None)
    if first is None or first.period is None or first.reset or first.earlier or first.limit or first.several:
        return None
    behind = first.start == begin and scope is not None and scope.end == begin
    before = folded[begin : first.start]
    whole = bool(_WHOLE_OF.fullmatch(before)) or _is_spell(folded, first, before)
    return first if behind or whole or named(before) or moods.says(before) else None


def _is_spell(folded: str, moment: Moment, before: str) -> bool:
    """Does a statement say from when to when something was that it names, and nothing else: 活动期间（5月6日—6月8日）?"""
    spans = "/" in (moment.period or "") and not (moment.period or "").endswith("/..")
    return spans and bool(_SPELL.fullmatch(before) and _SPELL_ENDS.match(folded, moment.end))


def opens_own_spell(folded: str, start: int) -> bool:
    """Does a paragraph begin with the days of that of which its whole text tells, not named again: 活动期间（5月6日—6月8日）?"""
    return bool(_OWN_SPELL.match(folded, start))


def _sets_condition(folded: str, moment: Moment, end: int) -> bool:
    """Does a time with 前 say by when something had to be so of those whom the figures behind it are of?"""
    if _CONDITION.match(folded, moment.end - 1, end):
        return True
    alone = moment.end == end and folded.startswith("前", end - 1)
    return alone and bool(_CONDITION_BEHIND.match(folded, end))


@cache
def _months() -> frozenset[str]:
    return frozenset(each.word for each in figure_words().periods if each.kind in ("month", "quarter"))


def _is_month(word: str) -> bool:
    """Is a word one of the month that a paper is of, which is no part of a name: 转移就业当月 3 万人次?"""
    return word in _months()


def _inside(moment: Moment, titles: Sequence[Token]) -> bool:
    return covering(titles, moment.start) is not None
