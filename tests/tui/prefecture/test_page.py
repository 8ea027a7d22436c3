"""One prefecture on a page: the way there and back, its money and what goes to none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from hrss_tui.query.prefecture import OnePrefecture, one_prefecture
from hrss_tui.tui.compare.page import ComparePage
from hrss_tui.tui.prefecture.page import PrefecturePage
from hrss_tui.tui.prefecture.rows import money_table, rest_lines
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.table import Table
from tests.tui.driving import Driver, desk_of, explorer, explorer_of, press, screen, type_text


def cells(pilot: Driver, name: str) -> list[list[str]]:
    page = explorer_of(pilot).page
    assert isinstance(page, PrefecturePage)
    return [[cell.text for cell in row.cells] for row in page.query_one(f"#prefecture-{name}", Table).rows]


async def test_enter_opens_one_and_backspace_returns_to_it(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, "down", "down", "down", "enter")
        assert explorer_of(pilot).view_string() == "compare/6502"
        await press(pilot, "backspace")
        assert isinstance(explorer_of(pilot).page, ComparePage)
        assert explorer_of(pilot).view_string() == "compare?at=6502"
        await press(pilot, "ctrl+left")
        assert explorer_of(pilot).view_string() == "compare/6502"


async def test_typing_a_name_and_enter_opens_it(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, "f")
        await type_text(pilot, "kashi")
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string() == "compare/6531"


async def test_two_are_still_compared(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6531,6532") as pilot:
        assert isinstance(explorer_of(pilot).page, ComparePage)
    async with explorer(pack_file, "compare/南疆四地州") as pilot:
        assert isinstance(explorer_of(pilot).page, ComparePage)
    async with explorer(pack_file, "compare/6531?as=share") as pilot:
        assert isinstance(explorer_of(pilot).page, ComparePage)


async def test_all_that_is_assigned_stands_with_its_sum_and_what_goes_to_none(pack_file: str) -> None:
    async with explorer(pack_file, "compare/hetian", size=(120, 40)) as pilot:
        assert explorer_of(pilot).view_string() == "compare/6532"
        assert [row[:2] for row in cells(pilot, "money")] == [
            ["56.48", "6/14"],
            ["210.00", "2/6"],
            ["266.48", ""],
        ]
        assert ["2021 农村富余劳动力转移就业总数", "63.2", "万人次", "23.0", "2/13", "目标"] in cells(
            pilot, "values"
        )
        text = screen(pilot)
        assert "14,649.20" in text
        assert "12,679.20" in text
        await press(pilot, "u")
        assert [row[0] for row in cells(pilot, "money")] == ["0.0056", "0.0210", "0.0266"]


def test_of_several_documents_each_amount_sum_and_whole_says_of_which_it_is(pack_file: str) -> None:
    desk = desk_of(pack_file)
    one = one_prefecture(desk.data.pack, "6502")
    (doc_id,) = one.sums
    other = next(key for key in desk.data.documents if key != doc_id)
    two = OnePrefecture(
        one.place,
        one.standings,
        (*one.pots, *(structs.replace(pot, doc_id=other) for pot in one.pots)),
        {**one.sums, other: one.sums[doc_id]},
        one.unnamed,
    )
    _, rows = money_table(desk, two)
    assert {row.cells[-1].text for row in rows} == {desk.called(doc_id, 20), desk.called(other, 20)}
    wholes = [row.text for row in rest_lines(desk, two) if row.record]
    for name in (doc_id, other):
        assert sum(text.endswith(desk.called(name)) for text in wholes) == len(one.pots)
    assert not any(row.text.endswith(desk.called(doc_id)) for row in rest_lines(desk, one))


def test_values_that_others_state_otherwise_are_counted(pack_file: str) -> None:
    desk = desk_of(pack_file)
    one = one_prefecture(desk.data.pack, "6531")
    assert one.otherwise == 0
    first, *_ = rest_lines(desk, structs.replace(one, otherwise=3))
    assert first.text.strip().startswith("3 个数其他文件说得不同")
    alone, *_ = rest_lines(desk, structs.replace(one, otherwise=3, pots=()))
    assert alone.text == first.text


async def test_another_is_chosen_by_typing(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6532", lang="en") as pilot:
        await press(pilot, "d")
        await type_text(pilot, "ili")
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string() == "compare/6540"
        assert "Ili" in screen(pilot)


async def test_a_row_leads_to_its_source_and_its_metric(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6532") as pilot:
        await press(pilot, "s")
        assert explorer_of(pilot).view_string() == "documents/plan-2021:196"
        await press(pilot, "ctrl+left", "down", "enter")
        assert explorer_of(pilot).view_string() == "compare?metric=hardship_employed&at=6532"


async def test_units_are_english(pack_file: str) -> None:
    async with explorer(pack_file, "compare/6531", size=(120, 40), lang="en") as pilot:
        assert {row[2] for row in cells(pilot, "values")} == {"10k persons", "10k person-times"}


@pytest.mark.parametrize("view", ["compare/6531", "compare?at=6531", "compare?at=6531&as=share"])
async def test_what_is_copied_in_english_is_english(pack_file: str, view: str) -> None:
    async with explorer(pack_file, view, size=(120, 40), lang="en") as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        taken = page.taken()
        assert taken is not None
        assert "Kashgar" in taken.value
        assert "10k persons" in taken.value
        assert taken.value.isascii()
        table = next(iter(page.query(Table)))
        assert all(row.value.isascii() for row in table.rows)


async def test_the_page_for_others_has_values_money_and_what_goes_to_none(
    pack_file: str, tmp_path: Path
) -> None:
    file = tmp_path / "one.html"
    async with explorer(pack_file, "compare/6531", size=(80, 24)) as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(Field).value = str(file)
        await press(pilot, "enter")
    text = file.read_text("utf-8")
    assert "城镇新增就业人数" in text
    assert "435.25" in text
    assert "12,679.20" in text
    for doc_id in ("plan-2021", "budget-2026"):
        assert f"{doc_id} ·" in re.sub(r"<[^>]*>", "", text)
