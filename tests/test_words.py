"""The table of words: both languages everywhere, the same places to fill in, no key twice."""

from __future__ import annotations

import string

import pytest

from hrss_tui.words import LANGUAGES, TABLES, Phrase, phrase, spoken, words

PAIRS = [(key, pair) for table in TABLES for key, pair in table.items()]


def places(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize(("key", "pair"), PAIRS, ids=[key for key, _ in PAIRS])
def test_a_key_has_both_languages_with_the_same_places(key: str, pair: tuple[str, str]) -> None:
    zh, en = pair
    assert zh.strip()
    assert en.strip()
    assert places(zh) == places(en)
    assert en.isascii() or key.startswith("symbol.")


def test_no_key_is_defined_twice() -> None:
    assert len(PAIRS) == len({key for key, _ in PAIRS})


def test_words_are_frozen() -> None:
    with pytest.raises(TypeError):
        words("zh")["new"] = "x"  # type: ignore[index]


def test_a_phrase_speaks_both_languages_also_inside_another() -> None:
    inner = Phrase("内", "inside")
    whole = phrase("error.no_code", code=inner)
    assert "内" in whole
    assert "inside" in spoken(whole, "en")
    assert spoken(whole, "zh") == str(whole)
    assert spoken("plain", "en") == "plain"


def test_languages_are_the_two() -> None:
    assert LANGUAGES == ("zh", "en")
