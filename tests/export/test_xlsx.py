"""The workbook, read back by another library."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.export import xlsx
from hrss_tui.export.tables import chosen_tables, columns_of
from hrss_tui.pack.read import Pack, decode_pack
from tests.export.hostile import TEXTS, days_pack, hostile_pack

pytest.importorskip("xlsxwriter")
openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture(scope="module")
def short(small: bytes) -> Pack:
    """A row or more of every table: neither library is quick with a cell."""
    return decode_pack(small, "short")


def test_a_sheet_per_table_with_typed_cells_and_a_frozen_header(short: Pack, tmp_path: Path) -> None:
    xlsx.write(short, chosen_tables(short, ()), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["说明", *short.tables]
    for sheet in book.worksheets[1:]:
        columns = columns_of(short, sheet.title)
        assert [cell.value for cell in sheet[1]] == [column.zh for column in columns]
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row == short.count(sheet.title) + 1
    names = [column.name for column in columns_of(short, "budget_lines")]
    amounts = [row[names.index("amount")] for row in book["budget_lines"].iter_rows(min_row=2)]
    assert [cell.value for cell in amounts] == [fen // 100 for fen in short.column("budget_lines", "amount")]
    assert {(cell.data_type, cell.number_format) for cell in amounts} == {("n", "#,##0")}
    codes = [row[names.index("code")] for row in book["budget_lines"].iter_rows(min_row=2)]
    assert [cell.value for cell in codes] == short.column("budget_lines", "code")
    restored = [row[names.index("code_restored")].value for row in book["budget_lines"].iter_rows(min_row=2)]
    assert restored == short.column("budget_lines", "code_restored")


def test_the_first_sheet_says_what_every_heading_means(short: Pack, tmp_path: Path) -> None:
    for lang, title, name in (("zh", "说明", "发布日期"), ("en", "About", "Date of issue")):
        xlsx.write(short, ["documents", "checks"], tmp_path / f"{lang}.xlsx", lang=lang)
        book = openpyxl.load_workbook(tmp_path / f"{lang}.xlsx")
        rows = list(book[title].iter_rows(min_row=2, values_only=True))
        wanted = [
            (table, column.name) for table in ("documents", "checks") for column in columns_of(short, table)
        ]
        assert [(row[0], row[3]) for row in rows] == wanted
        assert [cell.value for cell in book["documents"][1]] == [
            row[2] for row in rows if row[0] == "documents"
        ]
        assert name in [row[2] for row in rows]
        (values,) = (row[6] for row in rows if row[3] == "status")
        assert values == "exact rounding fails not_checkable"


def test_days_are_days_and_columns_as_wide_as_what_they_hold(pack: Pack, tmp_path: Path) -> None:
    xlsx.write(pack, ["documents", "projects", "budget_lines"], tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    heads = [cell.value for cell in book["projects"][1]]
    starts = [row[heads.index("开始日期")] for row in book["projects"].iter_rows(min_row=2)]
    assert {cell.number_format for cell in starts} == {"yyyy-mm-dd"}
    assert [f"{cell.value:%Y-%m-%d}" for cell in starts] == pack.column("projects", "starts")
    sheet = book["budget_lines"]
    for column in sheet.columns:
        longest = max(
            len(f"{cell.value:,}" if isinstance(cell.value, int) else str(cell.value or ""))
            for cell in column
        )
        assert width(sheet, column[0].column) >= min(60, longest)


def width(sheet: Any, number: int) -> float:
    """Columns that are equally wide are kept as one."""
    kept = sheet.column_dimensions.values()
    return next(float(columns.width) for columns in kept if columns.min <= number <= columns.max)


def test_a_day_of_no_calendar_a_year_and_one_before_the_days_of_spreadsheets_stay_text(
    tmp_path: Path,
) -> None:
    texts = ["2023-02-30", "2023", "2023-02", "1899-01-01", "2023-02-28"]
    xlsx.write(days_pack(texts), ["documents"], tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["documents"]
    (at,) = (cell.column - 1 for cell in sheet[1] if cell.value == "发布日期")
    *others, last = (row[at] for row in sheet.iter_rows(min_row=2, values_only=True))
    assert (others, last) == (texts[:-1], datetime(2023, 2, 28))


def test_no_text_becomes_a_formula_or_a_link_and_long_ones_are_cut_with_notice(tmp_path: Path) -> None:
    notes: list[str] = []
    pack = hostile_pack()
    xlsx.write(pack, chosen_tables(pack, ()), tmp_path / "h.xlsx", notes.append)
    book = openpyxl.load_workbook(tmp_path / "h.xlsx")
    texts = [row[5] for row in book["blocks"].iter_rows(min_row=2)]
    assert [cell.value or "" for cell in texts] == [text[:32_767] for text in TEXTS]
    assert {cell.data_type for cell in texts if cell.value} == {"s"}
    assert len(notes) == 1
    assert "blocks" in notes[0]
    with zipfile.ZipFile(tmp_path / "h.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_two_exports_are_the_same_bytes_at_any_time(
    short: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    xlsx.write(short, chosen_tables(short, ()), tmp_path / "a.xlsx")
    monkeypatch.setenv("TZ", "Asia/Urumqi")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    xlsx.write(short, chosen_tables(short, ()), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_names_that_meet_after_cutting_or_but_for_case_are_told_apart() -> None:
    long = "a_table_of_a_very_long_name_indeed"
    names = xlsx.sheet_names([long + "_x", long + "_y", "Rows", "rows", "rows_2", "history"])
    assert names[0] == long[:31]
    assert names[2:] == ["Rows", "rows_2", "rows_2_2", "history_2"]
    assert len({name.lower() for name in names}) == 6
    assert max(map(len, names)) == 31
