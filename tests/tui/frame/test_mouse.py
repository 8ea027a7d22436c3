"""Everything by mouse: signs open and mark at one click, the footer acts, the path leads back, hidden parts are told."""

from __future__ import annotations

import pytest

from hrss_tui.tui.overlays.export import ExportScreen
from hrss_tui.tui.overlays.help import HelpScreen
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled


def place(pilot: Driver, text: str, line: int = 0) -> tuple[int, int]:
    """Where a text stands on the screen, in cells, the first time below a line."""
    from hrss_tui.tui.paint.text import cells

    for y, shown in enumerate(screen(pilot).split("\n")):
        if y >= line and text in shown:
            return cells(shown.partition(text)[0]), y
    raise AssertionError(text)


async def click(pilot: Driver, text: str, line: int = 0, aside: int = 0) -> None:
    x, y = place(pilot, text, line)
    await pilot.click(offset=(x + aside, y))
    await settled(pilot)


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_a_sign_opens_at_one_click_and_closes_at_the_next(pack_file: str, ascii_only: bool) -> None:
    async with explorer(pack_file, "budget", ascii_only=ascii_only) as pilot:
        sign = explorer_of(pilot).desk.signs
        await click(pilot, f"{sign.closed} 208")
        assert "20801" in screen(pilot)
        await click(pilot, f"{sign.closed} 20801")
        assert "2080104" in screen(pilot)
        await click(pilot, f"{sign.open} 208 ")
        assert "20801 " not in screen(pilot)


async def test_a_name_needs_a_second_click(pack_file: str) -> None:
    async with explorer(pack_file, "budget") as pilot:
        await click(pilot, "208 社会")
        assert "20801" not in screen(pilot)
        await click(pilot, "208 社会")
        assert "20801" in screen(pilot)


async def test_a_circle_marks_at_one_click_and_the_marked_are_compared(pack_file: str) -> None:
    async with explorer(pack_file, "compare", size=(120, 40)) as pilot:
        await click(pilot, "○ 喀什地区")
        assert "● 喀什地区" in screen(pilot)
        await click(pilot, "○ 和田地区")
        await click(pilot, "○ 克州")
        await click(pilot, "● 克州")
        assert "○ 克州" in screen(pilot)
        await click(pilot, "Enter 打开", line=30)
        assert explorer_of(pilot).view_string().startswith("compare/6531,6532")


async def test_the_footer_acts(pack_file: str) -> None:
    async with explorer(pack_file, "budget") as pilot:
        await click(pilot, "? 帮助")
        assert isinstance(pilot.app.screen, HelpScreen)
        await pilot.click(offset=(0, 0))
        await settled(pilot)
        assert not isinstance(pilot.app.screen, HelpScreen)
        await click(pilot, "e 导出")
        assert isinstance(pilot.app.screen, ExportScreen)


async def test_each_key_of_a_pair_in_the_footer_acts(pack_file: str) -> None:
    async with explorer(pack_file, "budget/208") as pilot:
        app = explorer_of(pilot)
        await click(pilot, "y Y 复制")
        assert app.copied_row == ""
        await click(pilot, "y Y 复制", aside=2)
        assert "208 社会保障和就业支出" in app.copied_row


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_path_leads_back(pack_file: str, size: tuple[int, int]) -> None:
    async with explorer(pack_file, "budget/208", size=size) as pilot:
        assert "‹" not in screen(pilot).split("\n")[1]
        await press(pilot, "7")
        await pilot.click(offset=(1, 1))
        await settled(pilot)
        assert explorer_of(pilot).view_string().startswith("budget/208")
        assert "‹" not in screen(pilot).split("\n")[1]


async def test_parts_that_are_hidden_are_told_and_led_to(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=changes", size=(56, 14), lang="en") as pilot:
        bar = screen(pilot).split("\n")[2]
        assert bar.endswith("…")
        assert "Changes" in bar
        shown = explorer_of(pilot).view_string()
        await click(pilot, "…", line=2)
        assert explorer_of(pilot).view_string() != shown


async def test_columns_that_say_nothing_are_left_out(pack_file: str) -> None:
    async with explorer(pack_file, "budget", size=(200, 60)) as pilot:
        table = pilot.app.query_one("#budget-children")
        titles = [column.title for column in table.columns]  # type: ignore[attr-defined]
        assert titles[0] == "名称"
        assert table.columns[-1].bar  # type: ignore[attr-defined]
        assert "调整" not in titles or any(row.cells[titles.index("调整")].text for row in table.rows)  # type: ignore[attr-defined]
