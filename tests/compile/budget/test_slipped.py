"""Rows that lost or gained a cell: their amounts are declared unread, never those of another column."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile.pipeline import compile_folder
from tests.variants import compile_text

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
ROWS = [
    ["213", "农林水支出", "471.20", "288.20", "183.00"],
    ["21303", "水利", "471.20", "288.20", "183.00"],
    ["2130301", "行政运行", "288.20", "288.20", ""],
    ["2130305", "水利工程建设", "112.60", "", "112.60"],
    ["2130306", "水利工程运行与维护", "70.40", "", "70.40"],
]
FORMS = {
    "tabs": "\t".join,
    "pipes": lambda cells: "| " + " | ".join(cells) + " |",
    "commas": ",".join,
    "semicolons": ";".join,
}


def drawn(form: str, rows: list[list[str]]) -> str:
    table = "\n".join(FORMS[form](row) for row in [HEAD, *rows])
    return f"某市水利局2024年部门预算\n\n部门支出总体情况表\n\n单位：万元\n\n{table}\n"


def with_row(at: int, cells: list[str]) -> list[list[str]]:
    return [*ROWS[:at], cells, *ROWS[at + 1 :]]


@pytest.mark.parametrize("form", FORMS)
def test_whole_rows_are_read(form: str, tmp_path: Path) -> None:
    tables = compile_text(drawn(form, ROWS), tmp_path)
    assert len(tables["budget_lines"]) == sum(1 for row in ROWS for cell in row[2:] if cell)
    assert not tables["unread"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("at", "cells"),
    [
        (3, ["2130305", "水利工程建设", "112.60", "112.60"]),
        (3, ["2130305", "水利工程建设", "112.60", "", "", "112.60"]),
        (4, ["2130306", "水利工程运行与维护", "70.40", "70.40"]),
    ],
    ids=["a cell lost", "a cell gained", "lost in the last row"],
)
def test_a_row_that_slipped_is_declared(form: str, at: int, cells: list[str], tmp_path: Path) -> None:
    tables = compile_text(drawn(form, with_row(at, cells)), tmp_path)
    read = {(line["code"], line["measure"], line["printed"]) for line in tables["budget_lines"]}
    measures = ("total", "basic", "project")
    assert read == {
        (row[0], measure, cell)
        for index, row in enumerate(ROWS)
        if index != at
        for measure, cell in zip(measures, row[2:], strict=True)
        if cell
    }
    (unread,) = tables["unread"]
    assert (unread["kind"], unread["reason"]) == ("row", "unknown_row")
    assert cells[1] in unread["printed"]
    assert [check["check_id"] for check in tables["checks"] if check["status"] == "fails"] == []


def test_rows_without_their_last_blank_cells_are_read_where_none_prints_them(tmp_path: Path) -> None:
    rows = [row if row[-1] else row[:-1] for row in ROWS]
    tables = compile_text(drawn("tabs", rows), tmp_path)
    assert len(tables["budget_lines"]) == sum(1 for row in ROWS for cell in row[2:] if cell)


def test_a_name_over_the_columns_of_codes_and_names_is_no_slip(tmp_path: Path) -> None:
    tables = compile_text(drawn("tabs", [["合计", "471.20", "288.20", "183.00"], *ROWS]), tmp_path)
    assert [line["printed"] for line in tables["budget_lines"] if line["name"] == "合计"] == [
        "471.20",
        "288.20",
        "183.00",
    ]
    assert not tables["unread"]


@pytest.mark.parametrize(
    "cell",
    ["水利工程建设 112.60 112.60", "水利工程建设，二期 112.60", "水利工程建设;112.60", "注：112.60 112.60"],
)
def test_an_amount_that_shares_its_cell_is_declared(cell: str, tmp_path: Path) -> None:
    tables = compile_text(drawn("pipes", with_row(3, ["2130305", cell, "", "", ""])), tmp_path)
    assert [(row["kind"], row["reason"]) for row in tables["unread"]] == [("row", "unknown_row")]
    assert [check["check_id"] for check in tables["checks"] if check["status"] == "fails"] == []


def test_the_number_of_a_row_before_its_amounts_is_no_amount(tmp_path: Path) -> None:
    head = ["科目编码", "科目名称", "行次", "合计", "基本支出", "项目支出"]
    rows = [[*row[:2], str(number), *row[2:]] for number, row in enumerate(ROWS, 1)]
    table = "\n".join("\t".join(row) for row in [head, *rows])
    tables = compile_text(
        f"某市水利局2024年部门预算\n\n部门支出总体情况表\n\n单位：万元\n\n{table}\n", tmp_path
    )
    assert len(tables["budget_lines"]) == sum(1 for row in ROWS for cell in row[2:] if cell)


def in_page(folder: Path, title: str, rows: list[list[str]]) -> dict[str, list[dict[str, Any]]]:
    """The tables of a web page with one table, whose rows have the cells that are given and no others."""
    made = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = f"<h1>某市水利局2024年部门预算</h1><p>{title}</p><p>单位：万元</p><table>{made}</table>"
    (folder / "a.html").write_text(f"<html><meta charset='utf-8'><body>{text}</body></html>", "utf-8")
    tables = compile_folder(folder).tables
    return {name: [msgspec.to_builtins(row) for row in found] for name, found in tables.items()}


@pytest.mark.parametrize(
    "cells",
    [
        ["水利工程建设", "112.60", "", "112.60"],
        ["", "2130305", "水利工程建设", "112.60", "112.60"],
        ["", "", "水利工程建设", "112.60", "112.60"],
        ["112.60", "100.00", "", "112.60"],
    ],
    ids=["a code lost", "a cell gained", "gained without its code", "amounts for code and name"],
)
def test_a_row_of_a_grid_that_left_its_columns_is_declared(cells: list[str], tmp_path: Path) -> None:
    tables = in_page(tmp_path, "部门支出总体情况表", [HEAD, *with_row(3, cells)])
    read = {line["line_start"] for line in tables["budget_lines"]}
    (unread,) = tables["unread"]
    assert (unread["kind"], unread["reason"]) == ("row", "unknown_row")
    assert len(read) == len(ROWS) - 1
    assert unread["line_start"] not in read
    assert [check["description"] for check in tables["checks"] if check["status"] == "fails"] == []


def test_a_side_of_a_grid_that_left_its_columns_is_not_the_rest_of_the_row_above(tmp_path: Path) -> None:
    rows = [
        ["收入", "", "支出", "", ""],
        ["项目", "预算数", "项目", "合计", "一般公共预算"],
        ["一、一般公共预算拨款", "90.00", "一、一般公共服务支出", "", ""],
        ["二、政府性基金预算拨款", "", "", "十三、农林水支出", "64.00"],
        ["收入总计", "90.00", "支出总计", "90.00", "90.00"],
    ]
    tables = in_page(tmp_path, "财政拨款收支总表", rows)
    assert [line["printed"] for line in tables["budget_lines"]] == ["90.00"] * 4
    assert ["64.00" in row["printed"] for row in tables["unread"]] == [True]


def test_words_in_an_amounts_place_and_dotted_codes_are_no_slip(tmp_path: Path) -> None:
    rows = [
        [*ROWS[0][:2], "471.20", "见附表", "183.00"],
        ["213.03", *ROWS[1][1:]],
        ["213.03.01", *ROWS[2][1:]],
    ]
    tables = in_page(tmp_path, "部门支出总体情况表", [HEAD, *rows])
    assert [line["code"] for line in tables["budget_lines"]] == ["213"] * 2 + ["21303"] * 3 + ["2130301"] * 2
    assert not [row for row in tables["unread"] if row["kind"] == "row"]
