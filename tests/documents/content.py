"""What each statutory table holds, from a book: leaves by code, lines without codes, 三公 as lines or as columns.

Keys are those of `hrss_tui/reference/budget_tables.toml`: one per meaning, the same in every table and phase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tests.documents.book import Book, Economic, Item, ThreePublic
from tests.documents.codes import CLASSES, ECONOMIC, GOVERNMENT_ECONOMIC, NAMES
from tests.documents.lines import Line, Values, added, by_class, named, rolled, total

Leaves = list[tuple[str, Values]]


def income(book: Book) -> Leaves:
    """Where the money of each 项 comes from."""
    leaves: Leaves = [
        (item.code, {
            "total": item.total, "fiscal_subtotal": item.appropriation, "general_public_budget": item.appropriation,
            "unit_funds": item.own, "other_income": item.own, "fiscal_carryover": item.carried, "carryover": item.carried,
        })
        for item in book.items
    ]  # fmt: skip
    leaves += [
        (item.code, {"total": item.total, "fiscal_subtotal": item.total, "government_fund": item.total})
        for item in book.funds
    ]
    return leaves + [
        (item.code, {"total": item.total, "fiscal_subtotal": item.total, "state_capital": item.total})
        for item in book.state_capital
    ]


def expenditure(book: Book) -> Leaves:
    """What each 项 is spent on, whoever pays."""
    return [(item.code, _spending(item, item.project + item.own + item.carried)) for item in book.all_items]


def general_public(book: Book) -> Leaves:
    """What this year's general public budget pays."""
    return [(item.code, _spending(item, item.project)) for item in book.items if item.appropriation]


def funds(book: Book) -> Leaves:
    """What government funds pay."""
    return [(item.code, _spending(item, item.project)) for item in book.funds]


def state_capital(book: Book) -> Leaves:
    """What the state capital operating budget pays."""
    return [(item.code, _spending(item, item.project)) for item in book.state_capital]


def _spending(item: Item, project: int) -> Values:
    return {
        "total": item.basic + project, "basic": item.basic, "personnel": item.personnel, "operating": item.operating,
        "project": project,
    }  # fmt: skip


def appropriations(book: Book) -> Leaves:
    """Appropriations by 项 and budget."""
    leaves: Leaves = [
        (item.code, {"total": item.appropriation, "general_public_budget": item.appropriation})
        for item in book.items
    ]
    leaves += [(item.code, {"total": item.total, "government_fund": item.total}) for item in book.funds]
    return leaves + [
        (item.code, {"total": item.total, "state_capital": item.total}) for item in book.state_capital
    ]


def coded(leaves: Leaves, label: str = "合计", first: bool = False, depth: int = 3) -> tuple[Line, ...]:
    """Classes, groups and items with their total, which stands last or first."""
    lines = rolled(leaves, NAMES, depth)
    end = Line(None, label, 0, added(values for _, values in leaves))
    return (end, *lines) if first else (*lines, end)


def classes(
    leaves: Leaves,
    end: str,
    codes: Iterable[str] | None = None,
    mark: Callable[[int], str] | None = None,
    after: tuple[Line, ...] = (),
) -> tuple[Line, ...]:
    """The spending side of a two-sided table: 类 with ordinals, what follows them, and the total."""
    lines = by_class(leaves, codes, mark)
    return (
        *lines,
        *after,
        Line(None, end, 0, added([total(lines).values, *(line.values for line in after)])),
    )


def coded_classes(leaves: Leaves, end: str) -> tuple[Line, ...]:
    """The spending side with every 类 and its code: 201 一般公共服务支出."""
    sums = {line.code: line.values for line in rolled(leaves, CLASSES, 1)}
    lines = tuple(Line(code, name, 1, sums.get(code, {}), f"{code} {name}") for code, name in CLASSES.items())
    return (*lines, Line(None, end, 0, total(lines).values))


def basic(book: Book, label: str = "合计", first: bool = False) -> tuple[Line, ...]:
    """Basic spending by economic class and 款, with its total."""
    leaves = [(line.code, economic_values(line)) for line in book.economic]
    lines = rolled(leaves, ECONOMIC, 2)
    end = Line(None, label, 0, total(lines).values)
    return (end, *lines) if first else (*lines, end)


def government_basic(lines: tuple[Economic, ...], label: str = "合计") -> tuple[Line, ...]:
    """Basic spending in the government-level classification, with its total."""
    made = rolled([(line.code, {"total": line.amount}) for line in lines], GOVERNMENT_ECONOMIC, 2)
    return (*made, Line(None, label, 0, total(made).values))


def economic_values(line: Economic) -> Values:
    """An economic 款 as 人员经费 or 公用经费."""
    return {"total": line.amount, "operating" if line.is_operating else "personnel": line.amount}


def three_public(book: Book, end: str = "合计", key: str = "general_public_budget") -> tuple[Line, ...]:
    """三公 as a list with its total last, each amount in total and by fund."""
    three = book.three_public
    parts = (
        (1, "因公出国（境）费用", three.overseas, ""),
        (1, "公务接待费", three.reception, ""),
        (1, "公务用车购置及运行维护费", three.vehicles, "公务用车购置及运行维护费（小计）"),
        (2, "公务用车购置费", three.purchase, "其中：公务用车购置费"),
        (2, "公务用车运行维护费", three.operation, ""),
        (0, end, three.total, ""),
    )
    return tuple(
        Line(None, printed or name, level, {"total": fen, key: fen}, printed)
        for level, name, fen, printed in parts
    )


def three_public_columns(three: ThreePublic, suffix: str = "") -> Values:
    """三公 as the columns of `headers.three_public`."""
    return {
        f"whole{suffix}": three.total, f"overseas{suffix}": three.overseas, f"vehicles{suffix}": three.vehicles,
        f"purchase{suffix}": three.purchase, f"operation{suffix}": three.operation, f"reception{suffix}": three.reception,
    }  # fmt: skip


def three_public_row(book: Book) -> Values:
    """三公 as columns, and what stands beside it."""
    others = {"agency": book.operating, "meeting": book.meeting, "training": book.training}
    return {**three_public_columns(book.three_public), **others}


def simple_income(book: Book, end: str = "收入总计", carried: str = "上年结转结余") -> tuple[Line, ...]:
    """The income side as most provinces print it."""
    funds_, capital = sum(item.total for item in book.funds), sum(item.total for item in book.state_capital)
    return (
        named(1, "一、一般公共预算拨款收入", book.general_public),
        named(1, "二、政府性基金预算拨款收入", funds_),
        named(1, "三、国有资本经营预算拨款收入", capital),
        named(1, "四、财政专户管理资金收入"),
        named(1, "五、单位资金收入", book.own),
        named(0, "本年收入合计", book.income),
        named(1, carried, book.carried),
        named(0, end, book.total),
    )


def fiscal_income(book: Book, end: str = "收入总计") -> tuple[Line, ...]:
    """The income side of the appropriations."""
    return (
        named(1, "一、一般公共预算拨款", book.general_public),
        named(1, "二、政府性基金预算拨款", sum(item.total for item in book.funds)),
        named(1, "三、国有资本经营预算拨款", sum(item.total for item in book.state_capital)),
        named(0, end, book.appropriation),
    )
