"""What only the document as a whole tells: furniture, torn numbers, tables over several pages in both directions; then its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import msgspec

from hrss_tui.sources.formats.pdf.beside import with_columns_beside
from hrss_tui.sources.formats.pdf.browsers import without_browser
from hrss_tui.sources.formats.pdf.content import Content, in_columns
from hrss_tui.sources.formats.pdf.cut_lines import with_whole_lines
from hrss_tui.sources.formats.pdf.footnotes import with_footnotes
from hrss_tui.sources.formats.pdf.furniture import without_furniture
from hrss_tui.sources.formats.pdf.joining import joined_pages
from hrss_tui.sources.formats.pdf.layout import Laid, laid_out
from hrss_tui.sources.formats.pdf.plainness import with_plain_columns
from hrss_tui.sources.formats.pdf.prose import mended
from hrss_tui.sources.formats.pdf.spread import with_sheets


def document_of(pages: Sequence[Content]) -> tuple[Laid, tuple[int, ...], tuple[int, ...]]:
    """The pages of a document, each read by itself, as one; the pages whose columns stand beside rows of others, and
    those with ends of lines that begin nowhere.
    """
    lines, cut = with_whole_lines(pages)
    plain, spread = with_sheets(without_furniture(without_browser(lines)))
    mended_pages = [
        msgspec.structs.replace(page, prose=tuple(chain.from_iterable(map(mended, in_columns(page)))))
        for page in map(with_footnotes, plain)
    ]
    joined = joined_pages(mended_pages)
    whole, given = with_columns_beside(mended_pages, joined)
    changed = any(page is not old for page, old in zip(whole, mended_pages, strict=True))
    final = with_plain_columns(joined_pages(whole) if changed else joined)
    return laid_out(final), tuple(sorted({*spread, *given})), cut
