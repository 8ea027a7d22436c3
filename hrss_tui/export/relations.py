"""How the tables of a package hang together: primary keys, foreign keys, and what is asked of them often.

Formats that know keys (SQLite, Data Package) declare them. A reference is declared only where both tables are
in the export and have rows; a column that may be empty may refer to nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import msgspec

from hrss_tui.records import BY_NAME, Fact
from hrss_tui.records.figures import Figure


class ForeignKey(msgspec.Struct, frozen=True):
    """Columns of a table that hold the key of a row of `table`."""

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


def _key(column: str, table: str, references: str) -> ForeignKey:
    return ForeignKey((column,), table, (references,))


_DOCUMENT: Final = _key("doc_id", "documents", "doc_id")
_PROJECT: Final = _key("project_id", "projects", "project_id")
_PREFECTURE: Final = _key("prefecture_code", "prefectures", "code")
_MEASURE: Final = _key("measure", "measures", "measure")
_METRIC: Final = _key("metric", "metrics", "metric")
_INDICATOR: Final = _key("indicator_id", "indicators", "indicator_id")

_OWN: Final[dict[str, tuple[ForeignKey, ...]]] = {
    "blocks": (_key("parent_id", "blocks", "block_id"),),
    "budget_lines": (
        ForeignKey(("doc_id", "table_kind"), "budget_tables", ("doc_id", "table_kind")),
        _key("parent_id", "budget_lines", "line_id"),
        _PROJECT,
        _MEASURE,
    ),
    "unread": (_MEASURE,),
    "metrics": (_INDICATOR,),
    "performance_tables": (_PROJECT,),
    "figures": (_PROJECT, _INDICATOR),
    "project_basis": (_PROJECT,),
    "project_allocations": (_PROJECT, _PREFECTURE),
    "performance_targets": (_key("table_id", "performance_tables", "table_id"), _PROJECT, _INDICATOR),
    "prefecture_values": (_PREFECTURE, _METRIC, _INDICATOR),
    "prefecture_totals": (_METRIC, _INDICATOR),
    "observations": (_INDICATOR, _key("block_id", "blocks", "block_id")),
}

INDEXES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "budget_lines": (("code", "measure"), ("table_kind", "measure"), ("project",), ("unit_name",)),
    "budget_changes": (("code",),),
    "observations": (("subject",), ("period",)),
    "prefecture_values": (("metric", "year"),),
    "checks": (("status",),),
}
"""Columns that questions start from, beside those of keys."""


def primary_key(table: str) -> tuple[str, ...]:
    """Columns that identify a row; none for a table this program does not know."""
    struct = Figure if table == Figure.TABLE else BY_NAME.get(table)
    return struct.KEY if struct is not None else ()


def foreign_keys(table: str, exported: Collection[str]) -> list[ForeignKey]:
    """The references of a table to `exported` tables, those that have rows."""
    struct = Figure if table == Figure.TABLE else BY_NAME.get(table)
    keys = list(_OWN.get(table, ()))
    if struct is not None and issubclass(struct, Fact) and table != "documents":
        keys.append(_DOCUMENT)
    return [key for key in keys if key.table in exported]
