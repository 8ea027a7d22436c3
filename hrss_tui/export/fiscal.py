"""The budget as a fiscal resource (Fiscal Data Package, budget taxonomy of 2024): leaves with column types, nothing twice.

The taxonomy keeps functional and economic codes apart, tells income from spending and names the currency; a budget line of
the package says the same with `classification`, `measure` and its table. The derived columns say it in the taxonomy's terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from hrss_tui.export.tables import Column

RESOURCE: Final = "budget_fiscal"
"""Name of the resource."""
OF: Final = "budget_lines"
"""The table whose rows it holds: those that may be added up."""
TITLE: Final = {
    "title": "可加总的预决算金额 / Budget amounts that add up",
    "description": "budget_lines 中最末一级的金额；各表种分开加总 / The leaves of budget_lines; sum within one table_kind",
}
TAXONOMY: Final = "https://specs.frictionlessdata.io/taxonomies/fiscal/budgets.json"
CURRENCY: Final = "CNY"
_ECONOMIC: Final = "economic_"

COLUMN_TYPES: Final[dict[str, str]] = {
    "line_id": "budget-line-id",
    "year": "date:fiscal-year",
    "department": "administrative-classification:generic:level1:code",
    "unit_name": "administrative-classification:generic:level2:code",
    "functional_code": "functional-classification:generic:code",
    "functional_name": "functional-classification:generic:label",
    "economic_code": "economic-classification:generic:code",
    "economic_name": "economic-classification:generic:label",
    "project": "activity:generic:program:code",
    "measure": "value-kind:code",
    "measure_label": "value-kind:label",
    "amount": "value",
    "currency": "value-currency:code",
    "direction": "direction",
    "phase": "phase:id",
}

_DERIVED: Final = tuple(
    Column(name, "string", True, False, "", description, zh, en, about)
    for name, zh, en, about, description in (
        ("functional_code", "功能科目编码", "Functional code", "该行属于功能分类时的编码", "derived: code where the row is of the functional classification"),
        ("functional_name", "功能科目名称", "Functional name", "与功能科目编码相配的名称", "derived: name that belongs to functional_code"),
        ("economic_code", "经济科目编码", "Economic code", "该行或该栏属于经济分类时的编码", "derived: code where the row, or else the column, is of the economic classification"),
        ("economic_name", "经济科目名称", "Economic name", "与经济科目编码相配的名称", "derived: name that belongs to economic_code"),
        ("direction", "收支方向", "Direction", "支出或收入；结转为空", "derived: expenditure or revenue; empty for what is carried over"),
        ("currency", "币种", "Currency", "金额的币种", "derived: ISO 4217 code of the amount"),
    )
)  # fmt: skip


def derived_columns() -> tuple[Column, ...]:
    """The columns that the resource has beside those of the table."""
    return _DERIVED


def derived_values(row: Mapping[str, Any]) -> list[str | None]:
    """Their values for a row of `budget_lines`."""
    classification, code, name = row["classification"], row["code"], row["name"]
    functional = (code, name) if classification == "functional" and code else (None, None)
    economic = (code, name) if classification == "economic" and code else (None, None)
    if row["measure"].startswith(_ECONOMIC):
        economic = (row["measure"].removeprefix(_ECONOMIC), row["measure_label"])
    return [*functional, *economic, _direction(row), CURRENCY]


def _direction(row: Mapping[str, Any]) -> str | None:
    if row["classification"] == "carryover":
        return None
    income = row["classification"] == "income" or row.get("table_kind") == "income"
    return "revenue" if income else "expenditure"
