"""A file that is no good package is refused in a second and 300 MB, with exit status 3 and one line, by every command."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgpack
import msgspec
import pytest

from hrss_tui.cli.registry import COMMANDS
from hrss_tui.pack.head import MAX_HEAD
from tests.cli.commands import Program
from tests.robustness.forked import Forking
from tests.robustness.mutations import encoded
from tests.robustness.uses import uses

DEAR = ("unreadable", "nested", "nested maps", "many lists", "gzip bomb", "2 GiB of zeros")
"""What takes long to make, or needs a process of its own."""
SECOND = 1.0
MEGABYTES = 300

Bad = Callable[[bytes, Path], Any]


def changed(package: bytes, change: Callable[[dict[str, Any]], None], fit: bool = True) -> bytes:
    """The package with its plain data changed; digests fit unless told otherwise."""
    plain = msgpack.unpackb(package)
    change(plain)
    return encoded(plain) if fit else msgspec.msgpack.encode(plain)


def lists(plain: dict[str, Any]) -> None:
    plain["later"] = [[]] * (MAX_HEAD * 3)


def newer(plain: dict[str, Any]) -> None:
    plain["format_version"] = [3, 0]


def other_term(plain: dict[str, Any]) -> None:
    for table in plain["tables"].values():
        for values in table.values():
            values[:] = values[1:]


def huge_file(size: int, start: bytes = b"") -> Callable[[bytes, Path], None]:
    def make(package: bytes, path: Path) -> None:
        with path.open("wb") as file:
            file.write(start)
            file.truncate(size)

    return make


def bomb(package: bytes, path: Path) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"\x91" * 2**20
    path.write_bytes(
        packer.compress(b"\x81") + b"".join(packer.compress(block) for _ in range(256)) + packer.flush()
    )


def unreadable(package: bytes, path: Path) -> None:
    path.write_bytes(package)
    path.chmod(0)


BAD: dict[str, Bad] = {
    "absent": lambda package, path: None,
    "empty": lambda package, path: path.write_bytes(b""),
    "text": lambda package, path: path.write_text("hrss-datapack\n" * 100, "utf-8"),
    "picture": lambda package, path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10),
    "truncated": lambda package, path: path.write_bytes(package[: len(package) * 2 // 3]),
    "continued": lambda package, path: path.write_bytes(package + b"\0"),
    "digests": lambda package, path: path.write_bytes(changed(package, other_term, fit=False)),
    "newer": lambda package, path: path.write_bytes(changed(package, newer)),
    "nested": lambda package, path: path.write_bytes(b"\x81\xa6format" + b"\x91" * 5_000_000 + b"\xc0"),
    "nested maps": lambda package, path: path.write_bytes(b"\x81\xa1a" * 2_000_000 + b"\xc0"),
    "declared length": lambda package, path: path.write_bytes(
        b"\xdf\xff\xff\xff\xff\xa6format\xdd\xff\xff\xff\xff"
    ),
    "many lists": lambda package, path: path.write_bytes(changed(package, lists)),
    "2 GiB of zeros": huge_file(2**31),
    "1 GiB of zeros": huge_file(2**30),
    "gzip bomb": bomb,
    "gzip stump": lambda package, path: path.write_bytes(b"\x1f\x8b"),
    "directory": lambda package, path: path.mkdir(),
    "pipe": lambda package, path: os.mkfifo(path),
    "endless device": lambda package, path: path.symlink_to("/dev/zero"),
    "link to itself": lambda package, path: path.symlink_to(path),
    "unreadable": unreadable,
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_package_is_refused_in_time_and_memory(
    kind: str, small: bytes, tmp_path: Path, reading: Forking
) -> None:
    path = tmp_path / "bad.msgpack"
    BAD[kind](small, path)
    done = reading.run(["info", "--pack", path])
    assert (done.status, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert str(path) in done.err
    assert done.seconds < SECOND
    assert done.megabytes < MEGABYTES


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("completion", "help", "schema")])
def test_every_command_refuses_it_and_prints_nothing_else(
    name: str, hrss: Program, small: bytes, whole: Path, sources: Path, tmp_path: Path
) -> None:
    for number, kind in enumerate(kind for kind in BAD if kind not in DEAR):
        path = tmp_path / f"bad-{number}.msgpack"
        BAD[kind](small, path)
        arguments = list(uses(name, path, whole, tmp_path / f"out-{number}", sources))
        done = hrss(*arguments[number % len(arguments)])
        if name == "verify" and kind == "digests":
            assert done.status == 1
            continue
        assert done.status == (2 if name == "build" and not path.is_file() else 3), (
            kind,
            arguments,
            done.err,
        )
        assert done.err.count("\n") == (name != "doctor")
        assert done.out == "" or name == "doctor"
        assert not (tmp_path / f"out-{number}").exists()
        if path.is_file():
            path.unlink()


def test_damage_in_any_table_is_named_by_verify(hrss: Program, small: bytes, tmp_path: Path) -> None:
    for table, columns in msgpack.unpackb(small)["tables"].items():
        if not any(columns.values()):
            continue  # its last byte is the length of a list: nothing behind it can be read
        path = tmp_path / "damaged.msgpack"
        at = _place_of(small, table)
        path.write_bytes(small[:at] + bytes([small[at] ^ 1]) + small[at + 1 :])
        done = hrss("verify", path, "--format", "json")
        assert done.status == 1
        assert table in done.out + done.err


def _place_of(package: bytes, table: str) -> int:
    """A byte inside a table: the last of its encoding."""
    body = msgspec.msgpack.encode(msgpack.unpackb(package)["tables"][table])
    return package.index(body) + len(body) - 1


def test_a_package_cut_anywhere_between_tables_is_refused(
    hrss: Program, small: bytes, tmp_path: Path
) -> None:
    for table in msgpack.unpackb(small)["tables"]:
        at = _place_of(small, table) + 1
        if at == len(small):
            continue
        path = tmp_path / "cut.msgpack"
        path.write_bytes(small[:at])
        done = hrss("info", "--pack", path)
        assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
