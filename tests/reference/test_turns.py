"""The words between which patterns choose: each list is of plain words, each said once, and some pattern asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

ROOT = Path(__file__).resolve().parents[2] / "hrss_tui"
CODE = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "compile").rglob("*.py")))
HAN = re.compile(r"[\u3400-\u9fff]+")


def lists(words: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list of a file, by its table and name."""
    for table in words.__struct_fields__:  # type: ignore[attr-defined]
        group = getattr(words, table)
        for name in group.__struct_fields__:
            yield f"{table}.{name}", getattr(group, name)


OWN = (*lists(turns()), *lists(things()))


@pytest.mark.parametrize(("name", "words"), OWN)
def test_a_list_is_of_plain_words_of_which_each_stands_once(name: str, words: tuple[str, ...]) -> None:
    assert len(set(words)) == len(words) > 1, name
    assert all(HAN.fullmatch(word) for word in words)


@pytest.mark.parametrize("name", [name for name, _ in OWN])
def test_some_pattern_asks_for_a_list(name: str) -> None:
    assert re.search(rf"_(?:TURNS|THINGS)\.{re.escape(name)}\b", CODE), name


def test_no_list_is_one_of_statements_too() -> None:
    both = {words for _, words in OWN} & {words for _, words in lists(statement_words())}
    assert both == set()
