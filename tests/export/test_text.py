"""Cells of CSV that mean one thing in every spreadsheet, whatever mark it is set to."""

from __future__ import annotations

import pytest

from hrss_tui.export.text import cell, csv_line


@pytest.mark.parametrize(
    "text", ["甲;乙", "甲\t乙", "=", "-甲", "+1", "@a", "＝甲", " 甲", "甲 ", '甲"', "甲,乙"]
)
def test_a_cell_that_could_be_taken_apart_or_calculated_is_quoted(text: str) -> None:
    line = csv_line((text, "丙"))
    assert line.startswith('"')
    assert line.endswith('",丙')


def test_others_stand_bare() -> None:
    assert csv_line(("甲", "", "12", "-1", "-0.05", "3-4", cell(None))) == "甲,,12,-1,-0.05,3-4,"
    assert csv_line((cell(("甲", "乙")),)) == '"甲;乙"'
