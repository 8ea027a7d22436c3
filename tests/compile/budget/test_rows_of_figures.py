"""Tables whose columns name the items: rows of years, of the budget and of changes; the year that columns alone say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_tables import Tables, compile_html, html_table

HEAD = "项目|合计|因公出国（境）费|公务用车购置费|公务用车运行费|公务接待费"
BUDGET, ACCOUNTS = "临夏州水务局2033年部门预算公开", "临夏州水务局2033年度部门决算公开"


def read(folder: Path, title: str, caption: str, *rows: str) -> Tables:
    page = f"<html><body><h1>{title}</h1><p>{caption}</p><p>单位：万元</p>{html_table(*rows)}</body></html>"
    return compile_html(page, folder)


def figures(tables: Tables) -> list[tuple[str, str, str | None]]:
    """Measure, amount and unit of every row that has a sum."""
    rows = [row for row in tables["budget_lines"] if row["name"] == "合计"]
    return [(row["measure"], row["printed"], row["unit_name"]) for row in rows]


@pytest.mark.parametrize(
    ("title", "names", "measures"),
    [
        (BUDGET, ("上年预算数", "本年预算数", "增减额"), ("previous", "total", "change")),
        (BUDGET, ("2032年预算", "2033年预算", "增减"), ("previous", "total", "change")),
        (BUDGET, ("2032年", "2033年", "2033年比2032年增减"), ("previous", "total", "change")),
        (ACCOUNTS, ("预算数", "决算数", "预决算差异"), ("budget", "total", "difference")),
    ],
)
def test_a_row_is_the_figure_that_its_name_says_and_no_unit(
    tmp_path: Path, title: str, names: tuple[str, str, str], measures: tuple[str, str, str]
) -> None:
    amounts = ("20.00|2.00|0|15.00|3.00", "18.00|2.00|0|13.50|2.50", "-2.00|0|0|-1.50|-0.50")
    rows = (f"{name}|{values}" for name, values in zip(names, amounts, strict=True))
    tables = read(tmp_path, title, "“三公”经费表", HEAD, *rows)
    assert figures(tables) == [
        (measures[0], "20.00", None),
        (measures[1], "18.00", None),
        (measures[2], "-2.00", None),
    ]


def test_units_keep_their_names(tmp_path: Path) -> None:
    rows = ("临夏州水务局本级|12.00|2.00|0|8.00|2.00", "临夏州水利管理站|6.00|0|0|5.50|0.50")
    tables = read(tmp_path, BUDGET, "“三公”经费表", HEAD.replace("项目", "单位名称"), *rows)
    assert figures(tables) == [
        ("total", "12.00", "临夏州水务局本级"),
        ("total", "6.00", "临夏州水利管理站"),
    ]


@pytest.mark.parametrize("name", ["增减（%）", "增减率"])
def test_parts_in_a_hundred_are_no_amounts(tmp_path: Path, name: str) -> None:
    rows = ("上年预算数|20.00|2.00|0|15.00|3.00", "本年预算数|18.00|2.00|0|13.50|2.50")
    tables = read(tmp_path, BUDGET, "“三公”经费表", HEAD, *rows, f"{name}|-10.00|0|0|-10.00|-16.67")
    assert figures(tables) == [("previous", "20.00", None), ("total", "18.00", None)]
    assert [(row["kind"], row["reason"]) for row in tables["unread"]] == [("row", "unknown_row")]


@pytest.mark.parametrize(
    ("title", "head", "amounts"),
    [
        ("临夏州水务局2031-2033年支出情况表", "2031年决算|2032年预算|2033年预算", "95|100|105"),
        ("临夏州水务局支出情况表", "2031年决算数|2032年执行数|2033年预算数", "95|100|105"),
    ],
)
def test_columns_of_several_years_say_of_which_a_paper_without_one_is(
    tmp_path: Path, title: str, head: str, amounts: str
) -> None:
    tables = read(
        tmp_path, title, "支出总表", f"科目编码|科目名称|{head}", f"208|社会保障和就业支出|{amounts}"
    )
    assert {row["year"] for row in tables["budget_tables"]} == {2033}
    assert [(row["measure"], row["year"]) for row in tables["budget_lines"]] == [
        ("before_previous", 2033),
        ("previous", 2033),
        ("total", 2033),
    ]
