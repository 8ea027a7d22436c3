"""三公 tables whose columns name the money and the year in one label."""

from __future__ import annotations

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import BudgetLine
from hrss_tui.sources.formats.form import SourceFile

LINES = (
    "宜宾市水利局2034年部门预算公开",
    "",
    "一般公共预算“三公”经费支出情况表",
    "单位：万元",
    "项目\t2033年“三公”经费预算数\t2034年“三公”经费预算数",
    "共计\t21.00\t17.00",
    "1、公务接待费\t6.00\t4.00",
    "2、公务用车费\t15.00\t13.00",
)


def test_the_money_of_the_year_before_is_not_that_of_the_year() -> None:
    found = [
        (row.name, row.measure, row.printed)
        for document in compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", LINES))
        for row in document.harvest.records
        if isinstance(row, BudgetLine)
    ]
    assert sorted(found) == [
        ("1、公务接待费", "previous", "6.00"),
        ("1、公务接待费", "total", "4.00"),
        ("2、公务用车费", "previous", "15.00"),
        ("2、公务用车费", "total", "13.00"),
        ("共计", "previous", "21.00"),
        ("共计", "total", "17.00"),
    ]
