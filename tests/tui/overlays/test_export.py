"""The box for a file: endings, folders that are not there, and all of it by mouse."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static

from hrss_tui.tui.overlays.export import ExportScreen
from hrss_tui.tui.paint.text import cells
from hrss_tui.tui.widgets.field import Field
from tests.tui.driving import Driver, explorer, press, screen, settled


async def opened(pilot: Driver, path: Path) -> ExportScreen:
    await press(pilot, "e")
    box = pilot.app.screen
    assert isinstance(box, ExportScreen)
    box.query_one(Field).value = str(path)
    await settled(pilot)
    return box


async def test_a_folder_that_is_not_there_is_asked_for(pack_file: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "t.csv"
    async with explorer(pack_file, "budget") as pilot:
        box = await opened(pilot, path)
        await press(pilot, "enter")
        assert "再按 Enter 就建立" in str(box.query_one("#export-note", Static).content)
        assert not path.parent.exists()
        await press(pilot, "enter")
        assert path.is_file()


async def test_a_name_that_ends_with_tsv_is_a_file(pack_file: str, tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    async with explorer(pack_file, "budget") as pilot:
        await opened(pilot, path)
        await press(pilot, "enter")
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines()]
    assert len({len(row) for row in rows}) == 1
    assert any("教育支出" in row[0] for row in rows)


async def click(pilot: Driver, text: str) -> None:
    """On a word of the line that says what can be done."""
    lines = screen(pilot).split("\n")
    y = next(at for at, line in enumerate(lines) if "Esc 取消" in line)
    await pilot.click(offset=(cells(lines[y].partition(text)[0]) + 1, y))
    await settled(pilot)


async def test_a_click_chooses_the_ending_and_writes(pack_file: str, tmp_path: Path) -> None:
    async with explorer(pack_file, "budget") as pilot:
        box = await opened(pilot, tmp_path / "t.csv")
        await click(pilot, ".md")
        assert box.query_one(Field).value.endswith("t.md")
        await click(pilot, "写入")
        assert not box.is_current
    assert (tmp_path / "t.md").is_file()


async def test_a_click_leaves_it(pack_file: str, tmp_path: Path) -> None:
    async with explorer(pack_file, "budget") as pilot:
        box = await opened(pilot, tmp_path / "t.csv")
        await click(pilot, "取消")
        assert not box.is_current
    assert not (tmp_path / "t.csv").exists()
