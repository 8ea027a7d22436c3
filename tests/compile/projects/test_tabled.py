"""Projects that no narrative tells of: named by a row of a table of projects and by a performance form alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from hrss_tui.cli.run import run
from hrss_tui.compile.projects.tabled import drop, fill
from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.records import BudgetLine, PerformanceTable, PerformanceTarget, Project, Record
from tests import variants as v
from tests.compile.projects.test_joins import (
    CENTRE,
    DREDGING,
    DYKES,
    UNIT,
    goals,
    made,
    part,
    project,
    row,
)

Tables = dict[str, list[Record]]


def filled(*rows: Record) -> Tables:
    tables: Tables = {}
    for struct in (Project, BudgetLine, PerformanceTable, PerformanceTarget):
        tables[struct.TABLE] = [one for one in rows if isinstance(one, struct)]
    tables["documents"] = []
    fill(tables)
    return tables


def ids(tables: Tables) -> dict[str, str]:
    """Id of every row that has a project → the project."""
    own = (
        row for name in ("budget_lines", "performance_tables", "performance_targets") for row in tables[name]
    )
    return {str(getattr(row, row.KEY[0])): row.project_id for row in own if row.project_id}  # type: ignore[attr-defined]


def test_a_row_and_a_form_alike_are_a_project_with_its_targets() -> None:
    target = made(PerformanceTarget, target_id="g1", table_id="t1")
    line = replace(row(7, DREDGING, 900), printed="9.00", line_end=8, year=2031)
    tables = filled(line, row(8, DYKES, 500), goals(1, DREDGING, 900), target)
    (found,) = tables["projects"]
    assert isinstance(found, Project)
    assert (found.name, found.unit_name, found.amount, found.printed) == (DREDGING, UNIT, 900, "9.00")
    assert (found.line_start, found.line_end, found.year, found.tables_only) == (7, 8, 2031, True)
    assert ids(tables) == dict.fromkeys(("l7", "t1", "g1"), found.project_id)


def test_a_name_within_the_other_is_the_same_and_another_name_is_not() -> None:
    assert ids(filled(row(1, DREDGING, 900), goals(1, f"{DREDGING}专项", 900))) != {}
    assert ids(filled(row(1, DYKES, 900), goals(1, DREDGING, 900))) == {}
    assert (
        ids(filled(row(1, "考务", 900), goals(1, "考务补贴", 900))) == {}
    )  # two characters are in many names


@pytest.mark.parametrize(
    "rows",
    [
        (row(1, DREDGING, 901), goals(1, DREDGING, 900)),
        (row(1, DREDGING, 900, CENTRE), goals(1, DREDGING, 900)),
        (row(1, DREDGING, 900), goals(1, DREDGING, 900), goals(2, DREDGING, 900)),
        (row(1, DREDGING, 900), row(2, DREDGING, 900), goals(1, DREDGING, 900)),
        (row(1, DREDGING, 900), row(2, DYKES, 900), goals(1, f"{DREDGING}专项", 900)),
        (part(1, DREDGING, 900), goals(1, DREDGING, 900)),
        (row(1, DREDGING, 900), goals(1, None, 900)),
        (row(1, DREDGING, 900),),
        (goals(1, DREDGING, 900),),
    ],
    ids=["amount", "unit", "forms", "rows", "names", "part", "department", "no-form", "no-row"],
)
def test_what_more_could_be_meant_by_stays_of_nobody(rows: tuple[Record, ...]) -> None:
    tables = filled(*rows)
    assert (tables["projects"], ids(tables)) == ([], {})


def test_rows_that_add_up_are_of_it_and_so_are_parts_under_its_name() -> None:
    form = replace(goals(1, DREDGING, 900), line_start=40, line_end=60)
    tables = filled(row(1, DREDGING, 300), row(2, DREDGING, 600), part(3, DREDGING, 200), form)
    (found,) = tables["projects"]
    assert isinstance(found, Project)
    assert (found.printed, found.line_start, found.line_end) == ("", 40, 60)
    assert set(ids(tables)) == {"l1", "l2", "l3", "t1"}


def test_a_document_whose_narrative_tells_of_projects_gets_no_others() -> None:
    told = project(1, DYKES, 500)
    assert filled(told, row(1, DREDGING, 900), goals(1, DREDGING, 900))["projects"] == [told]


def test_made_again_they_are_the_same() -> None:
    tables = filled(row(1, DREDGING, 900), goals(1, DREDGING, 900))
    before = {name: list(rows) for name, rows in tables.items()}
    drop(tables)
    assert tables["projects"] == []
    fill(tables)
    assert tables == before


def test_without_the_narrative_of_the_seeds_no_row_gets_another_project(tmp_path: Path, pack: Pack) -> None:
    """What is joined by tables alone is joined with the narrative too; and merging a package finds the same."""
    full, told = pack, pack.rows(Project)
    lines = v.BUDGET.read_text("utf-8").splitlines()
    left = [
        line
        for number, line in enumerate(lines, 1)
        if not any(one.line_start <= number <= one.line_end for one in told)
    ]
    (tmp_path / "b.txt").write_text("\n".join(left), "utf-8")
    for made_of, out in (("b.txt", "b.msgpack"), ("b.msgpack", "again.msgpack")):
        assert run(["build", str(tmp_path / made_of), "-o", str(tmp_path / out)]) == 0
    assert (tmp_path / "b.msgpack").read_bytes() == (tmp_path / "again.msgpack").read_bytes()
    found = open_pack(tmp_path / "b.msgpack")
    pairs = {one.project_id: (one.name, one.amount) for one in found.rows(Project)}
    assert len(pairs) == 4
    names = {(one.project, one.unit_name, one.amount): one.project_id for one in full.rows(PerformanceTable)}
    owners = {
        (one.project, one.unit_name, one.amount, one.code): one.project_id for one in full.rows(BudgetLine)
    }
    same = {
        one.project_id: names[one.project, one.unit_name, one.amount]
        for one in found.rows(PerformanceTable)
        if one.project_id
    }
    assert set(same) == set(pairs)
    for line in found.rows(BudgetLine):
        if line.project_id:
            assert owners[line.project, line.unit_name, line.amount, line.code] == same[line.project_id]
