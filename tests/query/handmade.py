"""Small packages written by hand, for what the shipped one does not hold: other years, ties, changes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.pack.write import encode_package
from hrss_tui.records import BudgetChange, BudgetLine, Prefecture, PrefectureValue, Record, columns

WAN = 10**6
"""分 of 万元, as the package holds money."""
AnyRecord = TypeVar("AnyRecord", bound=Record)


def pack_of(*records: Record) -> Pack:
    """A package that holds these records and nothing else."""
    return decode_pack(bytes_of(records), "handmade")


def bytes_of(records: Iterable[Record]) -> bytes:
    tables: dict[str, list[Record]] = {}
    for record in records:
        tables.setdefault(record.TABLE, []).append(record)
    return encode_package({"name": "handmade", "title": "", "version": "1.2.3", "sources": []}, tables, {})


def made(struct: type[AnyRecord], **values: Any) -> AnyRecord:
    """A record with these values; columns nobody here has heard of are null."""
    return struct(**{**dict.fromkeys(struct.__struct_fields__), **values})


_EMPTY = {"string": "", "integer": 0, "number": 0.0, "boolean": False}


def filled(struct: type[AnyRecord], **values: Any) -> AnyRecord:
    """A record with these values; of the other columns those that must have a value have an empty one."""
    return struct(**{**_empty(struct), **values})


@cache
def _empty(struct: type[Record]) -> dict[str, Any]:
    kinds = {column.name: column.type for column in columns(struct)}
    return {
        name: None if kind.endswith("?") else [] if kind.startswith("list") else _EMPTY[kind]
        for name, kind in kinds.items()
    }


def line(code: str | None, amount: int, **other: Any) -> BudgetLine:
    """An amount in 万元 of a code of the expenditure table; a code tells its level and parent."""
    level = 0 if code is None else (len(code) - 1) // 2
    values: dict[str, Any] = {
        "year": 2030,
        "department": "某厅",
        "table_no": 3,
        "table_title": "部门支出总体情况表",
        "classification": "functional",
        "code": code,
        "level": level,
        "name": f"科目{code}" if code else "总计",
        "parent_code": code[:-2] if code and level > 1 else None,
        "unit_name": None,
        "project": None,
        "measure": "total",
        "measure_label": "合计",
        "amount": amount * WAN,
        "printed": f"{amount:,}.00",
        "code_restored": False,
        "table_kind": "expenditure",
        "parent_id": None,
        "doc_id": "budget-2030",
        "line_start": 1,
        "line_end": 1,
        **other,
    }
    names = ("doc_id", "table_no", "code", "name", "unit_name", "project", "measure")
    key = ":".join(str(values[name]) for name in names)
    return made(BudgetLine, **{"line_id": key, **values})


def change(code: str | None, amount: int, by: int, **other: Any) -> BudgetChange:
    """A stated change of a code: amount and signed change in 万元."""
    values: dict[str, Any] = {
        "change_id": f"change {code}",
        "code": code,
        "code_restored": False,
        "name": f"科目{code}",
        "amount": amount * WAN,
        "change": by * WAN,
        "percent": 10.0,
        "previous_amount": (amount - by) * WAN,
        "reclassified": False,
        "reason": "主要原因是测试",
        "year": 2030,
        "printed": f"{amount}.00",
        "change_printed": f"{abs(by)}.00",
        "percent_printed": "10.00%",
        "section": "五（三）",
        "share": None,
        "share_printed": None,
        "doc_id": "budget-2030",
        "line_start": 9,
        "line_end": 9,
        **other,
    }
    return made(BudgetChange, **values)


def prefecture(code: str, short_name: str, *aliases: str, order: int = 1) -> Prefecture:
    return made(
        Prefecture,
        code=code,
        name=f"{short_name}地区",
        short_name=short_name,
        name_en=f"Place {code}",
        pinyin=f"pin{code}",
        initials=f"p{code[-1]}",
        aliases=list(aliases),
        groups=["全部"],
        work_order=order,
        code_order=order,
        map_row=0,
        map_col=0,
    )


def value(
    code: str,
    printed: str,
    metric: str = "jobs",
    year: int = 2030,
    kind: str = "target",
    operator: str = "=",
) -> PrefectureValue:
    stated = printed != "/"
    return made(
        PrefectureValue,
        prefecture_code=code,
        metric=metric,
        metric_label=f"指标{metric}",
        year=year,
        value=float(printed) if stated else None,
        unit="万人",
        kind=kind,
        operator=operator,
        status="value" if stated else "not_applicable",
        printed=printed,
        indicator_id=None,
        doc_id="plan-2030",
        line_start=2,
        line_end=2,
    )
