"""What cannot be read outside the budget tables is kept as such and named, and checks over it are left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import Check, Unread
from tests.made_performance import FIELDS, PROSE, ROWS, form
from tests.sources.formats.pdf.made import Sheet, pdf

BUDGET = """2033年某省某厅部门预算

{prose}

{body}
"""
PROJECTS = """一、项目名称：甲地培训
预算安排规模：{first}
项目承担单位：某省某中心
资金分配情况：{parts}

二、项目名称：乙地巡查
预算安排规模：30.00 万元
项目承担单位：某省某中心
资金分配情况：南城 10.00 万元、北城 20.00 万元。
"""


def compiled(body: str, folder: Path) -> Compiled:
    (folder / "a.txt").write_text(BUDGET.format(prose=PROSE, body=body), "utf-8")
    return compile_folder(folder)


def checks(found: Compiled, kind: str) -> list[tuple[str, str | None]]:
    rows = [row for row in found.tables["checks"] if isinstance(row, Check) and row.kind == kind]
    return [(row.status, row.reason) for row in rows]


def test_a_field_of_money_that_is_no_amount(tmp_path: Path) -> None:
    fields = [field.replace("1,234.50", "1,2E4.50") for field in FIELDS]
    found = compiled(form(fields=fields), tmp_path)
    (row,) = found.tables["unread"]
    assert (row.kind, row.reason, row.measure) == ("cell", "unreadable", "amount")
    assert row.printed == "1,2E4.50"
    ((status, reason),) = checks(found, "performance_money")
    assert (status, "1,2E4.50" in str(reason)) == ("not_checkable", True)


def test_money_of_a_form_that_does_not_add_up_still_fails(tmp_path: Path) -> None:
    fields = [field.replace("1,234.50", "1,235.50") for field in FIELDS]
    found = compiled(form(fields=fields), tmp_path)
    assert list(found.tables["unread"]) == []
    assert [status for status, _ in checks(found, "performance_money")] == ["fails"]


def test_a_row_of_a_form_without_value_leaves_its_weights_open(tmp_path: Path) -> None:
    rows = [ROWS[0].replace(">=46 次", ""), *ROWS[1:]]
    found = compiled("\n\n".join((form(rows), form(), form())), tmp_path)
    (row,) = found.tables["unread"]
    assert (row.kind, row.table_kind, row.name) == ("row", "performance_targets", "培训次数")
    assert "41 次" in row.printed
    assert [status for status, _ in checks(found, "performance_weights")] == [
        "not_checkable", "exact", "exact",
    ]  # fmt: skip


@pytest.mark.parametrize("amount", ["若干万元", "5O.00 万元"])
def test_a_project_without_an_amount(amount: str, tmp_path: Path) -> None:
    found = compiled(PROJECTS.format(first=amount, parts="东城 20.00 万元。"), tmp_path)
    (row,) = found.tables["unread"]
    assert (row.kind, row.table_kind, row.name, row.printed) == ("row", "projects", "甲地培训", amount)
    assert [row.name for row in found.tables["projects"]] == ["乙地巡查"]


def test_a_part_of_a_project_without_a_name_leaves_the_sum_open(tmp_path: Path) -> None:
    parts = "东城 20.00 万元、25.00 万元。"
    found = compiled(PROJECTS.format(first="50.00 万元", parts=parts), tmp_path)
    (row,) = found.tables["unread"]
    assert (row.kind, row.table_kind, row.printed) == ("cell", "project_allocations", "25.00 万元")
    assert [status for status, _ in checks(found, "project_parts")] == ["not_checkable", "exact"]


def test_a_term_explained_twice_and_an_entry_without_a_term(tmp_path: Path) -> None:
    terms = "\n\n".join((
        "第四部分 名词解释",
        "1. 财政拨款：指由本级财政拨付的资金。",
        "2. 财政拨款：指另外 3 种资金。",
        "3. 这一条没有写出所解释的名词，只有第 4 句话。",
    ))  # fmt: skip
    found = compiled(terms, tmp_path)
    rows = [(row.kind, row.reason, row.table_kind, row.name) for row in found.tables["unread"]]
    assert rows == [
        ("row", "repeated", "glossary", "财政拨款"),
        ("row", "unreadable", "glossary", None),
    ]


@pytest.mark.parametrize(("x", "pieces"), [(333, ()), (387, ("4,1|", "|05.50"))])
def test_an_amount_drawn_across_its_ruling_is_declared_in_both_columns(
    x: float, pieces: tuple[str, ...], tmp_path: Path
) -> None:
    rows = (
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("", "合计", "5,308.50", "4,105.50", "1,203.00"),
        ("20801", "人力资源和社会保障管理事务", "5,308.50", "4,105.50", "1,203.00"),
        ("2080101", "行政运行", "4,105.50", "4,105.50", ""),
        ("2080109", "社会保险经办机构", "1,203.00", "", "1,203.00"),
    )
    xs = (40, 90, 260, 330, 400, 480)

    def draw(sheet: Sheet) -> None:
        sheet.text(200, 60, "2031年部门支出总表")
        sheet.text(400, 80, "单位：万元")
        sheet.ruled(xs, [100 + 20 * row for row in range(len(rows) + 1)])
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                sheet.text(x if (row, column) == (3, 3) else xs[column] + 3, 114 + 20 * row, text)

    (tmp_path / "2031年某省某厅部门预算.pdf").write_bytes(pdf(draw))
    found = compile_folder(tmp_path)
    assert [row.printed for row in found.tables["unread"] if isinstance(row, Unread)] == list(pieces)
    assert [
        row.kind for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails"
    ] == []


@pytest.mark.parametrize(
    ("beside", "declared"),
    [
        ("预算数\t说明\n12.50\t用于甲\n7.50\t用于乙\n", [("unknown_table", 6)]),
        ("序号\t单位名称\t备注\n1\t某省某中心\t公益一类\n2\t某省某学校\t\n", []),
    ],
    ids=["figures", "names in a numbered list"],
)
def test_what_stands_under_one_heading_is_declared_where_only_some_of_it_was_read(
    beside: str, declared: list[tuple[str, int]], tmp_path: Path
) -> None:
    text = (
        "2033年某省某厅部门预算\n"
        "\n"
        "一、收支情况\n"
        "\n"
        "表1\n"
        f"{beside}"
        "\n"
        "政府性基金预算支出明细表（按支出功能分类科目）表5\n"
        "单位：万元\n"
        "科目编码\t科目名称\t合计\n"
        "229\t其他支出\t3.00\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    found = compile_folder(tmp_path)
    assert [row.printed for row in found.tables["budget_lines"]] == ["3.00"]
    assert [(row.reason, row.line_start) for row in found.tables["unread"]] == declared


@pytest.mark.parametrize("amount", ["", "12.50"])
def test_a_table_that_lists_names_with_their_numbers_is_not_unread(amount: str, tmp_path: Path) -> None:
    names = ("南城所（本级）", "北城所", "东城站")
    rows = "\n".join(f"{number}\t{name}\t{amount}" for number, name in enumerate(names, 1))
    found = compiled(f"二、部门构成\n\n序号\t单位名称\t备注\n{rows}\n", tmp_path)
    unread = [row for row in found.tables["unread"] if isinstance(row, Unread) and "构成" in row.title]
    assert len(unread) == bool(amount)
    classes = [each.by for each in found.documents[0].harvest.claims if each.by == "list_number"]
    assert (len(classes) >= len(names)) == (not amount)
