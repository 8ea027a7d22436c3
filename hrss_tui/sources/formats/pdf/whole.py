"""What only the document as a whole tells: furniture, torn numbers, tables over several pages; then its lines."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.sources.formats.pdf.content import Content
from hrss_tui.sources.formats.pdf.furniture import without_furniture
from hrss_tui.sources.formats.pdf.joining import joined_pages
from hrss_tui.sources.formats.pdf.layout import Laid, laid_out
from hrss_tui.sources.formats.pdf.prose import mended


def document_of(pages: Sequence[Content]) -> Laid:
    """The pages of a document, each read by itself, as one document."""
    plain = without_furniture(pages)
    mended_pages = [msgspec.structs.replace(page, prose=mended(page.prose)) for page in plain]
    return laid_out(joined_pages(mended_pages))
