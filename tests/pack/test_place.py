"""What is never replaced, and what becomes of links, masks and folders where a file is to be put."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from hrss_tui.errors import UsageError
from hrss_tui.export.target import new_file
from hrss_tui.pack.place import place_for_package, place_of
from hrss_tui.pack.write import write_atomic

MARK = b"\x89\xa6format\xadhrss-datapack"


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_a_pipe_stays_a_pipe(pipe: Path) -> None:
    with pytest.raises(UsageError, match="不是普通文件"):
        write_atomic(pipe, b"x")
    with pytest.raises(UsageError, match="不是普通文件"), new_file(pipe, force=True) as draft:
        draft.write_bytes(b"x")
    assert pipe.is_fifo()
    assert list(pipe.parent.iterdir()) == [pipe]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no /proc here")
def test_a_name_of_an_open_pipe_is_a_pipe() -> None:
    """As /dev/stdout is in a pipe: its link reads `pipe:[123]`, which is the name of nothing."""
    ends = os.pipe()
    try:
        with pytest.raises(UsageError, match=r"/proc/self/fd.*不是普通文件"):
            place_of(Path(f"/proc/self/fd/{ends[1]}"))
    finally:
        for end in ends:
            os.close(end)


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("link", "other"):
        (tmp_path / name).symlink_to(f"folder/{name}.csv")
    write_atomic(tmp_path / "link", b"x")
    with new_file(tmp_path / "other", force=False) as draft:
        draft.write_bytes(b"y")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "other").is_symlink()
    assert (tmp_path / "folder/link.csv").read_bytes() == b"x"
    assert (tmp_path / "folder/other.csv").read_bytes() == b"y"


def test_links_in_a_circle_are_named(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        place_of(tmp_path / "a")
    with pytest.raises(UsageError, match="/a:"):
        write_atomic(tmp_path / "a", b"x")
    with pytest.raises(UsageError, match="/a:"):
        place_for_package(tmp_path / "a")


def test_the_mask_says_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_atomic(tmp_path / "a", b"x")
        with new_file(tmp_path / "b", force=False) as draft:
            draft.write_bytes(b"x")
    finally:
        os.umask(before)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in "ab"] == [0o600, 0o600]


def test_who_was_quicker_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="已存在"), new_file(tmp_path / "a", force=False) as draft:
        draft.write_text("mine")
        (tmp_path / "a").write_text("theirs")
    assert (tmp_path / "a").read_text() == "theirs"


@pytest.mark.parametrize("there", [b"", MARK, MARK + b"cut", gzip.compress(MARK + b"x" * 999, mtime=0)])
def test_a_package_takes_the_place_of_a_package(tmp_path: Path, there: bytes) -> None:
    (tmp_path / "a").write_bytes(there)
    place_for_package(tmp_path / "a")
    place_for_package(tmp_path / "not there")
    assert (tmp_path / "a").read_bytes() == there  # it is asked about, not yet replaced
    assert not (tmp_path / "not there").exists()


@pytest.mark.parametrize(
    "there", [b"x", b" " * 5000 + MARK, gzip.compress(b"notes", mtime=0), b"\x1f\x8bnotes"]
)
def test_a_package_takes_the_place_of_nothing_else(tmp_path: Path, there: bytes) -> None:
    (tmp_path / "a").write_bytes(there)
    with pytest.raises(UsageError, match="不是数据包"):
        place_for_package(tmp_path / "a")
