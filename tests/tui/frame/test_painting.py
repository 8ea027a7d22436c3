"""What is gone to, and another size, come in one paint with the final widths."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pytest
from textual.app import App

from hrss_tui.query.views import parse_view
from hrss_tui.tui.frame.app import Explorer
from tests.tui.driving import explorer, explorer_of, settled


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What has been painted, each screen once."""
    found: list[str] = []
    shown = App._display

    def display(app: Explorer, screen: Any, renderable: Any) -> None:
        if renderable is not None:
            strips = screen._compositor.render_strips()
            text = "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
            if found[-1:] != [text]:
                found.append(text)
        shown(app, screen, renderable)

    monkeypatch.setattr(App, "_display", display)
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


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (56, 14)])
async def test_what_is_gone_to_is_painted_once(
    pack_file: str, painted: list[str], size: tuple[int, int]
) -> None:
    async with explorer(pack_file, size=size) as pilot:
        for view in VIEWS:
            del painted[:-1]
            await explorer_of(pilot).go(parse_view(view))
            await settled(pilot)
            assert [difference(painted[-1], text) for text in painted[1:-1]] == [], view


async def test_another_size_is_painted_once(pack_file: str, painted: list[str]) -> None:
    async with explorer(pack_file, "budget/2080104", size=(120, 40)) as pilot:
        for view in VIEWS:
            await explorer_of(pilot).go(parse_view(view))
            await settled(pilot)
            for size in ((80, 24), (120, 40)):
                del painted[:-1]
                await pilot.resize_terminal(*size)
                await settled(pilot)
                assert [difference(painted[-1], text) for text in painted[1:-1]] == [], (view, size)


def difference(final: str, text: str) -> list[str]:
    """The lines that were painted otherwise at first."""
    pairs = zip_longest(final.splitlines(), text.splitlines(), fillvalue="")
    return [f"{before!r} -> {after!r}" for after, before in pairs if after != before]
