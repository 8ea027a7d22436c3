"""Texts printed page by page: every page has places of its own, and what is not plain is declared and not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine, Check, Unread
from hrss_tui.sources.formats.text.paged import pages_of

TITLE = "青溪市水利局2031年部门预算\n\n第二部分 公开表\n\f"
CAPTIONS = (
    "                2031年部门支出预算总表\n编制部门：青溪市水利局                              单位：元\n\n"
)
WATER = (
    ("213", "", "", "农林水支出", "3,700,000.00", "2,500,000.00", "1,200,000.00"),
    ("213", "03", "", "水利", "3,700,000.00", "2,500,000.00", "1,200,000.00"),
    ("213", "03", "01", "行政运行", "2,500,000.00", "2,500,000.00", ""),
    ("213", "03", "05", "水利工程建设", "1,200,000.00", "", "1,200,000.00"),
)
HOUSES = (
    ("221", "", "", "住房保障支出", "400,000.00", "300,000.00", "100,000.00"),
    ("221", "02", "", "住房改革支出", "400,000.00", "300,000.00", "100,000.00"),
    ("221", "02", "01", "住房公积金", "400,000.00", "300,000.00", "100,000.00"),
    ("", "", "", "合计", "4,100,000.00", "2,800,000.00", "1,300,000.00"),
)
LABELS = ("科目名称", "合计", "基本支出", "项目支出")
WIDE = ((0, 6, 11, 16), (44, 62, 80), (36, 53, 71))
"""Where codes and names begin, where figures end, where labels of figures begin."""
NARROW = ((0, 4, 7, 10), (36, 50, 64), (28, 42, 56))


def put(line: str, text: str, start: int) -> str:
    return (line.ljust(start) + text) if text else line


def row(cells: tuple[str, ...], places: tuple[tuple[int, ...], ...]) -> str:
    left, right, _ = places
    line = ""
    for text, start in zip(cells, left, strict=False):
        line = put(line, text, start)
    for text, end in zip(cells[len(left) :], right, strict=False):
        line = put(line, text, end - len(text))
    return line + "\n"


def page(
    rows: tuple[tuple[str, ...], ...],
    places: tuple[tuple[int, ...], ...],
    headed: bool = True,
    between: str = "\n",
) -> str:
    """A page with its rows, a blank line between them; codes under one label, their levels in the line below."""
    labels = put("", LABELS[0], places[0][-1])
    for text, start in zip(LABELS[1:], places[2], strict=True):
        labels = put(labels, text, start)
    levels = ""
    for text, start in zip(("类", "款", "项"), places[0], strict=False):
        levels = put(levels, text, start)
    head = f"科目编码\n{labels}\n{levels}\n\n" if headed else ""
    return head + between.join(row(cells, places) for cells in rows) + "\f"


HEADED = CAPTIONS + page(WATER, WIDE)


def compiled(text: str, folder: Path) -> tuple[list[BudgetLine], list[Unread], list[str]]:
    (folder / "a.txt").write_text(TITLE + text, "utf-8")
    tables = compile_folder(folder).tables
    return (
        [row for row in tables["budget_lines"] if isinstance(row, BudgetLine)],
        [row for row in tables["unread"] if isinstance(row, Unread)],
        [row.status for row in tables["checks"] if isinstance(row, Check)],
    )


def amounts(rows: list[BudgetLine]) -> dict[tuple[str | None, str], int]:
    return {(row.code, row.measure): row.amount // 100 for row in rows}


def test_columns_stand_at_other_places_on_every_page(tmp_path: Path) -> None:
    rows, unread, statuses = compiled(HEADED + page(HOUSES, NARROW), tmp_path)
    assert amounts(rows) == {
        ("213", "total"): 3_700_000,
        ("213", "basic"): 2_500_000,
        ("213", "project"): 1_200_000,
        ("21303", "total"): 3_700_000,
        ("21303", "basic"): 2_500_000,
        ("21303", "project"): 1_200_000,
        ("2130301", "total"): 2_500_000,
        ("2130301", "basic"): 2_500_000,
        ("2130305", "total"): 1_200_000,
        ("2130305", "project"): 1_200_000,
        ("221", "total"): 400_000,
        ("221", "basic"): 300_000,
        ("221", "project"): 100_000,
        ("22102", "total"): 400_000,
        ("22102", "basic"): 300_000,
        ("22102", "project"): 100_000,
        ("2210201", "total"): 400_000,
        ("2210201", "basic"): 300_000,
        ("2210201", "project"): 100_000,
        (None, "total"): 4_100_000,
        (None, "basic"): 2_800_000,
        (None, "project"): 1_300_000,
    }
    assert unread == []
    assert set(statuses) == {"exact"}
    assert {(row.code, row.page) for row in rows if row.code in {"213", "221"}} == {("213", 2), ("221", 3)}


def test_rows_without_a_header_go_on_in_the_columns_of_the_page_before(tmp_path: Path) -> None:
    rows, unread, statuses = compiled(HEADED + page(HOUSES, NARROW, headed=False), tmp_path)
    found = amounts(rows)
    assert (found["2210201", "total"], found["2210201", "project"]) == (400_000, 100_000)
    assert found[None, "project"] == 1_300_000
    assert unread == []
    assert set(statuses) == {"exact"}


def test_rows_that_cannot_be_joined_are_declared_and_leave_sums_open(tmp_path: Path) -> None:
    fewer = tuple(cells[:-1] for cells in HOUSES)
    rows, unread, statuses = compiled(HEADED + page(fewer, NARROW, headed=False), tmp_path)
    assert {row.code for row in rows} == {"213", "21303", "2130301", "2130305"}
    assert [(row.kind, row.reason, row.table_kind) for row in unread] == [
        ("table", "unknown_header", "expenditure")
    ]
    assert "fails" not in statuses


@pytest.mark.parametrize(
    "places",
    [
        ((0, 5, 8, 11), (30, 43, 56), (20, 34, 47)),
        ((0, 6, 11, 16), (50, 70, 90), (52, 72, 86)),
        ((0, 6, 11, 16), (34, 50, 70), (36, 52, 68)),
    ],
    ids=["one-space-between", "labels-behind-figures", "labels-of-the-next-figures"],
)
def test_figures_that_are_not_below_their_labels_are_not_guessed(
    places: tuple[tuple[int, ...], ...], tmp_path: Path
) -> None:
    rows, unread, _ = compiled(CAPTIONS + page(WATER, places), tmp_path)
    assert rows == []
    assert [(row.kind, row.reason) for row in unread] == [("table", "unknown_header")]


def test_a_title_parts_two_tables_of_a_page(tmp_path: Path) -> None:
    second = CAPTIONS.replace("部门支出预算总表", "一般公共预算支出预算表") + page(WATER[:3], WIDE)
    rows, unread, _ = compiled(HEADED.replace("\f", "\n") + second, tmp_path)
    assert [row.table_kind for row in rows] == ["expenditure"] * 10 + ["general_public"] * 8
    assert unread == []


def test_prose_with_spaces_is_no_table(tmp_path: Path) -> None:
    prose = "".join(f"    （{at}）甲项目安排 {at}0.50 万元，比上年增长 1.{at}%。\n" for at in range(1, 6))
    rows, unread, _ = compiled(HEADED + "二、情况说明\n" + prose + "\f", tmp_path)
    assert len(rows) == 10
    assert unread == []


@pytest.mark.parametrize(
    "text",
    [
        HEADED.replace("\f", ""),
        "科目\t合计\t基本支出\n甲   1   2\n乙   1   2\n丙   1   2\n\f",
        "科目\n合计\n甲\n12.50\n\f乙\n13.50\n",
        "甲   1\n" * 500 + "\f",
        "甲   " + "乙" * 2_000 + "   1\n" * 5 + "\f",
        "甲   1   2\n乙   1   2\n丙   1   2\n\f" * 9,
        ("甲  1 " * 20 + "\n") * 100 + "\f",
    ],
    ids=["no-page", "tabs", "a-cell-a-line", "long-page", "long-line", "many-pages", "crowded"],
)
def test_other_texts_are_read_line_by_line(text: str) -> None:
    assert pages_of(text, 8) is None
