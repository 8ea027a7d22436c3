"""MessagePack in plain Python: the few shapes a package is made of, read where they stand.

Whatever is none of them (binary data, extensions, maps with repeated keys) raises one of `ODD`.
"""

from __future__ import annotations

from struct import error as struct_error
from struct import unpack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Never

    from hrss_tui.pack.held import HeldFile

    Data = bytes | HeldFile


class OddError(ValueError):
    """Not as the writer leaves it."""


ODD = (OSError, ValueError, IndexError, KeyError, TypeError, RecursionError, struct_error)
"""What reading in haste raises where data are not plain."""


def map_header(size: int) -> bytes:
    """The first bytes of a map of so many entries."""
    return bytes([0x80 | size]) if size < 16 else b"\xde" + size.to_bytes(2, "big")


def map_start(data: Data, at: int) -> tuple[int, int]:
    """Entries of the map at an offset, and where the first of them begins. Raises OddError where no map stands there."""
    first = data[at]
    if first & 0xF0 == 0x80:
        return first & 0x0F, at + 1
    if first == 0xDE:
        return int.from_bytes(data[at + 1 : at + 3], "big"), at + 3
    raise OddError


def value(data: Data, at: int) -> tuple[Any, int]:
    """The value at an offset, and the offset after it."""
    return _READERS[data[at]](data, at)


def array_start(data: Data, at: int) -> tuple[int, int]:
    """Items of the array at an offset, and where the first of them begins. Raises OddError where no array stands there."""
    first = data[at]
    if first & 0xF0 == 0x90:
        return first & 0x0F, at + 1
    if first not in (0xDC, 0xDD):
        raise OddError
    return _length(data, at, 2 << first - 0xDC)


def _itself(data: Data, at: int) -> tuple[int, int]:
    return data[at], at + 1


def _negative(data: Data, at: int) -> tuple[int, int]:
    return data[at] - 0x100, at + 1


def _constant(data: Data, at: int) -> tuple[bool | None, int]:
    return {0xC0: None, 0xC2: False, 0xC3: True}[data[at]], at + 1


def _number(data: Data, at: int) -> tuple[int | float, int]:
    shape, size = _NUMBERS[data[at]]
    number: int | float = unpack(shape, data[at + 1 : at + 1 + size])[0]
    return number, at + 1 + size


def _length(data: Data, at: int, size: int) -> tuple[int, int]:
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _short_text(data: Data, at: int) -> tuple[str, int]:
    return _text(data, at + 1, at + 1 + (data[at] & 0x1F))


def _long_text(data: Data, at: int) -> tuple[str, int]:
    length, start = _length(data, at, 1 << data[at] - 0xD9)
    return _text(data, start, start + length)


def _short_array(data: Data, at: int) -> tuple[list[Any], int]:
    return _array(data, at + 1, data[at] & 0x0F)


def _long_array(data: Data, at: int) -> tuple[list[Any], int]:
    length, start = array_start(data, at)
    return _array(data, start, length)


def _odd(data: Data, at: int) -> Never:
    raise OddError


def _text(data: Data, start: int, end: int) -> tuple[str, int]:
    if end > len(data):
        raise OddError
    return data[start:end].decode(), end


def _array(data: Data, at: int, length: int) -> tuple[list[Any], int]:
    """The usual items are read in place: short texts and small numbers."""
    items: list[Any] = []
    add = items.append
    for _ in range(length):
        first = data[at]
        if first < 0x80:
            add(first)
            at += 1
        elif 0xA0 <= first < 0xC0:
            end = at + 1 + (first & 0x1F)
            add(data[at + 1 : end].decode())
            at = end
        elif first == 0xD9:
            end = at + 2 + data[at + 1]
            add(data[at + 2 : end].decode())
            at = end
        elif first == 0xCD:
            add(data[at + 1] << 8 | data[at + 2])
            at += 3
        else:
            item, at = value(data, at)
            add(item)
    if at > len(data):
        raise OddError
    return items, at


def _mapping(data: Data, at: int) -> tuple[dict[str, Any], int]:
    size, at = map_start(data, at)
    found: dict[str, Any] = {}
    for _ in range(size):
        key, at = value(data, at)
        found[key], at = value(data, at)
    if len(found) != size:
        raise OddError
    return found, at


_NUMBERS = {
    0xCA: (">f", 4),
    0xCB: (">d", 8),
    0xCC: (">B", 1),
    0xCD: (">H", 2),
    0xCE: (">I", 4),
    0xCF: (">Q", 8),
    0xD0: (">b", 1),
    0xD1: (">h", 2),
    0xD2: (">i", 4),
    0xD3: (">q", 8),
}
_READERS: list[Callable[[Data, int], tuple[Any, int]]] = [
    *[_itself] * 0x80,
    *[_mapping] * 0x10,
    *[_short_array] * 0x10,
    *[_short_text] * 0x20,
    *[_constant, _odd, _constant, _constant, *[_odd] * 6],
    *[_number] * 10,
    *[_odd] * 5,
    *[_long_text] * 3,
    *[_long_array] * 2,
    *[_mapping] * 2,
    *[_negative] * 0x20,
]
"""What reads a value, by its first byte. Binary data and extensions are none of ours."""
