"""Packages that are well-formed and whose whole numbers are absurd: the explorer shows every page of them all the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgpack
import pytest

if sys.platform == "win32":
    pytest.skip("limits of memory of Unix", allow_module_level=True)

import resource

from tests.robustness.mutations import Plain, encoded
from tests.tui.driving import explorer, explorer_of, press, screen, type_text

ABSURD = (2**62, 10**9, 0, -1, -(2**63))
ALONE = (
    "blocks",
    "budget_lines",
    "checks",
    "documents",
    "observations",
    "pages",
    "prefecture_values",
    "prefectures",
)
"""Tables whose numbers are absurd while all others make sense, so that what they lead to is reached."""
ROOM = 2 * 2**30
"""Bytes that the explorer may take beside what the tests have taken already."""
PAGES = (
    ("1",),
    ("2", "down", "enter", "s", "escape", "left"),
    ("3", "down", "enter", "t", "t", "escape"),
    ("4", "down", "enter", "g"),
    ("6", "down", "enter", "down", "pagedown", "end", "home", "y"),
    ("7", "down", "enter", "enter", "escape"),
)
"""Keys that lead to each page, and to what can be opened there."""


@contextmanager
def little_memory() -> Iterator[None]:
    """Inside, what would take all memory is an error instead."""
    taken = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (taken + ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def absurd(package: bytes, number: int, table: str = "") -> bytes:
    """The package with one number in every integer column, or in those of one table."""
    plain: Plain = msgpack.unpackb(package)
    plain.pop("stretches", None)
    for name, columns in plain["schema"].items():
        for column in columns if table in ("", name) else ():
            if "integer" in column["type"]:
                values = plain["tables"][name][column["name"]]
                plain["tables"][name][column["name"]] = [_changed(value, number) for value in values]
    return encoded(plain)


def _changed(value: object, number: int) -> object:
    if isinstance(value, list):
        return [number] * max(1, len(value))
    return None if value is None else number


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no such measure here")
@pytest.mark.parametrize(
    ("number", "table"), [*((number, "") for number in ABSURD), *((ABSURD[0], table) for table in ALONE)]
)
async def test_absurd_numbers_end_no_page(number: int, table: str, small: bytes, tmp_path: Path) -> None:
    pack = tmp_path / "absurd.msgpack"
    pack.write_bytes(absurd(small, number, table))
    with little_memory():
        async with explorer(str(pack), size=(100, 30)) as pilot:
            app = explorer_of(pilot)
            for keys in PAGES:
                await press(pilot, *keys)
                assert (app.crash, app.failure) == (None, None)
            await press(pilot, "escape", "5")
            await type_text(pilot, "就业")
            assert "就业" in screen(pilot)
            await press(pilot, "enter", "down", "enter")
            assert (app.crash, app.failure) == (None, None)
