"""The reader: every figure is a link to the record it was read from, and long documents open at once."""

from __future__ import annotations

import pytest

from hrss_tui.records import record_id
from hrss_tui.tui.cards.record import card
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.documents.finding import Links
from hrss_tui.tui.reader.reading import passages
from tests.tui.driving import desk_of, explorer, explorer_of, press, screen


@pytest.fixture(scope="module")
def data(pack_file: str) -> Data:
    return Data(pack_file)


def linked(data: Data, doc_id: str) -> dict[str, list[str]]:
    """Record → the texts that lead to it."""
    items = passages(data.blocks[doc_id])
    links = Links(items, data)
    found: dict[str, list[str]] = {}
    for index, passage in enumerate(items):
        for mark in links(index):
            if mark.record:
                found.setdefault(mark.record, []).append(passage.text[mark.start : mark.end])
    return found


def test_nearly_every_record_of_the_documents_is_linked(data: Data) -> None:
    found = {record for doc_id in data.documents for record in linked(data, doc_id)}
    parted = {row.line_start for rows in data.allocations.values() for row in rows}
    wanted = {
        "observations": [record_id(row) for row in data.observations],
        "budget_lines": [row.line_id for row in data.budget_lines],
        "changes": [row.change_id for row in data.changes],
        "projects": [row.project_id for row in data.projects],
        "allocations": [row.allocation_id for rows in data.allocations.values() for row in rows],
        "prefecture_values": [
            record_id(row)
            for row in data.prefecture_values
            if row.status == "value" and row.line_start not in parted
        ],
        "totals": [record_id(row) for row in data.prefecture_totals],
        "targets": [
            row.target_id for rows in data.targets.values() for row in rows if row.operator != "text"
        ],
    }
    missing = {name: [one for one in ids if one not in found] for name, ids in wanted.items()}
    share = {name: len(missing[name]) / max(1, len(ids)) for name, ids in wanted.items()}
    assert all(part <= 0.02 for part in share.values()), (share, missing)


def test_figures_of_a_row_that_are_equal_lead_to_their_own_columns(data: Data) -> None:
    """Where a row prints a number twice, each stands for its own metric."""
    found = linked(data, next(row.doc_id for row in data.prefecture_values))
    assert all(len(texts) == 1 for name, texts in found.items() if name.startswith("prefecture_values/"))


def test_every_kind_of_record_has_a_card(pack_file: str, data: Data) -> None:
    desk = desk_of(pack_file)
    rows = [data.budget_lines, data.changes, data.projects, data.performance, data.prefecture_values]
    rows += [data.prefecture_totals, data.glossary, *data.allocations.values(), *data.targets.values()]
    rows += [data.observations]
    for listed in rows:
        assert card(desk, record_id(listed[0])), listed[0]


async def test_a_figure_that_was_looked_for_is_copied_with_what_it_is_of_and_its_unit(pack_file: str) -> None:
    async with explorer(pack_file, "documents/budget-2026:578?find=119.83") as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        taken = page.taken()
        assert taken is not None
        assert taken.value == "财政拨款“三公”经费支出情况表 总计 119.83 万元"


async def test_a_row_of_a_table_is_copied_with_what_its_figures_are_of(pack_file: str) -> None:
    """Its amounts alone would have neither unit nor name; a sentence says both and stays as it is."""
    async with explorer(pack_file, "documents/budget-2026:578") as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        taken, proof = page.taken(), page.proof()
        assert taken is not None
        row, first, second = taken.value.split("\n")
        assert row.split() == ["总计", "119.83", "119.83"]
        assert first == "财政拨款“三公”经费支出情况表 总计 119.83 万元"
        assert second == "财政拨款“三公”经费支出情况表 总计 一般公共预算 119.83 万元"
        assert proof is not None
        assert proof.title == "财政拨款“三公”经费支出情况表 总计"
    async with explorer(pack_file, "documents/budget-2026:1003") as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        taken = page.taken()
        assert taken is not None
        assert "\n" not in taken.value


async def test_tab_shows_the_record_and_copying_cites_it(pack_file: str) -> None:
    async with explorer(pack_file, "documents/plan-2021:183") as pilot:
        await press(pilot, "tab")
        page = explorer_of(pilot).page
        assert page is not None
        taken = page.taken()
        assert taken is not None
        assert taken.record.startswith("prefecture_values/")
        assert "数据卡片" in screen(pilot)
        name, metric, figure, unit = taken.value.split()
        assert (name, metric, unit) == ("伊犁州", "城镇新增就业人数", "万人")
        assert figure in screen(pilot)
        await press(pilot, "escape", "end")
        assert "100%" in screen(pilot)


async def test_a_line_that_is_not_there_is_said(pack_file: str) -> None:
    async with explorer(pack_file, "documents/plan-2021:99999") as pilot:
        assert "没有第 99999 行" in screen(pilot)
    async with explorer(pack_file, "documents/plan-2021:205") as pilot:
        assert "没有第" not in screen(pilot)


async def test_a_line_of_a_document_that_is_not_there_is_not_shown_in_another(pack_file: str) -> None:
    async with explorer(pack_file, "documents") as pilot:
        first = explorer_of(pilot).view_string()
    async with explorer(pack_file, "documents/nowhere-2031:40") as pilot:
        assert "nowhere-2031" in screen(pilot), "it is said that there is none"
        assert explorer_of(pilot).view_string() == first
