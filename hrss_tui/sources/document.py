"""A source file as documents: decoded, split into articles, joined into blocks, outlined, tables found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hrss_tui.sources.articles import Article, split_articles
from hrss_tui.sources.formats.form import Page, SourceFile
from hrss_tui.sources.outline import Placed, outline
from hrss_tui.sources.papers import papers
from hrss_tui.sources.paragraphs import raw_blocks, whole_lines
from hrss_tui.sources.script import as_printed, as_read
from hrss_tui.sources.sheet_papers import Said, SheetPaper, sheet_papers
from hrss_tui.sources.tables import Table, tables
from hrss_tui.sources.text import Piece, Text
from hrss_tui.words import phrase

_RUNNING = ("docx", "html", "pdf")
"""Formats besides text in which one paper may follow another."""
_BOOKS = ("xlsx", "xls")


class ParsedDocument(msgspec.Struct, frozen=True):
    """One document of a source file. `repeated` is text the file prints on both sides of a page break.

    `file` is in the characters that are read (see `script`), `printed` in those that are printed. `said` is what the
    sheets of a workbook say of it, `notes` what some of them say otherwise.
    """

    file: SourceFile
    index: int
    blocks: tuple[Placed, ...]
    tables: tuple[Table, ...]
    repeated: tuple[Piece, ...]
    printed: SourceFile | None = None
    said: Said = Said()
    notes: tuple[str, ...] = ()

    def as_printed(self, text: Text) -> str:
        """A text of the document in the characters that are printed."""
        return as_printed(text, self.file, self.printed) if self.printed else text.text


def parse(file: SourceFile) -> list[ParsedDocument]:
    """The documents of a file in printed order; a file of blank lines has none."""
    documents: list[ParsedDocument] = []
    printed, file = file, as_read(file)
    other = printed if printed is not file else None
    rest, anew = frozenset(file.rest), frozenset(file.anew)
    for article, paper in _articles(file):
        blocks = tuple(outline(raw_blocks(article.lines, file.grids, file.wrapped is False, rest, anew)))
        if blocks:
            found = tuple(tables(blocks, file))
            own = (paper.said, _notes(file.name, paper)) if paper else ()
            documents.append(
                ParsedDocument(file, len(documents), blocks, found, article.repeated, other, *own)
            )
            file = msgspec.structs.replace(file, facts=())  # the page speaks of the first
    return documents


def _articles(file: SourceFile) -> list[tuple[Article, SheetPaper | None]]:
    """The articles of a text, the papers of a page, of pages or of a workbook."""
    lines = whole_lines(file.lines)
    if file.format == "text":
        return [(article, None) for article in split_articles(lines)]
    if file.format in _BOOKS and not any(page.file for page in file.pages):
        return [
            (_of_parts(lines, paper), paper) for paper in sheet_papers(lines, file.pages or (_whole(file),))
        ]
    tops = frozenset(page.first for page in file.pages)
    starts = papers(lines, tops) if file.format in _RUNNING else []
    return [(Article(tuple(lines[a:b])), None) for a, b in pairwise((0, *starts[1:], len(lines)))]


def _whole(file: SourceFile) -> Page:
    """All lines as one sheet."""
    return Page(1, "", 1, len(file.lines), "sheet")


def _of_parts(lines: Sequence[Piece], paper: SheetPaper) -> Article:
    return Article(tuple(line for part in paper.parts for line in lines[part.first : part.last]))


def _notes(name: str, paper: SheetPaper) -> tuple[str, ...]:
    """What sheets say that is not so of the document they are read as part of."""
    others = (
        phrase("note.other_sheet", name=name, sheet=sheet, said=said, own=own)
        for sheet, said, own in paper.others
    )
    undated = (
        phrase("note.undated_sheet", name=name, sheet=sheet, said=said, own=own)
        for sheet, said, own in paper.undated
    )
    twice = [phrase("note.tables_twice", name=name, count=paper.again)] if paper.again else []
    return (*others, *undated, *twice)
