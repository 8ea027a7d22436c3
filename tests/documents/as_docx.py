"""A description as a Word document: paragraphs, headings, tables with merged cells, page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from tests.documents.archive import archive
from tests.documents.as_text import headline
from tests.documents.described import Cell, Described, PageBreak, Prose, Row, Table
from tests.documents.placing import placed

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "application/vnd.openxmlformats-package"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
)
_RELS = '{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{one}</Relationships>'
_STYLES = (
    f'{_HEAD}<w:styles {_NS}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>'
)
_WIDE = 14_000
"""Twentieths of a point: how wide a table is, and nearly the page on its side."""
_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"/></w:sectPr>'
)
_STYLE = {"title": "Title", "heading": "Heading1"}


def render(described: Described) -> bytes:
    """The document as a .docx file."""
    return _document("".join(_body(described)))


def render_tracked(described: Described) -> bytes:
    """The same to look at: half of every text was inserted, other money was deleted or is hidden."""
    body = "".join(_body(described))
    inserted = f'<w:ins w:id="1" w:author="审核">{_run("{text}")}</w:ins>'
    gone = '<w:del w:id="2" w:author="审核"><w:r><w:delText>9,876.54</w:delText></w:r></w:del>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>8,765.43</w:t></w:r>"
    made = re.sub(
        r"<w:r><w:t [^>]*>([^<]+)</w:t></w:r></w:p>",
        lambda found: inserted.replace("{text}", found[1]) + gone + hidden + "</w:p>",
        body,
    )
    return _document(made)


def _document(body: str) -> bytes:
    return archive({
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/document.xml": f"{_HEAD}<w:document {_NS}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
    })  # fmt: skip


def _relation(kind: str, target: str) -> str:
    return _RELS.format(
        head=_HEAD, one=f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    )


def _body(described: Described) -> Iterator[str]:
    for label, value in described.facts:
        yield _paragraph(f"{label}：{value}")
    for part in described.parts:
        if isinstance(part, Prose):
            yield _paragraph(part.text, part.kind)
        elif isinstance(part, Table):
            yield from _table(part)
        elif isinstance(part, PageBreak):
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _paragraph(text: str, kind: str = "paragraph") -> str:
    style = f'<w:pPr><w:pStyle w:val="{_STYLE[kind]}"/></w:pPr>' if kind in _STYLE else ""
    half = len(text) // 2
    runs = "".join(_run(part) for part in (text[:half], text[half:]) if part)
    return f"<w:p>{style}{runs}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(table: Table) -> Iterator[str]:
    for title in headline(table):
        yield _paragraph(title)
    for caption in table.captions:
        yield _paragraph("　　　　".join(caption))
    rows = (*table.header, *table.rows)
    widths = [round(_WIDE * share / sum(table.widths)) for share in table.widths]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    yield f'<w:tbl><w:tblPr>{_BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    yield from _rows(rows, widths, len(table.header))
    yield "</w:tbl>"
    for note in table.notes:
        yield _paragraph(note)
    if not table.notes:
        yield "<w:p/>"


def _rows(rows: tuple[Row, ...], widths: list[int], headers: int) -> Iterator[str]:
    """Rows with what is merged downwards written into every row it reaches, as Word wants it."""
    at: dict[tuple[int, int], tuple[Cell, bool]] = {}
    for each in placed(rows):
        for down in range(each.cell.rows):
            at[each.row + down, each.column] = (each.cell, down == 0)
    for row in range(len(rows)):
        repeated = "<w:trPr><w:tblHeader/></w:trPr>" if row < headers else ""
        cells, column = [], 0
        while column < len(widths):
            cell, first = at.get((row, column), (Cell(), True))
            cells.append(_cell(cell, first, sum(widths[column : column + cell.columns])))
            column += cell.columns
        yield f"<w:tr>{repeated}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, first: bool, wide: int) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{merge}</w:tcPr>{_paragraph(cell.text if first else "")}</w:tc>'
