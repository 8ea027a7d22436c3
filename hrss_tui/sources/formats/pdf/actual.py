"""Texts that a file says stand in the place of others (ActualText). Where that changes a figure what is drawn is read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2_raw as api

from hrss_tui.sources.formats.pdf.pdfium import Handle

_KEY = b"ActualText"
_LONGEST = 4_000
_MOST = 100_000
"""Objects of a page that are looked at."""
_DEPTH = 12
_UNKNOWN = frozenset("\0\ufffd\ufffe\uffff")


def bared(document: Handle, page: Handle, number: int) -> Handle:
    """Page `number` without such texts as are other figures than what is drawn; the page given is not to be used after."""
    said = list(_said(page))
    if not said:
        return page
    for thing, mark, _ in said:
        api.FPDFPageObj_RemoveMark(thing, mark)
    drawn = _drawn(page, [thing for thing, _, _ in said])
    wrong = [_is_other(text, shown) for (_, _, text), shown in zip(said, drawn, strict=True)]
    api.FPDF_ClosePage(page)
    page = api.FPDF_LoadPage(document, number - 1)
    if page and any(wrong):
        for (thing, mark, _), is_wrong in zip(list(_said(page)), wrong, strict=False):
            if is_wrong:
                api.FPDFPageObj_RemoveMark(thing, mark)
    return page


def _is_other(said: str, drawn: str) -> bool:
    """Are the digits that a text says others than those that are drawn, as far as these are known?"""
    return not _UNKNOWN & set(drawn) and _digits(said) != _digits(drawn)


def _digits(text: str) -> list[str]:
    return [char for char in text if char.isdecimal()]


def _drawn(page: Handle, things: list[Handle]) -> list[str]:
    """What text objects draw."""
    text = api.FPDFText_LoadPage(page)
    if not text:
        return [""] * len(things)
    try:
        return [_text(thing, text) for thing in things]
    finally:
        api.FPDFText_ClosePage(text)


def _text(thing: Handle, text: Handle) -> str:
    size = min(api.FPDFTextObj_GetText(thing, text, None, 0), _LONGEST)
    units = ctypes.create_string_buffer(size + 2)
    api.FPDFTextObj_GetText(thing, text, ctypes.cast(units, ctypes.POINTER(api.FPDF_WCHAR)), size)
    return units.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")


def _said(page: Handle) -> Iterator[tuple[Handle, Handle, str]]:
    """The text objects of a page that others are said to stand in the place of: object, mark, text."""
    waiting = [(api.FPDFPage_GetObject(page, at), 0) for at in range(api.FPDFPage_CountObjects(page))]
    waiting.reverse()
    for _ in range(_MOST):
        if not waiting:
            return
        thing, depth = waiting.pop()
        kind = api.FPDFPageObj_GetType(thing)
        if kind == api.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            count = api.FPDFFormObj_CountObjects(thing)
            waiting += [(api.FPDFFormObj_GetObject(thing, at), depth + 1) for at in reversed(range(count))]
        elif kind == api.FPDF_PAGEOBJ_TEXT:
            for index in range(api.FPDFPageObj_CountMarks(thing)):
                mark = api.FPDFPageObj_GetMark(thing, index)
                text = _value(mark)
                if text is not None:
                    yield thing, mark, text
                    break


def _value(mark: Handle) -> str | None:
    """The text that a mark says; None where it says none."""
    size = ctypes.c_ulong()
    units = ctypes.create_string_buffer(_LONGEST)
    pointer = ctypes.cast(units, ctypes.POINTER(api.FPDF_WCHAR))
    if not api.FPDFPageObjMark_GetParamStringValue(mark, _KEY, pointer, _LONGEST, size):
        return None
    return units.raw[: max(min(size.value, _LONGEST) - 2, 0)].decode("utf-16-le", "replace")
