"""Last places and bookmarks as files: by title, newest first, and nothing is lost where a file cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.errors import UsageError
from hrss_tui.query.views import parse_view
from hrss_tui.tui.frame.navigate import History
from hrss_tui.tui.keys.kept import (
    MOST,
    Place,
    add_bookmark,
    distinct,
    drop_bookmark,
    keep_places,
    read_places,
)

HERE, THERE = Place("budget/208", "预算 › 208"), Place("checks", "校验")


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
