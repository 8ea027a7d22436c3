"""Texts without commands, numbers of any length, bytes of any locale."""

from __future__ import annotations

import pytest

from hrss_tui.plain import (
    BEYOND,
    UNSAFE,
    are_safe,
    indent,
    legible,
    readable,
    substituted,
    whole_number,
    without_commands,
)


def test_a_level_that_no_list_has_is_no_width() -> None:
    assert [indent(level) for level in (-(2**63), 0, 1, 2, 3)] == ["", "", "", "  ", "    "]
    assert len(indent(2**63 - 1)) == len(indent(99)) == 30


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("17", 17), ("000017", 17), ("999999999", 999_999_999), ("1000000000", BEYOND), ("9" * 5000, BEYOND),
        ("0" * 5000 + "3", 3), ("", None), ("-1", None), ("+1", None), (" 1", None), ("1_0", None), ("²", None), ("٣", None),
        ("x", None),
    ],
)  # fmt: skip
def test_a_whole_number_is_read_however_long_it_is(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def test_bytes_that_the_locale_does_not_know_are_read_as_utf8() -> None:
    typed = "就业".encode().decode("ascii", "surrogateescape")
    assert readable(typed) == "就业"
    assert readable("a\udcffb") == "a\ufffdb"
    assert readable("a\ud83db") == "a\ufffdb"
    assert readable("就\x1b业") == "就\x1b业"


def test_tags_that_nobody_sees_and_marks_of_music_are_unsafe_too() -> None:
    for char in "\U000e0041\U000e007f\U0001d173\u061c\u206a":
        assert UNSAFE.search(char)
        assert not are_safe([f"a{char}b"])
        assert (without_commands(f"a{char}b"), substituted(char)) == ("ab", "\ufffd")


def test_what_python_calls_printable_is_safe() -> None:
    unsafe = [chr(code) for code in range(0x110000) if UNSAFE.match(chr(code))]
    assert not any(char.isprintable() for char in unsafe)
    assert substituted("a\u200bb", " ") == "a b"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("12\u200b34 \xad万\ufeff人", "1234 万人"), ("一\x0b二\x0c三\r四", "一二三四"), ("12\x0c34", "12 34"), ("12\r.34", "12 .34"),
        ("12\x01\x0234", "12\ufffd34"), ("12\x9b34", "12\ufffd34"), ("新增\x0112", "新增12"), ("为\u202e43.21\u202c", "为\ufffd43.21"),
        ("\x1b[31m红", "[31m红"), ("12\x0134\x0c56", "12\ufffd34 56"),
    ],
)  # fmt: skip
def test_what_damaged_a_number_leaves_a_sign(text: str, left: str) -> None:
    assert legible(text) == left
    assert UNSAFE.search(left) is None
