"""Xinjiang: a region-level budget of twelve tables, and a prefecture's of nine with ordinals (2020).

Codes stand in three columns with the whole path, the spending side prints 201 一般公共服务支出, 三公 is a list by fund.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tests.documents import content, headers, narrative
from tests.documents.amounts import Money
from tests.documents.book import Book
from tests.documents.codes import ECONOMIC, NAMES
from tests.documents.described import Described, Part, Printing, Prose, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, contents, cover, described, numbered, section, sheets
from tests.documents.lines import Line, added, named
from tests.documents.tables import Frame, Style, side_by_side, table

_MONEY = Money("万元")
_ECONOMIC = ("301", "302", "303", "307", "309", "310", "311", "312", "313", "399")
_INCOME = (
    Head("总计", key="total", width=1.6),
    Head("财政拨款（补助）", headers.money(
        ("财政拨款（补助）小计", "fiscal_subtotal"), ("一般公共预算", "general_public_budget"),
        ("上级一般公共预算安排的转移支付", "superior_general_transfer"), ("政府性基金预算", "government_fund"),
        ("国有资本经营预算", "state_capital"), width=1.3,
    )),
    Head("财政专户（教育收费）", key="special_account", width=1.2),
    Head("单位资金", key="unit_funds", width=1.2),
    Head("财政拨款结转", key="fiscal_carryover", width=1.2),
    Head("非财政拨款结转结余", key="other_carryover", width=1.2),
)  # fmt: skip


class Form(msgspec.Struct, frozen=True):
    """What differs between the region's form and a prefecture's."""

    titles: tuple[str, ...]
    labels: tuple[str, ...]
    caption: str
    twelve: bool
    breaks: tuple[int, ...] = ()
    landscape: bool = True

    def frame(
        self, kind: str, number: int, department: Department, printing: Printing, notes: tuple[str, ...] = ()
    ) -> Frame:
        """The frame of the table with this number."""
        captions = ((f"{self.caption}：{department.name}",), ("单位：万元",))
        return Frame(kind, self.titles[number - 1], self.labels[number - 1], captions, notes, printing)


REGION = Form(
    titles=(
        "部门收支总体情况表", "部门收入总体情况表", "部门支出总体情况表", "财政拨款收支预算总体情况表", "一般公共预算支出情况表",
        "一般公共预算基本支出情况表", "一般公共预算项目支出情况表", "政府性基金预算支出情况表", "国有资本经营预算支出情况表",
        "财政拨款“三公”经费支出情况表", "财政拨款委托业务费支出情况表", "上年结转结余情况表",
    ),
    labels=tuple(f"表{number}" for number in range(1, 13)), caption="编制部门", twelve=True, breaks=(9,),
)  # fmt: skip
PREFECTURE = Form(
    titles=(
        "部门收支总体情况表", "部门收入总体情况表", "部门支出总体情况表", "财政拨款收支总体情况表", "一般公共预算支出情况表",
        "一般公共预算基本支出情况表", "项目支出情况表", "一般公共预算“三公”经费支出情况表", "政府性基金预算支出情况表",
    ),
    labels=tuple(f"{label}、" for label in "一二三四五六七八九"), caption="编制部门", twelve=False, breaks=(),
)  # fmt: skip


def region(department: Department, year: int, traits: tuple[str, ...] = ()) -> Described:
    """A budget of the region's departments: twelve tables, then the explanations."""
    return _budget(department, year, REGION, traits)


def prefecture(department: Department, year: int, traits: tuple[str, ...] = ()) -> Described:
    """A prefecture's budget of 2020 and its like: nine tables numbered 一、 to 九、."""
    return _budget(department, year, PREFECTURE, traits)


def _budget(department: Department, year: int, form: Form, traits: tuple[str, ...]) -> Described:
    book, before = department.book(year, _MONEY), department.book(year - 1, _MONEY)
    tables = list(_tables(department, book, form))
    about = "部门概况" if form.twelve else "单位概况"
    title = f"{year}年{department.name}部门预算公开"
    parts = [
        *cover(f"{year}年{department.name}", "部门预算公开"),
        *contents(
            (f"第一部分 {year}年{about}", ("一、主要职能", "二、机构设置")),
            (f"第二部分 {year}年部门预算公开表", numbered(form.titles)),
            (f"第三部分 {year}年部门预算情况说明", ()),
            ("第四部分 名词解释", ()),
        ),
        *section(f"第一部分 {year}年{about}"),
        *section("一、主要职能", narrative.duties("arabic" if form.twelve else "circled")),
        *section("二、机构设置", narrative.units(department.name, book.units)),
        *section(f"第二部分 {year}年部门预算公开表", sheets(tables)),
        *_explained(department, book, before),
        *section("第四部分 名词解释", narrative.terms()),
        Prose(department.name, "date"),
        Prose(f"{year}年2月18日", "date"),
    ]
    return described(department, "", title, year, "budget", parts, traits=traits)


def _tables(department: Department, book: Book, form: Form) -> Iterator[Table]:
    style = Style(_MONEY, total_at="name")
    wide = Printing(landscape=form.landscape, continuation="header", breaks=form.breaks)
    tall = Printing()
    yield _overview(form.frame("overview", 1, department, tall), book, style)
    heads = (*headers.three("科目代码"), *_INCOME)
    yield table(
        form.frame("income", 2, department, wide), heads, content.coded(content.income(book), "总计"), style
    )
    yield _spending(
        form.frame("expenditure", 3, department, tall), "支出预算", content.expenditure(book), style
    )
    yield _fiscal(form.frame("fiscal_overview", 4, department, tall), book, style)
    yield _spending(
        form.frame("general_public", 5, department, tall),
        "一般公共预算支出",
        content.general_public(book),
        style,
    )
    basic = (
        Head("科目", (*headers.three("科目代码", parts=2),)),
        Head(
            "一般公共预算基本支出",
            headers.money(("合计", "total"), ("人员经费", "personnel"), ("公用经费", "operating")),
        ),
    )
    yield table(
        form.frame("general_public_basic", 6, department, tall), basic, content.basic(book, "总计"), style
    )
    yield _projects(form.frame("general_public_projects", 7, department, wide), book, style)
    if form.twelve:
        yield _spending(form.frame("government_fund", 8, department, tall, _empty(department, book, "政府性基金预算", book.funds)),
                        "政府性基金预算支出", content.funds(book), style)  # fmt: skip
        yield _spending(form.frame("state_capital", 9, department, tall, _empty(department, book, "国有资本经营预算", book.state_capital)),
                        "国有资本经营预算支出", content.state_capital(book), style)  # fmt: skip
        yield _three_public(form.frame("three_public", 10, department, tall), book, style)
        yield _outsourcing(form.frame("outsourcing", 11, department, tall), book, style)
        yield _carried(form.frame("carryover", 12, department, wide), book, style)
    else:
        yield _three_public(form.frame("three_public", 8, department, tall), book, style)
        yield _spending(form.frame("government_fund", 9, department, tall, _empty(department, book, "政府性基金预算", book.funds)),
                        "政府性基金预算支出", content.funds(book), style)  # fmt: skip


def _empty(department: Department, book: Book, budget: str, items: tuple[object, ...]) -> tuple[str, ...]:
    if items:
        return ()
    return (
        f"备注：{department.name}{book.year}年没有使用{budget}拨款安排的支出，{budget}支出情况表为空表。",
    )


def _overview(frame: Frame, book: Book, style: Style) -> Table:
    funds, capital = sum(item.total for item in book.funds), sum(item.total for item in book.state_capital)
    left = (
        named(1, "一、本年收入", book.income),
        named(2, "1.一般公共预算拨款", book.general_public),
        named(3, "其中：一般财力", book.general_public),
        named(3, "上级一般公共预算安排转移支付"),
        named(2, "2.政府性基金预算拨款", funds),
        named(2, "3.国有资本经营预算拨款", capital),
        named(2, "4.财政专户核拨"),
        named(2, "5.单位资金", book.own),
        named(3, "其中：事业收入"),
        named(3, "其他收入", book.own),
        named(1, "二、上年结转结余", book.carried),
        named(2, "1.财政拨款结转", book.carried),
        named(2, "2.非财政拨款结转结余"),
        named(0, "收入总计", book.total),
    )
    right = content.coded_classes(content.expenditure(book), "支出总计")
    return side_by_side(frame, (
        ("income", (Head("收入", (Head("项目", role="name", width=3.4), Head("预算数", key="total", width=1.6))),), left),
        ("expenditure", (Head("支出", (Head("科目名称", role="name", width=3.4), Head("预算数", key="total", width=1.6))),), right),
    ), style)  # fmt: skip


def _fiscal(frame: Frame, book: Book, style: Style) -> Table:
    funds, capital = sum(item.total for item in book.funds), sum(item.total for item in book.state_capital)
    left = (
        named(1, "一、财政拨款（补助）", book.appropriation),
        named(2, "一般公共预算", book.general_public),
        named(2, "政府性基金预算", funds),
        named(2, "国有资本经营预算", capital),
        named(0, "收入总计", book.appropriation),
    )
    right = content.coded_classes(content.appropriations(book), "支出总计")
    return side_by_side(frame, (
        ("income", (Head("财政拨款收入", (Head("项目", role="name", width=3.0), Head("合计", key="total", width=1.5))),), left),
        ("expenditure", (Head("财政拨款支出", (Head("科目名称", role="name", width=3.4), *headers.money(*headers.BUDGETS, width=1.5))),), right),
    ), style)  # fmt: skip


def _spending(frame: Frame, over: str, leaves: content.Leaves, style: Style) -> Table:
    heads = (*headers.three("科目代码", over="科目"), Head(over, headers.money(*headers.SPENDING)))
    return table(frame, heads, content.coded(leaves, "总计"), style)


def _projects(frame: Frame, book: Book, style: Style) -> Table:
    """Units, under each its classes and groups, and its items once per project, by economic class."""
    columns = [("项目支出合计", "total"), *((ECONOMIC[code], f"economic_{code}") for code in _ECONOMIC)]
    heads = (
        *headers.three("科目代码"),
        Head("项目名称", role="project", width=2.4),
        *headers.money(*columns, width=1.2),
    )
    return table(frame, heads, tuple(_project_lines(book)), style)


def _project_lines(book: Book) -> Iterator[Line]:
    every = []
    for unit in book.units:
        mine = [project for project in book.projects if project.unit_name == unit]
        values = [(project, _by_class(project.parts)) for project in mine]
        if not mine:
            continue
        every += [each for _, each in values]
        yield Line(None, unit, 0, added(each for _, each in values), unit_name=unit)
        for code in sorted({project.code[:size] for project in mine for size in (3, 5, 7)}):
            found = [(project, each) for project, each in values if project.code.startswith(code)]
            if len(code) < 7:
                yield Line(
                    code, NAMES[code], len(code) // 2, added(each for _, each in found), unit_name=unit
                )
                continue
            for project, each in found:
                yield Line(code, NAMES[code], 3, each, unit_name=unit, project=project.name)
    yield Line(None, "总计", 0, added(every))


def _by_class(parts: tuple[tuple[str, int], ...]) -> dict[str, int]:
    return {"total": sum(fen for _, fen in parts), **{f"economic_{code}": fen for code, fen in parts}}


def _three_public(frame: Frame, book: Book, style: Style) -> Table:
    heads = (
        Head("“三公”经费支出内容", role="name", width=4),
        Head("合计", key="total", width=1.5),
        Head(
            "资金来源",
            headers.money(
                *(
                    ("政府性基金" if label.startswith("政府") else label, key)
                    for label, key in headers.BUDGETS[1:]
                )
            ),
        ),
    )
    return table(frame, heads, content.three_public(book, "总计"), style)


def _outsourcing(frame: Frame, book: Book, style: Style) -> Table:
    heads = (
        Head("项目名称", role="name", width=4),
        Head("合计", key="total", width=1.5),
        Head(
            "资金来源",
            headers.money(
                *(
                    ("政府性基金" if label.startswith("政府") else label, key)
                    for label, key in headers.BUDGETS[1:]
                )
            ),
        ),
    )
    return table(frame, heads, tuple(_outsourcing_lines(book)), style)


def _outsourcing_lines(book: Book) -> Iterator[Line]:
    every = []
    for unit in book.units:
        mine = [
            (project, project.parts[0][1])
            for project in book.projects
            if project.unit_name == unit and project.parts[0][0] == "302"
        ]
        if not mine:
            continue
        every += [{"total": fen, "general_public_budget": fen} for _, fen in mine]
        whole = sum(fen for _, fen in mine)
        yield Line(None, unit, 1, {"total": whole, "general_public_budget": whole}, unit_name=unit)
        for project, fen in mine:
            yield Line(
                None,
                project.name,
                2,
                {"total": fen, "general_public_budget": fen},
                unit_name=unit,
                project=project.name,
            )
    yield Line(None, "总计", 0, added(every))


def _carried(frame: Frame, book: Book, style: Style) -> Table:
    """Money carried over, by unit and project."""
    split = ("财政拨款", "fiscal_carryover"), ("非财政拨款", "other_carryover")
    heads = (
        Head("项目", role="name", width=4),
        Head("合计", key="total", width=1.5),
        *(
            Head(label, (
                Head("小计", key=key, width=1.3),
                Head("基本支出", headers.money(("人员经费", f"{key}_personnel"), ("公用经费", f"{key}_operating"), width=1.2)),
                Head("项目支出", key=f"{key}_project", width=1.3),
            ))
            for label, key in split
        ),
    )  # fmt: skip
    return table(frame, heads, tuple(_carried_lines(book)), style)


def _carried_lines(book: Book) -> Iterator[Line]:
    def values(fen: int) -> dict[str, int]:
        return {"total": fen, "fiscal_carryover": fen, "fiscal_carryover_project": fen}

    if book.carried:
        yield Line(None, book.units[0], 1, values(book.carried), unit_name=book.units[0])
    for item in book.items:
        if item.carried:
            name = f"{NAMES[item.code]}结转资金项目"
            yield Line(None, name, 2, values(item.carried), unit_name=book.units[0], project=name)
    yield Line(None, "总计", 0, values(book.carried))


def _explained(department: Department, book: Book, before: Book) -> Iterator[Part]:
    name, year = department.name, book.year
    yield Prose(f"第三部分 {year}年部门预算情况说明", "heading")
    yield from section(f"一、关于{name}{year}年收支预算情况的总体说明", narrative.totals(name, book))
    leaves = content.general_public(book)
    yield from section(f"二、关于{name}{year}年一般公共预算当年拨款情况说明", narrative.classes(name, year, leaves),
                       narrative.items(year, leaves, content.general_public(before)))  # fmt: skip
    yield from section(
        f"三、关于{name}{year}年财政拨款“三公”经费预算情况说明", narrative.three_public(name, book, before)
    )
