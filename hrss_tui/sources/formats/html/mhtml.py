"""Pages in one file with what belongs to them (.mht, and what old programs save as .doc and .xls)."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.encoding import Decoded, decode_page
from hrss_tui.sources.formats.html.reader import read_pages
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.words import phrase

_MOST_PARTS = 500
_PAGE, _SHEET = "text/html", "text/css"
_READ = (_PAGE, _SHEET)


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read the pages of the file. Raises SourceError, in one line, where there are none."""
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if part.get_content_type() in _READ][:_MOST_PARTS]
        pages = [page for part in parts if _is(part, _PAGE) and (page := _decoded(part, name)) is not None]
        sheets = {
            address: _sheet(part) for part in parts if _is(part, _SHEET) for address in _addresses(part)
        }
    except (ValueError, LookupError, binascii.Error, RecursionError) as error:
        raise SourceError(
            phrase("source.damaged", name=name, what="MIME"), phrase("source.damaged.hint")
        ) from error
    if not pages:
        raise SourceError(phrase("source.no_text", name=name), phrase("source.damaged.hint"))
    return read_pages(data, pages, sheets, name, limits)


def _is(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind


def _sheet(part: Message) -> str:
    """The text of a style sheet: what is not known of it decides nothing."""
    content = part.get_payload(decode=True)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def _addresses(part: Message) -> Iterator[str]:
    """By what the pages of a file call one of its parts."""
    if location := part.get("Content-Location"):
        yield str(location).strip()
    if known := part.get("Content-ID"):
        yield f"cid:{str(known).strip().strip('<>')}"


def _decoded(part: Message, name: str) -> Decoded | None:
    content = part.get_payload(decode=True)
    return (
        decode_page(content, name, part.get_content_charset())
        if isinstance(content, bytes) and content
        else None
    )
