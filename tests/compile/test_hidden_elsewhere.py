"""Figures that a Word file or a web page hides inside a table are declared as those of a workbook are, and sums left open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hrss_tui.compile.pipeline import Compiled, compile_folder
from tests.compile.test_hidden_figures import failing, open_over, unread
from tests.sources.formats.docx.made import docx, p, tbl, tc

ROWS = (
    ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("", "合计", "84.30", "51.20", "33.10"),
    ("20807", "就业补助", "84.30", "51.20", "33.10"),
    ("2080701", "就业创业服务补贴", "51.20", "51.20", ""),
    ("2080702", "职业培训补贴", "20.60", "", "20.60"),
    ("2080799", "其他就业补助支出", "12.50", "", "12.50"),
)
HIDDEN = 4
NAME = "2031年某县人社局部门预算"


def word(folder: Path, row: str = "", run: str = "") -> Compiled:
    """The table with properties of its fifth row, or of the text of the total in it."""
    rows = []
    for at, texts in enumerate(ROWS):
        cells = [tc(text) for text in texts]
        if at == HIDDEN and run:
            cells[2] = tc(p(f"<w:r><w:rPr>{run}</w:rPr><w:t>{texts[2]}</w:t></w:r>"))
        rows.append((f"<w:trPr>{row}</w:trPr>" if at == HIDDEN else "") + "".join(cells))
    body = p(NAME) + p("部门支出总表") + p("单位：万元") + tbl(*rows)
    (folder / f"{NAME}.docx").write_bytes(docx(body))
    return compile_folder(folder)


def page(folder: Path, row: str = "", cell: str = "{}", head: str = "") -> Compiled:
    """The table with an attribute of its fifth row, or something around the total in it."""
    rows = ""
    for at, texts in enumerate(ROWS):
        cells = [f"<td>{text}</td>" for text in texts]
        if at == HIDDEN:
            cells[2] = f"<td>{cell.format(texts[2])}</td>"
        rows += f"<tr {row if at == HIDDEN else ''}>{''.join(cells)}</tr>"
    table = f"<h1>{NAME}</h1><p>部门支出总表</p><p>单位：万元</p><table>{rows}</table>"
    (folder / f"{NAME}.html").write_text(f"<meta charset=utf-8>{head}{table}", "utf-8")
    return compile_folder(folder)


WHOLE = "2080702　职业培训补贴　20.60　20.60"


@pytest.mark.parametrize(
    "how", ["<w:hidden/>", '<w:trHeight w:val="10" w:hRule="exact"/>', '<w:del w:id="1"/>']
)
def test_a_row_of_a_word_file_that_nobody_sees(how: str, tmp_path: Path) -> None:
    found = word(tmp_path, row=how)
    ((kind, reason, table, line, printed),) = unread(found)
    assert (kind, reason, table, line, printed) == ("row", "hidden", "expenditure", 7, WHOLE)
    assert failing(found) == []
    assert open_over(found, WHOLE)


@pytest.mark.parametrize("how", ["<w:vanish/>", "<w:strike/>", '<w:sz w:val="2"/>'])
def test_a_cell_of_a_word_file_whose_text_nobody_sees(how: str, tmp_path: Path) -> None:
    found = word(tmp_path, run=how)
    assert [(row[0], row[1], row[4]) for row in unread(found)] == [("cell", "hidden", "20.60")]
    assert failing(found) == []


@pytest.mark.parametrize("how", ["hidden", "style='display:none'", "class=z"])
def test_a_row_of_a_page_that_nobody_sees(how: str, tmp_path: Path) -> None:
    found = page(tmp_path, row=how, head="<style>.z{visibility:collapse;display:none}</style>")
    assert [(row[0], row[1], row[4]) for row in unread(found)] == [("row", "hidden", WHOLE)]
    assert failing(found) == []


@pytest.mark.parametrize("how", ["<i hidden>{}</i>", "<s>{}</s>", "<b style='display:none'>{}</b>"])
def test_a_cell_of_a_page_whose_text_nobody_sees(how: str, tmp_path: Path) -> None:
    found = page(tmp_path, cell=how)
    assert [(row[0], row[1], row[4]) for row in unread(found)] == [("cell", "hidden", "20.60")]
    assert failing(found) == []


@pytest.mark.parametrize("how", ["<i hidden>0020.6</i>{}", "<script>x=9</script>{}", "{}<s>31.00</s>"])
def test_what_is_hidden_beside_a_figure_that_is_seen_leaves_its_sums(how: str, tmp_path: Path) -> None:
    found = page(tmp_path, cell=how)
    assert unread(found) == []
    assert failing(found) == []


def test_a_section_of_a_page_that_nobody_sees(tmp_path: Path) -> None:
    body = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in ROWS[:HIDDEN])
    gone = "".join(f"<td>{text}</td>" for text in ROWS[HIDDEN])
    last = "".join(f"<td>{text}</td>" for text in ROWS[-1])
    table = f"<table><tbody>{body}<tbody style='display:none'><tr>{gone}<tbody><tr>{last}</table>"
    text = f"<meta charset=utf-8><h1>{NAME}</h1><p>部门支出总表</p><p>单位：万元</p>{table}"
    (tmp_path / f"{NAME}.html").write_text(text, "utf-8")
    found = compile_folder(tmp_path)
    assert [(row[0], row[1], row[4]) for row in unread(found)] == [("row", "hidden", WHOLE)]
    assert failing(found) == []


STATED = (
    ("项目", "投入（万元）", "支出（万元）"),
    ("堤防加固", "38.20", "0.00"),
    ("渠道清淤", "17.40", "15.30"),
    ("水质监测", "9.60", "9.50"),
    ("合计", "65.20", "24.80"),
)


def stated(folder: Path, row: int, how: str) -> Compiled:
    """A table of figures that is no budget's, with an attribute of a row or something around the first figure in it."""
    rows = ""
    for at, (name, first, second) in enumerate(STATED):
        cell = how.format(first) if at == row and "{}" in how else first
        said = how if at == row and "{}" not in how else ""
        rows += f"<tr {said}><td>{name}</td><td>{cell}</td><td>{second}</td></tr>"
    text = f"<meta charset=utf-8><h1>2034年青石县水务情况</h1><table>{rows}</table><p>全县供水1,250户。</p>"
    (folder / "2034年青石县水务情况.html").write_text(text, "utf-8")
    return compile_folder(folder)


@pytest.mark.parametrize(
    ("row", "how", "printed"),
    [
        (2, "hidden", ("row", "渠道清淤　17.40　15.30")),
        (1, "hidden", ("row", "堤防加固　38.20　0.00")),
        (2, "<i hidden>{}</i>", ("cell", "17.40")),
    ],
)
def test_what_is_hidden_in_a_table_that_is_no_budgets(
    row: int, how: str, printed: tuple[str, str], tmp_path: Path
) -> None:
    found = stated(tmp_path, row, how)
    assert [(each[0], each[4]) for each in unread(found)] == [printed]
    assert failing(found) == []


def test_a_sum_over_a_table_that_hides_nothing_still_fails(tmp_path: Path) -> None:
    found = stated(tmp_path, 2, "<i hidden></i>71.40<!--{}-->")
    assert unread(found) == []
    assert len(failing(found)) == 1


@pytest.mark.parametrize(("hidden", "kinds", "fails"), [((), ["column"], 1), ((4,), ["row", "column"], 0)])
def test_a_hidden_column_is_no_part_of_the_sums_beside_it(
    hidden: tuple[int, ...], kinds: list[str], fails: int, tmp_path: Path
) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(("2034年青石县水务情况",))
    sheet.append(("项目", "辅助（万元）", "投入（万元）", "支出（万元）"))
    for at, (name, first, second) in enumerate(STATED[1:]):
        sheet.append((name, 8.5 + at, float(first), float(second)))
    sheet["C4"] = 71.4
    sheet.column_dimensions["B"].hidden = True
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    book.save(tmp_path / "2034年青石县水务情况.xlsx")
    found = compile_folder(tmp_path)
    assert [each[0] for each in unread(found)] == kinds
    assert failing(found) == ["stated_parts"] * fails
