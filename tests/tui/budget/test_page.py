"""The budget page: ways down and what they cover, panes in a narrow terminal, filter by pinyin, citations of records."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.query.budget import lines_of
from hrss_tui.query.views import parse_view
from hrss_tui.tui.budget.detail import detail
from hrss_tui.tui.budget.page import BudgetPage
from hrss_tui.tui.budget.real import REAL
from hrss_tui.tui.budget.rows import (
    CHANGES,
    PARTS,
    child_rows,
    missing_orders,
    orders,
    part_name,
    parts,
    stems,
)
from hrss_tui.tui.budget.sources import source_rows
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import entries
from hrss_tui.tui.widgets.pane import Pane
from tests.tui.driving import Driver, desk_of, explorer, explorer_of, press, screen, type_text


def page_of(pilot: Driver) -> BudgetPage:
    page = explorer_of(pilot).page
    assert isinstance(page, BudgetPage)
    return page


async def test_a_way_down_says_how_much_of_the_whole_it_covers(pack_file: str) -> None:
    async with explorer(pack_file, "budget") as pilot:
        assert "59,831.55" in screen(pilot)
        assert "只含" not in screen(pilot)
        await press(pilot, "b")
        assert "只含支出合计 59,831.55 的 76.9%" in screen(pilot)


async def test_a_dimension_is_no_part_of_itself(pack_file: str) -> None:
    async with explorer(pack_file, "budget?by=unit,item,unit") as pilot:
        assert page_of(pilot).state.by == ("unit", "item")
        assert "by=unit,item" in explorer_of(pilot).view_string()
        assert "by=unit,item,unit" not in explorer_of(pilot).view_string()


async def test_a_way_down_that_no_table_gives_is_named_and_not_shown(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=income&by=unit,project") as pilot:
        assert "预算单位→项目" in screen(pilot)
        assert page_of(pilot).state.by == ()
        assert page_of(pilot).stems


def test_every_way_down_that_the_project_table_crosses_is_offered_and_adds_up(pack_file: str) -> None:
    """Table 7 has the economic classes as columns, units, codes and projects as rows."""
    desk = desk_of(pack_file)
    given = orders(desk, desk.data.newest_filing, PARTS[0])
    assert {("economic", "project"), ("project", "economic"), ("economic", "item")} <= set(given)
    for by in given:
        known = stems(desk, desk.data.newest_filing, PARTS[0], by)
        for stem in known.values():
            parts = sum(known[key].row.amount for key in stem.children)
            assert not stem.children or abs(parts - stem.row.amount) <= 10_000 * (len(stem.children) + 1) // 2
    assert missing_orders(desk, desk.data.newest_filing, PARTS[1]) == []


def test_what_no_table_gives_is_listed(pack_file: str) -> None:
    desk = desk_of(pack_file)
    ledger = desk.data.of(desk.data.newest_filing).ledger
    sheets = tuple(sheet for sheet in ledger.sheets if sheet.table_kind != "general_public_projects")
    desk.data.of(desk.data.newest_filing).ledger = msgspec.structs.replace(ledger, sheets=sheets)
    assert ("economic", "project") in missing_orders(desk, desk.data.newest_filing, PARTS[0])
    assert not set(orders(desk, desk.data.newest_filing, PARTS[0])) & set(
        missing_orders(desk, desk.data.newest_filing, PARTS[0])
    )


def test_a_kind_of_table_that_the_page_does_not_know_is_a_part_under_its_printed_title(
    pack_file: str,
) -> None:
    desk = desk_of(pack_file)
    doc_id = desk.data.newest_filing
    ledger = desk.data.of(doc_id).ledger
    made = next(sheet for sheet in ledger.sheets if sheet.table_kind == "outsourcing")
    made = msgspec.structs.replace(made, table_kind="reserves", title="预备费安排情况表")
    desk.data.of(doc_id).ledger = msgspec.structs.replace(ledger, sheets=(*ledger.sheets, made))
    shown = parts(desk, doc_id)
    assert [part.key for part in shown][-3:] == ["reserves", CHANGES, REAL]
    assert part_name(desk, doc_id, "reserves") == "预备费安排情况表"
    assert not {"general_public", "fiscal_overview"} & {part.kind for part in shown}


def test_without_a_table_of_spending_the_narrower_tables_are_parts(pack_file: str) -> None:
    desk = desk_of(pack_file)
    doc_id = desk.data.newest_filing
    ledger = desk.data.of(doc_id).ledger
    sheets = tuple(sheet for sheet in ledger.sheets if sheet.table_kind != "expenditure")
    desk.data.of(doc_id).ledger = msgspec.structs.replace(ledger, sheets=sheets)
    assert {"general_public", "general_public_projects"} <= {part.kind for part in parts(desk, doc_id)}


async def test_tab_turns_parts_and_detail_where_there_is_not_room_for_both(pack_file: str) -> None:
    async with explorer(pack_file, "budget/20801", size=(80, 24)) as pilot:
        page = page_of(pilot)
        await press(pilot, "tab")
        assert page.query_one("#budget-detail").has_focus, "it is what is in sight"
        await press(pilot, "tab")
        assert page.children_table.has_focus
        assert "2080104 综合业务" in screen(pilot)
        await press(pilot, "down", "enter")
        assert page.current().path == "2080104"
        await press(pilot, "tab")
        assert page.query_one("#budget-detail").has_focus
        await press(pilot, "tab")
        assert page.amounts.has_focus


async def test_the_way_into_the_source_and_back_leads_to_the_same_screen(pack_file: str) -> None:
    async with explorer(pack_file, "budget/20801", size=(120, 40)) as pilot:
        page = page_of(pilot)
        await press(pilot, "end", "enter")
        opened, before = len(page.amounts.shown), page.current()
        assert {"208", "20801"} <= page.amounts.opened
        pane = page.query_one("#budget-detail", Pane)
        pilot.app.screen.set_focus(pane)
        await press(pilot, "down", "down", "down")
        at = pane.cursor
        assert at > 0
        await press(pilot, "s")
        assert explorer_of(pilot).view_string().startswith("documents/")
        await press(pilot, "ctrl+left")
        assert (page.current(), len(page.amounts.shown), pane.cursor) == (before, opened, at)
        assert pane.has_focus


async def test_enter_on_a_row_of_a_project_opens_the_project_and_s_its_source(pack_file: str) -> None:
    async with explorer(pack_file, "budget/2300248", size=(120, 40)) as pilot:
        page = page_of(pilot)
        pane = page.query_one("#budget-detail", Pane)
        at = next(at for at, one in enumerate(pane.lines) if one.target and "就业培训" in one.text)
        assert pane.lines[at].source.startswith("budget-2026:")
        pilot.app.screen.set_focus(pane)
        pane.put(at)
        await press(pilot, "enter")
        shown, _, project = explorer_of(pilot).view_string().partition("&project=")
        assert shown == "budget/自治区就业培训专项资金?by=project,unit"
        others = [one.target for one in pane.lines if one.target.startswith("budget/")]
        assert [one.split("&project=")[0] for one in others] == [shown]
        assert not others[0].endswith(project)


async def test_names_are_filtered_by_pinyin(pack_file: str) -> None:
    async with explorer(pack_file, "budget") as pilot:
        await press(pilot, "f")
        await type_text(pilot, "zonghe")
        assert "2080104 综合业务管理" in screen(pilot)
        assert "205 教育支出" not in screen(pilot)


def test_rows_know_the_record_they_were_read_from(pack_file: str) -> None:
    desk = desk_of(pack_file)
    known = stems(desk, desk.data.newest_filing, PARTS[0], ())
    _, rows = child_rows(desk, [(key, stem.row) for key, stem in known.items()])
    assert all(desk.data.record(row.record) for row in rows)


async def test_copying_cites_the_record_from_every_line_that_has_one(pack_file: str) -> None:
    async with explorer(pack_file, "budget/2080104", size=(120, 40)) as pilot:
        page = page_of(pilot)
        lines = [one for one in page.query_one("#budget-detail", Pane).lines if one.source]
        assert len(lines) > 8
        assert all(page.desk.data.record(one.record) for one in lines)
        await press(pilot, "tab")
        taken = page.taken()
        assert taken is not None
        assert "综合业务管理" in page.desk.citation(taken.record)


def test_a_column_of_changes_says_where_they_are_of_less_than_the_amounts(pack_file: str) -> None:
    desk = desk_of(pack_file)
    known = stems(desk, desk.data.newest_filing, PARTS[0], ())
    rows = [(key, known[key].row) for key in known["20801"].children]
    assert {row.stated_amount != row.amount for _, row in rows if row.change is not None} == {True, False}
    assert "比上年（一般公共预算）" in [column.title for column in child_rows(desk, rows)[0]]
    whole = [(key, row) for key, row in rows if row.stated_amount == row.amount]
    assert "比上年" in [column.title for column in child_rows(desk, whole)[0]]


def test_the_change_is_stated_of_its_own_amount_below_the_headline(pack_file: str) -> None:
    desk = desk_of(pack_file)
    desk.unit = 1
    lines = [
        one.text for one in detail(desk, stems(desk, desk.data.newest_filing, PARTS[0], ())["2080104"].row)
    ]
    assert lines[1].startswith("1,433.38 万元")
    assert lines[2].startswith("一般公共预算 433.38  比上年 +428.38 万元")
    assert "上年 5.00" in lines[2]


def test_a_project_says_what_the_code_pays_of_it(pack_file: str) -> None:
    desk = desk_of(pack_file)
    lines = [
        one.text for one in detail(desk, stems(desk, desk.data.newest_filing, PARTS[0], ())["2080104"].row)
    ]
    assert any("92.56，项目共 1,470.00 万元" in one for one in lines)
    assert lines.index("项目  万元") < lines.index("各列金额  万元")


async def test_the_detail_is_of_the_row_under_the_cursor_at_once(pack_file: str) -> None:
    async with explorer(pack_file, "budget", size=(120, 40)) as pilot:
        page = page_of(pilot)
        for keys in (("T", "T"), ("right_square_bracket",), ("down",)):
            await press(pilot, *keys)
            row = page.children_table.current
            assert row is not None
            assert (
                page.query_one("#budget-detail", Pane).lines[0].text
                == f"{row.cells[0].text} {row.cells[1].text}".strip()
            )
        await press(pilot, "f")
        await type_text(pilot, "zonghe")
        row = page.children_table.current
        assert row is not None
        assert row.cells[1].text in page.query_one("#budget-detail", Pane).lines[0].text


def test_a_total_is_shown_with_the_columns_of_its_own_kind_of_table(pack_file: str) -> None:
    desk = desk_of(pack_file)
    part = next(part for part in PARTS if part.key == "three_public")
    (whole, *_) = stems(desk, desk.data.newest_filing, part, ()).values()
    desk.unit = 1
    lines = [one.text for one in detail(desk, whole.row)]
    assert not [one for one in lines if "59,831.55" in one or "8,179.34" in one]


def test_money_stands_under_the_code_it_is_paid_from(pack_file: str) -> None:
    """Two projects share a name; one is paid from each code."""
    desk = desk_of(pack_file)
    known = stems(desk, desk.data.newest_filing, PARTS[0], ())
    told = {
        code: [one.record for one in detail(desk, known[code].row) if ":project-" in one.record]
        for code in ("2080799", "2300248")
    }
    assert not set(told["2080799"]) & set(told["2300248"])
    assert all(told.values())


async def test_the_key_of_the_page_leads_back_from_another_way_down(pack_file: str) -> None:
    async with explorer(pack_file, "budget/自治区就业培训专项资金?by=project,unit") as pilot:
        await press(pilot, "1", "2")
        assert explorer_of(pilot).view_string() == "budget/自治区就业培训专项资金?by=project,unit"
        await press(pilot, "2")
        assert explorer_of(pilot).view_string() == "budget"
        await press(pilot, "ctrl+left")
        assert explorer_of(pilot).view_string() == "budget/自治区就业培训专项资金?by=project,unit"
    async with explorer(pack_file, "budget/2080111") as pilot:
        await press(pilot, "2")
        assert explorer_of(pilot).view_string() == "budget/2080111"


def _namesakes(desk: Desk) -> tuple[str, dict[str, int]]:
    """A name in the table of projects that several projects have, and what each of them is paid."""
    found: dict[str, dict[str, int]] = {}
    for one in desk.data.of(desk.data.newest_filing).project_lines:
        paid = found.setdefault(one.project or "", {})
        paid[one.project_id or ""] = paid.get(one.project_id or "", 0) + one.amount
    return next((name, paid) for name, paid in found.items() if len(paid) > 1)


async def test_of_projects_of_one_name_the_one_that_is_meant_is_told_first_and_taken_away(
    pack_file: str,
) -> None:
    desk = desk_of(pack_file)
    desk.unit = 1
    name, paid = _namesakes(desk)
    whole = desk.money(sum(paid.values()))
    for project, amount in paid.items():
        async with explorer(pack_file, "overview", size=(120, 40)) as pilot:
            entry = next(one for one in entries(desk) if one.target.endswith(f"&project={project}"))
            await explorer_of(pilot).go(parse_view(entry.target))
            page = page_of(pilot)
            page.desk.unit = 1
            lines = [one.text for one in page.query_one("#budget-detail", Pane).lines]
            assert lines[0] == f"{name}  {desk.money(amount)} 万元  同名项目 1/{len(paid)}"
            assert lines[1] == f"同名项目共 {len(paid)} 个，合计 {whole} 万元"
            assert page.crumbs()[-1][0] == f"{name} {desk.money(amount)}"
            taken = page.taken()
            assert taken is not None
            assert (taken.value, taken.record) == (f"{name} {desk.money(amount)}万元", project)
            assert explorer_of(pilot).view_string() == entry.target
            await press(pilot, "up")
            assert "&project=" not in explorer_of(pilot).view_string()


def test_a_row_that_several_projects_are_called_as_says_so_and_names_each(pack_file: str) -> None:
    desk = desk_of(pack_file)
    desk.unit = 1
    name, paid = _namesakes(desk)
    row = stems(desk, desk.data.newest_filing, PARTS[0], ("project", "unit"))[name].row
    lines = [one.text for one in detail(desk, row)]
    heads = [
        f"同名项目 {at}/{len(paid)}  {desk.money(amount)} 万元" for at, amount in enumerate(paid.values(), 1)
    ]
    assert [one for one in lines if one in heads] == heads
    assert f"同名项目共 {len(paid)} 个，合计 {desk.money(row.amount)} 万元" in lines


def test_the_parts_of_the_sources_say_where_the_money_comes_from_and_add_up(pack_file: str) -> None:
    """Not what the table of expenditure says already: the sources are the columns."""
    desk = desk_of(pack_file)
    known = stems(desk, desk.data.newest_filing, PARTS[2], ())
    root = known["total"]
    columns, rows = source_rows(desk, [(key, known[key].row) for key in root.children])
    assert len(columns) > 4
    whole = {
        one.measure_label: one.amount
        for one in lines_of(desk.data.of(desk.data.newest_filing).ledger, root.row.doc_id, None)
        if one.table_no == root.row.table_no
    }
    for place, column in enumerate(columns[2:], 2):
        parts = sum(row.cells[place].order or 0 for row in rows)
        assert abs(parts - whole[column.title]) <= 10_000 * len(rows)
    assert [column.title for column in child_rows(desk, [("208", known["208"].row)])[0]] != [
        column.title for column in columns
    ]


async def test_the_page_of_sources_shows_them_and_that_of_expenditure_its_shares(pack_file: str) -> None:
    async with explorer(pack_file, "budget?table=sources", size=(200, 60)) as pilot:
        page = page_of(pilot)
        sources = [column.title for column in page.children_table.columns]
        assert "单位资金" in sources
        assert "占比" not in sources
    async with explorer(pack_file, "budget", size=(200, 60)) as pilot:
        assert "占比" in [column.title for column in page_of(pilot).children_table.columns]


async def test_a_package_without_budgets_lacks_no_table_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("青溪市水利工作要点\n\n2031年新建水库3座。\n", "utf-8")
    path = tmp_path / "p.msgpack"
    path.write_bytes(package_bytes(compile_folder(tmp_path / "in")))
    async with explorer(str(path), "budget") as pilot:
        assert "没有内容" in screen(pilot)
        assert "没有表" not in screen(pilot)
    async with explorer(str(path), "budget?table=income") as pilot:
        assert "没有表 income" in screen(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_filter_without_a_match_leaves_nothing_of_the_row_before(
    pack_file: str, size: tuple[int, int]
) -> None:
    async with explorer(pack_file, "budget/208", size=size) as pilot:
        await press(pilot, "f")
        await type_text(pilot, "qqzz")
        text = screen(pilot)
        assert "没有符合“qqzz”的行" in text
        assert "20805" not in text
        assert "208 社会保障" not in text.split("\n")[1]
        assert "排序" not in text
        for _ in range(4):
            await press(pilot, "backspace")
        assert "208 社会保障" in screen(pilot)


async def test_after_the_rankings_the_tree_has_the_room_it_had(pack_file: str) -> None:
    async with explorer(pack_file, "budget", size=(120, 30)) as pilot:
        before = screen(pilot).splitlines()[4:]
        count = len(page_of(pilot).part_names())
        await press(pilot, *["t"] * count)
        assert screen(pilot).splitlines()[4:-1] == before[:-1]
