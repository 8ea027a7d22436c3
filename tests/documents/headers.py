"""Header trees that provinces share: codes in one, two or three columns, names, and columns of money."""

from __future__ import annotations

from tests.documents.heading import Head

PARTS = (
    Head("类", role="class", width=0.6),
    Head("款", role="group", width=0.5),
    Head("项", role="item", width=0.5),
)


def money(*columns: tuple[str, str], width: float = 1.6) -> tuple[Head, ...]:
    """Columns of money: (label, key) each."""
    return tuple(Head(label, key=key, width=width) for label, key in columns)


def three(code: str = "科目编码", name: str = "科目名称", over: str = "", parts: int = 3) -> tuple[Head, ...]:
    """类, 款 and 项 under one head beside the name, both under `over` where it is given."""
    heads = (Head(code, PARTS[:parts]), Head(name, role="name", width=3.4))
    return (Head(over, heads),) if over else heads


def merged(code: str = "科目编码", name: str = "科目名称", over: str = "") -> tuple[Head, ...]:
    """The whole code in one column beside the name."""
    heads = (Head(code, role="code", width=1.2), Head(name, role="name", width=3.4))
    return (Head(over, heads),) if over else heads


def glued(label: str = "功能分类科目") -> tuple[Head, ...]:
    """Code and name in one cell."""
    return (Head(label, role="glued", width=4.2),)


SPENDING = (("合计", "total"), ("基本支出", "basic"), ("项目支出", "project"))
SPLIT = (
    Head("合计", key="total", width=1.6),
    Head("基本支出", money(("小计", "basic"), ("人员经费", "personnel"), ("公用经费", "operating"))),
    Head("项目支出", key="project", width=1.6),
)
BUDGETS = (
    ("合计", "total"),
    ("一般公共预算", "general_public_budget"),
    ("政府性基金预算", "government_fund"),
    ("国有资本经营预算", "state_capital"),
)
