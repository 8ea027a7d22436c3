"""One described document gives the same records in every format: exactly those that its description promises.

A document is compiled as text and in one format more, another for each; `scripts/check_documents.py` does all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.records import BudgetLine, Check, Document
from tests.documents.described import Described
from tests.documents.formats import FORMATS, Format
from tests.documents.library import documents
from tests.documents.reading import compiled, promised, read

READ = ("text",)
"""Formats that the program reads."""
DOCUMENTS = {each.id: each for each in documents()}
EXACT = ("xj-pasture-2026-budget", "xj-labour-2020-budget")
"""Documents that it reads exactly."""


def pairs() -> list[tuple[Described, Format]]:
    """Every document with text and one of the other formats, taken in turn."""
    formats = {each.name: each for each in FORMATS if each.name in READ}
    text = formats.pop("text")
    others = list(formats.values())
    found = []
    for number, name in enumerate(EXACT):
        found += [(DOCUMENTS[name], made) for made in (text, *others[number % max(1, len(others)) :][:1])]
    return found


@pytest.mark.parametrize(
    ("described", "made"), pairs(), ids=lambda each: getattr(each, "id", None) or each.name
)
def test_a_document_gives_exactly_what_it_describes(
    described: Described, made: Format, tmp_path: Path
) -> None:
    found = compiled(described, made, tmp_path / "sources")
    want, got = promised(described), read(found)
    assert found.errors == ()
    assert dict(want - got) == {}, "missing"
    assert dict(got - want) == {}, "too many"
    (row,) = found.tables["documents"]
    assert isinstance(row, Document)
    assert (row.kind, row.year, row.phase) == ("budget", described.year, described.phase)
    lines = [line for line in found.tables["budget_lines"] if isinstance(line, BudgetLine)]
    assert {(line.year, line.phase, line.department) for line in lines} == {
        (described.year, described.phase, described.department)
    }
    failing = [
        check.description
        for check in found.tables["checks"]
        if isinstance(check, Check) and check.status == "fails"
    ]
    assert failing == [], "nothing is wrong in it"
