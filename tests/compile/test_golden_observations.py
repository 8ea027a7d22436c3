"""Every figure the prose states, against what a person read: subject, unit, period, kind, change."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from tests.goldens import PROSE, fold, read_tsv

Tables = Mapping[str, list[dict[str, Any]]]

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
COMPLETE = [name for name in PROSE if name != "observations_budget"]  # whose every figure was typed
EXACT = ("unit", "base_unit", "operator", "kind", "period", "change")
GOLDENS = {name: read_tsv(name) for name in PROSE}


def figure(printed: str) -> str:
    """Return the number a record prints, without separators, unit and qualifiers."""
    found = FIGURE.search(fold(printed))
    return found[0].replace(",", "") if found else ""


def allowed(cell: str) -> set[str]:
    """Return the readings a golden cell admits: `A or B`, where `none` is an empty one."""
    return {fold(reading) if reading != "none" else "" for reading in cell.split(" or ")}


def missing_words(record: Mapping[str, Any], golden: Mapping[str, str]) -> list[str]:
    """Return the words of subject and scope the record does not hold."""
    text = fold(record["subject"]) + fold(record["scope"])
    return [word for word in [*golden["subject_words"].split(), golden["scope"]] if fold(word) not in text]


def stands_at(record: Mapping[str, Any], golden: Mapping[str, str]) -> bool:
    """Return whether the record covers the golden's line and prints its figure."""
    on_line = record["line_start"] <= int(golden["line"]) <= record["line_end"]
    return bool(on_line) and figure(record["printed"]) == figure(golden["printed"])


def matches(records: Iterable[dict[str, Any]], golden: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the records of a golden: by place and figure, and by subject where these name several."""
    same = [record for record in records if stands_at(record, golden)]
    return same if len(same) == 1 else [record for record in same if not missing_words(record, golden)]


def of_document(tables: Tables, doc_id: str) -> list[dict[str, Any]]:
    return [record for record in tables["observations"] if record["doc_id"] == doc_id]


def differences(record: Mapping[str, Any], golden: Mapping[str, str]) -> dict[str, tuple[object, str]]:
    """Return column -> (compiled, expected) where the two disagree."""
    wrong: dict[str, tuple[object, str]] = {
        column: (record[column], golden[column])
        for column in EXACT
        if fold(record[column]) not in allowed(golden[column])
    }
    if Decimal(str(record["base_value"])) != Decimal(golden["base_value"]):
        wrong["base_value"] = (record["base_value"], golden["base_value"])
    if words := missing_words(record, golden):
        wrong["subject"] = (record["subject"], " ".join(words))
    return wrong


@pytest.mark.parametrize("name", GOLDENS)
def test_figure_is_recorded_once_and_right(tables: Tables, name: str) -> None:
    records, wrong = of_document(tables, PROSE[name][0]), {}
    for golden in GOLDENS[name]:
        found = matches(records, golden)
        differs: object = differences(found[0], golden) if len(found) == 1 else found
        if differs != {}:
            wrong[f"{golden['line']}:{golden['printed']}"] = differs
    assert wrong == {}


@pytest.mark.parametrize("name", COMPLETE)
def test_nothing_else_is_recorded(tables: Tables, name: str) -> None:
    """Slogans, hotlines, ages, thresholds, ordinals and dates are no observations."""
    goldens = read_tsv(name)
    records = of_document(tables, PROSE[name][0])
    extra = [r for r in records if not any(stands_at(r, golden) for golden in goldens)]
    assert [(r["line_start"], r["printed"], r["subject"]) for r in extra] == []
    assert len(records) == len(goldens)


def test_one_indicator_joins_the_same_quantity_across_documents(tables: Tables) -> None:
    ids: dict[str, set[object]] = defaultdict(set)
    for name, (doc_id, _) in PROSE.items():
        for golden in read_tsv(name):
            if golden["indicator"]:
                found = matches(of_document(tables, doc_id), golden)
                ids[golden["indicator"]] |= {record["indicator_id"] for record in found}
    assert {name: found for name, found in ids.items() if len(found) != 1 or None in found} == {}
    assert len({next(iter(found)) for found in ids.values()}) == len(ids)
