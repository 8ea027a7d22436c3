"""Lines to blocks: paragraphs with hard wraps joined, list items, headings, notes, table rows.

Which lines are rows of tables `strips` says. Every other line either opens a block or continues the open one;
a block is closed by its sentence end, by numbering, by a label or by standing alone like a title. Every line
that is not blank belongs to exactly one block, but for lines that hold several rows or captions of a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.sources import breaks, marks
from hrss_tui.sources.breaks import COUNTED, HEADING_WIDTH, LONG
from hrss_tui.sources.captions import is_caption_line
from hrss_tui.sources.contents import contents
from hrss_tui.sources.formats.form import Grid
from hrss_tui.sources.rejoined import rejoined
from hrss_tui.sources.strips import GridRow, Strip, strips
from hrss_tui.sources.text import Piece, Text, join_pieces, strip_piece, width

_BOLD = re.compile(r"\*\*")
_TABLE_NUMBER = re.compile(r"(?:部门公开)?表\s*[\d一二三四五六七八九十]+|附件\s*\d*|附表\s*\d*")
_SECTION = re.compile(r"0\d[ \u3000]+[\u3400-\u9fff“][^。；：\d]{1,24}")
"""04 下半年，我们这样干: a section of an article for telephones, whatever its title says."""
_RUN_IN = re.compile(
    r"[。；;]|[：:][^，。：:\n]*[，。]|[：:]\s*(?:是|指|即|系指|反映)|\d ?[\u3400-\u9fff%]{1,3}[，,]其中[：:]?[^：:]"
)
"""Of a numbered line that says something: also 支出 90 万元，其中：水费, which goes from a figure to its parts."""
_DEFINED = re.compile(r"[^，。；：:]{1,40}[：:]\s*\S")
_COMMA = re.compile(r"，|,(?!\d{3}(?!\d))")
_FILLED = 0.8
_SHORT = 0.6
"""Of the width of lines here: one that is shorter and no sentence was not broken there."""
_ANEW = re.compile(r"全年|[今去]年|上半年|下半年|截[至止]|目前|一年来|近年来|一是|首先|(?:19|20)\d{2}年")
_WHOLE_WIDTH = 100
"""Cells of a line that is no title in a file whose lines are whole paragraphs: printed, it would fill a line."""
_DAY = re.compile(r"(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})")
_SENTENCE, _CLAUSES = re.compile(r"[。；;]"), re.compile(r"[。；;，,]")
_DATELINE = 40
"""Characters of the longest line of a day, a source and an author below the title of a piece of news."""
_HEAD = 6
"""Blocks above which the title of a document stands."""
_OF_ONE_LINE = (marks.is_stamp, marks.is_caption, marks.is_spoken, marks.is_tools)


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    NOTE = "note"


class RawBlock(msgspec.Struct, frozen=True, gc=False):
    """A block before it has a place in the outline.

    `rank` orders headings (1 第一部分 … 5 ①; 0 none, see `outline`), `markdown` is the level of a Markdown
    heading. `gap` is true where a blank line stands before the block. A table row keeps its tabs; `row` says
    which row of which grid it is, None in a text that has none.
    """

    kind: Kind
    text: Text
    number: str | None = None
    rank: int = 0
    markdown: int = 0
    gap: bool = False
    row: GridRow | None = None


class _Page(msgspec.Struct, frozen=True):
    """What the whole document says about its lines: width, contents, whether Markdown marks headings, a broken title, whether it has full stops."""

    wrap: int
    contents: frozenset[int]
    markdown: bool
    titles: frozenset[int]
    stops: bool


class _Open(msgspec.Struct):
    """The block that lines are being added to."""

    kind: Kind
    number: str | None
    rank: int
    gap: bool
    pieces: list[Piece]
    tail: str = ""
    lines: int = 0
    closed: bool = False
    row: GridRow | None = None
    pictured: bool = False

    def add(self, piece: Piece, page: _Page) -> None:
        parts = _unmarked(piece)
        self.pieces += parts
        self.tail = "".join(part.text for part in parts)
        self.lines += 1
        self.closed = _is_closed(self, page)

    def freeze(self) -> RawBlock:
        text = self.row.text if self.row else join_pieces(self.pieces)
        return RawBlock(self.kind, text, self.number, self.rank, 0, self.gap, self.row)


def whole_lines(lines: Sequence[str]) -> list[Piece]:
    """The physical lines of a file as pieces: line 1 first."""
    return [Piece(number, 0, line) for number, line in enumerate(lines, 1)]


def wrap_width(prose: Sequence[Strip]) -> int:
    """Cells at which the document wraps: the 95th percentile of its prose lines."""
    widths = sorted(
        width(text[:LONG]) for strip in prose for piece in strip.pieces if (text := piece.text.strip())
    )
    return widths[int(len(widths) * 0.95)] if widths else 0


def raw_blocks(
    lines: Sequence[Piece],
    grids: Sequence[Grid] = (),
    whole: bool = False,
    rest: frozenset[int] = frozenset(),
    anew: frozenset[int] = frozenset(),
) -> list[RawBlock]:
    """Blocks of lines given in reading order; `whole` says that every line of prose is a paragraph of its own.

    `rest` are the numbers of lines that are known to go on with the line before, `anew` of those that do not.
    """
    found = list(strips(lines, grids, whole))
    page = _page([strip for strip in found if not strip.is_row], whole)
    found = list(rejoined(found, rest - page.contents))
    blocks: list[RawBlock] = []
    current: _Open | None = None
    gap = False
    for strip in found:
        if not any(piece.text.strip() for piece in strip.pieces):
            gap = True
            continue
        if (
            current is not None
            and not strip.is_row
            and not strip.whole
            and strip.pieces[0].line not in anew
            and not (not blocks and _heads(current, strip, page))
            and _continues(current, strip, page, gap)
        ):
            for piece in strip.pieces:
                current.add(strip_piece(piece), page)
        else:
            if current is not None:
                blocks.append(current.freeze())
            current = _start(strip, blocks, page, gap)
        gap = False
    if current is not None:
        blocks.append(current.freeze())
    return blocks


def _page(prose: Sequence[Strip], whole: bool) -> _Page:
    wrap = max(wrap_width(prose), _WHOLE_WIDTH) if whole else wrap_width(prose)
    marked = any(marks.markdown_heading(piece.text) for strip in prose for piece in strip.pieces)
    stops = any("。" in piece.text for strip in prose for piece in strip.pieces)
    return _Page(wrap, contents(_lines(prose)), marked, _broken_title(prose), stops)


def _broken_title(prose: Sequence[Strip]) -> frozenset[int]:
    """Numbers of the lines at the head over which a title runs: the last is named like a paper, none is a sentence."""
    full = [piece for strip in prose[: 2 * _HEAD] for piece in strip.pieces if piece.text.strip()][:_HEAD]
    if len(full) > 1 and _is_headline(full[0].text.strip(), full[1].text.strip()):
        return frozenset({full[0].line})
    for at, piece in enumerate(full):
        text = piece.text.strip()
        if marks.has_clause(text) or marks.marker(text) or width(text[:LONG]) > HEADING_WIDTH:
            return frozenset()
        if marks.ends_title(text):
            first = at
            while (
                first > 0
                and full[first - 1].line == full[first].line - 1
                and not _stands_alone(full[first - 1].text.strip())
            ):
                first -= 1
            return frozenset(each.line for each in full[first : at + 1])
    return frozenset()


def _is_headline(line: str, below: str) -> bool:
    """Is the first line the title of a text from a page or paper: with a comma in it, a day and a source below it?"""
    if (
        marks.is_ended(line)
        or marks.marker(line)
        or width(line[:LONG]) > HEADING_WIDTH
        or _SENTENCE.search(line)
    ):
        return False
    dated = len(below) <= _DATELINE and bool(_DAY.search(below)) and not _CLAUSES.search(below)
    labelled = marks.is_label(line) and not (dated and bool(_COMMA.search(line)))
    return not labelled and (dated or marks.is_stamp(below))


def _stands_alone(line: str) -> bool:
    """Is a line above a title no part of it: a body, a day, a number, a stamp?"""
    return marks.is_byline(line) or marks.is_stamp(line) or marks.is_label(line)


def _lines(prose: Sequence[Strip]) -> list[Piece]:
    """The lines that are not blank."""
    return [piece for strip in prose for piece in strip.pieces if piece.text.strip()]


def _start(strip: Strip, blocks: Sequence[RawBlock], page: _Page, gap: bool) -> _Open:
    if strip.is_row:
        return _Open(Kind.TABLE_ROW, None, 0, gap, [strip.pieces[0]], closed=True, row=strip.row)
    piece = strip_piece(strip.pieces[0])
    markdown = marks.markdown_heading(piece.text)
    pictured = 0 if markdown else marks.pictured(piece.text)
    length = markdown[1] if markdown else pictured or marks.bullet(piece.text) or marks.ticked(piece.text)
    piece = Piece(piece.line, piece.start + length, piece.text[length:])
    marker = None if markdown else marks.marker(piece.text)
    listed = not markdown and (
        length > pictured
        or bool(pictured and COUNTED.search(piece.text))
        or piece.line in page.contents
        or _follows_item(marker, blocks, page)
        or _defines(piece.text, marker, blocks)
    )
    others = [strip_piece(other) for other in strip.pieces[1:]]
    text = "".join(each.text for each in (piece, *others))
    kind = Kind.HEADING if markdown else _kind(text, marker, listed, page)
    if kind is Kind.PARAGRAPH and (
        piece.line in page.titles or _is_table_title(text, blocks) or _is_document_title(text, blocks)
    ):
        kind = Kind.HEADING
    if kind is Kind.LIST_ITEM and blocks and is_document_note(blocks[-1]):
        kind = Kind.NOTE
    if kind is Kind.HEADING and _ends_page(text, blocks):
        kind = Kind.NOTE
    rank = -markdown[0] if markdown else marker.rank if marker else 0
    opened = _Open(kind, marker.number if marker else None, rank, gap, [], pictured=pictured > 0)
    opened.add(piece, page)
    for value in others:
        opened.add(value, page)
    opened.closed = opened.closed or strip.whole
    return opened


def _is_table_title(line: str, blocks: Sequence[RawBlock]) -> bool:
    """Does the line stand below 表 2 like a title, even where nothing in the document is longer?"""
    below = (
        blocks and blocks[-1].kind is Kind.HEADING and _TABLE_NUMBER.fullmatch(blocks[-1].text.text.strip())
    )
    return bool(below) and marks.is_title_like(line, HEADING_WIDTH) and not line.endswith(("：", ":"))


def _ends_page(line: str, blocks: Sequence[RawBlock]) -> bool:
    """Is the line the number of a page below rows of a table, which may go on behind it?"""
    return bool(blocks) and blocks[-1].kind is Kind.TABLE_ROW and marks.is_page_number(line)


def _is_document_title(line: str, blocks: Sequence[RawBlock]) -> bool:
    """Is the line, above all text, named like a paper (2021年…总结), even where nothing below it is longer?"""
    above = all(not marks.is_ended(block.text.text) for block in blocks[:_HEAD]) and len(blocks) < _HEAD
    bare = marks.without_bracket(line)  # 帮扶情况（青海、宁夏）
    return above and marks.ends_title(line) and marks.is_title_like(bare, HEADING_WIDTH)


def is_document_note(block: RawBlock) -> bool:
    """Is the block 注： or one of the numbered notes below it?"""
    return block.kind is Kind.NOTE and (block.rank > 0 or marks.is_note(block.text.text))


def _follows_item(marker: marks.Marker | None, blocks: Sequence[RawBlock], page: _Page) -> bool:
    """Is the last block that was numbered at this rank, under the same heading, a list item?"""
    if marker is None:
        return False
    for block in reversed(blocks):
        if block.text.line_start in page.contents:
            return False
        if block.rank == marker.rank:
            return block.kind is Kind.LIST_ITEM
        if block.kind is Kind.HEADING:
            return False
    return False


def _defines(line: str, marker: marks.Marker | None, blocks: Sequence[RawBlock]) -> bool:
    """Does a number, a term and a colon stand right below 名词解释: the first of its entries, wrapped or not?"""
    if marker is None or not blocks or blocks[-1].kind is not Kind.HEADING:
        return False
    title = "".join(blocks[-1].text.text[-_DATELINE:].split())
    return title.endswith(narrative_words().glossary.headings) and bool(_DEFINED.match(line[marker.length :]))


def _kind(line: str, marker: marks.Marker | None, listed: bool, page: _Page) -> Kind:
    if listed:
        return Kind.LIST_ITEM
    if marks.is_note_label(line) or marks.is_note(line) or is_caption_line(line):
        return Kind.NOTE
    if marker:
        alone = marker.rank <= 3 and not marks.is_ended(line) and width(line[:LONG]) <= HEADING_WIDTH
        return (
            Kind.HEADING
            if alone and not _RUN_IN.search(line[marker.length : HEADING_WIDTH]) and not _is_cut(line, page)
            else Kind.LIST_ITEM
        )
    if _TABLE_NUMBER.fullmatch(line) or _SECTION.fullmatch(line):
        return Kind.HEADING
    alone = marks.is_title_like(line, page.wrap) and not page.markdown and not line.endswith(("：", ":"))
    other = marks.is_byline(line) or marks.is_label(line) or marks.tells_reason(line)
    return Kind.HEADING if alone and not other else Kind.PARAGRAPH


def _is_cut(line: str, page: _Page) -> bool:
    """Is a numbered line as long as lines are here, with a comma and a figure in it: the beginning of a paragraph?"""
    return width(line) >= _FILLED * page.wrap and bool(_COMMA.search(line)) and bool(COUNTED.search(line))


def _unmarked(piece: Piece) -> list[Piece]:
    """The piece without the marks of bold type."""
    parts, last = [], 0
    for match in _BOLD.finditer(piece.text):
        parts.append(Piece(piece.line, piece.start + last, piece.text[last : match.start()]))
        last = match.end()
    return [*parts, Piece(piece.line, piece.start + last, piece.text[last:])]


def _is_closed(block: _Open, page: _Page) -> bool:
    if marks.is_ended(block.tail) or block.rank < 0 or block.tail.endswith("——"):
        return True
    if block.lines == 1 and any(is_one(block.tail) for is_one in _OF_ONE_LINE):
        return True
    if block.kind is Kind.HEADING or (block.kind is Kind.NOTE and not block.rank):
        return not marks.is_open(block.tail)
    if block.tail.endswith(("：", ":")):
        return width(block.tail[:LONG]) < 0.9 * page.wrap
    labelled = marks.is_label(block.tail)
    if block.lines == 1 and (labelled or not page.markdown or marks.is_byline(block.tail)):
        value = re.split(r"[:：]", block.tail, maxsplit=1)[-1] if labelled else block.tail
        marker = marks.marker(value) if block.number is not None else None
        return marks.is_title_like(value[marker.length :] if marker else value, page.wrap)
    return False


def _continues(block: _Open, strip: Strip, page: _Page, gap: bool) -> bool:
    piece = strip_piece(strip.pieces[0])
    line = piece.text
    if block.kind is Kind.TABLE_ROW or _BOLD.match(line):
        return False
    if block.pictured and (gap or width(block.tail[:LONG]) < _FILLED * page.wrap):
        return False  # what a picture opens is set for telephones, without a stop at its end
    if marks.markdown_heading(line) or marks.bullet(line) or marks.marker(line) or marks.stands_apart(line):
        return False
    if piece.line in page.contents:
        return True
    apart = marks.is_listed(line) or (gap and width(block.tail[:LONG]) < _FILLED * page.wrap)
    led = block.tail.endswith(("：", ":")) and marks.is_listed(line)
    listed = led or (block.lines == 1 and apart and marks.is_listed(block.tail))
    if listed or block.closed or block.pieces[0].line in page.contents or _is_title(block, line, page, gap):
        return False
    labels = marks.is_label(line) or is_caption_line(line)
    alone = block.kind is Kind.PARAGRAPH and block.lines == 1
    over = breaks.is_over(block.tail, line, page.stops)
    over = over or (alone and breaks.is_headline(block.tail, page.wrap, gap and bool(_ANEW.match(line))))
    return not (over or (labels and not marks.is_open(block.tail)))


def _heads(block: _Open, strip: Strip, page: _Page) -> bool:
    """Is the first line of all the title of the text, whatever marks it has?"""
    alone = block.kind is Kind.PARAGRAPH and block.lines == 1
    return alone and breaks.heads(block.tail, strip_piece(strip.pieces[0]).text, page.wrap)


def _is_title(block: _Open, line: str, page: _Page, gap: bool) -> bool:
    """Is a numbered line with a comma, which no stop ends, the title of the paragraph below it?

    A blank line parts them, or the line is much shorter than lines are here. 1.落实政策，织密就业“服务网” is one by its
    end, or where the paragraph begins with a time or the first of several points.
    """
    head = block.tail[:LONG]
    apart = gap or width(head) < _SHORT * page.wrap
    alone = apart and block.number is not None and block.lines == 1 and width(head) <= HEADING_WIDTH
    begun = head.endswith("”") or _ANEW.match(line)
    return bool(alone and begun) and not (
        _SENTENCE.search(head) or COUNTED.search(head) or marks.is_open(head)
    )
