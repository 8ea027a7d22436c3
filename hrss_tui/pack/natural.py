"""What makes a record the same record in another package: keys of meaning, not of place.

Ids of records hold document and line, and lines move with every new edition of a source. Each table names here
the columns that say what a row is about, its name for people, and its figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

PLACES: Final = frozenset(("line_start", "line_end", "page"))
"""Columns that say where a row was read, in every table of facts."""


def hashable(value: Any) -> Any:
    """A value that can be a key: lists as tuples, what holds maps by its text."""
    whole = tuple(value) if isinstance(value, list) else value
    try:
        hash(whole)
    except TypeError:
        return repr(value)
    return whole


class Reference(msgspec.Struct, frozen=True):
    """A column that holds an id of another table, and the columns there that name what it stands for."""

    table: str
    column: str
    names: tuple[str, ...]


class Natural(msgspec.Struct, frozen=True):
    """The natural key of a table.

    `ids` and `places` are columns that are not compared. Where a column of the key is empty, the one in
    `instead` takes its place: a row without code is known by its name. Rows of one key that differ in a column of
    `apart` which both state are two records: another package may not state it yet.
    """

    key: tuple[str, ...]
    label: tuple[str, ...] = ()
    value: str | None = None
    ids: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    instead: Mapping[str, str] = {}
    references: Mapping[str, Reference] = {}

    def of(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """The key of a row, of hashable parts."""
        values = (
            row.get(name) if row.get(name) is not None else self._instead(row, name) for name in self.key
        )
        return tuple(map(hashable, values))

    def _instead(self, row: Mapping[str, Any], name: str) -> Any:
        other = self.instead.get(name)
        return row.get(other) if other else None


_PROJECT: Final = {"project_id": Reference("projects", "project_id", ("doc_id", "name", "unit_name"))}
_TABLE: Final = {
    "table_id": Reference("performance_tables", "table_id", ("doc_id", "project", "unit_name")),
}

NATURAL: Final[dict[str, Natural]] = {
    "documents": Natural(("doc_id",), ("title",)),
    "blocks": Natural(
        ("doc_id", "section", "kind", "number"), ("text",), ids=("block_id", "parent_id"), places=("breaks",)
    ),
    "budget_tables": Natural(("doc_id", "table_kind"), ("title",), "amounts"),
    "budget_lines": Natural(
        ("department", "year", "table_kind", "classification", "code", "unit_name", "project", "measure"),
        ("name",),
        "amount",
        ids=("line_id", "parent_id"),
        apart=("place_code", "phase"),
        instead={"code": "name"},
        references=_PROJECT,
    ),
    "budget_changes": Natural(
        ("doc_id", "year", "section", "code"),
        ("name",),
        "change",
        ids=("change_id",),
        instead={"code": "name"},
    ),
    "projects": Natural(("doc_id", "year", "name", "unit_name"), ("name",), "amount", ids=("project_id",)),
    "project_basis": Natural(("project_id", "title"), ("title",), places=("ordinal",), references=_PROJECT),
    "project_allocations": Natural(
        ("project_id", "parent_item", "item", "prefecture_code"),
        ("item",),
        "amount",
        ids=("allocation_id",),
        references=_PROJECT,
    ),
    "performance_tables": Natural(
        ("doc_id", "year", "project", "unit_name"),
        ("project",),
        "amount",
        ids=("table_id",),
        references=_PROJECT,
    ),
    "performance_targets": Natural(
        ("table_id", "level1", "level2", "indicator"),
        ("indicator",),
        "value",
        ids=("target_id",),
        references={**_TABLE, **_PROJECT},
    ),
    "prefectures": Natural(("code",), ("short_name",)),
    "prefecture_values": Natural(("prefecture_code", "metric", "year", "kind"), ("metric_label",), "value"),
    "prefecture_totals": Natural(
        ("metric", "year", "kind"), ("metric_label",), "value", apart=("place_code",)
    ),
    "indicators": Natural(("indicator_id",), ("name",)),
    "observations": Natural(
        ("doc_id", "indicator_id", "period", "scope", "kind", "change", "against", "base_unit"),
        ("subject",),
        "value",
        ids=("observation_id", "block_id"),
        instead={"indicator_id": "subject"},
    ),
    "checks": Natural(
        ("doc_id", "kind", "description"), ("description",), "difference", ids=("check_id", "records")
    ),
    "corrections": Natural(("doc_id", "type", "printed"), ("reading",), ids=("correction_id",)),
    "glossary": Natural(("doc_id", "term"), ("term",), "definition"),
    "unread": Natural(("doc_id", "kind", "title", "name", "measure"), ("printed",), ids=("unread_id",)),
    "pages": Natural(("doc_id", "number"), ("label",)),
    "measures": Natural(("measure",), ("name",)),
    "metrics": Natural(("metric",), ("name",)),
}
