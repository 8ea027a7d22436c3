"""Why a file was refused: in Chinese without a word of English, in English as the system says it."""

from __future__ import annotations

import errno
import os
import re
import sys
import tomllib

import pytest

from hrss_tui.why import refused, why
from hrss_tui.words import phrase, spoken
from hrss_tui.words.system import WORDS

NUMBERS = {getattr(errno, key[3:]): key for key in WORDS if key.startswith("os.")}


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: str(NUMBERS[number]))
def test_what_the_system_says_is_said_in_both_languages(number: int) -> None:
    said = why(OSError(number, os.strerror(number), "somewhere"))
    assert said == WORDS[NUMBERS[number]][0]
    assert re.search("[a-z]", said) is None
    if sys.platform == "linux":
        assert spoken(said, "en") == os.strerror(number)


def test_an_error_without_a_number_or_words_is_left_as_it_is() -> None:
    for error in (OSError("of a library"), OSError(99_999, "of a library"), ValueError("of a library")):
        assert why(error) == spoken(why(error), "en") == "of a library"
    assert refused(OSError()) == "OSError"
    assert why(TimeoutError()) == "TimeoutError"


def test_what_is_said_in_both_languages_already_stays_so() -> None:
    said = why(ValueError(phrase("small.parts")))
    assert (said, spoken(said, "en")) == WORDS["small.parts"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("a = 1\n b = =", "第 2 行第 6 列的写法有误", "line 2, column 6: Invalid value"),
        ("a = [1,", "没有写完", "at its end: Invalid value"),
        (f"a = {'7' * 5000}", "数太长", "a number is too long"),
    ],
)
def test_what_the_reader_of_toml_says(text: str, zh: str, en: str) -> None:
    with pytest.raises(ValueError) as failed:
        tomllib.loads(text)
    said = why(failed.value)
    assert said == zh
    assert spoken(said, "en").startswith(en)


def test_what_is_no_utf_8_is_told_with_its_place() -> None:
    with pytest.raises(UnicodeDecodeError) as failed:
        b"ab\xff".decode()
    assert (why(failed.value), spoken(why(failed.value), "en")) == (
        "第 3 个字节不是 UTF-8",
        "byte 3 is no UTF-8",
    )
    assert why(RecursionError("maximum")) == "括号的层次太多"
