"""Text copied from the year before, in the explorer: from the amounts over years to both passages, and back."""

from __future__ import annotations

import pytest

from hrss_tui.pack.read import open_pack
from hrss_tui.query.filings.copied import CopiedRow, copied
from hrss_tui.tui.copied.page import CopiedPage
from hrss_tui.tui.widgets.pane import Pane
from tests.documents.several import NAMES, several
from tests.tui.driving import explorer, explorer_of, press, screen, type_text
from tests.tui.screens import compare

WANLIU = NAMES[0][1]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return several(tmp_path_factory.mktemp("several"))


@pytest.fixture(scope="module")
def rows(path: str) -> tuple[CopiedRow, ...]:
    return copied(open_pack(path), WANLIU).rows


async def test_from_the_years_to_the_text_and_back(path: str, rows: tuple[CopiedRow, ...]) -> None:
    async with explorer(path, f"compare/{WANLIU}?of=years") as pilot:
        app = explorer_of(pilot)
        await press(pilot, "t", "t")
        assert app.view_string() == f"compare/{WANLIU}?of=text&phase=budget"
        assert compare("copied/text-80x24", screen(pilot)) == []
        assert f"1/{len(rows)}" in screen(pilot)
        await press(pilot, "t", "t", "t")
        assert app.view_string().endswith("only=figures")
        figures = [row for row in rows if row.state == "figures"]
        assert f"1/{len(figures)}" in screen(pilot)
        await press(pilot, "t")
        assert app.view_string().startswith(f"compare/{WANLIU}?of=years")
        await press(pilot, "ctrl+left")
        assert app.view_string().endswith("only=figures")


async def test_both_years_of_a_passage_with_the_figures_that_differ(
    path: str, rows: tuple[CopiedRow, ...]
) -> None:
    last = next(row for row in reversed(rows) if row.state == "figures")
    at = f"{last.doc_id}:{last.line_start}"
    async with explorer(path, f"compare/{WANLIU}?of=text&only=figures&at={at}", size=(120, 40)) as pilot:
        app = explorer_of(pilot)
        assert app.view_string().endswith(f"at={at}")
        lines = [line.text for line in app.query_one("#copied-detail", Pane).lines]
        assert last.text in "\n".join(lines)
        assert any("2023" in line and "›" in line and "2024" in line for line in lines)
        assert any(f"{last.earlier_doc_id}:{last.earlier_line}" in line for line in lines)
        await press(pilot, "s")
        assert app.view_string() == f"documents/{at}"


async def test_what_is_typed_narrows_and_the_chooser_leads_on(path: str, rows: tuple[CopiedRow, ...]) -> None:
    async with explorer(path, f"compare/{WANLIU}?of=text") as pilot:
        app = explorer_of(pilot)
        page = app.query_one(CopiedPage)
        await press(pilot, "f")
        await type_text(pilot, "基本支出")
        found = list(page.table.rows)
        assert found
        assert all("基本支出" in row.value for row in found)
        await press(pilot, "escape")
        assert len(page.table.rows) == len(rows)
        await press(pilot, "d")
        await type_text(pilot, "照抄 教育")
        await press(pilot, "enter")
        assert app.view_string() == f"compare/{NAMES[1][1]}?of=text&phase=budget"


async def test_a_department_without_two_years_is_said_to_have_none(path: str) -> None:
    async with explorer(path, f"compare/{WANLIU}?of=text&phase=final") as pilot:
        assert "没有前后两年可比" in screen(pilot)
        assert "没有这样的段落" in screen(pilot)
