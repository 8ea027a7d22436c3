"""One long table of every figure, derived from the tables of a package: nothing of it is stored."""

from __future__ import annotations

from typing import Annotated, ClassVar

from hrss_tui.money import FEN
from hrss_tui.records.base import Fact, col


class Figure(Fact, frozen=True, kw_only=True):
    """One figure of any table, with what every figure has in common."""

    TABLE = "figures"
    KEY = ("record_id",)
    MONEY: ClassVar[tuple[str, ...]] = ("amount",)
    record_id: Annotated[str, col("id of the record the figure is of, as `cite` takes it")]
    table: Annotated[str, col("table of the package the record stands in")]
    department: Annotated[str | None, col("department of the document")]
    year: Annotated[int | None, col("year the record or its document is about")]
    phase: Annotated[str | None, col("budget, final or none")]
    subject: Annotated[str, col("of what: name of the row, indicator or subject as stated")]
    code: Annotated[str | None, col("classification code, where the figure is of one")]
    indicator_id: Annotated[str | None, col("canonical indicator, where the figure is of one")]
    measure: Annotated[str | None, col("column of a budget table, metric of a prefecture table")]
    table_kind: Annotated[str | None, col("kind of the budget table")]
    unit_name: Annotated[str | None, col("预算单位 or prefecture the figure is of")]
    project: Annotated[str | None, col("project the figure is of")]
    period_start: Annotated[str | None, col("first day of the period, ISO 8601")]
    period_end: Annotated[str | None, col("last day of the period, ISO 8601")]
    kind: Annotated[
        str, col("budget, final, target, actual, cumulative, amount, allocation, change, rate or rank")
    ]
    operator: Annotated[str, col("=, >=, <=, >, < or ~")]
    value: Annotated[float | None, col("value in `unit`; null where the figure is money")]
    amount: Annotated[int | None, col("amount, where the figure is money", FEN)]
    unit: Annotated[str | None, col("unit of value")]
    base_value: Annotated[float | None, col("value in base_unit")]
    base_unit: Annotated[str | None, col("unit without multiplier")]
    ocr: Annotated[
        bool, col("true where its page was recognised from a picture: check it against the original")
    ]
    additive: Annotated[
        bool,
        col("true where the figure may be summed with the others of its document, table and table_kind"),
    ]
    project_id: Annotated[
        str | None,
        col("project the figure is of, in the table projects; null where there is none or it is open"),
    ]
