"""Repairs of the budget's performance tables: the damaged places were listed by eye from the numbered lines."""

from __future__ import annotations

from typing import Any

import pytest

Tables = dict[str, list[dict[str, Any]]]

DAMAGED = {  # line -> what is printed there, in part, and what it means
    1082: [("$>=100$", ">=100万个")],
    1083: [("$>=92\\%$", ">=92%")],
    1084: [("$<=5.50\\%$", "<=5.50%")],
    1181: [("时效指标", "产出指标")],
    1184: [
        ("专项工作经", "专项工作经费"),
        ("67.4 8", "<=67.48万元"),
        ("50 万", "50 万元"),
        ("赋分 | 分", "赋分"),
    ],
    1187: [("< =550", "<=550元/人")],
    1188: [("< =0.06", "<=0.06元/条")],
    1190: [("> =90%", ">=90%")],
    1209: [("质量指标", "产出指标")],
    1213: [("<=1", "<=1小时"), ("赋分 | 分", "赋分")],
    1216: [("赋分 原始凭证", "赋分 | 原始凭证")],
    1217: [("1464.9.2", "<=14649.2万元"), ("赋分 原始凭证", "赋分 | 原始凭证")],
    1218: [("赋分 说明材料", "赋分 | 说明材料")],
    1219: [("赋分 工作资料", "赋分 | 工作资料")],
    1220: [("赋分 工作资料", "赋分 | 工作资料")],
    1238: [("质量指标", "产出指标")],
    1243: [("<=800", "<=800元/人/天")],
    1246: [("> =95%", ">=95%")],
    1259: [("2257 .14", ">=2257.14万人")],
    1281: [("质量指标", "产出指标")],
    1328: [("系统故障修复处理时间", "三级指标 系统故障修复处理时间")],
}


def repairs(tables: Tables) -> list[dict[str, Any]]:
    """Corrections within the performance tables."""
    spans = [(row["doc_id"], row["line_start"], row["line_end"]) for row in tables["performance_tables"]]
    return [
        row
        for row in tables["corrections"]
        if any(row["doc_id"] == doc and first <= row["line_start"] <= last for doc, first, last in spans)
    ]


@pytest.mark.parametrize("line", DAMAGED)
def test_every_damaged_place_is_on_record(tables: Tables, line: int) -> None:
    found = [row for row in repairs(tables) if row["line_start"] == line and row["type"] == "extraction"]
    assert len(found) == len(DAMAGED[line])
    for (printed, reading), row in zip(DAMAGED[line], found, strict=True):
        assert printed in row["printed"] and reading in row["reading"] and row["reason"]


def test_nothing_else_is_called_damaged(tables: Tables) -> None:
    found = [row["line_start"] for row in repairs(tables) if row["type"] == "extraction"]
    assert set(found) == set(DAMAGED)


def test_the_only_restored_figure_names_its_evidence(tables: Tables) -> None:
    (row,) = [row for row in repairs(tables) if "小数点" in row["reason"]]
    assert row["line_start"] == 1217 and "第 836 行" in row["reason"] and "14,649.20" in row["reason"]


def test_a_name_that_lacks_a_character_is_recorded_as_a_misprint_and_kept(tables: Tables) -> None:
    (row,) = [row for row in repairs(tables) if "疑缺一字" in row["reason"]]
    assert (row["line_start"], row["printed"]) == (1310, "社保业务相关系统硬件维成本")
    assert row["printed"] in [target["indicator"] for target in tables["performance_targets"]]


def test_every_correction_has_a_place_of_its_own(tables: Tables) -> None:
    ids = [row["correction_id"] for row in repairs(tables)]
    assert len(ids) == len(set(ids))
