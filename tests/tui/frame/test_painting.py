"""What is gone to, and another size, come in one paint with the final widths."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pytest
from textual.app import App

from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.tui.desk import data
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.opening import Opening
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.keys.actions import BY_ID
from hrss_tui.tui.paint.glyphs import glyphs
from hrss_tui.tui.widgets.field import Field
from hrss_tui.words import words
from tests.tui.driving import explorer, explorer_of, press, screen, settled, type_text


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What has been painted."""
    found: list[str] = []
    shown = App._display

    def display(app: Explorer, screen: Any, renderable: Any) -> None:
        if renderable is not None:
            strips = screen._compositor.render_strips()
            found.append("\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips))
        shown(app, screen, renderable)

    monkeypatch.setattr(App, "_display", display)
    monkeypatch.setattr(Field, "_toggle_cursor", lambda _: None)  # a blink comes when its time has come
    return found


VIEWS = [
    "budget/2080104",
    "compare?as=share",
    "compare/6531,6532",
    "indicators/urban_new_jobs",
    "documents/budget-2026:900",
    "documents/plan-2021:23?find=就业",
    "checks?status=fails",
]


SIZES = [(80, 24), (120, 40), (200, 60), (56, 14)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_gone_to_is_painted_once(
    pack_file: str, painted: list[str], size: tuple[int, int]
) -> None:
    async with explorer(pack_file, size=size) as pilot:
        for view in (*VIEWS, *VIEWS):
            painted.clear()
            await explorer_of(pilot).go(parse_view(view))
            await settled(pilot)
            assert len(painted) == 1, view


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_opened_by_its_key_is_painted_once(
    pack_file: str, painted: list[str], size: tuple[int, int]
) -> None:
    async with explorer(pack_file, size=size) as pilot:
        for key in map(str, (*range(len(PAGES), 1, -1), *range(1, len(PAGES) + 1))):
            await settled(pilot)
            painted.clear()
            await pilot.press(key)
            await settled(pilot)
            assert len(painted) == 1, key
            await press(pilot, "escape")


@pytest.mark.parametrize("size", SIZES)
async def test_the_start_is_painted_once_and_then_only_added_to(
    pack_file: str, painted: list[str], size: tuple[int, int]
) -> None:
    opening = Opening(pack_file)
    opening.glance()
    desk = Desk(
        words("zh"),
        "zh",
        glyphs(False),
        lambda path: Data(path, opening.pack()),
        pack_file,
        opening=opening,
    )
    app = Explorer(desk, parse_view("overview"))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        first, *more = painted
        assert len(more) <= 1
        assert painted[-1] == screen(pilot)
        assert added(first, painted[-1])
        for page in PAGES:
            await app.foresee_page(page)
        await settled(pilot)
        assert painted == [first, *more]


@pytest.mark.parametrize("view", VIEWS)
async def test_a_start_elsewhere_is_the_frame_and_then_the_page(
    pack_file: str, painted: list[str], view: str
) -> None:
    async with explorer(pack_file, view, size=(120, 40)) as pilot:
        frame, page = painted
        assert page == screen(pilot)
        assert len(frame.split()) < 30
        assert frame.splitlines()[0].split() == page.splitlines()[0].split()


def added(first: str, then: str) -> bool:
    """Whether everything that was painted at first stands where it stood."""
    lines = zip_longest(first.splitlines(), then.splitlines(), fillvalue="")
    return all(after.startswith(before) for before, after in lines)


async def test_what_is_seen_of_a_box_first_is_all_of_it(pack_file: str, painted: list[str]) -> None:
    async with explorer(pack_file, "budget", size=(80, 24)) as pilot:
        for key in ("question_mark", "ctrl+p", "e", "p", "a", "comma"):
            painted.clear()
            await press(pilot, key)
            assert painted, key
            assert [difference(painted[-1], text) for text in painted if text != painted[-1]] == [], key
            await press(pilot, "escape")


async def test_an_answer_is_painted_once_with_its_counts(pack_file: str, painted: list[str]) -> None:
    async with explorer(pack_file, "search", size=(80, 24)) as pilot:
        pilot.app.query_one(Field).cursor_blink = False
        await settled(pilot)
        typed = "就业208"
        for count, text in enumerate(typed, 1):
            painted.clear()
            await type_text(pilot, text)
            assert len(painted) == 1, text
            assert f"搜索 › {typed[:count]}\n" in painted[0]
            assert painted[0] == screen(pilot)


async def test_what_is_got_ready_in_advance_is_shown_as_if_it_had_not_been(
    pack_file: str, painted: list[str]
) -> None:
    for page in PAGES[1:]:
        shown = []
        for ready in (False, True):
            async with explorer(pack_file) as pilot:
                if ready:
                    painted.clear()
                    await explorer_of(pilot).foresee_page(page)
                    await settled(pilot)
                    assert painted == []
                    await press(pilot, "u")
                    await press(pilot, "u", "u")
                await press(pilot, BY_ID["search_page" if page == "search" else page].keys)
                shown.append(screen(pilot))
        assert shown[0] == shown[1], page


async def test_a_large_package_is_read_when_its_pages_are_asked_for(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "SMALL", 10)
    async with explorer(pack_file) as pilot:
        for page in PAGES:
            await explorer_of(pilot).foresee_page(page)
        await press(pilot, "u", "2")
        assert "208 社会保障和就业支出" in screen(pilot)
        assert "亿元" in screen(pilot)


async def test_another_size_is_painted_once(pack_file: str, painted: list[str]) -> None:
    async with explorer(pack_file, "budget/2080104", size=(120, 40)) as pilot:
        for view in VIEWS:
            await explorer_of(pilot).go(parse_view(view))
            await settled(pilot)
            for size in ((80, 24), (120, 40)):
                painted.clear()
                await pilot.resize_terminal(*size)
                await settled(pilot)
                assert [difference(painted[-1], text) for text in painted[:-1]] == [], (view, size)


def difference(final: str, text: str) -> list[str]:
    """The lines that were painted otherwise at first."""
    pairs = zip_longest(final.splitlines(), text.splitlines(), fillvalue="")
    return [f"{before!r} -> {after!r}" for after, before in pairs if after != before]
