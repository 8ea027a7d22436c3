"""What lies on a page and is no part of it: notes typed over it, fields, stamps, lines through its text, black bars.

Where such a thing has a look of its own it is made part of the page, so that what it shows is read and what it covers or
strikes out is not. One without a look gets that which every viewer draws, where pdfium knows it.
"""

from __future__ import annotations

import pypdfium2_raw as api

from hrss_tui.sources.formats.pdf.pdfium import Handle

_APART = frozenset(
    {api.FPDF_ANNOT_POPUP, api.FPDF_ANNOT_TEXT, api.FPDF_ANNOT_LINK, api.FPDF_ANNOT_FILEATTACHMENT}
)
"""Kinds that say nothing on paper: notes to be opened, links, signs of attached files."""
_WRITTEN = {api.FPDF_ANNOT_FREETEXT: b"Contents", api.FPDF_ANNOT_WIDGET: b"V"}
"""Where the text stands of those that are nothing but a text."""
_UNSEEN = api.FPDF_ANNOT_FLAG_HIDDEN
_EMPTY = 2
"""Bytes of an empty text."""


def loaded(document: Handle, number: int) -> tuple[Handle, frozenset[str]]:
    """Page `number` (from 1) with its annotations as part of it, nothing where it is damaged; the notes on what of them is
    not read: `unshown` texts, `attached` files.
    """
    page = api.FPDF_LoadPage(document, number - 1)
    if not page or not api.FPDFPage_GetAnnotCount(page):
        return page, frozenset()
    _dress(page)
    shown, unread = _kinds(page)
    if not shown:
        return page, unread
    api.FPDFPage_Flatten(page, api.FLAT_NORMALDISPLAY)
    api.FPDF_ClosePage(page)
    return api.FPDF_LoadPage(document, number - 1), unread


def _dress(page: Handle) -> None:
    """Give a look to what has none: pdfium does so where it is asked to paint a page with all that lies on it."""
    bitmap = api.FPDFBitmap_CreateEx(1, 1, api.FPDFBitmap_Gray, None, 0)
    if bitmap:
        api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 1, 1, 0, api.FPDF_ANNOT)
        api.FPDFBitmap_Destroy(bitmap)


def _kinds(page: Handle) -> tuple[bool, frozenset[str]]:
    """Is there something that has a look, and what is there that is not read: a text that has none, an attached file?"""
    shown = False
    unread: set[str] = set()
    for index in range(api.FPDFPage_GetAnnotCount(page)):
        annotation = api.FPDFPage_GetAnnot(page, index)
        kind = api.FPDFAnnot_GetSubtype(annotation)
        if kind not in _APART and not api.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            has_look = api.FPDFAnnot_GetAP(annotation, api.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _EMPTY
            shown = shown or has_look
            key = _WRITTEN.get(kind)
            if key is not None and not has_look and _says(annotation, key):
                unread.add("unshown")
        elif kind == api.FPDF_ANNOT_FILEATTACHMENT:
            unread.add("attached")
        api.FPDFPage_CloseAnnot(annotation)
    return shown, frozenset(unread)


def _says(annotation: Handle, key: bytes) -> bool:
    size: int = api.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    return size > _EMPTY
