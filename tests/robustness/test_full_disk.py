"""A disk that is full: the old file stays, no draft is left, one line says so, in every format that is written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrss_tui.pack.write import encode_package
from tests.robustness.forked import Forking
from tests.robustness.process import ROOT, measured
from tests.robustness.uses import EXPORTS, SHORT

FULL = Path("/dev/full")
ROOM = 40 * 1024
"""Bytes there are: more than the smallest package, less than any of the files needs."""
FILES = {
    **{form: ["export", "--format", form, "--force", "-o"] for form in EXPORTS},
    **{f"one table, {form}": ["export", "budget_lines", "--format", form, "--force", "-o"] for form in ("csv", "jsonl")},
    "build": ["build", *map(str, SHORT), "-o"],
    "build --gzip": ["build", *map(str, SHORT), "--gzip", "-o"],
}  # fmt: skip
SMALLEST = encode_package({"name": "before", "version": "1.0.0", "sources": []}, {}, {})
"""A build replaces nothing but a package."""
IN_FOLDERS = ("csv", "jsonl", "parquet", "datapackage")
"""Formats of several files."""


LIMITED = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({ROOM}, {ROOM})); sys.dont_write_bytecode = True"
"""Files end at so many bytes; writing on is an error (and, for a program that does not look, a signal)."""


@pytest.fixture
def tiny_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A file system with next to no room, or the room that is asked for."""
    place = tmp_path / "disk"
    place.mkdir()
    size = f"size={getattr(request, 'param', ROOM)}"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("no file system may be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def earlier(place: Path, kind: str) -> dict[Path, bytes]:
    """What was written before: a small file, or one in the folder."""
    if kind in IN_FOLDERS:
        (place / "out").mkdir()
        old = place / "out" / ("datapackage.json" if kind == "datapackage" else f"budget_lines.{kind}")
    else:
        old = place / "out"
    old.write_bytes(SMALLEST if kind.startswith("build") else b"of before\n")
    return tree(place)


def tree(place: Path) -> dict[Path, bytes]:
    """Every file and folder below a place."""
    return {path: path.read_bytes() if path.is_file() else b"" for path in place.rglob("*")}


@pytest.fixture
def forking(kind: str, building: Forking, reading: Forking) -> Forking:
    """The process to fork from that has loaded what a kind of file takes, and no more."""
    return building if kind.startswith("build") else reading


def assert_refused(place: Path, kind: str, forking: Forking, first: str = "") -> None:
    before = earlier(place, kind)
    done = forking.run([*FILES[kind], place / "out"], before=first)
    said = [line for line in done.err.splitlines() if line.startswith("hrss-tui: ")]
    assert (done.status, done.out) == (2, ""), done.err
    assert len(said) == 1, done.err
    assert str(place / "out") in said[0]
    assert "Traceback" not in done.err
    assert tree(place) == before


@pytest.mark.parametrize("kind", FILES)
def test_a_file_system_without_room(kind: str, tiny_disk: Path, forking: Forking) -> None:
    assert_refused(tiny_disk, kind, forking)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_may_not_grow(kind: str, tmp_path: Path, forking: Forking) -> None:
    assert_refused(tmp_path, kind, forking, LIMITED)


@pytest.mark.parametrize("tiny_disk", [3 * 2**19], indirect=True)
def test_no_room_for_the_index(tiny_disk: Path, building: Forking) -> None:
    done = building.run(["build", ROOT / "seeds", "--index", "-o", tiny_disk / "out"])
    assert done.status == 2
    assert len([line for line in done.err.splitlines() if line.startswith("hrss-tui: ")]) == 1
    assert [path.name for path in tiny_disk.iterdir()] == ["out"]
    assert building.run(["verify", tiny_disk / "out"]).status == 0


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_output_to_a_full_disk(form: str, tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hrss_tui", "export", "budget_lines", "--format", form, "-o", "-"],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_is_no_file_to_replace(tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to(FULL)
    done = measured(["export", "budget_lines", "--format", "csv", "--force", "-o", str(link)])
    assert done.status in (0, 2)
    assert FULL.is_char_device()
    assert "Traceback" not in done.err
