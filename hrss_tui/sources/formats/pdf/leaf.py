"""A page of a sheet without rulings, as its lines: does it surely show further columns of the rows of another page?

Rows of one sheet stand as high on all of its pages. That alone proves nothing, for rows of another table may stand so;
what does are a text that the side of a page cuts and another one goes on with, labels that stand on both pages in one place,
rows of bare figures, which name nothing by themselves, and the room above them, which the title takes on the first page.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.captions import is_form_number, is_title, names_unit
from hrss_tui.sources.formats.pdf.aligned.words import Word, cell_words
from hrss_tui.sources.formats.pdf.chains import plain
from hrss_tui.sources.formats.pdf.content import Content, Printed
from hrss_tui.sources.formats.pdf.lines import Line, part_of, text_of
from hrss_tui.sources.formats.pdf.one_sheet import is_end, is_said, pieces

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEVEL = 1.0
"""Rows of two pages are the same, and texts stand in one place, where they are no farther apart than this (points)."""
_PADDING = 2.0
"""Cells keep this distance (points) between their side and their text."""
_ROWS = 3
"""Fewer rows of bare figures, or fewer labels, are no proof."""


class Leaf(msgspec.Struct, frozen=True):
    """A page with all its printed lines from top to bottom, the texts of each that stand apart, and the lines that are whole
    on it though they end on another page.
    """

    content: Content
    lines: tuple[Line, ...]
    words: tuple[tuple[Word, ...], ...]
    bases: tuple[float, ...]
    whole: tuple[Printed, ...]

    @property
    def top(self) -> float:
        """Where its uppermost text begins."""
        return min(
            box.top for box in (*(line.box for line in self.lines), *(line.box for line in self.whole))
        )

    @property
    def rows(self) -> list[int]:
        """The lines that hold figures."""
        return [at for at, words in enumerate(self.words) if any(word.is_figure for word in words)]


def leaf_of(page: Content) -> Leaf | None:
    """A page as its lines; None where it has rulings that make cells, columns of prose, or no text of its own."""
    if page.ocr or page.bands or page.sheet or any(table.part is None for table in page.tables):
        return None
    lines = [line.line for line in page.prose if line.line is not None]
    for table in page.tables:
        if table.part is not None:
            lines += [*table.part.header, *table.part.body]
    if not lines:
        return None
    whole = tuple(line for line in page.prose if line.line is None)
    return _leaf(page, lines, whole)


def _leaf(page: Content, lines: Sequence[Line], whole: tuple[Printed, ...]) -> Leaf:
    ordered = tuple(sorted(lines, key=attrgetter("base")))
    words = tuple(tuple(cell_words(line)) for line in ordered)
    return Leaf(page, ordered, words, tuple(map(attrgetter("base"), ordered)), whole)


def own_edge(first: Leaf, further: Leaf) -> float:
    """Where the columns of a further page begin that the first one has not: left of it both have the same labels in the same places."""
    edge = min(
        (
            word.left
            for base, words in zip(further.bases, further.words, strict=True)
            for word in words
            if not _has(first, base, word)
        ),
        default=0.0,
    )
    labels = (word for words in further.words for word in words if word.right <= edge)
    return edge if any(_HAN.search(word.text) for word in labels) else 0.0


def own_lines(first: Leaf, further: Leaf, edge: float) -> Leaf:
    """A further page without the labels left of an edge, and without titles and whole lines that the first one has."""
    lines = []
    for line, words in zip(further.lines, further.words, strict=True):
        known = [word for word in words if _has(first, line.base, word)]
        if len(words) == len(known) == 1 and is_title(known[0].text):
            continue
        count = sum(len(word.line.chars) for word in known if word.right <= edge)
        if count < len(line.chars):
            lines.append(part_of(line, count, len(line.chars)) if count else line)
    return _leaf(further.content, lines, tuple(line for line in further.whole if not _is_known(first, line)))


def _is_known(leaf: Leaf, line: Printed) -> bool:
    """Has a page a line that is whole on another?"""
    texts = [one.text for one in leaf.whole] + [text_of(one) for one in leaf.lines[: _head(leaf)]]
    return any(is_same(line.text, text) for text in texts)


def _has(leaf: Leaf, base: float, word: Word) -> bool:
    """Has a page a text in the same place, or as much of it as the side of one of the two leaves?"""
    return any(
        abs(one.left - word.left) <= _LEVEL and is_same(one.text, word.text)
        for at in _level(leaf, base)
        for one in leaf.words[at]
    ) or any(
        abs(line.box.left - word.left) <= _LEVEL
        and line.box.top < base < line.box.bottom
        and is_same(line.text, word.text)
        for line in leaf.whole
    )


def is_same(one: str, other: str) -> bool:
    """Are two texts in one place the same, as far as both are shown?"""
    short, long = sorted((plain(one), plain(other)), key=len)
    return short == long or (bool(_HAN.search(short)) and long.startswith(short))


def _level(leaf: Leaf, base: float) -> Iterator[int]:
    """The lines of a page that stand as high."""
    for at in range(bisect_left(leaf.bases, base - _LEVEL), len(leaf.bases)):
        if leaf.bases[at] > base + _LEVEL:
            return
        yield at


def _is_level(leaf: Leaf, base: float) -> bool:
    return next(_level(leaf, base), None) is not None


def titles_of(leaf: Leaf) -> list[str]:
    """The titles of tables on a page."""
    texts = [word.text for words in leaf.words for word in words] + [
        piece for line in leaf.whole for piece in pieces(line)
    ]
    return [text for text in texts if is_title(text) and not is_form_number(text)]


def may_stand_beside(first: Leaf, further: Leaf, own: Leaf) -> bool:
    """May the `own` lines of a further page be in the rows of the first one, all of them that have figures?"""
    one, other = first.content, further.content
    sizes = ((one.width, other.width), (one.height, other.height))
    alike = one.turned == other.turned and all(abs(a - b) <= _LEVEL for a, b in sizes)
    return alike and bool(own.lines) and all(_is_level(first, own.bases[at]) for at in own.rows)


def is_beside(first: Leaf, further: Leaf, *, titled: bool, top: float) -> bool:
    """Does a further page surely show further columns of the rows of a page?

    `titled`: the title of its sheet is known; `top` is where the uppermost text of that begins.
    """
    own = own_lines(first, further, own_edge(first, further))
    if not (first.rows and first.content.tables and may_stand_beside(first, further, own)):
        return False
    if (titles_of(own) and (titled or not _is_captioned(first))) or _begins_anew(first, own):
        return False
    if further.content.number in first.content.over:
        return True
    named = _names(first)
    if sum(any(_has(further, base, word) for word in words) for base, words in named) >= _ROWS:
        return True
    if len(own.rows) >= _ROWS <= len(named) and not _names(own):
        return True
    return _has_room(first, further, own, top)


def _begins_anew(first: Leaf, own: Leaf) -> bool:
    """Stand captions at the left of a page as they do on the first one, with no labels below them that both have?"""
    above = zip(own.bases[: _head(own)], own.words, strict=False)
    return any(is_said(word.text) and _has(first, base, word) for base, words in above for word in words)


def _has_room(first: Leaf, further: Leaf, own: Leaf, top: float) -> bool:
    """Is the room of the title blank on one of two pages whose rows are as high as each other, below other heads as high as theirs?"""
    upper, lower = (further.top, first) if titles_of(own) else (top, further)
    if lower.top <= upper + min(line.em for line in lower.lines[:1]):
        return False
    heads = zip(own.bases[: _head(own)], own.words, strict=False)
    headed = any(
        at < _head(first) and not all(_has(first, base, word) for word in words)
        for base, words in heads
        for at in _level(first, base)
    )
    # What has no figures is nothing but heads: none of it stands as low as the rows.
    lowest = first.bases[_head(first)] if not own.rows else math.inf
    return (
        headed and own.bases[-1] < lowest and all(_is_level(first, base) for base in own.bases[_head(own) :])
    )


def is_ended(first: Leaf, further: Leaf) -> bool:
    """Does a further page end its sheet: is the unit of the amounts at the right of it, as it is on no page before?"""
    own = own_lines(first, further, own_edge(first, further))
    return any(names_unit(word.text) for words in own.words for word in words) and not any(
        names_unit(word.text) for words in first.words for word in words
    )


def _names(leaf: Leaf) -> list[tuple[float, list[Word]]]:
    """The texts of the rows of a page."""
    found = []
    for at in range(_head(leaf), len(leaf.lines)):
        words = [word for word in leaf.words[at] if _HAN.search(word.text) and not is_said(word.text)]
        if words:
            found.append((leaf.bases[at], words))
    return found


def _is_captioned(leaf: Leaf) -> bool:
    """Begins a page with captions and without a title, as one does whose title stands in the middle of the whole sheet?"""
    if leaf.whole and any(is_said(piece) for line in leaf.whole for piece in pieces(line)):
        return True
    return bool(leaf.words) and all(is_said(word.text) for word in leaf.words[0])


def is_further(first: Leaf, leaf: Leaf | None) -> bool:
    """May a page show the next rows of the sheet that begins on the first one: has it no title of its own?

    A page that repeats what stands above the rows repeats all of it.
    """
    if leaf is None or not (leaf.rows or is_end(leaf.content)):
        return False
    above = list(zip(leaf.bases[: _head(leaf)], leaf.words, strict=False))
    told = [
        (base, word) for base, words in above for word in words if is_said(word.text) or is_title(word.text)
    ]
    if not all(_has(first, base, word) for base, word in told) or any(
        not _is_known(first, line) for line in leaf.whole
    ):
        return False
    return not (told or leaf.whole) or all(
        _has(leaf, base, word)
        for base, words in zip(first.bases[: _head(first)], first.words, strict=False)
        for word in words
    )


def _head(leaf: Leaf) -> int:
    """How many lines stand above the first row."""
    return leaf.rows[0] if leaf.rows else len(leaf.lines)


def end_of(leaf: Leaf) -> float:
    """Where the last column of a page ends: right behind figures that do not stand in its middle; 0 where nothing tells it."""
    last = max(line.box.right for line in leaf.lines)
    heads = [word for words in leaf.words[: _head(leaf)] for word in words]
    ends = [words[-1] for words in leaf.words if words[-1].is_figure and last - words[-1].right <= _LEVEL]
    return last + _PADDING if any(not _is_centred(end, heads) for end in ends) else 0.0


def _is_centred(word: Word, heads: Sequence[Word]) -> bool:
    return any(abs(word.middle - head.middle) <= _LEVEL for head in heads)
