"""Header trees that provinces share: codes in one, two or three columns, names, and columns of money."""

from __future__ import annotations

import msgspec

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


class Wording(msgspec.Struct, frozen=True):
    """What a form calls 三公 and its parts. `order` is the order of overseas, vehicles and reception."""

    total: str = "合计"
    overseas: str = "因公出国（境）费"
    vehicles: str = "公务用车购置及运行维护费"
    purchase: str = "公务用车购置费"
    operation: str = "公务用车运行维护费"
    reception: str = "公务接待费"
    order: tuple[str, ...] = ("overseas", "vehicles", "reception")


def three_public(words: Wording, key: str = "total", of: str = "") -> tuple[Head, ...]:
    """三公 as columns, each an item: `key` is the measure, `of` the figure's field in the values (its key without it)."""
    parts = {
        "overseas": _item(words.overseas, key, f"overseas{of}", 1),
        "reception": _item(words.reception, key, f"reception{of}", 1),
        "vehicles": Head(words.vehicles, (
            _item("小计", key, f"vehicles{of}", 1, words.vehicles),
            _item(words.purchase, key, f"purchase{of}", 2),
            _item(words.operation, key, f"operation{of}", 2),
        )),
    }  # fmt: skip
    return (_item(words.total, key, f"whole{of}", 0), *(parts[name] for name in words.order))


def _item(label: str, key: str, field: str, level: int, name: str = "") -> Head:
    return Head(label, key=key, field=field, of=name or label, level=level, width=1.3)


def paired(words: Wording) -> tuple[Head, ...]:
    """三公 as columns, each item with its budget and its account."""

    def pair(label: str, field: str, level: int, name: str = "") -> Head:
        name = name or label
        return Head(label, (
            Head("预算数", key="budget", field=f"{field}_budget", of=name, level=level),
            Head("决算数", key="total", field=f"{field}_final", of=name, level=level),
        ))  # fmt: skip

    return (
        pair(words.total, "whole", 0),
        pair(words.overseas, "overseas", 1),
        Head(words.vehicles, (
            pair("小计", "vehicles", 1, words.vehicles), pair(words.purchase, "purchase", 2), pair(words.operation, "operation", 2),
        )),
        pair(words.reception, "reception", 1),
    )  # fmt: skip


def beside(label: str, field: str) -> Head:
    """What stands beside 三公 in its table: 机关运行经费, 会议费, 培训费."""
    return _item(label, "total", field, 1)
