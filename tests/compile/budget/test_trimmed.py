"""Texts whose rows an editor trimmed: without the tabs at the end of lines all is read, without those at both ends nothing is wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import Compiled, compile_folder
from tests.documents.described import Described
from tests.documents.formats import chosen
from tests.documents.layouts import accounts, hunan, xinjiang
from tests.documents.layouts.common import Department
from tests.documents.reading import failing, promised, read
from tests.variants import compile_text

_FORESTS = Department(
    "forest",
    "云桥县水务局",
    "云桥县",
    831,
    ("21303",),
    ("云桥县河道管理所",),
    120,
    own=True,
    carried=True,
)
_DOCUMENTS = (
    xinjiang.region(_FORESTS, 2033),
    hunan.budget(_FORESTS, 2033),
    accounts.final(_FORESTS, 2032),
    accounts.final(_FORESTS, 2032, accounts.REGION),
)


def _trimmed(one: Described, both: bool, folder: Path) -> Compiled:
    (made,) = chosen("text")
    lines = made.render(one).decode().split("\n")
    text = "\n".join(line.strip() if both else line.rstrip() for line in lines)
    (folder / "a.txt").write_text(text, "utf-8")
    return compile_folder(folder)


@pytest.mark.parametrize("one", _DOCUMENTS, ids=lambda one: one.id)
def test_rows_without_the_tabs_at_their_end_are_read_whole(one: Described, tmp_path: Path) -> None:
    found = _trimmed(one, False, tmp_path)
    assert read(found) == promised(one)
    assert not failing(found)


@pytest.mark.parametrize("one", _DOCUMENTS, ids=lambda one: one.id)
def test_without_those_at_both_ends_no_amount_is_wrong(one: Described, tmp_path: Path) -> None:
    found = _trimmed(one, True, tmp_path)
    amounts = [
        Counter((each.kind, each.side, each.code, each.measure, each.fen) for each in given.elements())
        for given in (read(found), promised(one))
    ]
    assert amounts[0] <= amounts[1]
    assert amounts[0] == amounts[1] or found.tables["unread"]
    assert not failing(found)


HEAD = "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
TWO = (
    "某县林业局2033年部门预算\n\n部门收支总表\n\n单位：万元\n\n"
    + HEAD
    + "{rows}收入总计\t70.00\t支出总计\t70.00\n"
)


@pytest.mark.parametrize(
    "row",
    [
        "三、农林水支出\t58.00",
        "213 农林水支出\t58.00",
        "本年支出合计\t58.00",
        "二、农林水支出\t58.00\t58.00",
        "\t二、农林水支出\t58.00",
    ],
)
def test_spending_where_income_stands_is_declared(row: str, tmp_path: Path) -> None:
    rows = f"一、一般公共预算拨款收入\t70.00\t一、社会保障和就业支出\t12.00\n{row}\n"
    tables = compile_text(TWO.format(rows=rows), tmp_path)
    assert "58.00" not in {line["printed"] for line in tables["budget_lines"]}
    assert ["58.00" in unread["printed"] for unread in tables["unread"]] == [True]
    assert not [check for check in tables["checks"] if check["status"] == "fails"]


def test_a_row_of_spending_behind_blank_cells_is_read(tmp_path: Path) -> None:
    rows = "一、一般公共预算拨款收入\t70.00\t一、社会保障和就业支出\t12.00\n\t\t二、农林水支出\t58.00\n"
    tables = compile_text(TWO.format(rows=rows), tmp_path)
    assert {(line["code"], line["printed"]) for line in tables["budget_lines"] if line["code"]} == {
        ("208", "12.00"),
        ("213", "58.00"),
    }


CODED = "某县林业局2033年部门预算\n\n部门支出总表\n\n单位：万元\n\n类\t款\t项\t科目名称\t合计\t基本支出\t项目支出\n{rows}"


def test_below_a_row_that_lost_a_cell_codes_are_open_until_a_whole_one(tmp_path: Path) -> None:
    rows = (
        "213\t\t\t农林水支出\t58.00\t40.00\t18.00\n\t02\t林业和草原\t58.00\t40.00\t18.00\t\n\t\t04\t事业机构\t40.00\t40.00\t\n"
        "208\t\t\t社会保障和就业支出\t12.00\t12.00\t\n\t05\t\t行政事业单位养老支出\t12.00\t12.00\t\n"
    )
    tables = compile_text(CODED.format(rows=rows), tmp_path)
    codes = {line["code"] for line in tables["budget_lines"]}
    assert codes <= {"213", "21303", "2130204", "208", "20805"}
    assert {"213", "208", "20805"} <= codes


def test_a_name_alone_between_rows_of_figures_is_a_row(tmp_path: Path) -> None:
    rows = (
        "一、一般公共预算拨款收入\t60.00\t一、社会保障和就业支出\t12.00\n二、政府性基金预算拨款收入\n三、单位资金\n"
        "四、上年结转\t10.00\t二、农林水支出\t58.00\n"
    )
    tables = compile_text(TWO.format(rows=rows), tmp_path)
    assert {line["printed"] for line in tables["budget_lines"]} == {
        "60.00",
        "12.00",
        "10.00",
        "58.00",
        "70.00",
    }
    assert not tables["unread"]
