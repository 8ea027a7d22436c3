"""A source file as documents: decoded, split into articles, joined into blocks, outlined, tables found."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from hrss_tui.sources.articles import Article, split_articles
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.outline import Placed, outline
from hrss_tui.sources.papers import papers
from hrss_tui.sources.paragraphs import raw_blocks, whole_lines
from hrss_tui.sources.script import as_printed, as_read
from hrss_tui.sources.tables import Table, tables
from hrss_tui.sources.text import Piece, Text

_RUNNING = ("docx", "html", "pdf")
"""Formats besides text in which one paper may follow another; sheets of a workbook are parts of one."""


class ParsedDocument(msgspec.Struct, frozen=True):
    """One document of a source file. `repeated` is text the file prints on both sides of a page break.

    `file` is in the characters that are read (see `script`), `printed` in those that are printed.
    """

    file: SourceFile
    index: int
    blocks: tuple[Placed, ...]
    tables: tuple[Table, ...]
    repeated: tuple[Piece, ...]
    printed: SourceFile | None = None

    def as_printed(self, text: Text) -> str:
        """A text of the document in the characters that are printed."""
        return as_printed(text, self.file, self.printed) if self.printed else text.text


def parse(file: SourceFile) -> list[ParsedDocument]:
    """The documents of a file in printed order; a file of blank lines has none."""
    documents: list[ParsedDocument] = []
    printed, file = file, as_read(file)
    other = printed if printed is not file else None
    for article in _articles(file):
        blocks = tuple(outline(raw_blocks(article.lines, file.grids, file.wrapped is False)))
        if blocks:
            found = tuple(tables(blocks, file))
            documents.append(ParsedDocument(file, len(documents), blocks, found, article.repeated, other))
            file = msgspec.structs.replace(file, facts=())  # the page speaks of the first
    return documents


def _articles(file: SourceFile) -> list[Article]:
    """The articles of a text, the papers of a page or of pages; a workbook is one document."""
    lines = whole_lines(file.lines)
    if file.format == "text":
        return split_articles(lines)
    tops = frozenset(page.first for page in file.pages)
    starts = papers(lines, tops) if file.format in _RUNNING else []
    return [Article(tuple(lines[a:b])) for a, b in pairwise((0, *starts[1:], len(lines)))]
