"""A header printed again with its columns in another order, in texts and pages without rulings as in grids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine
from hrss_tui.sources.text import width
from tests.sources.formats.pdf.made import Draw, Sheet, pdf

HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
ABOVE = [
    ["214", "交通运输支出", "71.40", "52.10", "19.30"],
    ["21401", "公路水路运输", "71.40", "52.10", "19.30"],
    ["2140101", "行政运行", "52.10", "52.10", ""],
    ["2140106", "公路养护", "19.30", "", "19.30"],
]
BELOW = [
    ["221", "住房保障支出", "8.80", "8.80", ""],
    ["22102", "住房改革支出", "8.80", "8.80", ""],
    ["2210201", "住房公积金", "8.80", "8.80", ""],
    ["224", "灾害防治及应急管理支出", "3.70", "1.20", "2.50"],
    ["22401", "应急管理事务", "3.70", "1.20", "2.50"],
    ["2240106", "安全监管", "3.70", "1.20", "2.50"],
]
TITLES = ["陵河县交通运输局2032年部门预算", "部门支出总表", "单位：万元"]
ORDERS = ([0, 1, 2, 4, 3], [0, 1, 3, 4, 2], [0, 1, 4, 2, 3], [1, 0, 2, 4, 3])
Rows = Sequence[Sequence[str]]


def _turned(rows: Rows, order: Sequence[int]) -> list[list[str]]:
    return [[row[at] for at in order] for row in rows]


def _text(above: Rows, below: Rows, write: Callable[[Rows], list[str]], between: Sequence[str]) -> bytes:
    return "\n\n".join((*TITLES, "\n".join((*write(above), *between, *write(below))))).encode()


def _tabs(rows: Rows) -> list[str]:
    return ["\t".join(row) for row in rows]


def _pipes(rows: Rows) -> list[str]:
    return [f"| {' | '.join(row)} |" for row in rows]


def _commas(rows: Rows) -> list[str]:
    return [",".join(row) for row in rows]


def _aligned(rows: Rows) -> list[str]:
    sizes = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            " " * (size - width(text)) + text if "." in text else text + " " * (size - width(text))
            for text, size in zip(row, sizes, strict=True)
        ).rstrip()
        for row in rows
    ]


def _drawn(above: Rows, below: Rows, ruled: bool, pages: bool) -> bytes:
    places = (60, 130, 330, 400, 470, 540)

    def put(sheet: Sheet, rows: Rows, top: float) -> None:
        if ruled:
            sheet.rows(places, top, [tuple(row) for row in rows])
            return
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                left = places[column + 1] - 4 - 5 * len(text) if "." in text else places[column] + 2
                if text:
                    sheet.text(left, top + 12 + 18 * number, text, 9)

    def first(sheet: Sheet) -> None:
        for place, text, size in zip(((200, 60), (220, 100), (440, 120)), TITLES, (16, 14, 10), strict=True):
            sheet.text(*place, text, size)
        put(sheet, above if pages else [*above, *below], 130)

    def second(sheet: Sheet) -> None:
        put(sheet, below, 60)

    draws: list[Draw] = [first, second] if pages else [first]
    return pdf(*draws)


def _html(above: Rows, below: Rows) -> bytes:
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in (*above, *below))
    lines = "".join(f"<p>{line}</p>" for line in TITLES)
    return f"<html><meta charset='utf-8'><body>{lines}<table><tr>{'<tr>'.join(rows)}</table></body></html>".encode()


WAYS: dict[str, Callable[[Rows, Rows], tuple[str, bytes]]] = {
    "tabs": lambda above, below: (".txt", _text(above, below, _tabs, ())),
    "tabs, a blank line": lambda above, below: (".txt", _text(above, below, _tabs, ("",))),
    "pipes": lambda above, below: (".txt", _text(above, below, _pipes, ())),
    "commas": lambda above, below: (".csv", _text(above, below, _commas, ())),
    "aligned": lambda above, below: (".txt", _text(above, below, _aligned, ())),
    "html": lambda above, below: (".html", _html(above, below)),
    "pdf": lambda above, below: (".pdf", _drawn(above, below, ruled=True, pages=False)),
    "pdf, pages": lambda above, below: (".pdf", _drawn(above, below, ruled=True, pages=True)),
    "unruled": lambda above, below: (".pdf", _drawn(above, below, ruled=False, pages=False)),
    "unruled, pages": lambda above, below: (".pdf", _drawn(above, below, ruled=False, pages=True)),
}


def _read(way: str, above: Rows, below: Rows, folder: Path) -> tuple[dict[tuple[str, str], str], int]:
    """Amounts in 万元 as printed by code and measure, and how many things are unread."""
    suffix, data = WAYS[way](above, below)
    (folder / f"a{suffix}").write_bytes(data)
    tables = compile_folder(folder).tables
    lines = [row for row in tables["budget_lines"] if isinstance(row, BudgetLine)]
    return {(row.code or row.name, row.measure): row.printed for row in lines}, len(tables["unread"])


def _true() -> dict[tuple[str, str], str]:
    keys = ("total", "basic", "project")
    return {
        (row[0], key): text
        for row in (*ABOVE, *BELOW)
        for key, text in zip(keys, row[2:], strict=True)
        if text
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("order", ORDERS)
def test_the_rows_below_a_header_in_another_order_go_by_it(
    way: str, order: Sequence[int], tmp_path: Path
) -> None:
    if order == ORDERS[3] and way.startswith("unruled"):
        pytest.skip("the names would stand over the codes")
    got, unread = _read(way, [HEAD, *ABOVE], _turned([HEAD, *BELOW], order), tmp_path)
    assert got == _true() or (way.startswith("unruled") and unread and got.items() <= _true().items())


TWO = [["科目编码", "科目名称", "合计", "其中", ""], ["", "", "", "基本支出", "项目支出"]]
TWO_TURNED = [["科目编码", "科目名称", "合计", "其中", ""], ["", "", "", "项目支出", "基本支出"]]


@pytest.mark.parametrize("way", WAYS)
def test_a_header_of_two_rows_too(way: str, tmp_path: Path) -> None:
    below = [*TWO_TURNED, *_turned(BELOW, ORDERS[0])]
    got, unread = _read(way, [*TWO, *ABOVE], below, tmp_path)
    assert got == _true() or (unread and got.items() <= _true().items())


def test_a_name_without_amounts_and_the_same_header_again_cut_nothing(tmp_path: Path) -> None:
    below = [HEAD, ["", "教育支出", "", "", ""], *BELOW]
    got, _ = _read("tabs", [HEAD, *ABOVE], below, tmp_path)
    assert got == _true()


def test_codes_may_stand_behind_the_names_in_a_text(tmp_path: Path) -> None:
    turned = _turned([HEAD, *ABOVE, *BELOW], ORDERS[3])
    got, _ = _read("tabs", turned[:3], turned[3:], tmp_path)
    assert got == _true()
