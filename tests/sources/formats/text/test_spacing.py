"""Texts printed page by page: names of several lines stand with the row in whose middle they are set."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.sources.formats.text.spacing import spaced
from tests.sources.formats.text.test_paged import compiled
from tests.variants import compile_text

HEAD = (
    "                一般公共预算财政拨款支出决算表\n"
    "                                                  单位：万元\n\n"
    "科目编码         科目名称              合计        基本支出       项目支出\n\n"
)
WRAPPED = """\
                 自然资源
220              海洋气象             270.00      250.00        20.00
                 等支出
22001            自然资源             270.00      250.00        20.00
                 事务
                 行政运行
2200101                             130.00      130.00
                 自然资源规
2200104                             120.00      120.00
                 划及管理
                 其他自然资
2200199          源事务支出            20.00                    20.00
"""
NAMES = {
    "220": "自然资源海洋气象等支出",
    "22001": "自然资源事务",
    "2200101": "行政运行",
    "2200104": "自然资源规划及管理",
    "2200199": "其他自然资源事务支出",
}


def test_wrapped_names_are_of_the_codes_that_have_them(tmp_path: Path) -> None:
    rows, unread, statuses = compiled(HEAD + WRAPPED + "\f", tmp_path)
    assert {row.code: row.name for row in rows} == NAMES
    found = {(row.code, row.measure): row.amount for row in rows}
    assert found["2200104", "basic"] == found["2200104", "total"] == 120_000_000  # Fen
    assert unread == []
    assert set(statuses) == {"exact"}


def test_lines_of_names_that_may_be_of_either_row_are_left_where_they_stand() -> None:
    lines = ["     甲乙", "91001   12.00", "     丙丁", "     戊己", "91002   13.00", "     庚辛"]
    even = ["91001  甲乙  12.00", "     丙丁", "91002  戊己  13.00"]
    assert spaced(lines) == [1.5, 2.0, 2.5, 4.0, 4.5, 5.0]
    assert spaced(even) == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("amounts", ["130.00      130.00", "130.00           -"])
def test_amounts_on_lines_between_those_of_names_leave_the_table_undivided(
    amounts: str, tmp_path: Path
) -> None:
    rows = "".join(
        f"                                    {amounts}\n{code}\n                 {name}\n\n"
        for code, name in (
            ("2200101", "行政运行"),
            ("2200104", "自然资源规划及管理"),
            ("2200150", "事业运行"),
        )
    )
    found, unread, statuses = compiled(
        HEAD + WRAPPED.partition("                 行政")[0] + rows + "\f", tmp_path
    )
    assert not {"2200101", "2200104", "2200150"} & {row.code for row in found}
    assert unread
    assert "fails" not in statuses


def test_a_sentence_that_ends_where_its_line_does_goes_on(tmp_path: Path) -> None:
    lines = [
        "  全区水利系统编制内人员和聘用人员的经",
        "费由区级财政按月拨付。",
        "  各乡镇的水库由所在地的管理站看护并且",
        "每季度报告一次水位。",
        "  汛期以前全部堤坝都已经由专业队伍巡查",
        "过两遍没有发现险情。",
        "  枯水期间各条主渠道都安排专人清理并且",
        "拍摄照片留存备查。",
        "  1、水库移民（款）移民补助（项）。主要",
        "用于移民后期扶持和避险解困工作的开支。",
        "年初预算为 36.5 万元。",
    ]
    table = HEAD + WRAPPED + "\f"
    text = f"青溪市水利局2031年度部门决算\n\n第二部分 决算表\n\f{table}" + "\n".join(lines) + "\n\f"
    rows = compile_text(text, tmp_path)["observations"]
    assert [(row["printed"], str(row["subject"]).endswith("移民补助（项） 年初预算")) for row in rows][
        -1:
    ] == [("36.5", True)]
