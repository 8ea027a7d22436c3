"""Beijing districts: short titles, projects as the fourth table, code and name in one cell, 三公 against the year before."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents import content, headers, narrative
from tests.documents.amounts import Money
from tests.documents.book import Book
from tests.documents.described import Described, Printing, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, contents, cover, described, numbered, section, sheets
from tests.documents.lines import Line, added
from tests.documents.tables import Frame, Style, side_by_side, table

_TITLES = (
    "收支总表", "收入总表", "支出总表", "项目支出表", "政府采购预算明细表", "财政拨款收支总表", "一般公共预算财政拨款支出表",
    "一般公共预算财政拨款基本支出表", "政府性基金预算财政拨款支出表", "国有资本经营预算财政拨款支出表", "财政拨款“三公”经费支出表",
    "政府购买服务预算财政拨款明细表", "项目支出绩效目标表", "部门整体支出绩效目标表",
)  # fmt: skip
_MONEY = Money("万元", 6, commas=False)
"""Six decimals: the district prints 万元 to the last 分."""
_STYLE = Style(_MONEY)


def budget(department: Department, year: int, traits: tuple[str, ...] = ()) -> Described:
    """A district department's budget."""
    book, before = department.book(year, _MONEY), department.book(year - 1, _MONEY)
    name = department.name
    parts = [
        *cover(f"{name}{year}年部门预算"),
        *contents(
            ("第一部分 部门情况说明", ()),
            ("第二部分 部门预算报表", (f"表{number} {title}" for number, title in enumerate(_TITLES, 1))),
        ),
        *section("第一部分 部门情况说明"),
        *section("一、部门基本情况", narrative.duties(), narrative.units(name, book.units)),
        *section("二、收入及支出总体情况", narrative.totals(name, book)),
        *section(
            "三、一般公共预算财政拨款支出情况", narrative.classes(name, year, content.general_public(book))
        ),
        *section("四、“三公”经费财政拨款预算说明", narrative.three_public(name, book, before)),
        *section("五、名词解释", narrative.terms()),
        *section("第二部分 部门预算报表", sheets(_tables(department, book))),
    ]
    return described(department, "", f"{name}{year}年部门预算", year, "budget", parts, traits=traits)


def _tables(department: Department, book: Book) -> Iterator[Table]:
    labels = list(numbered(_TITLES))

    def frame(kind: str, number: int, landscape: bool = True) -> Frame:
        captions = ((f"预算部门：{department.name}", "单位：万元"),)
        return Frame(
            kind,
            _TITLES[number - 1],
            labels[number - 1].partition("、")[0] + "、",
            captions,
            (),
            Printing(landscape=landscape),
        )

    yield side_by_side(frame("overview", 1, landscape=False), (
        ("income", _side("收入", ("预算数", "total")), content.simple_income(book, "收入总计")),
        ("expenditure", _side("支出", ("预算数", "total")), content.classes(content.expenditure(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield table(frame("income", 2), (*headers.merged("科目编码", "科目名称"), *headers.money(
        ("合计", "total"), ("一般公共预算拨款", "general_public_budget"), ("政府性基金预算拨款", "government_fund"),
        ("国有资本经营预算拨款", "state_capital"), ("财政专户管理资金收入", "special_account"), ("其他收入", "other_income"),
        ("上年结转", "carryover"),
    )), content.coded(content.income(book)), _STYLE)  # fmt: skip
    yield table(
        frame("expenditure", 3),
        (*headers.glued("科目"), *headers.money(*headers.SPENDING)),
        content.coded(content.expenditure(book)),
        _STYLE,
    )
    yield _projects(frame("projects", 4), book)
    yield side_by_side(frame("fiscal_overview", 6, landscape=False), (
        ("income", _side("收入", ("预算数", "total")), content.fiscal_income(book)),
        ("expenditure", _side("支出", *headers.BUDGETS), content.classes(content.appropriations(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield table(
        frame("general_public", 7),
        (*headers.glued("功能分类科目"), *headers.SPLIT),
        content.coded(content.general_public(book)),
        _STYLE,
    )
    yield table(frame("general_public_basic", 8), (*headers.glued("部门预算支出经济分类科目"), *headers.money(
        ("合计", "total"), ("人员经费", "personnel"), ("公用经费", "operating"))), content.basic(book), _STYLE)  # fmt: skip
    yield table(
        frame("government_fund", 9),
        (*headers.glued("科目"), *headers.money(*headers.SPENDING)),
        content.coded(content.funds(book)),
        _STYLE,
    )
    yield table(
        frame("state_capital", 10),
        (*headers.glued("科目"), *headers.money(*headers.SPENDING)),
        content.coded(content.state_capital(book)),
        _STYLE,
    )
    yield _three_public(frame("three_public", 11), department, book)


def _side(over: str, *columns: tuple[str, str]) -> tuple[Head, ...]:
    return (Head(over, (Head("项目", role="name", width=3.4), *headers.money(*columns, width=1.5))),)


def _projects(frame: Frame, book: Book) -> Table:
    """Every project with its unit and the money of each budget."""
    heads = (
        Head("预算单位", role="unit", width=2.6),
        Head("项目名称", role="name", width=3),
        *headers.money(
            ("合计", "total"),
            ("一般公共预算", "general_public_budget"),
            ("政府性基金预算", "government_fund"),
        ),
    )
    lines = [
        Line(None, project.name, 1, {"total": project.amount, "general_public_budget": project.amount},
             unit_name=project.unit_name, project=project.name)
        for project in book.projects
    ]  # fmt: skip
    return table(frame, heads, (*lines, Line(None, "合计", 0, added(line.values for line in lines))), _STYLE)


_WORDS = headers.Wording(
    total="“三公”经费财政拨款预算总额",
    overseas="因公出国（境）费用",
    vehicles="公务用车购置和运行维护费",
    order=("overseas", "reception", "vehicles"),
)


def _three_public(frame: Frame, department: Department, book: Book) -> Table:
    heads = (Head("单位名称", role="unit", width=2.4), *headers.three_public(_WORDS))
    line = Line(None, "", 0, content.three_public_row(book), unit_name=department.name)
    return table(frame, heads, (line,), _STYLE)
