"""The format of a page of evidence is that of the ending of its file, or typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Program

PLACE = "plan-2021:23"


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!DOCTYPE html>"), ("a.HTM", "<!DOCTYPE html>"), ("a.md", "#"), ("a.txt", "#"), ("a", "#"), ("a.23", "#")],
)  # fmt: skip
def test_the_ending_says_what_is_written(name: str, begins: str, hrss: Program, tmp_path: Path) -> None:
    assert hrss("evidence", PLACE, "-o", tmp_path / name).status == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.mp4"])
def test_an_ending_that_names_no_format_is_refused(name: str, hrss: Program, tmp_path: Path) -> None:
    done = hrss("evidence", PLACE, "-o", tmp_path / name)
    assert (done.status, done.out) == (2, "")
    assert name.partition(".")[2] in done.err
    assert list(tmp_path.iterdir()) == []
    assert hrss("evidence", PLACE, "--format", "md", "-o", tmp_path / name).status == 0
