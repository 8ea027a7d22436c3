"""`budget_lines` holds every amount of the twelve tables exactly once, as read off the source by hand."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.goldens import BUDGET, fen, fold, read_tsv, seed_text

Row = Mapping[str, Any]
Tables = Mapping[str, list[dict[str, Any]]]

DOCUMENT = "budget-2026"
PRINTED_TABLES = (1, 2, 3, 4, 5, 6, 7, 10, 11, 12)
EMPTY_TABLES = (8, 9)


def lines_of(tables: Tables, table_no: int) -> list[dict[str, Any]]:
    """Return the compiled amounts of one table of the budget."""
    rows = tables["budget_lines"]
    return [r for r in rows if r["doc_id"] == DOCUMENT and int(r["table_no"]) == table_no]


def at(records: list[dict[str, Any]], golden: Row) -> list[dict[str, Any]]:
    """Return the records of the golden row's column on its source line.

    Tables 1 and 4 print income and spending side by side: the classification tells the halves apart.
    """
    line = int(golden["line"])
    return [
        r
        for r in records
        if r["line_start"] <= line <= r["line_end"]
        and (r["measure"], r["classification"]) == (golden["measure"], golden["classification"])
    ]


def expected(golden: Row) -> dict[str, object]:
    return {
        "code": golden["code"],
        "level": int(golden["level"]),
        "name": fold(golden["name"]),
        "unit_name": fold(golden["unit_name"]),
        "project": fold(golden["project"]),
        "printed": golden["printed"],
        "amount": fen(golden["printed"]),
        "code_restored": golden["code_restored"] == "true",
    }


def compiled(record: Row) -> dict[str, object]:
    return {
        "code": record["code"] or "",
        "level": record["level"],
        "name": fold(record["name"]),
        "unit_name": fold(record["unit_name"]),
        "project": fold(record["project"]),
        "printed": record["printed"],
        "amount": record["amount"],
        "code_restored": record["code_restored"],
    }


@pytest.mark.parametrize("table_no", PRINTED_TABLES)
def test_every_printed_amount_is_there_once(tables: Tables, table_no: int) -> None:
    records = lines_of(tables, table_no)
    wrong = []
    for golden in read_tsv(f"budget_t{table_no:02}"):
        found = [compiled(record) for record in at(records, golden)]
        if found != [expected(golden)]:
            wrong.append((golden["line"], golden["measure"], expected(golden), found))
    assert wrong == []


@pytest.mark.parametrize("table_no", PRINTED_TABLES)
def test_no_amount_is_invented(tables: Tables, table_no: int) -> None:
    goldens = read_tsv(f"budget_t{table_no:02}")
    records = lines_of(tables, table_no)
    claimed = {record["line_id"] for golden in goldens for record in at(records, golden)}
    assert [r for r in records if r["line_id"] not in claimed] == []
    assert len(records) == len(goldens)


@pytest.mark.parametrize("table_no", PRINTED_TABLES)
def test_every_amount_stands_in_its_source_lines(tables: Tables, table_no: int) -> None:
    for golden in read_tsv(f"budget_t{table_no:02}"):
        assert golden["printed"] in seed_text(BUDGET, golden["line"]).split("\t")
    for record in lines_of(tables, table_no):
        assert record["printed"] in seed_text(BUDGET, record["line_start"], record["line_end"]), record


@pytest.mark.parametrize("table_no", PRINTED_TABLES)
def test_printed_tables_are_not_marked_empty(tables: Tables, table_no: int) -> None:
    (table,) = (t for t in tables["budget_tables"] if int(t["table_no"]) == table_no)
    assert not table["empty"]


@pytest.mark.parametrize("table_no", EMPTY_TABLES)
def test_empty_tables_have_no_rows_and_give_their_reason(tables: Tables, table_no: int) -> None:
    assert lines_of(tables, table_no) == []
    (table,) = (t for t in tables["budget_tables"] if int(t["table_no"]) == table_no)
    assert table["empty"] is True
    assert "空表" in table["empty_reason"]
