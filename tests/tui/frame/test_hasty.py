"""A second key or click that comes before the answer to the first; words of a path that lead nowhere; long use."""

from __future__ import annotations

import asyncio
import gc
import heapq
import weakref
from typing import Any

import pytest
from textual.geometry import Offset
from textual.widgets import Static
from textual.widgets._toast import ToastHolder

from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.widgets.bar import Bar
from tests.tui.driving import explorer, explorer_of, press, settled


@pytest.mark.parametrize("key", ["e", "f1", "ctrl+p"])
async def test_a_box_that_is_closed_twice_at_once_is_closed_once(key: str, pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, key)
        box = pilot.app.screen
        assert isinstance(box, Overlay)
        for _ in range(3):
            box.call_later(box.action_close)
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 1


async def test_a_click_on_any_word_of_a_path_leads_somewhere_or_nowhere(pack_file: str) -> None:
    views = [*PAGES, "search/就业?doc=plan-2021", "documents/plan-2021:17", "compare/6531,6532", "budget/208"]
    async with explorer(pack_file, size=(120, 30)) as pilot:
        app = explorer_of(pilot)
        for where in views:
            await app.go(parse_view(where))
            await settled(pilot)
            crumbs = app.query_one("#crumbs", Bar)
            for item in list(crumbs.shown):
                crumbs.post_message(Bar.Chosen(item.command))
                await settled(pilot)
                assert app.is_running, (where, item)
        crumbs.post_message(Bar.Chosen("view:no-such-page"))
        await settled(pilot)
        assert app.is_running


async def test_a_click_on_what_is_just_going_is_nothing(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explorer(pack_file, "compare") as pilot:
        gone = Static("gone")
        monkeypatch.setattr(pilot.app.screen, "get_widget_and_offset_at", lambda x, y: (gone, Offset(0, 0)))
        await pilot.click(offset=(10, 10))
        await settled(pilot)
        assert pilot.app.is_running


async def test_what_was_said_in_passing_leaves_nothing_behind(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        for _ in range(5):
            await press(pilot, "y", "down")  # the second time on one row it would show the text
        assert len(pilot.app.screen.query(ToastHolder)) == 1
        await press(pilot, "escape")
        assert len(pilot.app.screen.query(ToastHolder)) == 0


@pytest.mark.parametrize("key", ["e", "f1", "ctrl+p"])
async def test_what_a_closed_box_painted_is_forgotten(
    key: str, pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "freeze", lambda: None)  # what earlier tests have left stays out of sight
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, Overlay)
        painted = [weakref.ref(widget._styles_cache) for widget in pilot.app.screen.walk_children()]
        assert painted
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        _pass_called_off()
        gc.collect()
        kept = [one() for one in painted if one() is not None]
        assert not kept


def _pass_called_off() -> None:
    """The time of timers that were called off passes, until which the loop keeps them and what they were for."""
    loop: Any = asyncio.get_running_loop()
    loop._scheduled[:] = [timer for timer in loop._scheduled if not timer.cancelled()]
    loop._timer_cancelled_count = 0
    heapq.heapify(loop._scheduled)
