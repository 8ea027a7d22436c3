"""Packages of an older major version, read as if they were of this one: the only place that knows how they differ.

Format 1 held money in whole 元. Its columns of that unit are shown as columns of 分, and their values are multiplied
when they are decoded. It knew budgets only, so that its budget tables and lines are of that phase.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from hrss_tui.money import FEN, FEN_OF_YUAN, YUAN
from hrss_tui.pack.format import MAJOR
from hrss_tui.pack.values import in_range

READABLE: Final = (1, MAJOR)
"""Major versions that are read."""
_SUPPLIED: Final = {("budget_tables", "phase"): "budget", ("budget_lines", "phase"): "budget"}
"""What stands in a column that format 1 did not have."""

Schema = dict[str, list[dict[str, str]]]


def schema_of(head: Mapping[str, Any]) -> Schema:
    """The schema of a package in the terms of this version."""
    schema: Schema = head["schema"]
    if head["format_version"][0] == MAJOR:
        return schema
    return {
        table: [{**column, "unit": FEN} if _is_in_yuan(column) else column for column in columns]
        for table, columns in schema.items()
    }


def values_of(head: Mapping[str, Any], table: str, name: str, values: list[Any]) -> list[Any]:
    """The decoded values of a column in the terms of this version. Raises BadValuesError where they are too large."""
    if head["format_version"][0] == MAJOR:
        return values
    described = next(column for column in head["schema"][table] if column["name"] == name)
    if not _is_in_yuan(described):
        return values
    return in_range([None if value is None else value * FEN_OF_YUAN for value in values])


def supplied(head: Mapping[str, Any], table: str, name: str) -> str | None:
    """What stands in every row of a column that the package does not have; None where that is unknown."""
    return None if head["format_version"][0] == MAJOR else _SUPPLIED.get((table, name))


def _is_in_yuan(column: Mapping[str, str]) -> bool:
    return column.get("unit") == YUAN and column["type"].removesuffix("?") == "integer"
