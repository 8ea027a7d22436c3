"""The vocabulary of the package: one frozen struct per table, one field per column.

The schema of the package is derived from these structs, so a column exists exactly once. Columns are only
ever added at the end of a struct within a major version of the format. Money is an integer of 分; other
figures keep the decimal as printed beside a float. `place_code` and `page`, then `doc_id`, `line_start` and
`line_end` (1-based lines of the source) come last in every table of facts.
"""

from __future__ import annotations

from hrss_tui.records.base import Fact, Record, col
from hrss_tui.records.budget import BudgetChange, BudgetLine, BudgetTable, Measure
from hrss_tui.records.checks import Check, Correction
from hrss_tui.records.documents import Block, Document, DocumentPage, GlossaryTerm
from hrss_tui.records.performance import PerformanceTable, PerformanceTarget
from hrss_tui.records.prefectures import Metric, Prefecture, PrefectureTotal, PrefectureValue
from hrss_tui.records.projects import Project, ProjectAllocation, ProjectBasis
from hrss_tui.records.prose import Indicator, Observation
from hrss_tui.records.schema import BY_NAME, SOURCE_COLUMNS, TABLES, Column, columns, record_id, types_written
from hrss_tui.records.unread import Unread

__all__ = [
    "BY_NAME",
    "SOURCE_COLUMNS",
    "TABLES",
    "Block",
    "BudgetChange",
    "BudgetLine",
    "BudgetTable",
    "Check",
    "Column",
    "Correction",
    "Document",
    "DocumentPage",
    "Fact",
    "GlossaryTerm",
    "Indicator",
    "Measure",
    "Metric",
    "Observation",
    "PerformanceTable",
    "PerformanceTarget",
    "Prefecture",
    "PrefectureTotal",
    "PrefectureValue",
    "Project",
    "ProjectAllocation",
    "ProjectBasis",
    "Record",
    "Unread",
    "col",
    "columns",
    "record_id",
    "types_written",
]
