"""Page furniture: page numbers and running headers and footers, which are no text of the document.

Nothing is furniture that stands there once: a number must go on from page to page, a header must stand at its place
on most pages. Only outermost lines are looked at, so that titles and captions of tables stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.captions import is_caption, is_title
from hrss_tui.sources.formats.pdf.content import Content, Printed, in_order, printed, without
from hrss_tui.sources.formats.pdf.table import PageTable

_DASH = r"[-–—－─·•~～\s]{0,40}"
_NUMBER = re.compile(
    rf"{_DASH}(第?)\s{{0,9}}(\d{{1,4}})\s{{0,9}}(页?)(?:\s{{0,9}}[/／，,]?\s{{0,9}}共?\s{{0,9}}\d{{1,4}}\s{{0,9}}页?)?{_DASH}"
)
_DASHES = re.compile(r"[-–—－─·•~～]")
_DECORATED = re.compile(r"[-–—－─~～]\s*\d{1,4}\s*[-–—－─~～]|第\s*\d{1,4}\s*页|\d{1,4}\s*/\s*\d{1,4}")
_COUNTED = re.compile(
    r"第\s{0,9}\d{1,4}\s{0,9}页(?:\s{0,9}[，,/／]?\s{0,9}共\s{0,9}\d{1,4}\s{0,9}页)?|(?<![\d./])\d{1,4}\s?/\s?\d{1,4}(?![\d./])"
    r"|^[-–—－\s]{0,9}\d{1,4}[-–—－\s]{0,9}\s{2}|\s{2}[-–—－\s]{0,9}\d{1,4}[-–—－\s]{0,9}$"
)
"""The number of a page in a line with other text: beside it, or at an end of the line far from it."""
_DIGITS_OF = re.compile(r"\d{1,4}", re.ASCII)
_UNIT = re.compile(r"单位\s*[:：]")
_STATED = re.compile(
    r"[，。；！？]|[:：]\s{0,9}\S|\d(?![\d\s]{0,9}年)(?:[\d,.]{0,20}\d)?\s?[\u3400-\u9fff%％]"
)
"""What stands in statements: the end of a clause, a value behind its label, a figure."""
_BAND = 0.12
"""Furniture stands in the outer part of a printed page: this share of its height at the top and at the bottom."""
_ANYWHERE = 1.0
_MOST = 0.6
"""A running header stands on at least this share of the pages."""
_LEAST = 3
_SAME = 3.0
"""At one place: no farther apart than this (points)."""
_DIGITS = 4
_SMALLER = 0.92
"""A running header is set in type of at most this share of that of the text."""
_SIDES = 2
"""Left and right pages may have heads of their own."""
_PAIR = 2
"""Rows of a table that is none: a line and the number of its page."""
_LAYERS = 3
"""Lines of furniture at either end of a page, at most."""


def without_furniture(pages: Sequence[Content], band: float = _BAND) -> list[Content]:
    """The pages without their furniture, with the number printed on each.

    `band`: furniture stands in this share of the height at the top and at the bottom of a page.
    """
    loosened = [_loosened(page) for page in pages]
    plain_pages = [page for page, _ in loosened]
    numbered = _numbers(plain_pages, band)
    found = [
        without(page, [line] if line else [], label)
        for page, (line, label) in zip(plain_pages, numbered, strict=True)
    ]
    for _ in range(_LAYERS):
        repeated = _repeated(found, band)
        if not any(repeated):
            break
        found = [without(page, lines, page.label) for page, lines in zip(found, repeated, strict=True)]
    return [_tightened(page, rows) for page, (_, rows) in zip(found, loosened, strict=True)]


_Rows = list[tuple[Printed, PageTable]]


def _loosened(page: Content) -> tuple[Content, _Rows]:
    """The page with single rows that alignment made of a line as that line, and both: a number far from a title is one.

    Two rows of which the lower is the number of the page are two lines for good.
    """
    rows: _Rows = [
        (printed(table.part.body[0]), table)
        for table in page.tables
        if table.part is not None and len(table.part.body) == 1 and not table.part.header
    ]
    over = [table for table in page.tables if _is_over_number(table)]
    if not rows and not over:
        return page, []
    lines = [printed(line) for table in over if table.part is not None for line in table.part.body]
    gone = {id(table) for table in (*over, *(row for _, row in rows))}
    tables = tuple(table for table in page.tables if id(table) not in gone)
    return msgspec.structs.replace(
        page, prose=(*page.prose, *(line for line, _ in rows), *lines), tables=tables
    ), rows


def _is_over_number(table: PageTable) -> bool:
    """Is what alignment made a table of a line of text over the number of its page: 支出 23.5 万, - 15 -?"""
    part = table.part
    if part is None or part.header or len(part.body) != _PAIR:
        return False
    text, number = (printed(line).text for line in part.body)
    return bool(_DECORATED.search(number)) and page_number(number) is not None and page_number(text) is None


def _tightened(page: Content, rows: _Rows) -> Content:
    """The page with the rows again whose lines are left."""
    left = {id(line): row for line, row in rows}
    if not left:
        return page
    tables = sorted(
        [*page.tables, *(left[id(line)] for line in page.prose if id(line) in left)],
        key=lambda table: table.ys[0],
    )
    prose = tuple(line for line in page.prose if id(line) not in left)
    return msgspec.structs.replace(page, prose=prose, tables=tuple(tables))


def _outermost(page: Content, band: float) -> list[Printed]:
    """The first and the last thing on a page, where that is a line in the outer part of it.

    A page that is printed small on half a sheet ends above its foot.
    """
    parts = in_order(page)
    band = _ANYWHERE if page.sheet else band
    found = []
    if parts and isinstance(parts[0], Printed) and parts[0].box.bottom <= band * page.height:
        found.append(parts[0])
    last = parts[-1] if parts else None
    if isinstance(last, Printed) and last.box.top >= (1 - band) * page.height:
        found.append(last)
    return found


def _numbers(pages: Sequence[Content], band: float) -> list[tuple[Printed | None, str]]:
    """Per page the line that holds its number, and the number."""
    candidates = [
        [(line, number) for line in _outermost(page, band) if (number := page_number(line.text)) is not None]
        for page in pages
    ]
    offsets = Counter(
        number - leaf
        for leaf, found in enumerate(candidates, 1)
        for number in {number for _, number in found}
    )
    chosen: list[tuple[Printed | None, str]] = []
    told: list[int] = []
    for leaf, found in enumerate(candidates, 1):
        sure = [
            (line, number)
            for line, number in found
            if offsets[number - leaf] >= 2 or _DECORATED.search(line.text)
        ] or _next(pages[leaf - 1], told)
        told += [number for _, number in sure[-1:]]
        chosen.append((sure[-1][0], str(sure[-1][1])) if sure else (None, ""))
    return chosen


def _next(page: Content, told: Sequence[int]) -> list[tuple[Printed, int]]:
    """The last line of a page, wherever it ends, where it is the number behind those of the pages before.

    A page that ran over into another shifts the numbers behind it, and may end above its foot.
    """
    last = max(in_order(page), key=_bottom, default=None)
    number = page_number(last.text) if isinstance(last, Printed) else None
    if number is None or len(told) < _LEAST or number != told[-1] + 1 or not isinstance(last, Printed):
        return []
    return [(last, number)]


def _bottom(part: Printed | PageTable) -> float:
    return part.box.bottom if isinstance(part, Printed) else part.ys[-1]


def page_number(text: str) -> int | None:
    """The number of a page where a line is nothing else, the first of two that stand side by side on one sheet."""
    if match := _NUMBER.fullmatch(text):
        return int(match[2])
    both = _DASHES.sub(" ", text).split()
    if len(both) != _SIDES or any(len(each) > _DIGITS or not each.isdecimal() for each in both):
        return None
    return int(both[0]) if int(both[1]) == int(both[0]) + 1 else None


def _repeated(pages: Sequence[Content], band: float) -> list[list[Printed]]:
    """Per page its outermost lines that stand at the same place on most pages, and those that name its section again."""
    outermost = [_outermost(page, band) for page in pages]
    counts = Counter(
        key for leaf, lines in enumerate(outermost, 1) for key in {_key(line, leaf) for line in lines}
    )
    places = Counter(place for lines in outermost for place in {_height(line) for line in lines})
    least = max(_LEAST, _MOST * len(pages))
    sections = _sections(pages, outermost)
    small = _small(pages, outermost) if len(pages) == _SIDES else frozenset()
    return [
        [
            line
            for line in lines
            if not _UNIT.search(line.text)
            and (
                _count(counts, line, leaf) >= (_SIDES if id(line) in small else least)
                or (id(line) in again and sum(places[near] for near in _near(_height(line))) >= least)
            )
        ]
        for leaf, (lines, again) in enumerate(zip(outermost, sections, strict=True), 1)
    ]


def _small(pages: Sequence[Content], outermost: Sequence[Sequence[Printed]]) -> frozenset[int]:
    """The outermost lines in smaller type than the text between them: of two pages, that tells what both have in common."""
    return frozenset(
        id(line)
        for page, lines in zip(pages, outermost, strict=True)
        for line in lines
        if len(page.prose) > _LEAST
        and line.em <= _SMALLER * median(each.em for each in page.prose)
        and not (is_caption(line.text) or is_title(line.text))
    )


def _sections(pages: Sequence[Content], outermost: Sequence[Sequence[Printed]]) -> list[set[int]]:
    """Per page the outermost lines that the page before, or the one before that, has at the same place: the head of a
    section that goes on, where left and right pages may have their own.

    The first of them is one, too, where the section has it as a heading in its text, and on the first pages, which begin
    with the title of the document. What names a table is none: each of several forms may have its title at the head of its
    page.
    """
    texts = Counter(_plain(line.text) for page in pages for line in page.prose)
    heads = Counter(_plain(line.text) for lines in outermost for line in lines)
    found: list[set[int]] = []
    for at, lines in enumerate(outermost):
        others = (
            outermost[at - _SIDES : at]
            if at >= _SIDES
            else (*outermost[:at], *outermost[at + 1 : at + 1 + _SIDES])
        )
        known = {(_plain(line.text), _height(line)) for other in others for line in other}
        found.append(
            {
                id(line)
                for line in lines
                if _is_head(line.text)
                and (
                    any((_plain(line.text), near) in known for near in _near(_height(line)))
                    or texts[_plain(line.text)] > heads[_plain(line.text)] > 1
                )
            }
        )
    return found


def _is_head(text: str) -> bool:
    """Does a line name a section, and no table, and state nothing? Two pages may well begin with the same statement."""
    marker = marks.marker(text)
    name = text[marker.length :] if marker is not None else text
    return not _STATED.search(name) and ((marker is not None and marker.rank == 1) or not is_title(text))


def _plain(text: str) -> str:
    return "".join(text.split())


def _height(line: Printed) -> int:
    return round(line.box.top / _SAME)


def _key(line: Printed, leaf: int) -> tuple[str, int]:
    """What a line says without the number of its page, and where. A number is that of the page where it goes on with it:
    本页合计  1200 holds another on each page.
    """
    found = _COUNTED.search(line.text)
    if found is None:
        return _plain(line.text), _height(line)
    first = _DIGITS_OF.search(found.group())
    offset = int(first.group()) - leaf if first else 0
    return f"{_plain(line.text[: found.start()] + line.text[found.end() :])}\n{offset}", _height(line)


def _count(counts: Counter[tuple[str, int]], line: Printed, leaf: int) -> int:
    """On how many pages a line stands at its place, or one step of rounding away."""
    text, place = _key(line, leaf)
    return sum(counts[text, near] for near in _near(place))


def _near(place: int) -> Iterable[int]:
    return range(place - 1, place + 2)
