"""A table stays a table where it is wider than the terminal, and what goes elsewhere is still there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.cli.cells import width
from hrss_tui.cli.context import Context
from hrss_tui.cli.fitting import Column, broken, fitted
from hrss_tui.cli.output import Field, table_lines
from tests.cli.commands import Program, spawn

TEXTS = st.text(st.sampled_from("人社预算12-/，。（）a b"), max_size=30)


@pytest.mark.parametrize(
    "command",
    [
        ["checks"],
        ["checks", "--status", "fails"],
        ["changes"],
        ["compare"],
        ["compare", "--as", "share"],
        ["indicators"],
        ["targets"],
        ["policies"],
        ["policies", "就业创业"],
        ["glossary"],
        ["documents"],
        ["tables"],
        ["info"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("room", [80, 120])
def test_no_table_is_wider_than_the_terminal(
    hrss: Program, monkeypatch: pytest.MonkeyPatch, command: list[str], room: int
) -> None:
    whole = hrss(*command).out
    monkeypatch.setattr(Context, "room", room)
    lines = hrss(*command).out.split("\n")
    assert max(map(width, lines)) <= room
    rules = [at for at, line in enumerate(lines) if re.fullmatch(r"-[- ]*", line)]
    assert all(at + 1 not in rules for at in rules)
    letters = {char for char in whole if not char.isspace()}
    assert {char for line in lines for char in line if not char.isspace()} == letters


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4), st.integers(20, 70))
def test_nothing_is_lost_and_nothing_sticks_out(rows: list[tuple[str, str, str]], room: int) -> None:
    fields = [
        Field("名", lambda row: row[0], least=6),
        Field("数", lambda row: f"{len(row[1]):>4}", right=True),
        Field("说明", lambda row: row[1]),
        Field("另", lambda row: row[2], least=10, below=True),
    ]
    lines = table_lines(fields, rows, room=room)
    assert all(width(line) <= room for line in lines)
    said = "".join("".join(row) for row in rows)
    for char in set(said) - {" "}:
        assert sum(line.count(char) for line in lines[2:]) >= said.count(char)


def test_what_has_room_is_left_alone() -> None:
    columns = [Column(10, 4), Column(30, 4, 8), Column(40, 4, 12, below=True)]
    assert fitted(columns, 0, 2) == ([10, 30, 40], frozenset())
    assert fitted(columns, 84, 2) == ([10, 30, 40], frozenset())
    assert fitted(columns, 60, 2).below == frozenset()
    assert sum(fitted(columns, 60, 2).widths) == 56
    assert fitted(columns, 30, 2) == ([10, 18, 0], frozenset({2}))


def test_numbers_are_never_narrowed() -> None:
    assert fitted([Column(20, 2, right=True), Column(20, 2)], 24, 2).widths == [20, 6]


def test_a_word_is_broken_after_a_mark() -> None:
    assert broken("budget-2026:1078", 12) == ["budget-2026:", "1078"]
    assert broken("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_a_pipe_gets_one_table_and_no_file_is_written(tmp_path) -> None:
    done = spawn("export", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "-o" in done.err
    assert spawn("export", "--format", "xlsx", "budget_lines", cwd=tmp_path).status == 2
    assert spawn("export", "glossary", cwd=tmp_path).status == 0
    assert list(tmp_path.iterdir()) == []
