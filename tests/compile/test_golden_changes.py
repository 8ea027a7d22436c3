"""The year-on-year statements of the budget's narrative: all 31 items of 五（三）and the totals before it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from tests.goldens import BUDGET, fen, fold, number, read_tsv, seed_text

Tables = Mapping[str, list[dict[str, Any]]]

DOCUMENT = "budget-2026"


def changes(tables: Tables) -> list[dict[str, Any]]:
    return [r for r in tables["budget_changes"] if r["doc_id"] == DOCUMENT]


def expected(golden: dict[str, str]) -> dict[str, object]:
    return {
        "code": golden["code"],
        "name": fold(golden["name"]),
        "amount": fen(golden["printed"]),
        "change": fen(golden["change"]),
        "percent": number(golden["percent"]),
        "previous_amount": fen(golden["previous"]),
        "reclassified": golden["reclassified"] == "true",
        "lines": (int(golden["line_start"]), int(golden["line_end"])),
    }


def compiled(record: dict[str, Any]) -> dict[str, object]:
    return {
        "code": record["code"] or "",
        "name": fold(record["name"]),
        "amount": record["amount"],
        "change": record["change"],
        "percent": number(str(record["percent"])),
        "previous_amount": record["previous_amount"],
        "reclassified": record["reclassified"],
        "lines": (record["line_start"], record["line_end"]),
    }


def key(row: Mapping[str, object]) -> tuple[object, object]:
    return row["lines"], row["name"]


@pytest.mark.parametrize("section", sorted({row["section"] for row in read_tsv("changes")}))
def test_every_change_of_the_section_is_there_once(tables: Tables, section: str) -> None:
    records = [compiled(record) for record in changes(tables)]
    wrong = []
    for golden in read_tsv("changes"):
        wanted = expected(golden)
        found = [record for record in records if key(record) == key(wanted)]
        if golden["section"] == section and found != [wanted]:
            wrong.append((wanted, found))
    assert wrong == []


def test_no_change_is_invented(tables: Tables) -> None:
    known = [key(expected(golden)) for golden in read_tsv("changes")]
    assert [r for r in changes(tables) if key(compiled(r)) not in known] == []
    assert len(changes(tables)) == len(known)


def test_every_reason_stands_in_the_source(tables: Tables) -> None:
    for record in changes(tables):
        text = fold(seed_text(BUDGET, record["line_start"], record["line_end"]))
        assert fold(record["reason"]) in text, record


def test_changes_of_the_items_add_up_to_those_of_the_totals(tables: Tables) -> None:
    """五（三）distributes what 五（一）states for basic and project spending together, to the last cell."""
    goldens = read_tsv("changes")
    totals = sum(fen(g["change"]) for g in goldens if g["section"] == "五（一）")
    assert sum(r["change"] for r in changes(tables) if r["code"]) == totals


def test_percent_is_signed_like_the_change(tables: Tables) -> None:
    for record in changes(tables):
        assert Decimal(record["change"]) * number(str(record["percent"])) >= 0, record
