"""A setting is changed in a file somebody wrote: all else stays, and what cannot be changed alone is left and said."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.errors import UsageError
from hrss_tui.tui.keys.changing import save_setting, with_setting

OWN = """# my settings
theme = 'nord'   # at night
future = [1, 2]  # a later version reads this

# keys of mine
[keys]
# not e
export = "x"

[other]
theme = "not this one"
"""


@pytest.mark.parametrize(
    ("name", "value", "table", "was", "comes"),
    [
        ("theme", "gruvbox", "", "theme = 'nord'   # at night", 'theme = "gruvbox"  # at night'),
        ("lang", "en", "", "reads this\n", 'reads this\nlang = "en"\n'),
        ("clipboard", False, "", "reads this\n", "reads this\nclipboard = false\n"),
        ("export", "f9", "keys", 'export = "x"', 'export = "f9"'),
        ("copy", '"', "keys", 'export = "x"', 'export = "x"\ncopy = "\\""'),
        ("export", None, "keys", 'export = "x"\n', ""),
        ("ascii", None, "", "", ""),
    ],
)
def test_one_line_changes(name: str, value: str | bool | None, table: str, was: str, comes: str) -> None:
    assert with_setting(OWN, name, value, table) == OWN.replace(was, comes, 1)


def test_a_table_that_is_not_there_is_added() -> None:
    assert with_setting("", "export", "x", "keys") == '[keys]\nexport = "x"\n'
    assert with_setting('lang = "en"', "export", "x", "keys") == 'lang = "en"\n\n[keys]\nexport = "x"\n'
    assert with_setting("", "lang", "en") == 'lang = "en"\n'


def test_line_ends_stay_as_they_are() -> None:
    assert with_setting('lang = "en"\r\n# \u2028 one line\r\n', "unit", "元") == (
        'lang = "en"\r\n# \u2028 one line\r\nunit = "元"\r\n'
    )


@pytest.mark.parametrize(
    ("text", "name", "table"),
    [
        ('keys = { export = "x" }', "export", "keys"),
        ('keys.export = "x"', "export", "keys"),
        ('theme = """\nnord"""', "theme", ""),
        ('viewer = [\n"a",\n"{file}",\n]\nlang = """\ntheme = "x"\n"""', "theme", ""),
    ],
    ids=["inline table", "dotted", "text of lines", "a line in a text"],
)
def test_what_cannot_be_changed_alone_is_left_and_said(
    tmp_path: Path, text: str, name: str, table: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as refused:
        save_setting(path, name, "y", table)
    assert "config.toml" in refused.value.message
    assert name in refused.value.message
    assert path.read_text("utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


NAMES = st.sampled_from(["theme", "lang", "unit", "a b", "x"])
TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=8)


@given(st.lists(st.sampled_from([*OWN.splitlines(), "", "x = 1", '"theme" = 2', "# theme = 3", "y = '''"]), max_size=9),
       st.sampled_from(["theme", "lang", "export"]), TEXTS | st.booleans() | st.none(), st.sampled_from(["", "keys"]))  # fmt: skip
def test_what_is_written_says_what_was_said_and_the_change(
    lines: list[str], name: str, value: str | bool | None, table: str
) -> None:
    text = "\n".join(lines)
    try:
        before = tomllib.loads(text)
        changed = with_setting(text, name, value, table)
    except (ValueError, AttributeError):
        return
    after = tomllib.loads(changed)
    place, then = (before.setdefault(table, {}), after.setdefault(table, {})) if table else (before, after)
    place.pop(name, None)
    assert then.pop(name, None) == value
    assert before == after
    assert [line for line in lines if line.startswith("#")] == [
        line for line in changed.splitlines() if line.startswith("#")
    ]


def test_the_file_keeps_its_place_and_its_rights(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles" / "own.toml", tmp_path / "config.toml"
    real.parent.mkdir()
    real.write_text('lang = "en"\n', "utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    save_setting(link, "unit", "亿元")
    assert link.is_symlink()
    assert real.read_text("utf-8") == 'lang = "en"\nunit = "亿元"\n'
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert [path.name for path in real.parent.iterdir()] == ["own.toml"]


def test_a_file_comes_into_being_with_its_folder(tmp_path: Path) -> None:
    save_setting(tmp_path / "new" / "config.toml", "lang", "zh")
    assert (tmp_path / "new" / "config.toml").read_text("utf-8") == 'lang = "zh"\n'
