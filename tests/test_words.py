"""The table of words: both languages everywhere, the same places to fill in, no key twice."""

from __future__ import annotations

import ast
import pickle
import re
import string
from pathlib import Path

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.words import LANGUAGES, TABLES, Phrase, phrase, spoken, words

ROOT = Path(__file__).resolve().parent.parent
PAIRS = [(key, pair) for table in TABLES for key, pair in table.items()]


def places(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_a_key_has_both_languages_with_the_same_places() -> None:
    for key, (zh, en) in PAIRS:
        assert zh.strip(), key
        assert en.strip(), key
        assert places(zh) == places(en), key
        assert en.isascii() or key.startswith("symbol."), key


def test_no_key_is_defined_twice() -> None:
    assert len(PAIRS) == len({key for key, _ in PAIRS})


def test_what_is_to_be_installed_is_named_itself_and_never_as_an_extra_of_this_name() -> None:
    """The name is not registered: whoever registers it would be run by the hint."""
    hints = [text for _, pair in PAIRS for text in pair if "pip install" in text]
    assert len(hints) > 10
    assert [text for text in hints if re.search(r"pip install [^a-z]*hrss", text)] == []


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


def test_no_error_or_note_is_said_in_one_language_only() -> None:
    chinese = re.compile("[\u4e00-\u9fff]")
    spoken_once = []
    for path in sorted((ROOT / "hrss_tui").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "Error(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            name = getattr(getattr(node, "func", None), "id", "") if isinstance(node, ast.Call) else ""
            if name.endswith("Error") and any(chinese.search(ast.unparse(part)) for part in node.args):
                spoken_once.append(f"{path.name}:{node.lineno}")
    assert spoken_once == []


def test_errors_and_phrases_survive_the_way_between_processes() -> None:
    error = pickle.loads(
        pickle.dumps(SourceError(phrase("source.empty", name="a"), phrase("source.empty.hint")))
    )
    assert spoken(error.message, "en") == "a: is empty"
    assert spoken(error.hint, "en") == "check the source"
