"""Levels of income rows without numbers: by what their names are parts of, where the amounts bear it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.budget.income_parts import deepened
from hrss_tui.compile.budget.levels import numbered_levels
from tests.variants import compile_text


def levels(*rows: tuple[str, int | None]) -> list[int]:
    names = [name for name, _ in rows]
    return deepened(names, numbered_levels(names), [{} if each is None else {1: each} for _, each in rows])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((640, None), [1, 2, 2, 1, 0]),  # one fund holds all
        ((None, 640), [1, 2, 2, 1, 0]),
        ((600, 40), [1, 2, 2, 1, 0]),
        ((600, None), [1, 1, 1, 1, 0]),  # something is missing: not sure
    ],
)
def test_funds_stand_below_the_appropriation_that_they_add_up_to(
    parts: tuple[int | None, int | None], expected: list[int]
) -> None:
    general, fund = parts
    found = levels(
        ("财政拨款收入", 640),
        ("一般公共预算", general),
        ("政府性基金预算", fund),
        ("单位资金", 25),
        ("收入总计", 665),
    )
    assert found == expected


def test_parts_have_parts() -> None:
    found = levels(
        ("本年收入", 98),
        ("一般公共预算拨款", 71),
        ("其中：上级一般公共预算安排转移支付", 12),
        ("单位资金", 27),
        ("事业收入", 20),
        ("其他收入", 7),
        ("上年结转", 4),
        ("收入总计", 102),
    )
    assert found == [1, 2, 3, 2, 3, 3, 1, 0]


def test_every_column_must_add_up() -> None:
    names = ["财政拨款", "国有资本经营预算", "收入总计"]
    assert deepened(names, [1, 1, 0], [{1: 5, 2: 8}, {1: 5, 2: 8}, {1: 5, 2: 8}]) == [1, 2, 0]
    assert deepened(names, [1, 1, 0], [{1: 5, 2: 8}, {1: 5, 2: 3}, {1: 10, 2: 11}]) == [1, 1, 0]


def test_numbers_tell_more_than_names() -> None:
    assert levels(("一、财政拨款", 30), ("二、一般公共预算", 30), ("收入总计", 60)) == [1, 1, 0]


TEXT = """云山县林业局2033年部门预算

表一 部门收支总体情况表
单位：万元
收入\t\t支出\t
项目\t预算数\t功能分类\t预算数
财政拨款（补助）\t412.50\t213 农林水支出\t430.00
{part}\t{amount}\t\t
单位资金\t17.50\t\t
收入总计\t430.00\t支出总计\t430.00
"""


@pytest.mark.parametrize(
    ("part", "amount", "statuses"),
    [
        ("一般公共预算", "412.50", {"exact"}),
        ("　　一般公共预算财政拨款", "412.50", {"exact"}),
        ("其中：一般公共预算", "300.00", {"exact", "not_checkable"}),
        ("一般公共预算", "300.00", {"exact", "not_checkable"}),  # the rest may be what no row names
        ("省级补助", "112.50", {"exact", "not_checkable"}),  # unknown: it may be a part
    ],
)
def test_a_part_that_no_number_tells_from_its_whole_is_not_added_to_it(
    part: str, amount: str, statuses: set[str], tmp_path: Path
) -> None:
    tables = compile_text(TEXT.format(part=part, amount=amount), tmp_path)
    assert {row["status"] for row in tables["checks"]} == statuses


def test_what_numbers_tell_apart_is_added_up(tmp_path: Path) -> None:
    text = TEXT.format(part="二、事业收入", amount="30.00").replace(
        "财政拨款（补助）", "一、财政拨款（补助）"
    )
    text = text.replace("单位资金", "三、单位资金")
    tables = compile_text(text, tmp_path)
    (fails,) = [row for row in tables["checks"] if row["status"] == "fails"]
    assert "收入总计" in fails["description"]
