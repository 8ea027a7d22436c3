"""All rows of the overall performance table and of the eleven projects' tables, the damaged ones included."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from tests.goldens import PERFORMANCE, fold, read_tsv

Tables = Mapping[str, list[dict[str, Any]]]

DOCUMENT = "budget-2026"
TOTAL_WEIGHT = 90  # read by hand: the weights of every table add up to this
TEXTS = (
    *("project", "unit_name", "level1", "level2", "indicator", "operator"),
    *("unit", "basis", "previous", "scoring", "evidence"),
)


def targets(tables: Tables) -> list[dict[str, Any]]:
    return [record for record in tables["performance_targets"] if record["doc_id"] == DOCUMENT]


def compared(row: Mapping[str, Any]) -> dict[str, object]:
    """Return a row as it is compared: texts folded, numbers as decimals, lines as integers."""
    is_text = row["operator"] == "text"
    return {
        **{column: fold(row[column]) for column in TEXTS},
        "value": fold(row["value"]) if is_text else Decimal(str(row["value"])),
        "weight": Decimal(str(row["weight"])),
        "lines": (int(row["line_start"]), int(row["line_end"])),
    }


@pytest.mark.parametrize("name", PERFORMANCE)
def test_row_is_recorded_once_and_right(tables: Tables, name: str) -> None:
    for golden in read_tsv(name):
        line = int(golden["line_start"])
        found = [compared(r) for r in targets(tables) if r["line_start"] <= line <= r["line_end"]]
        assert found == [compared(golden)], line


def test_no_row_is_invented(tables: Tables) -> None:
    typed = {int(golden["line_start"]) for name in PERFORMANCE for golden in read_tsv(name)}
    assert sorted(record["line_start"] for record in targets(tables)) == sorted(typed)


def test_weights_of_every_table_add_up_to_the_same_total(tables: Tables) -> None:
    totals: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for record in targets(tables):
        totals[record["project"] or "", record["unit_name"]] += Decimal(str(record["weight"]))
    assert set(totals.values()) == {Decimal(TOTAL_WEIGHT)}
    assert len(totals) == len(PERFORMANCE)
