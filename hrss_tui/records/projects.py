"""Budget projects: what they rest on and where their money goes."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.money import FEN
from hrss_tui.records.base import Fact, col


class Project(Fact, frozen=True, kw_only=True):
    """One budget project: of the narrative, or of the tables where no narrative tells of projects."""

    TABLE = "projects"
    KEY = ("project_id",)
    project_id: Annotated[str, col("document and ordinal: two projects may share a name")]
    name: Annotated[str, col("name as printed")]
    unit_name: Annotated[str | None, col("项目承担单位")]
    amount: Annotated[int, col("预算安排规模", FEN)]
    starts: Annotated[str | None, col("first day, ISO 8601")]
    ends: Annotated[str | None, col("last day, ISO 8601")]
    year: Annotated[int | None, col("budget year")]
    printed: Annotated[str, col("amount as printed; empty where several rows of a table add up to it")]
    tables_only: Annotated[
        bool | None, col("true where a row of a table and a performance form name it, and no narrative")
    ] = None


class ProjectBasis(Fact, frozen=True, kw_only=True):
    """One policy document a project rests on."""

    TABLE = "project_basis"
    KEY = ("project_id", "ordinal")
    project_id: Annotated[str, col("the project")]
    ordinal: Annotated[int, col("position in the list, from 1")]
    title: Annotated[str, col("title without the outer marks 《》")]
    doc_number: Annotated[str | None, col("document number as printed")]


class ProjectAllocation(Fact, frozen=True, kw_only=True):
    """One part of a project's money."""

    TABLE = "project_allocations"
    KEY = ("allocation_id",)
    allocation_id: Annotated[str, col("document and place of the amount")]
    project_id: Annotated[str, col("the project")]
    item: Annotated[str, col("what the part is for")]
    amount: Annotated[int, col("amount", FEN)]
    prefecture_code: Annotated[str | None, col("GB/T 2260 code, where the part goes to a prefecture")]
    parent_item: Annotated[str | None, col("part of which this is a part (其中)")]
    printed: Annotated[str, col("amount as printed with its unit")]
    unit_inferred: Annotated[bool, col("true where 元 is not printed")]
