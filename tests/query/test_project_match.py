"""Which rows of the project table are of which project: what the package says, else what may be."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from hrss_tui.query.project_match import paid, targets
from hrss_tui.records import BudgetLine, PerformanceTable, Project


def made(record: type[Any], **values: object) -> Any:
    """A record of which only what matters here is filled in."""
    return record(**dict.fromkeys(record.__struct_fields__) | {"doc_id": "d"} | values)


def project(number: int, name: str, amount: int, unit: str = "某厅本级") -> Project:
    found: Project = made(Project, project_id=f"p{number}", unit_name=unit, name=name, amount=amount)
    return found


def row(number: int, name: str, amount: int, code: str, unit: str = "某厅本级") -> BudgetLine:
    found: BudgetLine = made(
        BudgetLine,
        line_id=f"l{number}",
        table_kind="general_public_projects",
        classification="functional",
        measure="total",
        code=code,
        unit_name=unit,
        project=name,
        amount=amount,
    )
    return found


def performance(number: int, name: str, amount: int, unit: str = "某厅本级") -> PerformanceTable:
    found: PerformanceTable = made(
        PerformanceTable, table_id=f"t{number}", project=name, unit_name=unit, amount=amount
    )
    return found


def given(projects: list[Project], rows: list[BudgetLine]) -> dict[str, tuple[list[str], bool]]:
    return {
        match.project.project_id: ([line.line_id for line in match.found], match.sure)
        for match in paid(projects, rows)
    }


def test_what_is_of_a_project_is_what_the_package_says() -> None:
    projects = [project(1, "培训补贴", 930_000), project(2, "考务费", 50_000)]
    rows = [row(1, "培训补贴", 930_000, "2080799"), row(2, "别的", 10, "2080799")]
    assert given(projects, [rows[0], replace(rows[1], project_id="p2")]) == {
        "p1": (["l1"], False),
        "p2": (["l2"], True),
    }


def test_rows_of_the_unit_and_the_name_that_are_nobodys_may_be_of_the_project() -> None:
    projects = [project(1, "培训补贴", 930_000), project(2, "培训补贴", 930_000, "某中心")]
    rows = [row(1, "培训补贴", 920_000, "2080799"), row(2, "培训补贴", 10_000, "2080701")]
    assert given(projects, [*rows, row(3, "培训专项", 930_000, "2080799")]) == {
        "p1": (["l1", "l2"], False),
        "p2": ([], False),
    }


def test_a_performance_table_is_of_the_project_that_the_package_says() -> None:
    table = replace(performance(1, "培训专项", 10, "某中心"), project_id="p1")
    (match,) = targets([project(1, "培训补贴", 930_000)], [table, performance(2, "培训补贴", 930_000)])
    assert (match.found, match.sure) == ((table,), True)


@pytest.mark.parametrize(
    "table", [performance(1, "培训专项", 930_000, "某中心"), performance(1, "培训补贴", 940_000)]
)
def test_one_of_the_same_money_or_of_the_unit_and_the_name_may_be(table: PerformanceTable) -> None:
    (match,) = targets([project(1, "培训补贴", 930_000)], [table])
    assert (match.found, match.sure) == ((table,), False)


def test_one_of_another_name_and_other_money_is_none() -> None:
    (match,) = targets([project(1, "培训补贴", 930_000)], [performance(1, "培训专项", 940_000)])
    assert (match.found, match.sure) == ((), False)
