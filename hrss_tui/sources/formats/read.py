"""Bytes of any format to the intermediate form: what a file is, its content says, whatever it is called.

The readers themselves are imported when a file needs one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Protocol

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.zipped import DAMAGE
from hrss_tui.words import phrase

Told = Callable[[int, int], None]
"""Hears of pages done and pages in all."""

_HEAD = 4_096
_MARKUP = re.compile(
    r"(?<!\s)\s*+(?:<\?[^>]{0,200}>\s*){0,3}(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|center|font|style|script|link|p|h[1-6]|[uod]l|section|article|main|header|pre|"
    r"blockquote|form|tbody|tr)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(r"(?<!\s)\s*+<\?xml\s")
_OFFICE_ROOT = re.compile(r"(?<!\s)\s*+<(?:office:document|uof:UOF|w:wordDocument|pkg:package|Workbook)[\s>]")
_DOCUMENTS = (
    ("Excel.Sheet", "Excel 2003 XML", "source.save.xlsx"),
    ("urn:schemas-microsoft-com:office:spreadsheet", "Excel 2003 XML", "source.save.xlsx"),
    ("Word.Document", "Word 2003 XML", "source.save.docx"),
    ("wordml", "Word 2003 XML", "source.save.docx"),
    ("schemas.microsoft.com/office/2006/xmlPackage", "Word XML", "source.save.docx"),
    ("opendocument:xmlns:office", "OpenDocument", "source.save.docx"),
    ("uof", "UOF", "source.save.docx"),
)
"""What gives away a document that is one file of XML, its name, and the remedy."""
_VERSION = re.compile(r"(?m)^mime-version:")
_CONTENT = re.compile(r"(?m)^content-type:\s{0,80}([^\s;]{1,80})")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


class Format(Protocol):
    """A format: how its content is known, and its reader."""

    def recognises(self, data: bytes) -> bool:
        """Is a file of these bytes one of mine?"""

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read it. Raises SourceError, in one line that names the file, for what cannot be read."""


class Pdf:
    """PDF: the header may stand behind other bytes."""

    def recognises(self, data: bytes) -> bool:
        """Does the header stand near the beginning?"""
        return b"%PDF-" in data[:1024]

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read pages."""
        from hrss_tui.sources.formats.pdf.reader import read

        return read(data, name, limits, told)


class Office:
    """Office Open XML, and the other files that are zips."""

    def recognises(self, data: bytes) -> bool:
        """Is it a zip?"""
        return data.startswith(_ZIP)

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read a Word file or a workbook; anything else is refused with the remedy."""
        names = _members(data, name)
        if "word/document.xml" in names:
            from hrss_tui.sources.formats.docx.reader import read as read_docx

            return read_docx(data, name, limits)
        if "xl/workbook.xml" in names:
            from hrss_tui.sources.formats.xlsx.reader import read as read_xlsx

            return read_xlsx(data, name, limits)
        kind, remedy = next((found for part, *found in _ZIPPED if part in names), ("ZIP", "source.unzip"))
        raise unsupported(name, kind, remedy)


_ZIPPED = (
    ("xl/workbook.bin", "XLSB", "source.save.xlsx"),
    ("ppt/presentation.xml", "PPTX", "source.save.pdf"),
    ("ofd.xml", "OFD", "source.save.pdf"),
    ("content.xml", "OpenDocument", "source.save.docx"),
)
"""A part that gives away a format, its name, and the remedy."""


class Ole:
    """Word and Excel files of before 2007, and encrypted ones of today."""

    def recognises(self, data: bytes) -> bool:
        """Does it begin as a compound file?"""
        return data.startswith(_OLE)

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read a workbook; a Word file is refused with the remedy."""
        if _has_stream(data, "EncryptedPackage"):
            raise SourceError(phrase("source.encrypted", name=name), phrase("source.encrypted.hint"))
        if _has_stream(data, "WordDocument"):
            raise unsupported(name, "DOC", "source.save.docx")
        if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
            from hrss_tui.sources.formats.xls import read

            return read(data, name, limits)
        raise unsupported(name, "OLE2", "source.save.pdf")


class Other:
    """Formats that are known and not read."""

    def recognises(self, data: bytes) -> bool:
        """Does it begin as one of them?"""
        return _signed(data) is not None

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Say what it is and what to do."""
        raise unsupported(name, *(_signed(data) or ("", "source.save.pdf")))


_SIGNS = (
    (b"{\\rtf", "RTF", "source.save.docx"),
    (b"Rar!", "RAR", "source.unpack"),
    (b"7z\xbc\xaf\x27\x1c", "7z", "source.unpack"),
    (b"\x1f\x8b", "gzip", "source.unpack"),
    (b"\x89PNG", "PNG", "source.save.pdf"),
    (b"\xff\xd8\xff", "JPEG", "source.save.pdf"),
    (b"II*\x00", "TIFF", "source.save.pdf"),
    (b"MM\x00*", "TIFF", "source.save.pdf"),
    (b"GIF8", "GIF", "source.save.pdf"),
)


class Mhtml:
    """Pages in one file."""

    def recognises(self, data: bytes) -> bool:
        """Does it begin as a message of several parts that make a page, or of the page alone?"""
        kind = _message(data)
        return kind is not None and kind.startswith(("multipart/related", "text/html"))

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read the pages."""
        from hrss_tui.sources.formats.html.mhtml import read

        return read(data, name, limits)


class Mail:
    """Messages of any other kind: what they say is encoded, and what hangs on them are files of their own."""

    def recognises(self, data: bytes) -> bool:
        """Does it begin as a message?"""
        return _message(data) is not None

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Say what it is and what to do."""
        raise unsupported(name, "EML", "source.save.pdf")


class Html:
    """Pages of the web."""

    def recognises(self, data: bytes) -> bool:
        """Does it begin with markup?"""
        return _MARKUP.match(_text_head(data)) is not None

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read the page."""
        from hrss_tui.sources.formats.html.reader import read

        return read(data, name, limits)


class Xml:
    """Documents of Office programs and whatever else is one file of XML: its markup is no text to be read."""

    def recognises(self, data: bytes) -> bool:
        """Does it say that it is XML, or begin with the root of a document of Office?"""
        return _xml(data) is not None

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Say what it is and what to do."""
        raise unsupported(name, *(_xml(data) or ("XML", "source.save.pdf")))


class Text:
    """Everything else that is text."""

    def recognises(self, data: bytes) -> bool:
        """Nothing is left to tell it from."""
        return True

    def read(self, data: bytes, name: str, limits: Limits, told: Told | None) -> SourceFile:
        """Read lines."""
        from hrss_tui.sources.formats.text.reader import read

        return read(data, name, limits)


_APART = Pdf()
FORMATS: Sequence[Format] = (_APART, Office(), Ole(), Other(), Mhtml(), Mail(), Html(), Xml(), Text())
"""In order: the first that recognises the content reads it."""


def read(data: bytes, name: str, limits: Limits, told: Told | None = None) -> SourceFile:
    """The file of these bytes. Raises SourceError, in one line that names it, for what cannot be read."""
    if not data.strip():
        raise SourceError(phrase("source.empty", name=name), phrase("source.empty.hint"))
    return next(known for known in FORMATS if known.recognises(data)).read(data, name, limits, told)


def is_read_apart(data: bytes) -> bool:
    """Is a file of these bytes read in a process of its own, which is told how long it may take?"""
    return _APART.recognises(data)


def unsupported(name: str, kind: str, remedy: str) -> SourceError:
    """The error for a format that is known and not read."""
    return SourceError(phrase("source.unsupported", name=name, kind=kind), phrase(remedy))


def _members(data: bytes, name: str) -> frozenset[str]:
    """Names of the parts of a zip in lower case, with slashes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return frozenset(part.replace("\\", "/").lower() for part in file.namelist())
    except DAMAGE as error:
        raise SourceError(
            phrase("source.damaged", name=name, what="ZIP"), phrase("source.damaged.hint")
        ) from error


def _has_stream(data: bytes, stream: str) -> bool:
    """Does a compound file name a stream in its directory?"""
    return stream.encode("utf-16-le") + b"\0\0" in data


def _signed(data: bytes) -> tuple[str, str] | None:
    """Name and remedy of a format that is known by its first bytes."""
    return next(((kind, remedy) for sign, kind, remedy in _SIGNS if data.startswith(sign)), None)


def _xml(data: bytes) -> tuple[str, str] | None:
    """Name and remedy of a file of XML that is no page of the web."""
    head = _text_head(data)
    if _MARKUP.match(head) or not (_DECLARED.match(head) or _OFFICE_ROOT.match(head)):
        return None
    return next(
        ((kind, remedy) for sign, kind, remedy in _DOCUMENTS if sign in head), ("XML", "source.save.pdf")
    )


def _message(data: bytes) -> str | None:
    """The kind of content that the head of a message names, "" where it names none; None for what is no message."""
    head = _text_head(data).replace("\r", "").lstrip("\n").partition("\n\n")[0].lower()
    if not _VERSION.search(head):
        return None
    kind = _CONTENT.search(head)
    return kind[1] if kind else ""


def _text_head(data: bytes) -> str:
    """The first characters of a file, whatever encoding they are in, good enough to find markup."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return head.replace(b"\0", b"").decode("latin-1")
