"""Names in two columns: the rows beside a 小计 stand below the name that it is the sum of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

HEAD = "某县林草局2031年部门预算\n\n第二部分 预算表\n\n收入预算总表\n\n部门：某县林草局\t单位：万元\n\n项目名称\t\t金额\n"
ROWS = (
    "收入总计\t\t512.40\n一般公共预算资金\t小计\t472.40\n\t公共财政拨款(补助)资金\t450.40\n\t专项收入\t22.00\n"
    "政府性基金\t小计\t\n其他资金\t小计\t{other}\n\t事业收入\t30.00\n\t其他收入\t10.00\n"
)


@pytest.mark.parametrize(("other", "failing"), [("40.00", 0), ("41.00", 2)])
def test_the_rows_beside_a_sum_are_its_parts(other: str, failing: int, tmp_path: Path) -> None:
    found = compile_text(HEAD + ROWS.format(other=other), tmp_path)
    rows = found["budget_lines"]
    names = {row["line_id"]: row["name"] for row in rows}
    assert [(row["name"], row["level"], names.get(row["parent_id"])) for row in rows] == [
        ("收入总计", 0, None),
        ("一般公共预算资金", 1, "收入总计"),
        ("公共财政拨款(补助)资金", 2, "一般公共预算资金"),
        ("专项收入", 2, "一般公共预算资金"),
        ("其他资金", 1, "收入总计"),
        ("事业收入", 2, "其他资金"),
        ("其他收入", 2, "其他资金"),
    ]
    sums = [check["status"] for check in found["checks"] if check["kind"] == "level_sum"]
    assert sums.count("fails") == failing
    assert len(sums) == 3
