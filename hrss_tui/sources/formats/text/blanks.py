"""Tables whose columns are aligned by blanks: what stands below each other belongs together.

Columns are found in the rows that hold figures; a header may reach over the gaps between them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference import budget_tables, total_labels
from hrss_tui.reference.print import sum_endings
from hrss_tui.sources import marks
from hrss_tui.sources.captions import Filled, is_caption_row, is_title
from hrss_tui.sources.formats.text import banded
from hrss_tui.sources.formats.text.cut import has_cut, level
from hrss_tui.sources.formats.text.drawn import Found, TextCell, runs
from hrss_tui.sources.text import width

_WORD = re.compile(r"[^ \u3000]+(?:[ \u3000][^ \u3000]+)*")
"""Words with single blanks between them."""
_FIGURE = re.compile(r"[-+−－(（]?\d[\d,，]*(?:\.\d+)?[%％)）]?")
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2
_LONGEST_NAME = 40
_GAPS = re.compile(r"[ \u3000]{2,}")
_SIGNED = re.compile(r"(?!其中)[^:：]{1,12}[:：][^:：]{0,40}|[（(][^（）()]{1,12}[）)]")
"""A part of a line below a table of several: 制表人：某某, （公章）."""
_PARTS = 3
"""Parts of a line that a title has fewer of: a number and itself."""
_GAP = 2
"""Blank lines that may stand inside a table."""
_LONGEST = 1_000
"""Characters of a line of a table."""


Cells = tuple[TextCell | None, ...]


class _Word(msgspec.Struct, frozen=True):
    """A cell, the display columns it takes, from `left` to before `right`, and the line it stands in."""

    cell: TextCell
    left: int
    right: int
    line: str

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.cell.text


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every stretch of lines whose words stand below each other in two columns or more.

    Lines behind a table, set off by a few blank ones, belong to it where they stand in its columns. Titles, and captions
    at the ends of a line, are no part of one.
    """
    last, known, used = 0, _Columns(), frozenset[int]()
    body: list[Cells] = []
    inside = [usable and not _is_furniture(line) for usable, line in zip(free, lines, strict=True)]
    for stretch, formed in _bands(lines, inside):
        if not all(inside[last : stretch.start]):
            known, used, body = _Columns(), frozenset(), []
        words = _measured(stretch, lines)
        near = not formed and stretch.start - last <= _GAP and any(map(_is_figure, words[0]))
        further = known.rows(words) if near else ()
        if not (formed or further) and _is_by_characters(words, stretch, lines):
            continue
        found = _of_form(words, stretch.start) if formed else _table(words, stretch.start)
        if near:
            rows = further or (_in_order(found[0], known, used) if found else _total(words, known, body))
            found = (Found(stretch.start + 1, stretch.stop, rows, ruled=False), known) if rows else None
        if found is not None:
            table, known = found
            body = [row for row in table.rows if any(cell and _FIGURE.fullmatch(cell.text) for cell in row)]
            used = frozenset(at for row in body for at, cell in enumerate(row) if cell)
            last = table.last
            yield table


def _bands(lines: Sequence[str], inside: Sequence[bool]) -> Iterator[tuple[range, bool]]:
    """The stretches of lines, cut where the header stands again, those with a performance form where its columns are others."""
    for whole in runs(lines, inside):
        for stretch in _headed(whole, lines):
            for band in banded.bands(stretch, lines):
                yield band.lines, band.formed


def _headed(stretch: range, lines: Sequence[str]) -> Iterator[range]:
    """A stretch cut at lines that hold the words of its first, in whatever order and places: rows below are aligned anew."""
    first = sorted(_GAPS.split(lines[stretch.start].strip()))
    starts = [
        at
        for at in stretch
        if at == stretch.start
        or (
            len(first) >= _PARTS
            and len(lines[at]) <= _LONGEST
            and sorted(_GAPS.split(lines[at].strip())) == first
        )
    ]
    return (range(a, b) for a, b in zip(starts, (*starts[1:], stretch.stop), strict=True))


def _is_furniture(line: str) -> bool:
    """Is a line a title of a table, or captions side by side, rather than cells of one?"""
    if len(line) > _LONGEST:
        return False
    parts = [Filled(part) for part in _GAPS.split(line.strip()) if part]
    if not parts or any(_FIGURE.fullmatch(part.text) for part in parts):
        return False
    signed = (
        len(parts) > 1
        and any("：" in part.text or ":" in part.text for part in parts)
        and all(_SIGNED.fullmatch(part.text) for part in parts)
    )
    return (
        signed
        or is_caption_row(parts)
        or (len(parts) < _PARTS and is_title("".join(part.text for part in parts)))
    )


def _total(words: Sequence[Sequence[_Word]], known: _Columns, body: Sequence[Cells]) -> tuple[Cells, ...]:
    """A line of a name and as many figures as the rows above it have, as their last row; none where it is none."""
    (label, *figures), others = words[0], words[1:]
    named = [at for row in body for at, cell in enumerate(row) if cell and not _FIGURE.fullmatch(cell.text)]
    name = max(named, default=len(known.bounds))
    places = sorted({at for row in body for at, cell in enumerate(row) if cell and at > name})
    if (
        others
        or _is_figure(label)
        or not places
        or len(figures) != len(places)
        or not all(map(_is_figure, figures))
    ):
        return ()
    cells = dict(zip((name, *places), (label.cell, *(word.cell for word in figures)), strict=True))
    return (tuple(cells.get(at) for at in range(len(known.bounds))),)


def _in_order(table: Found, known: _Columns, used: frozenset[int]) -> tuple[Cells, ...]:
    """The rows of a part that is aligned anew, in the columns that rows above it use; none where it has others."""
    places = sorted(used)
    if any(len(row) != len(places) for row in table.rows):
        return ()
    found: list[Cells] = []
    for row in table.rows:
        cells: list[TextCell | None] = [None] * len(known.bounds)
        for place, cell in zip(places, row, strict=True):
            cells[place] = cell
        found.append(tuple(cells))
    return tuple(found)


def _table(words: Sequence[Sequence[_Word]], start: int) -> tuple[Found, _Columns] | None:
    """The table that stands in a stretch of lines from an index on, and its columns."""
    beside = [i for i, row in enumerate(words) if len(row) > 1]
    if len(beside) < _FEWEST_ROWS or _is_contents([words[i] for i in beside]):
        return None
    first, last = _first(words, beside[0]), _last(words, beside[-1])
    table = words[first : last + 1]
    columns = _columns(table)
    wide = max(len(row) for row in table) > _FEWEST_COLUMNS
    if len(columns.bounds) < _FEWEST_COLUMNS or not (wide or len(beside) > _FEWEST_ROWS):
        return None
    if _is_shifted(table, columns) or has_cut(table):
        return None
    rows = tuple(columns.row(row) for row in table)
    return Found(start + first + 1, start + last + 1, rows, ruled=False), columns


def _is_shifted(table: Sequence[Sequence[_Word]], columns: _Columns) -> bool:
    """Do two labels of a line stand above one column of figures while another has none: one of them is surely that one's?"""
    heads = table[: _body(table)]
    if not heads or any(len(row) < _FEWEST_COLUMNS for row in table[len(heads) :]):
        return False
    above = [[at for word in row if (at := columns.over(word)) is not None] for row in heads]
    doubled = any(len(set(places)) < len(places) for places in above)
    return doubled and not all(any(at in places for places in above) for at in range(len(columns.bounds)))


def _of_form(words: Sequence[Sequence[_Word]], start: int) -> tuple[Found, _Columns] | None:
    """The part of a performance form that stands in a stretch of lines from an index on, and its columns."""
    beside = [i for i, row in enumerate(words) if len(row) > 1]
    if not beside:
        return None
    first, last = _first(words, beside[0]), _last(words, beside[-1])
    table = words[first : last + 1]
    found = _Columns(banded.columns([[(word.left, word.right) for word in row] for row in table]))
    rows = tuple(found.row(row) for row in table)
    if not banded.is_set_above(rows):
        return None
    return Found(start + first + 1, start + last + 1, rows, ruled=False), found


def _is_contents(rows: Sequence[Sequence[_Word]]) -> bool:
    """Do the lines end with the numbers of pages?"""
    ends = [row[-1].cell.text for row in rows]
    if not all(end.isascii() and end.isdigit() and len(end) < 4 for end in ends):
        return False
    numbers = [int(end) for end in ends]
    return numbers == sorted(numbers) and all(len(row) == 2 for row in rows)


def _first(words: Sequence[Sequence[_Word]], beside: int) -> int:
    """The first line of a table: a header over several columns may stand alone above them, away from the margin."""
    first = beside
    while first > 0 and len(words[first - 1]) == 1 and words[first - 1][0].left > 0:
        first -= 1
    return first


def _last(words: Sequence[Sequence[_Word]], beside: int) -> int:
    """The last line of a table: below the last line of several words, names without figures and no sentences."""
    last = beside
    while last + 1 < len(words) and not _is_text(words[last + 1][0].cell.text):
        last += 1
    return last


def _is_text(text: str) -> bool:
    return marks.is_note(text) or marks.is_ended(text) or len(text) > _LONGEST_NAME


def _measured(stretch: range, lines: Sequence[str]) -> list[list[_Word]]:
    """The words of lines, measured as whoever aligned them did: signs like “ and ≤ are as wide as a letter, or twice."""
    signs = set("".join(lines[index] for index in stretch))
    measures = (width, _narrow) if any(map(_is_ambiguous, signs)) else (width,)
    made = [[_words(index + 1, lines[index], each) for index in stretch] for each in measures]
    return made[0] if made[0] == made[-1] else max(made, key=_order)


def _is_by_characters(words: Sequence[Sequence[_Word]], stretch: range, lines: Sequence[str]) -> bool:
    """Do words stand below each other where each character takes one place, as in the text of a page (see `paged`), and less so otherwise?"""
    counted = [_words(index + 1, lines[index], len) for index in stretch]
    if sum(any(map(_is_figure, row)) for row in words) == 1:
        return _order(counted) > _order(words)
    return level(counted) > level(words)


def _order(words: Sequence[Sequence[_Word]]) -> tuple[int, int]:
    """How well words stand below each other: columns of the rows with figures, and words that share an edge of one."""
    columns = _of_figures(words)
    edges = {("left", left) for left, _ in columns.bounds} | {("right", right) for _, right in columns.bounds}
    shared = sum(
        ("left", word.left) in edges or ("right", word.right) in edges for row in words for word in row
    )
    return len(columns.bounds), shared


def _narrow(text: str) -> int:
    """Terminal cells of a text, ambiguous characters as narrow."""
    return width(text) - sum(map(_is_ambiguous, text))


@lru_cache(maxsize=4096)
def _is_ambiguous(char: str) -> bool:
    return unicodedata.east_asian_width(char) == "A"


def _words(number: int, line: str, measure: Callable[[str], int]) -> list[_Word]:
    found: list[_Word] = []
    at = right = 0
    for match in _WORD.finditer(line if len(line) < _LONGEST else ""):
        left = right + measure(line[at : match.start()])
        at, right = match.end(), left + measure(match.group())
        found.append(_Word(TextCell(match.group(), number, match.start(), at), left, right, line))
        if len(found) > 1 and found[-2].cell.text + found[-1].cell.text in _spaced():
            second, first = found.pop(), found.pop()
            found.append(_Word(_joined([first, second]), first.left, second.right, line))
    return found


@cache
def _spaced() -> frozenset[str]:
    """Labels of two characters that print far apart: 收    入, 合    计."""
    totals = total_labels()
    labels = {"项目", "科目", "金额", *totals.any, *totals.income, *totals.expenditure}
    labels |= {heading for kind in budget_tables() for block in kind.blocks for heading in block.headings}
    return frozenset(label for label in labels if len(label) == 2)


def _is_figure(word: _Word) -> bool:
    text = word.cell.text
    return _FIGURE.fullmatch(text if text.isascii() else unicodedata.normalize("NFKC", text)) is not None


class _Columns(msgspec.Struct, frozen=True):
    """Display columns that belong together: from where to before where, in order."""

    bounds: tuple[tuple[int, int], ...] = ()

    def over(self, word: _Word) -> int | None:
        """The first column that a word reaches into."""
        at = bisect_right(self.bounds, word.left, key=lambda bound: bound[1])
        return at if at < len(self.bounds) and self.bounds[at][0] < word.right else None

    def rows(self, words: Sequence[Sequence[_Word]]) -> tuple[Cells, ...]:
        """The rows of lines whose words each stand in a column of their own; none where one does not."""
        if not all(map(self._fit, words)):
            return ()
        return tuple(self.row(row) for row in words)

    def _fit(self, row: Sequence[_Word]) -> bool:
        places = [self.over(word) for word in row]
        return None not in places and len(set(places)) == len(places)

    def beside(self, word: _Word, taken: Collection[int]) -> int | None:
        """The column next to a word that reaches into none, where no other word of its line stands in it."""
        right = bisect_right(self.bounds, word.left, key=lambda bound: bound[1])
        nearest = sorted(
            (at for at in (right - 1, right) if 0 <= at < len(self.bounds)),
            key=lambda at: max(self.bounds[at][0] - word.right, word.left - self.bounds[at][1]),
        )
        return next((at for at in nearest if at not in taken), None)

    def row(self, words: Sequence[_Word]) -> Cells:
        """The words of a line in their columns."""
        places: dict[int, list[_Word]] = {}
        for word in words:
            if (at := self.over(word)) is not None:
                places.setdefault(at, []).append(word)
        for word in words:
            if self.over(word) is None:
                free = self.beside(word, places)
                places.setdefault(0 if free is None else free, []).append(word)
        return tuple(_joined(places[at]) if at in places else None for at in range(len(self.bounds)))


def _joined(words: Sequence[_Word]) -> TextCell:
    """Words of one column as one cell, with what stands between them."""
    first, last = words[0].cell, words[-1].cell
    return TextCell(words[0].line[first.start : last.end], first.line, first.start, last.end)


def _columns(table: Sequence[Sequence[_Word]]) -> _Columns:
    """The columns of a table: what has no gap that all rows from the first figure on share.

    The name of a total may reach over the columns of codes and of names. A label of the header above none of them has a
    column of its own, in which no row has anything; but where a column beside it has no label, that is its label, and
    figures are set to the right of it.
    """
    body = _body(table)
    columns = _of_figures(table)
    labels = [word for row in reversed(table[:body]) for word in row]
    for label in labels:
        if columns.over(label) is None:
            columns = _with(columns, label, labels)
    return columns


def _body(table: Sequence[Sequence[_Word]]) -> int:
    """The first row that holds a figure."""
    return next((i for i, row in enumerate(table) if any(map(_is_figure, row))), 0)


def _of_figures(table: Sequence[Sequence[_Word]]) -> _Columns:
    """The columns of the rows from the first figure on; the name of a total parts none."""
    words = [word for row in table[_body(table) :] for word in row]
    columns = _merged((word.left, word.right) for word in words)
    apart = _merged((word.left, word.right) for word in words if not word.cell.text.endswith(sum_endings()))
    return apart if len(apart.bounds) > len(columns.bounds) else columns


def _merged(spans: Iterable[tuple[int, int]]) -> _Columns:
    bounds: list[tuple[int, int]] = []
    for left, right in sorted(spans):
        if bounds and left <= bounds[-1][1]:
            bounds[-1] = bounds[-1][0], max(bounds[-1][1], right)
        else:
            bounds.append((left, right))
    return _Columns(tuple(bounds))


def _with(columns: _Columns, label: _Word, labels: Sequence[_Word]) -> _Columns:
    """The columns with a label that stands above none of them."""
    at = bisect_right(columns.bounds, label.left, key=lambda bound: bound[1])
    bounds = list(columns.bounds)
    for beside in (at, at - 1):
        if 0 <= beside < len(bounds) and not any(_is_over(bounds[beside], other, label) for other in labels):
            bounds[beside] = min(bounds[beside][0], label.left), max(bounds[beside][1], label.right)
            return _Columns(tuple(bounds))
    return _Columns((*bounds[:at], (label.left, label.right), *bounds[at:]))


def _is_over(bound: tuple[int, int], word: _Word, label: _Word) -> bool:
    """Does a word stand above a column and not above a label beside it as well?"""
    over_both = word.left < label.right and label.left < word.right
    return word.left < bound[1] and bound[0] < word.right and not over_both
