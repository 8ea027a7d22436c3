"""The number of a table, whatever its title begins with behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

COLUMNS = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
ROWS = "\t合计\t90.00\t50.00\t40.00\n213\t农林水支出\t90.00\t50.00\t40.00\n"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("表四 一般公共预算支出表", 4),
        ("表四　一般公共预算支出表", 4),
        ("表四一般公共预算支出表", 4),
        ("附表四 一般公共预算支出表", 4),
        ("表十 一般公共预算支出表", 10),
        ("表十一般公共预算支出表", 10),
        ("表十一 一般公共预算支出表", 11),
        ("表十一 部门支出总表", 11),
        ("表二十三 部门支出总表", 23),
        ("表三 十项重点支出总表", 3),
        ("公开四表 部门支出总表", 4),
        ("（表四）部门支出总表", 4),
        ("表12 部门支出总表", 12),
    ],
)
def test_a_title_that_begins_with_a_numeral_is_no_part_of_the_number(
    title: str, number: int, tmp_path: Path
) -> None:
    found = compile_text(
        f"某县林草局2031年部门预算\n\n第二部分 预算表\n\n{title}\n\n单位：万元\n\n{COLUMNS}{ROWS}", tmp_path
    )
    assert [table["table_no"] for table in found["budget_tables"]] == [number]
