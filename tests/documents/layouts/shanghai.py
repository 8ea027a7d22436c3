"""Shanghai districts: nine tables in 元 with the year in every title, three code columns, 三公 as one row in 万元."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tests.documents import content, headers, narrative
from tests.documents.amounts import Money
from tests.documents.book import Book
from tests.documents.described import Described, Part, Printing, Prose, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, contents, cover, described, in_cell, section, sheets
from tests.documents.lines import Line, named
from tests.documents.tables import Frame, Style, side_by_side, table

_TITLES = (
    "部门财务收支预算总表", "部门收入预算总表", "部门支出预算总表", "部门财政拨款收支预算总表", "部门一般公共预算支出功能分类预算表",
    "部门政府性基金预算支出功能分类预算表", "部门国有资本经营预算支出功能分类预算表", "部门一般公共预算基本支出部门预算经济分类预算表",
    "部门“三公”经费和机关运行经费预算表",
)  # fmt: skip
_DOTS = (".", ".", ".", "．", ".", "．", ".", ".", ".")
_INCOME = (
    ("合计", "total"),
    ("财政拨款收入", "fiscal_subtotal"),
    ("事业收入", "business_income"),
    ("事业单位经营收入", "commercial_income"),
    ("其他收入", "other_income"),
)


class Year(msgspec.Struct, frozen=True):
    """What one district prints in one year: decimals, what stands for nothing where, and where the year stands."""

    decimals: int = 2
    spending: str = ""
    split: str = "0.00"
    yearly: bool = False
    note: str = "注:"
    continuation: str = "none"

    def money(self, nothing: str = "") -> Money:
        """Money in 元 with this for nothing."""
        return Money("元", self.decimals, nothing=nothing)


def budget(department: Department, year: int, form: Year, traits: tuple[str, ...] = ()) -> Described:
    """A district department's budget."""
    book, before = department.book(year, form.money()), department.book(year - 1, form.money())
    district = department.place
    parts = [
        *cover(f"{district}{year}年区级部门预算", f"预算主管部门：{department.name}"),
        *contents(
            ("一、部门主要职能", ()), ("二、部门机构设置", ()), ("三、名词解释", ()), ("四、部门预算编制说明", ()),
            ("五、部门预算表", (f"{at}{dot} {year}年{title}" for at, (dot, title) in enumerate(zip(_DOTS, _TITLES, strict=True), 1))),
            ("六、其他相关情况说明", ()), ("七、项目经费情况说明", ()),
        ),
        *section(f"{department.name}主要职能", narrative.duties()),
        *section(f"{department.name}机构设置", narrative.units(department.name, book.units)),
        *section("名词解释", narrative.terms()),
        *section(f"{year}年部门预算编制说明", _explained(department, book, before)),
        *sheets(_tables(department, book, form)),
        *section("其他相关情况说明", Prose(f"一、{year}年“三公”经费预算情况说明"), narrative.three_public("本部门", book, before)),
    ]  # fmt: skip
    return described(department, "", f"{district}{year}年区级部门预算", year, "budget", parts, traits=traits)


def _explained(department: Department, book: Book, before: Book) -> Iterator[Part]:
    """The explanation, all of it in one cell of a sheet."""
    yield from in_cell(narrative.totals(department.name, book))
    yield from in_cell(
        narrative.items(book.year, content.general_public(book), content.general_public(before))
    )


def _tables(department: Department, book: Book, form: Year) -> Iterator[Table]:
    blank, spent = Style(form.money()), Style(form.money(form.spending))
    wide = Printing(landscape=True, continuation=form.continuation)

    def frame(kind: str, number: int, unit: str = "单位：元", notes: tuple[str, ...] = ()) -> Frame:
        captions = ((f"编制部门：{department.name}", unit),)
        return Frame(kind, f"{book.year}年{_TITLES[number - 1]}", "", captions, notes, wide)

    yield _overview(frame("overview", 1), book, blank)
    heads = (
        *headers.three("功能分类科目编码", "功能分类科目名称", "项目"),
        Head("收入预算", headers.money(*_INCOME)),
    )
    yield table(frame("income", 2), heads, content.coded(content.income(book)), blank)
    yield _spending(frame("expenditure", 3), "支出预算", content.expenditure(book), spent)
    yield _fiscal(frame("fiscal_overview", 4), book, blank)
    yield _spending(frame("general_public", 5), "一般公共预算支出", content.general_public(book), spent)
    for number, (kind, budget, leaves) in enumerate(
        (
            ("government_fund", "政府性基金", content.funds(book)),
            ("state_capital", "国有资本经营", content.state_capital(book)),
        ),
        6,
    ):
        note = f"{form.note}本部门{book.year}年无{budget}预算财政拨款安排的预算，故本表为空表。"
        yield _spending(
            frame(kind, number, notes=() if leaves else (note,)), f"{budget}预算支出", leaves, blank
        )
    split = Style(form.money(form.split))
    basic = (
        *headers.three("部门预算经济分类科目编码", "经济分类科目名称", "项目", 2),
        Head(
            "一般公共预算基本支出",
            headers.money(("合计", "total"), ("人员经费", "personnel"), ("公用经费", "operating")),
        ),
    )
    yield table(frame("general_public_basic", 8), basic, content.basic(book), split)
    yield _three_public(frame("three_public", 9, "单位:万元"), book, form)


def _overview(frame: Frame, book: Book, style: Style) -> Table:
    left = (
        named(1, "一、财政拨款收入", book.appropriation),
        named(2, "1.一般公共预算资金", book.general_public),
        named(2, "2.政府性基金", sum(item.total for item in book.funds)),
        named(2, "3.国有资本经营预算", sum(item.total for item in book.state_capital)),
        named(1, "二、事业收入"),
        named(1, "三、事业单位经营收入"),
        named(1, "四、其他收入", book.own),
        named(0, "收入总计", book.total),
    )
    right = content.classes(content.expenditure(book), "支出总计")
    return side_by_side(frame, (
        ("income", (Head("本年收入", (Head("项目", role="name", width=3), Head("预算数", key="total", width=1.8))),), left),
        ("expenditure", (Head("本年支出", (Head("项目", role="name", width=3), Head("预算数", key="total", width=1.8))),), right),
    ), style)  # fmt: skip


def _fiscal(frame: Frame, book: Book, style: Style) -> Table:
    left = (
        named(1, "一、一般公共预算资金", book.general_public),
        named(1, "二、政府性基金", sum(item.total for item in book.funds)),
        named(1, "三、国有资本经营预算", sum(item.total for item in book.state_capital)),
        named(0, "收入总计", book.appropriation),
    )
    right = content.classes(content.appropriations(book), "支出总计")
    return side_by_side(frame, (
        ("income", (Head("财政拨款收入", (Head("项目", role="name", width=3), Head("预算数", key="total", width=1.8))),), left),
        ("expenditure", (Head("财政拨款支出", (Head("项目", role="name", width=3), *headers.money(*headers.BUDGETS, width=1.8))),), right),
    ), style)  # fmt: skip


def _spending(frame: Frame, over: str, leaves: content.Leaves, style: Style) -> Table:
    heads = (
        *headers.three("功能分类科目编码", "功能分类科目名称", "项目"),
        Head(over, headers.money(*headers.SPENDING, width=1.8)),
    )
    return table(frame, heads, content.coded(leaves), style)


_WORDS = headers.Wording(
    overseas="因公出国(境)费",
    vehicles="公务用车购置及运行费",
    purchase="购置费",
    operation="运行费",
    order=("overseas", "reception", "vehicles"),
)


def _three_public(frame: Frame, book: Book, form: Year) -> Table:
    year = f"{book.year}年" if form.yearly else ""
    heads = (
        Head(f"{year}“三公”经费预算数", headers.three_public(_WORDS)),
        headers.beside(f"{year}机关运行经费预算数", "agency"),
    )
    line = Line(None, "", 0, content.three_public_row(book))
    return table(frame, heads, (line,), Style(Money("万元", nothing="0", short=True)))
