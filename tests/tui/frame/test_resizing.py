"""Another size of the terminal keeps the place: the view, the list that has the keys, its cursor in sight."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.events import Resize

from hrss_tui.query.views import PAGES
from hrss_tui.tui.paint.text import cells
from hrss_tui.tui.widgets.rows import Rows
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled
from tests.tui.frame.test_screens import VIEWS

SIZES = ((120, 40), (60, 16), (40, 10), (200, 60), (40, 10), (80, 24))


def place(pilot: Driver) -> tuple[str, str | None, object]:
    """The view, the list with the keys, the item under its cursor."""
    focused = pilot.app.focused
    assert isinstance(focused, Rows)
    return explorer_of(pilot).view_string(), focused.id, focused.cursor


def cursor_in_sight(pilot: Driver) -> bool:
    """Whether the mark of the cursor is drawn at the left edge of the list that has the keys."""
    focused = pilot.app.focused
    assert focused is not None
    lines = screen(pilot).splitlines()[focused.region.y : focused.region.bottom]
    return any("▌" in line and cells(line[: line.index("▌")]) <= focused.region.x for line in lines)


@pytest.mark.parametrize("page", PAGES)
async def test_every_page_keeps_its_place(pack_file: str, page: str) -> None:
    async with explorer(pack_file, VIEWS[page]) as pilot:
        if page == "search":
            await press(pilot, "down")
        await press(pilot, *["down"] * 5)
        before = place(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settled(pilot)
            if size != (40, 10):
                assert place(pilot) == before, size
                assert cursor_in_sight(pilot), size


@pytest.mark.parametrize("view", ["indicators", "checks", "budget"])
async def test_after_a_resize_below_a_box_the_cursor_is_in_sight_again(pack_file: str, view: str) -> None:
    async with explorer(pack_file, view) as pilot:
        await press(pilot, "down")
        before = place(pilot)
        await press(pilot, "question_mark")
        await pilot.resize_terminal(90, 26)
        await settled(pilot)
        await press(pilot, "escape")
        assert place(pilot) == before
        assert cursor_in_sight(pilot)


@pytest.mark.parametrize("key", ["question_mark", "ctrl+p", "e"])
async def test_below_a_box_the_page_takes_the_new_size_too(pack_file: str, key: str) -> None:
    async with explorer(pack_file, "budget/2080104") as pilot:
        before = place(pilot)
        await press(pilot, key)
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        await pilot.resize_terminal(140, 40)
        await settled(pilot)
        await press(pilot, "escape")
        assert place(pilot) == before
        assert not explorer_of(pilot).screen.has_class("narrow")


@pytest.mark.parametrize("key", [None, "question_mark", "ctrl+p"])
async def test_a_window_that_is_as_large_again_is_painted_whole(
    pack_file: str, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    """It was small for so short that the program hears of one size only, and what stood there is gone."""
    painted: list[Any] = []
    monkeypatch.setattr(App, "_display", lambda _app, _screen, what: painted.append(what))
    async with explorer(pack_file, "budget", size=(120, 40)) as pilot:
        await press(pilot, *([key] if key else []))
        painted.clear()
        size = pilot.app.size
        pilot.app.post_message(Resize(size, size))
        await settled(pilot)
        assert any(isinstance(what, LayoutUpdate) for what in painted)
