"""Hunan: many tables numbered 1、 with both economic classifications, titles that begin with other titles.

Codes stand in three columns; children print their own level alone. The unit is 元 in the column headers of one table
while its caption says 万元.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents import content, headers, narrative
from tests.documents.amounts import Money
from tests.documents.book import Book, Economic, government_economic
from tests.documents.described import Described, Printing, Table
from tests.documents.heading import Head, relabelled
from tests.documents.layouts.common import Department, contents, cover, described, section, sheets
from tests.documents.lines import Line
from tests.documents.tables import Frame, Style, side_by_side, table

_TITLES = {
    1: "收支总表",
    2: "收入总表",
    3: "支出总表",
    4: "支出预算分类汇总表（按政府预算经济分类）",
    5: "支出预算分类汇总表（按部门预算经济分类）",
    6: "财政拨款收支总表",
    7: "一般公共预算支出表",
    8: "一般公共预算基本支出表",
    9: "一般公共预算基本支出表-人员经费（工资福利支出）（按部门预算经济分类）",
    10: "一般公共预算基本支出表-公用经费（商品和服务支出）（按部门预算经济分类）",
    11: "一般公共预算“三公”经费及会议费、培训费支出表",
    12: "政府性基金预算支出表",
    13: "国有资本经营预算支出表",
}
_MONEY = Money("万元")
_OWN = Style(_MONEY, path="own", total_at="first")
_STYLE = Style(_MONEY)


def budget(department: Department, year: int, traits: tuple[str, ...] = ()) -> Described:
    """A county office's budget."""
    book, before = department.book(year, _MONEY), department.book(year - 1, _MONEY)
    name = department.name
    parts = [
        *cover(f"{name}{year}年部门预算"),
        *contents(
            (
                "第一部分 部门预算说明",
                ("1、部门基本概况", "2、部门预算收支情况", "3、一般公共预算拨款情况", "4、“三公”经费情况"),
            ),
            ("第二部分 部门预算表", (f"{number}、{title}" for number, title in _TITLES.items())),
        ),
        *section(f"第一部分 {year}年部门预算说明"),
        *section("一、部门基本概况", narrative.duties(), narrative.units(name, book.units)),
        *section("二、部门预算收支情况", narrative.totals(name, book)),
        *section("三、一般公共预算拨款情况", narrative.classes(name, year, content.general_public(book))),
        *section("四、“三公”经费情况", narrative.three_public(name, book, before)),
        *section("五、名词解释", narrative.terms()),
        *section(f"第二部分 {year}年部门预算表", sheets(_tables(department, book))),
    ]
    return described(department, "", f"{name}{year}年部门预算", year, "budget", parts, traits=traits)


def _tables(department: Department, book: Book) -> Iterator[Table]:
    def frame(kind: str, number: int, landscape: bool = False, notes: tuple[str, ...] = ()) -> Frame:
        captions = ((f"单位：{department.name}", "金额单位：万元"),)
        return Frame(kind, _TITLES[number], f"{number}、", captions, notes, Printing(landscape=landscape))

    yield side_by_side(frame("overview", 1), (
        ("income", _side("收入", ("本年预算", "total")), content.simple_income(book, "收入总计")),
        ("expenditure", _side("支出", ("本年预算", "total")), content.classes(content.expenditure(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield table(frame("income", 2, landscape=True), (*headers.three("科目编码"), Head("总计", key="total"), Head("本年收入", headers.money(
        ("一般公共预算", "general_public_budget"), ("政府性基金预算", "government_fund"), ("国有资本经营预算", "state_capital"),
        ("财政专户管理资金", "special_account"), ("单位资金", "unit_funds"),
    )), Head("上年结转结余", key="carryover")), content.coded(content.income(book)), _OWN)  # fmt: skip
    yield _spending(frame("expenditure", 3), content.expenditure(book))
    yield _economic(
        frame("expenditure_government_economic", 4), government_economic(book), "政府预算经济分类"
    )
    yield _by_economic(frame("expenditure_economic", 5), book.economic)
    yield side_by_side(frame("fiscal_overview", 6), (
        ("income", _side("收入", ("本年预算", "total")), content.fiscal_income(book)),
        ("expenditure", _side("支出", *headers.BUDGETS), content.classes(content.appropriations(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield _spending(frame("general_public", 7), content.general_public(book), split=True)
    yield _basic(frame("general_public_basic", 8), book)
    people = tuple(line for line in book.economic if line.code.startswith("301"))
    goods = tuple(line for line in book.economic if line.code.startswith("302"))
    yield _by_economic(frame("general_public_basic", 9), people)
    yield _by_economic(frame("general_public_basic", 10), goods)
    yield _three_public(frame("three_public", 11), department, book)
    none = f"说明：{department.name}{book.year}年无{{}}预算支出，本表为空表。"
    yield _spending(
        frame("government_fund", 12, notes=() if book.funds else (none.format("政府性基金"),)),
        content.funds(book),
    )
    yield _spending(
        frame("state_capital", 13, notes=() if book.state_capital else (none.format("国有资本经营"),)),
        content.state_capital(book),
    )


def _side(over: str, *columns: tuple[str, str]) -> tuple[Head, ...]:
    return (Head(over, (Head("项目", role="name", width=3.4), *headers.money(*columns, width=1.5))),)


def _spending(frame: Frame, leaves: content.Leaves, split: bool = False) -> Table:
    money = headers.SPLIT if split else headers.money(*headers.SPENDING)
    return table(frame, (*headers.three("科目编码"), *money), content.coded(leaves), _OWN)


def _basic(frame: Frame, book: Book) -> Table:
    """The unit stands in the columns' headers, nearer than the caption."""
    columns = relabelled(
        headers.money(("合计", "total"), ("人员经费", "personnel"), ("公用经费", "operating")), "（元）"
    )
    heads = (*headers.three("部门预算支出经济分类科目编码", "科目名称", parts=2), *columns)
    return table(frame, heads, content.basic(book), Style(Money("元", 0)))


def _by_economic(frame: Frame, lines: tuple[Economic, ...]) -> Table:
    heads = (
        *headers.merged("部门预算经济分类科目编码", "部门预算经济分类科目名称"),
        Head("合计", key="total"),
    )
    made = content.rolled([(line.code, {"total": line.amount}) for line in lines], content.ECONOMIC, 2)
    end = Line(None, "合计", 0, {"total": sum(line.amount for line in lines)})
    return table(frame, heads, (*made, end), _STYLE)


def _economic(frame: Frame, lines: tuple[Economic, ...], label: str) -> Table:
    heads = (*headers.merged(f"{label}科目编码", f"{label}科目名称"), Head("合计", key="total"))
    return table(frame, heads, content.government_basic(lines), _STYLE)


_WORDS = headers.Wording(
    total="“三公”经费合计",
    vehicles="公务用车购置及运行费",
    operation="公务用车运行费",
    order=("reception", "vehicles", "overseas"),
)


def _three_public(frame: Frame, department: Department, book: Book) -> Table:
    """三公 with the costs of meetings and training beside it, one row a unit."""
    heads = (
        Head("单位名称", role="unit", width=2.6),
        *headers.three_public(_WORDS),
        headers.beside("会议费", "meeting"),
        headers.beside("培训费", "training"),
    )
    line = Line(None, "", 0, content.three_public_row(book), unit_name=department.name)
    return table(frame, heads, (line,), _STYLE)
