"""The nine terms the budget explains: each definition begins and ends where the source's does."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.goldens import fold, read_tsv

Tables = Mapping[str, list[dict[str, Any]]]

DOCUMENT = "budget-2026"


def terms(tables: Tables) -> list[dict[str, Any]]:
    return [record for record in tables["glossary"] if record["doc_id"] == DOCUMENT]


@pytest.mark.parametrize("golden", read_tsv("glossary"), ids=lambda golden: str(golden["line"]))
def test_definition_is_whole(tables: Tables, golden: dict[str, str]) -> None:
    found = [record for record in terms(tables) if fold(record["term"]) == fold(golden["term"])]
    assert len(found) == 1, [record["term"] for record in terms(tables)]
    definition = fold(found[0]["definition"])
    assert definition.startswith(fold(golden["first"]))
    assert definition.endswith(fold(golden["last"]))
    assert found[0]["line_start"] <= int(golden["line"]) <= found[0]["line_end"]


def test_no_term_is_invented(tables: Tables) -> None:
    typed = sorted(fold(golden["term"]) for golden in read_tsv("glossary"))
    assert sorted(fold(record["term"]) for record in terms(tables)) == typed
