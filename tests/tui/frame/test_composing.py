"""A notice is whole wherever the columns of the page below it have their edges."""

from __future__ import annotations

import pytest

from tests.tui.driving import explorer, screen, settled

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
