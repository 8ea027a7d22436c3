"""Tables of values set apart by commas or semicolons, in quotes where they hold one."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.text.drawn import Found, TextCell, alike, evened, runs, torn, trimmed, unguarded

_SIGNS = (",", ";")
_GAP = "  "
"""Blanks that align columns: values set apart by signs have none, but for those around them."""
_BROKEN = re.compile(r"(?<=[^\x00-\u02ff])\n(?=[^\x00-\u02ff])")
"""An end of line inside a label."""
_QUOTE = '"'
_MOST_JOINED = 20
"""Lines that the quotes of one line of values reach over."""
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff]) {1,8}(?=[\u4e00-\u9fff])")
"""Blanks that spread a label: 合  计."""
_THOUSANDS = re.compile(r"(?:(?<=(?<![\d.])\d)|(?<=(?<![\d.])\d\d)|(?<=(?<![\d.])\d\d\d)),(?=\d{3}(?!\d))")
"""A sign that may part the thousands of a number: behind one to three digits, before three."""
_SURE = 2
"""Lines of a stretch with as many values each, the head and one more, whose signs part no thousands."""
_FIGURE = re.compile(r"[-+−－(（]?\d[\d,，]*(?:\.\d+)?[%％)）]?|[-－—/]")
_VALUE = re.compile(r"[≥≤><=＞＜＝约近]{0,2}[-+−－(（]?\d[\d,，]*(?:\.\d+)?[ %％)）\u3400-\u9fff/]{0,5}")
"""What a value of a table is: a figure, with its sign and unit."""
_TIME = re.compile(
    r"(?:(?:19|20)\d{2}年(?:度|末|底|初|前|以来)?)?(?:\d{1,2}(?:[-—–~至到]\d{1,2})?月(?:份|末|底)?(?:\d{1,2}日)?)?"
)
"""A time between two commas of a sentence: 数据显示,2033年,全省…."""
_GUARDED_TWICE = re.compile(r'=""([^"]*)""')
"""A value that spreadsheets are to take for a text (="012"), in quotes."""
_IN_WORDS = re.compile(r"[\u3400-\u9fff] ?\d")
"""A figure inside a clause: 支出合计321.5万元."""
_RARE = 4
_BLANKS = 2
_FEWEST = 3
"""Values of a line, and lines, below which it is no table."""


class _Line(msgspec.Struct, frozen=True):
    """A line of values: the lines of the text it takes, 0-based, and what they hold."""

    first: int
    last: int
    text: str


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every table of at least three lines with as many values each; a value in quotes may hold ends of lines.

    A line or two before or behind one, set off by blank lines, belong to it where they have as many values.
    """
    whole = list(_whole(lines, free))
    for table in _tables([line.text for line in whole], [free[line.first] for line in whole]):
        first, last = whole[table.first - 1].first, whole[table.last - 1].last
        rows = tuple(tuple(_placed(cell, whole[cell.line - 1]) for cell in row if cell) for row in table.rows)
        yield Found(first + 1, last + 1, rows)


def _whole(lines: Sequence[str], free: Sequence[bool]) -> Iterator[_Line]:
    """The lines, those joined between which a value in quotes goes on."""
    at = 0
    while at < len(lines):
        end = _end(lines, free, at)
        yield _Line(at, end, "\n".join(lines[at : end + 1]))
        at = end + 1


def _end(lines: Sequence[str], free: Sequence[bool], at: int) -> int:
    """Where a line of values ends: where the quote that is opened in it is closed, itself where none is."""
    sign = next((sign for sign in _SIGNS if sign in lines[at]), None)
    if sign is None or _QUOTE not in lines[at] or _values(1, lines[at], sign) is not None:
        return at
    quotes = lines[at].count(_QUOTE)
    for end in range(at + 1, min(at + _MOST_JOINED, len(lines))):
        quotes += lines[end].count(_QUOTE)
        if not free[end]:
            return at
        if _QUOTE in lines[end] and quotes % 2 == 0:
            return end if _is_one_row("\n".join(lines[at : end + 1]), sign) else at
    return at


def _is_one_row(text: str, sign: str) -> bool:
    """Are lines one row of values, whose quotes all end where a value does?"""
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=sign, strict=True))
    except csv.Error:
        return False
    return len(rows) == 1 and len(rows[0]) >= _FEWEST


def _placed(cell: TextCell, line: _Line) -> TextCell:
    """A value at its place in the text; one that goes on in further lines where it begins, on one line."""
    before = line.text[: cell.start]
    start = cell.start - (before.rfind("\n") + 1)
    inside = line.text[cell.start : cell.end].partition("\n")[0]
    text = _BROKEN.sub("", cell.text).replace("\n", " ")
    return TextCell(
        text, line.first + before.count("\n") + 1, start, start + len(inside), cell.columns, cell.rows
    )


def _tables(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    taken: set[int] = set()
    for sign in _SIGNS:
        parts = []
        for stretch in runs(lines, free):
            kinds = evened(_kinds([lines[at] if at not in taken else "" for at in stretch], sign))
            parts += [(part, kinds[part.start - stretch.start]) for part in alike(stretch, kinds)]
        parts = [(part, kind) for part, kind in parts if not _is_prose([lines[at] for at in part], sign)]
        tables = [_is_table(part, kind, lines, sign) for part, kind in parts]
        for index, (part, kind) in enumerate(parts):
            near = any(
                tables[other] and _is_near(parts[other], (part, kind)) for other in _beside(index, parts)
            )
            if tables[index] or near:
                taken.update(part)
                rows = tuple(_row(at, lines[at], sign, kind) for at in part)
                yield Found(part.start + 1, part.stop, rows)


def _kinds(lines: Sequence[str], sign: str) -> list[int]:
    """How many values each line of a stretch has; one of two (208,120.50) is no number where others show that it is not."""
    kinds = [_kind(line, sign) for line in lines]
    sure = Counter(kinds)
    for at, line in enumerate(lines):
        if not kinds[at] and _THOUSANDS.search(line):
            values = len(_values(1, line, sign) or ())
            kinds[at] = values if sure[values] >= _SURE else 0
    return kinds


def _row(index: int, line: str, sign: str, width: int) -> tuple[TextCell, ...]:
    """The values of a line, the first and all others as one where they are more or fewer than its table has columns."""
    values = _values(index + 1, line, sign) or ()
    return torn(values, line, width) if len(values) not in (0, 1, width) else tuple(values)


def _is_table(part: range, kind: int, lines: Sequence[str], sign: str) -> bool:
    """Are the lines a table by themselves? Two values a line are, where most of the second are figures or none."""
    if len(part) < _FEWEST or kind >= _FEWEST:
        return len(part) >= _FEWEST
    ends = [(_values(1, lines[at], sign) or [])[-1].text for at in part]
    figures = sum(map(_is_figure, ends[1:]))
    return figures > 0 and sum(map(bool, ends[1:])) <= 2 * figures


def _is_figure(text: str) -> bool:
    """Is a value a figure, with its unit too (12人), or a mark of none?"""
    return bool(_FIGURE.fullmatch(text) or _VALUE.fullmatch(text))


def _is_prose(lines: Sequence[str], sign: str) -> bool:
    """Are the lines sentences whose commas are those of half a width: figures inside clauses, hardly one by itself?

    What stands first counts for nothing: a wrapped line may begin with its figure, a row with its code.
    """
    rows = [_THOUSANDS.sub("", line).split(sign) for line in lines]
    alone = sum(any(map(_is_value, row[1:])) for row in rows)
    told = sum(any(_IN_WORDS.search(part) for part in row) for row in rows)
    return alone * _RARE < len(rows) <= 2 * told


def _is_value(part: str) -> bool:
    """Is what stands between two signs a figure by itself, in quotes or not, and no time?"""
    text = part.strip().strip(_QUOTE)
    return bool(_VALUE.fullmatch(text)) and not _TIME.fullmatch(text)


def _beside(index: int, parts: Sequence[tuple[range, int]]) -> Iterator[int]:
    return (other for other in (index - 1, index + 1) if 0 <= other < len(parts))


def _is_near(table: tuple[range, int], part: tuple[range, int]) -> bool:
    """Is a part set off from a table by a few blank lines only, and alike?"""
    gap = max(part[0].start - table[0].stop, table[0].start - part[0].stop)
    return table[1] == part[1] and gap <= _BLANKS


def _kind(line: str, sign: str) -> int:
    """How many values a line has; 0 where it is none of a table."""
    if sign not in line or len(_THOUSANDS.findall(line)) == line.count(sign):
        return 0
    values = _values(1, line, sign)
    if not values or any(_GAP in _SPREAD.sub("", value.text) for value in values):
        return 0
    return len(values) if len(values) > 1 else 0


def _values(number: int, line: str, sign: str) -> list[TextCell] | None:
    """The values of a line; None where a quote is not closed."""
    values: list[TextCell] = []
    at = 0
    while at <= len(line):
        if line[at : at + 1] == '"':
            end = _closing(line, at + 1)
            if end is None:
                return None
            values.append(_unquoted(trimmed(number, at + 1, line[at + 1 : end])))
            at = line.find(sign, end)
        else:
            end = line.find(sign, at)
            stop = end if end >= 0 else len(line)
            value = trimmed(number, at, line[at:stop])
            values.append(unguarded(value))
            at = end
        if at < 0:
            break
        at += 1
    return values


def _unquoted(inner: TextCell) -> TextCell:
    """The value between the quotes around it; what is guarded inside them has its own, each printed twice."""
    guarded = _GUARDED_TWICE.fullmatch(inner.text)
    if guarded is not None:
        return trimmed(inner.line, inner.start + guarded.start(1), guarded[1])
    return unguarded(TextCell(inner.text.replace('""', '"'), inner.line, inner.start, inner.end))


def _closing(line: str, at: int) -> int | None:
    """Where the quote ends that was opened before an index; two in a row are one that is part of the value."""
    while (end := line.find('"', at)) >= 0:
        if line[end + 1 : end + 2] != '"':
            return end
        at = end + 2
    return None
