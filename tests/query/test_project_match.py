"""Which rows of the project table are of which project: what the package says, else what can be decided of it."""

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


def test_of_two_projects_with_one_name_each_has_the_rows_with_its_money() -> None:
    projects = [project(1, "培训补贴", 930_000), project(2, "培训补贴", 4_410_000)]
    rows = [
        row(1, "培训补贴", 50_000, "2080799"),
        row(2, "培训补贴", 880_000, "2080701"),
        row(3, "培训补贴", 4_410_000, "2300248"),
    ]
    assert given(projects, rows) == {"p1": (["l1", "l2"], True), "p2": (["l3"], True)}


def test_the_same_name_with_other_money_is_left_open() -> None:
    found = given([project(1, "培训补贴", 930_000)], [row(1, "培训补贴", 920_000, "2080799")])
    assert found == {"p1": (["l1"], False)}


def test_another_name_with_the_same_unit_and_money_is_the_project() -> None:
    found = given([project(1, "培训补贴", 930_000)], [row(1, "年度培训补贴专项", 930_000, "2080799")])
    assert found == {"p1": (["l1"], True)}


def test_the_same_name_and_money_of_another_unit_is_another_project() -> None:
    found = given([project(1, "培训补贴", 930_000)], [row(1, "培训补贴", 930_000, "2080799", "某中心")])
    assert found == {"p1": ([], False)}


def test_two_projects_alike_in_all_are_not_told_apart() -> None:
    projects = [project(1, "培训补贴", 930_000), project(2, "培训补贴", 930_000)]
    rows = [row(1, "培训补贴", 930_000, "2080799"), row(2, "培训补贴", 930_000, "2300248")]
    assert {sure for _, sure in given(projects, rows).values()} == {False}


@pytest.mark.parametrize(
    ("table", "sure"),
    [
        (performance(1, "培训专项", 930_000), True),
        (performance(1, "培训补贴", 930_000, "某中心"), False),
        (performance(1, "培训补贴", 940_000), False),
    ],
)
def test_a_performance_table_is_of_the_project_of_its_unit_and_money(
    table: PerformanceTable, sure: bool
) -> None:
    (match,) = targets([project(1, "培训补贴", 930_000)], [table])
    assert (match.found, match.sure) == ((table,), sure)


def test_what_the_package_says_is_not_decided_again() -> None:
    projects = [project(1, "培训补贴", 930_000), project(2, "考务费", 50_000)]
    rows = [row(1, "培训补贴", 930_000, "2080799"), row(2, "别的", 10, "2080799")]
    assert given(projects, [rows[0], replace(rows[1], project_id="p2")]) == {
        "p1": (["l1"], False),
        "p2": (["l2"], True),
    }


def test_a_performance_table_of_the_same_money_that_is_nobodys_may_be_of_the_project() -> None:
    table = performance(1, "培训专项", 930_000, "某中心")
    (match,) = targets([project(1, "培训补贴", 930_000)], [table])
    assert (match.found, match.sure) == ((table,), False)
