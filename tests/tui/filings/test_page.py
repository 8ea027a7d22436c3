"""Several budgets in one package: chosen on the page of amounts, side by side on the page of comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.tui.checks.rows import brief
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.filings.matrix import Matrix, matrix
from hrss_tui.tui.filings.page import FilingsPage
from hrss_tui.tui.filings.state import State
from hrss_tui.tui.widgets.table import Row
from hrss_tui.words import LANGUAGES, Lang
from tests.documents.formats import chosen
from tests.documents.layouts import accounts, shanghai
from tests.documents.layouts.common import Department
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled, type_text

NAMES = (("w", "宁安区万柳街道办事处", "20103"), ("e", "宁安区教育局", "20501"))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two departments: two budgets each, and the accounts of one year."""
    folder: Path = tmp_path_factory.mktemp("few")
    (made,) = chosen("text")
    for seed, (name, title, group) in enumerate(NAMES):
        department = Department(name, title, "宁安区", seed + 11, (group,), (f"{title}服务中心",))
        for described in (
            shanghai.budget(department, 2023, shanghai.Year()),
            shanghai.budget(department, 2024, shanghai.Year()),
            accounts.final(department, 2023),
        ):
            (folder / f"{described.id}{made.suffix}").write_bytes(made.render(described))
    out = folder / "few.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


async def test_another_year_is_chosen_by_typing_and_kept_in_the_view(few: str) -> None:
    async with explorer(few, "budget?table=three_public") as pilot:
        first = explorer_of(pilot).view_string()
        assert "2024 预算" in screen(pilot)
        await press(pilot, "d")
        await type_text(pilot, "wanliu 2023 预算")
        await press(pilot, "enter")
        assert "宁安区万柳街道办事处 2023 预算" in screen(pilot)
        view = explorer_of(pilot).view_string()
        assert "table=three_public" in view
        assert "doc=" in view
        await press(pilot, "ctrl+left")
        assert explorer_of(pilot).view_string() == first


@pytest.mark.parametrize("view", ["compare?year=2023", "compare?as=share", "compare?year=abc"])
async def test_without_prefectures_budgets_are_compared_however_it_is_asked(few: str, view: str) -> None:
    async with explorer(few, view, size=(120, 40)) as pilot:
        assert isinstance(explorer_of(pilot).page, FilingsPage)
        assert "宁安区教育局" in screen(pilot)


async def test_final_accounts_are_said_to_be_final(few: str) -> None:
    async with explorer(few, "budget") as pilot:
        await press(pilot, "d")
        await type_text(pilot, "教育 决算")
        await press(pilot, "enter")
        assert "宁安区教育局 2023 决算" in screen(pilot)


async def test_a_document_that_is_none_gives_the_newest_budget(few: str) -> None:
    async with explorer(few, "budget?doc=nothing") as pilot:
        assert "没有预算或决算 nothing" in screen(pilot)
        assert explorer_of(pilot).view_string() == "budget"


async def test_departments_stand_side_by_side_with_everything_they_spend_on(few: str) -> None:
    async with explorer(few, size=(200, 60)) as pilot:
        await press(pilot, "3")
        shown = screen(pilot)
        assert "各部门 2024 预算" in shown
        assert "人员经费" in shown
        assert all(title[:5] in shown for _, title, _ in NAMES)
        await press(pilot, "m")
        assert "占比" in screen(pilot)


async def test_what_grew_what_is_gone_and_three_public_in_under_ten_keys(few: str) -> None:
    async with explorer(few) as pilot:
        await press(pilot, "3", "d")
        await type_text(pilot, "wl")
        await press(pilot, "enter", "b")
        view = explorer_of(pilot).view_string()
        assert view == "compare/宁安区万柳街道办事处?of=years&phase=budget&order=gap"
        changes = [
            abs(cell.order) for row in rows(pilot)[1:] if isinstance((cell := row.cells[3]).order, int)
        ]
        assert changes
        assert changes == sorted(changes, reverse=True)
        await press(pilot, "g")
        assert "“三公”经费" in screen(pilot)


async def test_a_budget_beside_its_accounts(few: str) -> None:
    async with explorer(few, "compare/宁安区教育局?of=execution", size=(120, 40)) as pilot:
        shown = screen(pilot)
        assert "2023 预算" in shown
        assert "2023 决算" in shown
        await press(pilot, "enter")
        assert "宁安区教育局 2023 预算" in screen(pilot)


def rows(pilot: Driver) -> list[Row]:
    page = explorer_of(pilot).page
    assert isinstance(page, FilingsPage)
    return list(page.grid_table.rows)


async def test_what_stands_beside_a_total_is_no_share_of_it(few: str) -> None:
    async with explorer(
        few, "compare/宁安区教育局?of=years&table=three_public&as=share", size=(150, 40)
    ) as pilot:
        shown = {row.cells[0].text.strip(): [cell.text for cell in row.cells[1:3]] for row in rows(pilot)}
        assert shown.pop("机关运行经费预算数") == ["", ""]
        assert shown["合计"] == ["100.0"] * 2
        assert all("" not in texts for texts in shown.values())


async def test_how_amounts_are_shown_needs_no_reading(few: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[State] = []

    def counting(desk: Desk, state: State, going: object = None) -> Matrix:
        read.append(state)
        return matrix(desk, state)

    monkeypatch.setattr("hrss_tui.tui.filings.page.matrix", counting)
    async with explorer(few, "compare?of=departments&year=2024") as pilot:
        page = explorer_of(pilot).query_one(FilingsPage)
        value = screen(pilot).split("\n")[2:]
        await press(pilot, "m", "m", "m", "m", "m", "u", "u", "u")
        assert screen(pilot).split("\n")[2:] == value  # above it stands the way back
        await press(pilot, "f")
        await type_text(pilot, "jiaoyu")
        assert [row.value for row in page.grid_table.rows] == ["宁安区教育局"]
    assert len(read) == 1


async def test_pages_out_of_sight_hear_of_another_unit_when_they_are_gone_to(few: str) -> None:
    async with explorer(few, "compare?of=departments&year=2024") as pilot:
        await press(pilot, "2")
        there = screen(pilot)
        await press(pilot, "u")
        assert screen(pilot) != there
        await press(pilot, "3")
        assert "亿元" in screen(pilot)
        await press(pilot, "u", "u", "2")
        assert screen(pilot) == there


async def test_in_english_codes_are_named_in_english_and_found_by_both_names(few: str) -> None:
    async with explorer(few, "compare/宁安区教育局?of=years", size=(140, 40), lang="en") as pilot:
        labels = [row.cells[0].text.strip() for row in rows(pilot)]
        assert labels[:3] == ["Total", "205 Education", "20501 Education administration"]
        everything = len(labels)
        for typed in ("教育管理", "education admin"):
            await press(pilot, "f")
            await type_text(pilot, typed)
            found = [row.cells[0].text.strip() for row in rows(pilot)]
            assert "20501 Education administration" in found, typed
            assert len(found) < everything
            await press(pilot, "escape")
    async with explorer(few, "compare/20501?of=departments", size=(140, 40), lang="en") as pilot:
        page = explorer_of(pilot).page
        assert isinstance(page, FilingsPage)
        assert page.matrix.columns[0] == ("20501", "20501 Education administration")


@pytest.mark.parametrize("what", ["years", "text"])
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_what_is_wrong_is_said_in_the_language_and_stays_with_the_way_out(
    few: str, lang: Lang, what: str
) -> None:
    async with explorer(few, f"compare?of={what}", size=(100, 30), lang=lang) as pilot:
        app = explorer_of(pilot)
        (note,) = [one.message for one in app._notifications]
        wanted = ("2 departments", "d chooses") if lang == "en" else ("2 个部门", "d 选择")
        assert wanted[0] in note
        app.clear_notifications()
        await settled(pilot)
        assert wanted[1] in screen(pilot)
        await press(pilot, "d")
        assert app.screen.is_modal


async def test_documents_of_one_title_are_told_apart_wherever_they_are_named(few: str) -> None:
    async with explorer(few, "documents", size=(120, 40)) as pilot:
        data = explorer_of(pilot).desk.data
        assert len({row.title for row in data.documents.values()}) < len(data.documents)
        shared = next(row.title for row in data.documents.values() if row.title not in data.ids_by_title)
        sentence = f"《{shared}》：合计 = 各项之和"
        assert brief(explorer_of(pilot).desk, sentence) == sentence  # whose it is nobody knows
        labels = [node.label for node, depth in explorer_of(pilot).query_one("#outline").shown if depth == 0]  # type: ignore[attr-defined]
        assert len(set(labels)) == len(data.documents)
        assert any("宁安区教育局" in label for label in labels)
        await press(pilot, "slash")
        await type_text(pilot, "职能")
        named = {data.title(doc_id) for doc_id in data.documents}
        assert sum(title in screen(pilot) for title in named) > 2


async def test_an_empty_list_says_nothing_of_what_is_not_typed_any_more(few: str) -> None:
    async with explorer(few, "indicators", size=(120, 40)) as pilot:
        await press(pilot, "f")
        await type_text(pilot, "qqzz")
        assert "没有符合“qqzz”的行" in screen(pilot)
        await explorer_of(pilot).command("view:indicators?part=outcomes")
        await settled(pilot)
        assert "qqzz" not in screen(pilot)
        await explorer_of(pilot).command("view:compare?of=text")
        await settled(pilot)
        assert "d 选择比较的内容" in screen(pilot)
        await press(pilot, "f")
        await type_text(pilot, "q")
        assert "没有符合“q”的行" in screen(pilot)
        await press(pilot, "backspace")
        assert "d 选择比较的内容" in screen(pilot)
