"""The characters of a page that can be seen, each with its box and baseline."""

from __future__ import annotations

import ctypes
import math
import unicodedata

import msgspec
import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix, holds, meet, quarter
from hrss_tui.sources.formats.pdf.objects import Objects
from hrss_tui.sources.formats.pdf.pdfium import Handle, address
from hrss_tui.sources.formats.pdf.seen import Char

_HYPHEN = 2
"""What pdfium gives for the hyphen of a word that a line end breaks."""
_NO_CODES = frozenset({0xFFFD, 0xFFFE, 0xFFFF})
_CONTROLS = frozenset({*range(3, 9), *range(14, 32), *range(0x7F, 0xA0)})
"""No character is printed by such a code but in a font of which nobody knows the codes."""
_PRIVATE = "\ue000"
"""Below it are no characters for private use."""
_SMALLEST = 1.0
_SLACK = 1.0
_LEVEL = 0.1
"""Characters of a text object whose middles differ by less than this (em) have one baseline."""
_SIDEWAYS = 0.8
_LARGE = 20.0
"""Faint text of at least this height (points) is a watermark, as slanted text is."""


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
    """What all characters of one text object share.

    `clip` is where they are seen, None where they are not painted; `base` is the baseline, `middle` the height of the
    middle of the character that it was measured at.
    """

    em: float
    turned: int | None
    clip: Box | None
    base: float
    middle: float


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
        self.page = Box(-_SLACK, -_SLACK, frame.width + _SLACK, frame.height + _SLACK)
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
            if not code:
                self.unmapped += api.FPDFText_HasUnicodeMapError(self.text, index) == 1
                continue
            owner = address(api.FPDFText_GetTextObject(self.text, index))
            printed = _printed(code) if owner else ""
            self.unmapped += bool(owner) and code in _CONTROLS
            if printed:
                char = self._char(index, printed, owner)
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
        rect = self.rect
        api.FPDFText_GetLooseCharBox(self.text, index, rect)
        box = self.frame.matrix.box(rect.left, rect.bottom, rect.right, rect.top)
        middle = (box.top + box.bottom) / 2
        style = self.styles.get(owner)
        if style is None:
            style = self.styles[owner] = self._style(index, owner, middle)
        if style.clip is None or not holds(style.clip, (box.left + box.right) / 2, middle):
            self.hidden += printed != " "
            return None
        if style.turned is None:
            self.slanted.append(printed)
            return None
        if _is_unknown(printed) or api.FPDFText_HasUnicodeMapError(self.text, index) == 1:
            self.unmapped += 1
        self.quarters[style.turned] += printed != " "
        level = abs(middle - style.middle) < _LEVEL * style.em
        base = style.base if level else self._base(index)
        return Char(printed, box.left, box.top, box.right, box.bottom, base, style.em)

    def _base(self, index: int) -> float:
        """The baseline of a character."""
        api.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        return self.frame.matrix.point(self.x.value, self.y.value)[1]

    def _style(self, index: int, owner: int, middle: float) -> _Style:
        raw = api.FS_MATRIX()
        api.FPDFText_GetMatrix(self.text, index, raw)
        seen = Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f).then(self.frame.matrix)
        em = api.FPDFText_GetFontSize(self.text, index) * math.hypot(seen.c, seen.d)
        known = self.objects.texts.get(owner)
        clip: Box | None = self.page
        if known is not None:
            clip = meet(known.clip, self.page) if known.painted else None
        faint = known is not None and known.faint and em >= _LARGE
        turned = None if faint else quarter(seen)
        return _Style(max(em, _SMALLEST), turned, clip, self._base(index), middle)


def _printed(code: int) -> str:
    if 0x21 <= code < 0x7F or 0x4E00 <= code <= 0x9FFF:  # nearly all; the rest is looked up
        return chr(code)
    if code == _HYPHEN:
        return "-"
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    char = chr(code)
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in {"Cc", "Cf"} else char


def _is_unknown(printed: str) -> bool:
    return printed >= _PRIVATE and (ord(printed) in _NO_CODES or unicodedata.category(printed) == "Co")
