"""Workbooks whose sheets are of several papers, and workbooks of one department whose sheets only seem to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import pytest

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import BudgetLine, Document
from hrss_tui.sources.formats.form import Page
from hrss_tui.sources.paragraphs import whole_lines
from hrss_tui.sources.sheet_papers import SheetPaper, sheet_papers
from tests.documents.as_xlsx import Sheet
from tests.documents.described import Described, Table
from tests.documents.layouts import accounts, shanghai, xinjiang
from tests.documents.layouts.common import Department
from tests.documents.workbooks import below_each_other, in_turn, sheets, with_covers, workbook

SCHOOLS = Department(
    "schools", "沅溪县教育体育局", "沅溪县", 811, ("20501", "20502"), ("沅溪县第二小学",), 150
)
HOMES = Department("homes", "沅溪县民政局", "沅溪县", 812, ("20802",), ("沅溪县儿童福利院",), 90, own=True)
SHORT = {SCHOOLS.name: "教体局", HOMES.name: "民政局"}


def _budgets(year: int = 2033) -> list[Described]:
    return [shanghai.budget(each, year, shanghai.Year()) for each in (SCHOOLS, HOMES)]


def _regional() -> list[Described]:
    return [xinjiang.region(each, 2033) for each in (SCHOOLS, HOMES)]


def _undated(title: str) -> str:
    return re.sub(r"20\d\d年度?", "", title)


def _titled(one: Described, table: Table) -> str:
    return one.department + table.title


def _named(one: Described, table: Table) -> str:
    return SHORT[one.department] + _undated(table.title)[-14:]


def _of_year(one: Described, table: Table) -> str:
    return f"{one.year}{_undated(table.title)[-14:]}"


def _without_year(_: Described, table: Table) -> str:
    return _undated(table.title)


Parts = Sequence[Iterable[Sheet]]
WAYS: dict[str, Callable[[list[Described]], Parts]] = {
    "covers": with_covers,
    "captions": sheets,
    "titles": lambda given: sheets(given, title=_titled, captions=False),
    "names of sheets": lambda given: sheets(given, name=_named, captions=False),
    "tables in turn": lambda given: list(in_turn(sheets(given))),
    "one sheet each": lambda given: [
        [below_each_other(each, SHORT[one.department])]
        for one, each in zip(given, sheets(given, captions=False), strict=True)
    ],
    "one sheet": lambda given: [[below_each_other([s for each in sheets(given) for s in each], "Sheet1")]],
}


def _compiled(parts: Parts, folder: Path) -> Compiled:
    (folder / "book.xlsx").write_bytes(workbook(parts))
    return compile_folder(folder)


def _documents(found: Compiled) -> list[Document]:
    return [row for row in found.tables["documents"] if isinstance(row, Document)]


def _money(found: Compiled, doc_id: str) -> list[int]:
    lines = [row for row in found.tables["budget_lines"] if isinstance(row, BudgetLine)]
    return sorted(row.amount for row in lines if row.doc_id == doc_id)


def _promised(one: Described) -> list[int]:
    return sorted(expected.fen for _, expected in one.expected())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", [_budgets, _regional])
def test_papers_of_two_departments_in_a_workbook_are_two_documents(
    way: str, form: Callable[[], list[Described]], tmp_path: Path
) -> None:
    given = form()
    found = _compiled(WAYS[way](given), tmp_path)
    rows = _documents(found)
    assert len(rows) == len(given)
    for row, one in zip(rows, given, strict=True):
        said = row.department or ""
        assert said == one.department or SHORT[one.department] == said
        assert _money(found, row.doc_id) == _promised(one)
    assert not [row for row in found.tables["checks"] if row.status == "fails"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [_of_year, _titled])
def test_papers_of_two_years_are_two_documents(
    name: Callable[[Described, Table], str], tmp_path: Path
) -> None:
    given = [shanghai.budget(SCHOOLS, year, shanghai.Year()) for year in (2034, 2033)]
    title = _without_year if name is _of_year else name
    found = _compiled(sheets(given, title=title, name=name), tmp_path)
    rows = _documents(found)
    assert [row.year for row in rows] == [2034, 2033]
    assert [_money(found, row.doc_id) for row in rows] == [_promised(one) for one in given]


def test_accounts_behind_a_budget_are_a_document_that_is_not_of_its_year(tmp_path: Path) -> None:
    given = [shanghai.budget(SCHOOLS, 2034, shanghai.Year()), accounts.final(SCHOOLS, 2032)]
    found = _compiled(sheets(given), tmp_path)
    rows = _documents(found)
    assert [(row.phase, row.year) for row in rows] == [("budget", 2034), ("final", None)]
    assert [_money(found, row.doc_id) for row in rows] == [_promised(one) for one in given]


def _captioned(kinds: Iterable[str], caption: str) -> Described:
    """A budget some of whose tables have another caption."""
    one = xinjiang.region(SCHOOLS, 2033)
    parts = tuple(
        msgspec.structs.replace(part, captions=((caption, f"单位：{part.unit}"),))
        if isinstance(part, Table) and part.kind in kinds
        else part
        for part in one.parts
    )
    return msgspec.structs.replace(one, parts=parts)


@pytest.mark.parametrize(
    "caption",
    [
        "单位：沅溪县第二小学",
        "编制单位：沅溪县教师进修学校",
        "填报单位：102003 沅溪县第二小学",
        "单位：苍山县教育体育局",
    ],
)
def test_sheets_of_units_of_a_department_part_nothing(caption: str, tmp_path: Path) -> None:
    one = _captioned(("general_public_projects", "three_public", "outsourcing", "carryover"), caption)
    found = _compiled(sheets([one]), tmp_path)
    assert [row.department for row in _documents(found)] == [one.department]
    assert _money(found, _documents(found)[0].doc_id) == _promised(one)


def test_a_sheet_of_another_department_that_nothing_parts_is_declared(tmp_path: Path) -> None:
    found = _compiled(sheets([_captioned(("three_public",), "编制部门：苍山县水利局")]), tmp_path)
    assert len(_documents(found)) == 1
    assert any("苍山县水利局" in note and "三公" in note for note in found.notes)


def test_a_workbook_that_prints_the_same_tables_twice_without_saying_whose_is_declared(
    tmp_path: Path,
) -> None:
    given = [accounts.final(SCHOOLS, year) for year in (2033, 2032)]
    found = _compiled(sheets(given), tmp_path)
    assert len(_documents(found)) == 1
    assert any("出现多次" in note for note in found.notes)
    one = tmp_path / "one"
    one.mkdir()
    assert not _compiled(sheets(given[:1]), one).notes


_HEAD = "项目\t合计\n"


def _papers(*given: tuple[str, str]) -> list[SheetPaper]:
    """The papers of sheets: (name, lines)."""
    lines: list[str] = []
    pages = []
    for number, (name, text) in enumerate(given, 1):
        own = text.split("\n")
        pages.append(Page(number, name, len(lines) + 1, len(lines) + len(own), "sheet"))
        lines += own
    return sheet_papers(whole_lines(lines), pages)


def _sheet(title: str, *captions: str) -> str:
    return "\n".join((title, *captions, "项目\t合计", "合计\t1,250.00"))


def test_covers_and_contents_are_of_what_follows_them() -> None:
    found = _papers(
        ("封面", "东河市水利局2033年部门预算"),
        ("目录", "目录\n一、部门收支总表"),
        ("1", _sheet("部门收支总表")),
        ("封面2", "东河市司法局2033年部门预算"),
        ("目录2", "目录\n序号\t表名\n1\t部门收支总表"),
        ("2", _sheet("部门收支总表")),
    )
    assert [paper.said.name for paper in found] == ["东河市水利局", "东河市司法局"]
    assert [[part.sheet for part in paper.parts] for paper in found] == [
        ["封面", "目录", "1"],
        ["封面2", "目录2", "2"],
    ]


@pytest.mark.parametrize(
    "second",
    ["东河市司法局部门收支总表", "2033年东河市司法局收支总表", "东河市司法局（本级）2033年单位收支总表", "表1 东河市司法局2033年收支预算总表"],
)  # fmt: skip
def test_the_title_of_a_table_names_a_body(second: str) -> None:
    assert len(_papers(("1", _sheet("东河市水利局2033年部门收支总表")), ("2", _sheet(second)))) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("1", _sheet("部门收支总表", "编制部门：水利局")), ("2", _sheet("部门收支总表", "编制部门：东河市水利局"))),
        (("收支", _sheet("部门收支总表", "部门：东河市水利局")), ("单位收支", _sheet("单位收支总表"))),
        (("1", _sheet("东河市水利局2033年部门收支总表")), ("2", _sheet("2032年“三公”经费支出表"))),
        (("1", _sheet("部门收支总表", "单位：万元")), ("2", _sheet("部门收支总表", "单位：元"))),
        (("1", _sheet("2031年各县就业任务表")), ("2", _sheet("2032年各县就业任务表"))),
        (("1", _sheet("支出预算分类汇总表（按政府预算经济分类）")), ("2", _sheet("支出总表"))),
    ],
)  # fmt: skip
def test_sheets_of_one_paper(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert len(_papers(first, second)) == 1


def test_a_table_of_last_year_is_alone_and_what_follows_it_is_of_the_paper() -> None:
    found = _papers(
        ("1", _sheet("东河市水利局2033年收支总表")),
        ("2", _sheet("2033年“三公”经费支出表")),
        ("3", _sheet("2032年“三公”经费支出表")),
        ("4", _sheet("政府性基金预算支出表")),
    )
    assert [[part.sheet for part in paper.parts] for paper in found] == [["1", "2", "4"], ["3"]]
    assert [paper.said.year for paper in found] == ["2033", "2032"]


def test_a_table_without_a_year_behind_those_of_two_years_is_of_the_first_and_declared() -> None:
    found = _papers(
        ("1", _sheet("2037年部门收支总表")),
        ("2", _sheet("2036年部门收支总表")),
        ("3", _sheet("部门支出总表")),
    )
    assert [[part.sheet for part in paper.parts] for paper in found] == [["1", "3"], ["2"]]
    assert [paper.undated for paper in found] == [(("3", "2036", "2037"),), ()]


def test_all_tables_without_a_year_behind_those_of_two_years_are_declared() -> None:
    found = _papers(
        ("1", _sheet("2037年部门收支总表")),
        ("2", _sheet("2036年部门收支总表")),
        ("3", _sheet("部门支出总表")),
        ("4", _sheet("部门收入总表")),
        ("5", _sheet("2037年一般公共预算支出表")),
        ("6", _sheet("一般公共预算基本支出表")),
    )
    assert [paper.undated for paper in found] == [(("3", "2036", "2037"), ("4", "2036", "2037")), ()]


def test_a_body_alone_on_the_first_line_of_a_sheet_is_that_of_its_table() -> None:
    found = _papers(
        ("1", "东河市水利局\n" + _sheet("2033年部门收支总表")),
        ("2", "东河市民政局\n" + _sheet("2033年部门收支总表")),
    )
    assert [paper.said.name for paper in found] == ["东河市水利局", "东河市民政局"]
