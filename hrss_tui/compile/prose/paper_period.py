"""Which period a document is about whose figures name none: the months or the year of its title, of a line below it, of its day."""

from __future__ import annotations

from itertools import pairwise

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.prose.times.clock import Clock
from hrss_tui.compile.prose.times.moments import BESIDE_BASE, moments
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.turns import turns

_TURNS = turns()

PLAN, BUDGET, BULLETIN, REPORT, INTERVIEW = "plan", "budget", "bulletin", "report", "interview"
_WORDS = paper_words()
REPORTS = (BULLETIN, PLAN, BUDGET)
"""Kinds of document whose figures are about one year unless they say otherwise."""
NEWS = ("article", "interview", "report", "other")

_YEAR_TOLD = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?!\d{1,2}月\d{1,2}日)")
_SINCE = re.compile(
    rf"{re.any_of(_TURNS.time.since)}|[一二三四上下]季度|[上下]半年|\d月(?:份|底|末)|\d[-—–至到~]\d{{1,2}}月"
)
"""Words of a year that runs."""
_FROM = re.compile(r"(?:[比较与同从由自]|[高低快慢好优多少大小]于|超过|不及)$")
_TO = re.compile(r"(?:[至到—–\-~])+(?:19|20)\d{2}年")
"""Around a year that others are measured against."""
_SPAN_TO = re.compile(r"(?:19|20)\d{2}年?[至到—–\-~～]{1,2}$")
"""从2025—2029年，…由 2 人增至 3 人: where a rise ends, and not what all the rest of the news is of."""
_BULLETIN = re.compile(
    r"(?:发布|公布|印发|出炉)[^《》。]{0,24}[《“](?P<year>(?:19|20)\d{2})年(?:度)?[^《》“”]{0,40}(?:公报|快报)[》”]"
)
_SAYS = re.compile(
    rf"《(?P<year>(?:19|20)\d{{2}})年(?:度)?[^《》]{{0,40}}公报》(?:[（(]以下简称[^）)]{{1,12}}[）)]|中)?(?:{re.any_of(_TURNS.told.says)})"
)
"""《2033年度…统计公报》显示: what follows is of that year."""
_STANDING = re.compile(re.any_of(_WORDS.ahead.standing))
"""Papers whose measures hold for years: what names no time is of none."""
_MONTHLY = re.compile(re.any_of(_WORDS.back.monthly))
_LINE = 16
"""Characters of the longest line that is nothing but the month of a paper."""
HEAD = 5
"""Blocks at the head, and at the end, that may be the month of a document."""
_PAIR = 2
_SPELL = re.compile(rf"(?:{re.any_of(_WORDS.ahead.spells)})(?:时间|日期|时段)(?:安排)?[:：]?")
_LABELLED = 48
"""Characters of the longest line that says from when to when something is."""
_HEADLINE = re.compile(r"\d[万亿%元人个户家张件]")
"""2033年末基金累计结存4亿元: a title that tells a figure of a day is no paper of that day."""


_GIVEN = re.compile(r"[—\-–―─━⸺(（]{1,4}(?P<year>(?:19|20)\d{2})年0?[1-4]月\d{1,2}日在")


def opened(source: Source, year: int) -> int:
    """The year that a report called after one opens: the next where it was read at its beginning, 2032年…报告 ——2033年1月17日在…."""
    texts = ("".join(block.text.text.split()) for block in source.blocks[:HEAD])
    read = (int(match["year"]) for text in texts for match in _GIVEN.finditer(text))
    return year + 1 if year + 1 in read else year


def default_period(source: Source, title: str, named: list[int], plan: bool, written: str) -> str | None:
    """The period in the title where it is one of months, else the year the document is about, if it is about one."""
    found = [
        m.period for m in moments(title, 0, len(title), Clock(source.year)) if m.period and "-" in m.period
    ]
    spans = len(found) == 1 and len(named) == _PAIR and found[0].startswith(f"{named[0]}-")
    told = len(named) == 1 or spans or (not named and found and found[0].rpartition("/")[2] <= written[:7])
    if told and found and not plan and found[0].endswith("-12-31") and _HEADLINE.search(title):
        return found[0][:4]
    if told and found and not plan:
        return _since_january(source, found[0])
    if plan and not named and _STANDING.search(title):
        return None
    if not named and not plan and (months := _months(source, title)):
        return months
    unnamed = not named and not plan and _is_news(source, written)
    if unnamed and (_of_year_before(source, written) or _on_bulletin(source, written)):
        return str(int(written[:4]) - 1)
    of_year = _is_news(source, written) or begins_before(source, written) or _of_new_year(source, written)
    about_one = source.document.kind in REPORTS or ((named or of_year) and not plan)
    return str(source.year) if source.year and (about_one or (plan and named)) else None


def _month_below(source: Source) -> str | None:
    """The month, or the months, of a paper that appears monthly: a line of its own below the title."""
    for block in source.blocks[:HEAD]:
        text = "".join(block.text.text.split()).strip("()（）")
        found = moments(text, 0, len(text), Clock(None)) if len(text) <= _LINE else []
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)) and not found[0].point:
            period = found[0].period or ""
            return period if "-" in period else None
    return None


def _months(source: Source, title: str) -> str | None:
    """The months of a paper whose title names no year: January to the month below it where the text says so (1—8月).

    Else the month itself, if the paper appears monthly; the line below another title is the day of the paper.
    """
    month = _month_below(source)
    if month is None or "/" in month:
        return month
    since = _since_january(source, f"{month[:5]}02/{month}")
    told = since.startswith(f"{month[:5]}01")
    if told and _told_first(source, month):
        return month
    return since if told else month if _MONTHLY.search(title) else None


def _since_january(source: Source, period: str) -> str:
    """The months from January on where a report on a later quarter adds up (前三季度); else the period itself."""
    first, _, last = period.partition("/")
    if not last or first.endswith("-01"):
        return period
    whole = f"{first[:5]}01/{last}"
    texts = ("".join(block.text.text.split()) for block in source.blocks)
    told = (m.period for text in texts for m in moments(text, 0, len(text), Clock(source.year)))
    return whole if whole in told else period


def _told_first(source: Source, month: str) -> bool:
    """Is the month itself (5月份) named before the months from January to it (1—5月), as where the text is of the month?"""
    number = int(month[5:])
    alone, whole = (
        re.compile(rf"(?<![\d—–\-~～至到]){number}月(?:份|，|当月|全)(?![末底])"),
        f"{month[:5]}01/{month}",
    )
    for block in source.blocks:
        text = "".join(block.text.text.split())
        first = alone.search(text)
        spans = [m.start for m in moments(text, 0, len(text), Clock(source.year)) if m.period == whole]
        if first is not None:
            return not spans or first.start() < spans[0]
        if spans:
            return False
    return False


def spell(source: Source) -> str | None:
    """The days that a notice sets for what it arranges (活动时间：5月6日至6月8日), which 活动期间 is of; None where it sets none."""
    texts = ["".join(block.text.text.split()) for block in source.blocks]
    for text, below in pairwise([*texts, ""]):
        label = _SPELL.search(text) if len(text) <= _LABELLED else None
        days = (text[label.end() :] or below) if label is not None else ""
        found = moments(days, 0, len(days), Clock(source.year)) if days else []
        period = found[0].period if found and found[0].start == 0 else None
        if period and "/" in period and len(days) - found[0].end <= 1:
            return period
    return None


def _is_news(source: Source, written: str) -> bool:
    """Does a dated text tell of the year of its day? In January it may as well tell of the year before."""
    return source.document.kind in NEWS and written[5:7] > "01"


def begins_before(source: Source, written: str) -> bool:
    """Does the text of news begin with the year before its day: 2032年，…, told in January 2033?"""
    news = source.document.kind in NEWS and bool(written)
    return news and source.year == int(written[:4]) - 1


def _of_new_year(source: Source, written: str) -> bool:
    """Does news of January name no year but that of its day: 2033年继续改善民生, told on 11 January 2033?"""
    texts = ["".join(block.text.text.split()) for block in source.blocks]
    told = {match["year"] for text in texts for match in _YEAR_TOLD.finditer(text)}
    return source.document.kind in NEWS and written[5:7] == "01" and told == {written[:4]}


def _on_bulletin(source: Source, written: str) -> bool:
    """Does news tell of the bulletin of the year before its day: 人社部发布《2032年度…统计公报》, told in June 2033?"""
    texts = ("".join(block.text.text.split()) for block in source.blocks[:HEAD])
    return any(
        match["year"] == str(int(written[:4]) - 1) for text in texts for match in _BULLETIN.finditer(text)
    )


def bulletin_told(source: Source) -> str | None:
    """The year of the one bulletin that news without a day tells of; None where it tells of none, of several, or of later years."""
    texts = ["".join(block.text.text.split()) for block in source.blocks]
    found = (match for text in texts[:HEAD] for told in (_BULLETIN, _SAYS) for match in told.finditer(text))
    (year,) = years if len(years := {match["year"] for match in found}) == 1 else (None,)
    if year is None or source.document.kind not in NEWS:
        return None
    later = (match for text in texts for match in _YEAR_TOLD.finditer(text))
    return year if all(int(match["year"]) <= int(year) + 1 for match in later) else None


def _is_base(text: str, year: re.Match[str]) -> bool:
    """Is a year only that from which on, or against which, something has changed: 2012年到2021年, 与2012年相比?"""
    start = year.start()
    before = (
        _FROM.search(text, max(0, start - 2), start)
        or BESIDE_BASE.search(text, max(0, start - 40), start)
        or _SPAN_TO.search(text, max(0, start - 7), start)
    )
    return before is not None or bool(_TO.match(text, year.end()))


def _of_year_before(source: Source, written: str) -> bool:
    """Does news name no year but the one before its day, and speak of nothing since: 2032年平均工资 …, told in May 2033?"""
    texts = ["".join(block.text.text.split()) for block in source.blocks]
    told = (match for text in texts for match in _YEAR_TOLD.finditer(text) if not _is_base(text, match))
    years = {match["year"] for match in told}
    before = str(int(written[:4]) - 1)
    said = {before} <= years <= {before, str(int(before) - 1)}
    return said and not any(_SINCE.search(text) for text in texts)
