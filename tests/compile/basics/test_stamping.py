"""Every record knows its page, its place and its phase, whoever read it."""

from __future__ import annotations

import msgspec
import pytest

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.stamping import place_code, stamped
from hrss_tui.compile.documents.metadata import metadata
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Document, DocumentPage, Fact, GlossaryTerm, Observation
from hrss_tui.reference.documents import document_phase
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import Page, SourceFile
from hrss_tui.sources.manifest.said import DocumentInfo

LINES = ("2031年青溪市就业工作报告", "", "一、就业", "全年城镇新增就业3.21万人。", "", "年末登记失业率3.4%。")
PAGES = (Page(1, "封面", 1, 2), Page(2, "1", 3, 4), Page(3, "2", 0, 0), Page(4, "3", 5, 6, ocr=True))
FILE = SourceFile("report.pdf", "0" * 64, "utf-8", LINES, format="pdf", pages=PAGES, wrapped=False)


def source(place: str | None = None) -> Source:
    (parsed,) = parse(FILE)
    row, year = metadata(parsed, DocumentInfo())
    return Source(parsed, msgspec.structs.replace(row, place=place), year)


def term(line: int) -> GlossaryTerm:
    return GlossaryTerm(term="词", definition="义", doc_id="d", line_start=line, line_end=line)


def test_a_record_has_the_page_its_first_line_stands_on() -> None:
    rows = stamped(source(), [term(1), term(4), term(6)])
    assert [row.page for row in rows if isinstance(row, GlossaryTerm)] == [1, 2, 4]


def test_a_document_without_pages_gives_none() -> None:
    bare = source()
    file = msgspec.structs.replace(FILE, pages=())
    (row,) = stamped(
        msgspec.structs.replace(bare, parsed=msgspec.structs.replace(bare.parsed, file=file)), [term(4)]
    )
    assert isinstance(row, GlossaryTerm)
    assert row.page is None


def test_every_page_that_holds_text_is_a_row() -> None:
    (document,) = compile_documents(FILE)
    found = [row for row in document.harvest.records if isinstance(row, DocumentPage)]
    assert [(row.number, row.label, row.line_start, row.line_end, row.ocr) for row in found] == [
        (1, "封面", 1, 2, False),
        (2, "1", 3, 4, False),
        (4, "3", 5, 6, True),
    ]
    assert all(row.page == row.number for row in found)


def test_a_figure_has_the_place_of_its_sentence_else_of_its_document() -> None:
    (compiled,) = compile_documents(FILE)
    figures = [row for row in compiled.harvest.records if isinstance(row, Observation)]
    bare = [
        msgspec.structs.replace(row, place=place, place_code=None)
        for row, place in zip(figures, (None, "nation"), strict=True)
    ]
    found = stamped(source("6501"), bare)
    assert [(row.place, row.place_code) for row in found if isinstance(row, Observation)] == [
        ("6501", "650100"),
        ("nation", None),
    ]


def test_every_fact_of_a_document_has_its_place() -> None:
    own = source("65")
    rows = [row for row in stamped(own, [own.document, term(1)]) if isinstance(row, Fact)]
    assert {row.place_code for row in rows} == {"650000"}


def test_the_nation_and_the_unknown_have_no_code() -> None:
    assert [place_code(place) for place in ("65", "650102", "nation", None)] == [
        "650000",
        "650102",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("kind", "title", "phase"),
    [
        ("budget", "2031年青溪市财政局部门预算公开", "budget"),
        ("budget", "青溪市财政局2030年度部门决算", "final"),
        ("other", "2030年度青溪市社会保险基金决算情况", "final"),
        ("bulletin", "2030年青溪市统计公报", "none"),
    ],
)
def test_the_title_tells_the_phase(kind: str, title: str, phase: str) -> None:
    assert document_phase(kind, title) == phase


def test_a_document_knows_its_year_and_phase() -> None:
    row = source().document
    assert isinstance(row, Document)
    assert (row.year, row.phase) == (2031, "none")


@pytest.mark.parametrize(
    ("lines", "phase"),
    [
        (("2031年度部门决算", "一、部门预算单位构成"), "final"),
        (("2031年部门预算", "决算后调整"), "budget"),
        (("一、主要职能",), "budget"),
    ],
)
def test_the_first_line_that_says_so_tells_budget_from_account(lines: tuple[str, ...], phase: str) -> None:
    """A title of two lines may be read as the department's name alone."""
    assert document_phase("budget", "某省水利厅", lines) == phase
    assert document_phase("budget", "某省水利厅2031年部门预算", lines) == "budget"
