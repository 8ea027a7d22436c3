"""The title of a document: a line at its head, or several that read on; else what a label says.

A breadcrumb, a date, a body, a document number, a row of a table or a word of the page is no title.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents.front import Front, Line
from hrss_tui.reference.documents import page_words
from hrss_tui.reference.papers import paper_words
from hrss_tui.sources import marks
from hrss_tui.sources.captions import is_form_number
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps, fold

_WORDS = paper_words()
_NOTICE = re.compile(rf"关于.{{1,200}}的\s{{0,9}}(?:{re.any_of(_WORDS.titles.endings)})$")
_OPENS = re.compile(r"关于|.{0,30}关于")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*(?:年|[-—－–~至])|[二三]十?[一二三四五六七八九〇○零]{2,3}年")
_SENTENCE = re.compile(r"[。；;！!?？]")
_REMARK = re.compile(
    r"[（(【\[〔][^（）()]{2,}[）)】\]〕]|[—\-–－―─━⸺]{2}.*|⸺.*|(?:附件|附表|附)\s*+[\d一二三四五六七八九十]*+\s*+[:：]?"
)
_CAPTION = re.compile(rf"^(?:图(?:[为:：]|\s?\d)|↑|▲|▼)|(?:{re.any_of(_WORDS.news.pictures)})[）)]?[。.]?$")
"""The line below a photograph or a chart: 记者 某某 摄, 图1 参保人数（单位：万人）."""
_ADDRESS = re.compile(r"[:：]$")
_ANNOUNCES = re.compile(r"(?:如下|以下|下列|有|是|为|包括|指标|[将就对]\w{0,40})[:：]$")
_CLAUSE = re.compile(r"[，。；;：:！!？?]")
_LED = re.compile(
    rf"(?P<title>[^，。；;：:！!？?]{{4,50}}(?:{re.any_of(_WORDS.titles.topics)}))[:：](?=[^：:]*\d)"
)
"""What the first sentence is headed with: 某县2034年新增就业完成情况：目标 2 万人，…."""
_CONTENTS = re.compile(r"目\s*[录次]")
_PAGE = re.compile(r"第?\s*\d+\s*页?|[-—]\s*\d+\s*[-—]")
_QUOTED = re.compile(r"《([^《》]{4,80})》")
_NAMELESS = re.compile(
    r"(?:19|20)\d{2}\s*年度?(?:部门|单位)?(?:收支)?[预决]算(?:信息)?(?:公开)?(?:情况)?(?:说明|报告|表)?"
)
"""Titles of accounts that need the body above them."""
_BUDGET = re.compile(r"(?:(?:19|20)\d{2}\s*年度?)?(?:部门|单位)[预决]算(?:信息)?(?:公开)?(?:说明|报告)?")
_PLAN_OF = re.compile(r"[“\"]?十[一二三四五]五")
"""“十四五”规划（2021—2025年） says of nobody whose plan it is."""
_SPACED = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?: [\u3400-\u9fff]){2,60}(?![\u3400-\u9fff])")
"""政 府 工 作 报 告: letters set apart are one word."""
_PLACED = re.compile("[省市县区州盟旗]")
_LONGEST = 80
_MOST_LINES = 4
_REST, _FULL = 4, 20
"""Characters of the last line of a title, at most, and of a full one above it, at least."""


def title(front: Front) -> str | None:
    """The title as the head of the document gives it, None where it has none."""
    at = next(
        (at for at, line in enumerate(front.lines) if _is_marked(line) and line.block.raw.rank == -1), None
    )
    if at is not None:
        return clean("".join(line.block.text.text for line in _marked(front.lines[at : at + 2])))
    lines = _candidates(front.lines)
    stated = front.labels.get("title", ())
    for line, below in zip_longest(lines, lines[1:]):
        if any(fold(line.text) == fold(value) for value in stated):
            return clean(line.text + (below.text if below is not None and _is_of_budget(line, below) else ""))
    return _whole(lines) or next(map(clean, stated), None) or _first(lines) or _led(front.lines)


def _is_marked(line: Line) -> bool:
    """Is the line a heading in Markdown?"""
    return line.block.raw.rank < 0 and line.block.kind is Kind.HEADING


def _marked(lines: Sequence[Line]) -> Sequence[Line]:
    """The first heading, and the second where that only says that it is a budget: # 2031年某局, ## 部门预算公开."""
    first, second = lines[0], lines[-1]
    return lines if _is_marked(second) and _is_of_budget(first, second) else lines[:1]


def _is_of_budget(first: Line, second: Line) -> bool:
    """Does a heading end with the line below it, which only says that it is a budget: 2031年某局 / 部门预算公开?"""
    ended = marks.ends_title(close_gaps(first.block.text.text))
    return not ended and _BUDGET.fullmatch(close_gaps(second.block.text.text)) is not None


def clean(text: str) -> str:
    """White space folded, without the mark of a note; a space beside a full-width mark is left over from typesetting."""
    text = marks.FOOTNOTE_END.sub("", text.strip().removesuffix("：").removesuffix(":"))
    text = _SPACED.sub(lambda match: match[0].replace(" ", ""), " ".join(text.split()))
    return re.sub(r"(?<=[《》“”（）、，])\s++|(?<!\s)\s++(?=[《》“”（）、，])", "", text)


def _candidates(lines: Sequence[Line]) -> list[Line]:
    """The lines above the text that could be a title or a part of one."""
    found: list[Line] = []
    for line in lines:
        text = close_gaps(line.text)
        if _CAPTION.search(text):
            continue
        if heads_contents(text) or (line.block.raw.rank > 0 and line.block.kind is Kind.HEADING):
            break
        if _is_text(line, text):
            if not marks.ends_title(text):
                break
            return [*found, line]
        if not _is_other(text):
            found.append(line)
    return found


def heads_contents(text: str) -> bool:
    """Is it the heading of the list of contents?"""
    return _CONTENTS.fullmatch(close_gaps(text).strip()) is not None


def _is_text(line: Line, text: str) -> bool:
    """Is the line a sentence, or the beginning of a paragraph that goes on below it?"""
    if marks.is_ended(text) or _SENTENCE.search(text) or len(text) > _LONGEST:
        return True
    return line.joined and (bool(_SENTENCE.search(line.block.text.text)) or "，" in line.block.text.text)


def _is_other(text: str) -> bool:
    """Is it a line that stands at heads without being a title: a date, a number, that of a form, a remark, whom it is addressed to?"""
    if marks.is_date(text) or marks.is_doc_number(text) or _PAGE.fullmatch(text) or is_form_number(text):
        return True
    addressed = _ADDRESS.search(text) and not _is_titled(text)
    return bool(_REMARK.fullmatch(text) or addressed) or is_letterhead(text)


def _is_titled(text: str) -> bool:
    """Is a line before a colon a title of a year (某市2034年就业成绩：), and neither an address nor the words before a list?"""
    return bool(_YEAR.search(text)) and not _ANNOUNCES.search(text) and not _CLAUSE.search(text[:-1])


def is_letterhead(text: str) -> bool:
    """Is it a body and 文件?"""
    return any(text.endswith(each) and is_body(text.removesuffix(each)) for each in page_words().letterheads)


@cache
def _bodies() -> re.Pattern[str]:
    endings = re.longest_of(page_words().body_endings)
    return re.compile(rf"[\u3400-\u9fff（）()·、 ]*(?:{endings})(?:[（(][^（）()]+[）)])?")


def is_body(text: str) -> bool:
    """Is the whole text a name of a body, as its ending says?"""
    return (
        len(text) < 60
        and not text.endswith(page_words().deed_endings)
        and _bodies().fullmatch(text) is not None
    )


def _whole(lines: Sequence[Line]) -> str | None:
    """The first line, or lines that follow each other, that end like a title; a notice before its annex."""
    for test in (lambda text: bool(_NOTICE.search(text)), marks.ends_title):
        for at, line in enumerate(lines):
            if test(close_gaps(line.text)) or (_is_rest(lines, at) and test(_two(lines, at))):
                last = at + 1 if _is_rest(lines, at + 1) and test(_two(lines, at + 1)) else at
                return clean("".join(each.text for each in lines[_begins(lines, at) : last + 1]))
    return None


def _is_rest(lines: Sequence[Line], at: int) -> bool:
    """Is a line a few characters for which the long line right above it, a title, had no room?"""
    if not 0 < at < len(lines) or lines[at].number - lines[at - 1].number > 2:
        return False
    return len(close_gaps(lines[at].text)) <= _REST and len(close_gaps(lines[at - 1].text)) >= _FULL


def _two(lines: Sequence[Line], at: int) -> str:
    """A line with the one above it."""
    return close_gaps(lines[at - 1].text) + close_gaps(lines[at].text)


def _begins(lines: Sequence[Line], at: int) -> int:
    """Index of the line in which the title that ends at `at` begins: the body, year or half a name above it."""
    first = at
    while first > 0 and at - first < _MOST_LINES - 1:
        above = lines[first - 1]
        if lines[first].number - above.number > 2 or marks.ends_title(close_gaps(above.text)):
            break
        text = close_gaps(lines[first].text)
        higher = close_gaps(above.text)
        if _is_complete(text) and not (_reads_on(higher) or _is_office(text, higher)):
            break
        first -= 1
    return first


def _is_complete(text: str) -> bool:
    """Does a title say by itself when or of whom it is, and of what?"""
    named = _YEAR.search(text) or _OPENS.match(text)
    return bool(named) and not _PLAN_OF.match(text) and len(text) > 8 and not _NAMELESS.fullmatch(text)


def _reads_on(above: str) -> bool:
    """Does a line above a complete title belong to it: it has the year, or it breaks off after 关于?"""
    return "关于" in above or bool(_YEAR.search(above))


def _is_office(text: str, above: str) -> bool:
    """Does a title begin with an office of no place, and stand below the committee or the government that it is of?"""
    office = _YEAR.split(text)[0]
    return is_body(office) and is_body(above) and not _PLACED.search(office) and bool(_PLACED.search(above))


def _first(lines: Sequence[Line]) -> str | None:
    """The first line that is a heading and no body."""
    return next(
        (
            clean(line.text)
            for line in lines
            if not is_body(close_gaps(line.text))
            and (line.block.kind is Kind.HEADING or not line.joined)
            and len(close_gaps(line.text)) > 3
        ),
        None,
    )


def _led(lines: Sequence[Line]) -> str | None:
    """What stands before the colon of the first line, where it is of a year and named like what a text tells of."""
    led = _LED.match(lines[0].text.strip()) if lines else None
    return clean(led["title"]) if led is not None and _YEAR.search(led["title"]) else None
