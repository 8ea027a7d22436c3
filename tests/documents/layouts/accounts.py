"""Final accounts: the national form with column and line numbers, a district's with whole codes, a region's in 《》."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from tests.documents import accounts, content, headers, narrative
from tests.documents.amounts import Money, percent, wan
from tests.documents.book import Book, ThreePublic
from tests.documents.described import Described, Part, Printing, Prose, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, contents, cover, described, numbered, section, sheets
from tests.documents.lines import Line
from tests.documents.tables import Frame, Style, side_by_side, table

_TITLES = (
    "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表",
    "一般公共预算财政拨款基本支出决算表", "财政拨款“三公”经费支出决算表", "政府性基金预算财政拨款收入支出决算表",
    "国有资本经营预算财政拨款支出决算表",
)  # fmt: skip
_INCOME = (
    ("本年收入合计", "total"),
    ("财政拨款收入", "fiscal_subtotal"),
    ("上级补助收入", "superior_subsidy"),
    ("事业收入", "business_income"),
    ("经营收入", "commercial_income"),
    ("附属单位上缴收入", "affiliate_remittance"),
    ("其他收入", "other_income"),
)
_SPENDING = (
    ("本年支出合计", "total"),
    ("基本支出", "basic"),
    ("项目支出", "project"),
    ("上缴上级支出", "remittance_to_superior"),
    ("经营支出", "commercial_spending"),
    ("对附属单位补助支出", "subsidy_to_affiliates"),
)
_BUDGETS = (
    ("合计", "total"),
    ("一般公共预算财政拨款", "general_public_budget"),
    ("政府性基金预算财政拨款", "government_fund"),
    ("国有资本经营预算财政拨款", "state_capital"),
)
_NOTES = (
    "本表反映部门本年度的总收支和年末结转结余情况。", "本表反映部门本年度取得的各项收入情况。", "本表反映部门本年度各项支出情况。",
    "本表反映部门本年度财政拨款总收支和年末结转结余情况。", "本表反映部门本年度一般公共预算财政拨款支出情况。",
    "本表反映部门本年度一般公共预算财政拨款基本支出明细情况。", "本表反映部门本年度“三公”经费支出预决算情况。",
    "本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。", "本表反映部门本年度国有资本经营预算财政拨款支出情况。",
)  # fmt: skip


class Form(msgspec.Struct, frozen=True):
    """What differs between forms of final accounts.

    `captions` are lines of parts in which {department}, {unit} and {number} are filled in. `numbers` is what begins the
    row of column numbers, empty where there is none; `counted` adds a column of line numbers to two-sided tables.
    `codes` is merged, three, or glued; `marks` what stands around titles; `pairs` how 三公 is paired: item or phase.
    """

    money: Money = Money("万元", commas=False)
    captions: tuple[tuple[str, ...], ...] = (("公开{number}表",), ("部门：{department}", "金额单位：{unit}"))
    numbers: str = "栏次"
    counted: bool = True
    codes: str = "merged"
    code_label: str = "功能分类科目编码"
    first: bool = True
    marks: str = ""
    pairs: str = "phase"
    labels: tuple[str, ...] = ()
    blocks: tuple[tuple[str, ...], ...] = (("301", "303"), ("302", "310"))
    fund_last: bool = True
    nothing_spent: str = ""
    annex: bool = False
    continuation: str = "none"


NATIONAL = Form()
DISTRICT = Form(
    captions=(("单位：{unit}",),), numbers="", counted=False, pairs="item", first=False, nothing_spent="0.00",
)  # fmt: skip
REGION = Form(
    money=Money("万元"), captions=(("编制单位：{department}", "{year}年度", "单位：{unit}"),), numbers="", counted=False, codes="three",
    code_label="科目代码", marks="《》", labels=tuple(f"{label}、" for label in "一二三四五六七八九"), annex=True,
)  # fmt: skip


def final(
    department: Department, year: int, form: Form = NATIONAL, traits: tuple[str, ...] = ()
) -> Described:
    """A department's final accounts."""
    book, before = department.book(year, form.money), department.book(year - 1, form.money)
    name = department.name
    title = f"{name}{year}年度部门决算"
    parts: list[Part] = [
        *([Prose("附件1：")] if form.annex else []),
        *cover(name, f"{year}年度部门决算"),
        *contents(
            (f"第一部分 {name}概况", ("一、主要职能", "二、部门决算单位构成")),
            (f"第二部分 {name}{year}年度部门决算表", numbered(_TITLES)),
            (f"第三部分 {name}{year}年度部门决算情况说明", ()),
            ("第四部分 名词解释", ()),
        ),
        *section(f"第一部分 {name}概况"),
        *section("一、主要职能", narrative.duties()),
        *section("二、部门决算单位构成", narrative.units(name, book.units)),
        *section(f"第二部分 {name}{year}年度部门决算表", sheets(_tables(department, book, form))),
        *section(f"第三部分 {name}{year}年度部门决算情况说明", _explained(name, book, before)),
        *section("第四部分 名词解释", narrative.terms()),
    ]
    return described(department, "", title, year, "final", parts, traits=traits)


def _tables(department: Department, book: Book, form: Form) -> Iterator[Table]:
    wide = Printing(landscape=True, continuation=form.continuation)

    def frame(kind: str, number: int, printing: Printing = wide, notes: tuple[str, ...] = ()) -> Frame:
        left, right = form.marks[:1], form.marks[1:]
        captions = tuple(
            tuple(
                part.format(
                    department=department.name, unit=form.money.unit, number=f"{number:02}", year=book.year
                )
                for part in line
            )
            for line in form.captions
        )
        label = form.labels[number - 1] if form.labels else ""
        title = f"{left}{_TITLES[number - 1]}{right}"
        return Frame(kind, title, label, captions, (f"注：{_NOTES[number - 1]}", *notes), printing)

    plain = Style(form.money, numbers=form.numbers)
    spent = Style(msgspec.structs.replace(form.money, nothing=form.nothing_spent), numbers=form.numbers)
    yield _two_sided(frame("overview", 1, Printing()), form, plain,
                     accounts.income_side(book), _classes(book, content.expenditure(book), accounts.spending_end(book)))  # fmt: skip
    yield table(
        frame("income", 2),
        (*_codes(form), *headers.money(*_INCOME)),
        content.coded(accounts.income(book), first=form.first),
        plain,
    )
    yield table(frame("expenditure", 3), (*_codes(form), *headers.money(*_SPENDING)),
                content.coded(content.expenditure(book), first=form.first), spent)  # fmt: skip
    yield _two_sided(frame("fiscal_overview", 4), form, plain, accounts.fiscal_income_side(book),
                     _classes(book, accounts.fiscal_spending(book), accounts.fiscal_spending_end(book)), _BUDGETS)  # fmt: skip
    yield table(frame("general_public", 5, Printing()), (*_codes(form), Head("本年支出", headers.money(*headers.SPENDING))),
                content.coded(accounts.general_public(book), first=form.first), spent)  # fmt: skip
    yield _basic(frame("general_public_basic", 6, Printing()), book, form, spent)
    yield _three_public(
        frame("three_public", 7),
        department.book(book.year - 1, form.money).three_public,
        book.three_public,
        form,
    )
    none = f"说明：{department.name}本年度没有{{}}预算财政拨款收入和支出，故本表无数据。"
    yield table(frame("government_fund", 8, notes=() if book.funds else (none.format("政府性基金"),)), (
        *_codes(form), Head("年初结转和结余", key="opening_carryover"), Head("本年收入", key="current_income"),
        Head("本年支出", headers.money(("小计", "total"), ("基本支出", "basic"), ("项目支出", "project"))),
        Head("年末结转和结余", key="closing_carryover"),
    ), content.coded(accounts.fund_accounts(book), first=form.first), plain)  # fmt: skip
    yield table(frame("state_capital", 9, notes=() if book.state_capital else (none.format("国有资本经营"),)),
                (*_codes(form), Head("本年支出", headers.money(*headers.SPENDING))),
                content.coded(content.state_capital(book), first=form.first), plain)  # fmt: skip


def _codes(form: Form) -> tuple[Head, ...]:
    if form.codes == "three":
        return headers.three(form.code_label, "科目名称", "项目")
    if form.codes == "glued":
        return headers.glued("项目")
    return headers.merged(form.code_label, "科目名称", "项目")


def _classes(book: Book, leaves: content.Leaves, end: tuple[Line, ...]) -> tuple[Line, ...]:
    return (*content.by_class(leaves, accounts.CLASSES_OF_ACCOUNTS), *end)


def _two_sided(
    frame: Frame, form: Form, style: Style, left: tuple[Line, ...], right: tuple[Line, ...],
    columns: tuple[tuple[str, str], ...] = (("金额", "total"),),
) -> Table:  # fmt: skip
    count = (Head("行次", role="number", width=0.6),) if form.counted else ()

    def side(over: str, of: tuple[tuple[str, str], ...]) -> tuple[Head, ...]:
        return (Head(over, (Head("项目", role="name", width=3.2), *count, *headers.money(*of))),)

    return side_by_side(frame, (
        ("income", side("收入", (("金额" if form.counted else "决算数", "total"),)), left),
        ("expenditure", side("支出", columns), right),
    ), style)  # fmt: skip


def _basic(frame: Frame, book: Book, form: Form, style: Style) -> Table:
    """Blocks of economic 款 beside each other, 人员经费 on the left, 公用经费 on the right."""
    style = msgspec.structs.replace(style, numbers="")
    ends = ("人员经费合计", *[""] * (len(form.blocks) - 2), "公用经费合计")
    ended = (
        form.blocks[0],
        *[()] * (len(form.blocks) - 2),
        tuple(code for block in form.blocks[1:] for code in block),
    )
    heads = (
        Head("经济分类科目编码", role="code", width=1.1),
        Head("科目名称", role="name", width=2.6),
        Head("决算数", key="total", width=1.3),
    )
    sides = tuple(
        ("", heads, accounts.basic_block(book, *block))
        for block in zip(form.blocks, ends, ended, strict=True)
    )
    return side_by_side(frame, sides, style)


def _three_public(frame: Frame, planned: ThreePublic, spent: ThreePublic, form: Form) -> Table:
    """三公 as one row: each item with budget and account, or all items of the budget before those of the account."""
    line = Line(None, "", 0, accounts.three_public_pairs(planned, spent))
    style = Style(msgspec.structs.replace(form.money, nothing="0.00"), numbers=form.numbers)
    words = headers.Wording()
    if form.pairs == "phase":
        heads = (
            Head("预算数", headers.three_public(words, "budget", "_budget")),
            Head("决算数", headers.three_public(words, "total", "_final")),
        )
        return table(frame, heads, (line,), style)
    return table(frame, (Head("财政拨款“三公”经费", headers.paired(words)),), (line,), style)


def _explained(name: str, book: Book, before: Book) -> Iterator[Part]:
    whole, earlier = book.total + accounts.closing(book), before.total + accounts.closing(before)
    yield Prose("一、收入支出决算总体情况说明", "heading")
    word, rate = ("增加", "增长") if whole >= earlier else ("减少", "下降")
    yield Prose(
        f"{name}{book.year}年度收入支出总计{wan(whole)}。与{book.year - 1}年度相比，收入支出总计{word}{wan(abs(whole - earlier))}，"
        f"{rate}{percent(abs(whole - earlier), earlier)}。主要原因是：项目支出变化。"
    )
    yield Prose("二、支出决算情况说明", "heading")
    project = book.total - book.basic
    yield Prose(
        f"本年支出合计{wan(book.total)}，其中：基本支出{wan(book.basic)}，占{percent(book.basic, book.total)}；"
        f"项目支出{wan(project)}，占{percent(project, book.total)}。"
    )
