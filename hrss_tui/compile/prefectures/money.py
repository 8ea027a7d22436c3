"""Money of the projects that goes to prefectures, as metrics beside their targets.

The parts of one item that name a prefecture each are one metric. Its key is the project's id (and the item's
place where a project has several such items), its label the item, or the project where there is none.
"""

from __future__ import annotations

from collections.abc import Mapping

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.money import decimal
from hrss_tui.records import PrefectureValue, Project, ProjectAllocation
from hrss_tui.sources.text import close_gaps


def extract(source: Source, found: Harvest) -> Harvest:
    """One `allocation` value per part that goes to a prefecture."""
    projects = {row.project_id: row for row in found.records if isinstance(row, Project)}
    parts = [row for row in found.records if isinstance(row, ProjectAllocation) and row.prefecture_code]
    items: dict[str, dict[str | None, int]] = {}
    for part in parts:
        known = items.setdefault(part.project_id, {})
        known.setdefault(part.parent_item, len(known) + 1)
    return Harvest(
        tuple(_value(source, part, projects[part.project_id], items[part.project_id]) for part in parts)
    )


def _value(
    source: Source, part: ProjectAllocation, project: Project, items: Mapping[str | None, int]
) -> PrefectureValue:
    number, unit = _printed(part)
    place = f":{items[part.parent_item]}" if len(items) > 1 else ""
    return PrefectureValue(
        prefecture_code=part.prefecture_code or "",
        metric=part.project_id + place,
        metric_label=close_gaps(part.parent_item or project.name),
        year=project.year,
        value=float(decimal(number)),
        unit=unit,
        kind="allocation",
        status="value",
        printed=number,
        indicator_id=None,
        doc_id=source.doc_id,
        line_start=part.line_start,
        line_end=part.line_end,
    )


def _printed(part: ProjectAllocation) -> tuple[str, str]:
    """Decimal and unit of the amount as printed; where 元 is left out the unit is completed."""
    text = part.printed.replace(" ", "")
    number = text.rstrip("十百千万亿元")
    unit = text[len(number) :]
    return number, unit if unit.endswith("元") else f"{unit}元"
