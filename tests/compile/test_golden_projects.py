"""The 19 projects of the narrative with every part of their money and every document they rest on."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from tests.goldens import BUDGET, fen, fold, read_tsv, seed_text

Tables = Mapping[str, list[dict[str, Any]]]

DOCUMENT = "budget-2026"


def projects(tables: Tables) -> list[dict[str, Any]]:
    """Return the compiled projects in the order of the document."""
    rows = [r for r in tables["projects"] if r["doc_id"] == DOCUMENT]
    return sorted(rows, key=lambda r: int(r["line_start"]))


def in_projects(tables: Tables, table: str, goldens: str) -> list[tuple[int, dict[str, Any]]]:
    """Return (order of the project, row) for the rows of `table` that stand where the golden rows stand.

    Later sections tell of some projects again; what they say is not part of the section of projects.
    """
    order = {p["project_id"]: n for n, p in enumerate(projects(tables), start=1)}
    first = min(int(p["line_start"]) for p in read_tsv("projects"))
    last = max(int(row["line_end"]) for row in read_tsv(goldens))
    rows = [r for r in tables[table] if r["doc_id"] == DOCUMENT and first <= r["line_start"] <= last]
    return [(order[row["project_id"]], row) for row in rows]


def lines(row: Mapping[str, Any]) -> tuple[int, int]:
    return int(row["line_start"]), int(row["line_end"])


def assert_same(wanted: Counter[tuple[object, ...]], found: Counter[tuple[object, ...]]) -> None:
    """Fail with what is missing and what is invented, each row as it was compared."""
    assert (list(wanted - found), list(found - wanted)) == ([], [])


def test_every_project_is_there_in_order(tables: Tables) -> None:
    wanted = [
        (
            int(g["line_start"]),
            fold(g["name"]),
            fold(g["unit_name"]),
            fen(g["printed"]),
            g["starts"],
            g["ends"],
        )
        for g in read_tsv("projects")
    ]
    found = [
        (
            r["line_start"],
            fold(r["name"]),
            fold(r["unit_name"]),
            r["amount"],
            str(r["starts"]),
            str(r["ends"]),
        )
        for r in projects(tables)
    ]
    assert found == wanted


def test_projects_of_one_name_are_told_apart(tables: Tables) -> None:
    identities = [p["project_id"] for p in projects(tables)]
    assert len(set(identities)) == len(identities) == len(read_tsv("projects"))


def test_amount_of_a_project_stands_in_its_lines(tables: Tables) -> None:
    for golden, record in zip(read_tsv("projects"), projects(tables), strict=True):
        text = seed_text(BUDGET, record["line_start"], record["line_end"])
        assert golden["printed"] in text, record


def test_every_part_of_the_money_is_there_once(tables: Tables) -> None:
    wanted: Counter[tuple[object, ...]] = Counter(
        (
            int(g["project_order"]),
            lines(g),
            fold(g["item"]),
            fen(g["printed"]),
            g["prefecture_code"],
            fold(g["parent_item"]),
        )
        for g in read_tsv("allocations")
    )
    found: Counter[tuple[object, ...]] = Counter(
        (
            order,
            lines(r),
            fold(r["item"]),
            r["amount"],
            r["prefecture_code"] or "",
            fold(r["parent_item"]),
        )
        for order, r in in_projects(tables, "project_allocations", "allocations")
    )
    assert {"missing": list(wanted - found), "invented": list(found - wanted)} == {
        "missing": [],
        "invented": [],
    }


def test_every_policy_document_is_there_once_per_mention(tables: Tables) -> None:
    wanted: Counter[tuple[object, ...]] = Counter(
        (int(g["project_order"]), lines(g), fold(g["title"]), fold(g["doc_number"]))
        for g in read_tsv("basis")
    )
    found: Counter[tuple[object, ...]] = Counter(
        (order, lines(r), fold(r["title"]), fold(r["doc_number"]))
        for order, r in in_projects(tables, "project_basis", "basis")
    )
    assert {"missing": list(wanted - found), "invented": list(found - wanted)} == {
        "missing": [],
        "invented": [],
    }
