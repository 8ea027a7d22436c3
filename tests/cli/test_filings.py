"""Departments, years and phases on the command line: one line asks, one line says what is ambiguous."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.cells import width
from hrss_tui.cli.context import Context
from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.records import BudgetLine, Document
from tests.cli.commands import Program
from tests.documents.formats import chosen
from tests.documents.layouts import xinjiang
from tests.documents.layouts.common import Department
from tests.documents.several import NAMES, several
from tests.export.shown.reading import assert_alone

BOTH = [(name, year) for _, name, _, _ in NAMES for year in (2023, 2024)]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return several(tmp_path_factory.mktemp("several"))


@pytest.fixture(scope="module")
def lines(path: str) -> list[BudgetLine]:
    pack: Pack = open_pack(path)
    return pack.rows(BudgetLine)


@pytest.fixture
def asks(hrss: Program, path: str, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("HRSS_TUI_PACK", path)
    return hrss


def amounts(lines: list[BudgetLine], **wanted: object) -> dict[str, int]:
    """Department → the amount in 分 of the lines that are of these."""
    return {
        line.department or "": line.amount
        for line in lines
        if all(getattr(line, name) == value for name, value in wanted.items())
    }


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("委托业务费", {"table_kind": "general_public_basic", "measure": "total", "code": "30227"}),
        ("人员经费", {"table_kind": "general_public_basic", "measure": "personnel", "level": 0}),
        ("", {"table_kind": "expenditure", "measure": "total", "level": 0}),
    ],
)
def test_which_department_spends_most(
    asks: Program, lines: list[BudgetLine], asked: str, wanted: dict[str, object]
) -> None:
    expected = amounts(lines, year=2024, phase="budget", **wanted)
    rows = asks("compare", "--of", "departments", *([asked] if asked else []), "--format", "json").json
    found = {row["department"]: round(row["amount"] * 100) for row in rows if row["amount"] is not None}
    assert found == expected
    assert [row["department"] for row in rows][: len(found)] == sorted(
        found, key=found.__getitem__, reverse=True
    )


def test_what_changed_of_one_department_and_its_three_public_amounts(
    asks: Program, lines: list[BudgetLine]
) -> None:
    rows = asks("compare", "--of", "years", "万柳", "--format", "json").json
    before, after = (
        {
            line.code: line.amount
            for line in lines
            if (line.department, line.year, line.phase) == (NAMES[0][1], year, "budget")
            and (line.table_kind, line.measure) == ("expenditure", "total")
        }
        for year in (2023, 2024)
    )
    assert {row["code"]: round(row["change"] * 100) for row in rows if row["change"] is not None} == {
        code: after[code] - before[code] for code in before.keys() & after.keys()
    }
    states = {row["code"] for row in rows if row["state"] == "vanished"}
    assert states <= before.keys() - after.keys()
    out = asks("compare", "--of", "years", "万柳", "三公").out
    assert out.startswith("宁安区万柳街道办事处 · 三公 · ")
    assert "公务接待费" in out
    assert out == asks("compare", "--of", "years", "万柳", "--table", "三公").out


def test_a_code_narrows_years_to_itself_and_what_is_below(asks: Program) -> None:
    rows = asks("compare", "--of", "years", "教育局", "20501", "--format", "json").json
    assert rows
    assert all(row["code"].startswith("20501") for row in rows)
    (one,) = asks("compare", "--of", "years", "教育局", "委托业务费", "--format", "json").json
    assert one["code"] == "30227"


def test_how_much_of_a_budget_was_spent(asks: Program) -> None:
    ran = asks("compare", "--of", "execution", "教育局", "20501")
    (row, *_) = asks("compare", "--of", "execution", "教育局", "20501", "--format", "json").json
    assert "执行率（%）" in ran.out
    planned, spent = row["amounts"]
    assert f"{spent * 100 / planned:.2f}" in ran.out
    assert "比上年" not in ran.out


def test_what_is_ambiguous_or_absent_is_said_in_one_line_with_what_there_is(asks: Program) -> None:
    for asked, said in {
        ("budget",): "--department",
        ("compare", "--of", "years"): "写明比较哪一个",
        ("budget", "--department", "宁安"): "写得更全",
        ("budget", "--department", "教育", "--year", "2031"): "宁安区教育局 2024 预算",
        ("budget", "--department", "教育", "--year", "2024", "--phase", "final"): "2023 决算",
        ("compare", "--of", "departments", "nosuch"): "数据包中有",
        ("compare", "--of", "years", "教育", "--table", "carryover"): "它们有",
    }.items():
        ran = asks(*asked)
        assert ran.status in (1, 2)
        assert len(ran.err.splitlines()) == 1
        assert said in ran.err
        assert "expenditure" not in ran.err
        assert NAMES[1][1] in ran.err or "它们有" in ran.err


@pytest.mark.parametrize(
    "other", [["--year", "2023"], ["--phase", "final"], ["--department", NAMES[0][1]]], ids=lambda one: one[0]
)
def test_a_document_of_another_year_phase_or_department_than_asked_for_is_not_shown(
    asks: Program, other: list[str]
) -> None:
    (own,) = asks("documents", "--department", NAMES[1][1], "--year", "2024", "--format", "csv").csv
    same = ["--year", "2024", "--phase", "budget", "--department", NAMES[1][1]]
    assert asks("budget", "--doc", own["doc_id"], *same).status == 0
    commands = ["budget"] if "--phase" in other else ["budget", "changes"]
    for command in commands:
        ran = asks(command, "--doc", own["doc_id"], *other)
        assert (ran.status, ran.out) == (2, "")
        assert f"{own['doc_id']} 是{NAMES[1][1]} 2024 预算" in ran.err


def test_a_share_says_of_what_it_is(asks: Program) -> None:
    def head(*asked: str) -> str:
        return asks("compare", "--of", "departments", *asked, "--format", "md").out.splitlines()[0]

    assert "| 占本部门一般公共预算基本支出（%） |" in head("人员经费")
    assert "| 占本部门支出（%） |" in head("208")
    assert "| of its Expenditure (%) |" in head("208", "--lang", "en")


def test_where_nobody_filed_that_year_all_that_is_there_is_said(asks: Program) -> None:
    ran = asks("budget", "--year", "1999", "--phase", "final")
    assert ran.status == 1
    assert "没有 1999 年的决算" in ran.err
    assert all(name in ran.err for name in (NAMES[0][1], NAMES[1][1]))


def test_the_budget_that_is_shown_unasked_says_that_there_are_others(asks: Program, tmp_path: Path) -> None:
    alone = several(tmp_path, departments=1)
    out = asks("budget", "--pack", alone).out
    assert out.startswith("宁安区万柳街道办事处 · 2024")
    assert "另有 2 份预算或决算" in out
    assert "另有" not in asks("budget", "--pack", alone, "--department", "万柳").out


def test_documents_fit_a_terminal_and_are_one_line_each_in_a_pipe(
    asks: Program, shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = asks("documents", "教育").out.splitlines()
    assert len(whole) == 2 + 3
    monkeypatch.setattr(Context, "room", 80)
    narrow = asks("documents", "教育").out.splitlines()
    assert len(narrow) > len(whole)
    assert max(map(width, narrow)) < max(map(width, whole))
    assert max(map(width, asks("documents", "--pack", str(shipped)).out.splitlines())) <= 80
    assert "id" in asks("documents", "--lang", "en").out.splitlines()[0].split()


def test_projects_over_the_years(hrss: Program, tmp_path: Path) -> None:
    department = Department("x", "昆原地区水利局", "昆原地区", 31, ("21303",), ("昆原地区水文站",))
    (made,) = chosen("text")
    for year in (2025, 2026):
        one = xinjiang.region(department, year)
        (tmp_path / f"{one.id}{made.suffix}").write_bytes(made.render(one))
    out = str(tmp_path / "projects.msgpack")
    assert hrss("build", str(tmp_path), "-o", out).status == 0
    printed: dict[int, dict[tuple[str, str], int]] = {2025: {}, 2026: {}}
    for line in open_pack(out).rows(BudgetLine):
        if line.project and (line.table_kind, line.measure) == ("general_public_projects", "total"):
            printed[line.year or 0][line.code or "", line.project] = line.amount
    assert printed[2025]
    assert printed[2026].keys() - printed[2025].keys()
    rows = hrss("compare", "--of", "projects", "--pack", out, "--format", "json").json
    assert rows[0]["amounts"] == [sum(amounts.values()) / 100 for amounts in printed.values()]
    assert {(row["code"], row["name"]): row["amounts"] for row in rows[1:]} == {
        key: [None if key not in own else own[key] / 100 for own in printed.values()]
        for key in {**printed[2025], **printed[2026]}
    }
    new = {(row["code"], row["name"]) for row in rows[1:] if row["state"] == "new"}
    assert new == printed[2026].keys() - printed[2025].keys()


def test_the_change_over_more_than_two_years_says_between_which_it_is(hrss: Program, tmp_path: Path) -> None:
    department = Department("x", "昆原地区水利局", "昆原地区", 31, ("21303",), ("昆原地区水文站",))
    (made,) = chosen("text")
    for year in (2024, 2025, 2026):
        one = xinjiang.region(department, year)
        (tmp_path / f"{one.id}{made.suffix}").write_bytes(made.render(one))
    out = str(tmp_path / "years.msgpack")
    assert hrss("build", str(tmp_path), "-o", out).status == 0
    assert hrss("compare", "--of", "years", "--pack", out, "--lang", "en").out.count("2024–2026") == 2
    assert "2024–2026" not in hrss("compare", "--of", "execution", "--pack", out).out
    for line in ("years", "projects"):
        page = hrss("compare", "--of", line, "--pack", out, "--format", "html").out
        assert_alone(page.encode())
        assert all(row.source_sha256 in page for row in open_pack(out).rows(Document))


def test_what_was_copied_from_last_year(asks: Program) -> None:
    ran = asks("compare", "--of", "text", "教育局")
    assert ran.out.startswith("宁安区教育局 · 2024 · ")
    assert "与 2023 年相同或只改了数字" in ran.out
    rows = asks("compare", "--of", "text", "教育局", "--format", "json").json
    assert {row["state"] for row in rows} <= {"same", "figures", "last_year"}
    assert asks("compare", "--of", "text", "教育局", "--year", "2023").status == 1


def test_documents_of_a_department_and_figures_of_a_place(asks: Program) -> None:
    rows = asks("documents", "--department", "jiaoyu", "--year", "2024", "--format", "json").json
    assert [(row["department"], row["year"]) for row in rows] == [("宁安区教育局", 2024)]
    refused = asks("documents", "--department", "局")
    assert (refused.status, refused.out) == (2, "")
    assert "宁安区教育局" in refused.err
    nowhere = asks("indicators", "--place", "鼓楼区")
    assert (nowhere.status, nowhere.out) == (2, "")
    assert "320106" in nowhere.err
    assert len(nowhere.err.splitlines()) == 1
    assert asks("indicators", "--place", "普陀区 310107").status == 2


def test_departments_of_which_only_other_years_are_known_are_named(hrss: Program, tmp_path: Path) -> None:
    """A ranking is of one year and phase: who has none of these is not dropped unsaid."""
    several(tmp_path)
    pack = str(tmp_path / "two.msgpack")
    files = [str(next(tmp_path.glob(name))) for name in ("w-2024-budget*", "e-2023-budget*")]
    assert hrss("build", *files, "-o", pack).status == 0
    asked = ("--pack", pack, "compare", "--of", "departments")
    ran = hrss(*asked)
    assert f"{NAMES[1][1]} 2023 预算" in ran.err
    assert NAMES[0][1] not in ran.err
    assert NAMES[1][1] not in hrss(*asked, NAMES[0][1]).err
