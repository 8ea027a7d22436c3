"""Lists whose columns are their levels, and totals that reach over two blocks of spending."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.budget.stairs import stair_levels
from tests.variants import compile_text

HEAD = (
    "某省气象局2031年度部门预算\n\n第二部分 预算表\n\n政府采购支出预算表\n\n部门：某省气象局\t单位：万元\n\n"
)
COLUMNS = ("采购品目大类\t专项名称\t经济科目\t采购物品名称\t采购组织形式\t总计",)
ROWS = (
    "合计\t\t\t\t\t90.00",
    "一、货物\t\t\t\t\t70.00",
    "\t雷达更新\t专用设备购置\t\t\t40.00",
    "\t\t\t天线\t部门集中采购\t30.00",
    "\t\t\t电缆\t分散采购\t10.00",
    "\t\t办公设备购置\t\t\t30.00",
    "\t\t\t打印机\t政府集中采购\t30.00",
    "二、服务\t\t\t\t\t20.00",
    "\t台站值守\t物业管理费\t\t\t20.00",
    "\t\t\t物业服务\t部门集中采购\t20.00",
)
AGAIN = "\t雷达更新\t专用设备购置\t电缆\t分散采购\t10.00"
"""The first row of a page repeats what it stands below."""


def compiled(rows: tuple[str, ...], folder: Path) -> dict[str, list[dict[str, object]]]:
    return compile_text(HEAD + "\n".join((*COLUMNS, *rows)) + "\n", folder)


@pytest.mark.parametrize("fifth", [ROWS[4], AGAIN])
def test_the_columns_of_a_list_in_steps_are_its_levels(fifth: str, tmp_path: Path) -> None:
    found = compiled((*ROWS[:4], fifth, *ROWS[5:]), tmp_path)
    lines = {row["line_id"]: row for row in found["budget_lines"]}
    above = [
        (row["level"], row["printed"], lines[row["parent_id"]]["name"] if row["parent_id"] else None)
        for row in found["budget_lines"]
    ]
    assert above == [
        (0, "90.00", None),
        (1, "70.00", "合计"),
        (2, "40.00", "一、货物"),
        (3, "30.00", "雷达更新"),
        (3, "10.00", "雷达更新"),
        (2, "30.00", "一、货物"),
        (3, "30.00", "办公设备购置"),
        (1, "20.00", "合计"),
        (2, "20.00", "二、服务"),
        (3, "20.00", "台站值守"),
    ]
    sums = [row["status"] for row in found["checks"] if row["kind"] in ("level_sum", "leaf_sum")]
    assert sums and set(sums) == {"exact"}


def test_a_sum_of_a_step_that_does_not_hold_is_told_of_that_step(tmp_path: Path) -> None:
    wrong = tuple(row.replace("\t40.00", "\t41.00") for row in ROWS)
    fails = [row for row in compiled(wrong, tmp_path)["checks"] if row["status"] == "fails"]
    assert [
        (row["kind"], "雷达更新" in row["description"] or "货物" in row["description"]) for row in fails
    ] == [
        ("level_sum", True),
        ("level_sum", True),
    ]


@pytest.mark.parametrize(
    ("filled", "amounts"),
    [
        # every row fills the same columns: a list without steps
        ([(0, 1), (0, 1), (0, 1)], [3, 2, 1]),
        # a blank cell below a merged one is no step, as the rows of a group fill the columns together
        ([(0, 1), (1,), (0, 1), (1,)], [3, 2, 1, 4]),
        # steps whose sums do not hold
        ([(0,), (1,), (0,), (1,)], [9, 2, 7, 3]),
        # a row that says nothing
        ([(0,), (), (1,)], [2, 1, 1]),
        ([], []),
    ],
)
def test_columns_that_are_no_levels(filled: list[tuple[int, ...]], amounts: list[int]) -> None:
    assert stair_levels(filled, amounts, [False] * len(filled)) is None


def test_levels_are_counted_from_one_below_the_sums_of_the_list() -> None:
    filled = [(2,), (1,), (2, 3), (2, 3), (1,), (2, 3)]
    amounts = [9, 6, 4, 2, 3, 3]
    assert stair_levels(filled, amounts, [True, *[False] * 5]) == [0, 1, 2, 2, 1, 2]
    assert stair_levels(filled[1:], amounts[1:], [False] * 5) == [1, 2, 2, 1, 2]


def test_a_total_reaches_over_both_blocks_of_spending_to_its_amount(tmp_path: Path) -> None:
    text = (
        "某省气象局2031年度部门预算\n\n第二部分 预算表\n\n收支预算总表\n\n部门：某省气象局\t单位：万元\n\n"
        "收入\t\t支出\t\t\t\n项目名称\t金额\t功能分类\t\t支出用途\t\n\t\t功能科目名称\t金额\t项目名称\t金额\n"
        "一、财政拨款\t80.00\t一、自然资源海洋气象等支出\t70.00\t一、基本支出\t50.00\n"
        "二、其他资金\t\t二、住房保障支出\t10.00\t二、项目支出\t24.00\n\t\t\t\t三、单位预留机动经费\t6.00\n"
        "当年收入小计\t80.00\t当年支出小计\t\t\t80.00\n上年结转资金\t\t结转下年资金\t\t\t\n"
        "收入合计\t80.00\t支出合计\t\t\t80.00\n"
    )
    found = compile_text(text, tmp_path)
    names = [row["name"] for row in found["budget_lines"]]
    assert names[-2:] == ["当年支出小计", "支出合计"] and all(names)
    assert [row["name"] for row in found["budget_lines"] if row["level"] == 0] == [
        "当年收入小计",
        "收入合计",
        "当年支出小计",
        "支出合计",
    ]
    assert {row["status"] for row in found["checks"] if row["kind"] == "level_sum"} == {"exact"}
