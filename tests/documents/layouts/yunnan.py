"""Yunnan: facts first, explanations before seventeen tables, whole codes in one column, 三公 as the sixth table.

Transfers by area, assets and plans for later years are tables of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents import content, headers, narrative
from tests.documents.amounts import Money
from tests.documents.book import Book
from tests.documents.codes import CLASSES, NAMES
from tests.documents.described import Described, Part, Printing, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, contents, cover, described, numbered, section, sheets
from tests.documents.lines import Line, added
from tests.documents.tables import Frame, Style, side_by_side, table

_TITLES = (
    "部门财务收支预算总表", "部门收入预算表", "部门支出预算表", "财政拨款收支预算总表", "一般公共预算支出预算表（按功能科目分类）",
    "一般公共预算“三公”经费支出预算表", "部门基本支出预算表（人员类、运转类公用经费项目）",
    "部门项目支出预算表（其他运转类、特定目标类项目）", "部门项目绩效目标表（本级下达）", "政府性基金预算支出预算表",
    "部门政府采购预算表", "政府购买服务预算表", "对下转移支付预算表", "对下转移支付绩效目标表", "新增资产配置表",
    "上级补助项目支出预算表", "部门项目中期规划预算表",
)  # fmt: skip
_MONEY = Money("万元", commas=False)
_STYLE = Style(_MONEY)
_CAPTION = "单位名称"


def budget(department: Department, year: int, areas: tuple[str, ...] = ()) -> Described:
    """A department's budget; `areas` get a part each of what is handed down."""
    book, before = department.book(year, _MONEY), department.book(year - 1, _MONEY)
    name = department.name
    sections = (
        "部门职责",
        "机构设置情况",
        "部门预算收支情况",
        "一般公共预算拨款情况",
        "“三公”经费预算情况",
        "名词解释",
    )
    facts = (
        ("索引号", f"01510{department.seed:04}-{year}-0021"),
        ("发布机构", name),
        ("发布日期", f"{year}-02-19"),
        ("时效性", "有效"),
    )
    parts = [
        *cover(f"{name}{year}年部门预算公开"),
        *contents(
            (f"第一部分 {name}{year}年部门预算编制说明", numbered(sections)),
            (f"第二部分 {name}{year}年部门预算表", numbered(_TITLES)),
        ),
        *section(f"第一部分 {name}{year}年部门预算编制说明"),
        *_explained(department, book, before, sections),
        *section(f"第二部分 {name}{year}年部门预算表", sheets(_tables(department, book, areas))),
    ]
    return described(department, "", f"{name}{year}年部门预算公开", year, "budget", parts, facts)


def _explained(department: Department, book: Book, before: Book, sections: tuple[str, ...]) -> Iterator[Part]:
    leaves = content.general_public(book)
    texts = (
        narrative.duties(),
        narrative.units(department.name, book.units),
        narrative.totals(department.name, book),
        narrative.items(book.year, leaves, content.general_public(before)),
        narrative.three_public(department.name, book, before),
        narrative.terms(),
    )
    for heading, text in zip(numbered(sections), texts, strict=True):
        yield from section(heading, text)


def _tables(department: Department, book: Book, areas: tuple[str, ...]) -> Iterator[Table]:
    tall, wide = Printing(), Printing(landscape=True)

    def frame(kind: str, number: int, printing: Printing = tall, notes: tuple[str, ...] = ()) -> Frame:
        captions = ((f"{_CAPTION}：{department.name}", "单位：万元"),)
        return Frame(kind, _TITLES[number - 1], f"预算{number:02}表", captions, notes, printing)

    yield side_by_side(frame("overview", 1), (
        ("income", _side("收入", "项目", ("预算数", "total")), content.simple_income(book, "收入总计")),
        ("expenditure", _side("支出", "项目（按功能分类）", ("预算数", "total")),
         content.classes(content.expenditure(book), "支出总计", CLASSES)),
    ), _STYLE)  # fmt: skip
    yield table(frame("income", 2, wide), (*headers.merged(), *headers.money(
        ("合计", "total"), ("一般公共预算", "general_public_budget"), ("政府性基金预算", "government_fund"),
        ("国有资本经营预算", "state_capital"), ("财政专户管理资金", "special_account"), ("单位资金", "unit_funds"),
        ("上年结转结余", "carryover"),
    )), content.coded(content.income(book)), _STYLE)  # fmt: skip
    yield table(frame("expenditure", 3, wide), (*headers.merged(), *headers.money(*headers.SPENDING)),
                content.coded(content.expenditure(book)), _STYLE)  # fmt: skip
    yield side_by_side(frame("fiscal_overview", 4), (
        ("income", _side("收入", "项目", ("预算数", "total")), content.fiscal_income(book)),
        ("expenditure", _side("支出", "项目（按功能分类）", ("预算数", "total")),
         content.classes(content.appropriations(book), "支出总计")),
    ), _STYLE)  # fmt: skip
    yield table(frame("general_public", 5), (
        *headers.merged("科目编码", "科目名称", "部门预算支出功能分类科目"), *headers.SPLIT
    ), content.coded(content.general_public(book)), _STYLE)  # fmt: skip
    yield _three_public(frame("three_public", 6, wide), department, book)
    yield _projects(frame("projects", 8, wide), book)
    note = f"说明：{department.name}{book.year}年无政府性基金预算支出，故此表无数据。"
    yield table(frame("government_fund", 10, notes=() if book.funds else (note,)),
                (*headers.merged(), *headers.money(*headers.SPENDING)), content.coded(content.funds(book)), _STYLE)  # fmt: skip
    yield _transfers(frame("transfers", 13, wide), book, areas)


def _side(over: str, name: str, column: tuple[str, str]) -> tuple[Head, ...]:
    return (Head(over, (Head(name, role="name", width=3.4), Head(column[0], key=column[1], width=1.6))),)


_WORDS = headers.Wording(total="“三公”经费合计", vehicles="公务用车购置及运行费", operation="公务用车运行费")


def _three_public(frame: Frame, department: Department, book: Book) -> Table:
    """One row for the department's 三公, with the unit's name before it."""
    heads = (Head("单位名称", role="unit", width=3), *headers.three_public(_WORDS))
    line = Line(None, "", 0, content.three_public_row(book), unit_name=department.name)
    return table(frame, heads, (line,), _STYLE)


def _projects(frame: Frame, book: Book) -> Table:
    """Every project with its unit and its 项."""
    heads = (
        Head("单位名称", role="unit", width=2.4),
        Head("项目名称", role="project", width=2.6),
        Head("功能科目编码", role="code", width=1.2),
        Head("功能科目名称", role="name", width=2),
        Head("资金来源", headers.money(("合计", "total"), ("一般公共预算", "general_public_budget"))),
    )
    lines = [
        Line(project.code, NAMES[project.code], 3, {"total": project.amount, "general_public_budget": project.amount},
             unit_name=project.unit_name, project=project.name)
        for project in book.projects
    ]  # fmt: skip
    end = Line(None, "合计", 0, added(line.values for line in lines))
    return table(frame, heads, (*lines, end), Style(_MONEY, total_at="first"))


def _transfers(frame: Frame, book: Book, areas: tuple[str, ...]) -> Table:
    """Project money handed down, by area: the unit, then its projects."""
    columns = (
        ("合计", "total"),
        ("一般公共预算", "general_public_budget"),
        ("政府性基金", "government_fund"),
    )
    heads: tuple[Head, ...] = (
        Head("单位名称（项目）", role="name", width=3),
        Head("资金来源", headers.money(*columns)),
    )
    if areas:
        heads += (Head("地区", tuple(Head(area, key="total", field=area, area=area) for area in areas)),)
    lines = []
    for project in book.projects[:3]:
        share = project.amount // max(1, len(areas)) // 10_000 * 10_000
        parts = dict.fromkeys(areas[:-1], share)
        parts |= {area: project.amount - share * (len(areas) - 1) for area in areas[-1:]}
        values = {"total": project.amount, "general_public_budget": project.amount, **parts}
        lines.append(Line(None, project.name, 2, values, unit_name=book.units[0], project=project.name))
    whole = added(line.values for line in lines)
    rows = (
        Line(None, book.units[0], 1, whole, unit_name=book.units[0]),
        *lines,
        Line(None, "合计", 0, whole),
    )
    return table(frame, heads, rows, _STYLE)
