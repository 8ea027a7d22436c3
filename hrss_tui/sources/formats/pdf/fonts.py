"""What stands in for Chinese fonts that a file names and does not hold, so that no machine's own fonts have a say.

pdfium takes such a font from the system, and where there is none every character is an empty place: lines are put
together otherwise, and some are left out. What is read is to be the same on every machine, so the only font that is
ever found is the one made here, in which each character is a square of the size of a Han character. Widths and places
stand in the file. Other fonts that a file does not hold pdfium has itself.
"""

from __future__ import annotations

import ctypes
from struct import pack

import pypdfium2_raw as api

_EM = 1_000
_ASCENT, _DESCENT = 859, -141
_NONE, _NARROW, _WIDE = range(3)
"""The glyphs: nothing, what a letter or digit covers of its place however narrow it is, and what a Han character does."""
_BOXES = {_NONE: (0, 0, 0, 0), _NARROW: (30, 0, 220, 700), _WIDE: (40, -80, 960, 840)}
_ADVANCES = {_NONE: 500, _NARROW: 250, _WIDE: _EM}
_HAN_BEGINS = 0x2E80
_BLANKS = (0x3000, 0xFEFF)
_BLANK_AND_CONTROL = ((0, 0x20), (0x7F, 0xA0), (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F))
_ALL = 0x10FFFF

_MANY_TO_ONE = 13
"""The format of a table of characters whose ranges have one glyph each."""
_UNICODE, _FULL = 0, 6
_CHINESE = frozenset({api.FXFONT_GB2312_CHARSET, api.FXFONT_CHINESEBIG5_CHARSET})
_EAST_ASIAN = _CHINESE | {api.FXFONT_SHIFTJIS_CHARSET, api.FXFONT_HANGEUL_CHARSET}
_HANDLE = 1
_MAGIC = 0x5F0F3CF5
_TRUE_TYPE = 0x00010000


def find_no_others() -> None:
    """Let pdfium, once it is begun, find no font but the one that stands in for those with Chinese characters."""
    api.FPDF_SetSystemFontInfo(_FOUND)


def stand_in() -> bytes:
    """The font as a TrueType file."""
    outlines = [_outline(_BOXES[glyph]) for glyph in sorted(_BOXES)]
    starts = [sum(map(len, outlines[:count])) for count in range(len(outlines) + 1)]
    tables = {
        b"cmap": _characters(),
        b"glyf": b"".join(outlines),
        b"head": pack(
            ">IIIIHHqqhhhhHHhhh",
            _TRUE_TYPE, _TRUE_TYPE, 0, _MAGIC, 0, _EM, 0, 0, 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0,
        ),
        b"hhea": pack(
            ">IhhhHhhhhhhhhhhhH", _TRUE_TYPE, _ASCENT, _DESCENT, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 0, 0, 0, 0, len(outlines)
        ),
        b"hmtx": b"".join(pack(">Hh", _ADVANCES[glyph], _BOXES[glyph][0]) for glyph in sorted(_BOXES)),
        b"loca": pack(f">{len(starts)}I", *starts),
        b"maxp": pack(">IHHHHHHHHHHHHHH", _TRUE_TYPE, len(outlines), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    at = 12 + 16 * len(tables)
    listed, held = pack(">IHHHH", _TRUE_TYPE, len(tables), 64, 2, 16 * len(tables) - 64), b""
    for tag, table in sorted(tables.items()):
        listed += tag + pack(">III", 0, at + len(held), len(table))
        held += table + bytes(-len(table) % 4)
    return listed + held


def _outline(box: tuple[int, int, int, int]) -> bytes:
    """A glyph that is a rectangle: its four corners, clockwise, as steps from one to the next."""
    left, bottom, right, top = box
    if left == right:
        return b""
    across = (left, 0, right - left, 0)
    up = (bottom, top - bottom, 0, bottom - top)
    ends_and_no_code = pack(">HH", 3, 0)
    on_the_line = bytes([1, 1, 1, 1])
    made = pack(">hhhhh", 1, *box) + ends_and_no_code + on_the_line + pack(">8h", *across, *up)
    return made + bytes(-len(made) % 4)


def _characters() -> bytes:
    """The table of the glyph of each character."""
    blanks = sorted((*_BLANK_AND_CONTROL, *((code, code) for code in _BLANKS)))
    groups: list[tuple[int, int, int]] = []
    at = 0
    for first, last in (*blanks, (_ALL + 1, _ALL + 1)):
        for begin, end, glyph in (
            (at, min(first, _HAN_BEGINS) - 1, _NARROW),
            (max(at, _HAN_BEGINS), first - 1, _WIDE),
        ):
            if begin <= end:
                groups.append((begin, end, glyph))
        if first <= _ALL:
            groups.append((first, last, _NONE))
        at = last + 1
    table = b"".join(pack(">III", *group) for group in groups)
    found = pack(">HHIII", _MANY_TO_ONE, 0, 16 + len(table), 0, len(groups)) + table
    return pack(">HHHHI", 0, 1, _UNICODE, _FULL, 12) + found


_FILE = stand_in()


def _handle(
    _info: object, _weight: int, _italic: int, charset: int, _pitch: int, _face: bytes, _exact: object
) -> int | None:
    return _HANDLE if charset in _EAST_ASIAN else None


def _data(_info: object, _handle: object, table: int, buffer: int | None, size: int) -> int:
    """The bytes of the whole file (table 0), where there is room for them; how many they are."""
    if table:
        return 0
    if buffer and size >= len(_FILE):
        ctypes.memmove(buffer, _FILE, len(_FILE))
    return len(_FILE)


_FIELDS = dict(api.FPDF_SYSFONTINFO._fields_)
_FOUND = api.FPDF_SYSFONTINFO(
    version=1, MapFont=_FIELDS["MapFont"](_handle), GetFontData=_FIELDS["GetFontData"](_data)
)
"""What pdfium asks for fonts; it keeps the address."""
