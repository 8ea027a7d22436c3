"""Documents, their blocks and what they define."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.records.base import Fact, col


class Document(Fact, frozen=True, kw_only=True):
    """A source document, or one article where a file holds several."""

    TABLE = "documents"
    KEY = ("doc_id",)
    title: Annotated[str, col("title")]
    title_supplied: Annotated[
        bool, col("true where the text has no title line and the manifest supplies one")
    ]
    kind: Annotated[str, col("budget, bulletin, report, plan, article, interview or other")]
    issuer: Annotated[str | None, col("issuing body as stated")]
    doc_number: Annotated[str | None, col("document number (文号) as stated")]
    date: Annotated[str | None, col("date of issue, ISO 8601, where stated")]
    period: Annotated[str | None, col("period reported on, ISO 8601")]
    source_file: Annotated[str, col("file name of the source")]
    source_sha256: Annotated[str, col("SHA-256 of the source file's bytes")]
    source_lines: Annotated[int, col("physical lines of the source file")]
    encoding: Annotated[str, col("encoding the file was read with")]
    author: Annotated[str | None, col("person or persons named as writers, as stated")]
    place: Annotated[
        str | None,
        col("GB/T 2260 without trailing pairs of zeros (65, 6501, 650102), or nation; null where unknown"),
    ] = None
    department: Annotated[str | None, col("body whose money or work the document tells of, as stated")] = None
    year: Annotated[int | None, col("year the document is about")] = None
    phase: Annotated[
        str | None, col("budget (预算) or final (决算); none for a document that is neither")
    ] = None
    period_start: Annotated[str | None, col("first day of the period, ISO 8601")] = None
    period_end: Annotated[str | None, col("last day of the period, ISO 8601")] = None


class DocumentPage(Fact, frozen=True, kw_only=True):
    """A page of a document or a sheet of a workbook that holds text: which lines stand on it."""

    TABLE = "pages"
    KEY = ("doc_id", "number")
    number: Annotated[int, col("number from 1 in the order of the file")]
    kind: Annotated[str, col("page or sheet")]
    label: Annotated[str, col("number as printed, or name of the sheet")]
    ocr: Annotated[bool, col("true where the text was recognised from a picture")]
    part_file: Annotated[
        str | None,
        col("file of the page, where the document is of several and it is not documents.source_file"),
    ] = None
    part_sha256: Annotated[str | None, col("SHA-256 of that file's bytes")] = None
    part_number: Annotated[int | None, col("number of the page in that file")] = None


class Block(Fact, frozen=True, kw_only=True):
    """A heading, paragraph, list item, table row or note; hard wraps are joined."""

    TABLE = "blocks"
    KEY = ("block_id",)
    block_id: Annotated[str, col("document and first line")]
    parent_id: Annotated[str | None, col("heading the block stands under")]
    kind: Annotated[str, col("heading, paragraph, list_item, table_row or note")]
    level: Annotated[
        int, col("depth in the outline: a heading's own level, else that of its heading plus one")
    ]
    number: Annotated[str | None, col("printed number of a heading or list item")]
    text: Annotated[str, col("text with hard wraps joined; cells of a table row are separated by tabs")]
    section: Annotated[str, col("path of headings above the block, joined by ' / '")]
    breaks: Annotated[
        list[int],
        col(
            "flat list offset, line, offset, line …: from which offset of text on which source line is quoted"
        ),
    ]
    at: Annotated[
        str | None,
        col("where it stands on its page or sheet: cells (B7, A5:F5), or left,top,right,bottom in points"),
    ] = None
    merged: Annotated[
        str | None,
        col(
            "merged cells of a table row as cell:columns×rows with an x (0:3x1 4:1x2): cells are counted from 0, "
            "rows among the table rows that follow each other"
        ),
    ] = None


class GlossaryTerm(Fact, frozen=True, kw_only=True):
    """A term the documents define."""

    TABLE = "glossary"
    KEY = ("doc_id", "term")
    term: Annotated[str, col("term")]
    definition: Annotated[str, col("definition as stated")]
