"""What a Word file shows and does not show by its styles, fonts, revisions and drawings."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.docx.reader import read
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from tests.sources.formats.docx.made import docx, listed, p, tbl, tc

NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def file_of(body: str, **parts: str) -> SourceFile:
    return read(docx(body, **parts), "a.docx", Limits())


@pytest.mark.parametrize("says", ["<w:strike/>", "<w:dstrike/>", '<w:color w:val="FFFFFF"/>'])
def test_a_style_that_strikes_out_or_writes_white_hides_digits(says: str) -> None:
    style = f'<w:style w:styleId="S"><w:rPr>{says}</w:rPr></w:style><w:style w:styleId="T"><w:basedOn w:val="S"/></w:style>'
    for name in ("S", "T"):
        file = file_of(p(run("支出") + run("4", f'<w:rStyle w:val="{name}"/>') + run("35万元")), styles=style)
        assert file.lines == ("支出35万元",)
        assert len(file.notes) == 1


def test_a_run_may_say_otherwise_than_the_style_of_its_paragraph() -> None:
    style = '<w:style w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(run("旧9万元") + run("新8万元", '<w:strike w:val="0"/>'), '<w:pStyle w:val="S"/>')
    file = file_of(body, styles=style)
    assert file.lines == ("新8万元",)
    assert len(file.notes) == 1


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("\uf0b3", "Symbol", "满意度≥92%"),
        ("\uf0a3", "Symbol", "满意度≤92%"),
        ("b", "Symbol", "满意度β92%"),
        ("7", "Wingdings", "满意度\ufffd92%"),
        ("\uf0b3", "宋体", "满意度\ufffd92%"),
        ("7", "Arial", "满意度792%"),
    ],
)
def test_characters_that_only_a_font_of_signs_knows(text: str, font: str, shown: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert file_of(p(run("满意度") + run(text, fonts) + run("92%"))).lines == (shown,)


def test_han_characters_of_a_run_in_a_font_of_signs_are_text() -> None:
    assert file_of(p(run("共计", '<w:rFonts w:ascii="Wingdings"/>') + run("5"))).lines == ("共计5",)


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = p("收入3", gone) + p(run(",450万元。"), listed(1)) + p("次项", listed(1)) + p("末段1", gone)
    file = file_of(body, numbering=NUMBERS)
    assert file.lines == ("1、收入3,450万元。", "2、次项", "末段1")


def test_no_paragraph_goes_on_behind_a_table() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    table = f"<w:tbl><w:tr><w:tc>{p(run('甲'))}</w:tc><w:tc>{p(run('7'))}</w:tc></w:tr></w:tbl>"
    body = p(run("单位：万元"), gone) + table + p(run("新增就业5万人"))
    assert file_of(body).lines == ("单位：万元", "甲\t7", "新增就业5万人")


def test_rows_that_show_nothing_are_left_out_and_said() -> None:
    for height in ('<w:trHeight w:val="15" w:hRule="exact"/>', "<w:hidden/>"):
        table = tbl(tc("甲") + tc("6"), tc("乙") + tc("7")).replace(
            "<w:tr>", f"<w:tr><w:trPr>{height}</w:trPr>", 1
        )
        file = file_of(table)
        assert file.lines == ("乙\t7",)
        assert len(file.notes) == 1
    least = tbl(tc("甲") + tc("6")).replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="15"/></w:trPr>', 1)
    assert file_of(least).lines == ("甲\t6",)


def test_charts_and_diagrams_are_said_and_drawn_letters_read() -> None:
    chart = (
        '<w:r><w:drawing><a:graphic><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
        '<d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphic></w:drawing></w:r>'
    )
    file = file_of(p(run("见图") + chart))
    assert file.lines == ("见图",)
    assert "2" in str(file.notes[0])
    letters = '<w:r><w:pict><v:shape><v:textpath string="部门概况"/></v:shape></w:pict></w:r>'
    assert file_of(p(letters + run("正文"))).lines == ("部门概况", "正文")
