"""Bookmarks with a note and the last places, found again by what they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.locations import bookmarks_path, history_path
from hrss_tui.pack.where import ENVIRONMENT, default_file, package_key
from hrss_tui.tui.keys.kept import Place, keep_places, read_places
from tests.tui.driving import explorer, explorer_of, press, screen, type_text


async def test_a_place_is_marked_with_a_note_and_found_by_it(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget/2080104") as pilot:
        await press(pilot, "a")
        assert "加书签" in screen(pilot)
        await type_text(pilot, "要问的")
        await press(pilot, "enter")
        assert "已加书签" in screen(pilot)
        kept = read_places(bookmarks_path())
        assert [(one.view, one.note) for one in kept] == [(explorer_of(pilot).view_string(), "要问的")]
        assert "综合业务管理" in kept[0].title
        await press(pilot, "7", "p")
        assert "要问的" in screen(pilot)
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string().startswith("budget/2080104")


@pytest.mark.parametrize("seen", [False, True], ids=["nowhere yet", "elsewhere"])
async def test_bookmarks_that_cannot_be_read_are_not_told_as_none(
    seen: bool, pack_file: str, own_home: Path
) -> None:
    path = bookmarks_path()
    assert path is not None
    path.mkdir(parents=True)
    async with explorer(pack_file, "checks") as pilot:
        await press(pilot, *(["7", "2"] if seen else []), "p")
        assert "是一个目录" in screen(pilot)
        assert "还没有看过别的地方" not in screen(pilot)
        assert ("书签和最近看过的" in screen(pilot)) == seen


async def test_the_note_can_be_changed_and_the_bookmark_dropped(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "checks") as pilot:
        await press(pilot, "a", "enter", "a")
        await type_text(pilot, "看")
        await press(pilot, "enter", "p")
        assert [one.note for one in read_places(bookmarks_path())] == ["看"]
        await press(pilot, "delete")
        assert read_places(bookmarks_path()) == []
        assert "还没有看过别的地方" in screen(pilot)


async def test_the_last_places_are_those_of_this_session_and_of_earlier_ones(
    pack_file: str, own_home: Path
) -> None:
    key = package_key(pack_file)
    keep_places(
        [Place("search/技能大师", "搜索 › 技能大师", pack=key), Place("checks", "校验", pack=key)],
        history_path(),
    )
    async with explorer(pack_file, "budget/208", size=(120, 40)) as pilot:
        await press(pilot, "3", "p")
        text = screen(pilot)
        assert 0 < text.index("预算 › 208 社会保障和就业支出") < text.index("搜索 › 技能大师")
        await press(pilot, "shift+tab")
        await type_text(pilot, "技能")
        assert "校验" not in screen(pilot).replace("7 校验", "")
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string().startswith("search/技能大师")


async def test_esc_marks_nothing(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "checks", lang="en") as pilot:
        await press(pilot, "a", "escape")
        assert read_places(bookmarks_path()) == []
        await press(pilot, "p")
        assert "No other place" in screen(pilot)


async def test_places_and_bookmarks_belong_to_the_package_they_were_seen_in(
    pack_file: str, own_home: Path, tmp_path: Path
) -> None:
    other = tmp_path / "另一个\tpack=.msgpack"
    other.write_bytes(Path(pack_file).read_bytes())
    async with explorer(pack_file, "budget/208") as pilot:
        await press(pilot, "a", "enter", "7")
        keep_places(explorer_of(pilot).seen_places(), history_path())
    async with explorer(str(other), "documents") as pilot:
        assert explorer_of(pilot).last_places() == []
        await press(pilot, "p")
        assert "还没有看过别的地方" in screen(pilot)
        await press(pilot, "1", "2", "a", "enter")
        keep_places(explorer_of(pilot).seen_places(), history_path())
    mine, its = package_key(pack_file), package_key(str(other))
    assert [one.view for one in read_places(history_path(), 1, mine)] == ["checks"]
    assert [one.view for one in read_places(history_path(), 1, its)] == ["budget"]
    assert {one.pack for one in read_places(bookmarks_path())} == {mine, its}
    assert read_places(history_path(), pack="") == []
    async with explorer(pack_file, "overview") as pilot:
        await press(pilot, "p", "delete")
    assert [one.pack for one in read_places(bookmarks_path())] == [its]


def test_the_package_that_is_shipped_is_one_wherever_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    shipped = default_file()[0]
    assert package_key(None) == package_key(shipped) == ""
    monkeypatch.setenv(ENVIRONMENT, "/somewhere/别处.msgpack")
    assert package_key(None) == package_key("/somewhere/别处.msgpack") != ""
    assert package_key(None).isascii()
