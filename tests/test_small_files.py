"""Small files of TOML: names of thousands of parts, which the library would sit over, are refused before it sees them."""

from __future__ import annotations

import tomllib

import pytest

from hrss_tui.small_files import toml_of

PARTS = ".a" * 20_000


@pytest.mark.parametrize(
    "text",
    [
        f"a{PARTS} = 1",
        f"x = 1\n[a{PARTS}]",
        f"x = {{ a{PARTS} = 1 }}",
        'a = "b"\n' + '"a' + '"."a' * 20_000 + '" = 1',
        f"'a\"'{PARTS} = 1",
        f'"a\\""{PARTS} = 1',
    ],
    ids=["name", "table", "inside", "quoted", "behind a text", "behind a sign"],
)
def test_a_name_of_thousands_of_parts_is_refused_unread(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("read all the same"))
    with pytest.raises(ValueError, match="parts"):
        toml_of(text)


@pytest.mark.parametrize("line", ['a = "{}"', "a = '{}'", "# {}\na = 1", "a = 1 # it's \"{}"])
def test_points_in_texts_and_comments_are_no_parts(line: str) -> None:
    text = line.format("." * 5000)
    assert toml_of(text) == tomllib.loads(text)


def test_many_lines_with_points_are_read() -> None:
    text = "\n".join(f'[f{number}]\nfile = "{number}.第一版.txt"' for number in range(2000))
    assert len(toml_of(text)) == 2000


def test_names_of_a_few_parts_are_read() -> None:
    assert toml_of("[a.b]\nc.d = 1.5\n") == {"a": {"b": {"c": {"d": 1.5}}}}
