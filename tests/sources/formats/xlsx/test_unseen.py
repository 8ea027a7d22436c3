"""Cells that are there and that nobody sees: they are not read, and that is said; sums over them are left open."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from hrss_tui.records import Unread
from hrss_tui.sources.formats import xls
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xlsx.reader import read
from tests.compile.test_hidden_figures import compiled, failing, open_over
from tests.sources.formats.xlsx.test_reader import made, raw

WHITE = PatternFill("solid", fgColor="FFFFFFFF")
STRUCK = Font(strike=True)


def one(change: Any) -> SourceFile:
    """A table of two rows, whose figure in B2 is changed."""

    def fill(sheet: Any) -> None:
        for row in (("项目", "金额"), ("甲", 640.5), ("乙", 71.25)):
            sheet.append(row)
        change(sheet)

    return made(fill)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"font": STRUCK}, "删除线"),
        ({"font": Font(color="FFFFFFFF"), "fill": WHITE}, "白底白字"),
        ({"font": Font(sz=1)}, "白底白字"),
        ({"number_format": ";;;"}, ";;;"),
        ({"number_format": "0.00;;"}, ""),
    ],
)
def test_a_cell_that_nobody_sees_is_not_read_and_said(how: dict[str, Any], said: str) -> None:
    def change(sheet: Any) -> None:
        for key, value in how.items():
            setattr(sheet["B2"], key, value)

    file = one(change)
    shows = not said
    assert file.lines == ("项目\t金额", "甲\t640.50" if shows else "甲\t", "乙\t71.25")
    assert len(file.notes) == (0 if shows else 1)
    assert shows or (said in str(file.notes[0]) and "B2" in str(file.notes[0]))
    assert bool(file.grids[0].cells[2].hidden) is not shows


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u3000\u3000"])
def test_blanks_are_nothing_that_a_format_hides(blank: str) -> None:
    cells = "".join(f'<c r="{place}1" t="s"><v>{at}</v></c>' for at, place in enumerate("AB"))
    strings = f'<si><t>甲</t></si><si><t xml:space="preserve">{blank}</t></si>'
    file = read(raw(f'<sheetData><row r="1">{cells}</row></sheetData>', strings), "a.xlsx", Limits())
    assert (file.lines[0].strip(), file.notes) == ("甲", ())


def test_white_on_a_dark_ground_is_read() -> None:
    def change(sheet: Any) -> None:
        sheet["B2"].font, sheet["B2"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F4E78")

    assert one(change).lines[1] == "甲\t640.5"


@pytest.mark.parametrize("value", [0, None])
def test_a_zero_that_a_format_leaves_blank_needs_no_word(value: int | None) -> None:
    def change(sheet: Any) -> None:
        sheet["B2"], sheet["B2"].number_format = value, "#,##0.00;-#,##0.00;"

    file = one(change)
    assert file.lines[1] == "甲\t"
    assert file.notes == ()


def test_texts_are_shown_by_the_section_for_texts() -> None:
    def change(sheet: Any) -> None:
        sheet["A2"].number_format, sheet["A3"].number_format = '"第"@"类"', "0;0;0;"
        sheet["B2"], sheet["B2"].number_format = "48", '0;-0;0;"约"@"万元"'

    file = one(change)
    assert file.lines[1:] == ("第甲类\t约48万元", "\t71.25")
    assert len(file.notes) == 1


def test_a_string_that_is_not_in_the_file_is_unread() -> None:
    cells = '<c t="s"><v>0</v></c><c t="s"><v>9</v></c><c t="s"><v>no</v></c>'
    file = read(raw(f"<sheetData><row>{cells}</row></sheetData>", "<si><t>甲</t></si>"), "a.xlsx", Limits())
    assert file.lines == ("甲\t\ufffd\t\ufffd",)
    assert "2" in str(file.notes[0])
    assert "B1" in str(file.notes[0])


def test_a_stretch_that_is_struck_out_is_said() -> None:
    rich = "<r><t>由</t></r><r><rPr><strike/></rPr><t>58</t></r><r><t>85</t></r>"
    cells = f'<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>{rich}</is></c>'
    file = read(raw(f"<sheetData><row>{cells}</row></sheetData>", f"<si>{rich}</si>"), "a.xlsx", Limits())
    assert file.lines == ("由85\t由85",)
    assert len(file.notes) == 1
    assert "2" in str(file.notes[0])


@pytest.mark.parametrize(
    "sheet",
    [
        '<cols><col min="2" max="2" width="0.125"/></cols><sheetData><row>{}</row></sheetData>',
        '<sheetData><row>{}</row><row ht="0.75"><c t="inlineStr"><is><t>丙</t></is></c></row></sheetData>',
    ],
)
def test_rows_and_columns_pressed_to_nothing_are_hidden(sheet: str) -> None:
    cells = '<c t="inlineStr"><is><t>乙</t></is></c><c><v>7</v></c>'
    file = read(raw(sheet.format(cells)), "a.xlsx", Limits())
    assert "丙" not in "".join(file.lines)
    assert len(file.notes) == 1


def test_sums_over_a_struck_cell_are_left_open(tmp_path: Path) -> None:
    def strike(sheet: Any) -> None:
        sheet["E7"].font = STRUCK

    found = compiled(tmp_path, strike)
    rows = [row for row in found.tables["unread"] if isinstance(row, Unread)]
    assert [(row.kind, row.reason, row.printed) for row in rows] == [("cell", "hidden", "30.50")]
    assert failing(found) == []
    assert open_over(found, "30.50")


def test_workbooks_of_before_2007_are_read_by_the_same_rules() -> None:
    xlwt = pytest.importorskip("xlwt")
    pytest.importorskip("xlrd")
    styles = {
        1: xlwt.easyxf("font: struck_out on"),
        2: xlwt.easyxf("font: colour white"),
        3: xlwt.easyxf("font: colour white; pattern: pattern solid, fore_colour blue"),
        4: xlwt.easyxf(num_format_str=";;;"),
        5: xlwt.easyxf("font: colour blue; pattern: pattern solid, fore_colour blue"),
        6: xlwt.easyxf(num_format_str="[White]0.0"),
        7: xlwt.easyxf("font: colour white", num_format_str="[Red]0.0"),
        8: xlwt.easyxf(num_format_str="#,##0!.0,"),
    }
    book = xlwt.Workbook()
    sheet = book.add_sheet("甲")
    sheet.write(0, 0, "项目")
    sheet.write(0, 1, "金额")
    for row, style in styles.items():
        sheet.write(row, 0, f"第{row}项")
        sheet.write(row, 1, 30.5 + row, style)
    struck, raised = xlwt.Font(), xlwt.Font()
    struck.struck_out, raised.escapement = True, 1
    sheet.write(9, 0, "末项")
    sheet.write_rich_text(9, 1, ["1", ("9", struck), "7.5", ("3", raised)])
    out = io.BytesIO()
    book.save(out)
    file = xls.read(out.getvalue(), "a.xls", Limits())
    amounts = [line.split("\t")[1] for line in file.lines[1:]]
    assert amounts == ["", "", "33.5", "", "", "", "37.5", "38.5(#,##0!.0,)", "17.5³"]
    assert len(file.notes) == 4


def test_the_book_of_a_plain_writer_says_nothing() -> None:
    book = Workbook()
    book.active.append(("项目", "金额"))
    out = io.BytesIO()
    book.save(out)
    assert read(out.getvalue(), "a.xlsx", Limits()).notes == ()


@pytest.mark.parametrize("zeros", [True, False])
def test_zeros_that_a_sheet_does_not_show_are_blank(zeros: bool) -> None:
    def change(sheet: Any) -> None:
        sheet["B2"] = 0
        sheet.sheet_view.showZeros = zeros

    texts = {cell.text for cell in one(change).grids[0].cells}
    assert ("0" in texts) is zeros
    assert "71.25" in texts


def test_a_value_with_its_unit_that_a_program_took_for_a_formula_is_read() -> None:
    def change(sheet: Any) -> None:
        sheet["B2"] = "=16场"

    file = one(change)
    assert "=16场" in {cell.text for cell in file.grids[0].cells}
    assert file.notes == ()
