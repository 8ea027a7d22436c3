"""A package opened in a few milliseconds: MessagePack read in plain Python, and only where it is needed.

Importing msgspec takes longer than a whole search, so commands that need a few columns read them with this. The
key `sizes` of a package says where each column lies. Whatever is not exactly as `hrss_tui.pack.write` leaves it
(no sizes, another order, a wrong digest, another version) is handed to `hrss_tui.pack.read`, which takes its
time, reads it all the same or says what is wrong with it.
"""

from __future__ import annotations

import os
from stat import S_ISREG

from hrss_tui.pack.digest import sha256_hex
from hrss_tui.pack.msgpack import ODD, OddError, array_start, map_header, map_start, value
from hrss_tui.pack.where import default_file
from hrss_tui.plain import are_safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from hrss_tui.pack.held import HeldFile
    from hrss_tui.pack.read import Pack

    Places = dict[str, tuple[int, int, dict[str, tuple[int, int]]]]

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


FORMAT, MAJOR = "hrss-datapack", 2
STRETCHES = "stretches"
"""The one key that may follow the tables."""
LARGEST = 16 * 2**20
"""Bytes of a column up to which plain Python is the faster reader."""
MOST = 2**30
"""Bytes of a package beyond which it is refused; see hrss_tui.pack.read."""
BEYOND = 2**63
"""The smallest integer that not every consumer can hold; MessagePack has none that is too small."""
LARGEST_HEAD = 2**20
"""Bytes before the tables up to which it is: what stands there is all decoded, whatever it is."""
SHAPE = "1b793487afe2a17289191c9b88b068d6"
"""What `shape` says of the tables this program knows: each column has the type that it is taken for."""


class LightPack:
    """An open package: `path`, `head` (everything but the tables), `schema`, `count` and `column`.

    `data` are the bytes of the file and `digest` is that of its head.
    """

    def __init__(
        self, path: str, data: bytes | HeldFile, head: dict[str, Any], places: Places, behind: int
    ) -> None:
        self.path = path
        self.data = data
        self.digest: str = head.pop("head_digest")
        self.head = head
        self.schema: dict[str, list[dict[str, str]]] = head["schema"]
        self._places = places
        self._behind = behind
        self._checked: set[str] = set()
        self._columns: dict[tuple[str, str], list[Any]] = {}
        self._other: Pack | None = None

    @property
    def size(self) -> int:
        """Bytes of the file."""
        return len(self.data)

    def items(self, table: str, name: str) -> tuple[int, int]:
        """How many values a column has and where in `data` the first begins. Raises KeyError."""
        return array_start(self.data, self._places[table][2][name][0])

    def stretch(self, table: str, name: str) -> bytes:
        """The bytes of a column from its first value on. Raises KeyError."""
        data: bytes = self.data[self.items(table, name)[1] : self._places[table][2][name][1]]
        return data

    def values_at(self, table: str, name: str) -> tuple[int, int]:
        """Where in `data` the values of a column begin and end. Raises KeyError."""
        return self.items(table, name)[1], self._places[table][2][name][1]

    def column_at(self, table: str, name: str) -> tuple[int, int]:
        """Where in `data` a column begins and ends. Raises KeyError."""
        return self._places[table][2][name]

    def table_at(self, table: str) -> tuple[int, int]:
        """Where in `data` a table begins and ends. Raises KeyError."""
        return self._places[table][:2]

    def stretches(self) -> bytes:
        """The bytes of the key `stretches`; empty where the package has none."""
        if self._behind == len(self.data):
            return b""
        data: bytes = self.data[_expect(self.data, self._behind, STRETCHES) :]
        return data

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
                self._columns[key] = self.thorough().column(table, name)
        return self._columns[key]

    def _read(self, table: str, name: str) -> list[Any]:
        start, end, columns = self._places[table]
        at, stop = columns[name]
        declared = next(column["type"] for column in self.schema[table] if column["name"] == name)
        if stop - at > LARGEST:
            raise OddError
        if table not in self._checked:
            if sha256_hex(self.data[start:end]) != self.head["digests"][table]:
                raise OddError
            self._checked.add(table)
        values, after = value(self.data[at:stop], 0)
        if after != stop - at or not _as_declared(values, declared) or len(values) != self.count(table):
            raise OddError
        found: list[Any] = values
        return found

    def thorough(self) -> Pack:
        """The same package in the hands of the other reader."""
        if self._other is None:
            from hrss_tui.pack.stored import thorough

            self._other = thorough(self)
        return self._other


def open_light(path: str | None = None) -> LightPack | Pack:
    """Open a package. Raises PackError naming the file, what is wrong with it and the remedy."""
    chosen = path if path is not None else default_file()[0]
    try:
        return light(_bytes(chosen), chosen)
    except ODD:
        pass  # the other reader knows what to say about it
    from hrss_tui.pack.read import open_pack

    return open_pack(chosen)


def _bytes(path: str) -> bytes | HeldFile:
    """The bytes of a file; those of a large one are read where they are asked for."""
    if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  opening a pipe would wait for its other end
        raise OddError
    with open(path, "rb") as file:  # noqa: PTH123
        status = os.fstat(file.fileno())
        if status.st_size > MOST:
            raise OddError
        if status.st_size <= LARGEST:
            return file.read(status.st_size)
    from hrss_tui.pack.held import HeldFile

    return HeldFile(path)


def light(data: bytes | HeldFile, path: str) -> LightPack:
    """A package from its bytes. Raises one of ODD where they are not plain."""
    head, tables, kept = _head(data[:LARGEST_HEAD])
    if head["format"] != FORMAT or head["format_version"][0] != MAJOR or shape(head["schema"]) != SHAPE:
        raise OddError
    places, behind = _places(data, head, tables)
    if behind != len(data):
        _expect(data, behind, STRETCHES)
    if sha256_hex(kept + data[behind:]) != head["head_digest"]:
        raise OddError
    return LightPack(path, data, head, places, behind)


def shape(schema: dict[str, list[dict[str, str]]]) -> str:
    """Names and types of all columns of all tables, in one short text."""
    described = (
        f"{table} {column['name']} {column['type']}\n" for table in schema for column in schema[table]
    )
    return sha256_hex("".join(described).encode())[:32]


def _head(data: bytes) -> tuple[dict[str, Any], int, bytes]:
    """The head, where the tables begin, and the bytes of the head without its own digest."""
    size, at = map_start(data, 0)
    head: dict[str, Any] = {}
    kept = [map_header(size - 2)]
    start, (key, at) = at, value(data, at)
    while key != "tables":
        head[key], at = value(data, at)
        if key != "head_digest":
            kept.append(data[start:at])
        start, (key, at) = at, value(data, at)
    if not size - 2 <= len(head) <= size - 1:
        raise OddError
    return head, at, b"".join(kept)


def _places(data: bytes | HeldFile, head: dict[str, Any], at: int) -> tuple[Places, int]:
    """Table → start, end and the places of its columns, worked out from the sizes; and where the tables end."""
    places: Places = {}
    tables, at = map_start(data, at)
    if tables != len(head["schema"]):
        raise OddError
    for table, described in head["schema"].items():
        start = at = _expect(data, at, table)
        columns = {}
        entries, at = map_start(data, at)
        if entries != len(described):
            raise OddError
        for column, size in zip(described, head["sizes"][table], strict=True):
            at = _expect(data, at, column["name"])
            columns[column["name"]] = (at, at + size)
            at += size
        places[table] = (start, at, columns)
    return places, at


def _expect(data: bytes | HeldFile, at: int, key: str) -> int:
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
        allowed = {"int", "NoneType"} if declared.endswith("?") else {"int"}
        return kinds <= allowed and max(filter(None, values), default=0) < BEYOND
    if declared == "boolean":
        return kinds <= {"bool"}
    if declared == "list<integer>":
        return kinds <= {"list"} and all(
            type(item) is int and item < BEYOND for items in values for item in items
        )
    return False
