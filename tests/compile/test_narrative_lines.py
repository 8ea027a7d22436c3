"""What a record of the narrative was read from stands between its first and its last line."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from hrss_tui.compile.pipeline import Compiled
from hrss_tui.sources.text import fold

Rows = list[dict[str, Any]]

PRINTED = [
    ("projects", "printed"),
    ("projects", "name"),
    ("projects", "unit_name"),
    ("project_basis", "title"),
    ("project_basis", "doc_number"),
    ("project_allocations", "printed"),
    ("project_allocations", "item"),
    ("budget_changes", "printed"),
    ("budget_changes", "change_printed"),
    ("budget_changes", "percent_printed"),
    ("budget_changes", "share_printed"),
    ("budget_changes", "name"),
    ("budget_changes", "reason"),
    ("glossary", "term"),
    ("glossary", "definition"),
    ("corrections", "printed"),
]
IDENTITIES = {
    "projects": ["project_id"],
    "project_basis": ["project_id", "ordinal"],
    "project_allocations": ["allocation_id"],
    "budget_changes": ["change_id"],
    "corrections": ["correction_id"],
    "glossary": ["doc_id", "term"],
}


@pytest.fixture(scope="module")
def lines(compiled: Compiled) -> dict[str, tuple[str, ...]]:
    return {document.source.doc_id: document.source.parsed.file.lines for document in compiled.documents}


@pytest.mark.parametrize(("table", "column"), PRINTED)
def test_what_is_printed_stands_in_the_lines_of_the_record(
    table: str, column: str, tables: dict[str, Rows], lines: dict[str, tuple[str, ...]]
) -> None:
    assert any(row[column] for row in tables[table])
    for row in tables[table]:
        text = "".join(lines[row["doc_id"]][row["line_start"] - 1 : row["line_end"]])
        for part in (row[column] or "").split(" | "):
            assert fold(part) in fold(text), row


@pytest.mark.parametrize("table", IDENTITIES)
def test_every_record_has_an_identity_of_its_own(table: str, tables: dict[str, Rows]) -> None:
    keys = [tuple(row[column] for column in IDENTITIES[table]) for row in tables[table]]
    assert len(set(keys)) == len(keys) > 0


def test_no_figure_is_claimed_for_two_records(compiled: Compiled) -> None:
    for document in compiled.documents:
        taken: dict[object, set[str]] = defaultdict(set)
        for claim in document.harvest.claims:
            if claim.fact:
                taken[claim.span].add(claim.by)
        assert [(span, by) for span, by in taken.items() if len(by) > 1] == []


def test_parts_of_each_project_add_up_to_it(tables: dict[str, Rows]) -> None:
    amounts = {row["project_id"]: row["amount"] for row in tables["projects"]}
    sums: dict[tuple[str, str | None], int] = defaultdict(int)
    for row in tables["project_allocations"]:
        sums[row["project_id"], row["parent_item"]] += row["amount"]
    wholes = {(row["project_id"], row["item"]): row["amount"] for row in tables["project_allocations"]}
    for (project, parent), total in sums.items():
        assert total == (amounts[project] if parent is None else wholes[project, parent])
