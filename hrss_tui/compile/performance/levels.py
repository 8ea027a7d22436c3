"""Names of level 1 and level 2: filled down, and put right where they stand in the wrong column or are missing."""

from __future__ import annotations

import msgspec

from hrss_tui.reference.performance import admits, is_level1, is_level2, level1_of, level_key


class Levels(msgspec.Struct, frozen=True):
    """Both levels of a row. `reason` is set where they are not simply what is printed or stands above."""

    level1: str | None = None
    level2: str | None = None
    reason: str | None = None


def levels(level1: str | None, level2: str | None, above: Levels) -> Levels:
    """Levels of a row that prints these names (None where the cell is blank), below a row with those."""
    if level1 and is_level2(level1) and not is_level1(level1):
        below = level2 if level2 and level_key(level2) != level_key(level1) else level1
        return _under(below, above, "二级指标名称印在一级指标列")
    if level2 and is_level1(level2) and not is_level2(level2) and not level1:
        return Levels(level2, None, "一级指标名称印在二级指标列")
    if level1:
        return Levels(level1, level2)
    if level2 and above.level1 and not admits(above.level1, level2):
        return _under(level2, above, "一级指标名称缺失")
    return Levels(above.level1, level2 or above.level2)


def _under(level2: str, above: Levels, reason: str) -> Levels:
    """A name of level 2 below the level 1 that stands above where that admits it, else below its own."""
    if above.level1 and admits(above.level1, level2):
        return Levels(above.level1, level2, f"{reason}；一级指标沿用上文")
    parents = level1_of(level2)
    if len(parents) != 1:
        return Levels(above.level1, level2, f"{reason}；一级指标沿用上文")
    suffix = "指标" if level2.endswith("指标") else ""
    return Levels(parents[0] + suffix, level2, f"{reason}；一级指标按指标分类确定")
