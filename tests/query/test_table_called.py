"""A table by number and title: the number stands once."""

from __future__ import annotations

import pytest

from hrss_tui.query.check_words import in_english
from hrss_tui.query.pinpoint import pinpoint
from hrss_tui.records import BudgetTable
from hrss_tui.records.budget import table_called
from tests.query.handmade import filled, line, pack_of


@pytest.mark.parametrize(
    ("number", "title", "called"),
    [
        (7, "表7", "表7"),
        (4, "附表4-部门收入总体情况表", "表4 部门收入总体情况表"),
        (11, "表十一：项目支出表", "表11 项目支出表"),
        (20, "附表二十 收入表", "表20 收入表"),
        (8, "公开表08 支出表", "表8 支出表"),
        (4, "附表5-部门收入总体情况表", "表4 附表5-部门收入总体情况表"),
        (4, "表4-1 收入表", "表4 表4-1 收入表"),
        (4, "表40 收入表", "表4 表40 收入表"),
        (2, "部门支出总体情况表", "表2 部门支出总体情况表"),
    ],
)
def test_the_number_of_a_table_stands_once(number: int, title: str, called: str) -> None:
    assert table_called(number, title) == called


def test_citations_and_english_sentences_take_it_so() -> None:
    row = line("208", 3, table_no=7, table_title="表7")
    assert pinpoint(pack_of(row), row)[0] == "表7"
    table = filled(BudgetTable, table_no=9, title="附表九：收入表")
    assert pinpoint(pack_of(table), table) == ("表9 收入表",)
    assert in_english("甲 = 表7 12 行之和", {}).endswith("= sum of 12 rows of table 7")
