"""Files appear whole or not at all, and nothing is overwritten by accident."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from hrss_tui.errors import UsageError
from hrss_tui.export import run
from hrss_tui.export.target import new_file, new_folder
from hrss_tui.pack.read import Pack


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    with new_file(tmp_path / "sub" / "a.csv", force=False) as draft:
        draft.write_text("x")
        assert not (tmp_path / "sub" / "a.csv").exists()
    assert (tmp_path / "sub" / "a.csv").read_text() == "x"
    assert names(tmp_path / "sub") == ["a.csv"]


def test_a_failure_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(RuntimeError), new_file(tmp_path / "a.csv", force=True) as draft:
        draft.write_text("half")
        raise RuntimeError
    assert (tmp_path / "a.csv").read_text() == "old"
    assert names(tmp_path) == ["a.csv"]


def test_an_existing_file_is_only_overwritten_when_told_so(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(UsageError, match="--force"), new_file(tmp_path / "a.csv", force=False) as draft:
        draft.write_text("new")
    assert (tmp_path / "a.csv").read_text() == "old"
    with new_file(tmp_path / "a.csv", force=True) as draft:
        draft.write_text("new")
    assert (tmp_path / "a.csv").read_text() == "new"


def test_a_folder_is_never_taken_for_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(UsageError), new_file(tmp_path / "a", force=True):
        pass
    (tmp_path / "f").write_text("")
    with pytest.raises(UsageError), new_folder(tmp_path / "f", force=True):
        pass


def test_a_folder_is_filled_and_what_else_is_in_it_stays(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    for force in (False, True):
        with new_folder(tmp_path / "out", force) as draft:
            (draft / "a.csv").write_text("x")
    assert names(tmp_path / "out") == ["a.csv", "mine.txt"]
    with pytest.raises(UsageError), new_folder(tmp_path / "out", force=False) as draft:
        (draft / "a.csv").write_text("y")
        (draft / "b.csv").write_text("y")
    assert names(tmp_path / "out") == ["a.csv", "mine.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match=r"a\.csv"), new_file(tmp_path / "a.csv", force=False):
        pass
    tmp_path.chmod(0o700)


def test_a_parent_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(UsageError, match=r"a\.csv"), new_file(tmp_path / "f" / "a.csv", force=False):
        pass


def test_folders_made_for_a_result_that_did_not_come_are_gone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.csv"
    with pytest.raises(ZeroDivisionError), new_file(path, force=False):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    with new_file(path, force=False) as draft:
        draft.write_text("x", "utf-8")
    assert path.read_text("utf-8") == "x"


def test_what_cannot_be_written_is_named_and_not_the_description_beside_it(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(run, "_write_file", full)
    path = tmp_path / "a.sqlite"
    with pytest.raises(UsageError) as caught:
        run.export(pack, run.Request(format="sqlite", path=path), lambda _text: None)
    assert str(caught.value).startswith(f"{path}: ")
    assert names(tmp_path) == []
