"""The vocabulary of the package: one frozen struct per table, one field per column.

The schema of the package is derived from these structs, so a column exists exactly once. Columns are only
ever added at the end of a struct within a major version of the format. Money is an integer in 元; other
figures keep the decimal as printed beside a float. `doc_id`, `line_start` and `line_end` (1-based physical
lines of the source file) come last in every table of facts.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

YUAN = "元"


def col(description: str, unit: str = "") -> Meta:
    """Describe a column; `unit` is what its numbers count."""
    return Meta(description=description, extra={"unit": unit} if unit else None)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table; `TABLE` is the table's name, `KEY` the columns that identify a row."""

    TABLE: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()


class Fact(Record, frozen=True, kw_only=True):
    """A row that was read from a source document."""

    doc_id: Annotated[str, col("document the row was read from")]
    line_start: Annotated[int, col("first physical line in the source file, 1-based")]
    line_end: Annotated[int, col("last physical line in the source file, 1-based")]


class Document(Fact, frozen=True, kw_only=True):
    """A source document, or one article where a file holds several."""

    TABLE = "documents"
    KEY = ("doc_id",)
    title: Annotated[str, col("title")]
    title_supplied: Annotated[
        bool, col("true where the text has no title line and the manifest supplies one")
    ]
    kind: Annotated[str, col("budget, bulletin, plan, article, interview or other")]
    issuer: Annotated[str | None, col("issuing body as stated")]
    doc_number: Annotated[str | None, col("document number (文号) as stated")]
    date: Annotated[str | None, col("date of issue, ISO 8601, where stated")]
    period: Annotated[str | None, col("period reported on, ISO 8601")]
    source_file: Annotated[str, col("file name of the source")]
    source_sha256: Annotated[str, col("SHA-256 of the source file's bytes")]
    source_lines: Annotated[int, col("physical lines of the source file")]
    encoding: Annotated[str, col("encoding the file was read with")]
    author: Annotated[str | None, col("person or persons named as writers, as stated")]


class Block(Fact, frozen=True, kw_only=True):
    """A heading, paragraph, list item, table row or note; hard wraps are joined."""

    TABLE = "blocks"
    KEY = ("block_id",)
    block_id: Annotated[str, col("document and first line")]
    parent_id: Annotated[str | None, col("heading the block stands under")]
    kind: Annotated[str, col("heading, paragraph, list_item, table_row or note")]
    level: Annotated[
        int, col("depth in the outline: a heading's own level, else that of its heading plus one")
    ]
    number: Annotated[str | None, col("printed number of a heading or list item")]
    text: Annotated[str, col("text with hard wraps joined; cells of a table row are separated by tabs")]
    section: Annotated[str, col("path of headings above the block, joined by ' / '")]
    breaks: Annotated[
        list[int],
        col(
            "flat list offset, line, offset, line …: from which offset of text on which source line is quoted"
        ),
    ]


class BudgetTable(Fact, frozen=True, kw_only=True):
    """A budget table as printed, also where it is empty."""

    TABLE = "budget_tables"
    KEY = ("doc_id", "table_kind")
    table_no: Annotated[int, col("number as printed, else its position among the tables of the document")]
    table_kind: Annotated[str, col("what the table is, by title and columns, never by number")]
    title: Annotated[str, col("title as printed")]
    department: Annotated[str | None, col("编制部门 as printed")]
    year: Annotated[int | None, col("budget year")]
    unit: Annotated[str, col("unit of amount as printed")]
    amounts: Annotated[int, col("printed amounts")]
    empty: Annotated[bool, col("true where no amount is printed")]
    empty_reason: Annotated[str | None, col("why the table is empty, as printed")]


class BudgetLine(Fact, frozen=True, kw_only=True):
    """One amount of one budget table."""

    TABLE = "budget_lines"
    KEY = ("line_id",)
    line_id: Annotated[str, col("document, table, line and column of the cell")]
    year: Annotated[int | None, col("budget year")]
    department: Annotated[str | None, col("编制部门 as printed")]
    table_no: Annotated[int, col("table number as printed")]
    table_title: Annotated[str, col("table title as printed")]
    classification: Annotated[
        str, col("functional, economic, income, three_public, outsourcing or carryover")
    ]
    code: Annotated[str | None, col("classification code, digits only: 208, 20801, 2080199")]
    level: Annotated[int, col("0 total, 1 类, 2 款, 3 项")]
    name: Annotated[str, col("name of the row, broken names joined")]
    parent_code: Annotated[str | None, col("code one level up")]
    unit_name: Annotated[str | None, col("预算单位, where the table has it")]
    project: Annotated[str | None, col("project, where the table has it")]
    measure: Annotated[str, col("key of the column, the same for the same meaning in every table")]
    measure_label: Annotated[str, col("label of the column as printed")]
    amount: Annotated[int, col("amount", YUAN)]
    printed: Annotated[str, col("amount as printed")]
    code_restored: Annotated[bool, col("true where the printed row lacks digits of the code")]
    table_kind: Annotated[str, col("kind of the table, see budget_tables")]
    parent_id: Annotated[str | None, col("line_id of the same column one level up")]


class BudgetChange(Fact, frozen=True, kw_only=True):
    """One year-on-year explanation of the budget's narrative."""

    TABLE = "budget_changes"
    KEY = ("change_id",)
    change_id: Annotated[str, col("document and place of the change")]
    code: Annotated[str | None, col("functional code, where the statement is about one")]
    code_restored: Annotated[bool, col("true where no table of the document holds the code")]
    name: Annotated[str, col("what the amount is of")]
    amount: Annotated[int | None, col("amount this year", YUAN)]
    change: Annotated[int, col("signed change on last year", YUAN)]
    percent: Annotated[float | None, col("signed change in percent as printed", "%")]
    previous_amount: Annotated[int | None, col("amount minus change (derived)", YUAN)]
    reclassified: Annotated[bool, col("true where the reason names a change of functional code")]
    reason: Annotated[str | None, col("reason as stated")]
    year: Annotated[int | None, col("budget year")]
    printed: Annotated[str | None, col("amount as printed")]
    change_printed: Annotated[str, col("change as printed, without sign")]
    percent_printed: Annotated[str | None, col("percent as printed, without sign")]
    section: Annotated[str, col("section of the narrative")]
    share: Annotated[float | None, col("share of the whole in percent, where stated (占)", "%")]
    share_printed: Annotated[str | None, col("share as printed")]


class Project(Fact, frozen=True, kw_only=True):
    """One budget project of the narrative."""

    TABLE = "projects"
    KEY = ("project_id",)
    project_id: Annotated[str, col("document and ordinal: two projects may share a name")]
    name: Annotated[str, col("name as printed")]
    unit_name: Annotated[str | None, col("项目承担单位")]
    amount: Annotated[int, col("预算安排规模", YUAN)]
    starts: Annotated[str | None, col("first day, ISO 8601")]
    ends: Annotated[str | None, col("last day, ISO 8601")]
    year: Annotated[int | None, col("budget year")]
    printed: Annotated[str, col("amount as printed")]


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
    amount: Annotated[int, col("amount", YUAN)]
    prefecture_code: Annotated[str | None, col("GB/T 2260 code, where the part goes to a prefecture")]
    parent_item: Annotated[str | None, col("part of which this is a part (其中)")]
    printed: Annotated[str, col("amount as printed with its unit")]
    unit_inferred: Annotated[bool, col("true where 元 is not printed")]


class PerformanceTable(Fact, frozen=True, kw_only=True):
    """One performance table: its project, money and goal."""

    TABLE = "performance_tables"
    KEY = ("table_id",)
    table_id: Annotated[str, col("document and first line")]
    project: Annotated[str | None, col("project name as printed; null for the whole department")]
    unit_name: Annotated[str | None, col("预算单位")]
    year: Annotated[int | None, col("budget year")]
    amount: Annotated[int | None, col("年度预算总额 or 合计", YUAN)]
    fiscal: Annotated[int | None, col("财政拨款", YUAN)]
    fiscal_superior: Annotated[int | None, col("财政资金, 上级安排", YUAN)]
    fiscal_own: Annotated[int | None, col("财政资金, 本级安排", YUAN)]
    other: Annotated[int | None, col("其他资金", YUAN)]
    goal: Annotated[str, col("goal as stated")]


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


class Prefecture(Record, frozen=True, kw_only=True):
    """A prefecture-level division."""

    TABLE = "prefectures"
    KEY = ("code",)
    code: Annotated[str, col("GB/T 2260, four digits")]
    name: Annotated[str, col("official name")]
    short_name: Annotated[str, col("name as used in tables")]
    name_en: Annotated[str, col("English name")]
    pinyin: Annotated[str, col("pinyin without tones")]
    initials: Annotated[str, col("pinyin initials")]
    aliases: Annotated[list[str], col("other names that mean this prefecture")]
    groups: Annotated[list[str], col("groups it belongs to (南疆四地州 …)")]
    work_order: Annotated[int, col("position in the order of the employment plan")]
    code_order: Annotated[int, col("position in the order of the codes")]
    map_row: Annotated[int, col("row on the tile map")]
    map_col: Annotated[int, col("column on the tile map")]


class PrefectureValue(Fact, frozen=True, kw_only=True):
    """One metric of one prefecture."""

    TABLE = "prefecture_values"
    KEY = ("prefecture_code", "metric", "year")
    prefecture_code: Annotated[str, col("GB/T 2260, four digits")]
    metric: Annotated[str, col("key of the metric")]
    metric_label: Annotated[str, col("label as printed")]
    year: Annotated[int | None, col("year the value is for")]
    value: Annotated[float | None, col("value in the printed unit; null where not applicable")]
    unit: Annotated[str, col("unit as printed")]
    kind: Annotated[str, col("target or allocation")]
    status: Annotated[str, col("value or not_applicable")]
    printed: Annotated[str, col("cell as printed")]
    indicator_id: Annotated[str | None, col("canonical indicator")]


class PrefectureTotal(Fact, frozen=True, kw_only=True):
    """The 合计 row of a prefecture table, kept for the checks."""

    TABLE = "prefecture_totals"
    KEY = ("metric", "year")
    metric: Annotated[str, col("key of the metric")]
    metric_label: Annotated[str, col("label as printed")]
    year: Annotated[int | None, col("year the value is for")]
    value: Annotated[float, col("value in the printed unit")]
    unit: Annotated[str, col("unit as printed")]
    kind: Annotated[str, col("target or allocation")]
    printed: Annotated[str, col("cell as printed")]
    indicator_id: Annotated[str | None, col("canonical indicator")]


class Indicator(Record, frozen=True, kw_only=True):
    """A canonical indicator."""

    TABLE = "indicators"
    KEY = ("indicator_id",)
    indicator_id: Annotated[str, col("key")]
    name: Annotated[str, col("name")]
    name_en: Annotated[str, col("English name")]
    unit: Annotated[str, col("base unit")]
    aliases: Annotated[list[str], col("other names of the same quantity")]


class Observation(Fact, frozen=True, kw_only=True):
    """One figure stated in prose."""

    TABLE = "observations"
    KEY = ("observation_id",)
    observation_id: Annotated[str, col("document, line and column of the figure")]
    indicator_id: Annotated[str | None, col("canonical indicator, where the subject is one")]
    subject: Annotated[str, col("of what, as stated")]
    period: Annotated[str | None, col("ISO 8601 year, day or interval")]
    scope: Annotated[str | None, col("area or group as stated")]
    kind: Annotated[str, col("actual, target, cumulative or amount")]
    operator: Annotated[str, col("=, >=, <=, >, < or ~")]
    value: Annotated[float, col("value in the printed unit")]
    unit: Annotated[str, col("unit as printed")]
    base_value: Annotated[float, col("value in base_unit")]
    base_unit: Annotated[str, col("unit without multiplier")]
    printed: Annotated[str, col("decimal as printed")]
    change: Annotated[str | None, col("increase or decrease where the figure is a change, else null")]
    against: Annotated[str | None, col("what a change or share is measured against, as stated")]
    scope_note: Annotated[str | None, col("note of the document on the scope of this figure")]
    block_id: Annotated[str, col("block the figure stands in")]


class Check(Fact, frozen=True, kw_only=True):
    """One arithmetic identity and how it came out; the source lines are those of the stated side."""

    TABLE = "checks"
    KEY = ("check_id",)
    check_id: Annotated[str, col("kind and place")]
    kind: Annotated[str, col("which identity")]
    description: Annotated[str, col("the identity in words")]
    left: Annotated[float | None, col("stated side")]
    right: Annotated[float | None, col("computed side")]
    difference: Annotated[float | None, col("left minus right; for a bound, by how much it is missed")]
    tolerance: Annotated[float, col("what rounding of the printed cells allows")]
    unit: Annotated[str, col("unit of both sides")]
    status: Annotated[str, col("exact, rounding, fails or not_checkable")]
    records: Annotated[list[str], col("ids of the records on both sides")]
    reason: Annotated[str | None, col("why it is not exact, or cannot be evaluated")]


class Correction(Fact, frozen=True, kw_only=True):
    """One place where the source is damaged, and what was read instead."""

    TABLE = "corrections"
    KEY = ("correction_id",)
    correction_id: Annotated[str, col("document and place")]
    type: Annotated[str, col("extraction, misprint or inconsistency")]
    printed: Annotated[str, col("what is printed")]
    reading: Annotated[str, col("what was read")]
    reason: Annotated[str, col("why, from the document itself or the reference classification")]


class GlossaryTerm(Fact, frozen=True, kw_only=True):
    """A term the documents define."""

    TABLE = "glossary"
    KEY = ("doc_id", "term")
    term: Annotated[str, col("term")]
    definition: Annotated[str, col("definition as stated")]


TABLES: tuple[type[Record], ...] = (
    Document,
    Block,
    BudgetTable,
    BudgetLine,
    BudgetChange,
    Project,
    ProjectBasis,
    ProjectAllocation,
    PerformanceTable,
    PerformanceTarget,
    Prefecture,
    PrefectureValue,
    PrefectureTotal,
    Indicator,
    Observation,
    Check,
    Correction,
    GlossaryTerm,
)
BY_NAME: dict[str, type[Record]] = {struct.TABLE: struct for struct in TABLES}
SOURCE_COLUMNS = Fact.__struct_fields__


def record_id(record: Record) -> str:
    """The id other records cite: the row's own id, else table and key: prefecture_values/6531/metric/2021."""
    own = next((name for name in record.KEY if name.endswith("_id") and len(record.KEY) == 1), None)
    if own is not None:
        return str(getattr(record, own))
    return "/".join((record.TABLE, *(str(getattr(record, name)) for name in record.KEY)))


class Column(msgspec.Struct, frozen=True):
    """How the package describes a column: a type name any reader knows, nullable marked with '?'."""

    name: str
    type: str
    unit: str
    description: str


_TYPE_NAMES: dict[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _type_name(hint: Any) -> str:
    if get_origin(hint) in (types.UnionType, Union):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return _type_name(inner[0]) + "?"
    if get_origin(hint) is list:
        return f"list<{_type_name(get_args(hint)[0])}>"
    return _TYPE_NAMES[hint]


_WRITTEN = {"str": "string", "int": "integer", "float": "number", "bool": "boolean"}


@cache
def types_written(struct: type[Record]) -> dict[str, str]:
    """Column → type name, in no particular order.

    Taken from the annotations as they are written, which costs a hundredth of evaluating them: every package
    that is opened asks this.
    """
    found: dict[str, str] = {}
    for owner in struct.__mro__:
        for name, written in getattr(owner, "__annotations__", {}).items():
            if written.startswith("Annotated["):
                found[name] = _type_written(written.removeprefix("Annotated[").partition(", ")[0])
    return found


def _type_written(text: str) -> str:
    """`str | None` is "string?", `list[int]` is "list<integer>"."""
    inner = text.removeprefix("list[").removesuffix("]").removesuffix(" | None")
    named = _WRITTEN[inner] + ("?" if text.endswith(" | None") else "")
    return f"list<{named}>" if text.startswith("list[") else named


def columns(struct: type[Record]) -> list[Column]:
    """Columns of a table in the order of the package: its id, its own, and last where they were read."""
    hints = get_type_hints(struct, include_extras=True)
    fields = struct.__struct_fields__
    lead = list(struct.KEY) if len(struct.KEY) == 1 else []
    own = [name for name in fields if name not in SOURCE_COLUMNS and name not in lead]
    last = [name for name in fields if name in SOURCE_COLUMNS and name not in lead]
    return [_column(name, hints[name]) for name in (*lead, *own, *last)]


def _column(name: str, hint: Any) -> Column:
    plain, meta = get_args(hint)[0], hint.__metadata__[0]
    unit = (meta.extra or {}).get("unit", "")
    return Column(name, _type_name(plain), unit, meta.description or "")
