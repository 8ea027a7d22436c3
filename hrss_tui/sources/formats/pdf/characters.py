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
from hrss_tui.sources.formats.pdf.seen import Char, Place
from hrss_tui.sources.formats.pdf.stamps import stamps
from hrss_tui.sources.formats.pdf.watermarks import watermarks
from hrss_tui.sources.text import UNREAD

_HYPHEN = 2
"""What pdfium gives for the hyphen of a word that a line end breaks."""
_NO_CODES = frozenset({0xFFFD, 0xFFFE, 0xFFFF})
_CONTROLS = frozenset({*range(3, 9), *range(14, 32), *range(0x7F, 0xA0)})
"""No character is printed by such a code but in a font of which nobody knows the codes."""
_SOFT_HYPHEN = 0xAD
"""What some programs give for every hyphen and minus sign that is drawn."""
_INK = 0.02
"""Share of its longer side that the shorter one of what is drawn has at least."""
_PRIVATE = "\ue000"
"""Below it are no characters for private use."""
_SMALLEST = 1.0
"""Height of type (points) that nobody sees where it is lower."""
_SLACK = 1.0
_LEVEL = 0.1
"""Characters of a text object whose middles differ by less than this (em) have one baseline."""
_SIDEWAYS = 0.8
_LARGE = 20.0
"""Faint text of at least this height (points) is a watermark, as slanted text is."""
_NUMERIC = frozenset("0123456789.,．，-－−")
_HAIR = 0.01
_NEXT = 0.3
"""Characters of a number follow each other no farther apart than this (em)."""


class Characters(msgspec.Struct, frozen=True):
    """Characters in the order of the file, with the text object of each and the quarters it is turned by, clockwise.

    `turned` is by how many quarters most of the text is turned on the page as it is shown; `begun` are the places
    (left side, baseline) of those before which a clip cuts their text, `ended` those behind which one does (right side,
    baseline), with what it hides. `cut` are the places that clips leave of texts of which they hide something.
    """

    chars: tuple[Char, ...]
    owners: tuple[int, ...]
    quarters: tuple[int, ...]
    unmapped: int
    hidden: int
    slanted: str
    turned: int
    begun: frozenset[Place] = frozenset()
    ended: tuple[tuple[Place, str], ...] = ()
    cut: frozenset[Box] = frozenset()


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


class _Last(msgspec.Struct, frozen=True, gc=False):
    """A character as printed: its box, and the character where it is seen, None where its clip cuts it away."""

    printed: str
    box: Box
    seen: Char | None


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
        self.sides = tuple(ctypes.c_double() for _ in range(4))
        self.unmapped = self.hidden = 0
        self.slanted: list[str] = []
        self.quarters = [0, 0, 0, 0]
        self.last: _Last | None = None
        self.begun: set[Place] = set()
        self.cut: set[Box] = set()
        self.ended: dict[Place, str] = {}
        self.end: Place | None = None

    def result(self) -> Characters:
        """Everything that is seen."""
        chars: list[Char] = []
        owners: list[int] = []
        quarters: list[int] = []
        for index in range(api.FPDFText_CountChars(self.text)):
            code = api.FPDFText_GetUnicode(self.text, index)
            owner = address(api.FPDFText_GetTextObject(self.text, index))
            printed = self._printed(index, code) if owner else ""
            if not code and not printed:
                self.unmapped += api.FPDFText_HasUnicodeMapError(self.text, index) == 1
                continue
            self.unmapped += bool(owner) and code in _CONTROLS
            if printed:
                for char in self._chars(index, printed, owner):
                    chars.append(char)
                    owners.append(owner)
                    quarters.append(self.styles[owner].turned or 0)
        marks = watermarks(chars, owners, self.objects.texts)
        marks |= stamps(chars, owners, self.objects, marks)
        if marks:
            self.slanted += dict.fromkeys(marks.values())
            kept = [at for at, owner in enumerate(owners) if owner not in marks]
            chars, owners = [chars[at] for at in kept], [owners[at] for at in kept]
            quarters = [quarters[at] for at in kept]
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
            frozenset(self.begun),
            tuple(self.ended.items()),
            frozenset(self.cut),
        )

    def _chars(self, index: int, printed: str, owner: int) -> list[Char]:
        """A character where it is seen, with a sign beside it where a clip parts it from others of its number."""
        char, before = self._char(index, printed, owner), self.last
        seen = [] if char is None else [char]
        # `_char` has left the place of the character in `rect`.
        now = self.last = _Last(printed, self._box(), char)
        if before is None or not _is_next(before.box, now.box):
            self.end = None
            return seen
        in_number = before.printed in _NUMERIC and printed in _NUMERIC
        if char is None:
            return self._hide(before.seen, printed, in_number)
        self.end = None
        if before.seen is not None:
            return seen
        self.begun.add((char.left, char.base))
        return [_cut(char, 0.0, _HAIR), char] if in_number else seen

    def _hide(self, before: Char | None, printed: str, in_number: bool) -> list[Char]:
        """Keep a hidden character as what goes on behind the last one that is seen; a sign where it cuts a number."""
        if before is not None:
            self.end = (before.right, before.base)
            self.ended[self.end] = ""
        if self.end is not None:
            self.ended[self.end] += printed
        return [_cut(before, _HAIR, 0.0)] if before is not None and in_number else []

    def _printed(self, index: int, code: int) -> str:
        """The character of a code; a sign for one that says it is none but is drawn in a number."""
        printed = _printed(code)
        if printed.strip() or code in _CONTROLS or not self._has_ink(index):
            return printed
        if code == _SOFT_HYPHEN:
            return "-"
        beside = (api.FPDFText_GetUnicode(self.text, at) for at in (index - 1, index + 1) if at >= 0)
        if not any(chr(other) in _NUMERIC for other in beside):
            return printed
        return UNREAD

    def _has_ink(self, index: int) -> bool:
        """Is anything drawn where a character stands?"""
        left, right, bottom, top = self.sides
        api.FPDFText_GetCharBox(self.text, index, left, right, bottom, top)
        wide, high = abs(right.value - left.value), abs(top.value - bottom.value)
        return min(wide, high) > _INK * max(wide, high, 1.0)

    def _box(self) -> Box:
        rect = self.rect
        return self.frame.matrix.box(rect.left, rect.bottom, rect.right, rect.top)

    def _char(self, index: int, printed: str, owner: int) -> Char | None:
        api.FPDFText_GetLooseCharBox(self.text, index, self.rect)
        box = self._box()
        middle = (box.top + box.bottom) / 2
        style = self.styles.get(owner)
        if style is None:
            style = self.styles[owner] = self._style(index, owner, middle, box.bottom - box.top)
        if style.clip is None or not holds(style.clip, (box.left + box.right) / 2, middle):
            self.hidden += printed != " "
            if style.clip is not None and not printed.isspace():
                self.cut.add(style.clip)
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

    def _style(self, index: int, owner: int, middle: float, high: float) -> _Style:
        raw = api.FS_MATRIX()
        api.FPDFText_GetMatrix(self.text, index, raw)
        seen = Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f).then(self.frame.matrix)
        em = api.FPDFText_GetFontSize(self.text, index) * math.hypot(seen.c, seen.d)
        known = self.objects.texts.get(owner)
        clip: Box | None = self.page if max(em, high) >= _SMALLEST else None
        if known is not None and clip is not None:
            clip = meet(known.clip, self.page) if known.painted else None
        faint = known is not None and known.faint and em >= _LARGE
        turned = None if faint else quarter(seen)
        return _Style(max(em, _SMALLEST), turned, clip, self._base(index), middle)


def _is_next(before: Box, box: Box) -> bool:
    """Does a character stand right behind another, on its line?"""
    high = box.bottom - box.top
    return abs(before.top - box.top) < _LEVEL * high and abs(box.left - before.right) < _NEXT * high


def _cut(char: Char, left: float, right: float) -> Char:
    """The sign for what is lost at a side of a character; it stands where that does, so much nearer to its middle."""
    return msgspec.structs.replace(char, text=UNREAD, left=char.left + left, right=char.right - right)


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
