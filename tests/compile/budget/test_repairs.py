"""Damaged rows of budget tables are on record, each with what was read and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.variants import compile_text

Tables = dict[str, list[dict[str, Any]]]

HEAD = "某省水利厅2031年部门预算公开\n\n第二部分 公开表\n\n"
NOTES = "编制部门：某省水利厅\n\n单位：万元\n\n"
EXPENDITURE = (
    "表1\n\n部门支出总体情况表\n\n"
    + NOTES
    + "科目编码\t\t科目名称\t合计\t基本支出\t项目支出\n类\t款\t\t\t\t\n"
)
LISTED = "科目编码\t\t\t科目名称\t合计\t基本支出\t项目支出\n类\t款\t项\t\t\t\t\n"

LOST, GLUED, CUT, RIGHT = "缺项的代码", "印在同一格", "名称被分页断开", "偏右 1 格"
SEEDS = {  # first lines of the damaged rows, read off the numbered lines of the seed
    CUT: [189, 519],
    GLUED: [288, 289, 292, 295, 396, 399, 402, 530],
    RIGHT: [465, 468, 469, 470, 471, 472],
    LOST: [
        *(246, 248, 249, 252, *range(255, 268), *range(269, 273), *range(274, 277), 279),
        *(353, 355, 356, 359, *range(362, 375), *range(376, 380), *range(381, 384), 386, 387),
        *(460, 461, 462),
    ],
}


def damaged(tables: Tables, reason: str) -> list[dict[str, Any]]:
    rows = [row for row in tables["corrections"] if row["type"] == "extraction"]
    return [row for row in rows if reason in row["reason"]]


def in_tables(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["doc_id"] == "budget-2026" and row["line_start"] < 618]


@pytest.mark.parametrize("reason", SEEDS)
def test_damaged_rows_of_the_seeds(tables: Tables, reason: str) -> None:
    assert [row["line_start"] for row in in_tables(damaged(tables, reason))] == SEEDS[reason]


def test_no_other_row_of_the_seeds_is_called_damaged(tables: Tables) -> None:
    assert len(in_tables(tables["corrections"])) == sum(map(len, SEEDS.values()))


def test_every_restored_code_is_on_record(tables: Tables) -> None:
    restored = {row["line_start"]: row["code"] for row in tables["budget_lines"] if row["code_restored"]}
    recorded = {row["line_start"]: row["reading"].split()[0] for row in in_tables(damaged(tables, LOST))}
    assert restored == recorded


def test_the_reason_names_the_line_that_prints_the_code(tmp_path: Path) -> None:
    whole = (
        "表2\n\n一般公共预算支出情况表\n\n" + NOTES + LISTED + "213\t03\t04\t水利行业业务管理\t3.00\t3.00\t\n"
    )
    text = HEAD + EXPENDITURE + "213\t03\t水利行业业务管理\t3.00\t3.00\t\n\n" + whole
    line = next(n for n, each in enumerate(text.split("\n"), 1) if each.startswith("213\t03\t04"))
    (found,) = damaged(compile_text(text, tmp_path), LOST)
    assert found["printed"] == "213 | 03 | 水利行业业务管理"
    assert found["reading"] == "2130304 水利行业业务管理"
    assert f"第 {line} 行" in found["reason"]


def test_a_table_as_it_should_be_is_not_damaged(tmp_path: Path) -> None:
    text = HEAD + EXPENDITURE.replace("\t\t科目名称", "\t\t\t科目名称").replace("类\t款\t", "类\t款\t项\t")
    text += "213\t03\t04\t水利行业业务管理\t3.00\t3.00\t\n\t\t\t总计\t3.00\t3.00\t\n"
    tables = compile_text(text, tmp_path)
    assert len(tables["budget_lines"]) == 4
    assert tables["corrections"] == []


def test_a_group_and_an_item_of_one_name_that_a_narrow_column_cuts_keep_their_codes(tmp_path: Path) -> None:
    rows = "212\t05\t\t城乡社区环境\t30.00\t\t30.00\n212\t05\t01\t城乡社区环境\t30.00\t\t30.00\n"
    text = HEAD + EXPENDITURE.split("科目编码")[0] + LISTED + "212\t\t\t城乡社区支出\t30.00\t\t30.00\n" + rows
    codes = [row["code"] for row in compile_text(text, tmp_path)["budget_lines"] if row["measure"] == "total"]
    assert codes == ["212", "21205", "2120501"]


def test_digits_that_no_code_has_are_read_by_name_though_the_item_stands_elsewhere_too(
    tmp_path: Path,
) -> None:
    rows = (
        "213\t\t\t农林水支出\t9.00\t\t9.00\n213\t01\t\t农业农村\t9.00\t\t9.00\n"
        "213\t01\t04\t事业运行\t4.00\t\t4.00\n21\t01\t04\t事业运行\t5.00\t\t5.00\n"
    )
    text = HEAD + EXPENDITURE.split("科目编码")[0] + LISTED + rows
    codes = [row["code"] for row in compile_text(text, tmp_path)["budget_lines"] if row["measure"] == "total"]
    assert codes == ["213", "21301", "2130104", "2130104"]


def test_a_total_whose_last_character_is_cut_off_is_one(tmp_path: Path) -> None:
    rows = "201\t\t\t一般公共服务支出\t9.00\t\t9.00\n\t\t\t本年支出合\t9.00\t\t9.00\n"
    text = HEAD + EXPENDITURE.split("科目编码")[0] + LISTED + rows
    levels = [
        row["level"] for row in compile_text(text, tmp_path)["budget_lines"] if row["measure"] == "total"
    ]
    assert levels == [1, 0]


@pytest.mark.parametrize(("rows", "codes"), [(2, ["2080505", "2080506"]), (1, ["20805"])])
def test_several_items_of_one_cut_name_are_told_row_by_row_or_not_at_all(
    rows: int, codes: list[str], tmp_path: Path
) -> None:
    group = "208\t{0}\t\t社会保障和就业支出\t9.00\t9.00\t\n208\t05\t{0}行政事业单位养老支出\t9.00\t9.00\t\n"
    whole = "".join(f"208\t05\t0{at}\t机关事业单\t4.50\t4.50\t\n" for at in (5, 6))
    lost = "208\t05\t机关事业单\t4.50\t4.50\t\n" * rows
    full = EXPENDITURE.split("科目编码")[0] + LISTED + group.format("\t").replace("\t\t\t", "\t\t\t", 1)
    short = EXPENDITURE.replace("表1", "表2").replace("部门支出总体情况表", "一般公共预算支出情况表")
    text = HEAD + full.replace("208\t\t\t\t", "208\t\t\t") + whole + "\n" + short + group.format("") + lost
    found = compile_text(text, tmp_path)["budget_lines"]
    names = [row["code"] for row in found if row["measure"] == "total" and row["name"] == "机关事业单"]
    assert names == ["2080505", "2080506", *codes]


def test_a_label_that_runs_into_the_row_of_column_numbers_makes_no_amounts(tmp_path: Path) -> None:
    rows = "\t\t\t编码栏次\t1\t2\t3\n201\t\t\t一般公共服务支出\t9.00\t\t9.00\n"
    text = HEAD + EXPENDITURE.split("科目编码")[0] + LISTED + rows
    names = {row["name"] for row in compile_text(text, tmp_path)["budget_lines"]}
    assert names == {"一般公共服务支出"}


def test_a_name_that_its_cell_cuts_is_the_official_one_of_its_code(tmp_path: Path) -> None:
    rows = "213\t\t农林水支\ufffd\t30.00\t20.00\t10.00\n"
    other = "221\t\t交通运\ufffd\t5.00\t5.00\t\n"
    found = compile_text(HEAD + EXPENDITURE + rows + other, tmp_path)
    names = {row["code"]: row["name"] for row in found["budget_lines"]}
    assert names["213"] == "农林水支出"
    assert names["221"] == "交通运\ufffd"
    (told,) = damaged(found, "名称未印全")
    assert (told["printed"].split(), told["reading"]) == (["213", "|", "农林水支\ufffd"], "213 农林水支出")
