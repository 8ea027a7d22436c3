"""Tibet: eight tables with the appropriations first, a date below the title, codes that print their own level alone."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents import content, headers, narrative
from tests.documents.amounts import Money
from tests.documents.book import Book
from tests.documents.described import Described, Printing, Prose, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, described, numbered, section, sheets
from tests.documents.tables import Frame, Style, side_by_side, table

_TITLES = (
    "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表", "一般公共预算“三公”经费支出表", "政府性基金预算支出表", "部门收支总表",
    "部门收入总表", "部门支出总表",
)  # fmt: skip
_MONEY = Money("万元", nothing="-")
_STYLE = Style(_MONEY, path="own", total_at="name")


def budget(department: Department, year: int, traits: tuple[str, ...] = ()) -> Described:
    """A department's budget as it was published in the first years of disclosure."""
    book, before = department.book(year, _MONEY), department.book(year - 1, _MONEY)
    name = department.name
    parts = [
        Prose(f"{name}{year}年部门预算", "title"),
        Prose(f"{year}年11月19日", "date"),
        *section("第一部分 部门概况", narrative.duties(), narrative.units(name, book.units)),
        *section(f"第二部分 {year}年部门预算表", sheets(_tables(department, book))),
        *section(f"第三部分 {year}年部门预算情况说明", narrative.totals(name, book),
                 narrative.classes(name, year, content.general_public(book)), narrative.three_public(name, book, before)),
        *section("第四部分 名词解释", narrative.terms()),
    ]  # fmt: skip
    return described(department, "", f"{name}{year}年部门预算", year, "budget", parts, traits=traits)


def _tables(department: Department, book: Book) -> Iterator[Table]:
    labels = [each.partition("、")[0] + "、" for each in numbered(_TITLES)]

    def frame(kind: str, number: int) -> Frame:
        return Frame(
            kind,
            _TITLES[number - 1],
            labels[number - 1],
            ((f"填报单位：{department.name}", "（单位：万元）"),),
            (),
            Printing(),
        )

    yield side_by_side(frame("fiscal_overview", 1), (
        ("income", _side("收入", ("预算数", "total")), content.fiscal_income(book)),
        ("expenditure", _side("支出", *headers.BUDGETS[:3]), content.classes(content.appropriations(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield table(frame("general_public", 2), (*headers.three("科目编码", "科目名称", "功能分类科目"), Head(f"{book.year}年预算数", headers.money(*headers.SPENDING))),
                content.coded(content.general_public(book), "合  计"), _STYLE)  # fmt: skip
    yield table(frame("general_public_basic", 3), (*headers.three("科目编码", "科目名称", "经济分类科目", 2), Head(f"{book.year}年基本支出", headers.money(
        ("合计", "total"), ("人员经费", "personnel"), ("公用经费", "operating")))), content.basic(book, "合  计"), _STYLE)  # fmt: skip
    yield _three_public(frame("three_public", 4), book)
    yield table(frame("government_fund", 5), (*headers.three("科目编码", "科目名称"), Head("本年政府性基金预算支出", headers.money(*headers.SPENDING))),
                content.coded(content.funds(book), "合  计"), _STYLE)  # fmt: skip
    yield side_by_side(frame("overview", 6), (
        ("income", _side("收入", ("预算数", "total")), content.simple_income(book)),
        ("expenditure", _side("支出", ("预算数", "total")), content.classes(content.expenditure(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield table(frame("income", 7), (*headers.three("科目编码"), *headers.money(
        ("合计", "total"), ("一般公共预算拨款收入", "general_public_budget"), ("政府性基金预算拨款收入", "government_fund"),
        ("事业收入", "business_income"), ("其他收入", "other_income"), ("上年结转", "carryover"),
    )), content.coded(content.income(book), "合  计"), _STYLE)  # fmt: skip
    yield table(frame("expenditure", 8), (*headers.three("科目编码"), *headers.money(*headers.SPENDING)),
                content.coded(content.expenditure(book), "合  计"), _STYLE)  # fmt: skip


def _side(over: str, *columns: tuple[str, str]) -> tuple[Head, ...]:
    return (Head(over, (Head("项目", role="name", width=3.4), *headers.money(*columns, width=1.5))),)


def _three_public(frame: Frame, book: Book) -> Table:
    heads = (Head("项目", role="name", width=4), Head(f"{book.year}年预算数", key="total"))
    return table(frame, heads, content.three_public(book), _STYLE)
