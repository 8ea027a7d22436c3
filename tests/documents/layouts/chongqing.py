"""Chongqing: a short page with one table of 三公 in whole 万元, its total first and 运行 before 购置."""

from __future__ import annotations

from tests.documents import narrative
from tests.documents.amounts import Money
from tests.documents.described import Described, Prose, Table
from tests.documents.heading import Head
from tests.documents.layouts.common import Department, described
from tests.documents.lines import Line
from tests.documents.tables import Frame, Style, table

_MONEY = Money("万元", 0, commas=False)
_WHOLE = 1_000_000


def budget(department: Department, year: int, traits: tuple[str, ...] = ()) -> Described:
    """A district's 三公 of a year."""
    book, before = department.book(year, _MONEY, _WHOLE), department.book(year - 1, _MONEY, _WHOLE)
    title = f"{department.name}{year}年“三公”经费预算公开表"
    three = book.three_public
    lines = tuple(
        Line(None, printed, level, {"total": fen})
        for level, printed, fen in (
            (0, "合计", three.total),
            (1, "1.因公出国（境）费用", three.overseas),
            (1, "2.公务接待费", three.reception),
            (1, "3.公务用车费", three.vehicles),
            (2, "其中：公务用车运行维护费", three.operation),
            (2, "公务用车购置", three.purchase),
        )
    )
    made: Table = table(
        Frame("three_public", title, "", (("单位:万元",),)), (Head("项目", role="name", width=4), Head("预算数", key="total", width=2)),
        lines, Style(_MONEY),
    )  # fmt: skip
    parts = (
        Prose(f"{department.name}{year}年部门预算情况说明", "title"),
        *narrative.three_public(department.name, book, before),
        made,
        Prose("名词解释", "heading"),
        *narrative.terms(),
    )
    return described(
        department, "", f"{department.name}{year}年部门预算情况说明", year, "budget", parts, traits=traits
    )
