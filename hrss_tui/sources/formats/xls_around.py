"""What stands around the cells of a workbook of before 2007, which the library that reads these passes over: the header
that a sheet prints above its pages, text boxes and pictures over its cells.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui.sources.formats.xlsx.heads import units_of

_HEADER, _BEGIN, _END, _OBJECT, _TEXT, _GOES_ON = 0x0014, 0x0809, 0x000A, 0x005D, 0x01B6, 0x003C
_PICTURE = 8
_MOST = 4_000_000
"""Records of a sheet, at most: each cell has one."""
_WIDE = 0x01
"""The flag of a text whose characters take two bytes."""


class Around(msgspec.Struct, frozen=True):
    """The captions with a unit in header and text boxes, how many text boxes with numbers and how many pictures."""

    units: tuple[str, ...] = ()
    numbers: int = 0
    pictures: int = 0


def around(stream: bytes, start: int) -> Around:
    """What is around the cells of the sheet whose records begin at a place of the stream of the workbook."""
    heads: list[str] = []
    boxes: list[str] = []
    pictures = before = 0
    for code, content in _of_sheet(stream, start):
        if code == _HEADER:
            heads.append(_text(content, 2))
        elif code == _OBJECT:
            pictures += content[4:6] == _PICTURE.to_bytes(2, "little")
        elif code == _GOES_ON and before == _TEXT:
            boxes.append(_text(content, 0))
        before = code
    units = (*units_of(heads), *(unit for box in boxes for unit in units_of([box])))
    return Around(tuple(dict.fromkeys(units)), sum(any(map(str.isdigit, box)) for box in boxes), pictures)


def _of_sheet(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records that are the sheet's own: charts in it are streams of their own inside. Broken ones end it."""
    at, depth = start, 0
    for _ in range(_MOST):
        if not 0 <= at <= len(stream) - 4:
            return
        code, size = (int.from_bytes(stream[at + i : at + i + 2], "little") for i in (0, 2))
        depth += (code == _BEGIN) - (code == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield code, stream[at + 4 : at + 4 + size] if code in _TELLING else b""
        at += 4 + size


_TELLING = frozenset((_HEADER, _OBJECT, _GOES_ON))


def _text(content: bytes, flag: int) -> str:
    """A text behind the flag that says how wide its characters are."""
    wide = content[flag : flag + 1] and content[flag] & _WIDE
    return content[flag + 1 :].decode("utf-16-le" if wide else "latin-1", "replace")
