"""Who issued a document, when, under which number, and who wrote it: from its lines, else from labels around it.

What the document itself bears goes before what a page says of it: a text of 2015 may be put up in 2019.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents.days import day, is_day, month_alone, spans, stamped
from hrss_tui.compile.documents.front import Front, Line
from hrss_tui.compile.documents.titles import is_body, is_letterhead
from hrss_tui.reference.documents import page_words
from hrss_tui.reference.turns import turns
from hrss_tui.sources import marks
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.text import close_gaps

_TURNS = turns()
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*年")
_BYLINE = re.compile(r"[（(](?:本报|本刊|全媒体)?记者\s*+([^（）()\d]{2,30}?)\s{0,9}[)）]$")
_SPEECH = re.compile(
    rf"[—\-–－―─━⸺]{{1,4}}\s*(?P<day>.{{8,20}}?)在.{{4,60}}(?:{re.any_of(_TURNS.told.speech)})$|[（(](?P<given>.{{8,20}}?)(?:在.{{4,60}})?[）)]$"
)
"""The line below the title of a speech: ——2022年1月10日在…会议上."""
_NUMBER = re.compile(
    r"[\u3400-\u9fff]{0,12}\s{0,9}[〔\[［【(（﹝]\s*+(?:19|20)\d{2}\s*+[〕\]］】)）﹞]\s*+第?\s*+\d++\s*+号|(?:19|20)\d{2}\s*+年\s*+第\s*+\d++\s*+号"
)
_PREFIX = re.compile(
    r"(?:\d{4}\s*+年度?\s*+)?(?P<body>(?:(?!丨)[\u3400-\u9fff（）()、 ]){3,50}?)\s*(?:关于|\d{4}\s*年度?|(?:部门|单位)(?:预|决)算)"
)
_CONFERENCE = re.compile(
    r"\s*+(?P<day>(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?:上午|下午)?，[^。]{0,60}(?:举行|召开|举办)[^。]{0,40}新闻(?:发布会|通气会|通报会)"
)
"""The first words of the record of a press conference: 2033年5月6日上午，某省新闻办举行新闻发布会."""
_BEGINNING = 6
"""Blocks at the beginning that may say when a press conference was held or a piece of news was told."""
_NEAR_END = 4
_SHORTEST = 5
"""Characters of a body that stands alone: 资源局 is the rest of a name."""


def date(blocks: Sequence[Placed], front: Front) -> str | None:
    """The day the document bears: the last line that is nothing else, as labelled; else the day it was put up."""
    labels = front.labels
    own = (
        speech_day(front)
        or next((line.text for line in (*reversed(front.last), *front.lines) if is_day(line.text)), None)
        or next((text for block in reversed(blocks) if is_day(text := block.text.text)), None)
    )
    values = (*labels.get("document", ()), *labels.get("published", ()), *labels.get("source", ()))
    values = (*values, *(value for value in labels.get("author", ()) if stamped(value)))
    put_up = (found for value in values if (found := day(value)))
    lines = (found for line in front.lines if (found := stamped(line.text)))
    told = _conference_day(blocks) or _news_day(blocks)
    return (day(own) if own else None) or next(put_up, None) or told or next(lines, None)


def _news_day(blocks: Sequence[Placed]) -> str | None:
    """The day before the first words of a piece of news: 某社江城2033年3月2日电."""
    texts = (block.text.text for block in blocks[:_BEGINNING])
    return next((found for text in texts if (found := day(text[: marks.telegram(text)]))), None)


def _conference_day(blocks: Sequence[Placed]) -> str | None:
    """The day on which the press conference was held that a text records."""
    texts = (block.text.text for block in blocks[:_BEGINNING])
    return next((day(match["day"]) for text in texts if (match := _CONFERENCE.match(text))), None)


def month(front: Front) -> str | None:
    """The year and month that a line at the head or the end is nothing but: （2020年8月）; as YYYY-MM."""
    lines = (*front.lines, *reversed(front.last))
    return next((found for line in lines if (found := month_alone(line.text))), None)


def speech_day(front: Front) -> str | None:
    """The day on which a report was given, as the line below its title says."""
    matches = (_SPEECH.match(line.text) for line in front.lines)
    days = (day(match["day"] or match["given"]) for match in matches if match)
    return next(filter(None, days), None)


def issuer(front: Front, title: str | None) -> str | None:
    """The body that signs, is labelled, stands at the head or begins the title; else where the text is from."""
    labels = front.labels
    named = title if labels.get("source") else None
    bodies = (
        _signature(front.last),
        next(iter(labels.get("issuer", ())), None),
        _letterhead(front.lines),
        _prefix(title or ""),
    )
    told = next((body for body in bodies if body and body != named), None)  # 某市建设养老服务中心 is news
    return told or next(map(_without_day, labels.get("source", ())), None) or None


_ADDRESS = re.compile(r"https?://[^\s\u3000-\u9fff]{1,200}")
"""The address at which a text was read, before who printed it."""


def _without_day(value: str) -> str:
    """A value without the day behind it: 新疆日报2026-01-31 14:23."""
    found = spans(value)
    told = value[: found[0][0]] + value[found[0][1] :] if found else value
    return _ADDRESS.sub("", told).strip(" \u3000|｜:：")


def _signature(last: Sequence[Line]) -> str | None:
    """The bodies on the lines above the day at the end."""
    at = next((i for i in range(len(last) - 1, -1, -1) if is_day(last[i].text)), None)
    if at is None or len(last) - at > _NEAR_END:
        return None
    bodies: list[str] = []
    for line in reversed(last[:at]):
        text = close_gaps(line.text)
        if not is_body(text) or marks.has_clause(text):
            break
        bodies.insert(0, text)
    return " ".join(bodies) or None


def _letterhead(lines: Sequence[Line]) -> str | None:
    """The body named above the text, in a letterhead or alone."""
    for line in lines:
        text = close_gaps(line.text)
        if line.block.raw.rank > 0 or marks.is_ended(text):
            return None
        if is_letterhead(text):
            text = next(text.removesuffix(each) for each in page_words().letterheads if text.endswith(each))
        elif not is_body(text):
            continue
        if len(text) >= _SHORTEST and not _YEAR.search(text) and not line.joined:
            return text
    return None


def _prefix(title: str) -> str | None:
    """The body that a title begins with: …人民政府关于…, …局2024年度部门预算."""
    match = _PREFIX.match(title)
    body = close_gaps(match["body"]) if match else ""
    return body if body and is_body(body) else None


def author(blocks: Sequence[Placed], front: Front) -> str | None:
    """Who wrote a report: from the line below its text (记者 …), else as labelled."""
    for block in blocks[-2:]:
        match = _BYLINE.search(block.text.text.strip())
        if match:
            return " ".join(match.group(1).split())
    return next(iter(front.labels.get("author", ())), None)


def doc_number(front: Front) -> str | None:
    """The document number (文号) at the head, else as labelled; without white space."""
    for text in (*_number_lines(front.lines), *front.labels.get("number", ())):
        match = _NUMBER.search(text)
        if match:
            return re.sub(r"\s+", "", match[0])
    return None


def _number_lines(lines: Sequence[Line]) -> Iterator[str]:
    """Lines that are nothing but a number, or a number in brackets below the title."""
    for line in lines:
        text = line.text.strip().strip("（）()")
        if _NUMBER.fullmatch(line.text.strip()) or _NUMBER.fullmatch(text):
            yield line.text
