"""A paste is bounded and commands nothing, answers that nobody asked for are no keys, all else is passed on at once."""

from __future__ import annotations

import pytest

from hrss_tui.tui.frame.heard import MOST, PATIENCE, Heard

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
        "\x1b[?62;4;22c",
        "\x1b[>1;4000;20c",
        "\x1b[?2048;-1$y",
        "\x1b[?2026;99999999999999999999999999$y",
        "\x1b[?31u",
    ],
)
def test_a_late_answer_is_no_key(answer: str) -> None:
    assert Heard().feed(f"1{answer}2") == "12"


@pytest.mark.parametrize("size", [7, 9, 20])
def test_an_answer_that_comes_in_parts_is_no_key(size: int) -> None:
    assert heard("1\x1b]11;rgb:ffff/ffff/ffff\x1b\\2", size) == "12"


@pytest.mark.parametrize("size", [1, 4, 20])
@pytest.mark.parametrize(
    "asked", ["\x1b[?2026;2$y", "\x1b[?2048;1$y", "\x1b[<0;3;3M", "\x1b[27u", "\x1b[1;5C"]
)
def test_what_is_asked_for_and_what_keys_send_is_passed_on(asked: str, size: int) -> None:
    assert heard(f"1{asked}2", size) == f"1{asked}2"


def test_a_key_with_alt_is_no_answer() -> None:
    assert Heard().feed("\x1bPq") == "\x1bPq"


def test_an_answer_that_never_ends_is_no_key() -> None:
    listener = Heard()
    assert listener.feed("\x1b]11;q") == ""
    assert silence(listener) == ""
    assert listener.feed("2") == "2"


def silence(listener: Heard) -> str:
    """What is passed on while nothing comes."""
    return "".join(listener.nothing() for _ in range(PATIENCE))


@pytest.mark.parametrize("size", [1, 6, 4096])
@pytest.mark.parametrize(
    "pasted", ["", "长", "就业培训和创业", "x" * (MOST + 9)], ids=["nothing", "one", "some", "much"]
)
def test_a_paste_that_never_ends_is_over_after_a_while(pasted: str, size: int) -> None:
    listener = Heard()
    sent = START + pasted
    passed = "".join(listener.feed(sent[at : at + size]) for at in range(0, len(sent), size))
    assert passed + silence(listener) == f"{START}{pasted[:MOST]}{END}"
    assert listener.feed("2") == "2"


def test_a_paste_that_pauses_goes_on() -> None:
    listener = Heard()
    passed = listener.feed(f"{START}就业培训")
    passed += "".join(listener.nothing() for _ in range(PATIENCE - 1))
    passed += listener.feed("和创业")
    passed += "".join(listener.nothing() for _ in range(PATIENCE - 1))
    assert passed + listener.feed(END) == f"{START}就业培训和创业{END}"
