"""What is typed as a path for an export is a path, or it is said why not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hrss_tui.query.views import parse_view
from hrss_tui.tui.taking.exporting import render
from hrss_tui.tui.taking.grids import Grid
from hrss_tui.tui.widgets.field import Field
from tests.robustness.hostile import formulas_in
from tests.tui.driving import explorer, explorer_of, press, screen, settled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("~nobody-is-called-so/x.csv", "~nobody-is-called-so/x.csv"),
        ("folder.csv/../a file/x.csv", "a file"),
        ("x" * 300 + ".csv", "xxx"),
        ("x.exe", ".exe"),
        (".", "."),
        ("   ", ""),
        ("folder.csv", "folder.csv"),
    ],
)
async def test_a_path_that_cannot_be_written_is_told(
    text: str, said: str, pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "a file").touch()
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(Field).value = text
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert said in screen(pilot)
        assert pilot.app.screen.query("#export")
    assert {path.name for path in tmp_path.iterdir()} == {"folder.csv", "a file"}


async def _grid(pack_file: str, where: str, size: tuple[int, int]) -> Grid:
    async with explorer(pack_file, size=size) as pilot:
        app = explorer_of(pilot)
        await app.go(parse_view(where))
        await settled(pilot)
        assert app.page is not None
        found = app.page.grid()
        assert found is not None, where
        return found


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
@pytest.mark.parametrize(
    ("where", "row"),
    [
        # Read off the documents: line 296 of the budget is its total, line 254 the group 20801, line 632 the growth
        # of the general public budget, lines 195 and 203 of the plan Kashgar's targets.
        ("overview", {"文本": "2026 年部门支出预算 59,831.55万元", "来源": "budget-2026:296"}),
        (
            "budget?table=changes",
            {"名称": "一般公共预算", "比上年 (万元)": "+15,109.69", "来源": "budget-2026:632"},
        ),
        ("compare/6531,6532", {"单位": "万人", "喀什地区": "9.12", "来源": "plan-2021:195 plan-2021:196"}),
        ("compare?order=code", {"地州": "喀什地区", "城镇新增就业人数 2021 (万人)": "9.12"}),
        ("checks", {"差额": "-1,600 人", "来源": "article-livelihood:27"}),
    ],
)
async def test_what_is_exported_says_its_unit_and_its_source(
    where: str, row: dict[str, str], size: tuple[int, int], pack_file: str
) -> None:
    grid = await _grid(pack_file, where, size)
    assert len(set(grid.heads)) == len(grid.heads)
    rows = [dict(zip(grid.heads, cells, strict=True)) for cells in grid.rows]
    assert any(row.items() <= one.items() for one in rows), rows[:3]


async def test_the_tree_is_exported_where_it_stands_alone(pack_file: str) -> None:
    grid = await _grid(pack_file, "budget/208", (80, 24))
    rows = {cells[0]: dict(zip(grid.heads, cells, strict=True)) for cells in grid.rows}
    assert rows["总计"]["金额 (万元)"] == "59,831.55"
    assert rows["20801 人力资源和社会保障管理事务"]["金额 (万元)"] == "33,096.46"
    assert rows["20801 人力资源和社会保障管理事务"]["来源"] == "budget-2026:254"


def test_no_cell_of_a_file_is_a_formula_whatever_parts_the_cells() -> None:
    """A spreadsheet may part at semicolons or tabs, not only at commas."""
    mean = ("甲;=1+1", "=2+2", "+cmd|'/C calc'!A0", "乙\t=3+3", "-1,234.5")
    grid = Grid("x", mean, (mean,))
    for line in render(grid, ".csv").decode("utf-8-sig").splitlines():
        assert '"甲;=1+1"' in line
        assert formulas_in(next(csv.reader([line]))) == []
    for line in render(grid, ".tsv").decode().splitlines():
        assert formulas_in(line.split("\t")) == []
        assert line.endswith("\t-1,234.5")
