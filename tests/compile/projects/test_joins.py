"""Which project a row is of: unit and amount decide, never the name alone; what is open stays null."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from hrss_tui.compile.projects.joins import join, project_ids
from hrss_tui.records import BudgetLine, PerformanceTable, PerformanceTarget, Project
from tests.robustness.steps import steps

UNIT, CENTRE = "青溪市水务局本级", "青溪市水务中心（水质监测站）"
DREDGING, DYKES = "河道清淤", "堤防加固"


def made(record: type[Any], **values: object) -> Any:
    """A record of which only what matters here is filled in."""
    return record(**dict.fromkeys(record.__struct_fields__) | {"doc_id": "d"} | values)


def project(number: int, name: str, amount: int, unit: str | None = UNIT) -> Project:
    found: Project = made(Project, project_id=f"p{number}", name=name, unit_name=unit, amount=amount)
    return found


def row(line: int, name: str, amount: int, unit: str | None = UNIT, **other: object) -> BudgetLine:
    usual = {
        "line_id": f"l{line}",
        "line_start": line,
        "table_kind": "general_public_projects",
        "classification": "functional",
        "measure": "total",
    }
    found: BudgetLine = made(
        BudgetLine, **usual | {"project": name, "amount": amount, "unit_name": unit} | other
    )
    return found


def part(line: int, name: str, amount: int, unit: str | None = UNIT) -> BudgetLine:
    return row(line, name, amount, unit, table_kind="outsourcing", classification="outsourcing")


def goals(number: int, name: str | None, amount: int, unit: str = UNIT) -> PerformanceTable:
    found: PerformanceTable = made(
        PerformanceTable, table_id=f"t{number}", project=name, amount=amount, unit_name=unit
    )
    return found


def owners(projects: list[Project], *rows: BudgetLine | PerformanceTable) -> dict[str, str]:
    lines = [one for one in rows if isinstance(one, BudgetLine)]
    return project_ids(projects, lines, [one for one in rows if isinstance(one, PerformanceTable)])


def test_of_two_projects_with_one_name_each_has_the_rows_with_its_money() -> None:
    projects = [project(1, DREDGING, 700), project(2, DREDGING, 900)]
    rows = [row(1, DREDGING, 300), row(2, DREDGING, 400), row(3, DREDGING, 900)]
    assert owners(projects, *rows) == {"l1": "p1", "l2": "p1", "l3": "p2"}


def test_a_row_of_another_name_with_the_unit_and_the_money_is_of_the_project() -> None:
    assert owners([project(1, DREDGING, 700)], row(1, "河道综合治理", 700)) == {"l1": "p1"}


def test_so_are_several_rows_of_another_name_that_add_up_to_it() -> None:
    rows = [row(1, "河道综合治理", 300), row(2, "河道综合治理", 400), row(3, DYKES, 50)]
    assert owners([project(1, DREDGING, 700)], *rows) == {"l1": "p1", "l2": "p1"}


OPEN = {
    "other money": ([project(1, DREDGING, 700)], [row(1, DREDGING, 710)]),
    "another unit": ([project(1, DREDGING, 700)], [row(1, DREDGING, 700, CENTRE)]),
    "two rows of other names": ([project(1, DREDGING, 700)], [row(1, DYKES, 700), row(2, "河堤", 700)]),
    "two projects alike": (
        [project(1, DREDGING, 700), project(2, DREDGING, 700)],
        [row(1, DREDGING, 700), row(2, DREDGING, 700)],
    ),
    "two projects with the money of one row": (
        [project(1, DREDGING, 700), project(2, "清淤", 700)],
        [row(1, DYKES, 700)],
    ),
    "rows of its name say another amount": (
        [project(1, DREDGING, 700)],
        [row(1, DREDGING, 650), row(2, DYKES, 700)],
    ),
    "a row of no unit, projects of two": (
        [project(1, DREDGING, 700, UNIT), project(2, DREDGING, 700, CENTRE)],
        [row(1, DREDGING, 700, None)],
    ),
}


@pytest.mark.parametrize("case", OPEN)
def test_what_cannot_be_decided_is_of_nobody(case: str) -> None:
    projects, rows = OPEN[case]
    assert owners(projects, *rows) == {}


def test_a_table_without_units_is_of_the_projects_of_its_document() -> None:
    projects = [project(1, DREDGING, 700, UNIT), project(2, DYKES, 50, CENTRE)]
    rows = [row(1, DREDGING, 700, None), row(2, DYKES, 50, None)]
    assert owners(projects, *rows) == {"l1": "p1", "l2": "p2"}


def test_signs_and_spaces_make_no_other_unit() -> None:
    rows = [row(1, DREDGING, 700, "青溪市水务中心(水质监测站) ")]
    assert owners([project(1, DREDGING, 700, CENTRE)], *rows) == {"l1": "p1"}


def test_all_cells_of_a_row_are_of_its_project() -> None:
    cells = [
        row(1, DREDGING, 700, line_id="total"),
        row(1, DREDGING, 100, line_id="travel", measure="economic_302"),
        row(1, DREDGING, 600, line_id="works", measure="economic_310"),
    ]
    assert owners([project(1, DREDGING, 700)], *cells) == dict.fromkeys(("total", "travel", "works"), "p1")


def test_a_performance_table_is_not_of_the_project_whose_money_another_project_of_the_unit_has_too() -> None:
    rows = [row(1, DYKES, 700), row(2, DREDGING, 700)]
    for listed in (rows, rows[::-1]):
        assert owners([project(1, DREDGING, 700)], *listed, goals(1, DYKES, 700)) == {"l2": "p1"}


def test_names_of_all_tables_of_projects_are_asked_and_rows_that_add_up_are_a_sum_too() -> None:
    fund = row(9, DYKES, 700, table_kind="fund_projects")
    own = row(1, DREDGING, 700)
    assert owners([project(1, DREDGING, 700)], own, fund) == {"l1": "p1"}
    parts = [row(2, DYKES, 300), row(3, DYKES, 400)]
    assert owners([project(1, DREDGING, 700)], own, *parts, goals(1, "堤防", 700)) == {"l1": "p1"}


def test_a_project_of_another_unit_with_the_money_is_no_second_name_but_one_of_no_unit_is() -> None:
    renamed = goals(1, "清淤专项", 700)
    for unit, found in ((CENTRE, {"l1": "p1", "t1": "p1"}), (None, {"l1": "p1"})):
        rows = [row(1, DREDGING, 700), row(2, DYKES, 700, unit)]
        assert owners([project(1, DREDGING, 700)], *rows, renamed) == found


def test_one_other_name_in_several_tables_is_still_of_the_project() -> None:
    rows = [row(1, "河道综合治理", 700), row(2, "河道综合治理", 700, table_kind="all_projects")]
    found = owners([project(1, DREDGING, 700)], *rows, goals(1, "清淤专项", 700))
    assert found == dict.fromkeys(("l1", "l2", "t1"), "p1")


def test_a_row_of_parts_is_of_the_project_that_the_table_of_projects_calls_so() -> None:
    rows = [row(1, "河道综合治理", 700), part(2, "河道综合治理", 90), part(3, DREDGING, 90)]
    assert owners([project(1, DREDGING, 700)], *rows) == {"l1": "p1", "l2": "p1"}


def test_a_part_of_more_than_the_whole_or_of_one_of_two_projects_is_of_nobody() -> None:
    projects = [project(1, DREDGING, 700), project(2, DREDGING, 900), project(3, DYKES, 50)]
    rows = [row(1, DREDGING, 700), row(2, DREDGING, 900), row(3, DYKES, 50)]
    found = owners(projects, *rows, part(4, DREDGING, 10), part(5, DYKES, 51))
    assert found == {"l1": "p1", "l2": "p2", "l3": "p3"}


def test_what_was_carried_over_is_of_no_project_of_the_year() -> None:
    carried = row(1, DREDGING, 700, table_kind="carryover", classification="carryover")
    assert owners([project(1, DREDGING, 700)], carried) == {}


def test_a_performance_table_is_of_the_project_of_its_unit_and_money() -> None:
    projects = [project(1, DREDGING, 700), project(2, DYKES, 50)]
    tables = [goals(1, "清淤专项", 700), goals(2, DYKES, 60), goals(3, DYKES, 50, CENTRE), goals(4, None, 50)]
    assert owners(projects, *tables) == {"t1": "p1"}


def test_documents_do_not_mix() -> None:
    other = made(Project, project_id="e1", doc_id="e", name=DREDGING, unit_name=UNIT, amount=700)
    assert owners([other], row(1, DREDGING, 700)) == {}


def test_targets_are_of_the_project_of_their_table_and_what_stood_there_before_is_gone() -> None:
    tables: dict[str, list[Any]] = {
        "projects": [project(1, DREDGING, 700)],
        "budget_lines": [row(1, DYKES, 10, project_id="p1"), row(2, DREDGING, 700)],
        "performance_tables": [goals(1, DREDGING, 700)],
        "performance_targets": [
            made(PerformanceTarget, target_id="a", table_id="t1"),
            made(PerformanceTarget, target_id="b", table_id="t2"),
        ],
    }
    join(tables)
    found = {name: [record.project_id for record in tables[name]] for name in list(tables)[1:]}
    assert found == {
        "budget_lines": [None, "p1"],
        "performance_tables": ["p1"],
        "performance_targets": ["p1", None],
    }


def _different(n: int) -> tuple[list[Project], list[BudgetLine | PerformanceTable]]:
    projects = [project(i, f"第{i}段", 1000 + i) for i in range(n)]
    return projects, [row(i, f"第{i}期", 1000 + i) for i in range(n)]


def _of_one_name(n: int) -> tuple[list[Project], list[BudgetLine | PerformanceTable]]:
    projects = [project(i, DREDGING, 1000 + i, f"第{i}站") for i in range(n)]
    return projects, [row(i, DREDGING, 5, None) for i in range(n)]


def _of_one_amount(n: int) -> tuple[list[Project], list[BudgetLine | PerformanceTable]]:
    projects = [project(i, f"第{i}段", 700) for i in range(n)]
    rows = [row(i, f"第{i}期", 700) for i in range(n)]
    return projects, [
        *rows,
        *(part(n + i, DREDGING, 700) for i in range(n)),
        *(goals(i, DYKES, 700) for i in range(n)),
    ]


def _alike(n: int) -> tuple[list[Project], list[BudgetLine | PerformanceTable]]:
    projects = [project(i, DREDGING, 700, None) for i in range(n)]
    return projects, [
        *(row(i, DREDGING, 700, f"第{i}站") for i in range(n)),
        *(goals(i, DREDGING, 700) for i in range(n)),
    ]


@pytest.mark.parametrize("many", [_different, _of_one_name, _of_one_amount, _alike])
def test_the_work_grows_with_projects_and_rows(
    many: Callable[[int], tuple[list[Project], list[BudgetLine | PerformanceTable]]],
) -> None:
    worked = []
    for size in (40, 80, 160, 320):
        projects, rows = many(size)
        worked.append(steps(lambda projects=projects, rows=rows: owners(projects, *rows)) / size)
    assert [round(b / a, 2) for a, b in pairwise(worked) if b / a > 1.3] == []
