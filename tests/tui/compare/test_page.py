"""Compare: sorting by the chosen metric, what does not apply, units that do not mix, bars in the chosen measure."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.tui.compare.page import ComparePage
from hrss_tui.tui.paint.text import cells
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.words import Lang
from tests.tui.driving import explorer, explorer_of, press, screen, settled

COLUMNS_TO_TRANSFERS = ("right",) * 6


async def test_the_largest_share_comes_first_and_what_does_not_apply_last(pack_file: str) -> None:
    async with explorer(pack_file, "compare", size=(80, 30)) as pilot:
        await press(pilot, *COLUMNS_TO_TRANSFERS, "m", "right_square_bracket")
        listed = [line.lstrip("▌ ").split()[1] for line in screen(pilot).splitlines() if "○" in line]
        assert listed[0] == "喀什地区"
        assert listed[-1] == "克拉玛依市"
        await press(pilot, "right", "right_square_bracket")
        listed = [line.lstrip("▌ ").split()[1] for line in screen(pilot).splitlines() if "○" in line]
        assert set(listed[7:]) == {
            "塔城地区", "阿勒泰地区", "克拉玛依市", "博州", "昌吉州", "乌鲁木齐市", "哈密市",
        }  # fmt: skip
        text = screen(pilot).replace("\n", "").replace(" ", "")
        assert (
            "没有该项任务（不是0）：塔城地区、阿勒泰地区、克拉玛依市、博州、昌吉州、乌鲁木齐市、哈密市"
            in text
        )
        assert "这一列与2021目标万人次、2026分配万元的列单位或含义不同" in text
        await press(pilot, "t")
        bar = next(line for line in screen(pilot).splitlines() if "和田地区" in line)
        assert "31.8%" in bar


async def test_all_prefectures_are_in_view_in_the_smallest_of_ordinary_terminals(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        assert screen(pilot).count("○") == 14


async def test_a_group_and_the_other_order_and_a_base(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        app = explorer_of(pilot)
        await press(pilot, "g")
        assert app.view_string().startswith("compare/65")
        assert "南疆五地州" in screen(pilot).splitlines()[1]
        await press(pilot, "backspace", "b")
        assert "order=code" in app.view_string()
        first = next(line for line in screen(pilot).splitlines() if "○" in line)
        assert "乌鲁木齐市" in first
        await press(pilot, "m", "m", "m", "home", "b")
        assert "base=6501" in app.view_string()
        assert "基准：乌鲁木齐市" in screen(pilot)


async def test_what_a_view_names_wrongly_is_said_and_left_out(pack_file: str) -> None:
    async with explorer(pack_file, "compare?base=nowhere&metric=nothing&as=index", size=(120, 40)) as pilot:
        told = " ".join(note.message for note in pilot.app._notifications)
        assert "nowhere" in told
        assert "没有指标“nothing”" in told
        assert "基准：平均值" in screen(pilot)
        assert explorer_of(pilot).view_string() == "compare?as=index"


async def test_the_base_is_the_prefecture_of_the_chosen_column(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6531,6532", size=(120, 40)) as pilot:
        await press(pilot, "m", "m", "m", "right", "b")
        assert "基准：和田地区" in screen(pilot)
        assert explorer_of(pilot).view_string() == "compare/6531,6532?as=index&base=6532&at=6532"


async def test_the_other_order_holds_for_chosen_prefectures_too(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6540,6501,6531") as pilot:
        await press(pilot, "b")
        assert explorer_of(pilot).view_string() == "compare/6501,6531,6540?order=code&at=6540"


async def test_a_click_chooses_the_column_too(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6531,6532", size=(120, 40)) as pilot:
        lines = screen(pilot).splitlines()
        y = next(at for at, line in enumerate(lines) if "职业技能培训数" in line)
        x = cells(lines[y].split("15")[0])
        await pilot.click(offset=(x, y))
        await press(pilot)
        assert explorer_of(pilot).view_string() == "compare/6531,6532?metric=vocational_training&at=6532"


async def test_all_prefectures_are_in_view_whatever_is_to_be_known_of_the_metric(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        for _ in range(11):
            assert screen(pilot).count("○") == 14
            await press(pilot, "right")


async def test_pictures_turn_to_the_metric_beside(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        app = explorer_of(pilot)
        await press(pilot, "t", *COLUMNS_TO_TRANSFERS)
        assert app.view_string() == "compare?metric=rural_labour_transfer"
        assert "农村富余劳动力转移就业总数 2021 目标 万人次" in screen(pilot)
        await press(pilot, "t", "right")
        assert app.view_string() == "compare?metric=organised_transfer_inland"
        assert "有组织转移内地省市就业 万人" in screen(pilot)
        await press(pilot, "t")
        assert "移内地省" in screen(pilot)


async def test_the_map_shows_the_chosen_measure(pack_file: str) -> None:
    async with explorer(pack_file, "compare?metric=rural_labour_transfer&as=share") as pilot:
        await press(pilot, "t", "t")
        assert "农村富余劳动力转移就业总数 %" in screen(pilot)
        assert "32.8 ██" in screen(pilot)
        assert "90.3" not in screen(pilot)


async def test_the_line_on_top_says_how_to_sort(pack_file: str) -> None:
    async with explorer(pack_file, "compare?as=share") as pilot:
        assert "] 排序" in screen(pilot).splitlines()[2]


@pytest.mark.parametrize("presses", [1, 2])
async def test_the_same_rows_come_first_as_ranks(pack_file: str, presses: int) -> None:
    async with explorer(pack_file, "compare", size=(100, 30)) as pilot:
        page = explorer_of(pilot).page
        assert isinstance(page, ComparePage)
        await press(pilot, *["right"] * 8, *["right_square_bracket"] * presses)
        before = [row.key for row in page.grid_table.rows[:3]]
        await press(pilot, "m", "m")
        assert page.state.mode == "rank"
        table = page.grid_table
        assert [row.key for row in table.rows[:3]] == before
        assert table.sort in table._shown()
        ranks = [row.cells[table.sort].order for row in table.rows if row.cells[table.sort].order is not None]
        assert ranks == sorted(ranks, reverse=presses == 2)


async def test_a_click_on_a_heading_chooses_the_column_it_sorts_by(pack_file: str) -> None:
    async with explorer(pack_file, "compare", size=(100, 30)) as pilot:
        page = explorer_of(pilot).page
        assert isinstance(page, ComparePage)
        page.grid_table.click_header(3, 36)
        await settled(pilot)
        assert page.grid_table.sort == page.grid_table.column > 1


PLAN = """关于印发《2029年四川省就业工作要点》的通知

各市（州）要认真组织实施，加强督促检查，确保全年各项目标任务圆满完成，并按季度报送工作进展情况和存在的问题。

附件

2029年各市州目标任务分解表

单位：人

市（州）	城镇新增就业人数
成都市	2600
甘孜州	140
合计	2740
"""


async def test_prefectures_without_a_tile_are_compared_without_a_map(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "pack.msgpack").write_bytes(package_bytes(compile_folder(folder)))
    async with explorer(str(tmp_path / "pack.msgpack"), "compare") as pilot:
        listed = [line for line in screen(pilot).splitlines() if "甘孜州" in line]
        assert any("140" in line for line in listed)


@pytest.mark.parametrize(("lang", "columns"), [("zh", 6), ("en", 3)])
async def test_the_width_is_used(pack_file: str, lang: Lang, columns: int) -> None:
    async with explorer(pack_file, "compare?of=prefectures", size=(120, 40), lang=lang) as pilot:
        page = explorer_of(pilot).query_one(ComparePage)
        assert len(page.grid_table._shown()) - 1 >= columns
        heads = [page.grid_table._title_lines(index) for index in page.grid_table._shown()]
        assert all("…" not in "".join(lines) for lines in heads)
        bars = page.query_one("#compare-bars", Pane)
        assert bars.line_count == len(bars.lines)  # none wraps


async def test_figures_of_indicators_have_their_unit(pack_file: str) -> None:
    async with explorer(pack_file, "indicators", size=(200, 60), lang="en") as pilot:
        assert "221.4 10k person-times" in screen(pilot)
