"""Lines of performance forms whose columns are set by blanks and stand in no table: declared, not lost."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Unread

PAGE = """青溪市某局2031年部门预算

项目绩效目标表

{form}

二、其他说明

本年没有其他说明事项。
"""

CENTRED = """\
        一级指标    二级指标                      三级指标                             年度指标值

                数量指标                     补贴甲类人员                           ≥310.00(人)

        产出指标    质量指标                     发放准确率                                  准确

绩效指标            成本指标                     预算内经费                                   合规

        效益指标   社会效益指标                 甲类人员稳定                                稳定率"""

TABLE = """\
一级指标    二级指标     三级指标         年度指标值
产出指标    数量指标     补贴甲类人员     310人
产出指标    质量指标     发放准确率       97%"""


def declared(form: str, tmp_path: Path) -> tuple[int, list[tuple[str, str | None, int, int]]]:
    """How many targets were read, and what was declared: kind, name, first and last line."""
    (tmp_path / "a.txt").write_text(PAGE.format(form=form), "utf-8")
    tables = compile_folder(tmp_path).tables
    rows = [row for row in tables["unread"] if isinstance(row, Unread)]
    assert {(row.table_kind, row.title) for row in rows} <= {("performance_targets", "项目绩效目标表")}
    return len(tables["performance_targets"]), [
        (row.kind, row.name, row.line_start, row.line_end) for row in rows
    ]


def test_a_form_that_stands_in_no_table_is_declared_whole(tmp_path: Path) -> None:
    assert declared(CENTRED, tmp_path) == (0, [("table", None, 5, 13)])


def test_a_row_behind_a_form_is_declared(tmp_path: Path) -> None:
    row = "\n\n效益指标   甲类人员稳定情况      甲类人员稳定情况好于上年"
    assert declared(TABLE + row, tmp_path) == (2, [("row", "效益指标", 9, 9)])


def test_what_stands_behind_a_form_and_is_no_row_is_not(tmp_path: Path) -> None:
    foot = "\n\n制表人：某某    联系电话：000\n\n以上目标经甲会议审定。"
    assert declared(TABLE + foot, tmp_path) == (2, [])
