"""Performance tables and their targets."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.money import FEN
from hrss_tui.records.base import Fact, col


class PerformanceTable(Fact, frozen=True, kw_only=True):
    """One performance table: its project, money and goal."""

    TABLE = "performance_tables"
    KEY = ("table_id",)
    table_id: Annotated[str, col("document and first line")]
    project: Annotated[str | None, col("project name as printed; null for the whole department")]
    unit_name: Annotated[str | None, col("预算单位")]
    year: Annotated[int | None, col("budget year")]
    amount: Annotated[int | None, col("年度预算总额 or 合计", FEN)]
    fiscal: Annotated[int | None, col("财政拨款", FEN)]
    fiscal_superior: Annotated[int | None, col("财政资金, 上级安排", FEN)]
    fiscal_own: Annotated[int | None, col("财政资金, 本级安排", FEN)]
    other: Annotated[int | None, col("其他资金", FEN)]
    goal: Annotated[str, col("goal as stated")]
    project_id: Annotated[
        str | None, col("project of the table, by unit and amount; null where there is none or it is open")
    ] = None


class PerformanceTarget(Fact, frozen=True, kw_only=True):
    """One indicator row of a performance table."""

    TABLE = "performance_targets"
    KEY = ("target_id",)
    target_id: Annotated[str, col("document and first line")]
    table_id: Annotated[str, col("the performance table")]
    project: Annotated[str | None, col("project; null for the whole department")]
    unit_name: Annotated[str | None, col("预算单位")]
    level1: Annotated[str | None, col("一级指标, filled down")]
    level2: Annotated[str | None, col("二级指标, filled down")]
    indicator: Annotated[str, col("三级指标")]
    operator: Annotated[str, col(">=, <=, = or text")]
    value: Annotated[str, col("number as text, or the text")]
    unit: Annotated[str | None, col("unit as printed")]
    basis: Annotated[str | None, col("指标值设置依据")]
    previous: Annotated[str | None, col("上年完成值 as printed; '-' means none")]
    weight: Annotated[float | None, col("权重", "points")]
    scoring: Annotated[str | None, col("赋分规则")]
    evidence: Annotated[str | None, col("佐证资料")]
    indicator_id: Annotated[str | None, col("canonical indicator")]
    printed: Annotated[str, col("指标值 as printed, parts of a broken cell joined")]
    previous_value: Annotated[
        float | None, col("上年完成值 as a number in previous_unit; null where it is none")
    ] = None
    previous_unit: Annotated[
        str | None, col("unit of previous_value as printed, else that of the target")
    ] = None
    project_id: Annotated[str | None, col("project of its performance table")] = None
    number: Annotated[float | None, col("value as a number; null where it is text")] = None
    base_value: Annotated[float | None, col("number in base_unit; null where it is text")] = None
    base_unit: Annotated[
        str | None, col("unit without multiplier; null where value is text or has no unit")
    ] = None
    previous_base_value: Annotated[
        float | None, col("previous_value in base_unit; null where it is none or of another unit")
    ] = None
