"""The part of real changes: the ranking, the waterfall, what stands apart, the way back."""

from __future__ import annotations

import pytest

from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.table import Table
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, type_text


def rows(pilot: Driver) -> list[list[str]]:
    page = explorer_of(pilot).page
    assert page is not None
    return [[cell.text for cell in row.cells] for row in page.query_one("#budget-children", Table).rows]


def detail(pilot: Driver) -> str:
    page = explorer_of(pilot).page
    assert page is not None
    return "\n".join(line.text for line in page.query_one("#budget-detail", Pane).lines)


async def test_the_largest_own_change_is_first_and_the_open_last(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=real", size=(120, 40)) as pilot:
        found = rows(pilot)
        assert found[0][:7] == [
            "其他人力资源和社会保障管理事务支出", "2080199", "+3", "≈+1,674.39", "+8,327.50", "", "+10,001.89",
        ]  # fmt: skip
        assert found[1][3] == "+488.59"
        assert found[-1][3:6] == ["", "", "+836.40"]
        assert detail(pilot).index("2080712") < detail(pilot).index("从上年到本年")
        assert detail(pilot).count("由合计的说明推算") == 1
        await press(pilot, "end")
        assert "没有写明对方科目" in detail(pilot).splitlines()[0]
        await press(pilot, "u")
        assert rows(pilot)[0][3] == "≈+0.1674"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_what_tells_the_changes_apart_is_in_view(pack_file: str, size: tuple[int, int]) -> None:
    async with explorer(pack_file, "budget?table=real", size=size, lang="en") as pilot:
        text = screen(pilot)
        assert "Real change" in text.splitlines()[2]
        assert "+1,674.39" in text
        assert "+8,327.50" in text
        await press(pilot, "t")
        assert "table=real" not in explorer_of(pilot).view_string()
        await press(pilot, "T")
        assert explorer_of(pilot).view_string() == "budget?table=real"


async def test_enter_opens_the_code_and_the_filter_keeps_names(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=real") as pilot:
        await press(pilot, "f")
        await type_text(pilot, "技校")
        assert [row[1] for row in rows(pilot)] == ["2050303"]
        await press(pilot, "enter", "enter")
        assert explorer_of(pilot).view_string() == "budget/2050303"
        await press(pilot, "ctrl+left")
        assert explorer_of(pilot).view_string().startswith("budget")


async def test_what_others_look_at_shows_the_waterfall(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=real") as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        (picture,) = page.pictures()
        text = ["".join(run.text for run in line) for line in picture.lines]
        assert picture.title.startswith("自治区人力资源和社会保障厅 2025→2026 从上年到本年")
        assert "42,404.20" in text[0]
        at = text.index("")
        assert text[at - 1].split()[0] == "本年"
        assert text[at + 1].startswith("实际增减最大的各项")
        assert text[at + 2].split() == ["其他人力资源和社会保障管理事务支出", "+3", "≈+1,674.39"]
        shrank = next(run for run in picture.lines[2] if run.long is not None)
        assert shrank.long == pytest.approx(40 * 151.93 / 57_922.94, abs=0.01)
        assert picture.notes[0].startswith("合计所述与各项之和差")
        assert picture.notes[1].startswith("≈ 划转数")
        assert picture.documents == ("budget-2026",)


async def test_names_of_codes_are_english_and_found_by_either(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=real", size=(200, 60), lang="en") as pilot:
        names = [row[0] for row in rows(pilot)]
        assert "Technical school education" in names
        assert not any("技校教育" in name for name in names)
        assert "基本支出" not in detail(pilot)
        await press(pilot, "f")
        await type_text(pilot, "技校")
        assert [row[1] for row in rows(pilot)] == ["2050303"]


async def test_the_detail_of_a_stated_change_begins_with_code_and_name(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=changes", size=(120, 40)) as pilot:
        await press(pilot, "f")
        await type_text(pilot, "技校教育")
        assert detail(pilot).splitlines()[0].strip() == "2050303 技校教育"
