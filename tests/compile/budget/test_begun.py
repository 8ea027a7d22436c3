"""Tables of a page that follow each other, of which the first alone has a title."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine, Check, Record

PAGE = """<h1>清河县水利局2031年部门预算</h1><p>部门支出总表</p><p>单位：万元</p>
<table><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>
<tr><td></td><td>合计</td><td>720.00</td><td>510.00</td><td>210.00</td></tr>
<tr><td>2130301</td><td>行政运行</td><td>510.00</td><td>510.00</td><td></td></tr>
<tr><td>2130314</td><td>防汛</td><td>210.00</td><td></td><td>210.00</td></tr></table>{between}
<table><tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>人员经费</td><td>公用经费</td></tr>
<tr><td></td><td>合计</td><td>510.00</td><td>430.00</td><td>80.00</td></tr>
<tr><td>301</td><td>工资福利支出</td><td>430.00</td><td>430.00</td><td></td></tr>
<tr><td>302</td><td>商品和服务支出</td><td>80.00</td><td></td><td>80.00</td></tr></table>"""


@pytest.mark.parametrize("between", ["", "<p></p>", "<p>单位：万元</p>"])
def test_the_sum_of_a_table_without_a_title_is_not_added_to_the_one_above(
    between: str, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text(PAGE.format(between=between), "utf-8")
    tables = compile_folder(tmp_path).tables
    lines = [row for row in tables["budget_lines"] if isinstance(row, BudgetLine)]
    assert [row.printed for row in lines if row.name == "合计" and row.measure == "total"] == ["720.00"]
    assert [row for row in tables["checks"] if isinstance(row, Check) and row.status == "fails"] == []


def test_a_table_below_a_title_that_nobody_can_read_is_not_added_to_the_one_above(tmp_path: Path) -> None:
    """Titles that the side of the page cuts are left out: such lines are alike and no running head of the pages."""
    head = "<tr><td>科目编码</td><td>科目名称</td><td>合计</td><td>基本支出</td><td>项目支出</td></tr>"
    fund = "<tr><td>2120801</td><td>征地补偿</td><td>64.00</td><td></td><td>64.00</td></tr>"
    capital = "<tr><td>2230105</td><td>退休人员管理</td><td>31.00</td><td></td><td>31.00</td></tr>"
    more = "".join(f"<p>\ufffd</p><table>{head}{row}</table>" for row in (fund, capital))
    begun = PAGE[: PAGE.index("{between}")]
    (tmp_path / "a.html").write_text(begun + more, "utf-8")
    lines = [row for row in compile_folder(tmp_path).tables["budget_lines"] if isinstance(row, BudgetLine)]
    assert {row.printed for row in lines} == {"720.00", "510.00", "210.00"}


HEAD = ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
FIRST = (
    HEAD,
    (None, "合计", 720, 510, 210),
    (2130301, "行政运行", 510, 510),
    (2130314, "防汛", 210, None, 210),
)


@pytest.mark.parametrize(
    "below",
    [
        (
            ("科目编码", "科目名称", "合计", "人员经费", "公用经费"),
            (None, "合计", 510, 430, 80),
            (301, "工资福利支出", 510, 430, 80),
        ),
        (("项目名称", "金额", "其中：财政拨款"), ("防汛", 210, 210), ("合计", 210, 210)),
        (
            ("单位名称", "合计", "基本支出", "项目支出"),
            ("局机关", 600, 400, 200),
            ("水文站", 120, 110, 10),
            ("合计", 720, 510, 210),
        ),
    ],
    ids=["classes", "projects", "units"],
)
def test_what_a_sheet_goes_on_with_below_a_header_of_its_own_is_another_table(
    below: tuple[tuple[object, ...], ...], tmp_path: Path
) -> None:
    tables = _of_sheet(tmp_path, *FIRST, *below)
    lines = [row for row in tables["budget_lines"] if isinstance(row, BudgetLine)]
    assert [row.printed for row in lines if row.measure == "total"] == ["720", "510", "210"]
    assert [row for row in tables["checks"] if isinstance(row, Check) and row.status == "fails"] == []
    assert len(tables["unread"]) == 1


@pytest.mark.parametrize(
    "below",
    [
        (HEAD, (2130316, "抗旱", 30, None, 30)),
        (("项目", "水利类"), (2130316, "抗旱", 30, None, 30)),
    ],
    ids=["header again", "name of a group"],
)
def test_rows_below_no_other_header_are_of_the_table(
    below: tuple[tuple[object, ...], ...], tmp_path: Path
) -> None:
    tables = _of_sheet(tmp_path, *FIRST, *below)
    assert "抗旱" in [row.name for row in tables["budget_lines"] if isinstance(row, BudgetLine)]


def _of_sheet(folder: Path, *rows: tuple[object, ...]) -> dict[str, list[Record]]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("清河县水利局2031年部门预算",), ("部门支出总表",), ("单位：万元",), *rows):
        sheet.append(row)
    book.save(folder / "a.xlsx")
    return compile_folder(folder).tables
