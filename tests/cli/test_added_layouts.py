"""However a table lays its money out, what may be added up and every drill-down come to the total, counted once.

The same money of two units is printed in many layouts: rows by code, by unit, by project, with sums above, below, at both
ends, on the way, with the department above its units, with what is carried over, with and without columns that divide it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import pytest

from hrss_tui.api import open_pack
from hrss_tui.cli.run import run

WAN = 10_000
"""元 of a 万元."""
OFFICE, CENTRE = "泽县水务局机关", "泽县水文站"
DEPARTMENT = "泽县水务局"
Money = tuple[int, int]
"""基本支出 and 项目支出 of a row, in 万元."""
SPENT: dict[tuple[str, str, str], Money] = {
    (OFFICE, "2080505", "机关事业单位基本养老保险缴费支出"): (37, 0),
    (OFFICE, "2130301", "行政运行"): (212, 0),
    (OFFICE, "2130305", "水利工程建设"): (0, 431),
    (CENTRE, "2080505", "机关事业单位基本养老保险缴费支出"): (18, 0),
    (CENTRE, "2130313", "水文测报"): (95, 64),
}
NAMES = {
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "213": "农林水支出",
    "21303": "水利",
}
Row = tuple[str, ...]


def whole(unit: str = "", code: str = "") -> Money:
    """What a unit (all of them) spends on a code (all codes)."""
    chosen = [
        money for (own, item, _), money in SPENT.items() if own.startswith(unit) and item.startswith(code)
    ]
    return sum(basic for basic, _ in chosen), sum(project for _, project in chosen)


def cells(money: Money, divided: bool) -> Row:
    basic, project = (f"{each}.00" if each else "" for each in money)
    total = f"{sum(money)}.00"
    return (total, basic, project) if divided else (total,)


def by_code(levels: Sequence[int], divided: bool, unit: str = "") -> Iterator[Row]:
    """Rows of these levels of codes: code, name, amounts."""
    seen: set[str] = set()
    for (own, item, name), _ in sorted(SPENT.items(), key=lambda each: each[0][1]):
        for width in levels:
            code = item[:width]
            if own.startswith(unit) and code not in seen:
                seen.add(code)
                yield code, name if width == 7 else NAMES[code], *cells(whole(unit, code), divided)


def coded(levels: Sequence[int], ends: str, divided: bool) -> list[Row]:
    """A table of codes with its total above, below, at both ends or with a sum of the year and what is left."""
    rows = list(by_code(levels, divided))
    total = cells(whole(), divided)
    head = {
        "above": [("", "合计", *total)],
        "both": [("", "合计", *total)],
        "year above": [("", "本年支出合计", *total)],
    }.get(ends, [])
    left = ("", "结转下年", *("0.00" for _ in total))
    foot = {
        "below": [("", "合计", *total)],
        "both": [("", "总计", *total)],
        "part": [("", "小计", *total), ("", "合计", *total)],
        "carried": [("", "本年支出合计", *total), left, ("", "支出总计", *total)],
        "unsaid": [("", "支出合计", *total), left, ("", "支出总计", *total)],
        "year above": [left, ("", "支出总计", *total)],
    }.get(ends, [])
    return [("科目编码", "科目名称", *labels(divided)), *head, *rows, *foot]


def labels(divided: bool) -> Row:
    return ("合计", "基本支出", "项目支出") if divided else ("预算数",)


def by_unit(levels: Sequence[int], top: str, divided: bool) -> list[Row]:
    """A table of units with their codes; the department's own row stands above them where `top` says so."""
    rows: list[Row] = []
    if "total" in top:
        rows.append(("合计", "", "", *cells(whole(), divided)))
    if "department" in top:
        rows.append((DEPARTMENT, "", "", *cells(whole(), divided)))
    for unit in (OFFICE, CENTRE):
        rows.append((unit, "", "", *cells(whole(unit), divided)))
        rows += [(unit, *row) for row in by_code(levels, divided, unit)]
    return [("单位名称", "科目编码", "科目名称", *labels(divided)), *rows]


def chaptered() -> list[Row]:
    """The form of the whole country: the year with its classes below it, what is left, and the total."""
    year = sum(whole())
    return [
        ("项目", "预算数"),
        ("一、本年支出", f"{year}.00"),
        ("（一）社会保障和就业支出", f"{sum(whole(code='208'))}.00"),
        ("（二）农林水支出", f"{sum(whole(code='213'))}.00"),
        ("二、年终结转结余", "13.00"),
        ("支出总计", f"{year + 13}.00"),
    ]


FIRST = 2020
"""Year of the first layout; every other is of a year of its own."""
TOTAL = sum(whole())
LAYOUTS: dict[str, tuple[str, list[Row], int]] = {
    **{
        f"codes {levels} {ends} {divided}": ("部门支出总表", coded(levels, ends, divided), TOTAL)
        for levels, ends, divided in product(
            ((3,), (7,), (3, 5, 7)),
            ("above", "below", "both", "part", "carried", "unsaid", "year above", "none"),
            (True, False),
        )
    },
    **{
        f"units {levels} {top} {divided}": ("部门支出总表", by_unit(levels, top, divided), TOTAL)
        for levels, top, divided in product(
            ((7,), (3, 5, 7), ()), ("total", "total department", "department", ""), (True, False)
        )
    },
    "chapters": ("财政拨款收支总表", chaptered(), TOTAL + 13),
}


def page(at: int, title: str, rows: Sequence[Row]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<html><head><meta charset=utf-8></head><body><h1>{DEPARTMENT}{FIRST + at}年部门预算公开</h1>"
        f"<p>表1 {title}</p><p>单位：万元</p><table border=1>{body}</table></body></html>"
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("layouts")
    for at, (title, rows, _) in enumerate(LAYOUTS.values()):
        (folder / f"{at:03}.html").write_text(page(at, title, rows), "utf-8")
    out = str(folder / "layouts.msgpack")
    assert run(["build", str(folder), "-o", out]) == 0
    return out


@pytest.fixture(scope="module")
def added(package: str) -> dict[int, float]:
    """Year → what its figures that may be added up come to, in 元."""
    frame = open_pack(package).frame("figures")
    found: dict[int, float] = {}
    for row in frame.filter(frame["additive"]).iter_rows(named=True):
        found[row["year"]] = found.get(row["year"], 0) + row["amount"]
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_additive_figures_come_to_the_total(layout: str, added: dict[int, float]) -> None:
    at = list(LAYOUTS).index(layout)
    assert added[FIRST + at] == LAYOUTS[layout][2] * WAN


@pytest.mark.parametrize("layout", LAYOUTS)
def test_parts_of_a_drill_down_come_to_its_whole(
    layout: str, package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    at = list(LAYOUTS).index(layout)
    rows = asked(capsys, package, at)
    assert sum(row["amount"] for row in rows) == LAYOUTS[layout][2] * WAN
    assert round(sum(row["share"] for row in rows), 6) == 100
    if layout.startswith("units"):
        units = asked(capsys, package, at, "--by", "unit")
        assert {row["name"]: row["amount"] for row in units} == {
            OFFICE: sum(whole(OFFICE)) * WAN,
            CENTRE: sum(whole(CENTRE)) * WAN,
        }


def asked(capsys: pytest.CaptureFixture[str], package: str, at: int, *more: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(["budget", "--pack", package, "--year", str(FIRST + at), *more, "--format", "json"]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_none_of_these_tables_contradicts_itself(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["checks", "--pack", package, "--status", "fails"]) == 0, capsys.readouterr().out


def test_a_class_that_only_its_items_print_can_be_opened_under_its_official_name(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    at = list(LAYOUTS).index("units (7,) total department True")
    listed = {row["code"]: row["name"] for row in asked(capsys, package, at)}
    assert listed == {"208": "社会保障和就业支出", "213": "农林水支出"}
    (group,) = asked(capsys, package, at, "213")
    assert (group["code"], group["name"], group["amount"]) == ("21303", "水利", 802 * WAN)


def test_a_row_that_adds_up_others_is_still_answered_and_still_a_figure(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    at = list(LAYOUTS).index("units (7,) total department True")
    capsys.readouterr()
    assert run(["budget", DEPARTMENT, "--pack", package, "--year", str(FIRST + at)]) == 0
    assert "857.00 万元" in capsys.readouterr().out
    frame = open_pack(package).frame("figures")
    own = frame.filter((frame["year"] == FIRST + at) & (frame["unit_name"] == DEPARTMENT))
    assert sorted(own["measure"]) == ["basic", "project", "total"]
    assert not own["additive"].any()
