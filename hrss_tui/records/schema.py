"""The tables of the package in order, and what the package says of their columns: derived from the structs."""

from __future__ import annotations

import types
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from hrss_tui.records.base import Fact, Record
from hrss_tui.records.budget import BudgetChange, BudgetLine, BudgetTable, Measure
from hrss_tui.records.checks import Check, Correction
from hrss_tui.records.documents import Block, Document, DocumentPage, GlossaryTerm
from hrss_tui.records.performance import PerformanceTable, PerformanceTarget
from hrss_tui.records.prefectures import Metric, Prefecture, PrefectureTotal, PrefectureValue
from hrss_tui.records.projects import Project, ProjectAllocation, ProjectBasis
from hrss_tui.records.prose import Indicator, Observation
from hrss_tui.records.unread import Unread

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
    DocumentPage,
    Unread,
    Measure,
    Metric,
)
BY_NAME: dict[str, type[Record]] = {struct.TABLE: struct for struct in TABLES}
SOURCE_COLUMNS = Fact.__struct_fields__


def record_id(record: Record) -> str:
    """The id other records cite: the row's own id, else table and key: prefecture_values/6531/metric/2021/target/doc."""
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
    return list(_columns(struct))


@cache
def _columns(struct: type[Record]) -> tuple[Column, ...]:
    """The same, once a table: annotations are evaluated for it, which each package that is written would pay for."""
    hints = get_type_hints(struct, include_extras=True)
    fields = struct.__struct_fields__
    lead = list(struct.KEY) if len(struct.KEY) == 1 else []
    own = [name for name in fields if name not in SOURCE_COLUMNS and name not in lead]
    last = [name for name in fields if name in SOURCE_COLUMNS and name not in lead]
    return tuple(_column(name, hints[name]) for name in (*lead, *own, *last))


def _column(name: str, hint: Any) -> Column:
    plain, meta = get_args(hint)[0], hint.__metadata__[0]
    unit = (meta.extra or {}).get("unit", "")
    return Column(name, _type_name(plain), unit, meta.description or "")
