"""One described document gives the same records in every format: exactly those that its description promises.

A document is compiled as text and in one format more, another for each; `scripts/check_documents.py` does all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.records import BudgetLine, Document
from tests.documents.described import Described
from tests.documents.errors import ERRORS
from tests.documents.formats import FORMATS, Format
from tests.documents.library import documents, faulty_documents
from tests.documents.reading import compiled, failing, names, promised, read

READ = (
    "text",
    "markdown",
    "html",
    "html-word",
    "docx",
    "xlsx",
    "pdf",
    "docx-tracked",
    "xlsx-hidden",
    "pdf-strips",
    "pdf-single",
    "csv",
    "aligned",
    "pdf-unruled",
    "pdf-across",
    "pdf-upright",
    "pdf-three",
    "pdf-outer",
    "pdf-dotted",
    "pdf-down",
    "pdf-down-labels",
    "pdf-over",
    "pdf-over-labels",
    "pdf-hidden",
)
"""Formats that the program reads."""


def pairs() -> list[tuple[Described, Format]]:
    """Every document as text, and in one of the other formats, taken in turn."""
    formats = {each.name: each for each in FORMATS if each.name in READ}
    text = formats.pop("text")
    others = list(formats.values())
    found = []
    for number, described in enumerate(documents()):
        wanted = (text, others[number % len(others)])
        found += [(described, made) for made in wanted]
    return found


@pytest.mark.parametrize(
    ("described", "made"), pairs(), ids=lambda each: each.id if isinstance(each, Described) else each.name
)
def test_a_document_gives_exactly_what_it_describes(
    described: Described, made: Format, tmp_path: Path
) -> None:
    if made.suffix == ".pdf":
        pytest.importorskip("reportlab")
    found = compiled(described, made, tmp_path / "sources")
    want, got = promised(described), read(found)
    assert found.errors == ()
    assert dict(want - got) == {}, "missing"
    assert dict(got - want) == {}, "too many"
    (row,) = found.tables["documents"]
    assert isinstance(row, Document)
    assert (row.kind, row.year, row.phase) == ("budget", described.year, described.phase)
    lines = [line for line in found.tables["budget_lines"] if isinstance(line, BudgetLine)]
    assert {(line.year, line.phase) for line in lines} == {(described.year, described.phase)}
    assert [check.description for check in failing(found)] == []


@pytest.mark.parametrize(
    "described",
    [each for each in faulty_documents() if each.id.endswith(tuple(ERRORS))],
    ids=lambda each: each.id,
)
def test_an_error_is_found_and_the_records_are_as_printed(described: Described, tmp_path: Path) -> None:
    (text,) = (made for made in FORMATS if made.name == "text")
    found = compiled(described, text, tmp_path / "sources")
    assert promised(described) == read(found)
    assert all(names(found, finding) for finding in described.findings), [
        row.description for row in failing(found)
    ]


def test_there_are_three_sets_of_two_years_and_both_phases() -> None:
    made = list(documents())
    assert len(made) >= 24
    assert {each.phase for each in made} == {"budget", "final"}
    years: dict[tuple[str, str], set[int]] = {}
    for each in made:
        years.setdefault((each.department, each.phase), set()).add(each.year)
    sets = [found for found in years.values() if any(year + 1 in found for year in found)]
    assert len(sets) >= 3
