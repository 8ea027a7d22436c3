"""A paste is bounded and commands nothing, answers that nobody asked for are no keys, all else is passed on at once."""

from __future__ import annotations

import pytest

from hrss_tui.tui.frame.heard import MOST, Heard

START, END = "\x1b[200~", "\x1b[201~"


def heard(text: str, size: int) -> str:
    """The text in parts of a size."""
    listener = Heard()
    return "".join(listener.feed(text[at : at + size]) for at in range(0, len(text), size))


@pytest.mark.parametrize("size", [1, 2, 5, 6, 7, 4096])
@pytest.mark.parametrize(
    ("sent", "passed"),
    [
        ("2\x1b[Aj\x1b", "2\x1b[Aj\x1b"),
        (f"a{START}就业{END}b", f"a{START}就业{END}b"),
        (f"{START}{END}{START}x{END}q", f"{START}{END}{START}x{END}q"),
        (f"{START}a\x1b[31mb\x1b\x1b[201{END}q", f"{START}a[31mb[201{END}q"),
        (f"{START}{'长' * (MOST + 9)}{END}2", f"{START}{'长' * MOST}{END}2"),
    ],
    ids=["keys", "a paste", "two", "commands in it", "a long one"],
)
def test_however_it_comes_in_parts(sent: str, passed: str, size: int) -> None:
    assert heard(sent, size) == passed


def test_a_key_is_not_held_back() -> None:
    assert Heard().feed("\x1b") == "\x1b"


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]10;rgb:0/0/0\x07",
        "\x1bP>|xterm(380)\x1b\\",
        "\x1bP1+r5463\x1b\\",
    ],
)
def test_a_late_answer_is_no_key(answer: str) -> None:
    assert Heard().feed(f"1{answer}2") == "12"


def test_a_key_with_alt_is_no_answer() -> None:
    assert Heard().feed("\x1b]11;q") == "\x1b]11;q"
    assert Heard().feed("\x1bPq") == "\x1bPq"
