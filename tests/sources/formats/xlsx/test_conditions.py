"""Cells that a conditional format, a colour or a picture shows otherwise than they are stored."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule, DataBarRule, FormulaRule, IconSetRule, Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from hrss_tui.errors import SourceError
from hrss_tui.records import Unread
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xlsx.reader import read
from tests.compile.test_hidden_figures import compiled, failing, open_over
from tests.sources.formats.xlsx.test_reader import raw

WHITE = Font(color="FFFFFFFF")
ALERT = PatternFill(bgColor="FFC00000")
UNREAD = "\ufffd"
FIRST = ("项目", "金额", "比重")


def amounts(*rules: Any, ranges: str = "B2:B4", change: Callable[[Any], None] | None = None) -> SourceFile:
    """A sheet of three rows whose figures stand under the rules."""

    def add(sheet: Any) -> None:
        for rule in rules:
            sheet.conditional_formatting.add(ranges, rule)
        if change is not None:
            change(sheet)

    return read(saved(add), "a.xlsx", Limits())


def saved(change: Callable[[Any], None]) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    for row in (FIRST, ("甲", 380, 0.4), ("乙", 42, 0.6), ("丙", 0, "无")):
        sheet.append(row)
    change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(file: SourceFile, index: int = 1) -> list[str]:
    return [line.split("\t")[index] for line in file.lines[1:]]


def formatted(code: str, **said: Any) -> Rule:
    return Rule(dxf=DifferentialStyle(numFmt=NumberFormat(numFmtId=190, formatCode=code)), **said)


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        (CellIsRule("greaterThan", ["100"], font=WHITE), ["", "42", "0"]),
        (CellIsRule("lessThanOrEqual", ["42"], font=WHITE), ["380", "", ""]),
        (CellIsRule("between", ["40", "50"], font=Font(strike=True)), ["380", "", "0"]),
        (CellIsRule("notBetween", ["40", "50"], font=WHITE), ["", "42", ""]),
        (CellIsRule("equal", ["0"], font=WHITE), ["380", "42", ""]),
        (CellIsRule("greaterThan", ["100"], font=WHITE, fill=ALERT), ["380", "42", "0"]),
        (CellIsRule("greaterThan", ["100"], fill=PatternFill(bgColor="FF000000")), ["", "42", "0"]),
        (CellIsRule("greaterThan", ["100"], font=Font(color="FFC00000")), ["380", "42", "0"]),
        (FormulaRule(["$B2<100"], font=WHITE), ["380", "", ""]),
        (FormulaRule(['$A2="乙"'], font=WHITE), ["380", "", "0"]),
        (FormulaRule(["TRUE"], font=WHITE), ["", "", ""]),
        (formatted('0.0,"千"', type="cellIs", operator="greaterThan", formula=["100"]), ["0.4千", "42", "0"]),
        (formatted(";;;", type="expression", formula=["B2=42"]), ["380", "", "0"]),
        (DataBarRule("min", None, "max", None, color="FF638EC6", showValue=False), ["", "", ""]),
        (DataBarRule("min", None, "max", None, color="FF638EC6"), ["380", "42", "0"]),
        (IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False), ["", "", ""]),
    ],
)
def test_what_a_condition_makes_of_a_cell_is_what_is_seen(rule: Rule, shown: list[str]) -> None:
    file = amounts(rule)
    assert column(file) == shown
    assert column(file, 2) == ["0.4", "0.6", "无"]
    assert bool(file.notes) is any(not text and held for text, held in zip(shown, (1, 1, 0), strict=True))


@pytest.mark.parametrize(
    "rule",
    [
        FormulaRule(["COUNTIF($A$2:$A$4,$A2)>1"], font=WHITE),
        Rule(type="aboveAverage", dxf=DifferentialStyle(font=WHITE)),
        CellIsRule("greaterThan", ["$F$1"], font=WHITE),
        formatted("0.00%", type="duplicateValues"),
    ],
)
def test_a_cell_that_a_condition_may_hide_is_no_sure_figure(rule: Rule) -> None:
    file = amounts(rule)
    assert column(file) == [f"{UNREAD}380", f"{UNREAD}42", f"{UNREAD}0"]
    assert column(file, 2) == ["0.4", "0.6", "无"]
    assert ["条件格式" in str(note) for note in file.notes] == [True]


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("ISERROR(B2)", ["380", "42", "0"]),
        ("ISBLANK(B2)", ["380", "42", "0"]),
        ("ISNUMBER(B2)", ["", "", ""]),
        ("ISTEXT($A2)", ["", "", ""]),
        ("ISNUMBER(C2)", ["", "", "0"]),
        ("LEN(TRIM(B2))=0", ["380", "42", "0"]),
        ("LEN(B2)=3", ["", "42", "0"]),
        ("B2=B3", ["380", "42", ""]),
        ("B2>B3", ["", "", "0"]),
        ("B2<$B$2", ["380", "", ""]),
        ("$B$2 > B2", ["380", "", ""]),
        ("AND(B2>1,B2<=42)", ["380", "", "0"]),
        ('OR(B2=380,$A2="丙")', ["", "42", ""]),
        ("NOT(B2>=42)", ["380", "42", ""]),
        ("(B2<=-1)=(C2>1)", ["", "", "0"]),
        ("MOD(ROW(),2)=0", ["", "42", ""]),
        ("MOD(COLUMN(),2)=1", ["380", "42", "0"]),
        ('NOT(ISERROR(SEARCH("乙",$A2)))', ["380", "", "0"]),
        ('LEFT(B2,1)="4"', ["380", "", "0"]),
        ('RIGHT($A2,2)="丙"', ["380", "42", ""]),
        ("F2=0", ["", "", ""]),
        ('F2=""', ["", "", ""]),
        ("A2>1000", ["", "", ""]),
        ("B2", ["", "", "0"]),
    ],
)
def test_a_formula_is_worked_out_for_each_cell(formula: str, shown: list[str]) -> None:
    assert column(amounts(FormulaRule([formula], font=WHITE))) == shown


@pytest.mark.parametrize(
    "formula",
    [
        "另表!A1>0",
        "SUM(B2:B4)>0",
        "B2+1>0",
        '$A2<"乙二"',
        "B1=A0",
        "SQRT(B2)>1",
        "ISNUMBER(B2",
        "B2>0)",
        'SEARCH("甲*",$A2)>0',
        "MOD(C2,2)=0.4",
        "NOT(AND(B2=1,$A2))",
        "A1:B2=1",
        "B2>-",
        "(" * 90 + "B2>0" + ")" * 90,
        'A2<>"' + "甲" * 600 + '"',
    ],
)
def test_what_a_formula_cannot_be_worked_out_to_is_not_known(formula: str) -> None:
    file = amounts(FormulaRule([formula], font=WHITE), ranges="B2")
    assert column(file) == [f"{UNREAD}380", "42", "0"]


@pytest.mark.parametrize("text", ["B5", "ISERROR(B5)", "B5=0", "AND(B2>0,B5=TRUE)"])
def test_what_rests_on_a_formula_without_a_result_is_not_known(text: str) -> None:
    def change(sheet: Any) -> None:
        sheet["B5"] = "=SUM(B2:B4)"

    file = amounts(FormulaRule([text], font=WHITE), ranges="B2", change=change)
    assert column(file) == [f"{UNREAD}380", "42", "0", UNREAD]


@pytest.mark.parametrize(
    ("kind", "formula", "shown"),
    [
        ("containsText", 'NOT(ISERROR(SEARCH("8",B2)))', ["", "42", "0"]),
        ("notContainsText", 'ISERROR(SEARCH("8",B2))', ["380", "", ""]),
        ("beginsWith", 'LEFT(B2,LEN("4"))="4"', ["380", "", "0"]),
        ("endsWith", 'RIGHT(B2,LEN("0"))="0"', ["", "42", ""]),
    ],
)
def test_conditions_on_a_text_are_told_by_their_formula(kind: str, formula: str, shown: list[str]) -> None:
    rule = Rule(type=kind, formula=[formula], dxf=DifferentialStyle(font=WHITE))
    assert column(amounts(rule)) == shown


def test_a_ground_that_is_left_to_the_program_hides_nothing() -> None:
    automatic = PatternFill("solid", fgColor="FFFFEB9C", bgColor=Color(indexed=64))
    assert column(amounts(CellIsRule("greaterThan", ["1"], fill=automatic))) == ["380", "42", "0"]


def test_conditions_that_only_colour_change_nothing() -> None:
    banded = FormulaRule(["MOD(ROW(),2)=0"], fill=PatternFill(bgColor="FFDDEBF7"))
    doubled = Rule(type="duplicateValues", dxf=DifferentialStyle(font=Font(color="FF9C0006")))
    file = amounts(banded, doubled)
    assert column(file) == ["380", "42", "0"]
    assert file.notes == ()


def test_the_first_of_two_conditions_counts() -> None:
    def red() -> Rule:
        return CellIsRule("greaterThan", ["50"], font=Font(color="FFC00000"))

    def white() -> Rule:
        return CellIsRule("greaterThan", ["10"], font=WHITE)

    assert column(amounts(red(), white())) == ["380", "", "0"]
    assert column(amounts(white(), red())) == ["", "", "0"]
    stopping = CellIsRule("greaterThan", ["50"], stopIfTrue=True, fill=PatternFill(bgColor="FFDDEBF7"))
    assert column(amounts(stopping, white())) == ["380", "", "0"]


def test_a_condition_may_show_what_its_cell_hides() -> None:
    def hide(sheet: Any) -> None:
        sheet["B2"].font = sheet["B3"].font = WHITE

    assert column(amounts(change=hide)) == ["", "", "0"]
    shows = CellIsRule("greaterThan", ["100"], font=Font(color="FF000000"))
    assert column(amounts(shows, change=hide)) == ["380", "", "0"]


def test_any_text_comes_behind_all_numbers() -> None:
    white = CellIsRule("greaterThan", ["100"], font=WHITE)
    assert column(amounts(white, ranges="C1:C4"), 2) == ["0.4", "0.6", ""]


@pytest.mark.parametrize(
    ("ranges", "seen"),
    [
        ("B:B", {"0.4", "0.6"}),
        ("3:4", {"380", "0.4"}),
        ("B2 C3 B4:C4", {"0.4", "42"}),
        ("$B$2:$C$3", {"0"}),
    ],
)
def test_ranges_are_said_in_many_ways(ranges: str, seen: set[str]) -> None:
    def change(sheet: Any) -> None:
        sheet.conditional_formatting.add("B2", FormulaRule(["FALSE"], font=WHITE))

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(change))) as book, zipfile.ZipFile(out, "w") as changed:
        for part in book.namelist():
            data = (
                book.read(part)
                .replace(b'sqref="B2"', f'sqref="{ranges}"'.encode())
                .replace(b"FALSE", b"TRUE")
            )
            changed.writestr(part, data)
    file = read(out.getvalue(), "a.xlsx", Limits())
    assert {cell.text for cell in file.grids[0].cells if cell.text[:1].isdigit()} == seen


def test_a_condition_with_a_style_of_its_own_is_followed() -> None:
    names = (
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"'
    )
    cells = '<row><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1"><v>73</v></c><c r="C1"><v>9</v></c></row>'
    for formula, shown in (("73", "甲\t9"), ("另表!A1", f"甲\t{UNREAD}73\t9")):
        rule = (
            f'<x14:cfRule type="cellIs" operator="equal" priority="1"><xm:f>{formula}</xm:f><x14:dxf><font>'
            '<color rgb="FFFFFFFF"/></font></x14:dxf></x14:cfRule><xm:sqref>B1</xm:sqref>'
        )
        held = f"<x14:conditionalFormattings><x14:conditionalFormatting>{rule}</x14:conditionalFormatting></x14:conditionalFormattings>"
        sheet = f"<sheetData>{cells}</sheetData><extLst {names}><ext>{held}</ext></extLst>"
        assert read(raw(sheet), "a.xlsx", Limits()).lines == (shown,)


def test_rules_without_end_are_refused() -> None:
    rules = [FormulaRule([f"$A2={at}"], font=WHITE) for at in range(40)]
    data = saved(lambda sheet: [sheet.conditional_formatting.add("A1:C900000", rule) for rule in rules])
    with pytest.raises(SourceError, match=r"^a\.xlsx: "):
        read(data, "a.xlsx", Limits(cells=200))
    assert read(data, "a.xlsx", Limits(cells=1000)).lines[1] == "甲\t380\t0.4"


def test_sums_over_a_cell_that_a_condition_hides_are_left_open(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.conditional_formatting.add("E4:E8", CellIsRule("lessThan", ["100"], font=WHITE))

    found = compiled(tmp_path, hide)
    rows = [row for row in found.tables["unread"] if isinstance(row, Unread)]
    assert [(row.kind, row.reason, row.printed) for row in rows] == [("cell", "hidden", "30.50")]
    assert failing(found) == []
    assert open_over(found, "30.50")


@pytest.mark.parametrize(
    "how",
    [
        {"font": Font(color="FFFDFDFD")},
        {"font": Font(color="FF1F4E78"), "fill": PatternFill("solid", fgColor="FF1F4E78")},
        {"number_format": "[White]0.00"},
        {"number_format": '0.00;-0.00;"-";@', "font": WHITE},
        {"number_format": "[<500][Color2]0.00;0.00"},
    ],
)
def test_letters_of_the_colour_of_their_ground_are_not_seen(how: dict[str, Any]) -> None:
    def change(sheet: Any) -> None:
        for key, value in how.items():
            setattr(sheet["B2"], key, value)

    file = amounts(change=change)
    assert column(file) == ["", "42", "0"]
    assert len(file.notes) == 1


@pytest.mark.parametrize(
    "how",
    [
        {"number_format": "[Red]0;[White]0", "font": WHITE},
        {"number_format": "[White]0", "fill": PatternFill("solid", fgColor="FF1F4E78")},
        {"font": Font(color="FF1F4E78"), "fill": PatternFill("solid", fgColor="FFDDEBF7")},
        {"font": WHITE, "fill": PatternFill("lightGrid", fgColor="FFFFFFFF")},
    ],
)
def test_letters_of_another_colour_than_their_ground_are_seen(how: dict[str, Any]) -> None:
    def change(sheet: Any) -> None:
        for key, value in how.items():
            setattr(sheet["B2"], key, value)

    file = amounts(change=change)
    assert column(file) == ["380", "42", "0"]
    assert file.notes == ()


def test_a_picture_in_a_cell_of_wps_is_no_text() -> None:
    cells = (
        '<row><c t="inlineStr"><is><t>甲</t></is></c><c t="str"><f>_xlfn.DISPIMG("ID_7F20",1)</f>'
        '<v>=DISPIMG("ID_7F20",1)</v></c><c><v>9</v></c></row>'
    )
    file = read(raw(f"<sheetData>{cells}</sheetData>"), "a.xlsx", Limits())
    assert file.lines == (f"甲\t{UNREAD}\t9",)
    assert ["图片" in str(note) for note in file.notes] == [True]
