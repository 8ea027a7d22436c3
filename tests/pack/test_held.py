"""A file that is read where it is asked for gives what its bytes give, and says when it changes."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.errors import PackError
from hrss_tui.pack.held import PAGE, HeldFile

SIZE = 3 * PAGE + 17


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("held") / "bytes"
    made.write_bytes(bytes(number * 31 % 251 for number in range(SIZE)))
    return made


@given(start=st.integers(-SIZE - 5, SIZE + 5), end=st.integers(-SIZE - 5, SIZE + 5))
def test_a_stretch_is_that_of_the_bytes(path: Path, start: int, end: int) -> None:
    held, data = HeldFile(str(path)), path.read_bytes()
    assert held[start:end] == data[start:end]
    assert held[start:] == data[start:]
    assert len(held) == len(data)


def test_single_bytes_and_what_is_beyond(path: Path) -> None:
    held, data = HeldFile(str(path)), path.read_bytes()
    for place in (0, PAGE - 1, PAGE, SIZE - 1):
        assert held[place] == data[place]
    for place in (SIZE, -1):
        with pytest.raises(IndexError):
            held[place]


@pytest.mark.parametrize("change", ["shorter", "longer", "other"])
def test_a_file_that_changes_is_said_to_have_changed(path: Path, tmp_path: Path, change: str) -> None:
    own = tmp_path / "own"
    own.write_bytes(path.read_bytes())
    held = HeldFile(str(own))
    assert held[0] == 0
    if change == "other":
        own.write_bytes(bytes(SIZE))
        os.utime(own, ns=(1, 1))
    elif change == "shorter":
        os_truncate(own, PAGE)
    else:
        with own.open("ab") as file:
            file.write(b"more")
    with pytest.raises(PackError, match="改动"):
        held[2 * PAGE]


@pytest.mark.skipif(os.name == "nt", reason="no time of the status")
def test_a_file_whose_times_are_set_back_is_said_to_have_changed(path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.write_bytes(path.read_bytes())
    held, before = HeldFile(str(own)), own.stat()
    assert held[0] == 0
    with own.open("r+b") as file:
        file.seek(2 * PAGE)
        file.write(b"other bytes")
    os.utime(own, ns=(before.st_atime_ns, before.st_mtime_ns))
    for _ in range(2):
        with pytest.raises(PackError, match="改动"):
            held[2 * PAGE]


@pytest.mark.skipif(os.name == "nt", reason="no such rights, links and names of open files")
@pytest.mark.parametrize("change", ["rights", "linked", "renamed", "removed"])
def test_what_changes_nothing_in_a_file_is_no_change(path: Path, tmp_path: Path, change: str) -> None:
    own = tmp_path / "own"
    own.write_bytes(path.read_bytes())
    held = HeldFile(str(own))
    match change:
        case "rights":
            own.chmod(0o600)
        case "linked":
            (tmp_path / "more").hardlink_to(own)
        case "renamed":
            own.rename(tmp_path / "more")
        case _:
            own.unlink()
    assert held[PAGE:] == path.read_bytes()[PAGE:]
    assert held[2 * PAGE] == path.read_bytes()[2 * PAGE]


def test_a_file_that_changes_while_it_is_read_is_said_to_have_changed(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.write_bytes(path.read_bytes())
    held = HeldFile(str(own))

    class Changing:
        """The file, changed by another just before it is read."""

        def __init__(self, file: Any) -> None:
            self._file = file
            self.fileno, self.seek, self.close = file.fileno, file.seek, file.close

        def read(self, size: int) -> Any:
            own.write_bytes(bytes(SIZE))
            os.utime(own, ns=(1, 1))
            return self._file.read(size)

    monkeypatch.setattr(held, "_file", Changing(held._file))
    with pytest.raises(PackError, match="改动"):
        held[2 * PAGE]


def os_truncate(path: Path, size: int) -> None:
    """Cut a file where it is, as an overwriting copy does first."""
    with path.open("r+b") as file:
        file.truncate(size)


def test_a_file_that_is_replaced_stays_as_it_was(path: Path, tmp_path: Path) -> None:
    own, new = tmp_path / "own", tmp_path / "new"
    own.write_bytes(path.read_bytes())
    new.write_bytes(b"another")
    held = HeldFile(str(own))
    new.replace(own)
    assert held[:] == path.read_bytes()
