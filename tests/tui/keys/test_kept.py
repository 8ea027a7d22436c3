"""Last places and bookmarks as files: by title, newest first, and nothing is lost where a file cannot be read."""

from __future__ import annotations

import stat
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from hrss_tui.errors import UsageError
from hrss_tui.query.views import parse_view
from hrss_tui.tui.frame.navigate import History
from hrss_tui.tui.keys.changing import save_setting
from hrss_tui.tui.keys.kept import (
    MOST,
    MOST_BOOKMARKS,
    Place,
    add_bookmark,
    distinct,
    drop_bookmark,
    keep_places,
    read_places,
    why_unread,
)
from hrss_tui.words import spoken

HERE, THERE = Place("budget/208", "预算 › 208"), Place("checks", "校验")


def test_why_bookmarks_cannot_be_read_is_said_and_that_there_is_no_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("budget/208\tx\n", "utf-8")
    (tmp_path / "other").write_text("budget/208\tx\n", "utf-16")
    for path in (None, tmp_path / "none", tmp_path / "file", tmp_path / "file" / "below"):
        assert why_unread(path) is None
    said = why_unread(tmp_path / "other")
    assert said is not None
    assert str(tmp_path / "other") in said
    assert "are not listed" in spoken(said, "en")


def test_places_are_kept_newest_first_and_once(tmp_path: Path) -> None:
    path = tmp_path / "state" / "history"
    keep_places([THERE], path)
    keep_places([HERE, Place("checks?at=3", "校验")], path)
    assert read_places(path) == [HERE, Place("checks?at=3", "校验")]
    assert read_places(path, 1) == [HERE]
    keep_places([Place(f"search/{number}", f"搜索 › {number}") for number in range(MOST)], path)
    assert len(read_places(path)) == MOST


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    keep_places([HERE], blocked / "history")
    keep_places([HERE], None)
    assert read_places(blocked / "history") == []
    assert read_places(None) == []


def test_lines_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text("nowhere/1\tNo page\nbudget/208\tA\x1b[31m title\tnote\tmore\n\nchecks\n", "utf-8")
    assert read_places(path) == [Place("budget/208", "A[31m title", "note more"), Place("checks")]


def test_an_endless_view_is_not_kept() -> None:
    assert distinct([Place("search/" + "长" * 2_000, "x"), HERE]) == [HERE]


def test_bookmarks_come_change_and_go(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks"
    add_bookmark(HERE, path)
    add_bookmark(THERE._replace(note="三处\n矛盾\t看"), path)
    assert read_places(path) == [THERE._replace(note="三处 矛盾 看"), HERE]
    add_bookmark(HERE._replace(note="大头"), path)
    assert read_places(path) == [HERE._replace(note="大头"), THERE._replace(note="三处 矛盾 看")]
    drop_bookmark(HERE.view, path)
    assert [one.view for one in read_places(path)] == [THERE.view]


def test_bookmarks_that_cannot_be_read_are_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="bookmarks"):
        add_bookmark(HERE, path)
    assert path.read_bytes() == b"\xff\xfe"
    with pytest.raises(UsageError):
        add_bookmark(HERE, None)


def test_a_damaged_byte_costs_its_line_alone(tmp_path: Path) -> None:
    damaged = b"budget/2\xff08\tA\n"
    history, bookmarks = tmp_path / "history", tmp_path / "bookmarks"
    for path in (history, bookmarks):
        path.write_bytes(b"search/x\tX\n" + damaged + b"indicators\tY\n")
    assert (
        [one.title for one in read_places(bookmarks)]
        == [one.title for one in read_places(history)]
        == ["X", "Y"]
    )
    keep_places([THERE], history)
    assert [one.title for one in read_places(history)] == ["校验", "X", "Y"]
    add_bookmark(THERE, bookmarks)
    assert (
        bookmarks.read_bytes() == "checks\t校验\n".encode() + b"search/x\tX\n" + damaged + b"indicators\tY\n"
    )


def test_a_history_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_bytes(b"\xff\xfeb\0")
    keep_places([HERE], path)
    assert path.read_bytes() == b"\xff\xfeb\0"


def test_what_another_version_keeps_in_a_line_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks"
    path.write_text("# of a later version\nmap/6531\tMap\tnote\nbudget/208\tA\tnote\tmore\r\n", "utf-8")
    add_bookmark(THERE, path)
    assert path.read_text("utf-8") == (
        "checks\t校验\n# of a later version\nmap/6531\tMap\tnote\nbudget/208\tA\tnote\tmore\n"
    )
    drop_bookmark("budget/208", path)
    assert path.read_text("utf-8") == "checks\t校验\n# of a later version\nmap/6531\tMap\tnote\n"


@pytest.mark.parametrize("more", [0, 200])
def test_where_there_are_too_many_bookmarks_none_goes_for_a_new_one(more: int, tmp_path: Path) -> None:
    path = tmp_path / "bookmarks"
    whole = "".join(f"budget/{number}\tA\n" for number in range(MOST_BOOKMARKS + more))
    path.write_text(whole, "utf-8")
    with pytest.raises(UsageError, match=str(MOST_BOOKMARKS)):
        add_bookmark(THERE, path)
    assert path.read_text("utf-8") == whole
    add_bookmark(Place("budget/7", "A", "changed"), path)
    assert path.read_text("utf-8").count("\n") == whole.count("\n")
    drop_bookmark("budget/7", path)
    assert path.read_text("utf-8") == whole.replace("budget/7\tA\n", "", 1)


def test_a_bookmark_that_could_not_be_read_again_is_not_said_to_be_kept(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="1000"):
        add_bookmark(Place("search/" + "长" * 2_000, "x"), tmp_path / "bookmarks")
    assert not (tmp_path / "bookmarks").exists()


def test_a_line_without_end_is_no_place(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text("budget/" + "9" * 100_000 + "\nchecks\n", "utf-8")
    assert read_places(path) == [Place("checks")]


@pytest.mark.parametrize("line", ["", "x", "budge/208", "budgets", "\t", "pack=\tpack="])
def test_a_million_lines_that_are_no_places_take_no_time(line: str, tmp_path: Path) -> None:
    """No near page is looked for, as is for what somebody types."""
    path = tmp_path / "history"
    path.write_text(f"{line}\n" * (2**21 // (len(line) + 1)), "utf-8")
    begun = time.process_time()
    assert read_places(path) == []
    assert time.process_time() - begun < 5


def test_a_file_keeps_its_rights(tmp_path: Path) -> None:
    for name, change in (
        ("bookmarks", add_bookmark),
        ("history", lambda one, path: keep_places([one], path)),
    ):
        path = tmp_path / name
        path.write_text("checks\n")
        path.chmod(0o600)
        change(HERE, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert len(read_places(path)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no locks of folders")
def test_several_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    """Each has opened the folder by itself: to its lock threads are what programs are."""
    begin = Barrier(4)

    def add(number: int) -> None:
        place = Place(f"budget/{number}", f"{number}")
        begin.wait()
        add_bookmark(place, tmp_path / "bookmarks")
        keep_places([place], tmp_path / "history")
        save_setting(tmp_path / "config.toml", f"key{number}", "x", "keys")

    with ThreadPoolExecutor(4) as several:
        list(several.map(add, range(4)))
    assert len(read_places(tmp_path / "bookmarks")) == len(read_places(tmp_path / "history")) == 4
    assert (tmp_path / "config.toml").read_text("utf-8").count("key") == 5


def test_the_history_gives_its_places_by_title() -> None:
    history = History()
    for view, title in (("overview", "总览"), ("budget/208", "预算 › 208"), ("checks", "校验")):
        history.visit(parse_view(view))
        history.call(title)
    history.replace(parse_view("checks?at=2"))
    history.call("校验")
    assert history.places() == [Place("checks?at=2", "校验"), HERE, Place("overview", "总览")]
    history.move(-1)
    assert [place.view for place in history.places()] == ["budget/208", "overview", "checks?at=2"]
