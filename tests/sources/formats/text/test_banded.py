"""Performance forms aligned by blanks: fields and indicator rows have columns of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import PerformanceTable, PerformanceTarget, Unread
from hrss_tui.sources.formats.text import banded

FORM = """\
项目名称           甲类补助
主管部门           青溪市某局及其所属全部事业单位        实施单位   青溪市某中心
资金情况（万元）   资金总额：   186.40
                   财政拨款：   180.00
                   其他资金：   6.40
总体目标           招募甲类人员24名，按月发放生活补助，并且做好各项服务保障工作。
绩效指标           一级指标     二级指标         三级指标             目标值     计量单位
                   产出         数量             招募人数             ≥24        人
                                质量             补贴发放合规率       100        %
                   效益         社会效益         基层服务能力         逐步提升
                   满意度       服务对象满意度   甲类人员满意度       ≥90        %
"""
SECOND = FORM.replace("甲类补助", "乙类补助").replace("186.40", "42.00").replace("≥24 ", "≥310")
CENTRED = """\
        一级指标    二级指标     三级指标           目标值
                                招募人数           ≥24人
        产出指标    数量指标
                                培训次数           ≥6次
"""


def compiled(form: str, folder: Path) -> tuple[list[PerformanceTable], list[PerformanceTarget], list[Unread]]:
    (folder / "a.txt").write_text(f"青溪市某局2031年部门预算\n\n项目绩效目标表\n\n{form}", "utf-8")
    tables = compile_folder(folder).tables
    return (
        [row for row in tables["performance_tables"] if isinstance(row, PerformanceTable)],
        [row for row in tables["performance_targets"] if isinstance(row, PerformanceTarget)],
        [row for row in tables["unread"] if isinstance(row, Unread)],
    )


@pytest.mark.parametrize("between", ["", "\n", "项目绩效目标表\n"])
def test_fields_and_rows_of_forms(between: str, tmp_path: Path) -> None:
    tables, targets, unread = compiled(FORM + between + SECOND, tmp_path)
    assert [(row.project, row.unit_name, row.amount, row.fiscal, row.other) for row in tables] == [
        ("甲类补助", "青溪市某中心", 186_400_000, 180_000_000, 6_400_000),
        ("乙类补助", "青溪市某中心", 42_000_000, 180_000_000, 6_400_000),
    ]
    assert [(row.level1, row.level2, row.indicator, row.value, row.unit) for row in targets[:4]] == [
        ("产出", "数量", "招募人数", "24", "人"),
        ("产出", "质量", "补贴发放合规率", "100", "%"),
        ("效益", "社会效益", "基层服务能力", "逐步提升", None),
        ("满意度", "服务对象满意度", "甲类人员满意度", "90", "%"),
    ]
    assert [row.value for row in targets[4:]] == ["310", "100", "逐步提升", "90"]
    assert unread == []


def test_names_of_levels_in_the_middle_of_their_rows_are_not_guessed(tmp_path: Path) -> None:
    tables, targets, unread = compiled(CENTRED, tmp_path)
    assert (tables, targets) == ([], [])
    assert [(row.kind, row.table_kind) for row in unread] == [("table", "performance_targets")]


def test_a_cell_over_columns_that_two_rows_hold_apart_joins_none() -> None:
    rows = [[(0, 4), (10, 14), (20, 24)], [(0, 4), (10, 16), (20, 22)], [(0, 4), (10, 30)]]
    assert banded.columns(rows) == ((0, 4), (10, 16), (20, 24))
    assert banded.columns([rows[0], rows[2]]) == ((0, 4), (10, 30))


def test_a_stretch_without_a_form_is_one_band() -> None:
    lines = ["名称   数", "甲      1", "乙      2"]
    assert banded.bands(range(3), lines) == [banded.Band(range(3), formed=False)]
