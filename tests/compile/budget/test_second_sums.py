"""A second sum among columns that name the items of 三公: of what it is one, the label above it says, or nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_tables import Tables, compile_html, html_table

HEAD = "单位名称|“三公”经费合计|公务接待费|{}|公务用车购置费|公务用车运行维护费|因公出国（境）费"
ROW = "长汀县水利局|18.60|0.60|16.00|9.00|7.00|2.00"


def read(folder: Path, *rows: str) -> Tables:
    title = "<h1>长汀县水利局2031年部门预算</h1><p>一般公共预算“三公”经费支出表</p><p>单位：万元</p>"
    return compile_html(title + html_table(*rows), folder)


def amounts(tables: Tables) -> list[tuple[str, str]]:
    return [(row["name"], row["printed"]) for row in tables["budget_lines"]]


def failing(tables: Tables) -> list[str]:
    return [row["description"] for row in tables["checks"] if row["status"] == "fails"]


@pytest.mark.parametrize("label", ["小计", "其中：小计"])
def test_a_second_sum_below_nothing_is_declared(label: str, tmp_path: Path) -> None:
    """The label that spans it and its parts was lost (a ruling too thin): it is no second total of 三公."""
    tables = read(tmp_path, HEAD.format(label), ROW)
    assert ("小计", "16.00") not in amounts(tables)
    assert ("“三公”经费合计", "18.60") in amounts(tables)
    assert label in [row["printed"] for row in tables["unread"] if row["kind"] == "column"]
    assert not failing(tables)


def test_a_sum_below_the_vehicles_is_theirs(tmp_path: Path) -> None:
    above = "r2:单位名称|r2:“三公”经费合计|r2:公务接待费|c3:公务用车购置及运行维护费|r2:因公出国（境）费"
    tables = read(tmp_path, above, "小计|公务用车购置费|公务用车运行维护费", ROW)
    assert ("公务用车购置及运行维护费", "16.00") in amounts(tables)
    assert not failing(tables)
