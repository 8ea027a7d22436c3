"""What final accounts hold beyond a budget: balances of the year before and after, sources of income, 三公 in pairs.

The book is what was spent. What was carried over from the year before paid `Item.carried`; the same again is carried
on, so that income + opening balance = spending + closing balance in every table.
"""

from __future__ import annotations

from tests.documents.book import Book, ThreePublic
from tests.documents.codes import ECONOMIC
from tests.documents.content import Leaves, three_public_columns
from tests.documents.lines import Line, Values, added, named, rolled

CLASSES_OF_ACCOUNTS = (
    "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217", "219",
    "220", "221", "222", "223", "224", "229", "231", "232", "234",
)  # fmt: skip
"""The 类 that tables of final accounts number one after another; some leave 231 and 232 out."""


def opening(book: Book) -> int:
    """年初结转和结余, all of it of the general public budget."""
    return 2 * book.carried


def closing(book: Book) -> int:
    """年末结转和结余."""
    return book.carried


def income_side(book: Book, end: str = "总计") -> tuple[Line, ...]:
    """收入 of 收入支出决算总表."""
    return (
        named(1, "一、一般公共预算财政拨款收入", book.general_public),
        named(1, "二、政府性基金预算财政拨款收入", _sum(book.funds)),
        named(1, "三、国有资本经营预算财政拨款收入", _sum(book.state_capital)),
        named(1, "四、上级补助收入"),
        named(1, "五、事业收入"),
        named(1, "六、经营收入"),
        named(1, "七、附属单位上缴收入"),
        named(1, "八、其他收入", book.own),
        named(0, "本年收入合计", book.income),
        named(1, "使用非财政拨款结余"),
        named(1, "年初结转和结余", opening(book)),
        named(0, end, book.income + opening(book)),
    )


def spending_end(book: Book, end: str = "总计") -> tuple[Line, ...]:
    """What follows the 类 on the spending side of 收入支出决算总表."""
    return (
        named(0, "本年支出合计", book.total),
        named(1, "结余分配"),
        named(1, "年末结转和结余", closing(book)),
        named(0, end, book.total + closing(book)),
    )


def fiscal_income_side(book: Book, end: str = "总计") -> tuple[Line, ...]:
    """收入 of 财政拨款收入支出决算总表."""
    return (
        named(1, "一、一般公共预算财政拨款", book.general_public),
        named(1, "二、政府性基金预算财政拨款", _sum(book.funds)),
        named(1, "三、国有资本经营预算财政拨款", _sum(book.state_capital)),
        named(0, "本年收入合计", book.appropriation),
        named(1, "年初财政拨款结转和结余", opening(book)),
        named(2, "一、一般公共预算财政拨款", opening(book)),
        named(2, "二、政府性基金预算财政拨款"),
        named(2, "三、国有资本经营预算财政拨款"),
        named(0, end, book.appropriation + opening(book)),
    )


def fiscal_spending_end(book: Book, end: str = "总计") -> tuple[Line, ...]:
    """What follows the 类 on the spending side of 财政拨款收入支出决算总表."""
    spent = added(values for _, values in fiscal_spending(book))
    kept = {"total": closing(book), "general_public_budget": closing(book)}
    return (
        Line(None, "本年支出合计", 0, spent),
        Line(None, "年末财政拨款结转和结余", 1, kept),
        Line(None, end, 0, added((spent, kept))),
    )


def income(book: Book) -> Leaves:
    """收入决算表: income of the year by the 项 it is for."""
    leaves: Leaves = [
        (
            item.code,
            {
                "total": item.appropriation + item.own,
                "fiscal_subtotal": item.appropriation,
                "other_income": item.own,
            },
        )
        for item in book.items
        if item.appropriation + item.own
    ]
    return leaves + [
        (item.code, {"total": item.total, "fiscal_subtotal": item.total})
        for item in (*book.funds, *book.state_capital)
    ]


def fiscal_spending(book: Book) -> Leaves:
    """Appropriations spent, those carried over included, by budget."""
    leaves: Leaves = []
    for items, key in (
        (book.items, "general_public_budget"),
        (book.funds, "government_fund"),
        (book.state_capital, "state_capital"),
    ):
        for item in items:
            fen = item.appropriation + item.carried
            if fen:
                leaves.append((item.code, {"total": fen, key: fen}))
    return leaves


def general_public(book: Book) -> Leaves:
    """一般公共预算财政拨款支出决算表."""
    return [
        (item.code, {
            "total": item.appropriation + item.carried, "basic": item.basic, "personnel": item.personnel,
            "operating": item.operating, "project": item.project + item.carried,
        })
        for item in book.items if item.appropriation + item.carried
    ]  # fmt: skip


def fund_accounts(book: Book) -> Leaves:
    """政府性基金预算财政拨款收入支出决算表: what came in was spent on projects."""
    return [
        (item.code, {"current_income": item.total, "total": item.total, "project": item.total})
        for item in book.funds
    ]


def basic_block(
    book: Book, classes: tuple[str, ...], end: str = "", ended: tuple[str, ...] = ()
) -> tuple[Line, ...]:
    """One block of 基本支出决算明细表: every 款 of these classes, as the form preprints them.

    `end` names the total below it, of the classes `ended` (its own where none are named).
    """
    spent: dict[str, Values] = {line.code: {"total": line.amount} for line in book.economic}
    leaves = [
        (code, spent.get(code, {"total": 0})) for code in ECONOMIC if code[:3] in classes and len(code) == 5
    ]
    lines = rolled(leaves, ECONOMIC, 2)
    ordered = tuple(line for code in classes for line in lines if (line.code or "").startswith(code))
    whole = sum(line.amount for line in book.economic if line.code.startswith(ended or classes))
    return (*ordered, Line(None, end, 0, {"total": whole})) if end else ordered


def three_public_pairs(planned: ThreePublic, spent: ThreePublic) -> Values:
    """三公 as columns of one row, budget and account of each."""
    return {**three_public_columns(planned, "_budget"), **three_public_columns(spent, "_final")}


def _sum(items: tuple[object, ...]) -> int:
    return sum(item.total for item in items)  # type: ignore[attr-defined]
