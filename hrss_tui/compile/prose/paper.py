"""What a whole document says about time: which year it tells of, which year 今年 is, what is past and what is to come."""

from __future__ import annotations

from collections import Counter

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.documents.days import month_alone
from hrss_tui.compile.documents.subjects import NO_COUNT, in_digits, title_years
from hrss_tui.compile.prose.numerals import small
from hrss_tui.compile.prose.paper_back import PROGRESS, is_told, plan_judged
from hrss_tui.compile.prose.paper_period import (
    BUDGET,
    HEAD,
    NEWS,
    PLAN,
    REPORTS,
    begins_before,
    bulletin_told,
    default_period,
    opened,
    spell,
)
from hrss_tui.compile.prose.times.clock import Clock
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.times.stretches import is_span
from hrss_tui.records import Document
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.spending import of_area, of_body
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import Plan, figure_words
from hrss_tui.sources.paragraphs import Kind

_TURNS = turns()
_WORDS = paper_words()
_YEAR = re.compile(rf"(?<!\d)(?:19|20)\d{{2}}{NO_COUNT}")
_SPAN = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d{2})年?[—–\-~～至到]{1,2}(?P<last>(?:19|20)\d{2})(?!\d)年?")
"""三年行动总结（2031—2033年）: a paper of those years."""
_TERM, _TERM_ENDS = "09", "08"
"""The months in which a school year begins and ends: 2032—2033学年."""
_NOTICE = re.compile(r"(?:通知|通告|公告)$")
_ADJUSTED = re.compile(
    rf"[从自]((?:19|20)\d{{2}})年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日起，?(?=[^。；]{{0,60}}(?:{re.any_of(_WORDS.standards.behind)}))"
)
_ITSELF = re.compile(
    r"(?:本通知|本通告|本公告|本标准|(?:上述|以上|新|调整后的?)[^，。；\d]{0,12}标准)[自从]((?:19|20)\d{2})年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日起"
)
_SETS = re.compile(
    rf"(?:{re.any_of(_WORDS.standards.verbs)})[^，。]{{0,40}}(?:{re.any_of(_WORDS.standards.things)})[^，。]{{0,8}}的?(?:通知|通告|公告)$"
)
"""关于调整最低工资标准的通知 sets what is so from a day on, which is no aim."""
_SPEECH = re.compile(r"工作报告")
_OF_SPEECH = re.compile(rf"工作报告[》”\"]?(?:中|所|里)?(?:{re.any_of(_WORDS.speeches.of)})")
"""《政府工作报告》确定的重点工作完成情况 is no such report, but of the year it names."""
_NEWS_OF_SPEECH = re.compile(
    rf"(?:{re.any_of(_WORDS.speeches.heard)})[^。]{{0,12}}工作报告|工作报告[》”\"]?(?:{re.any_of(_WORDS.speeches.told)})"
)
_OWN_YEAR = re.compile(r"年度|[局厅部]")
_REVIEWED = re.compile(
    rf"\d{{4}}年(?:度|的|主要|全年|政府|全[省市县区州盟旗]|[\u3400-\u9fff]{{0,6}}工作){{0,4}}(?:{re.any_of(_TURNS.told.reviewed)})$"
    r"|\d{4}年，?(?:全[省市县区州盟旗])?是[^。；]{0,80}(?:一年|之年)"
)
"""2032年工作回顾, 2032年是极不平凡的一年: the first words of a report that name a year say on which it looks back."""
_DRAFT = re.compile(r"(\d{4})年.{0,80}(?:执行|完成)情况[与和及]\s*(\d{4})年")
_INTENT = re.compile(re.any_of(_WORDS.ahead.titles))
_TOLD_TOO = re.compile(re.any_of(_WORDS.back.told))
"""上半年工作总结及下半年工作计划 tells of both: its headings say which. So does who speaks of a plan (“十四五”规划新闻发布会)."""
_TOLD = re.compile(
    rf"(?:{re.any_of(_TURNS.told.reports)})(?:一下)?(?P<what>[^，。；：]{{2,40}}(?:{re.any_of(_WORDS.back.reported)}))"
)
_LOOKED_BACK = re.compile(
    rf"(?P<count>[三四五六七八九十])年(?:来|间)?[^，。]{{0,12}}(?:{re.any_of(_WORDS.back.years)})"
)
"""人社工作五年回顾: a paper of the years up to the last whole one."""
_THIS_YEAR = re.compile(
    rf"[这此]一年|年终|年度(?:{re.any_of(_WORDS.back.year)})|[过一]年(?:盘点|回眸|回顾)|一年来"
)
"""数说人社这一年 is of the year that has just ended."""
_WHOLE_PLAN = re.compile(rf"(?:时期|期间|五年)[^，。]{{0,30}}(?:{re.any_of(_WORDS.back.plan)})")
"""“十二五”时期就业事业发展成就, told when the plan is over, is of all its years."""
_PLAN_DONE = re.compile(
    r"完成[“‘\"'《]{0,2}十[一二三四五六七八九]五|[“‘\"']?十[一二三四五六七八九]五[”’\"']?[^，。]{0,30}(?:收官|答卷|成就)"
)
"""高质量完成“十四五”规划: told in the last months of a plan, too, of all its years."""
_PLEDGE = re.compile(
    rf"(?:{re.any_of(_WORDS.pledges.names)}).{{0,30}}(?:{re.any_of(_WORDS.pledges.progress)})(?:情况)?"
)
"""A list of what was promised, each item with how far it has come."""
_TO_DO = re.compile(
    rf"(?:[今明]年|(?:19|20)\d{{2}}年)[^，。]{{0,12}}(?:将|要|拟|办好|实施|为)[^，。]{{0,12}}[“\"]?[一二三四五六七八九十\d]{{1,3}}[件项][^，。]{{0,6}}实事(?!.{{0,12}}(?:{re.any_of(_WORDS.pledges.done)}))"
    rf"|实事[”\"]?(?:{re.any_of(_TURNS.aims.to_do)})*(?:{re.any_of(_WORDS.pledges.lists)})$"
    rf"|实事[”\"]?(?:项目|工程|清单)?(?:{re.any_of(_WORDS.pledges.news)})(?!.{{0,12}}(?:{re.any_of(_WORDS.pledges.done)}))"
)
"""今年为百姓办好30件实事, 民生实事出炉: news of what will be done."""
_TO_DO_LIST = re.compile(
    rf"实事[”\"]?(?:{re.any_of(_TURNS.aims.to_do)})*(?:[（(](?![^（）()]*(?:{re.any_of(_TURNS.aims.done)}))[^（）()]{{1,16}}[)）])?$"
)
_ASSIGNED = re.compile(re.any_of(_WORDS.pledges.assigned))
"""2033年民生实事项目（人社部分）, of which each is assigned to somebody or has its term: a list of what will be done."""
_UP_TO = re.compile(r"(?:截至|截止到?)((?:19|20)\d{2})年(?:12月)?[底末]")
_BEGINNING = 12
"""Blocks in which a speaker says of what he tells."""
_LAST_MONTHS = "11"
_OUTCOME = re.compile(
    r"(?:^|[。；，])(?:到|预计)?(?:19|20)\d{2}年[底末]?，?(?:预计|全[省市县区州盟旗]|可|共|已|累计){0,3}(?:完成|实现|达到?)(?:地区)?生产总值"
)
"""2032年实现地区生产总值 90 亿元, read in December: what came of that year, and no aim."""
_LATE = 7
"""Month from which on 过去一年 is the year of the document itself."""


class Paper(msgspec.Struct, frozen=True):
    """The times of a document: `default` is the period of what names none; `clock` resolves 全年, 今年 and 五年来; `date` the day it was issued. `plan` where figures are targets unless they are past, `report` where a year is
    looked back on when the next one has begun. `pledge` where it lists what was promised with how far it has come. `reached` is the end of the year up to which a report on a plan of five years looks
    back: what there is, without a time of its own, is of that day, and what was aimed at is of the years `aimed`. `place` is its code. `since` is the day from which on what it adjusts is so, and open;
    `sets` where it does nothing else. `back` where its title says that it tells of what was done, `summed` where it sums that up, `found` where of what was found, `led` where its year is but the one that its text begins with: what there
    is at present is of its day. `own` where it is the budget or the accounts of a body: money of which it names no area is that body's. `final` for accounts; `thing` is what its title tells of.
    """

    clock: Clock
    default: str | None
    kind: str
    date: str | None = None
    plan: bool = False
    report: bool = False
    pledge: bool = False
    reached: str | None = None
    aimed: str | None = None
    place: str | None = None
    since: str | None = None
    sets: bool = False
    back: bool = False
    summed: bool = False
    found: bool = False
    led: bool = False
    own: bool = False
    final: bool = False
    thing: str = ""

    @property
    def budget(self) -> bool:
        """Is it a budget, whose figures of its year are amounts?"""
        return self.kind == BUDGET

    @property
    def now(self) -> int | None:
        """The year in which the document speaks."""
        return self.clock.now


def is_own(row: Document) -> bool:
    """Is a document the budget or the accounts of a body, and not those of a place?"""
    told = bool(row.department) and not of_area(row.title)
    return row.kind == BUDGET and (told or of_body(row.title))


def adjusted_from(source: Source) -> str | None:
    """From which day on what the document adjusts is so, open as a period; None where it names none or several."""
    told = (block.text.text for block in source.blocks if "日" in block.text.text)
    texts = ("".join(text.split()) for text in told if "起" in text and "整" in text)
    days = {match.groups() for text in texts if "调整" in text for match in _ADJUSTED.finditer(text)}
    days = days or {match.groups() for match in _set_from(source)}
    (day,) = days if len(days) == 1 else (None,)
    return f"{day[0]}-{int(day[1]):02}-{int(day[2]):02}/.." if day else None


def _set_from(source: Source) -> list[re.Match[str]]:
    """From when on a notice that sets standards says of itself alone that it is so: 本通知自2033年1月1日起执行."""
    if not _SETS.search(in_digits("".join(source.document.title.split()))):
        return []
    texts = ("".join(block.text.text.split()) for block in source.blocks if "起" in block.text.text)
    return [match for text in texts for match in _ITSELF.finditer(text)]


def paper(source: Source) -> Paper:
    """The times of a document from its title, its date and its kind, and the days that it sets for what it arranges."""
    about = _times(source)
    clock = msgspec.structs.replace(about.clock, spell=spell(source))
    return msgspec.structs.replace(about, clock=clock, plan=about.plan and not is_told(source))


def _times(source: Source) -> Paper:
    """The times of a document from its title, its date and its kind."""
    row, title = source.document, in_digits("".join(source.document.title.split()))
    written = _written(source)
    named = title_years(title, None if row.kind == PLAN else written)
    draft = _DRAFT.search(title)
    if draft:
        return _report(row.kind, int(draft[2]), row.date)
    speech = bool(_SPEECH.search(title)) and not (_OF_SPEECH.search(title) or _NEWS_OF_SPEECH.search(title))
    report = row.kind not in REPORTS and speech and not _OWN_YEAR.search(title)
    dated = int(written[:4]) if written else None
    ahead = _to_do(source, title, named[0] if named else dated)
    if ahead is None and report and (named or dated or source.year):
        year = opened(source, named[0]) if named else _read_in(source, written) or _next_year(source)
        return _report(row.kind, year or 0, row.date)
    aims = bool(_INTENT.search(title)) or (row.kind == PLAN and "规划" in title)
    intent = aims and not PROGRESS.search(title) and not _TOLD_TOO.search(title)
    years = next((plan for plan in figure_words().plans if plan.word in title), None)
    if years is not None and set(named) <= {years.first, years.last}:
        named = []  # 规划（2021—2025年） names no other year
    planned = _planned_for(title, None if named else years, row.kind == PLAN, intent)
    if planned is None and row.kind == PLAN and not (named or years) and "规划" in title:
        planned = _planned_in(source)
    if planned:
        clock = Clock(None, dated or planned[0], planned[0] - 1)
        return Paper(clock, f"{planned[0]}/{planned[1]}", row.kind, row.date, plan=True)
    looking = ahead or (None if intent else _of_span(source, title, dated, plan_judged(title)))
    if not named and looking is None:
        looking = _looking_back(source, title, years, written)
    if looking is not None:
        return looking
    told = bulletin_told(source) if not (named or written) else _introduced(source, named, dated)
    if told is not None:
        year = int(told.rpartition("/")[2][:4])
        led = told == str((dated or 0) - 1)
        return Paper(Clock(year, dated or year + 1, year), told, row.kind, row.date, led=led)
    sets = bool(_SETS.search(title))
    plan = (row.kind == PLAN or (row.kind not in REPORTS and intent)) and not sets
    default = default_period(source, title, named, plan, written)
    months = default if default and "-" in default else None
    clock = Clock(source.year, _now(source, named, dated), _last(source, named, plan, written), months)
    led = not named and not plan and default == str(source.year) and begins_before(source, written)
    pledge = bool(_PLEDGE.search(title))
    return Paper(clock, default, row.kind, row.date, plan, pledge=pledge, sets=sets, led=led)


def _planned_for(title: str, years: Plan | None, plan: bool, intent: bool) -> tuple[int, int] | None:
    """The first and last year of a plan: those of the one it is called after, else those of its title (2031—2035年)."""
    if years is not None:
        return (years.first, years.last) if plan or intent else None
    span = _SPAN.search(title) if plan and intent else None
    return (int(span["first"]), int(span["last"])) if span is not None else None


def _planned_in(source: Source) -> tuple[int, int] | None:
    """The first and last year of the one plan of five years that a text calls one (“十六五”…规划); None where it names none or several."""
    texts = ["".join(block.text.text.split()) for block in source.blocks]
    named = {
        (plan.first, plan.last)
        for plan in figure_words().plans
        for text in texts
        if plan.word in text and re.search(rf"{plan.word}[”\"]?[^，。；“]{{0,24}}规划", text)
    }
    return named.pop() if len(named) == 1 else None


def _to_do(source: Source, title: str, year: int | None) -> Paper | None:
    """The times of news whose title says what will be done in a year; None for any other paper."""
    row = source.document
    if row.kind not in NEWS or year is None:
        return None
    if not (_TO_DO.search(title) or (_TO_DO_LIST.search(title) and _is_assigned(source, year))):
        return None
    return Paper(Clock(year, year, year - 1), str(year), row.kind, row.date, plan=True)


def _is_assigned(source: Source, year: int) -> bool:
    """Is each of what a list names assigned, or given a term, and the list no younger than its year?"""
    told = any(_ASSIGNED.search("".join(block.text.text.split())) for block in source.blocks)
    return told and (source.document.date or str(year))[:4] <= str(year)


def _of_span(source: Source, title: str, dated: int | None, aimed: str | None) -> Paper | None:
    """The times of a paper whose title names the years that it tells of; None for a plan, a budget, and any other paper."""
    span, row = _SPAN.search(title), source.document
    if span is None or row.kind in (PLAN, BUDGET):
        return None
    last = int(span["last"])
    if _NOTICE.search(title):  # what it orders is of no time; it is published when its years begin
        first = int(span["first"])
        return Paper(Clock(first, dated or first, first - 1), None, row.kind, row.date)
    school = int(span["first"]) + 1 == last and title.startswith("学年", span.end())
    told = f"{span['first']}-{_TERM}/{last}-{_TERM_ENDS}" if school else f"{span['first']}/{last}"
    return Paper(Clock(last, dated or last, last), told, row.kind, row.date, aimed=aimed)


def _looking_back(source: Source, title: str, years: Plan | None, written: str) -> Paper | None:
    """The times of a report on a plan of five years, or on so many years; None for any other paper."""
    row, dated = source.document, int(written[:4]) if written else None
    if years is not None and row.kind not in REPORTS and PROGRESS.search(title):
        reached = _reached(source, years)
        last = int(reached[:4]) if reached else _judged(years, title, written)
        span, aimed = f"{years.first}/{last}", f"{years.first}/{years.last}"
        return Paper(Clock(last, dated, last), span, row.kind, row.date, reached=reached, aimed=aimed)
    if dated and row.kind not in (PLAN, BUDGET) and _THIS_YEAR.search(title):
        year = dated - (int(written[5:7]) < _LATE)
        return Paper(Clock(year, dated, year), str(year), row.kind, row.date)
    if years is not None and row.kind not in REPORTS and _is_of_whole(title, years, written):
        return Paper(Clock(years.last, dated, years.last), f"{years.first}/{years.last}", row.kind, row.date)
    looked = _LOOKED_BACK.search(title)
    if looked is None or dated is None or row.kind in (PLAN, BUDGET):
        return None
    last = dated - (int(written[5:7]) < _LATE)
    span = f"{last - small(looked['count']) + 1}/{last}"
    return Paper(Clock(last, dated, last), span, row.kind, row.date)


def _is_of_whole(title: str, years: Plan, written: str) -> bool:
    """Does a title speak of all years of a plan, when they are over or, where it was fulfilled, nearly so?"""
    last = f"{years.last + 1}-01"
    if _WHOLE_PLAN.search(title) and (written or "9999") >= last:
        return True
    return bool(_PLAN_DONE.search(title)) and written >= f"{years.last}-{_LATE:02}"


def _reached(source: Source, years: Plan) -> str | None:
    """The end of the year up to which a report on the progress of a plan says most often that it looks back."""
    texts = ("".join(block.text.text.split()) for block in source.blocks)
    ends = Counter(int(year) for text in texts for year in _UP_TO.findall(text))
    within = [year for year in ends if years.first <= year <= years.last]
    return f"{max(within, key=lambda year: (ends[year], year))}-12-31" if within else None


def _judged(years: Plan, title: str, written: str) -> int:
    """The last year that a report on the progress of a plan of five years looks back on."""
    whole = int(written[:4]) - (int(written[5:7]) < _LATE) if written else years.last
    return max(years.first, min(years.last, whole if written or "中期" not in title else years.first + 2))


def _introduced(source: Source, named: list[int], dated: int | None) -> str | None:
    """What a speaker says at the beginning that he tells of, where the title names no year: 介绍2023年工作情况, 报告2020年以来…."""
    if named or dated is None or source.document.kind not in NEWS:
        return None
    for block in source.blocks[:_BEGINNING]:
        text = "".join(block.text.text.split())
        match = _TOLD.search(text)
        if match is None:
            continue
        found = moments(text, match.start("what"), match.end(), Clock(dated, dated, dated - 1))
        period = found[0].period if len(found) == 1 and not found[0].point else None
        if period is None or int(period[:4]) >= dated:
            return None
        if period.endswith("/.."):
            return f"{period[:4]}/{dated}"
        return None if is_span(period) else period
    return None


def _written(source: Source) -> str:
    """When a document was written: its day, else the month that a line at its head or end is; "" where unknown."""
    lines = (block.text.text for block in (*source.blocks[:HEAD], *source.blocks[-HEAD:]))
    return source.document.date or next((month for line in lines if (month := month_alone(line))), "")


def _report(kind: str, year: int, date: str | None) -> Paper:
    """A report that is read at the beginning of a year tells of the year before."""
    return Paper(Clock(year - 1, year, year - 1), str(year - 1), kind, date, report=True)


def _read_in(source: Source, written: str) -> int | None:
    """The year that a report of a day opens: the one behind it where, late in it, that year is looked back on already."""
    if not written:
        return None
    year = int(written[:4])
    if written[5:7] >= _LAST_MONTHS and any(
        _OUTCOME.search("".join(block.text.text.split()))
        for block in source.blocks
        if f"{year}年" in block.text.text
    ):
        return year + 1
    looked = (
        block for block in source.blocks if block.kind is Kind.HEADING and written[5:7] >= f"{_LATE:02}"
    )
    texts = ("".join(block.text.text.split()) for block in looked if str(year) in block.text.text)
    told = any(map(_REVIEWED.search, texts))
    return year + 1 if told else year


def _next_year(source: Source) -> int | None:
    """The year of a report that names none and bears no day: the one behind that on which it first says that it looks back."""
    for block in source.blocks:
        text = in_digits("".join(block.text.text.split()))
        if (told := _YEAR.search(text)) is not None:
            own = int(told[0])
            return own + 1 if own == source.year and _REVIEWED.search(text, told.start()) else source.year
    return source.year


def _now(source: Source, named: list[int], dated: int | None) -> int | None:
    if source.document.kind in REPORTS and source.document.kind != PLAN:
        return source.year
    return max(
        filter(None, (named[0] if named else None, dated)),
        default=source.year if source.document.kind == PLAN else None,
    )


def _last(source: Source, named: list[int], plan: bool, date: str) -> int | None:
    """The last whole year the document can look back on."""
    if plan:
        return source.year - 1 if source.year else None
    own = date[:4] == str(source.year)  # a speech at a meeting of 2032, held in its first months
    if source.document.kind in REPORTS or not date or (named and not own):
        return source.year
    return int(date[:4]) - (int(date[5:7]) < _LATE)
