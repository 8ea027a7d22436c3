"""Columns of budget tables that compare two others, and the two parts of the vehicles."""

from __future__ import annotations

import pytest

from hrss_tui.compile.checks import checks
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Record
from hrss_tui.sources.formats.form import SourceFile


def found(kind: str, *rows: str, table: str = "“三公”经费支出预算表") -> list[str]:
    """The outcomes of the checks of a kind, of a table of a budget."""
    lines = ["枫桥县水务局2036年部门预算", "", table, "单位：万元", *rows, ""]
    tables: dict[str, list[Record]] = {}
    for document in compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", tuple(lines))):
        for record in document.harvest.records:
            tables.setdefault(record.TABLE, []).append(record)
    return [check.status for check in checks(tables) if check.kind == kind]


HEAD = "项目\t2034年决算\t2035年预算\t2036年预算\t增减额"
VEHICLES = (
    "公务用车购置及运行费\t18.00\t17.00\t16.00\t-1.00",
    "其中：公务用车购置费\t0.00\t0.00\t0.00\t0.00",
)


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        (("-1.00", "0.50", "-1.50"), ["exact", "exact", "exact"]),
        (("-1.00", "0.50", "1.50"), ["exact", "exact", "fails"]),
        (("-1.00", "-0.50", "1.50"), []),
    ],
)
def test_a_difference_is_that_of_the_two_columns_that_most_rows_show(
    changes: tuple[str, ...], outcomes: list[str]
) -> None:
    rows = (
        "合计\t9.00\t8.00\t7.00\t{}",
        "公务接待费\t3.00\t2.50\t3.00\t{}",
        "公务用车运行维护费\t6.00\t5.50\t4.00\t{}",
    )
    made = [row.format(change) for row, change in zip(rows, changes, strict=True)]
    assert found("stated_change", HEAD, *made) == outcomes


@pytest.mark.parametrize(("running", "outcome"), [("16.00", "exact"), ("15.00", "fails")])
def test_purchase_and_running_are_all_that_vehicles_cost(running: str, outcome: str) -> None:
    rows = (*VEHICLES, f"公务用车运行维护费\t18.00\t17.00\t{running}\t-1.00")
    assert outcome in found("level_sum", HEAD, *rows)
    assert "not_checkable" not in found("level_sum", HEAD, *rows)


@pytest.mark.parametrize(
    ("percentages", "outcomes"),
    [
        (("-12.50%", "20.00%", "-27.27%"), ["exact", "exact", "exact"]),
        (("-12.50", "20.00", "-17.27"), ["exact", "exact", "fails"]),
        (("12.50", "-20.00", "27.27"), []),
        (("12.50", "20.00", "27.27"), ["exact", "exact", "exact"]),  # of falls only how large they are
        (("12.50", "20.00", "37.27"), ["exact", "exact", "fails"]),
        (
            ("-12.50", "20.00", "27.27"),
            ["exact", "exact", "fails"],
        ),  # a fall without its sign beside one with it
        (("100.00", "42.86", "57.14"), []),  # how large a part each is
    ],
)
def test_a_percentage_is_the_growth_that_most_rows_show(
    percentages: tuple[str, ...], outcomes: list[str]
) -> None:
    rows = ("合计\t8.00\t7.00\t{}", "公务接待费\t2.50\t3.00\t{}", "公务用车运行维护费\t5.50\t4.00\t{}")
    made = [row.format(each) for row, each in zip(rows, percentages, strict=True)]
    assert found("stated_growth", "项目\t2035年预算\t2036年预算\t增减比例", *made) == outcomes
