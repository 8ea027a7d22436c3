"""The list of performance targets: filters, the difference and its reckoning, the way there and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.records import Document, PerformanceTable, PerformanceTarget
from hrss_tui.tui.targets.page import TargetsPage
from hrss_tui.tui.targets.rows import SOME, documents, listed, target_detail, target_table
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.table import Table
from tests.query.handmade import bytes_of, filled
from tests.tui.driving import Driver, desk_of, explorer, explorer_of, press, screen, type_text


def target(doc: str, number: int, operator: str, value: str, **other: Any) -> PerformanceTarget:
    values: dict[str, Any] = {
        "indicator": f"指标{number}",
        "unit": "个",
        "weight": 7.0,
        "table_id": f"{doc}:t",
        **other,
    }
    return filled(
        PerformanceTarget, target_id=f"{doc}:{number}", doc_id=doc, line_start=number, line_end=number,
        operator=operator, value=value, **values,
    )  # fmt: skip


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Forms of two documents."""
    path: Path = tmp_path_factory.mktemp("targets") / "two.msgpack"
    path.write_bytes(
        bytes_of(
            [
                *(
                    filled(Document, doc_id=doc, title=f"文件{doc}", kind="budget", source_lines=9)
                    for doc in "ab"
                ),
                filled(PerformanceTable, table_id="a:t", doc_id="a", amount=123_450_000, project="甲项目"),
                target("a", 1, ">=", "70", previous="74.5个", previous_value=74.5, previous_unit="个"),
                target("a", 2, "<=", "5", unit="%", previous="3%", previous_value=3.0, previous_unit="%"),
                target("a", 3, ">=", "70", previous="约半数"),
                target("b", 4, "text", "明显改善", previous="-"),
                target("b", 5, ">=", "9", previous="60%", previous_value=60.0, previous_unit="%"),
            ]
        )
    )
    return str(path)


def names(pilot: Driver) -> list[str]:
    page = explorer_of(pilot).page
    assert isinstance(page, TargetsPage)
    return [row.cells[0].text for row in page.query_one("#targets-list", Table).rows]


def place_of(bar: Bar, command: str) -> int:
    """A cell of the item that commands this."""
    at = 1
    for item in bar.fitting(bar.size.width):
        if item.command == command:
            return at + 1
        at += item.width + len(bar.gap)
    raise LookupError(command)


async def test_t_walks_from_the_indicators_over_the_filters_and_back(two: str) -> None:
    async with explorer(two, "indicators?part=targets") as pilot:
        assert len(names(pilot)) == 5
        assert "全部 5" in screen(pilot)
        await press(pilot, "t")
        assert names(pilot) == ["指标1", "指标2"]
        assert "松于上年 2" in screen(pilot)
        assert explorer_of(pilot).view_string() == "indicators?part=targets&only=below"
        await press(pilot, "t")
        assert names(pilot) == ["指标3", "指标4"]
        await press(pilot, "t")
        assert names(pilot) == ["指标4"]
        await press(pilot, "t")
        assert names(pilot) == ["指标5"]
        await press(pilot, "t")
        assert explorer_of(pilot).view_string().partition("?")[0] == "indicators"
        await press(pilot, "ctrl+left")
        assert names(pilot) == ["指标5"]


async def test_the_tab_of_the_indicators_leads_to_the_targets(pack_file: str) -> None:
    async with explorer(pack_file, "indicators") as pilot:
        assert "绩效目标" in screen(pilot)
        await press(pilot, "T")
        assert explorer_of(pilot).view_string() == "indicators?part=targets"
        await press(pilot, "backspace")
        assert explorer_of(pilot).view_string().startswith("indicators")
        bar = explorer_of(pilot).query_one("#page-indicators #indicators-parts", Bar)
        await pilot.click(bar, offset=(place_of(bar, "part:targets"), 0))
        await press(pilot)
        assert explorer_of(pilot).view_string() == "indicators?part=targets"


async def test_the_difference_is_reckoned_in_the_unit_of_the_target(two: str) -> None:
    async with explorer(two, "indicators/a:1?part=targets", size=(120, 40)) as pilot:
        text = screen(pilot)
        assert "目标 70个 - 上年 74.5个 = -4.5个" in text
        assert "松于上年" in text
        assert "项目资金 123.45 万元" in text
        await press(pilot, "u")
        assert "项目资金 0.0123 亿元" in screen(pilot)


async def test_points_are_no_percent_and_a_laxer_ceiling_is_said_to_be_one(two: str) -> None:
    async with explorer(two, "indicators/a:2?part=targets", size=(120, 40)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        said = [one.text.strip() for one in page.query_one("#targets-detail", Pane).lines]
        assert "目标 5% - 上年 3% = +2个百分点  松于上年 (上限高于上年完成值)" in said


def test_a_mended_figure_is_marked_and_says_what_is_printed(two: str) -> None:
    desk = desk_of(two)
    [row] = [
        msgspec.structs.replace(one, printed="<=2.5.1万元", mended="数字多出一个小数点")
        for one in listed(desk, "a", "", "指标2", lambda *_: True).rows
    ]
    _, [shown] = target_table(desk, [row])
    assert shown.cells[1].text == "≤5%*"
    assert "<=2.5.1万元" in shown.value
    assert any("数字多出一个小数点" in one.text for one in target_detail(desk, row))


async def test_what_cannot_be_subtracted_is_said_so(two: str) -> None:
    async with explorer(two, "indicators/b:5?part=targets", size=(120, 40)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        assert any("不能相减" in line.text for line in page.query_one("#targets-detail", Pane).lines)


async def test_typing_keeps_what_is_called_so_and_escape_all(two: str) -> None:
    async with explorer(two, "indicators?part=targets") as pilot:
        await press(pilot, "f")
        await type_text(pilot, "指标3")
        assert names(pilot) == ["指标3"]
        await press(pilot, "escape", "escape")
        assert len(names(pilot)) == 5


async def test_one_document_is_chosen_and_kept_in_the_view(two: str) -> None:
    async with explorer(two, "indicators?part=targets") as pilot:
        await press(pilot, "d")
        await type_text(pilot, "文件b")
        await press(pilot, "enter")
        assert names(pilot) == ["指标4", "指标5"]
        assert explorer_of(pilot).view_string() == "indicators?part=targets&doc=b"


async def test_a_target_below_last_year_is_found_in_the_seeds(pack_file: str) -> None:
    async with explorer(pack_file, "indicators?part=targets&only=below", size=(120, 40), lang="en") as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        rows = page.query_one("#targets-list", Table).rows
        jobs = next(row for row in rows if row.cells[1].text == "≥39 10k persons")
        assert [cell.text for cell in jobs.cells[2:6]] == ["39.94 10k persons", "-0.94", "laxer", "3"]


def test_reading_stops_where_nobody_wants_the_rest(two: str) -> None:
    desk = desk_of(two)
    assert documents(desk) == {"a": 3, "b": 2}
    found = listed(desk, "", "", "", lambda done, _: done < 1)
    assert (len(found.rows), found.whole) == (3, False)
    assert len(found.rows) < SOME


async def test_the_palette_leads_to_the_lists(pack_file: str) -> None:
    async with explorer(pack_file, "overview", size=(100, 30)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "低于上年")
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string() == "indicators?part=targets&only=below"
