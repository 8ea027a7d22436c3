"""What a reader has made of a page stays when its words, signs or amounts are others: text, folds, order, marks, places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from hrss_tui.tui.desk.desk import UNITS
from hrss_tui.words import LANGUAGES
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled, type_text

LEFT = [
    ("budget", ["f", ":培训", "enter", "down"]),
    ("budget", ["right", "down", "right", "down", "left", "up", "tab", "down"]),
    ("budget?table=economic", ["down", "down", "left", "tab", "end", "right_square_bracket"]),
    ("budget?table=changes", ["f", ":行政", "enter", "down", "right_square_bracket"]),
    ("compare?of=prefectures", ["down", "space", "space", "right", "right_square_bracket"]),
    ("compare?of=prefectures", ["f", ":喀"]),
    ("compare?of=prefectures", ["g", "m", "t", "down"]),
    ("compare/653100,650100", ["equals_sign", "right"]),
    ("compare?of=text", ["f", ":就业", "enter"]),
    ("indicators", ["f", ":就业", "enter", "down", "tab", "down"]),
    ("indicators?part=targets", ["f", ":率", "enter", "down"]),
    ("checks", ["f", ":2080", "enter", "down", "down", "tab", "down"]),
    ("search/就业", ["enter", "down", "down", "tab"]),
    ("search/就业", ["end", ':"']),
    ("checks?status=fails", ["right_square_bracket", "f", ":qqzz"]),
    ("documents/bulletin-2021", ["pagedown", "l", "tab"]),
    ("documents/bulletin-2021", ["f", ":就业", "enter", "n", "n"]),
]
"""A view and what is done there; what follows a colon is typed."""


async def do(pilot: Driver, acts: Sequence[str]) -> None:
    for act in acts:
        if act.startswith(":"):
            await type_text(pilot, act[1:])
        else:
            await press(pilot, act)


def shown(pilot: Driver) -> tuple[str, str | None]:
    focused = pilot.app.focused
    return screen(pilot), focused.id if focused is not None else None


@pytest.mark.parametrize(("view", "acts"), LEFT, ids=[f"{view} {' '.join(acts)}" for view, acts in LEFT])
async def test_a_page_made_anew_stands_as_it_was_left(
    pack_file: str, own_home: Path, view: str, acts: list[str]
) -> None:
    async with explorer(pack_file, view, size=(120, 40)) as pilot:
        app = explorer_of(pilot)
        await do(pilot, acts)
        before = shown(pilot)
        for turned, times in (("lang", len(LANGUAGES)), ("unit", len(UNITS))):
            for _ in range(times):
                await getattr(app, f"_turn_{turned}")()
                await settled(pilot)
            assert shown(pilot) == before, turned


async def test_so_do_the_pages_that_are_not_seen(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget", size=(120, 40)) as pilot:
        app = explorer_of(pilot)
        await do(pilot, ["f", ":培训", "enter", "down"])
        before = screen(pilot).split("\n")[3:]
        await press(pilot, "7")
        for _ in range(2):
            await app._turn_lang()
            await settled(pilot)
        await press(pilot, "2")
        assert screen(pilot).split("\n")[3:] == before
        assert app.focused is not None
        assert app.focused.id == "budget-tree"
        await app._turn_lang()
        await press(pilot, "7", "4", "2")
        assert "培训" in screen(pilot)
        await app._turn_lang()
        await app.command("view:budget")  # who asks for a view gets what it says
        await settled(pilot)
        assert "培训" not in screen(pilot).split("\n")[3]


async def test_the_chart_has_the_order_of_the_filtered_table_at_once(pack_file: str) -> None:
    async with explorer(pack_file, "compare?of=prefectures", size=(120, 40)) as pilot:
        await do(pilot, ["f", ":喀"])
        before = screen(pilot)
        await pilot.resize_terminal(110, 40)
        await settled(pilot)
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert screen(pilot) == before


async def test_names_have_their_room_after_a_row_without_parts(pack_file: str) -> None:
    async with explorer(pack_file, "budget/20503", size=(120, 40)) as pilot:
        table = explorer_of(pilot).query_one("#budget-children")
        before = list(table.widths)  # type: ignore[attr-defined]
        await press(pilot, "down")
        assert not table.display
        await press(pilot, "up")
        assert table.widths == before  # type: ignore[attr-defined]
