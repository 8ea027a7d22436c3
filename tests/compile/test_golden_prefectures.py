"""Both annex tables of the plan, cell by cell, as read off the source by hand."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.goldens import PLAN, fold, number, read_tsv, seed_text

Tables = Mapping[str, list[dict[str, Any]]]

DOCUMENT = "plan-2021"


def targets(tables: Tables) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return the plan's targets of prefectures by (code, metric); the annex's 合计 is no prefecture."""
    codes = {p["code"] for p in tables["prefectures"]}
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in tables["prefecture_values"]:
        if row["doc_id"] == DOCUMENT and row["kind"] == "target" and row["prefecture_code"] in codes:
            found.setdefault((row["prefecture_code"], row["metric"]), []).append(row)
    return found


def test_every_cell_of_both_annexes_is_there_once(tables: Tables) -> None:
    records = targets(tables)
    wrong = []
    for golden in read_tsv("prefectures"):
        present = golden["status"] == "value"
        wanted = (
            number(golden["printed"]) if present else None,
            golden["printed"],
            golden["unit"],
            golden["status"],
            2021,
        )
        found = [
            (
                None if r["value"] is None else Decimal(str(r["value"])),
                r["printed"],
                r["unit"],
                r["status"],
                int(r["year"]),
            )
            for r in records.get((golden["code"], golden["metric"]), [])
        ]
        if found != [wanted]:
            wrong.append((golden["code"], golden["metric"], wanted, found))
    assert wrong == []


def test_no_cell_is_invented(tables: Tables) -> None:
    assert sum(map(len, targets(tables).values())) == len(read_tsv("prefectures"))


def test_every_cell_is_traced_to_its_row(tables: Tables) -> None:
    records = targets(tables)
    for golden in read_tsv("prefectures"):
        for record in records[golden["code"], golden["metric"]]:
            assert (record["line_start"], record["line_end"]) == (int(golden["line"]),) * 2
            assert record["printed"] in seed_text(PLAN, golden["line"]).split("\t")


def test_names_as_printed_belong_to_the_codes(tables: Tables) -> None:
    by_code = {p["code"]: p for p in tables["prefectures"]}
    assert len(by_code) == 14
    for golden in read_tsv("prefectures"):
        row = by_code[golden["code"]]
        names = {fold(name) for name in (row["name"], row["short_name"], *row["aliases"])}
        assert fold(golden["short_name"]) in names, golden
