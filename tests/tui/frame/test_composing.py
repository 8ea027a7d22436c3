"""A notice is whole wherever the columns of the page below it have their edges; of what is covered no line is asked for."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.driving import explorer, explorer_of, press, screen, settled

LONGEST = 27


@pytest.mark.parametrize("view", ["documents/budget-2026:900", "checks"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_character_of_a_notice_is_lost(pack_file: str, view: str, size: tuple[int, int]) -> None:
    async with explorer(pack_file, view=view, size=size) as pilot:
        for before in range(2):
            said = "." * before + "鼎" * LONGEST
            pilot.app.note(said)
            await settled(pilot)
            assert said in screen(pilot)
            await pilot.press("down")
            await settled(pilot)
            assert said in screen(pilot)
        pilot.app.clear_notifications()
        await settled(pilot)
        assert "鼎" not in screen(pilot)


@pytest.mark.parametrize("view", ["budget", "checks", "search?q=就业", "documents/budget-2026:900"])
async def test_what_is_seen_is_what_the_toolkit_would_draw(pack_file: str, view: str) -> None:
    async with explorer(pack_file, view=view, size=(120, 40)) as pilot:
        for keys in ((), ("tab", "down"), ("question_mark",)):
            await press(pilot, *keys)
            compositor = explorer_of(pilot).screen_stack[0]._compositor
            whole = compositor.size.region
            for crop, lines in ((whole, set(range(40))), (Region(0, 7, 120, 9), {7, 11, 15})):
                given = compositor._render_chops(crop, lines.__contains__)
                known = Compositor._render_chops(compositor, crop, lines.__contains__)
                for y in lines:
                    assert list(given[y]) == list(known[y])
                    assert Strip.join(given[y].values()) == Strip.join(known[y].values())


async def test_what_only_holds_others_is_not_drawn_behind_them(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: Counter[str] = Counter()
    inner = Widget.render_lines

    def counted(self: Widget, crop: Region) -> Any:
        drawn[type(self).__name__] += crop.height
        return inner(self, crop)

    async with explorer(pack_file, view="budget", size=(120, 40)) as pilot:
        monkeypatch.setattr(Widget, "render_lines", counted)
        await press(pilot, "down")
        assert {"Tree", "Pane"} <= set(drawn)
        assert not {"HeldScreen", "Shelf", "BudgetPage"} & set(drawn)
