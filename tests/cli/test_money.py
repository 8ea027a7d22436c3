"""Money is exact from the print to the export: 分 inside, 元 with decimals where there are any outside."""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from pathlib import Path

import msgspec
import openpyxl
import polars
import pytest

from hrss_tui import open_pack
from hrss_tui.export.text import json_line
from hrss_tui.money import shown_yuan, yuan
from hrss_tui.query.filings.years import Row
from hrss_tui.records import BudgetLine
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.glyphs import UNICODE
from hrss_tui.words import words
from tests.cli.commands import Program
from tests.query.handmade import bytes_of, line

CENTS = 3_121_420_580
WHOLE = 1_200
NEGATIVE = -5


def filled(row: BudgetLine, fen: int) -> BudgetLine:
    return msgspec.structs.replace(row, amount=fen)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    amounts = {"20801": CENTS, "20802": WHOLE, "20805": NEGATIVE}
    rows = [filled(line(code, 0), amount) for code, amount in amounts.items()]
    path = tmp_path / "made.msgpack"
    path.write_bytes(bytes_of(rows))
    return path


@pytest.mark.parametrize(
    ("fen", "shown"),
    [(1_234, "12.34"), (1_230, "12.3"), (1_200, "12"), (-5, "-0.05"), (-150, "-1.5"), (0, "0")],
)
def test_yuan_have_decimals_only_where_there_are_any(fen: int, shown: str) -> None:
    assert str(shown_yuan(fen)) == shown
    assert yuan(fen) == Decimal(shown)


def test_nothing_stays_nothing() -> None:
    assert shown_yuan(None) is None


def test_json_lines_and_csv_print_all_digits(made: Path, hrss: Program) -> None:
    found = hrss("--pack", made, "export", "budget_lines", "--format", "jsonl").out.splitlines()
    assert [
        '"amount":31214205.8,' in found[0],
        '"amount":12,' in found[1],
        '"amount":-0.05,' in found[2],
    ] == [True] * 3
    as_csv = hrss("--pack", made, "export", "budget_lines", "--format", "csv").out.splitlines()
    names = as_csv[0].split(",")
    assert [row.split(",")[names.index("amount")] for row in as_csv[1:]] == ["31214205.8", "12", "-0.05"]


def test_the_budget_answers_in_yuan(made: Path, hrss: Program) -> None:
    rows = json.loads(
        hrss("--pack", made, "budget", "--by", "group", "--format", "json").out, parse_float=Decimal
    )
    assert {row["code"]: row["amount"] for row in rows} == {
        "20801": Decimal("31214205.8"),
        "20802": 12,
        "20805": Decimal("-0.05"),
    }
    assert "31,214,205.80" in hrss("--pack", made, "budget", "--by", "group", "--unit", "yuan").out


def test_data_frames_and_parquet_hold_decimals(made: Path, hrss: Program, tmp_path: Path) -> None:
    hrss("--pack", made, "export", "budget_lines", "--format", "parquet", "-o", tmp_path / "a.parquet")
    for frame in (open_pack(made).frame("budget_lines"), polars.read_parquet(tmp_path / "a.parquet")):
        assert frame.schema["amount"] == polars.Decimal(18, 2)
        assert frame["amount"].to_list() == [Decimal("31214205.80"), Decimal("12.00"), Decimal("-0.05")]


def test_databases_and_workbooks_hold_numbers(made: Path, hrss: Program, tmp_path: Path) -> None:
    hrss("--pack", made, "export", "--format", "sqlite", "-o", tmp_path / "a.sqlite")
    database = sqlite3.connect(tmp_path / "a.sqlite")
    found = database.execute("SELECT amount, typeof(amount) FROM budget_lines ORDER BY code").fetchall()
    database.close()
    assert found == [(31214205.8, "real"), (12, "integer"), (-0.05, "real")]
    hrss("--pack", made, "export", "budget_lines", "--format", "xlsx", "-o", tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["budget_lines"]
    at = [cell.value for cell in sheet[1]].index("金额")
    cells = [row[at] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, cell.number_format) for cell in cells] == [
        (31214205.8, "#,##0.00"),
        (12, "#,##0"),
        (-0.05, "#,##0.00"),
    ]


def test_the_explorer_shows_the_decimals_of_yuan(made: Path) -> None:
    desk = Desk(words("en"), "en", UNICODE, lambda _path: pytest.fail("nothing is opened"), None)
    desk.unit = 0
    assert [desk.money(amount) for amount in (CENTS, WHOLE, None)] == ["31,214,205.80", "12", ""]
    desk.unit = 1
    assert desk.money(CENTS) == "3,121.42"


def test_amounts_of_several_filings_are_in_yuan_too() -> None:
    row = Row("208", "208", "", 1, (CENTS, None, WHOLE), (None,) * 3, NEGATIVE, None, None, "", None)
    found = json.loads(json_line(row), parse_float=Decimal)
    assert (found["amounts"], found["change"]) == ([Decimal("31214205.8"), None, 12], Decimal("-0.05"))
