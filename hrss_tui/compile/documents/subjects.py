"""What kind of document a text is and which year or span of years it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents.days import is_dateline, spans
from hrss_tui.compile.documents.front import Front
from hrss_tui.reference import figure_words, table_for_title
from hrss_tui.reference.documents import document_chapters, document_kinds, document_turns
from hrss_tui.reference.papers import paper_words
from hrss_tui.sources.marks import telegram
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import fold

_WORDS = paper_words()
_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d{2})\s*(?:年(?!度?同期)|(?=财年|财政年度))")
NO_COUNT = r"(?!\d|号|[余多]?(?:[万亿件场宗亩套辆]|元(?![旦宵])|名(?![单录优师])|座(?!谈)|所(?![得属])|例(?![行会])|次(?![年月日])|户(?![籍外])|张(?!家)|人(?![社力才民均口事大])|家(?![庭政电居长])))"
"""Behind a number in a title that is a year: 新增床位2000张 names none."""
TITLE_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d{{2}}){NO_COUNT}")
_AIMED = re.compile(r"(?:(?<!\d年)(?<!\d)[到至]|力争|截至)$")
_CHINESE = re.compile(r"[一二][〇○零一二三四五六七八九]{3}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_BUDGETED = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*+年?度?\s*+(?:部门|单位)(?:收支)?[预决]算")
"""The year of a budget in a heading of it."""
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*+年?\s*+[-—–－~～至]{1,2}\s*+((?:19|20)\d{2})(?!\d)\s*年?")
_DRAFT = re.compile(r"(?:执行|完成)情况.{0,8}?[及和与].{0,12}?((?:19|20)\d{2})年")
_YEARS_BEHIND = re.compile(r"[(（](?:19|20)\d{2}[^()（）]{0,12}[)）]$")
"""The years behind a title: …三年行动总结（2031—2033年）."""
_COMPARED = re.compile(r"(?:比|较|与|于|从|由|自|同|截至|到|至|〔|\[|［)\s*$")
_LEADING = re.compile(r"\s*+(?:截至|截止)?\s*+((?:19|20)\d{2})\s*+年(?!度?同期)")
"""2033年同期 is the year before, which others are held against."""
_EXPLAINS = re.compile(re.any_of(_WORDS.titles.explaining))
"""What explains a policy is of the day it was written, whatever year it begins with."""
_TODAY = re.compile(r"今年|去年|明年")
"""Who says so, and names no day, names other years because they are not the one in which he speaks."""
_OF_NOW = re.compile(
    r"今年(?:以来|[，,]?截至|第?[一二三]季度|前[一二三]个?季度|上半年|前[一二三四五六七八九十\d]{1,2}个?月|\d{1,2}月[底末份]|1\s?[-—－–~～至到]\s?\d{1,2}月)"
)
"""Months of the year in which is spoken: a year that is named behind them is another one."""
_JANUARY = "01"
_UNTIL = re.compile(r"(?:截至|截止到?|自)\s*+((?:19|20)\d{2})\s*+年\s*+\d{1,2}\s*+月")
_CALLED = re.compile(
    r"(?:举行|召开|举办)了?\s*+((?:19|20)\d{2})\s*+年[^，。；]{0,20}?(?:发布|通气|吹风|通报|见面)会"
)
"""A meeting with the press that is called after its year: 举行2031年一季度新闻发布会."""
_DASHES = " —–-―─"
_FEW = 2
"""Years, each named once, of which one may still be that of the document: where it is the time of a statement."""
_HEAD = re.compile(r"(?:^|[。！？；;!?）)】：:讯电])(?:截至|截止到?)?$")
"""What stands before a year that a sentence begins with."""
_BEFORE = 6
_FRAME = re.compile(
    r"\s*+(?:[，,]|度|全年|第?[一二三四]季度|[上下]半年|前[一二三四五六七八九十]{1,3}个月|"
    r"\d{1,2}(?:[-—－–~～至]\d{1,2})?月|年?[末底])"
)
"""What stands behind a year that is the time of what follows: 数据显示，2031年，…; not 2031年加入, 2031年起."""
_SENTENCES = 3
_TURN = 8
"""Characters of a paragraph that may name who speaks."""
_FIRST = 6
"""Blocks of which one may be the first of a piece of news."""
PLAN, BUDGET, BULLETIN = "plan", "budget", "bulletin"
_ON_BULLETIN = re.compile(r"^(?!关于)[^《》]{2,20}(?:发布|公布)[^。]{0,40}公报")


class Time(msgspec.Struct, frozen=True):
    """The year a document is about, or the span (`period` YYYY/YYYY, then there is no year); None where unknown."""

    year: int | None
    period: str | None


def kind(title: str | None, blocks: Sequence[Placed], front: Front) -> str:
    """The kind by title and text, else by who speaks in it and, without a title, by its chapters.

    A text that is from somewhere (来源) and nothing else is an article.
    """
    text = fold("\n".join(block.text.text for block in blocks if block.kind is not Kind.TABLE_ROW))
    folded = fold(title or "")
    named = (folded, _YEARS_BEHIND.sub("", folded))
    news = any(telegram(block.text.text) for block in blocks[:_FIRST])
    for rule in document_kinds():
        if news and rule.kind == BUDGET and "决算" in folded:
            continue  # 某社5月6日电: who tells of accounts gives none
        if rule.kind == BULLETIN and (news or _ON_BULLETIN.search(folded)):
            continue  # 人社部发布2031年度统计公报: who tells of a bulletin is none
        if news and rule.headlines:
            continue  # 就业稳步增长、社保平稳运行, behind which 新华社5月6日电 stands
        told = any(re.search(pattern, each) for pattern in rule.title for each in named)
        if told or _holds(text, rule.text):
            return rule.kind
    if not title and (held := next((rule for rule in document_kinds() if _holds(text, rule.untitled)), None)):
        return held.kind
    seen = _by_turns(blocks) or (None if title else _by_chapters(blocks))
    if not (seen or news) and title and table_for_title(title) is not None:
        return BUDGET  # a workbook that begins with one of its tables
    return seen or ("article" if news or front.labels.get("source") else "other")


def _holds(text: str, words: Sequence[str]) -> bool:
    """Does a text hold one of the words?"""
    return any(word in text for word in words)


def _by_turns(blocks: Sequence[Placed]) -> str | None:
    """The kind of a text in which somebody asks (记者：…) more than once."""
    rule = document_turns()
    asks = tuple(f"{word}:" for word in rule.words)
    turns = sum(fold(block.text.text[:_TURN]).startswith(asks) for block in blocks)
    return rule.kind if turns >= rule.least else None


def _by_chapters(blocks: Sequence[Placed]) -> str | None:
    """The kind of a text whose chapters (一、劳动就业) are about what those of such a kind are about."""
    rule = document_chapters()
    heads = (block for block in blocks if block.kind is Kind.HEADING)
    names = {fold(block.text.text[len(block.raw.number or "") :]).strip("、.:") for block in heads}
    about = sum(bool(names.intersection(group)) for group in rule.groups)
    return rule.kind if about >= rule.least else None


def in_digits(title: str) -> str:
    """A title with its years in digits: 二〇三三年 and ２０３３年 are 2033年."""
    return _CHINESE.sub(lambda match: match[0].translate(_DIGITS), title.translate(_WIDE))


def title_years(titled: str, date: str | None) -> list[int]:
    """The years that a title in digits names, but one still to come on its day that is of an aim or a class: 到2035年，将新增 9 万人; 2035届毕业生."""
    told = int(date[:4]) if date else None
    return [
        int(match[1])
        for match in TITLE_YEAR.finditer(titled)
        if told is None
        or int(match[1]) <= told
        or not (_AIMED.search(titled, 0, match.start()) or titled.startswith("届", match.end()))
    ]


def time(
    title: str | None, date: str | None, kind: str, blocks: Sequence[Placed], spoken: bool = False
) -> Time:
    """The year of the title, else what the text and the day of the document say; of a speech or a plan its day."""
    titled = in_digits(title or "")
    span = _SPAN.search(titled)
    if span and int(span[1]) < int(span[2]):
        return Time(None, f"{span[1]}/{span[2]}")
    plan = next((each for each in figure_words().plans if each.word in titled), None)
    named = title_years(titled, None if kind == PLAN else date)
    if plan is not None and not named and kind == PLAN:
        return Time(None, f"{plan.first}/{plan.last}")
    draft = _DRAFT.search(titled)
    if named:
        year = int(draft[1]) if draft else named[0]
        return Time(year, str(year))
    headed = _of_headings(blocks) if kind == BUDGET else None
    if headed is not None:
        return Time(headed, str(headed))
    of_day = spoken or kind == PLAN or bool(_EXPLAINS.search(titled))
    found = int(date[:4]) if date and of_day else _of_text(date, blocks)
    return Time(found, str(found) if found else None)


def _of_headings(blocks: Sequence[Placed]) -> int | None:
    """The year of which headings of a budget without one in its title are: 第二部分 2031年度部门预算表; None where they name several."""
    headings = (block.text.text for block in blocks if block.kind is Kind.HEADING)
    years = {int(match[1]) for text in headings for match in _BUDGETED.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _of_text(date: str | None, blocks: Sequence[Placed]) -> int | None:
    """The year of the day, or the one before where the text begins with it; without a day the one named most.

    Of years side by side in a table the last is its own.
    """
    dated = int(date[:4]) if date else None
    leading = _leading(date, blocks)
    if dated is not None:
        return leading if leading == dated - 1 else dated
    if any(_TODAY.search(block.text.text) for block in blocks):
        return _present(blocks)
    years: Counter[int] = Counter()
    heads: set[int] = set()
    for block in blocks:
        text = block.text.text
        named = [
            int(match[1])
            for match in _YEAR.finditer(text)
            if not _COMPARED.search(text[max(0, match.start() - 6) : match.start()])
        ]
        beside = block.kind is Kind.TABLE_ROW and len(set(named)) > 1
        years.update([max(named)] if beside else named)
        heads.update(
            int(match[1])
            for match in _YEAR.finditer(text)
            if block.kind is not Kind.PARAGRAPH or _is_frame(text, match.start(), match.end())
        )
    if max(years.values(), default=0) <= 1:
        years = Counter(heads.intersection(years) if len(years) <= _FEW else ())
    return min(years, key=lambda year: (-years[year], year), default=None)


def _is_frame(text: str, start: int, end: int) -> bool:
    """Is a year the time of what is stated, rather than that of something that is told in passing?"""
    before = "".join(text[max(0, start - _BEFORE) : start].split())
    begun = "…" if start > _BEFORE else ""
    return bool(_HEAD.search(begun + before) or _FRAME.match(text, end))


def _present(blocks: Sequence[Placed]) -> int | None:
    """The year in which is spoken who says 今年: that of a day at the head, else of the months up to or from which is told.

    Else that of the meeting with the press that is told of, where it names one alone.
    """
    head = (block.text.text for block in blocks[:_SENTENCES])
    dated = next((text for text in head if is_dateline(text.strip(_DASHES))), None)
    told = [int(match[1]) for block in blocks for match in _UNTIL.finditer(block.text.text)]
    if dated and spans(dated):
        return int(spans(dated)[0][2][:4])
    called = {int(match[1]) for block in blocks[:_FIRST] for match in _CALLED.finditer(block.text.text)}
    return max(told, default=called.pop() if len(called) == 1 else None)


def _leading(date: str | None, blocks: Sequence[Placed]) -> int | None:
    """The year that the first sentence of the text begins with, unless months of this year were told of before it.

    In January, 今年以来 is still said of the year that is over.
    """
    begun = date is not None and date[5:7] == _JANUARY
    texts = (block.text.text for block in blocks if block.kind is Kind.PARAGRAPH and "。" in block.text.text)
    for text in islice(texts, _SENTENCES):
        if match := _LEADING.match(text):
            return int(match[1])
        if _OF_NOW.search(text) and not begun:
            return None
    return None
