"""The text of a document around a line of its source file."""

from __future__ import annotations

import msgspec

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.plain import whole_number
from hrss_tui.query.leaves import Pages
from hrss_tui.query.lookup import find_record, id_meant
from hrss_tui.records import Block, Fact
from hrss_tui.words import listed, phrase


class Passage(msgspec.Struct, frozen=True):
    """One block of a document; `found` is true where it holds the line asked for."""

    doc_id: str
    block_id: str
    kind: str
    level: int
    number: str | None
    section: str
    text: str
    line_start: int
    line_end: int
    found: bool
    page: int | None = None
    at: str | None = None


def show(pack: Pack, place: str, context: int, page: int | None = None) -> tuple[Passage, ...]:
    """The blocks of `DOC`, of one of its pages, or, for `DOC:LINE`, those within `context` lines of the line, or lines.

    The id of a record, and an address that pages and notes give, are the line that it stands on.

    A line between two blocks shows what stands around it. Raises UsageError for an unknown document or a line
    that is no number, NothingFoundError for a line the document does not have.
    """
    place = _stands(pack, id_meant(pack, place))
    doc_id, line, end = _place(pack, place)
    blocks = [block for block in pack.rows(Block) if block.doc_id == doc_id]
    if page is not None:
        first, last = _page(pack, doc_id, page)
        return tuple(_passage(block, False) for block in blocks if first <= block.line_start <= last)
    if line is None:
        return tuple(_passage(block, False) for block in blocks)
    first = min((block.line_start for block in blocks), default=1)
    last = max((block.line_end for block in blocks), default=0)
    if not first <= line <= last:
        hint = phrase("error.no_line.hint", first=first, last=last)
        raise NothingFoundError(phrase("error.no_line", doc=doc_id, line=place.partition(":")[2]), hint)
    near = [
        block for block in blocks if block.line_start <= end + context and block.line_end >= line - context
    ]
    return tuple(_passage(block, block.line_start <= end and line <= block.line_end) for block in near)


def _page(pack: Pack, doc_id: str, page: int) -> tuple[int, int]:
    """First and last line of a page. Raises NothingFoundError where there is none."""
    pages = Pages(pack)
    numbers = pages.numbers(doc_id)
    if not numbers:
        raise NothingFoundError(phrase("error.no_pages", doc=doc_id), phrase("error.no_pages.hint"))
    lines = pages.lines(doc_id, page)
    if lines is None:
        hint = phrase("error.no_page.hint", pages=listed(map(str, numbers), 20))
        raise NothingFoundError(phrase("error.no_page", doc=doc_id, page=page), hint)
    return lines


def _stands(pack: Pack, wanted: str) -> str:
    """`DOC:LINE` of a record; any other text as it is."""
    if wanted.partition(":")[0] in pack.column("documents", "doc_id"):
        return wanted
    record = find_record(pack, wanted)
    return f"{record.doc_id}:{record.line_start}" if isinstance(record, Fact) else wanted


def _place(pack: Pack, place: str) -> tuple[str, int | None, int]:
    """Document, first and last line of `DOC`, `DOC:LINE` or `DOC:LINE-LINE`; a column behind a line is left out."""
    doc_id, colon, rest = place.partition(":")
    documents = pack.column("documents", "doc_id")
    if doc_id not in documents:
        hint = phrase("error.no_document.hint", docs=listed(documents))
        raise UsageError(phrase("error.no_document", doc=doc_id), hint)
    if not colon:
        return doc_id, None, 0
    first, _, last = rest.partition("-")
    line = whole_number(first.split(".")[0])
    end = whole_number(last.split(".")[0]) if last else line
    if not line or not end:
        raise UsageError(phrase("error.bad_line", line=rest), phrase("error.bad_line.hint"))
    return doc_id, line, max(line, end)


def _passage(block: Block, found: bool) -> Passage:
    return Passage(
        doc_id=block.doc_id,
        block_id=block.block_id,
        kind=block.kind,
        level=block.level,
        number=block.number,
        section=block.section,
        text=block.text,
        line_start=block.line_start,
        line_end=block.line_end,
        found=found,
        page=block.page,
        at=block.at,
    )
