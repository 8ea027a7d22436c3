"""What the tasks cost that the form of a department lists: no table has them, so they are declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_tables import Tables, compile_html, html_table


def form(tmp_path: Path, total: str) -> Tables:
    body = html_table(
        "部门名称|c5:甲县水务局",
        "r4:年度主要任务|r2:任务名称|r2:主要内容|c3:预算金额（万元）",
        "总额|财政拨款|其他资金",
        "河道治理|清淤|310.00|300.00|10.00",
        f"c2:金额合计|{total}|300.00|10.00",
        "r3:年度绩效指标|一级指标|二级指标|三级指标|c2:指标值",
        "r2:产出指标|r2:数量指标|治理河长|c2:≥12公里",
        "巡河次数|c2:≥40次",
    )
    page = f"<h1>甲县水务局2033年部门预算公开</h1><p>表13</p><p>部门整体支出绩效目标表</p>{body}"
    return compile_html(page, tmp_path)


@pytest.mark.parametrize(("total", "status"), [("310.00", "exact"), ("311.00", "fails")])
def test_what_a_task_costs_is_declared_and_the_sum_is_checked(
    tmp_path: Path, total: str, status: str
) -> None:
    """The amounts of tasks were lost without a word."""
    tables = form(tmp_path, total)
    told = [(row["kind"], row["name"], row["printed"]) for row in tables["unread"]]
    assert told == [("row", "河道治理", each) for each in ("310.00", "300.00", "10.00")]
    checks = {row["kind"]: row["status"] for row in tables["checks"]}
    assert checks["performance_money"] == status
    assert [row["indicator"] for row in tables["performance_targets"]] == ["治理河长", "巡河次数"]
