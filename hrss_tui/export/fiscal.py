"""Column types of the Fiscal Data Package (budget taxonomy, 2024), and the columns it needs that are derived.

The taxonomy keeps functional and economic codes apart and tells income from spending; a budget line of the package
says the same with `classification` and `measure`. The derived columns say it in the taxonomy's terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from hrss_tui.export.tables import Column

TAXONOMY: Final = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json"
_ECONOMIC: Final = "economic_"

COLUMN_TYPES: Final[dict[str, dict[str, str]]] = {
    "budget_lines": {
        "line_id": "budget-line-id",
        "year": "date:fiscal-year",
        "department": "administrative-classification:generic:level1:code",
        "unit_name": "administrative-classification:generic:level2:code",
        "functional_code": "functional-classification:generic:code",
        "functional_name": "functional-classification:generic:label",
        "economic_code": "economic-classification:generic:code",
        "economic_name": "economic-classification:generic:label",
        "project": "activity:generic:project:code",
        "measure": "value-kind:code",
        "measure_label": "value-kind:label",
        "amount": "value",
        "direction": "direction",
    },
    "budget_changes": {
        "year": "date:fiscal-year",
        "code": "functional-classification:generic:code",
        "name": "functional-classification:generic:label",
        "amount": "value",
    },
    "projects": {
        "project_id": "activity:generic:project:code",
        "name": "activity:generic:project:label",
        "unit_name": "administrative-classification:generic:level2:code",
        "amount": "value",
        "year": "date:fiscal-year",
    },
    "project_allocations": {
        "project_id": "activity:generic:project:code",
        "allocation_id": "activity:generic:subproject:code",
        "item": "activity:generic:subproject:label",
        "amount": "value",
        "prefecture_code": "geo:target:code",
    },
    "performance_tables": {
        "project": "activity:generic:project:label",
        "unit_name": "administrative-classification:generic:level2:code",
        "year": "date:fiscal-year",
        "amount": "value",
    },
}

_DERIVED: Final = tuple(
    Column(name, "string", True, False, "", description)
    for name, description in (
        ("functional_code", "derived: code where the row is of the functional classification"),
        ("functional_name", "derived: name that belongs to functional_code"),
        (
            "economic_code",
            "derived: code where the row, or else the column, is of the economic classification",
        ),
        ("economic_name", "derived: name that belongs to economic_code"),
        ("direction", "derived: expenditure or revenue; empty for what is carried over"),
    )
)


def derived_columns(table: str) -> tuple[Column, ...]:
    """The columns an export adds to a table."""
    return _DERIVED if table == "budget_lines" else ()


def derived_values(row: Mapping[str, Any]) -> list[str | None]:
    """Their values for a row of `budget_lines`."""
    classification, code, name = row["classification"], row["code"], row["name"]
    functional = (code, name) if classification == "functional" and code else (None, None)
    economic = (code, name) if classification == "economic" and code else (None, None)
    if row["measure"].startswith(_ECONOMIC):
        economic = (row["measure"].removeprefix(_ECONOMIC), row["measure_label"])
    return [*functional, *economic, _direction(row)]


def _direction(row: Mapping[str, Any]) -> str | None:
    if row["classification"] == "carryover":
        return None
    income = row["classification"] == "income" or row.get("table_kind") == "income"
    return "revenue" if income else "expenditure"
