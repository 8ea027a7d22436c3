"""What the beginning and the end of a line say: numbering, labels, titles, sentence ends.

Patterns here are conventions of Chinese official writing (GB/T 9704), not of any one document.
"""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.plain import PICTURES
from hrss_tui.reference.budget_tables import furniture
from hrss_tui.reference.documents import document_labels, page_words
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.pages import page_furniture
from hrss_tui.reference.papers import paper_words
from hrss_tui.sources.text import width

_WORDS = paper_words()
_NUMERAL = "[一二三四五六七八九十百]+"
_RING = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_MARKERS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第{_NUMERAL}(?:部分|章|编)(?=\s|[^，。；]{{0,200}}$)")),
    (2, re.compile(rf"(?<!{_NUMERAL[:-1]}){_NUMERAL}、")),
    (3, re.compile(rf"[（(]\s*{_NUMERAL}\s*[）)]|[{_RING}]")),
    (4, re.compile(r"\d{1,3}(?:[、．]|\.(?!\d(?!\d?月|\d{3}[年—–\-])))")),
    (5, re.compile(r"[（(]\d{1,2}[）)]|[⑴-⒇①-⑳]")),
)
_MARKDOWN = re.compile(r"(#{1,6})\s+")
_BULLET = re.compile(r"[-•·●○*]\s+")
_TICKED = re.compile(r"[√✓✔×✗✘]\s?(?=[\u3400-\u9fff“])")
"""A tick or a cross before an item of a list: √新增就业 2 万人."""
_PICTURED = re.compile(rf"(?:[{PICTURES}▌▍▎※]\ufe0f?|\d\ufe0f?\u20e3)+[ \u3000]*(?=\S)")
"""Pictures at the head of a line, as articles for telephones set them: ✅, 💰, 1️⃣."""
_APART = re.compile(
    r"[◆■●▲★◇▶➤❖](?=[\u3400-\u9fff“])|【[\u3400-\u9fff]{2,12}】|[图表]\s?\d{1,3}(?:[-—.]\d{1,3})?[\s:：　][^。；]{2,60}$"
)
"""A mark, or a name in such brackets, that begins an item or a section and never the rest of a line."""
_TELEGRAM = re.compile(
    rf"\s{{0,9}}(?:本[报网台社刊站]|[\u3400-\u9fff·]{{2,10}}?(?:{re.any_of(_WORDS.news.agencies)}))"
    r"\s?[\u3400-\u9fff]{0,8}?\s?(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日)?\s?(?:专?电(?![子话脑力商视影器网动台信])|讯(?![息问飞])|消息)"
    rf"[\s:：,，]{{0,3}}(?:[(（](?=[^()（）]{{0,40}}(?:{re.any_of(_WORDS.news.writers)}))[^()（）]{{2,60}}[)）])?[\s:：,，]{{0,3}}(?=[^\s。])"
)
"""Who tells a piece of news, where from and when, before its first words: 本报江城3月2日讯（记者 王强）."""
_CAPTION = re.compile(r"[图表]\s?\d{1,3}(?:[-—.]\d{1,3})?[\s:：　]*[^。；，]{2,60}$")
"""The number and the name of a picture or a table, on a line of their own."""
_LABEL = re.compile(r"(?!其中|包括|注[:：]|以下|如下)[\u3400-\u9fff][\u3400-\u9fff\s]{1,11}[:：]")
_NOTE_LABEL = re.compile(r"[（(【\[]?\s*([\u3400-\u9fff][\u3400-\u9fff \u3000/、（）()]{0,14})\s*[:：]")
_NOTE = re.compile(r"(?:注|说明|备注)\s*[:：]")
_END = re.compile(rf"[。！？!?…][”’」』）)】]*[□■◆]?[{PICTURES}\ufe0f]*$|[↓⇩{PICTURES}]\ufe0f?$")
_OPEN_END = re.compile(r"[，、,；;]$")
_CLAUSE = re.compile(r"[，。；、！？;!?]|,(?!\d)|[:：](?!\s*$|\d\d)")
_DOC_NUMBER = re.compile(r"[\u3400-\u9fff]{1,12}\s*[〔\[［【(（]\s*\d{4}\s*[〕\]］】)）]\s*\d+\s*号")
_DATE = re.compile(
    r"(?:\d{4}|[二〇○零一九三四五六七八]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_MONTH = re.compile(r"(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月$")
"""The month alone behind who signs."""
_TIMED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000]{0,3}\d{1,2}[:：]\d{2}")
"""When an article was put up, with the hour: 莲城人社 2033-01-19 17:30 湖南."""
_BODY_SUFFIX = re.compile(r"(?:厅|局|委|委员会|办公室|小组|部|院|中心|政府|处|小组文件|厅文件|局文件)$")
_SENTENCE = re.compile(r"[，。；！？!?]")
_COLON = re.compile(r"(?<!\d)[:：]|[:：](?!\d)")
_LABEL_END = re.compile(r"[\u3400-\u9fff](?: ?[\u3400-\u9fff]){1,7}$")
_DAY_AHEAD = re.compile(
    r"\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*+日?(?:\s*+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?=[\s|｜]|$|[\u3400-\u9fff]+[:：])"
)
_PAGE_NUMBER = re.compile(
    r"[-–—－─·~～]{1,3}\s?\d{1,4}\s?[-–—－─·~～]{1,3}|第\s?\d{1,4}\s?页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?|[1-9]\d?"
)
_BLANKS = " \u3000\xa0\t|｜[]【】"
FOOTNOTE_END = re.compile(r"\s?(?:[\[［【]\d{1,2}[\]］】]|[①-⑳*＊])$")
"""The mark of a note at the end of a title: 统计公报[1]."""
_BRACKETED_END = re.compile(r"[》”\"]?[（(][^（）()]*[）)]$|[》”\"]$")
_TITLE_WIDTH = 72
_AROUND_BODY = " \u3000\xa0\t|｜()（）"
_REACH = 40
"""Characters at the end of a text that are enough to see how it ends, however long it is."""
_BEFORE_REASON = ("是", "为", "由于", "因为", "系")
_LISTED = re.compile(
    r"(?:(?:19|20)\d\d年(?:\d{1,2}月)?[，,：:\s]\s?|(?:(?:19|20)\d\d年)?[^，,。；;：:\d\s（(]{1,24}+(?:[（(]\d{1,12}+[)）])?[，,] ?)"
    r"\d[\d,.]{0,15}+ ?[^\d\W]{0,4}+[%％‰]?[，,；;]?"
    r"|\d[\d,.]{0,15}+ ?[^\d\W]{0,4}+[%％‰]?[，,：:] ?[^，,。；;：:\d\s]{1,24}+[，,；;]?"
)
"""A name or a time and its figure, or the figure and its name, line by line: 甲县，12人 or 12人，甲县."""


class Marker(msgspec.Struct, frozen=True):
    """A printed number at the head of a line: its rank (1 第一部分 … 5 ①), text and length."""

    rank: int
    number: str
    length: int


_GIVEN = re.compile(
    r"[—–―─-]{0,2}\s?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日，?(?:在|于)[^，。；：]{2,50}(?:会议|大会|全会|会)上(?:的(?:讲话|报告|发言))?"
)
_SPEAKER = re.compile(
    rf"[\u3400-\u9fff]{{0,24}}(?:{re.any_of(_WORDS.speeches.offices)})"
    r"[ \u3000]{1,4}[\u3400-\u9fff·]{1,12}(?:[ \u3000]{1,2}[\u3400-\u9fff])?"
)
"""A blank parts the office from the name: 主任医师 and 局长信箱 are no speakers."""


def marker(line: str) -> Marker | None:
    """The number a stripped line begins with, if any."""
    for rank, pattern in _MARKERS:
        match = pattern.match(line)
        if match:
            return Marker(rank, match.group().strip(), match.end())
    return None


def markdown_heading(line: str) -> tuple[int, int] | None:
    """Level and length of the marks where the line is a heading in Markdown."""
    match = _MARKDOWN.match(line)
    return (len(match.group(1)), match.end()) if match else None


def bullet(line: str) -> int:
    """Length of a list bullet at the head of the line; 0 where there is none."""
    match = _BULLET.match(line)
    return match.end() if match else 0


def ticked(line: str) -> int:
    """Length of the tick or the cross at the head of a line; 0 where there is none."""
    match = _TICKED.match(line)
    return match.end() if match else 0


def pictured(line: str) -> int:
    """Length of the pictures at the head of the line; 0 where there are none."""
    match = _PICTURED.match(line)
    return match.end() if match else 0


def is_caption(line: str) -> bool:
    """Is the whole line the caption of a figure or table: 图1 近五年参保人数（单位：万人）?"""
    return bool(_CAPTION.fullmatch(line))


def is_spoken(line: str) -> bool:
    """Is the whole line where and when a report was given, or who gave it: ——2032年1月12日在某会议上, 市长 王某?"""
    return len(line) <= _REACH * 2 and bool(_GIVEN.fullmatch(line) or _SPEAKER.fullmatch(line))


def stands_apart(line: str) -> bool:
    """Does the line begin with a mark of items (◆), a name in heavy brackets (【稳就业】) or as a piece of news does?"""
    return bool(_APART.match(line) or _TICKED.match(line) or _PICTURED.match(line) or _TELEGRAM.match(line))


def telegram(text: str) -> int:
    """Length of what stands before the first words of a piece of news: its paper, where it was written, the reporter."""
    match = _TELEGRAM.match(text)
    return match.end() if match else 0


def is_label(line: str) -> bool:
    """Does the line begin with a label such as 预算安排规模：?"""
    return bool(_LABEL.match(line))


def is_note_label(line: str) -> bool:
    """Is it a caption of a table: 编制部门：, 单位：?"""
    match = _NOTE_LABEL.match(line)
    return match is not None and "".join(match.group(1).split()) in _captions()


@cache
def _captions() -> frozenset[str]:
    return frozenset((*furniture().preparer, *furniture().unit))


def is_note(line: str) -> bool:
    """Does a block of notes begin here?"""
    return bool(_NOTE.match(line))


def is_page_number(line: str) -> bool:
    """Is a stripped line nothing but the number of a page: — 5 —, 第5页, 5? No code is so short."""
    return bool(_PAGE_NUMBER.fullmatch(line))


def is_ended(text: str) -> bool:
    """Does the text end a sentence?"""
    return bool(_END.search(text[-_REACH:]))


def is_open(text: str) -> bool:
    """Does the text end where a sentence cannot end?"""
    return bool(_OPEN_END.search(text[-_REACH:]))


def has_clause(text: str) -> bool:
    """Does the text hold punctuation that titles and captions do not have?"""
    return bool(_CLAUSE.search(text))


def is_date(text: str) -> bool:
    """Is the whole text a date?"""
    return bool(_DATE.fullmatch(text))


def is_doc_number(text: str) -> bool:
    """Is the whole text a document number (文号)?"""
    return bool(_DOC_NUMBER.fullmatch(text))


_BETWEEN_TOOLS = re.compile(r"[\s:：|｜/、·【】\[\]（）()]+")
_TOOLS = 40
"""Characters of the longest line of a page's controls."""


def is_tools(line: str) -> bool:
    """Is a line nothing but words of a page's controls: 【字体：大 中 小】 打印?"""
    words = [word for word in _BETWEEN_TOOLS.split(line) if word] if len(line) <= _TOOLS else []
    return bool(words) and all(word in page_furniture().tools for word in words)


def ends_title(text: str) -> bool:
    """Does a text end like the name of a paper (公报, 通知, 总结), brackets and title marks aside?"""
    return without_bracket(text).endswith(page_words().title_endings)


def without_bracket(text: str) -> str:
    """A text without the bracket at its end: 就业情况（青海、宁夏）."""
    return _BRACKETED_END.sub("", FOOTNOTE_END.sub("", text))


_PRINTED_DAY = re.compile(
    r"(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?"
)
_ADDRESS = re.compile(r"(?:https?://)?[A-Za-z0-9-]{1,30}(?:\.[A-Za-z0-9-]{1,30}){1,5}/?")
_AROUND_PAPER = re.compile(
    r"第?\d{1,3}版(?:[:：][\u3400-\u9fff]{2,6})?|[《》（）()【】|｜·—-]|来源[:：]|(?:星期|周)[一二三四五六日天]"
)
_PAPER = re.compile(rf"[\u3400-\u9fff]{{1,10}}(?:{re.any_of(_WORDS.news.printers)})|新华社|中新社")
"""Names of those who print news."""


def is_stamp(line: str) -> bool:
    """Is the line what a page says of a document: a day and labels, or labels (发布日期：… 来源：…), no sentence?"""
    if len(line) > _TITLE_WIDTH * 2 or _SENTENCE.search(line):
        return False
    if masthead(line):
        return True
    day = _DAY_AHEAD.match(line)
    parts = _COLON.split(line[day.end() :] if day else line)
    if not parts[0].strip(_BLANKS):
        return day is not None and len(parts) == 1
    labels = [_LABEL_END.search(part.strip(_BLANKS)) for part in parts[:-1]]
    if not labels or not all(labels) or (first := labels[0]) is None:
        return False
    if first[0] != parts[0].strip(_BLANKS):
        return False
    return day is not None or len(labels) > 1 or "".join(first[0].split()) in _page_labels()


def masthead(line: str) -> tuple[str, ...]:
    """The papers that a line names with nothing beside them but an address, a page and a day: 《某河日报》（2033年3月1日 06版）."""
    if len(line) > _TITLE_WIDTH * 2 or len(_PRINTED_DAY.findall(line)) != 1:
        return ()
    left = _AROUND_PAPER.sub(" ", _PRINTED_DAY.sub(" ", _ADDRESS.sub(" ", line)))
    names = tuple(left.split())
    return names if all(_PAPER.fullmatch(name) for name in names) else ()


@cache
def _page_labels() -> frozenset[str]:
    return frozenset(word for each in document_labels() if each.name != "other" for word in each.words)


def is_byline(text: str) -> bool:
    """Is the text a signature: a body, a date, a document number, a bracketed remark?"""
    bracketed = text[:1] in "(（" and text[-1:] in ")）"
    put_up = len(text) <= _REACH and bool(_TIMED.search(text))
    return (
        put_up
        or bracketed
        or is_date(text)
        or is_signed(text)
        or is_doc_number(text)
        or bool(_BODY_SUFFIX.search(text[-_REACH:]))
    )


def is_signed(text: str) -> bool:
    """Is the text a body and a day or a month, and nothing else: 某省人力资源和社会保障厅　2035年11月12日?"""
    day = _DATE.search(text) or _MONTH.search(text) if len(text) <= _TITLE_WIDTH else None
    if day is None:
        return False
    body = f"{text[: day.start()]}{text[day.end() :]}".strip(_AROUND_BODY)
    return bool(_BODY_SUFFIX.search(body)) and not (has_clause(body) or any(map(str.isdigit, body)))


def is_title_like(line: str, wrap: int) -> bool:
    """Could the line stand alone: short against the document's wrapping width, without clauses?"""
    if len(line) > _TITLE_WIDTH:
        return False
    cells = width(line)
    return cells <= _TITLE_WIDTH and cells < 0.7 * wrap and not has_clause(line)


def tells_reason(line: str) -> bool:
    """Does a line say why something is as it is: 支出减少的主要原因是人员减少? No title does."""
    return any(word in line and not line.endswith(word) for word in _reasons())


@cache
def _reasons() -> tuple[str, ...]:
    """Words behind which a reason follows; 主要原因分析 names one of which a text tells."""
    return tuple(word for word in narrative_words().changes.reasons if word.endswith(_BEFORE_REASON))


def is_listed(line: str) -> bool:
    """Is a line a name or a time and its figure, and no more: one of a list, whose next line is of another?"""
    return _LISTED.fullmatch(line) is not None
