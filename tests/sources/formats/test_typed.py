"""Tables typed into paragraphs of a page or a Word file."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.docx.reader import read as read_docx
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.reader import read as read_html
from hrss_tui.sources.formats.limits import Limits
from tests.sources.formats.docx.made import docx, p

ALIGNED = """下表为各站情况。
            办理件数             培训
站名        上半年      全年     人次
东站            31        74    1,260
西站            28                930
南站           109       236      418
以上为快报数。"""
EVEN = ("站名   上半年  全年", "东站    31    74", "西站      28  1,930", "南站   109   236")
ROWS = [["站名", "上半年", "全年"], ["东站", "31", "74"], ["西站", "28", "1,930"], ["南站", "109", "236"]]


def page(body: str) -> SourceFile:
    return read_html(f"<html><body>{body}</body></html>".encode(), "a.html", Limits())


def table(file: SourceFile) -> list[list[str]]:
    (grid,) = file.grids
    assert not grid.ruled
    found = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        found[cell.row][cell.column] = cell.text
    return found


def test_columns_of_preformatted_lines_are_told_by_their_places() -> None:
    file = page(f"<p>一、概况</p><pre>{ALIGNED}</pre>")
    assert table(file)[2:] == [
        ["东站", "31", "74", "1,260"],
        ["西站", "28", "", "930"],
        ["南站", "109", "236", "418"],
    ]
    assert file.lines[:2] == ("一、概况", "下表为各站情况。")
    assert file.lines[-1] == "以上为快报数。"


@pytest.mark.parametrize("parted", ["<br>", "</p><p>", "</div><div>"])
def test_blanks_that_do_not_break_part_cells_where_rows_are_even(parted: str) -> None:
    file = page(f"<div><p>{parted.join(line.replace(' ', '&nbsp;') for line in EVEN)}</p></div>")
    assert table(file) == ROWS


def test_what_the_eye_aligned_in_some_font_is_no_table_where_a_cell_is_blank() -> None:
    assert not page(ALIGNED.replace(" ", "&nbsp;").replace("\n", "<br>")).grids
    assert not read_docx(docx("".join(map(p, ALIGNED.split("\n")))), "a.docx", Limits()).grids


def test_paragraphs_of_a_word_file_are_rows_where_they_are_even() -> None:
    assert table(read_docx(docx("".join(map(p, EVEN))), "a.docx", Limits())) == ROWS


def test_captions_and_sentences_with_wide_gaps_are_no_tables() -> None:
    lines = (
        "编制部门：东站&nbsp;&nbsp;&nbsp;单位：万元",
        "东站&nbsp;&nbsp;办理31件。",
        "甲　　乙　　丙",
        "子　　丑　　寅",
    )
    assert not page("".join(f"<p>{line}</p>" for line in lines)).grids
