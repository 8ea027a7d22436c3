"""The compiler on documents it has not seen: scripted variants of the seeds, expected records by construction."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests import variants as v

Rows = list[dict[str, Any]]
FACTS = ("table_kind", "classification", "code", "level", "unit_name", "project", "measure", "amount")
TABLES = v.tables_alone()


def facts(rows: Rows, factor: Decimal = Decimal(1)) -> Counter[tuple[Any, ...]]:
    """What a budget line says, apart from where it stands and how it is printed."""
    found = []
    for row in rows:
        names = [
            None if row[key] is None else re.sub(r"[\s（）()０-９0-9.．]", "", row[key])
            for key in ("name", "unit_name", "project")
        ]
        rest = [row[key] for key in FACTS if key not in ("unit_name", "project", "amount")]
        found.append((*rest, *names, int(row["amount"] * factor)))
    return Counter(found)


@pytest.fixture
def base(tables: dict[str, Rows]) -> Rows:
    return tables["budget_lines"]


def test_changed_amounts_year_and_department_give_exactly_the_changed_values(
    base: Rows, tmp_path: Path
) -> None:
    text = (
        v.scaled(TABLES)
        .replace("2026", "2031")
        .replace("自治区人力资源和社会保障厅", "某省人力资源和社会保障厅")
    )
    found = v.compile_text(text, tmp_path)
    (document,) = found["documents"]
    assert (document["doc_id"], document["kind"]) == ("budget-2031", "budget")
    assert document["issuer"] == "某省人力资源和社会保障厅"
    assert {row["year"] for row in found["budget_lines"]} == {2031}
    assert {row["department"] for row in found["budget_lines"]} == {"某省人力资源和社会保障厅"}
    renamed = [
        {
            key: value.replace("自治区人力资源和社会保障厅", "某省人力资源和社会保障厅")
            if isinstance(value, str)
            else value
            for key, value in row.items()
        }
        for row in base
    ]
    assert facts(found["budget_lines"]) == facts(renamed, Decimal(3))


@pytest.mark.parametrize(
    "change",
    [
        v.without_separators,
        v.in_yuan,
        v.full_width,
        v.merged_codes,
        v.codes_in_one_cell,
        lambda text: re.sub(r"^表 (\d+)$", lambda m: f"表 {int(m.group(1)) + 20}", text, flags=re.M),
        lambda text: re.sub(r"^表 \d+$", "", text, flags=re.M),
        lambda text: v.page_break_after(text, "205\t08\t培训支出", "部门支出总体情况表"),
        lambda text: v.page_break_after(text, "301\t13", "一般公共预算基本支出情况表"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: v.rewrapped(text, 60),
        lambda text: text.replace("部门支出总体情况表", "2026年部门支出预算总表"),
    ],
    ids=[
        "no-separators", "yuan", "full-width", "merged-codes", "one-cell", "other-numbers", "no-numbers",
        "page-break", "page-break-economic", "crlf", "rewrapped", "other-title",
    ],
)  # fmt: skip
def test_another_print_of_the_same_budget_gives_the_same_amounts(
    change: Callable[[str], str], base: Rows, tmp_path: Path
) -> None:
    assert facts(v.compile_text(change(TABLES), tmp_path)["budget_lines"]) == facts(base)


def test_a_missing_table_takes_only_its_own_rows_along(base: Rows, tmp_path: Path) -> None:
    start, stop = TABLES.index("\n表 2\n"), TABLES.index("\n表 3\n")
    found = v.compile_text(TABLES[:start] + TABLES[stop:], tmp_path)
    kept = [row for row in base if row["table_kind"] != "income"]
    assert facts(found["budget_lines"]) == facts(kept)


def test_an_unknown_table_is_kept_as_text_only(base: Rows, tmp_path: Path) -> None:
    text = TABLES.replace("\n表 3\n\n部门支出总体情况表\n", "\n表 3\n\n部门奇特事项一览\n")
    found = v.compile_text(text, tmp_path)
    assert {row["table_kind"] for row in found["budget_lines"]} == {row["table_kind"] for row in base} - {
        "expenditure"
    }
    unread = found["unread"]
    assert [row["title"] for row in unread if row["reason"] == "unknown_table"] == ["部门奇特事项一览"]
    assert any(block["kind"] == "table_row" and "47,893.32" in block["text"] for block in found["blocks"])


def test_lost_codes_are_restored_from_the_classification_where_no_table_has_them(
    base: Rows, tmp_path: Path
) -> None:
    start, stop = TABLES.index("\n表 2\n"), TABLES.index("\n表 3\n")
    found = v.compile_text(TABLES[:start] + TABLES[stop:], tmp_path)
    rows = [r for r in found["budget_lines"] if r["table_kind"] == "expenditure" and r["measure"] == "total"]
    assert next(r["code"] for r in rows if r["name"] == "社会保险经办机构") == "2080109"
    assert all(r["code_restored"] for r in rows if r["name"] == "社会保险经办机构")


@pytest.mark.parametrize("seed", [1, 7])
def test_prefectures_in_another_order_keep_their_values(
    seed: int, tables: dict[str, Rows], tmp_path: Path
) -> None:
    def values(rows: Rows) -> Counter[tuple[Any, ...]]:
        keys = ("prefecture_code", "metric", "year", "value", "unit", "status", "printed")
        return Counter(tuple(row[key] for key in keys) for row in rows)

    text = v.shuffled_prefectures(v.PLAN.read_text("utf-8"), seed)
    found = v.compile_text(text, tmp_path)
    base = [row for row in tables["prefecture_values"] if row["kind"] == "target"]
    assert values(found["prefecture_values"]) == values(base)
