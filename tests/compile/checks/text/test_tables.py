"""Prose against the tables: items by name and amount, notes that call a table empty, codes and their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check
from tests.variants import compile_text

TABLES = """青溪市水利局2031年部门预算公开

第二部分 2031年部门预算公开表

表 5

一般公共预算支出情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
208\t社会保障和就业支出\t32.50\t32.50\t
20805\t行政事业单位养老支出\t32.50\t32.50\t
2080505\t{name}\t32.50\t32.50\t
213\t农林水支出\t70.00\t50.00\t20.00
21303\t水利\t70.00\t50.00\t20.00
2130301\t行政运行\t50.00\t50.00\t
2130305\t水利工程建设\t20.00\t\t20.00
\t合计\t102.50\t82.50\t20.00

{note}

第三部分 2031年部门预算情况说明

一、一般公共预算支出说明

1.“社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）”{first}万元，主要用于养老保险。

2.“农林水支出（类）水利（款）{item}（项）”50.00万元，主要用于人员经费。

3.“农林水支出（类）水利（款）水利工程建设（项）”20.00万元，主要用于渠道。
"""
GIVEN = {"name": "机关事业单位基本养老保险缴费支出", "note": "", "first": "32.50", "item": "行政运行"}


def failed(folder: Path, **changed: str) -> list[Check]:
    (folder / "a.txt").write_text(TABLES.format(**(GIVEN | changed)), "utf-8")
    rows = compile_folder(folder).tables["checks"]
    return [row for row in rows if isinstance(row, Check) and row.status == "fails"]


def test_items_that_agree_are_exact_together_and_each(tmp_path: Path) -> None:
    assert failed(tmp_path) == []


def test_an_item_with_a_digit_too_many_is_found_and_the_slip_named(tmp_path: Path) -> None:
    found = failed(tmp_path, first="372.50")
    assert {row.kind for row in found} == {"narrative_amount"}
    assert any("多出一位" in (row.reason or "") for row in found)
    assert any("3 项之和" in row.description for row in found)


def test_an_item_under_another_name_is_told_by_its_amount(tmp_path: Path) -> None:
    (row,) = failed(tmp_path, item="行政管理")
    assert (row.kind, "行政运行" in (row.reason or "")) == ("code", True)


def test_a_whole_name_is_not_the_beginning_of_another(tmp_path: Path) -> None:
    (row,) = failed(tmp_path, item="行政运行及管理")
    assert (row.kind, "行政运行" in (row.reason or "")) == ("code", True)


def test_names_that_a_narrow_column_cuts_are_no_other_names(tmp_path: Path) -> None:
    (folder := tmp_path / "own").mkdir()
    text = TABLES.format(**GIVEN)
    for whole, cut in (
        ("行政事业单位养老支出", "行政事业单位"),
        (GIVEN["name"], "机关事业单位"),
        ("水利工程建设", "水利工程"),
    ):
        text = text.replace(f"\t{whole}\t", f"\t{cut}\t")
    (folder / "a.txt").write_text(text, "utf-8")
    rows = [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]
    assert [row for row in rows if row.status == "fails"] == []


def test_an_item_under_another_group_is_told_by_its_amount_and_the_group_named(tmp_path: Path) -> None:
    (folder := tmp_path / "own").mkdir()
    text = TABLES.format(**GIVEN).replace("水利（款）水利工程建设（项）", "农业农村（款）水利工程建设（项）")
    (folder / "a.txt").write_text(text, "utf-8")
    rows = [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]
    (row,) = [row for row in rows if row.kind == "code" and row.status == "fails"]
    assert row.reason == "款的名称不同：表中为 21303 水利"


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        (
            "备注：青溪市水利局2031年没有使用一般公共预算拨款安排的支出，一般公共预算支出情况表为空表。",
            "note",
        ),
        ("注：本单位无一般公共预算支出，此表为空。", "note"),
        ("说明：我局2031年未安排一般公共预算支出，该表无数据。", "note"),
        ("备注：本表以空表列示。", "note"),
        ("注：上表数据为零。", "note"),
        ("备注：本部门2031年度一般公共预算支出为0，故公开空表。", "note"),
        ("注：青溪市水利局2031年没有一般公共预算财政拨款收支。", "note"),
        ("注：本表数据四舍五入。", None),
        ("注：本表不含上年结转，无法律依据的支出不得列入。", None),
        ("注：空白单元格表示没有金额。", None),
        ("注：如本表为空，则表示本单位无此类资金安排。", None),
        ("说明：1.若此表为空表，即为没有使用一般公共预算安排的支出。", None),
        ("备注：本表无数据的，说明本部门未安排一般公共预算支出。", None),
        ("注：本表如无数据，视为本年度无一般公共预算支出。", None),
        ("注：如实反映收支。此表为空。", "note"),
        ("注：我局2031年未安排因公出国（境）经费。", None),
        ("注：青溪市水利局没有使用政府性基金安排的支出，政府性基金预算支出情况表为空表。", None),
    ],
)
def test_a_note_that_calls_a_filled_table_empty(note: str, kind: str | None, tmp_path: Path) -> None:
    assert [row.kind for row in failed(tmp_path, note=note)] == ([kind] if kind else [])


def test_a_code_with_the_name_of_another(tmp_path: Path) -> None:
    reasons = [row.reason or "" for row in failed(tmp_path, name="公益性岗位补贴") if row.kind == "code"]
    assert any("2080505 为“机关事业单位基本养老保险缴费支出”" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("青溪市云岭区规划和自然资源局2031年度部门预算", False),
        ("青溪市云岭区规划与自然资源局2031年度部门预算", True),
        ("青溪市规划和自然资源局2031年度部门预算", True),
        ("青溪市财政局2031年度部门预算", False),
    ],
)
def test_the_department_is_called_as_its_tables_call_it(title: str, wrong: bool, tmp_path: Path) -> None:
    tables = TABLES.replace("单位：万元", "编制部门：青溪市云岭区规划和自然资源局\n\n单位：万元", 1)
    text = tables.format(**GIVEN) + f"\n二、其他说明\n\n{title}的有关情况已经公开。\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    rows = [row for row in compile_folder(tmp_path).tables["checks"] if isinstance(row, Check)]
    assert bool([row for row in rows if row.kind == "wording"]) == wrong


@pytest.mark.parametrize(
    ("code", "name", "year", "expected"),
    [
        ("2130305", "水利工程建设", 2031, []),
        ("2130388", "河道生态", 2031, ["not_checkable"]),
        ("2138801", "河道生态", 2031, ["fails"]),
        ("2011001", "行政运行", 2019, []),
        ("2011001", "行政运行", 2031, ["not_checkable"]),
        ("2011501", "行政运行", 2017, []),
        ("2138801", "河道生态", 2016, ["not_checkable"]),
        ("30311", "住房公积金", 2017, []),
        ("30313", "购房补贴", 2016, []),
        ("30313", "购房补贴", 2031, ["not_checkable"]),
        ("30311", "住房公积金", 2031, []),
        ("30201", "差旅费", 2017, ["fails"]),
        ("30201", "差旅费", 2031, ["fails"]),
        ("30377", "差旅费", 2015, ["not_checkable"]),
    ],
)
def test_codes_of_no_year_and_of_another(
    code: str, name: str, year: int, expected: list[str], tmp_path: Path
) -> None:
    text = f"某市水利局{year}年部门预算公开\n\n支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\n{code}\t{name}\t6.00\n"
    found = compile_text(text, tmp_path)["checks"]
    assert [row["status"] for row in found if row["kind"] == "code"] == expected
