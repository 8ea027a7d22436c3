"""A whole PDF: opened, page after page looked at, its unusual sides noted."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2_raw as api

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.actual import bared
from hrss_tui.sources.formats.pdf.annotations import loaded
from hrss_tui.sources.formats.pdf.pages import hidden_page, seen_page
from hrss_tui.sources.formats.pdf.pdfium import Handle
from hrss_tui.sources.formats.pdf.protocol import Note, Success
from hrss_tui.sources.formats.pdf.scan import is_layer, is_scanned, is_unreadable
from hrss_tui.sources.formats.pdf.seen import Seen
from hrss_tui.sources.formats.pdf.sheets import Sheets
from hrss_tui.sources.formats.pdf.whole import document_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Only for documents with scanned pages: every file begins with the import of this module.
    from hrss_tui.sources.formats.pdf.ocr import Recogniser

_XFA, _WITH_XFA = 2, 3
"""The form types of pdfium of a document that is nothing but an XFA form, and of one whose pages are drawn as well."""
_ERRORS = {api.FPDF_ERR_PASSWORD: "encrypted", api.FPDF_ERR_SECURITY: "encrypted"}
_TAIL = 2_048
_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_OBJECT = b" obj"
_TABLE = re.compile(rb"\s{0,8}(?:xref|\d{1,10}\s+\d{1,5}\s+obj)")
_NAMES = 5
_QUOTED = 40


class RefusedError(Exception):
    """The file is not read; `why` says it."""

    def __init__(self, why: Note) -> None:
        super().__init__(why.kind)
        self.why = why


def read_document(data: bytes, limits: Limits, told: Callable[[int, int, bool], None]) -> Success:
    """The document of a file. Raises RefusedError where there is none; `told` hears of pages as they are done."""
    document = api.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise RefusedError(Note(_ERRORS.get(api.FPDF_GetLastError(), "damaged")))
    try:
        return _Reading(document, limits, told).success(data)
    finally:
        api.FPDF_CloseDocument(document)


class _Reading:
    """One document on its way; notes are kept by kind, with the pages they hold for."""

    def __init__(self, document: Handle, limits: Limits, told: Callable[[int, int, bool], None]) -> None:
        self.document = document
        self.limits = limits
        self.told = told
        self.noted: dict[str, list[int]] = {}
        self.values: dict[str, list[str]] = {}
        self.recogniser: Recogniser | None = None
        self.recognised = 0
        self.count = 0

    def success(self, data: bytes) -> Success:
        count = self.count = self._count()
        sheets = Sheets()
        for number in range(1, count + 1):
            self._sheet(number, sheets)
            if sheets.cells > self.limits.cells:
                raise RefusedError(Note("many_cells"))
            self.told(number, count, False)
        laid, beside, cut = document_of(sheets.pages())
        for kind, numbers in (("beside", beside), ("cut", cut)):
            for number in numbers:
                self._note(kind, number)
        notes = [*_file_notes(self.document, data), *self._page_notes()]
        if not laid.lines:
            raise RefusedError(self._nothing(count))
        return Success(laid, tuple(notes))

    def _count(self) -> int:
        count: int = api.FPDF_GetPageCount(self.document)
        if api.FPDF_GetFormType(self.document) == _XFA:
            raise RefusedError(Note("xfa"))
        if count == 0:
            raise RefusedError(Note("no_pages"))
        if count > self.limits.pages:
            values = {"count": f"{count:,}", "most": f"{self.limits.pages:,}"}
            raise RefusedError(Note("many_pages", (), values))
        return count

    def _sheet(self, number: int, sheets: Sheets) -> None:
        """Look at a sheet of the file, which holds a page or two."""
        page, unread = loaded(self.document, number)
        page = bared(self.document, page, number) if page else page
        for kind in sorted(unread):
            self._note(kind, number)
        if not page:
            self._note("page_damaged", number)
            sheets.blank(number)
            return
        try:
            seen = seen_page(page, number)
            unreadable = is_unreadable(seen)
            if unreadable or is_scanned(seen):
                if self._may_recognise():
                    sheets.add(self._picture(page, number), ocr=True)
                    return
                layer = self._layer(number)
                if layer is not None:
                    self._note("layer", number)
                    sheets.add(layer, ocr=True)
                    return
                self._note("uncoded" if unreadable else "scanned", number)
        finally:
            api.FPDF_ClosePage(page)
        if unreadable:
            sheets.blank(number, seen.width, seen.height)
            return
        self._note_page(seen)
        sheets.add(seen)

    def _may_recognise(self) -> bool:
        from hrss_tui.sources.formats.pdf.ocr import installed

        return self.recognised < self.limits.pictures and installed()

    def _layer(self, number: int) -> Seen | None:
        """The text that a scan brings with it; None where it has none. The page is opened anew: to look at it changes it."""
        page, _ = loaded(self.document, number)
        if not page:
            return None
        try:
            seen = hidden_page(page, number)
        finally:
            api.FPDF_ClosePage(page)
        return seen if is_layer(seen) else None

    def _picture(self, page: Handle, number: int) -> Seen:
        """A page whose text is recognised."""
        from hrss_tui.sources.formats.pdf.ocr import Recogniser

        self.recogniser = self.recogniser or Recogniser()
        self.told(number - 1, self.count, True)
        self.recognised += 1
        self._note("ocr", number)
        return self.recogniser.page(page, number)

    def _note_page(self, seen: Seen) -> None:
        if seen.unmapped:
            self._note("unmapped", seen.number)
        if seen.struck:
            self._note("struck", seen.number)
        if seen.crowded:
            self._note("crowded", seen.number)
        if seen.slanted:
            self._note("slanted", seen.number, seen.slanted)

    def _note(self, kind: str, page: int, value: str = "") -> None:
        pages = self.noted.setdefault(kind, [])
        if page not in pages[-1:]:
            pages.append(page)
        known = self.values.setdefault(kind, [])
        if value and value not in known:
            known.append(value)

    def _page_notes(self) -> Iterator[Note]:
        for kind, pages in self.noted.items():
            text = "、".join(value[:_QUOTED] for value in self.values[kind][:_NAMES])
            yield Note(kind, tuple(pages), {"text": text})

    def _nothing(self, count: int) -> Note:
        """Why a document has no text."""
        for kind in ("scanned", "uncoded"):
            if pages := self.noted.get(kind, ()):
                return Note(f"all_{kind}", (), {"count": str(len(pages))})
        return Note("no_text", (), {"count": str(count)})


def _file_notes(document: Handle, data: bytes) -> Iterator[Note]:
    """What is unusual about the file as a whole."""
    if not _is_sound(data):
        yield Note("repaired")
    if api.FPDF_GetFormType(document) == _WITH_XFA:
        yield Note("xfa_beside")
    count = api.FPDFDoc_GetAttachmentCount(document)
    if count > 0:
        names = [_attachment(document, index) for index in range(min(count, _NAMES))]
        more = f" …({count})" if count > _NAMES else ""
        yield Note("attachments", (), {"names": "、".join(names) + more})


def _is_sound(data: bytes) -> bool:
    """Does the end of the file lead to its table of objects? Where it does not, pdfium has put it together anew."""
    begin = max(data.find(b"%PDF-", 0, 1_024), 0)
    starts = list(_START.finditer(data[-_TAIL:]))
    if not starts or _OBJECT in data[-_TAIL:][starts[-1].end() :]:  # an update that is cut off
        return False
    return _TABLE.match(data, begin + int(starts[-1][1])) is not None


def _attachment(document: Handle, index: int) -> str:
    """The name of an attached file."""
    attachment = api.FPDFDoc_GetAttachment(document, index)
    size = api.FPDFAttachment_GetName(attachment, None, 0) if attachment else 0
    if size <= 2 or size > 1_000:
        return "?"
    units = ctypes.create_string_buffer(size)
    api.FPDFAttachment_GetName(attachment, ctypes.cast(units, ctypes.POINTER(api.FPDF_WCHAR)), size)
    return units.raw[: size - 2].decode("utf-16-le", "replace")[:_QUOTED]
