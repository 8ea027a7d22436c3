"""Fuzz both readers of packages: `python scripts/fuzz_pack.py [--seconds N] [--findings DIR] [--replay FILE …]`.

Whatever the bytes are, the thorough reader (`hrss_tui.pack.read`) and `verify` answer or raise PackError, and the quick
one (`hrss_tui.pack.open`) never says anything else than the thorough one. Digests are taken to fit, as those of a
package that somebody made with intent do: otherwise hardly a change would get past them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.errors import PackError  # noqa: E402
from hrss_tui.pack import head, open, read  # noqa: E402
from hrss_tui.pack.compressed import compressed  # noqa: E402
from hrss_tui.pack.msgpack import ODD  # noqa: E402
from hrss_tui.pack.verify import verify  # noqa: E402
from hrss_tui.pack.write import encode_columns, head_digest  # noqa: E402
from scripts.fuzzing import main  # noqa: E402

NAME = "fuzzed.msgpack"
DAMAGED = "damaged"
NESTED: Any = [[[[[[]]]]]]
MEAN: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 127, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, -(2**63), 0.0, -0.0, 1e308,
    float("nan"), float("inf"), "", "x", "\x1b[31m", "\u202e", "\ud7ff", "長" * 300, "string", "integer?", "list<string>",
    "2030", "a\nb", [], {}, NESTED, [None], [1, "x"], {"name": "x", "type": "string"}, b"", b"\0", msgspec.msgpack.Ext(1, b"x"),
)  # fmt: skip


class DisagreeError(AssertionError):
    """The two readers give different values."""


class _FittingText(str):
    """A digest that is equal to whatever it is compared with; what is cut out of it is itself again."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False


class _FittingDigest:
    def __init__(self, data: Any = b"") -> None:
        self._digest = sha256(data)

    def hexdigest(self) -> str:
        return _FittingText(self._digest.hexdigest())


@contextmanager
def fitting_digests() -> Iterator[None]:
    """Every digest of a package fits."""
    module = SimpleNamespace(sha256=_FittingDigest)
    with ExitStack() as stack:
        stack.enter_context(patch.object(read, "hashlib", module))
        stack.enter_context(patch.object(head, "hashlib", module))
        stack.enter_context(patch.object(open, "sha256_hex", lambda data: _FittingDigest(data).hexdigest()))
        yield


def one(data: bytes) -> None:
    """Read all of a package by both readers. Raises DisagreeError, or whatever a reader should not have raised."""
    with fitting_digests():
        try:
            pack = read.decode_pack(data, NAME)
        except PackError:
            pack = None
        if pack is not None:
            verify(pack)
        _compared(data, pack)


def _compared(data: bytes, pack: read.Pack | None) -> None:
    try:
        quick = open.light(data, NAME)
    except ODD:
        return
    values = {
        table: [_outcome(quick, table, column["name"]) for column in columns]
        for table, columns in quick.schema.items()
    }
    if pack is None:
        # What is wrong lies in a table that nobody has asked for.
        alike = any(DAMAGED in columns for columns in values.values())
    else:
        alike = all(map(_alike, values.values(), (_all(pack, table) for table in values)))
    if not alike:
        raise DisagreeError


def _all(pack: read.Pack, table: str) -> list[Any]:
    return [_outcome(pack, table, column["name"]) for column in pack.schema[table]]


def _alike(quick: list[Any], thorough: list[Any]) -> bool:
    """Are the columns of a table the same? The thorough reader counts rows by reading the first one."""
    first_damaged = DAMAGED in (quick[0], thorough[0])
    return repr(quick) == repr(thorough) or (first_damaged and set(map(repr, thorough)) == {repr(DAMAGED)})


def _outcome(pack: open.Package, table: str, name: str) -> list[Any] | str:
    try:
        return pack.column(table, name)
    except PackError:
        return DAMAGED
    except KeyError:
        return "unknown"


def seeds() -> Iterator[bytes]:
    """The shipped package with a row or two of each table, bare of descriptions; compressed; and one with more."""
    pack = read.open_pack(ROOT / "datapack" / "hrss-xinjiang.msgpack")
    for rows in (0, 1, 3):
        yield _bare(pack, rows)
    yield compressed(_bare(pack, 1))
    more = msgspec.msgpack.decode(_bare(pack, 1))
    more["schema"]["later"] = [{"name": "x", "type": "date"}, {"name": "y", "type": "boolean"}]
    more["tables"]["later"] = {"x": ["2030", {"a": [1.5]}], "y": [True, False]}
    yield fitted(more)


def _bare(pack: read.Pack, rows: int) -> bytes:
    schema = {
        table: [{"name": column["name"], "type": column["type"]} for column in columns]
        for table, columns in pack.schema.items()
    }
    tables = {
        table: {name: _telling(values, rows) for name, values in pack.columns(table).items()}
        for table in schema
    }
    package = {"name": "x", "version": "1", "sources": [{"file": "a", "documents": ["b"]}]}
    return encode_columns(
        package, schema, tables, {"lookup": {"variants": ["业", "業"], "pinyin": {"jiu": "就"}}}
    )


def _telling(values: list[Any], rows: int) -> list[Any]:
    """So many values, those that are something first."""
    return sorted(values, key=lambda value: value in (None, [], ""))[:rows]


def changed(data: bytes, chance: Random) -> bytes:
    """The package with one to four of its values replaced, removed, repeated or moved; its sizes fit again."""
    plain = msgspec.msgpack.decode(data, type=dict[Any, Any])
    for _ in range(chance.choice((1, 1, 2, 4))):
        holder, key = chance.choice(list(_places(plain)))
        other, from_ = chance.choice(list(_places(plain)))
        chance.choice(CHANGES)(holder, key, chance.choice((chance.choice(MEAN), other[from_])))
    return fitted(plain) if chance.random() < 0.8 else msgspec.msgpack.encode(plain)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of plain data: what holds it, and its key there."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _replace(holder: Any, key: Any, value: Any) -> None:
    holder[key] = msgspec.msgpack.decode(msgspec.msgpack.encode(value))


def _remove(holder: Any, key: Any, value: Any) -> None:
    del holder[key]


def _rename(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder, dict) and isinstance(value, str):
        holder[value] = holder.pop(key)
    else:
        _replace(holder, key, value)


def _repeat(holder: Any, key: Any, value: Any) -> None:
    if isinstance(holder[key], list | str):
        holder[key] = holder[key] * 3
    else:
        _replace(holder, key, [holder[key]] * 3)


def _negate(holder: Any, key: Any, value: Any) -> None:
    known = type(holder[key]) is int and holder[key] < 2**63
    holder[key] = -holder[key] - 1 if known else value


CHANGES: tuple[Callable[[Any, Any, Any], None], ...] = (
    _replace,
    _replace,
    _remove,
    _rename,
    _repeat,
    _negate,
)


def fitted(plain: dict[str, Any]) -> bytes:
    """The bytes of plain data, with the sizes of its columns where it still has columns."""
    head = {key: value for key, value in plain.items() if key != "tables"}
    try:
        head["sizes"] = {
            table: [len(msgspec.msgpack.encode(values)) for values in columns.values()]
            for table, columns in plain["tables"].items()
        }
        head["head_digest"] = head_digest(head)
    except (AttributeError, KeyError):
        return msgspec.msgpack.encode(plain)
    return msgspec.msgpack.encode({**head, "tables": plain["tables"]})


if __name__ == "__main__":
    sys.exit(main("fuzz_pack"))
