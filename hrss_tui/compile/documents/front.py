"""The lines at the head and the end of a document, and the labels (索引号：, 发布日期：) that stand among them.

Facts of a document stand on lines of their own, however paragraphs were joined: so lines are looked at here, not
blocks. What a page says around the document (breadcrumbs, sizes of type, counters of visits) is no line of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, groupby, islice, pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents.days import is_day, spans
from hrss_tui.reference.documents import document_labels, page_words
from hrss_tui.reference.pages import page_furniture
from hrss_tui.reference.papers import paper_words
from hrss_tui.sources import marks
from hrss_tui.sources.document import ParsedDocument
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps, fold

_WORDS = paper_words()
_FRONT = 40
_END = 12
_TAIL = 30
"""Blocks, and lines, at the end of a page that may name others."""
_MENU, _SECTION = 30, 10
"""Lines above a breadcrumb, and characters of one that is the name of a section, at most."""
_LONG = 200
_SHORT = 60
_BREADCRUMB = re.compile(r"(?:当前|您?的?现?在?的?|所在)位置|^首页(?:\s|>|»|›|-)")
_ARROWS = re.compile(r"[>»›→]")
_STEP = re.compile(r"[>＞»›→]{1,2}")
_SENTENCE = re.compile(r"[，。；！？]")
_WIDE_BLANK = re.compile(r"\u3000+|\s{2,}")
_NO_TEXT = re.compile(r"[^\u3400-\u9fff]*")
_BARS = " |｜"
_NUMBER = re.compile(r"[+−－-]?\d[\d,]{0,20}(?:\.\d{1,8})?[%％‰]?")
_OUTLET = re.compile(rf"[\u3400-\u9fff]{{1,8}}(?:{re.any_of(_WORDS.news.outlets)})")
"""Where a text was read: 某河报, 某江网."""
_WEEKDAY = re.compile(r"^\s{0,9}(?:星期|周)[一二三四五六日天]")
_WHENCE = re.compile(r"(?:发[表布]于\s*+)?[\u3400-\u9fff]{2,3}")
"""Where a telephone was from which an article was put up: 发表于福建. It says nothing of the text."""
_OPENING = ("【", "[")
_MOST_NAMES = 3
"""Names at most before the time of such an article: 原创, who wrote it, and the account."""


class Line(msgspec.Struct, frozen=True):
    """A physical line of prose: its number, its text, the block it belongs to; `joined` where that block goes on."""

    number: int
    text: str
    block: Placed
    joined: bool = False


class Front(msgspec.Struct, frozen=True):
    """The head of a document: lines of its own in order, labelled values around them, and its last lines."""

    lines: tuple[Line, ...]
    labels: Mapping[str, tuple[str, ...]]
    last: tuple[Line, ...]


def front(parsed: ParsedDocument) -> Front:
    """The head of a parsed document; what the page says beside it (`SourceFile.facts`) is among its labels."""
    lines: list[Line] = []
    found: list[tuple[str, str]] = [(_label(name), value) for name, value in parsed.file.facts]
    head = _below_menu(_without_steps(tuple(_lines(parsed.blocks, _FRONT))))
    below = {line.number: value for line, value in pairwise(head) if _stands_above(line, value)}
    values_below = {value.number for value in below.values()}
    for line in head:
        value_line = below.get(line.number)
        said = labelled(f"{line.text}{value_line.text}" if value_line else line.text) or _account(line.text)
        papers = () if said else marks.masthead(line.text)
        said = said or ([("published", line.text), ("source", papers[-1])] if papers else [])
        found += said
        if said or line.number in values_below:
            continue
        if not is_furniture(line.text):
            lines.append(line)
        elif is_day(line.text):
            found.append(("published", line.text))
    found += chain.from_iterable(map(_cells, parsed.blocks[:_FRONT]))
    last = tuple(_lines(parsed.blocks[-_END:], 10 * _END))[-_END:]
    for line in last:
        found += labelled(line.text)
    values: dict[str, dict[str, None]] = {}
    for name, value in found:
        values.setdefault(name, {})[value] = None
    return Front(tuple(lines), {name: tuple(each) for name, each in values.items()}, last)


def _without_steps(lines: Sequence[Line]) -> list[Line]:
    """The lines but for the steps of a breadcrumb that has each on a line of its own, with marks between them."""
    marks = {at for at, line in enumerate(lines) if _STEP.fullmatch(line.text)}
    steps = marks | {at + 1 for at in marks} | {at - 1 for at in marks}
    return [line for at, line in enumerate(lines) if at not in steps]


def _below_menu(lines: Sequence[Line]) -> list[Line]:
    """The lines but for the menu of a site above its breadcrumb: names of its sections, each on a line of its own."""
    at = next(
        (at for at, line in enumerate(lines[:_MENU]) if _BREADCRUMB.search(close_gaps(line.text)[:12])), 0
    )
    return [line for line in lines[:at] if len(close_gaps(line.text)) > _SECTION] + list(lines[at:])


def _stands_above(line: Line, value: Line) -> bool:
    """Is a line a known label alone, and the one below it its value: short, and no label itself?"""
    name, text = close_gaps(line.text), close_gaps(value.text)
    known = name.endswith((":", "：")) and fold(name).rstrip(":") in _names()
    return known and len(text) < _SHORT and not _SENTENCE.search(text) and not text.endswith((":", "："))


def surrounding_lines(parsed: ParsedDocument) -> Iterator[int]:
    """Numbers of the lines at the head that hold nothing but labels and their values, or words of the page.

    A number alone is one only below such a line or a label: elsewhere it is a figure of the document, as in a table told
    cell by cell, with the bar behind each cell or without.
    """
    before = True
    for line in _lines(parsed.blocks, _FRONT):
        alone = not _SENTENCE.search(line.text)
        around = alone and bool(labelled(line.text) or _account(line.text) or is_furniture(line.text))
        around = around and (before or not _NUMBER.fullmatch(line.text.strip(_BARS)))
        before = around or line.text.endswith(("：", ":"))
        if around:
            yield line.number
    yield from (block.text.line_start for block in parsed.blocks[:_FRONT] if _cells(block))
    yield from _pointing(list(_lines(parsed.blocks[-_TAIL:], _TAIL)))


def _pointing(lines: Sequence[Line]) -> Iterator[int]:
    """Numbers of the lines at the end that name other pages (上一篇：…, what stands below 相关链接) or count readers.

    The titles of other pages often state something, of another day; none of them ends like a sentence.
    """
    related = False
    for line in lines:
        text = close_gaps(line.text)
        heads = _related().fullmatch(text) is not None
        related = heads or (related and not _is_told(text))
        if related or _neighbour().match(text) or _is_counted(text):
            yield line.number


def _is_told(text: str) -> bool:
    """Does a line end as what is told does? A headline may cry out or ask."""
    return marks.is_ended(text) and not text.rstrip("”’」』）)】").endswith(("！", "？", "!", "?"))


@cache
def _neighbour() -> re.Pattern[str]:
    return re.compile(rf"[【\[<＜«]?(?:{re.any_word(page_furniture().neighbours)})[】\]>＞»]?\s?[:：]")


@cache
def _related() -> re.Pattern[str]:
    return re.compile(rf"[【\[<＜«]?(?:{re.any_word(page_furniture().related)})[】\]>＞»]?[:：]?")


def _is_counted(text: str) -> bool:
    """Does a line count what readers did, or how often a file was taken?"""
    return bool(_counted().fullmatch(text) or (_counters().search(text) and not marks.is_ended(text)))


@cache
def _read_by() -> re.Pattern[str]:
    """36次浏览, before the labels of a page."""
    return re.compile(rf"(?<!\d)\d{{1,9}}[人次]{{1,2}}(?:{re.any_word(page_furniture().reactions)})")


@cache
def _counters() -> re.Pattern[str]:
    return re.compile(rf"(?<![\u3400-\u9fff])(?:{re.any_word(page_furniture().counters)})\s?[:：]\s?\d")


@cache
def _counted() -> re.Pattern[str]:
    """阅读 1.2万　赞 36　在看 12: what readers did with an article."""
    words = re.any_word(page_furniture().reactions)
    return re.compile(rf"(?:(?:{words})[:：]?\s{{0,9}}\d[\d.,]{{0,12}}[万wk]?\+?\s{{0,9}}){{2,9}}")


def _cells(block: Placed) -> list[tuple[str, str]]:
    """Kind of label and value in a row of a table of such: 成文日期 | 2018-05-09, two pairs a row as well.

    None in a row with anything else: 单位名称 | 合计 | 拨款 heads columns.
    """
    if block.kind is not Kind.TABLE_ROW or len(block.text.text) > _LONG:
        return []
    cells = [close_gaps(cell) for cell in block.text.text.split("\t") if cell.strip()]
    names = [_names().get(fold(cell.strip("【】[]")).rstrip(":")) for cell in cells]
    pairs = list(zip(["", *names], names, cells, strict=False))
    if any(not before and not name for before, name, _ in pairs):
        return []
    return [(before, value) for before, name, value in pairs if before and not name]


def _lines(blocks: Sequence[Placed], most: int) -> Iterator[Line]:
    """The lines of prose in order, at most so many."""
    prose = (block for block in blocks if block.kind is not Kind.TABLE_ROW)
    return islice(chain.from_iterable(map(_lines_of, prose)), most)


def _lines_of(block: Placed) -> Iterator[Line]:
    """The lines of a block: runs of one physical line together."""
    text, runs = block.text.text, block.text.runs
    ends = [*(run.offset for run in runs[1:]), len(text)]
    for number, group in groupby(zip(runs, ends, strict=True), key=lambda pair: pair[0].line):
        parts = list(group)
        own = text[parts[0][0].offset : parts[-1][1]].strip()
        for part in _set_apart(own):
            yield Line(number, part, block, number != runs[-1].line)


def _set_apart(line: str) -> list[str]:
    """A day and bodies that blanks set apart on one line, each by itself; else the line, if there is anything on it."""
    wide = [part for part in _WIDE_BLANK.split(line) if part]
    for parts in (wide, _around_day(line)):
        if len(parts) > 1 and all(is_day(part) or _is_body(close_gaps(part)) for part in parts):
            return parts
    return [line] if line else []


def _around_day(line: str) -> list[str]:
    """A short line in three: what stands before the day on it, the day, and what stands behind it."""
    days = spans(line) if len(line) <= _SHORT else []
    if len(days) != 1:
        return []
    (start, end, _) = days[0]
    apart = line[start - 1 : start].strip() == "" == line[end : end + 1].strip()
    parts = (line[:start].strip(), line[start:end], _WEEKDAY.sub("", line[end:]).strip())
    return [part for part in parts if part] if apart else []


def _is_body(text: str) -> bool:
    """Does a name on the line of a day end like a body or a newspaper?"""
    return text.endswith(page_words().body_endings) or bool(_OUTLET.fullmatch(text))


def is_furniture(line: str) -> bool:
    """Is a line no text of the document: a breadcrumb, a word of the page's controls, nothing but marks?"""
    text = close_gaps(line)
    if _BREADCRUMB.search(text[:12]) or len(_ARROWS.findall(text)) > 1:
        return True
    return _NO_TEXT.fullmatch(text) is not None or fold(text) in _controls()


@cache
def _controls() -> frozenset[str]:
    return frozenset(map(fold, page_words().controls))


@cache
def _label_pattern() -> re.Pattern[str]:
    words = sorted(
        (re.escape(word) for each in document_labels() for word in each.words), key=len, reverse=True
    )
    spaced = re.any_of(r"\s*".join(word) if len(word) <= 4 and "\\" not in word else word for word in words)
    return re.compile(rf"(?:^|(?<=[\s|｜【\[（(]))[【\[]?\s{{0,9}}({spaced})\s*+[】\]]?\s*+[:：]\s*")


@cache
def _names() -> Mapping[str, str]:
    return {fold(word): each.name for each in document_labels() for word in each.words}


def _label(text: str) -> str:
    """The kind of a label, or the label itself where the reference does not know it."""
    return _names().get(fold(text).rstrip(":"), fold(text))


def labelled(line: str) -> list[tuple[str, str]]:
    """Kind of label and value of each labelled value on a line that begins with one, or with a date before it."""
    line = (
        _bracketed().sub(r"\g<name>：", line)
        if len(line) <= _LONG and line.lstrip()[:1] in _OPENING
        else line
    )
    if len(line) > _LONG or (":" not in line and "：" not in line):
        return []
    matches = list(_label_pattern().finditer(line))
    if not matches or not _is_lead(line[: matches[0].start()]):
        return []
    ends = [match.start() for match in matches[1:]] + [len(line)]
    found = [
        (_label(match.group(1)), line[match.end() : end].strip(" \u3000|｜；;】）)\t"))
        for match, end in zip(matches, ends, strict=True)
    ]
    lead = _read_by().sub("", line[: matches[0].start()], count=1).strip(" \u3000|｜")
    stamp = [("published", lead)] if lead else []
    return [each for each in (*stamp, *found) if each[1]]


@cache
def _bracketed() -> re.Pattern[str]:
    """A label in brackets, as databases of law print it: 【发文字号】 某府发〔2033〕7号."""
    return re.compile(rf"[【\[](?P<name>{re.any_word(_names())})[】\]]\s*+[:：]?(?=\s*+\S)")


def _account(line: str) -> list[tuple[str, str]]:
    """Account and time of an article for telephones: 莲城人社 2033-01-19 17:30 发表于湖南; [] where the line is none."""
    days = spans(line) if len(line) <= _SHORT else []
    if len(days) != 1:
        return []
    start, end, _ = days[0]
    names, timed = line[:start].split(), any(mark in line[start:end] for mark in ":：")
    told = 0 < len(names) <= _MOST_NAMES and timed and not _SENTENCE.search(line)
    if not told or not _WHENCE.fullmatch(line[end:].strip()):
        return []
    return [("published", line[start:end].strip()), ("source", names[-1])]


def _is_lead(text: str) -> bool:
    """What may stand before a label: nothing, a day, or how often a page was read."""
    return not re.search(r"[^\d\s年月日时分秒:：./\-|｜\u3000]", _read_by().sub("", text, count=1))
