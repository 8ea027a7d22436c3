"""The words that say what a figure is besides its unit: each is said once, and is a pattern that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from hrss_tui.compile.prose.pay import lowers
from hrss_tui.reference.statements import statement_words


def lists() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every list of the file, by its table and name."""
    words = statement_words()
    for table in words.__struct_fields__:
        group = getattr(words, table)
        for name in group.__struct_fields__:
            yield f"{table}.{name}", getattr(group, name)


@pytest.mark.parametrize(("name", "words"), list(lists()))
def test_each_word_stands_once_and_can_be_read_as_a_pattern(name: str, words: tuple[str, ...]) -> None:
    assert len(set(words)) == len(words) > 0, name
    assert all(re.compile(word) for word in words)


def test_no_verb_of_pay_both_raises_and_lowers() -> None:
    pay = statement_words().pay
    assert not any(map(lowers, pay.raises))
    assert all(map(lowers, (*pay.falls, *pay.cuts)))
    assert {"调增", "增加", *pay.falls, *pay.cuts} >= set(pay.spent)
