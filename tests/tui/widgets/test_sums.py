"""Total, mean and median below a table: exact, of the marked rows, in every table whose numbers count one thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrss_tui.query.averages import averages
from hrss_tui.tui.widgets.sums import Adds, Put, number, put
from hrss_tui.tui.widgets.table import Table
from tests.tui.driving import Driver, explorer, explorer_of, press, screen


def test_numbers_are_those_that_are_printed() -> None:
    assert number("1,234.5", 1234.5) == Decimal("1234.5")
    assert number("7.3%", 7.25) == Decimal("7.25")
    assert number("12.00", 12_000_000) == Decimal(12_000_000)
    assert number("/", None) is None
    assert number("甲", "甲") is None


def test_ten_tenths_are_one() -> None:
    assert put(Adds(), [("0.1", 0.1)] * 10).total == "1.0"
    assert averages([]) is None
    found = averages(map(Decimal, ("1", "2", "4.5", "3")))
    assert found is not None
    assert (str(found.total), str(found.mean), str(found.median)) == (
        "10.5",
        "2.63",
        "2.5",
    )  # 2.625, halves up as everywhere


def test_rates_have_no_sum_and_texts_nothing() -> None:
    assert put(Adds(whole=False), [("4", 4.0), ("5", 5.0)]) == Put("", "4.5", "4.5")
    assert put(Adds(), [("/", None)]) == Put()
    assert put(None, [("4", 4.0)]) == Put()


def below(pilot: Driver, word: str) -> list[str]:
    return next((line.split() for line in screen(pilot).splitlines() if line.strip().startswith(word)), [])


async def test_all_prefectures_then_the_marked_ones(pack_file: str) -> None:
    async with explorer(pack_file, "compare", size=(120, 40)) as pilot:
        assert below(pilot, "合计") == []
        await press(pilot, "equals_sign")
        assert below(pilot, "合计")[:3] == ["合计", "14", "46.00"]
        assert below(pilot, "中位数")[:2] == ["中位数", "2.675"]
        await press(pilot, "space", "space")
        assert below(pilot, "合计")[:3] == ["合计", "2", "7.65"]
        await press(pilot, "m", "m")
        assert below(pilot, "合计") == []  # ranks
        await press(pilot, "m", "m", "m", "escape")
        assert below(pilot, "合计")[1] == "14"
        await press(pilot, "equals_sign")
        assert below(pilot, "合计") == []


async def test_a_few_have_their_totals_beside_them(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6531,6532", size=(200, 60)) as pilot:
        await press(pilot, "equals_sign")
        row = next(
            line.replace("▕", " ").split() for line in screen(pilot).splitlines() if "新增创业人数" in line
        )
        assert row[3:8] == ["0.34", "0.23", "0.57", "0.285", "0.285"]


async def test_parts_of_a_budget_in_the_unit_that_is_shown(pack_file: str) -> None:
    async with explorer(pack_file, "budget/20801", size=(200, 60)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        table = page.query_one("#budget-children", Table)
        await press(pilot, "tab", "equals_sign")
        assert table.sums.lines(0)[0][1][1] == "33,096.46"
        await press(pilot, "space", "down", "space")
        assert len(table.sums.marked) == 2
        assert table.sign_of(0) == "●"
        await press(pilot, "escape")
        assert table.sums.marked == set()
        await press(pilot, "u")
        assert table.sums.lines(0)[0][1][1] == "3.3096"


async def test_the_last_row_is_above_the_sums(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=real", size=(80, 24)) as pilot:
        await press(pilot, "equals_sign", "end")
        lines = screen(pilot).splitlines()
        at = next(index for index, line in enumerate(lines) if line.strip().startswith("合计"))
        assert lines[at - 1].startswith("▌")
        assert "2080109" in lines[at - 1]
        assert "+10,410.50" in lines[at]


@pytest.mark.parametrize(
    "view", ["documents?part=policies", "indicators?part=targets", "budget?table=changes"]
)
async def test_where_numbers_count_different_things_the_key_does_nothing(pack_file: str, view: str) -> None:
    async with explorer(pack_file, view) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        assert not page.applies("sums")
        assert not page.applies("mark")
        await press(pilot, "equals_sign", "space")
        assert below(pilot, "合计") == []
