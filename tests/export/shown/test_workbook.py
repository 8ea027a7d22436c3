"""A workbook of what is on screen: numbers as printed, texts as texts, the sources beside."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from hrss_tui.export.shown.sheet import Cell, Column
from hrss_tui.export.shown.workbook import figure, shape_of, xlsx
from tests.export.shown.reading import HOSTILE, sheet

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")
NUMBER, TEXT = Column("数", right=True), Column("文")


def test_cells_have_their_types_and_rows_their_places(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(sheet(text="=1+1")))
    table, sources = openpyxl.load_workbook(path).worksheets
    assert [cell.value for cell in table[1]] == ["地方", "人数 (万人)", "出处", "记录"]
    name, amount, place, record = table[2]
    assert (name.value, name.data_type) == ("=1+1", "s")
    assert (amount.value, amount.number_format) == (1234.5, "#,##0.00")
    assert (place.value, record.value) == ("[1] 第 3 页、第 5 页", "r:1")
    assert (table[3][1].value, table[3][1].data_type) == ("/", "s")
    said = [cell.value for row in sources for cell in row if cell.value]
    assert "[1] 某厅. 各地就业[R]." in said
    assert "compare/甲'乙" in said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.50", "1234.50"), ("-0.3", "-0.3"), ("+12", "12"), ("0012", None), ("1,23", None), ("12%", None),
        ("12 万", None), ("", None), ("1" * 16, None), ("1e5", None), ("１２", None), ("/", None),
    ],
)  # fmt: skip
def test_only_what_is_a_number_is_one(text: str, number: str | None) -> None:
    found = figure(Cell(text), NUMBER)
    assert found == (None if number is None else Decimal(number))
    assert figure(Cell(text), TEXT) is None


def test_a_number_is_shown_as_it_is_printed() -> None:
    assert [shape_of(text) for text in ("1,234.50", "-0.3", "+12", "7")] == [
        "#,##0.00",
        "0.0",
        "+0;-0;0",
        "0",
    ]


def test_the_same_sheet_is_the_same_file_and_hostile_text_is_text(tmp_path: Path) -> None:
    data = xlsx(sheet(HOSTILE, HOSTILE))
    assert data == xlsx(sheet(HOSTILE, HOSTILE))
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    assert openpyxl.load_workbook(path).worksheets[0][2][0].data_type == "s"
