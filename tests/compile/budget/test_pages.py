"""Tables of PDFs that page breaks cut: what stands at the top of a page is a row where the header is not repeated."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine
from tests.sources.formats.pdf.made import Sheet, pdf

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
