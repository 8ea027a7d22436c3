"""A package opened in a few milliseconds: MessagePack read in plain Python, and only where it is needed.

Importing msgspec takes longer than a whole search, so commands that need a few columns read them with this. The
key `sizes` of a package says where each column lies. Whatever is not exactly as `hrss_tui.pack.write` leaves it
(no sizes, another order, a wrong digest, another version) is handed to `hrss_tui.pack.read`, which takes its
time, reads it all the same or says what is wrong with it.
"""

from __future__ import annotations

import os
from hashlib import sha256
from stat import S_ISREG
from struct import error as struct_error
from struct import unpack_from

from hrss_tui.pack.where import default_file
from hrss_tui.plain import are_safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Never, Protocol

    class Package(Protocol):
        """What both readers offer: see hrss_tui.pack.read.Pack."""

        @property
        def path(self) -> str:
            """The file."""

        @property
        def head(self) -> Any:
            """Everything but the tables."""

        @property
        def schema(self) -> dict[str, list[dict[str, str]]]:
            """Table → its columns."""

        def count(self, table: str) -> int:
            """Rows of a table."""

        def column(self, table: str, name: str) -> list[Any]:
            """One column."""


FORMAT, MAJOR = "hrss-datapack", 1
LARGEST = 16 * 2**20
"""Bytes of a column up to which plain Python is the faster reader."""
MOST = 2**30
"""Bytes of a package beyond which it is refused; see hrss_tui.pack.read."""
LARGEST_HEAD = 2**20
"""Bytes before the tables up to which it is: what stands there is all decoded, whatever it is."""
SHAPE = "84bc704b10a359ab96a40fbf6e70fdde"
"""What `shape` says of the tables this program knows: each column has the type that it is taken for."""


class OddError(ValueError):
    """Not as the writer leaves it."""


ODD = (OSError, ValueError, IndexError, KeyError, TypeError, RecursionError, struct_error)
"""What reading in haste raises where data are not plain."""


class LightPack:
    """An open package: `path`, `head` (everything but the tables), `schema`, `count` and `column`.

    `data` are the bytes of the file and `digest` is that of its head.
    """

    def __init__(self, path: str, data: bytes, head: dict[str, Any], tables: int) -> None:
        self.path = path
        self.data = data
        self.digest: str = head.pop("head_digest")
        self.head = head
        self.schema: dict[str, list[dict[str, str]]] = head["schema"]
        self._places = _places(data, head, tables)
        self._checked: set[str] = set()
        self._columns: dict[tuple[str, str], list[Any]] = {}
        self._other: Package | None = None

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return len(self.data)

    def items(self, table: str, name: str) -> tuple[int, int]:
        """How many values a column has and where in `data` the first begins. Raises KeyError."""
        return array_start(self.data, self._places[table][2][name][0])

    def count(self, table: str) -> int:
        """Rows of a table."""
        return self.items(table, self.schema[table][0]["name"])[0]

    def column(self, table: str, name: str) -> list[Any]:
        """One column. Raises PackError where the table is damaged and KeyError where it has no such column."""
        key = (table, name)
        if key not in self._columns:
            try:
                self._columns[key] = self._read(table, name)
            except ODD:
                self._columns[key] = self._thorough().column(table, name)
        return self._columns[key]

    def _read(self, table: str, name: str) -> list[Any]:
        start, end, columns = self._places[table]
        at, stop = columns[name]
        declared = next(column["type"] for column in self.schema[table] if column["name"] == name)
        if stop - at > LARGEST:
            raise OddError
        if table not in self._checked:
            if sha256(memoryview(self.data)[start:end]).hexdigest() != self.head["digests"][table]:
                raise OddError
            self._checked.add(table)
        values, after = value(self.data, at)
        if after != stop or not _as_declared(values, declared) or len(values) != self.count(table):
            raise OddError
        found: list[Any] = values
        return found

    def _thorough(self) -> Package:
        """The same package in the hands of the other reader."""
        if self._other is None:
            from hrss_tui.pack.read import decode_pack

            self._other = decode_pack(bytes(self.data), self.path)
        return self._other


def open_light(path: str | None = None) -> Package:
    """Open a package. Raises PackError naming the file, what is wrong with it and the remedy."""
    chosen = path if path is not None else default_file()[0]
    try:
        return light(_bytes(chosen), chosen)
    except ODD:
        pass  # the other reader knows what to say about it
    from hrss_tui.pack.read import open_pack

    return open_pack(chosen)


def _bytes(path: str) -> bytes:
    """The bytes of a file; those of a large one are mapped rather than read."""
    if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  opening a pipe would wait for its other end
        raise OddError
    with open(path, "rb") as file:  # noqa: PTH123
        status = os.fstat(file.fileno())
        if status.st_size > MOST:
            raise OddError
        if status.st_size <= LARGEST:
            return file.read(status.st_size)
        from mmap import ACCESS_READ, mmap

        mapping: Any = mmap(file.fileno(), 0, access=ACCESS_READ)
        data: bytes = mapping
        return data


def light(data: bytes, path: str) -> LightPack:
    """A package from its bytes. Raises one of ODD where they are not plain."""
    head, tables, kept = _head(data[:LARGEST_HEAD])
    fits = head["format"] == FORMAT and head["format_version"][0] == MAJOR
    if not fits or sha256(kept).hexdigest() != head["head_digest"]:
        raise OddError
    if shape(head["schema"]) != SHAPE:
        raise OddError
    return LightPack(path, data, head, tables)


def shape(schema: dict[str, list[dict[str, str]]]) -> str:
    """Names and types of all columns of all tables, in one short text."""
    described = (
        f"{table} {column['name']} {column['type']}\n" for table in schema for column in schema[table]
    )
    return sha256("".join(described).encode()).hexdigest()[:32]


def _head(data: bytes) -> tuple[dict[str, Any], int, bytes]:
    """The head, where the tables begin, and the bytes of the head without its own digest."""
    size, at = _map(data, 0)
    head: dict[str, Any] = {}
    kept = [_map_header(size - 2)]
    while len(head) < size - 1:
        start = at
        key, at = value(data, at)
        head[key], at = value(data, at)
        if key != "head_digest":
            kept.append(data[start:at])
    key, at = value(data, at)
    if key != "tables":
        raise OddError
    return head, at, b"".join(kept)


def _places(
    data: bytes, head: dict[str, Any], at: int
) -> dict[str, tuple[int, int, dict[str, tuple[int, int]]]]:
    """Table → start, end and the places of its columns, worked out from the sizes."""
    places = {}
    tables, at = _map(data, at)
    if tables != len(head["schema"]):
        raise OddError
    for table, described in head["schema"].items():
        start = at = _expect(data, at, table)
        columns = {}
        entries, at = _map(data, at)
        if entries != len(described):
            raise OddError
        for column, size in zip(described, head["sizes"][table], strict=True):
            at = _expect(data, at, column["name"])
            columns[column["name"]] = (at, at + size)
            at += size
        places[table] = (start, at, columns)
    if at != len(data):
        raise OddError
    return places


def _expect(data: bytes, at: int, key: str) -> int:
    found, at = value(data, at)
    if found != key:
        raise OddError
    return at


def _as_declared(values: Any, declared: str) -> bool:
    """Are the values of the column's type, and harmless? Only the types that reading in haste needs."""
    if not isinstance(values, list):
        return False
    kinds = {kind.__name__ for kind in set(map(type, values))}
    if declared.startswith("string"):
        allowed = {"str", "NoneType"} if declared.endswith("?") else {"str"}
        return kinds <= allowed and are_safe([text for text in values if text])
    if declared.startswith("integer"):
        return kinds <= ({"int", "NoneType"} if declared.endswith("?") else {"int"})
    if declared == "list<integer>":
        return kinds <= {"list"} and all(type(item) is int for items in values for item in items)
    return False


def _map_header(size: int) -> bytes:
    return bytes([0x80 | size]) if size < 16 else b"\xde" + size.to_bytes(2, "big")


def _map(data: bytes, at: int) -> tuple[int, int]:
    first = data[at]
    if first & 0xF0 == 0x80:
        return first & 0x0F, at + 1
    if first == 0xDE:
        return int.from_bytes(data[at + 1 : at + 3], "big"), at + 3
    raise OddError


def value(data: bytes, at: int) -> tuple[Any, int]:
    """The value at an offset, and the offset after it."""
    return _READERS[data[at]](data, at)


def array_start(data: bytes, at: int) -> tuple[int, int]:
    """Items of the array at an offset, and where the first of them begins."""
    first = data[at]
    if first & 0xF0 == 0x90:
        return first & 0x0F, at + 1
    if first not in (0xDC, 0xDD):
        raise OddError
    return _length(data, at, 2 << first - 0xDC)


def _itself(data: bytes, at: int) -> tuple[int, int]:
    return data[at], at + 1


def _negative(data: bytes, at: int) -> tuple[int, int]:
    return data[at] - 0x100, at + 1


def _constant(data: bytes, at: int) -> tuple[bool | None, int]:
    return {0xC0: None, 0xC2: False, 0xC3: True}[data[at]], at + 1


def _number(data: bytes, at: int) -> tuple[int | float, int]:
    shape, size = _NUMBERS[data[at]]
    number: int | float = unpack_from(shape, data, at + 1)[0]
    return number, at + 1 + size


def _length(data: bytes, at: int, size: int) -> tuple[int, int]:
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _short_text(data: bytes, at: int) -> tuple[str, int]:
    return _text(data, at + 1, at + 1 + (data[at] & 0x1F))


def _long_text(data: bytes, at: int) -> tuple[str, int]:
    length, start = _length(data, at, 1 << data[at] - 0xD9)
    return _text(data, start, start + length)


def _short_array(data: bytes, at: int) -> tuple[list[Any], int]:
    return _array(data, at + 1, data[at] & 0x0F)


def _long_array(data: bytes, at: int) -> tuple[list[Any], int]:
    length, start = array_start(data, at)
    return _array(data, start, length)


def _odd(data: bytes, at: int) -> Never:
    raise OddError


def _text(data: bytes, start: int, end: int) -> tuple[str, int]:
    if end > len(data):
        raise OddError
    return data[start:end].decode(), end


def _array(data: bytes, at: int, length: int) -> tuple[list[Any], int]:
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


def _mapping(data: bytes, at: int) -> tuple[dict[str, Any], int]:
    size, at = _map(data, at)
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
_READERS: list[Callable[[bytes, int], tuple[Any, int]]] = [
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
