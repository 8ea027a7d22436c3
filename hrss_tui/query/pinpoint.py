"""Where in its document a record stands, in the words a citation needs, and the figure it holds.

Citations follow a Chinese standard, so these words are Chinese in every language of the program.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hrss_tui import lazy_re as re
from hrss_tui.pack.read import Pack
from hrss_tui.query.lookup import find_record
from hrss_tui.records import (
    Block,
    BudgetChange,
    BudgetLine,
    BudgetTable,
    Check,
    Correction,
    GlossaryTerm,
    Indicator,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    Prefecture,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    ProjectBasis,
    Record,
)
from hrss_tui.records.budget import table_called

_SEPARATOR = " / "
_DECIMAL = re.compile(r"\d+(\.\d+)?")
_MONEY = {"万元": 10**6, "元": 10**2, "亿元": 10**10}


def pinpoint(pack: Pack, record: Record) -> tuple[str, ...]:
    """The parts of a pinpoint from coarse to fine, without the line."""
    describe = _DESCRIBE.get(type(record))
    parts = describe(pack, record) if describe else [record.TABLE]
    return tuple(str(part) for part in parts if part)


def figure(pack: Pack, record: Record) -> str | None:
    """The figure of a record as printed with its unit; None where the record is no single figure."""
    if isinstance(record, BudgetLine):
        return f"{record.printed} {_table_unit(pack, record)}".strip()
    if isinstance(record, PrefectureValue | PrefectureTotal | Observation):
        return f"{record.printed} {record.unit}".strip()
    if isinstance(record, PerformanceTarget):
        printed_too = record.unit is None or record.unit in record.printed
        return record.printed if printed_too else f"{record.printed} {record.unit}"
    if isinstance(record, ProjectAllocation):
        return record.printed
    if isinstance(record, Project | BudgetChange) and record.printed and record.amount is not None:
        return f"{record.printed} {_money_unit(record.printed, record.amount)}".strip()
    return None


def _money_unit(printed: str, amount: int) -> str:
    """The unit in which a document prints an amount of 分; empty where none of the usual ones fits."""
    number = printed.replace(",", "")
    if not _DECIMAL.fullmatch(number):
        return ""
    return next((unit for unit, size in _MONEY.items() if Decimal(number) * size == amount), "")


def _table_unit(pack: Pack, line: BudgetLine) -> str:
    """The unit that the line's table prints."""
    return pack.made(_units).get((line.doc_id, line.table_kind), "")


def _units(pack: Pack) -> dict[tuple[str, str], str]:
    """Document and kind of table → the unit that it prints."""
    if "budget_tables" not in pack.schema:
        return {}
    columns = (pack.column("budget_tables", name) for name in ("doc_id", "table_kind", "unit"))
    return {(doc, kind): unit for doc, kind, unit in zip(*columns, strict=True)}


def _budget_line(pack: Pack, row: Any) -> list[str | None]:
    name = f"{row.code} {row.name}" if row.code else row.name
    unit = _table_unit(pack, row)
    return [
        table_called(row.table_no, row.table_title),
        row.unit_name,
        name,
        row.project,
        row.measure_label,
        _year(row.year),
        f"单位：{unit}" if unit else None,
    ]


def _budget_table(_pack: Pack, row: Any) -> list[str | None]:
    return [table_called(row.table_no, row.title)]


def _block(_pack: Pack, row: Any) -> list[str | None]:
    return [row.section.rsplit(_SEPARATOR, 1)[-1]]


def _change(_pack: Pack, row: Any) -> list[str | None]:
    name = f"{row.code} {row.name}" if row.code and not row.code_restored else row.name
    return [row.section.rsplit(_SEPARATOR, 1)[-1], name, _year(row.year)]


def _project(_pack: Pack, row: Any) -> list[str | None]:
    return [f"项目“{row.name}”", row.unit_name, _year(row.year)]


def _of_project(what: str, name: str) -> Callable[[Pack, Any], list[str | None]]:
    def describe(pack: Pack, row: Any) -> list[str | None]:
        project = find_record(pack, row.project_id)
        title = f"项目“{project.name}”" if isinstance(project, Project) else None
        return [title, f"{what}：{getattr(row, name)}"]

    return describe


def _performance(_pack: Pack, row: Any) -> list[str | None]:
    table = f"项目支出绩效目标表“{row.project}”" if row.project else "部门整体支出绩效目标表"
    return [table, getattr(row, "indicator", None)]


def _prefecture_value(pack: Pack, row: Any) -> list[str | None]:
    prefecture = _short_name(pack, row.prefecture_code)
    return [prefecture, row.metric_label, _year(row.year), f"单位：{row.unit}"]


def _short_name(pack: Pack, code: str) -> str:
    """The short name of a prefecture; its code where the package does not name it."""
    return pack.made(_short_names).get(code, code)


def _short_names(pack: Pack) -> dict[str, str]:
    if "prefectures" not in pack.schema:
        return {}
    return dict(
        zip(pack.column("prefectures", "code"), pack.column("prefectures", "short_name"), strict=True)
    )


def _prefecture_total(_pack: Pack, row: Any) -> list[str | None]:
    return ["合计", row.metric_label, _year(row.year), f"单位：{row.unit}"]


def _observation(pack: Pack, row: Any) -> list[str | None]:
    block = find_record(pack, row.block_id)
    section = block.section.rsplit(_SEPARATOR, 1)[-1] if isinstance(block, Block) else None
    return [section, row.scope, row.subject, _period(row.period), f"单位：{row.unit}" if row.unit else None]


def _named(table: str, name: str) -> Callable[[Pack, Any], list[str | None]]:
    return lambda _pack, row: [f"{table}：{getattr(row, name)}"]


def _period(period: str | None) -> str | None:
    return f"{period}年" if period and period.isdigit() else period


def _year(year: int | None) -> str | None:
    return f"{year}年" if year is not None else None


_DESCRIBE: dict[type[Record], Callable[[Pack, Any], list[str | None]]] = {
    Block: _block,
    BudgetTable: _budget_table,
    BudgetLine: _budget_line,
    BudgetChange: _change,
    Project: _project,
    ProjectBasis: _of_project("政策依据", "title"),
    ProjectAllocation: _of_project("资金分配", "item"),
    PerformanceTable: _performance,
    PerformanceTarget: _performance,
    Prefecture: _named("地州", "name"),
    PrefectureValue: _prefecture_value,
    PrefectureTotal: _prefecture_total,
    Indicator: _named("指标", "name"),
    Observation: _observation,
    Check: _named("勾稽关系", "description"),
    Correction: _named("更正", "printed"),
    GlossaryTerm: _named("名词解释", "term"),
}
