"""Workbooks to lines and grids: what a sheet shows, nothing that it hides."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Font
from PIL import Image

from hrss_tui.errors import SourceError
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xlsx.reader import read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def made(*sheets: Callable[[Any], None], limits: Limits | None = None) -> SourceFile:
    """A workbook whose sheets are filled by functions, read."""
    book = Workbook()
    book.remove(book.active)
    for index, fill in enumerate(sheets, 1):
        fill(book.create_sheet(f"表{index}"))
    out = io.BytesIO()
    book.save(out)
    return read(out.getvalue(), "a.xlsx", limits or Limits())


def raw(sheet: str, strings: str = "", name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook of one sheet given as XML, with shared strings."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="甲" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        file.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>')
        file.writestr(name, f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>')
    return out.getvalue()


def table(sheet: Any) -> None:
    sheet["A1"] = "2031年部门收入总表"
    sheet.merge_cells("A1:C1")
    sheet["A2"], sheet["C2"] = "编制部门：甲局", "单位：万元"
    sheet["A4"], sheet["C4"] = "科目", "预算数"
    sheet.merge_cells("A4:B4")
    sheet.merge_cells("C4:C5")
    sheet["A5"], sheet["B5"] = "编码", "名称"
    sheet["A6"], sheet["B6"], sheet["C6"] = 20801, "就业\n管理", 1234.5
    sheet["C6"].number_format = "#,##0.00"
    sheet["A7"] = "注：本表为\n预算数"
    sheet.merge_cells("A7:C7")


def test_title_captions_and_notes_are_prose_and_the_rest_a_grid_with_spans() -> None:
    file = made(table)
    assert file.lines == (
        "2031年部门收入总表",
        "编制部门：甲局",
        "单位：万元",
        "科目\t\t预算数",
        "编码\t名称\t",
        "20801\t就业管理\t1,234.50",
        "注：本表为",
        "预算数",
    )
    (grid,) = file.grids
    assert (grid.first, grid.last, grid.columns) == (4, 6, 3)
    assert [(c.text, c.rows, c.columns, c.place) for c in grid.cells[:2]] == [
        ("科目", 1, 2, "A4:B4"),
        ("预算数", 2, 1, "C4:C5"),
    ]
    last = grid.cells[-1]
    assert (file.lines[last.line - 1][last.start : last.end], last.place) == ("1,234.50", "C6")
    assert file.places == ((1, "A1:C1"), (2, "A2"), (3, "C2"), (7, "A7:C7"), (8, "A7:C7"))


def test_each_sheet_is_a_page_with_its_tables() -> None:
    file = made(table, lambda sheet: None, table)
    assert [(p.number, p.label, p.first, p.last, p.kind) for p in file.pages] == [
        (1, "表1", 1, 8, "sheet"),
        (2, "表2", 0, 0, "sheet"),
        (3, "表3", 9, 16, "sheet"),
    ]
    tables = parse(file)[0].tables
    assert [table.title for table in tables] == ["2031年部门收入总表"] * 2
    assert [table.segments[0].page.label for table in tables if table.segments[0].page] == ["表1", "表3"]


def test_what_is_hidden_is_left_out_and_said() -> None:
    def fill(sheet: Any) -> None:
        for row, values in enumerate((("名称", "金额", "密"), ("甲", 1, 2), ("乙", 3, 4)), 1):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column, value)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True

    def hidden(sheet: Any) -> None:
        sheet["A1"] = "看不见"
        sheet.sheet_state = "hidden"

    file = made(fill, hidden)
    assert file.lines == ("名称\t金额", "乙\t3")
    assert [str(note) for note in file.notes] == [
        "a.xlsx: 工作表“表1”有隐藏的内容未读：1 行、1 列",
        "a.xlsx: 未读隐藏的工作表：表2",
    ]


def test_white_letters_on_white_are_left_out_and_said() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["B1"] = "名称", "金额"
        sheet["A2"], sheet["B2"] = "甲", 9
        sheet["B2"].font = Font(color="FFFFFFFF")

    file = made(fill)
    assert file.lines == ("名称\t金额", "甲\t")
    assert "白底白字" in file.notes[0]


def test_a_formula_without_a_value_is_said_and_an_error_kept() -> None:
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c><c r="B1"><f>SUM(C1:C2)</f></c><c r="C1" t="e"><v>#REF!</v></c></row>'
    file = read(raw(f"<sheetData>{row}</sheetData>"), "a.xlsx", Limits())
    assert file.lines == ("合计\t\ufffd\t#REF!",)
    assert any("B1" in note and "没有保存结果" in note for note in file.notes)
    assert any("C1" in note and "错误值" in note for note in file.notes)


@pytest.mark.parametrize("stale", [True, False])
def test_zeros_that_are_to_be_worked_out_anew_are_no_values(stale: bool) -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "甲", 0, "=B1+1"

    book = Workbook()
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    made_by = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb"<v ?/>|<v></v>", b"<v>0</v>", made_by)
    assert b"</f><v>0</v>" in parts["xl/worksheets/sheet1.xml"]
    if not stale:
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"fullCalcOnLoad", b"calcOnSave")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    read_as = read(out.getvalue(), "a.xlsx", Limits())
    assert read_as.lines == (("甲\t0\t\ufffd",) if stale else ("甲\t0\t0",))
    assert bool(read_as.notes) is stale


@pytest.mark.parametrize("how", ["<strike/>", '<color rgb="FFFFFFFF"/>', '<color theme="0"/>'])
def test_digits_that_are_struck_or_cannot_be_seen_are_none_of_a_number(how: str) -> None:
    rich = f"<r><rPr>{how}</rPr><t>9</t></r><r><rPr><color rgb='FF000000'/></rPr><t>1,300</t></r>"
    cells = f'<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>{rich}</is></c><c r="C1"><v>45</v></c>'
    white = '<si><r><rPr><color theme="0"/></rPr><t>科目</t></r></si>'
    cells += '<c r="D1" t="s"><v>1</v></c>'
    file = read(
        raw(f"<sheetData><row>{cells}</row></sheetData>", f"<si>{rich}</si>{white}"), "a.xlsx", Limits()
    )
    assert file.lines == ("1,300\t1,300\t45\t科目",)


def test_strings_are_joined_without_readings_of_their_characters() -> None:
    strings = '<si><r><t>社会</t></r><r><t>保障</t></r><rPh sb="0" eb="1"><t>シャ</t></rPh></si><si><t>甲_x000D_乙</t></si>'
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>7</v></c></row>'
    file = read(raw(f"<sheetData>{cells}</sheetData>", strings), "a.xlsx", Limits())
    assert file.lines == ("社会保障\t甲乙\t\ufffd",)


def test_a_merged_cell_whose_first_row_is_hidden_stands_in_the_next() -> None:
    cells = '<row r="1" hidden="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c><c r="C2"><v>5</v></c></row>'
    merge = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    file = read(raw(f"<sheetData>{cells}</sheetData>{merge}"), "a.xlsx", Limits())
    assert file.lines == ("甲\t2\t5",)


def test_two_tables_of_a_sheet_are_two_grids() -> None:
    def fill(sheet: Any) -> None:
        table(sheet)
        for row in range(1, 7):
            for column in range(1, 4):
                cell = sheet.cell(row, column)
                if isinstance(cell.value, (str, int, float)):
                    sheet.cell(row + 10, column, cell.value)

    file = made(fill)
    assert [grid.rows for grid in file.grids] == [3, 3]
    assert len(parse(file)[0].tables) == 2


@pytest.mark.parametrize("cut", [10, 100, 500, -30])
def test_a_truncated_file_is_refused_in_one_line(cut: int) -> None:
    data = raw("<sheetData/>")[:cut]
    with pytest.raises(SourceError, match=r"a\.xlsx: 文件已损坏"):
        read(data, "a.xlsx", Limits())


@pytest.mark.parametrize("drawing", ["", "<xdr:wsDr><a:sp>", "<a>" * 2_000 + "</a>" * 2_000])
def test_a_broken_drawing_leaves_the_cells_and_is_declared(drawing: str) -> None:
    found = with_drawing(drawing)
    assert found.lines == ("新增就业\t7350",)
    assert ["图形部件已损坏" in note for note in found.notes] == [True]


def test_a_text_box_over_a_sheet_gives_it_its_unit_and_no_figure() -> None:
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    texts = ("<a:t>单位：</a:t><a:t>千元</a:t>", "<a:t>合计61.5</a:t>")
    shapes = "".join(f"<a:sp><a:p><a:r>{text}</a:r></a:p></a:sp>" for text in texts)
    found = with_drawing(f"<a:x {space}>{shapes}</a:x>")
    assert found.lines == ("单位：千元", "新增就业\t7350")
    assert len(found.notes) == 1


def test_files_that_a_sheet_encloses_are_said() -> None:
    found = with_drawing("<a/>", '<Relationship Id="r2" Type="package" Target="../embeddings/Book1.xlsx"/>')
    assert found.lines == ("新增就业\t7350",)
    assert ["嵌入了 1 个其他文件" in note for note in found.notes] == [True]


def with_drawing(drawing: str, more: str = "") -> SourceFile:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = f'<Relationship Id="r1" Type="{RELATIONS}/drawing" Target="../drawings/drawing1.xml"/>'
    out = io.BytesIO()
    book = Workbook()
    book.active.append(["新增就业", 7350])
    book.save(out)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            f'<Relationships xmlns="{kind}">{link}{more}</Relationships>',
        )
        file.writestr("xl/drawings/drawing1.xml", drawing)
    return read(out.getvalue(), "a.xlsx", Limits())


def test_hostile_files_are_refused() -> None:
    bomb = raw("<sheetData>" + "<row/>" * 50_000 + "</sheetData>")
    with pytest.raises(SourceError, match="解压后超过"):
        read(bomb, "a.xlsx", Limits(unpacked=10_000))
    deep = raw("<a>" * 2_000 + "</a>" * 2_000)
    with pytest.raises(SourceError, match="嵌套过深"):
        read(deep, "a.xlsx", Limits())
    cells = "".join(
        f'<row r="{i}"><c r="A{i}"><v>1</v></c><c r="B{i}"><v>1</v></c></row>' for i in range(1, 40)
    )
    with pytest.raises(SourceError, match="单元格过多"):
        read(raw(f"<sheetData>{cells}</sheetData>"), "a.xlsx", Limits(cells=50))
    out = io.BytesIO(raw("<sheetData/>"))
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("xl/styles.xml", '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>')
    with pytest.raises(SourceError, match="文档类型声明"):
        read(out.getvalue(), "a.xlsx", Limits())


def test_cells_far_apart_are_no_large_table() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c><c r="C1048576"><v>4</v></c></row>'
    file = read(raw(f"<sheetData>{cells}</sheetData>"), "a.xlsx", Limits(cells=100))
    assert file.lines[0] == "1\t\t2"
    assert file.lines[-1] == "3\t4\t"


def test_the_blank_workbooks_give_nine_tables_each() -> None:
    folder = Path("/work/shared/real")
    if not folder.is_dir():
        pytest.skip("the real workbooks are not here")
    for path in sorted(folder.glob("*.xlsx")):
        assert len(parse(read(path.read_bytes(), path.name, Limits()))[0].tables) == 9


def test_merged_cells_that_overlap_are_one() -> None:
    cells = '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="D1"><v>5</v></c></row><row r="2"><c r="D2"><v>6</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:C1"/></mergeCells>'
    file = read(raw(f"<sheetData>{cells}</sheetData>{merges}"), "a.xlsx", Limits())
    assert file.lines == ("甲\t5", "\t6")
    assert all(file.lines[c.line - 1][c.start : c.end] == c.text for c in file.grids[0].cells)


def test_a_raised_digit_is_the_mark_of_a_note_and_no_digit_of_its_number() -> None:
    up = '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'
    rich = f"<r><t>1,300</t></r>{up}"
    cells = (
        '<c r="A1" t="s"><v>0</v></c>'
        f'<c r="B1" t="inlineStr"><is>{rich}<r><t>元</t></r></is></c><c r="C1"><v>45</v></c>'
    )
    file = read(raw(f"<sheetData><row>{cells}</row></sheetData>", f"<si>{rich}</si>"), "a.xlsx", Limits())
    assert file.lines == ("1,300²\t1,300²元\t45",)


def test_numbers_in_text_boxes_and_pictures_are_said_to_be_unread() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("表")
    sheet.write_row(0, 0, ["就业", 3])
    sheet.insert_textbox("D2", "其中：培训12.5万元")
    sheet.insert_textbox("D9", "制表人")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=表!$B$1:$B$1"})
    sheet.insert_chart("D20", chart)
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "png")
    sheet.insert_image("H1", "a.png", {"image_data": picture})
    book.add_worksheet("隐").hide()
    book.worksheets()[1].insert_textbox("A1", "9")
    book.close()
    file = read(out.getvalue(), "a.xlsx", Limits())
    assert file.lines == ("就业\t3",)
    assert [str(note).split(": ")[1] for note in file.notes][1:] == [
        "有 1 处表单或图形中的数字未读", "有 1 幅图片，其中的文字未读",
    ]  # fmt: skip


@pytest.mark.parametrize(("kind", "shown"), [("", "\ufffd"), (' t="str"', "")])
def test_a_formula_with_an_empty_result_is_unread_where_that_is_no_text(kind: str, shown: str) -> None:
    row = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>合计</t></is></c>'
        f'<c r="B1"{kind}><f>SUM(C1:C2)</f><v></v></c><c r="C1"><v>7</v></c></row>'
    )
    cells = {
        cell.text for cell in read(raw(f"<sheetData>{row}</sheetData>"), "a.xlsx", Limits()).grids[0].cells
    }
    assert ("\ufffd" in cells) == bool(shown)


def test_a_lowered_digit_behind_a_number_is_a_mark_too() -> None:
    down = '<r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r>'
    cells = "".join(
        f'<c r="{place}" t="inlineStr"><is><r><t>{text}</t></r>{down}</is></c>'
        for place, text in (("A1", "CO"), ("B1", "12.50"))
    )
    file = read(raw(f'<sheetData><row r="1">{cells}</row></sheetData>'), "a.xlsx", Limits())
    assert file.lines == ("CO2\t12.50²",)


def test_the_unit_that_is_printed_above_a_sheet_is_its_own() -> None:
    def headed(sheet: Any) -> None:
        sheet["A1"] = "2031年部门收入总表"
        for row, cells in enumerate((("科目名称", "合计"), ("教育支出", 7.5)), 2):
            for column, cell in enumerate(cells, 1):
                sheet.cell(row, column, cell)
        sheet.oddHeader.left.text = "甲局 2031&P"
        sheet.oddHeader.right.text = '&"宋体,常规"&9金额单位：元'
        sheet.oddFooter.center.text = "第&P页"

    lines = [line for line in made(headed).lines if line]
    assert lines[0] == "金额单位：元"
    assert not [line for line in lines if "页" in line or "甲局" in line]


@pytest.mark.parametrize("differs", [True, False])
def test_a_header_that_no_page_prints_says_no_unit(differs: bool) -> None:
    def headed(sheet: Any) -> None:
        sheet["A1"], sheet["A2"], sheet["B2"] = "2031年部门收入总表", "教育支出", 7.5
        sheet.firstHeader.center.text = "单位：万元"
        sheet.HeaderFooter.differentFirst = differs

    assert ("单位：万元" in made(headed).lines) is differs


@pytest.mark.parametrize("titled", [True, False])
def test_tables_side_by_side_are_read_one_after_the_other(titled: bool) -> None:
    """Where the right one has a title of its own; two sides of a statement have one together."""

    def beside(sheet: Any) -> None:
        for first, title, rows in (
            (1, "2031年部门收入总表", (("项目", "金额"), ("上年结转", 31.2), ("收入总计", 75.9))),
            (
                4,
                "2031年部门支出总表" if titled else "",
                (("项目", "金额"), ("基本支出", 44.7), ("支出总计", 75.9)),
            ),
        ):
            sheet.cell(1, first, title)
            for row, cells in enumerate(rows, 2):
                for column, cell in enumerate(cells, first):
                    sheet.cell(row, column, cell)

    file = made(beside)
    rows = [line.split("\t") for line in file.lines if "总计" in line]
    if titled:
        assert rows == [["收入总计", "75.9"], ["支出总计", "75.9"]]
        assert [cell.place for cell in file.grids[1].cells if cell.text == "基本支出"] == ["D3"]
    else:
        assert rows == [["收入总计", "75.9", "支出总计", "75.9"]]


def test_a_sheet_that_is_listed_and_not_there_is_named() -> None:
    """A download that a program repaired by leaving out what was damaged."""
    whole = raw(
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>招聘 35 人</t></is></c></row></sheetData>'
    )
    cut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(cut, "w") as new:
        for part in old.namelist():
            text = old.read(part).replace(
                b"</sheets>", '<sheet name="乙" sheetId="2" r:id="r2"/></sheets>'.encode()
            )
            new.writestr(part, text)
    file = read(cut.getvalue(), "a.xlsx", Limits())
    assert file.lines == ("招聘 35 人",)
    assert file.notes == ("a.xlsx: 工作簿所列的工作表不在文件里，未读：乙",)
    assert read(whole, "a.xlsx", Limits()).notes == ()
