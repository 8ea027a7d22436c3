"""Files that are one document."""

import msgspec

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import Page
from hrss_tui.sources.parts import joined
from tests.sources.grids import file

ROWS = [["科目", "预算数"], ["就业", "31.50"]]


def test_lines_grids_and_pages_are_counted_on() -> None:
    text = file("甲局预算", "正文。", pages=(Page(1, "1", 1, 2),))
    tables = file("支出总表", ROWS, pages=(Page(1, "表", 1, 3, "sheet"), Page(2, "空", 0, 0, "sheet")))
    both = joined([text, tables])
    assert both.lines[2] == "支出总表"
    assert [(page.number, page.first, page.last) for page in both.pages] == [(1, 1, 2), (2, 3, 5), (3, 0, 0)]
    assert [(page.file, page.sha256, page.own) for page in both.pages[:2]] == [
        (None, None, None),
        (tables.name, tables.sha256, 1),
    ]
    cell = both.grids[0].cells[-1]
    assert both.lines[cell.line - 1][cell.start : cell.end] == "31.50"
    (document,) = parse(both)
    assert document.tables[0].title == "支出总表"


def test_lines_that_go_on_are_counted_on() -> None:
    first, other = (
        msgspec.structs.replace(file("甲局预算", "正文。", "余文。"), rest=(3,)) for _ in range(2)
    )
    assert joined([first, other]).rest == (3, 6)
