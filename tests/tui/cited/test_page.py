"""Policies and terms as lists: who rests on one, what uses it, the way from the text and back."""

from __future__ import annotations

from hrss_tui.tui.cited.page import CitedPage
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.table import Table
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, type_text


def page_of(pilot: Driver) -> CitedPage:
    page = explorer_of(pilot).page
    assert isinstance(page, CitedPage)
    return page


def detail(pilot: Driver) -> list[str]:
    return [line.text for line in page_of(pilot).query_one("#cited-detail", Pane).lines]


async def test_t_turns_from_the_text_to_policies_to_terms_and_back(pack_file: str) -> None:
    async with explorer(pack_file, "documents/budget-2026:1037") as pilot:
        await press(pilot, "t")
        assert explorer_of(pilot).view_string() == "documents?part=policies"
        await press(pilot, "t")
        assert explorer_of(pilot).view_string() == "documents?part=terms"
        await press(pilot, "t")
        assert explorer_of(pilot).view_string() == "documents/budget-2026:1037"
        await press(pilot, "T")
        assert explorer_of(pilot).view_string() == "documents?part=terms"


async def test_the_projects_that_rest_on_a_policy_stand_with_their_money(pack_file: str) -> None:
    async with explorer(pack_file, "documents?part=policies", size=(120, 40)) as pilot:
        page = page_of(pilot)
        first = page.query_one("#cited-list", Table).rows[0]
        projects = [line for line in detail(pilot) if "培训专项资金" in line]
        assert first.cells[2].text == "5"
        assert projects[0].split()[:3] == ["3,353.31", "自治区就业培训专项资金", "×2"]
        await press(pilot, "down")
        assert explorer_of(pilot).view_string().startswith("documents/新党发〔2025〕10号")


async def test_a_policy_is_found_by_a_part_of_its_number(pack_file: str) -> None:
    async with explorer(pack_file, "documents?part=policies") as pilot:
        await press(pilot, "f")
        await type_text(pilot, "新人社发")
        rows = page_of(pilot).query_one("#cited-list", Table).rows
        assert rows
        assert all("新人社发" in row.cells[0].text for row in rows)
        await press(pilot, "escape", "escape")
        assert len(page_of(pilot).query_one("#cited-list", Table).rows) > len(rows)


async def test_a_policy_found_by_search_opens_the_list_narrowed_to_what_was_asked(pack_file: str) -> None:
    async with explorer(pack_file, "search/新人社发") as pilot:
        text = screen(pilot)
        assert "还有" in text
        await press(pilot, "down", "enter")
        page = page_of(pilot)
        rows = page.query_one("#cited-list", Table).rows
        assert {"新人社发" in row.cells[0].text for row in rows} == {True}
        assert "find=新人社发" in explorer_of(pilot).view_string()
        assert any("依据" in line for line in detail(pilot))
        await press(pilot, "escape")
        assert len(page.query_one("#cited-list", Table).rows) > len(rows)


async def test_a_document_that_a_target_names_as_its_basis_is_listed_and_leads_to_the_target(
    pack_file: str,
) -> None:
    async with explorer(pack_file, "documents?part=policies&find=198号", size=(120, 40)) as pilot:
        (row,) = page_of(pilot).query_one("#cited-list", Table).rows
        assert (row.cells[0].text, row.cells[3].text) == ("新人社发〔2012〕198号", "目标：仲裁结案率")
        await press(pilot, "tab", "end", "enter")
        assert explorer_of(pilot).view_string().startswith("indicators/budget-2026:target:1083")


async def test_a_term_says_which_figures_and_paragraphs_use_it(pack_file: str) -> None:
    async with explorer(pack_file, "overview", size=(120, 40)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "机关运行经费")
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string() == "documents/budget-2026/机关运行经费?part=terms"
        lines = detail(pilot)
        assert any(line.split() == ["1,083.35", "机关运行经费"] for line in lines)
        assert any(line.startswith("×2") for line in lines)
        await press(pilot, "tab", "enter")
        assert explorer_of(pilot).view_string().startswith("documents/budget-2026:")


async def test_the_figure_of_a_term_is_copied_with_its_unit_apart_from_the_digits(pack_file: str) -> None:
    async with explorer(pack_file, "documents/budget-2026/机关运行经费?part=terms", lang="en") as pilot:
        lines = page_of(pilot).query_one("#cited-detail", Pane).lines
        assert "机关运行经费 1,083.35 10k yuan" in [line.value for line in lines]


async def test_a_term_that_nothing_uses_is_said_to_be_unused(pack_file: str) -> None:
    async with explorer(pack_file, "documents/budget-2026/其他资金?part=terms", lang="en") as pilot:
        assert "used nowhere else" in " ".join(detail(pilot))


async def test_amounts_turn_with_the_unit(pack_file: str) -> None:
    async with explorer(pack_file, "documents?part=policies", size=(120, 40)) as pilot:
        await press(pilot, "u")
        assert any(line.split()[0] == "1.4649" for line in detail(pilot) if line.strip())
        assert "亿元" in screen(pilot)
