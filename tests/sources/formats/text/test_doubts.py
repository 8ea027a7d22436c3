"""Tables of texts printed page by page whose columns are not plain: declared, never guessed, and no sum is said to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.records import BudgetLine, Unread
from tests.sources.formats.text.test_paged import (
    CAPTIONS,
    HEADED,
    HOUSES,
    NARROW,
    WATER,
    WIDE,
    amounts,
    compiled,
    page,
)

CAPTION = "部门：青溪市水利局                                        单位：万元\n"
RULED = """                         支出决算表
{caption}                   项目
                             本年支出合计     基本支出     项目支出    上缴上级支出
 科目编码         科目名称

                  栏次            1         2         3         4

                  合计           91.50     {basic}70.25     {project}21.25

  213    农林水支出               91.50     {basic}70.25     {project}21.25

  21303  水利                     91.50     {basic}70.25     {project}21.25

 2130301 行政运行                 70.25     {basic}70.25

 2130305 水利工程建设             21.25     {basic}          {project}21.25
\f"""
TWO_SIDED = """                       财政拨款收支预算总表
{caption}              收入                                  支出

         项目              预算数             项目             合计       一般公共预算

一、一般公共预算拨款            91.50 一、农林水支出          70.25        70.25

二、政府性基金预算拨款              二、住房保障支出         21.25        21.25

三、国有资本经营预算拨款            三、其他支出

收入总计                      91.50 支出总计               91.50        91.50
\f"""
GROUPED = """                一般公共预算支出预算表
{caption}                                                基本支出
                         合计                                  项目支出
科目编码    科目名称                 小计     人员经费    公用经费

           农林水
213                     91.50      70.25     60.25      10.00      21.25
           支出

2130301    行政运行     70.25      70.25     60.25      10.00

2130305    水利工程     21.25                                      21.25
\f"""
PAIRS = """              财政拨款“三公”经费支出决算表
{caption}   合计          因公出国（境）费         公务用车购置及运行维护费                      公务接待费
                                     小计      公务用车购置费   公务用车运行维护费
预算数 决算数    预算数 决算数      预算数 决算数  预算数 决算数    预算数 决算数     预算数 决算数

 9.50   8.25     0.00   0.00       8.50   7.75    5.00   5.00     3.50   2.75      1.00   0.50
\f"""


def of(text: str, folder: Path) -> tuple[list[BudgetLine], list[Unread], list[str]]:
    return compiled(text.replace("{caption}", CAPTION), folder)


def test_numbers_of_columns_do_not_part_columns_from_their_labels(tmp_path: Path) -> None:
    text = RULED.replace("{basic}", "").replace("{project}", "")
    rows, _, statuses = of(text, tmp_path)
    found = amounts(rows)
    assert (found["213", "total"], found["213", "basic"], found["213", "project"]) == (
        915_000,
        702_500,
        212_500,
    )
    assert {row.measure for row in rows} == {"total", "basic", "project"}
    assert "fails" not in statuses


@pytest.mark.parametrize("text", [TWO_SIDED, GROUPED], ids=["glued", "group"])
def test_what_is_not_plain_is_declared(text: str, tmp_path: Path) -> None:
    rows, unread, statuses = of(text, tmp_path)
    assert rows == []
    assert ("table", "unknown_header") in {(row.kind, row.reason) for row in unread}
    assert "fails" not in statuses


def test_pairs_of_labels_that_stand_over_one_row_are_declared(tmp_path: Path) -> None:
    rows, unread, statuses = of(PAIRS, tmp_path)
    assert rows == []
    assert [(row.kind, row.title) for row in unread] == [("table", "财政拨款“三公”经费支出决算表")]
    assert "fails" not in statuses


def test_numbers_of_short_pages_are_no_lines_of_them(tmp_path: Path) -> None:
    first, second = HEADED, page(HOUSES, NARROW, headed=False)
    text = f"{first[:-1]}\n\n{'2':>40}\n\f{second[:-1]}\n\n{'3':>40}\n\f"
    rows, unread, _ = compiled(text, tmp_path)
    assert amounts(rows)["22102", "project"] == 100_000
    assert unread == []


def test_a_row_alone_on_its_page_is_declared_and_leaves_sums_open(tmp_path: Path) -> None:
    """What stands right below a table as its rows do may be one: a total that no column holds."""
    rows, unread, statuses = compiled(
        HEADED + "合计      9,900,000.00  8,700,000.00 1,200,000.00\n\f", tmp_path
    )
    assert {row.code for row in rows} == {"213", "21303", "2130301", "2130305"}
    assert [(row.kind, row.reason, row.table_kind) for row in unread] == [
        ("row", "unknown_row", "expenditure")
    ]
    assert "9,900,000.00" in unread[0].printed
    assert "fails" not in statuses


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("1,200,00", "0.00"),
        ("1,200,000.", "00"),
        ("1,200,000", ".00"),
        ("1,200,000.0", "0"),
    ],
)
def test_amounts_that_a_narrow_column_broke_are_declared(cut: str, rest: str, tmp_path: Path) -> None:
    broken = tuple(tuple(cut if cell == "1,200,000.00" else cell for cell in row) for row in WATER)
    lines = page(broken, WIDE).split("\n")
    ends = [line.rfind(cut) + len(cut) for line in lines if cut in line]
    with_rest = [
        text
        for line in lines
        for text in (line, *([f"{rest:>{line.rfind(cut) + len(cut)}}"] if line.endswith(cut) else []))
    ]
    assert len(set(ends)) == 1
    rows, unread, statuses = compiled(CAPTIONS + "\n".join(with_rest), tmp_path)
    assert rows == []
    assert [row.kind for row in unread] == ["table"]
    assert "fails" not in statuses
