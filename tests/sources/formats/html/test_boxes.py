"""Tables of other elements: read as what they look like; what only stands side by side is no table."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.limits import Limits

ROWS = [["编码", "名称", "合计"], ["20801", "就业", "31.50"], ["", "总计", "31.50"]]


def made(table: str, row: str, cell: str, tag: str = "div", sheet: str = "") -> SourceFile:
    rows = "".join(
        f"<{tag} {row}>" + "".join(f"<{tag} {cell}>{text}</{tag}>" for text in texts) + f"</{tag}>"
        for texts in ROWS
    )
    page = f"<style>{sheet}</style><p>支出总表</p><{tag} {table}>{rows}</{tag}><p>以上是全部的支出。</p>"
    return read(page.encode(), "a.html", Limits())


SHEET = ".t{display:table;width:9em} .h, div.r{display : table-row} @media print{.c{display:none}} .c{display:table-cell}"
FORMS = {
    "styles": ('style="display:table"', 'style="color:red; DISPLAY: table-row;"', 'style="display:table-cell"', "div", ""),
    "spans": ('style="display:table"', 'style="display:table-row"', 'style="display:table-cell"', "span", ""),
    "classes": ('class="wide t"', 'class="r"', 'class="c number"', "div", SHEET),
    "roles": ('role="table"', 'role="row"', 'role="cell"', "div", ""),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_elements_that_look_like_a_table_are_one(form: str) -> None:
    file = made(*FORMS[form])
    assert file.lines == ("支出总表", *("\t".join(row) for row in ROWS), "以上是全部的支出。")
    assert [grid.columns for grid in file.grids] == [3]


def test_sections_hold_rows() -> None:
    rows = '<div role="row"><div role="columnheader">编码</div><div role="columnheader">数</div></div>'
    more = '<div role="row"><div role="cell">201</div><div role="cell">5.00</div></div>'
    page = f'<div role="grid"><div role="rowgroup">{rows}</div><div role="rowgroup">{more}</div></div>'
    assert read(page.encode(), "a.html", Limits()).lines == ("编码\t数", "201\t5.00")


def test_what_is_only_put_side_by_side_is_no_table() -> None:
    cell = '<div style="display:table-cell">{}</div>'
    row = '<div style="display:table-row">{}</div>'
    beside = row.format(cell.format("左边的话。") + cell.format("右边的话。"))
    below = row.format(cell.format("上面的话。")) + row.format(cell.format("下面的话。"))
    for inside in (beside, below):
        file = read(f'<div style="display:table">{inside}</div>'.encode(), "a.html", Limits())
        assert not file.grids
        assert len(file.lines) == 2
