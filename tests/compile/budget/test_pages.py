"""Tables of PDFs that page breaks cut: what stands at the top of a page is a row where the header is not repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine, Check
from hrss_tui.sources.formats.html.reader import read as html_file
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.text import width
from tests.sources.formats.pdf.made import Draw, Sheet, pdf
from tests.sources.formats.pdf.test_narrow import clipped
from tests.variants import compile_text

XS = (60, 200, 300, 440, 540)


def first(sheet: Sheet) -> None:
    sheet.text(200, 60, "2023年度某市民政局部门决算", 16)
    sheet.text(220, 100, "收入支出决算总表", 14)
    sheet.text(440, 120, "单位：万元")
    rows = [
        ("收入", "", "支出", ""),
        ("项目", "决算数", "项目", "决算数"),
        ("一、财政拨款收入", "700.00", "一、社会保障和就业支出", "650.00"),
        ("本年收入合计", "700.00", "本年支出合计", "650.00"),
    ]
    sheet.rows(XS, 130, rows)


def second(sheet: Sheet) -> None:
    rows = [
        ("使用非财政拨款结余", "", "结余分配", ""),
        ("年初结转和结余", "30.00", "年末结转和结余", "80.00"),
        ("总计", "730.00", "总计", "730.00"),
    ]
    sheet.rows(XS, 60, rows)


def test_rows_without_amounts_at_the_top_of_a_page_are_no_header(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(first, second))
    lines = [row for row in compile_folder(tmp_path).tables["budget_lines"] if isinstance(row, BudgetLine)]
    assert {row.measure for row in lines} == {"total"}
    assert sorted(row.amount for row in lines if row.name == "总计") == [73_000_000 * 10, 73_000_000 * 10]


COLUMNS = (60, 120, 260, 350, 440, 540)
HEAD = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
TURNED = ("科目编码", "科目名称", "合计", "项目支出", "基本支出")
ABOVE = [
    ("208", "社会保障和就业支出", "95.00", "73.00", "22.00"),
    ("20808", "抚恤", "70.00", "63.00", "7.00"),
]
BELOW = [("20811", "残疾人事业", "25.00", "15.00", "10.00")]
READ = {("20808", "basic"): 63, ("20808", "project"): 7, ("20811", "basic"): 10, ("20811", "project"): 15}


def read(folder: Path) -> dict[tuple[str | None, str], float]:
    """Amounts in 万元 by code and measure, of the groups alone and without their totals."""
    lines = [row for row in compile_folder(folder).tables["budget_lines"] if isinstance(row, BudgetLine)]
    return {
        (row.code, row.measure): row.amount / 1_000_000
        for row in lines
        if len(row.code or "") == 5 and row.measure != "total"
    }


def test_a_header_in_another_order_on_the_next_page_holds_there(tmp_path: Path) -> None:
    def page(first: bool) -> Draw:
        def draw(sheet: Sheet) -> None:
            if first:
                sheet.text(200, 60, "某市民政局2031年部门预算", 16)
                sheet.text(220, 100, "部门支出总体情况表", 14)
                sheet.text(440, 120, "单位：万元")
            sheet.rows(COLUMNS, 130 if first else 60, [HEAD, *ABOVE] if first else [TURNED, *BELOW])

        return draw

    (tmp_path / "a.pdf").write_bytes(pdf(page(True), page(False)))
    assert read(tmp_path) == READ


def test_a_header_in_another_order_inside_of_a_table_holds_below_it(tmp_path: Path) -> None:
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in (HEAD, *ABOVE, TURNED, *BELOW)]
    page = f"<h1>某市民政局2031年部门预算</h1><p>部门支出总体情况表</p><p>单位：万元</p><table><tr>{'<tr>'.join(rows)}</table>"
    (tmp_path / "a.html").write_text(f"<html><meta charset='utf-8'><body>{page}</body></html>", "utf-8")
    assert read(tmp_path) == READ


def titled(folder: Path, title: str) -> list[BudgetLine]:
    """A table of basic spending, and on the next page one below a title that stands in a box of its own."""

    def one(sheet: Sheet) -> None:
        sheet.text(200, 60, "某市民政局2031年部门预算", 16)
        sheet.text(220, 100, "一般公共预算基本支出表", 14)
        sheet.text(440, 120, "单位：万元")
        sheet.rows(
            (60, 120, 260, 350), 140, [("科目编码", "科目名称", "合计"), ("30101", "基本工资", "95.00")]
        )

    def two(sheet: Sheet) -> None:
        sheet.rows((60, 540), 60, [(title,)])
        sheet.text(440, 90, "单位：万元")
        sheet.rows((60, 260, 350), 110, [("项目", "2031年预算数"), ("公务接待费", "1.35"), ("合计", "1.35")])

    (folder / "a.pdf").write_bytes(pdf(one, two))
    return [row for row in compile_folder(folder).tables["budget_lines"] if isinstance(row, BudgetLine)]


def test_a_title_in_a_box_of_its_own_names_the_table_below_it_also_where_it_is_cut(tmp_path: Path) -> None:
    whole = titled(tmp_path, "四、一般公共预算“三公”经费支出表")
    assert {row.table_kind for row in whole if row.amount == 1_350_000} == {"three_public"}
    cut = titled(tmp_path, "四、一般公共预算“三公”")
    assert [(row.name, row.amount) for row in cut] == [("基本工资", 95_000_000)]


def test_a_table_whose_title_is_cut_on_both_sides_does_not_go_on_with_the_one_before(tmp_path: Path) -> None:
    def one(sheet: Sheet) -> None:
        sheet.text(200, 60, "某市民政局2031年部门预算", 16)
        sheet.text(220, 100, "一般公共预算基本支出表", 14)
        sheet.text(440, 120, "单位：元")
        sheet.rows(
            (60, 120, 260, 350), 140, [("科目编码", "科目名称", "合计"), ("30101", "基本工资", "9500.00")]
        )

    def two(sheet: Sheet) -> None:
        clipped(sheet, 60, 290, 30, 80, "一般公共预算行政经费、会议费、培训费和其他各项费用支出情况表")
        sheet.rows((60, 260, 350), 110, [("项目", "2031年预算数"), ("会议费", "1.35"), ("合计", "1.35")])

    (tmp_path / "a.pdf").write_bytes(pdf(one, two))
    found = compile_folder(tmp_path)
    lines = [row for row in found.tables["budget_lines"] if isinstance(row, BudgetLine)]
    assert [(row.name, row.amount) for row in lines] == [("基本工资", 950_000)]
    assert [row.reason for row in found.tables["unread"]] == ["unknown_table"]


def test_a_repeated_header_whose_labels_are_cut_is_no_half_of_a_name(tmp_path: Path) -> None:
    def one(sheet: Sheet) -> None:
        sheet.text(200, 60, "某市民政局2031年度部门决算", 16)
        sheet.text(220, 100, "收入决算表", 14)
        sheet.text(440, 120, "金额单位：万元")
        head = ("编码", "项目", "本年收入合计", "财政拨款收入", "上级补助收入")
        rows = [
            ("208", "社会保障和就业支出", "25.00", "25.00", "0.00"),
            ("20811", "残疾人", "25.00", "25.00", "0.00"),
        ]
        sheet.rows(COLUMNS, 140, [head, *rows])

    def two(sheet: Sheet) -> None:
        head = ("编码", "项目", "本年收", "财政拨", "上级补")
        sheet.rows(
            COLUMNS,
            60,
            [head, ("", "事业", "", "", ""), ("2081199", "其他残疾人事业支出", "25.00", "25.00", "0.00")],
        )

    (tmp_path / "a.pdf").write_bytes(pdf(one, two))
    found = compile_folder(tmp_path).tables
    lines = [row for row in found["budget_lines"] if isinstance(row, BudgetLine)]
    assert {row.code: row.name for row in lines} == {
        "208": "社会保障和就业支出",
        "20811": "残疾人事业",
        "2081199": "其他残疾人事业支出",
    }
    assert len(lines) == 9
    assert not found["unread"]


def test_the_number_of_a_unit_that_runs_into_its_name_is_no_code(tmp_path: Path) -> None:
    rows = [
        ("代码", "部门名称", "合计", "基本支出"),
        ("", "210某州体育局", "12.50", "12.50"),
        ("210001", "某州少年宫", "12.50", "12.50"),
    ]
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    page = f"<h1>某州体育局2031年部门预算</h1><p>部门支出总体情况表</p><p>单位：万元</p><table><tr>{'<tr>'.join(cells)}</table>"
    (tmp_path / "a.html").write_text(f"<html><meta charset='utf-8'><body>{page}</body></html>", "utf-8")
    found = compile_folder(tmp_path).tables
    assert {
        row.code for row in found["budget_lines"] if isinstance(row, BudgetLine) and "州体育局" in row.name
    } == {None}
    assert not [row for row in found["checks"] if isinstance(row, Check) and row.status == "fails"]


def test_amounts_on_a_page_without_names_are_no_rows_of_the_table(tmp_path: Path) -> None:
    def one(sheet: Sheet) -> None:
        sheet.text(200, 60, "某市民政局2031年部门预算", 16)
        sheet.text(220, 100, "部门支出总体情况表", 14)
        sheet.text(440, 120, "单位：万元")
        sheet.rows((60, 120, 260, 350), 140, [HEAD[:3], *(row[:3] for row in ABOVE)])

    def two(sheet: Sheet) -> None:
        sheet.text(60, 80, "金额见上页各行")
        sheet.rows((60, 160, 260), 100, [HEAD[3:], *(row[3:] for row in ABOVE)])

    (tmp_path / "a.pdf").write_bytes(pdf(one, two))
    found = compile_folder(tmp_path).tables
    lines = [row for row in found["budget_lines"] if isinstance(row, BudgetLine)]
    assert {row.measure for row in lines} <= {"total"}
    assert found["unread"]
    assert not [row for row in found["checks"] if isinstance(row, Check) and row.status == "fails"]


@pytest.mark.parametrize(
    ("below", "read"), [("2080106\t乡镇服务\t30.00\t30.00\t", True), ("科目\t名称\t甲\t乙\t丙", False)]
)
def test_rows_go_on_below_a_note_across_them(below: str, read: bool) -> None:
    rows = ("科目编码\t科目名称\t合计\t基本支出\t项目支出", "208\t社会保障和就业支出①\t70.00\t70.00\t")
    cells = ["".join(f"<td>{cell}" for cell in row.split("\t")) for row in (*rows, "注", below)]
    cells[2] = "<td colspan=5>注：①含乡镇。"
    page = f"<h1>某县某局2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p><table border=1><tr>{'<tr>'.join(cells)}</table>"
    (document,) = compile_documents(html_file(page.encode(), "a.html", Limits()))
    lines = [row for row in document.harvest.records if isinstance(row, BudgetLine)]
    assert [row.code for row in lines] == ["208", "208", *(["2080106"] * 2 if read else [])]


PAPER = "某市文物局2032年部门预算\n\n一般公共预算支出表\n\n单位：万元\n\n"


@pytest.mark.parametrize("number", ["7", "— 7 —", "第7页 共30页"])
def test_rows_go_on_behind_the_number_of_a_page(number: str, tmp_path: Path) -> None:
    rows = "科目编码\t科目名称\t合计\n204\t公共安全支出\t61.20\n{}\n205\t教育支出\t38.80\n"
    found = compile_text(PAPER + rows.format(number), tmp_path)
    assert [(row["code"], row["printed"]) for row in found["budget_lines"]] == [
        ("204", "61.20"),
        ("205", "38.80"),
    ]
    assert found["unread"] == []


def aligned(*rows: str, name: int = 24) -> str:
    """Rows whose columns are aligned as they are printed, where a Han character takes two places."""
    found = []
    for row in rows:
        cells, line = row.split("|"), ""
        for at, cell in enumerate(cells):
            line += " " * max(at and at * 14 + name - 14 - width(line), 0) + cell
        found.append(line.rstrip())
    return "\n".join(found) + "\n"


LISTED = (
    "科目名称|合计|基本支出",
    "公共安全支出|61.20|41.00",
    "教育支出|38.80|38.80",
)


def test_the_number_of_a_page_below_a_column_is_no_amount(tmp_path: Path) -> None:
    found = compile_text(PAPER + aligned(*LISTED, "|   7"), tmp_path)
    assert [row["printed"] for row in found["budget_lines"]] == ["61.20", "41.00", "38.80", "38.80"]
    assert [(row["kind"], row["printed"]) for row in found["unread"]] == [("row", "7")]


def test_two_tables_side_by_side_below_their_titles_in_one_line_are_not_read_as_one(tmp_path: Path) -> None:
    titles = "  一般公共预算支出表" + " " * 40 + "一般公共预算基本支出表\n"
    rows = aligned(
        "科目编码|科目名称|合计|基本支出|科目编码|科目名称|合计",
        "204|公共安全支出|61.20|41.00|301|工资福利支出|30.00",
        "205|教育支出|38.80|38.80|302|商品和服务支出|11.00",
    )
    found = compile_text("某市文物局2032年部门预算\n\n" + titles + "单位：万元\n" + rows, tmp_path)
    assert found["budget_lines"] == []
    assert [(row["kind"], row["reason"]) for row in found["unread"]] == [("table", "unknown_table")]


def test_a_table_aligned_by_characters_that_is_not_divided_is_declared(tmp_path: Path) -> None:
    rows = (
        ("科目编码", "科目名称", "合计", "基本支出"),
        ("", "合计", "100.00", "79.80"),
        ("204", "公共安全支出", "61.20", "41.00"),
        ("2050299", "其他普通教育支出", "38.80", "38.80"),
    )
    text = "".join("".join(cell.ljust(10) for cell in row).rstrip() + "\n" for row in rows)
    found = compile_text(PAPER + text, tmp_path)
    assert found["budget_lines"] == []
    assert [(row["kind"], row["title"]) for row in found["unread"]] == [("table", "一般公共预算支出表")]
