"""The characters of a page that can be seen, each with its box and baseline."""

from __future__ import annotations

import ctypes
import math
import unicodedata

import msgspec
import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix, holds, quarter
from hrss_tui.sources.formats.pdf.objects import Objects, TextObject
from hrss_tui.sources.formats.pdf.pdfium import Handle, address
from hrss_tui.sources.formats.pdf.seen import Char

_HYPHEN = 2
"""What pdfium gives for the hyphen of a word that a line end breaks."""
_NO_CODES = frozenset({0xFFFD, 0xFFFE, 0xFFFF})
_SMALLEST = 1.0
_SLACK = 1.0
_SIDEWAYS = 0.8


class Characters(msgspec.Struct, frozen=True):
    """Characters in the order of the file, with the text object of each and the quarters it is turned by, clockwise.

    `turned` is by how many quarters most of the text is turned on the page as it is shown.
    """

    chars: tuple[Char, ...]
    owners: tuple[int, ...]
    quarters: tuple[int, ...]
    unmapped: int
    hidden: int
    slanted: str
    turned: int


class _Style(msgspec.Struct, frozen=True, gc=False):
    """What all characters of one text object share."""

    em: float
    turned: int | None
    known: TextObject | None


def characters_of(page: Handle, frame: Frame, objects: Objects) -> Characters:
    """The characters of a page, without those that are clipped away, outside the page or not painted."""
    text = api.FPDFText_LoadPage(page)
    if not text:
        return Characters((), (), (), 0, 0, "", 0)
    try:
        return _Reading(text, frame, objects).result()
    finally:
        api.FPDFText_ClosePage(text)


class _Reading:
    """One pass over the characters of a text page."""

    def __init__(self, text: Handle, frame: Frame, objects: Objects) -> None:
        self.text = text
        self.frame = frame
        self.objects = objects
        self.page = Box(0, 0, frame.width, frame.height)
        self.styles: dict[int, _Style] = {}
        self.rect = api.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.unmapped = self.hidden = 0
        self.slanted: list[str] = []
        self.quarters = [0, 0, 0, 0]

    def result(self) -> Characters:
        """Everything that is seen."""
        chars: list[Char] = []
        owners: list[int] = []
        quarters: list[int] = []
        for index in range(api.FPDFText_CountChars(self.text)):
            code = api.FPDFText_GetUnicode(self.text, index)
            owner = address(api.FPDFText_GetTextObject(self.text, index)) if code else 0
            if owner:
                char = self._char(index, _printed(code), owner)
                if char is not None:
                    chars.append(char)
                    owners.append(owner)
                    quarters.append(self.styles[owner].turned or 0)
        most = max(range(4), key=self.quarters.__getitem__)
        sideways = most and self.quarters[most] >= _SIDEWAYS * sum(self.quarters)
        return Characters(
            tuple(chars),
            tuple(owners),
            tuple(quarters),
            self.unmapped,
            self.hidden,
            "".join(self.slanted),
            most if sideways else 0,
        )

    def _char(self, index: int, printed: str, owner: int) -> Char | None:
        if not printed:
            return None
        style = self.styles.get(owner)
        if style is None:
            style = self.styles[owner] = self._style(index, owner)
        api.FPDFText_GetLooseCharBox(self.text, index, self.rect)
        rect = self.rect
        box = self.frame.matrix.box(rect.left, rect.bottom, rect.right, rect.top)
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        known = style.known
        if known is not None and not (known.painted and holds(known.clip, x, y)):
            self.hidden += printed != " "
            return None
        if not holds(self.page, x, y, _SLACK):
            self.hidden += printed != " "
            return None
        if style.turned is None:
            self.slanted.append(printed)
            return None
        if api.FPDFText_HasUnicodeMapError(self.text, index) == 1 or _is_unknown(printed):
            self.unmapped += 1
        self.quarters[style.turned] += printed != " "
        api.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        base = self.frame.matrix.point(self.x.value, self.y.value)[1]
        return Char(printed, box.left, box.top, box.right, box.bottom, base, style.em)

    def _style(self, index: int, owner: int) -> _Style:
        raw = api.FS_MATRIX()
        api.FPDFText_GetMatrix(self.text, index, raw)
        seen = Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f).then(self.frame.matrix)
        em = api.FPDFText_GetFontSize(self.text, index) * math.hypot(seen.c, seen.d)
        return _Style(max(em, _SMALLEST), quarter(seen), self.objects.texts.get(owner))


def _printed(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    char = chr(code)
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in {"Cc", "Cf"} else char


def _is_unknown(printed: str) -> bool:
    return ord(printed) in _NO_CODES or unicodedata.category(printed) == "Co"
