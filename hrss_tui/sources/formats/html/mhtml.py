"""Pages in one file with what belongs to them (.mht, and what old programs save as .doc and .xls)."""

from __future__ import annotations

import binascii
from email import message_from_bytes
from email.message import Message

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.encoding import Decoded, decode_page
from hrss_tui.sources.formats.html.reader import read_pages
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.words import phrase

_MOST_PARTS = 500


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read the pages of the file. Raises SourceError, in one line, where there are none."""
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        pages = [page for part in parts[:_MOST_PARTS] if (page := _decoded(part, name)) is not None]
    except (ValueError, LookupError, binascii.Error, RecursionError) as error:
        raise SourceError(
            phrase("source.damaged", name=name, what="MIME"), phrase("source.damaged.hint")
        ) from error
    if not pages:
        raise SourceError(phrase("source.no_text", name=name), phrase("source.damaged.hint"))
    return read_pages(data, pages, name, limits)


def _decoded(part: Message, name: str) -> Decoded | None:
    content = part.get_payload(decode=True)
    return (
        decode_page(content, name, part.get_content_charset())
        if isinstance(content, bytes) and content
        else None
    )
