"""Prose of an invented budget or account: duties, figures that agree with the tables, explanations, terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.documents.amounts import percent, wan
from tests.documents.book import Book
from tests.documents.codes import CLASSES, NAMES
from tests.documents.content import Leaves
from tests.documents.described import Prose
from tests.documents.lines import rolled

_DUTIES = (
    "贯彻执行国家和上级有关法律法规、方针政策，拟订本地区有关规划、计划并组织实施。",
    "承担本领域行政审批、监督检查和公共服务工作，指导基层单位规范开展业务。",
    "负责本领域信息化建设和数据管理，建立健全部门之间信息共享机制。",
    "组织开展宣传教育、业务培训和绩效评价，提高服务群众的能力和水平。",
    "承办本级党委、政府交办的其他事项。",
)
_TERMS = (
    ("基本支出", "指为保障机构正常运转、完成日常工作任务而发生的人员经费和公用经费。"),
    ("项目支出", "指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。"),
    ("“三公”经费", "指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
    (
        "机关运行经费",
        "指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的基本支出中的日常公用经费。",
    ),
)


def paragraphs(*texts: str) -> Iterator[Prose]:
    """Each text as a paragraph."""
    return (Prose(text) for text in texts)


def duties(mark: str = "arabic") -> Iterator[Prose]:
    """The department's duties: 1. in paragraphs of their own, or ㈠㈡ run on in one."""
    if mark == "circled":
        yield Prose("".join(chr(0x3220 + number) + duty for number, duty in enumerate(_DUTIES)))
        return
    for number, duty in enumerate(_DUTIES, 1):
        yield Prose(f"{number}.{duty}")


def units(department: str, names: Iterable[str]) -> Iterator[Prose]:
    """Which units the budget covers."""
    names = tuple(names)
    yield Prose(
        f"从预算单位构成看，{department}的预算包括本级预算及下属单位预算在内的汇总预算，纳入预算编制范围的单位包括："
    )
    yield from (Prose(f"{number}.{name}") for number, name in enumerate(names, 1))


def totals(department: str, book: Book) -> Iterator[Prose]:
    """Income and spending in all, and their parts."""
    yield Prose(
        f"按照全口径预算的原则，{department}{book.year}年所有收入和支出均纳入部门预算管理。"
        f"收支总预算{wan(book.total)}。"
    )
    parts = [f"一般公共预算拨款收入{wan(book.general_public)}"]
    if book.own:
        parts.append(f"单位资金收入{wan(book.own)}")
    if book.carried:
        parts.append(f"上年结转结余{wan(book.carried)}")
    yield Prose(
        f"{department}{book.year}年收入预算{wan(book.total)}，其中：{'；'.join(parts)}。"
        if not (book.funds or book.state_capital)
        else f"{department}{book.year}年收入预算{wan(book.total)}。"
    )
    project = book.total - book.basic
    yield Prose(
        f"{department}{book.year}年支出预算{wan(book.total)}，其中：基本支出{wan(book.basic)}，占{percent(book.basic, book.total)}；"
        f"项目支出{wan(project)}，占{percent(project, book.total)}。"
    )


def classes(department: str, year: int, leaves: Leaves) -> Iterator[Prose]:
    """General public spending by 类, as a list of shares."""
    lines = rolled(leaves, CLASSES, 1)
    whole = sum(line.values["total"] for line in lines)
    yield Prose(f"{department}{year}年一般公共预算拨款合计{wan(whole)}。")
    for number, line in enumerate(lines, 1):
        fen = line.values["total"]
        yield Prose(f"{number}.{line.name}（类）{wan(fen)}，占{percent(fen, whole)}。")


def items(year: int, leaves: Leaves, before: Leaves) -> Iterator[Prose]:
    """Every 项 with its change on the year before."""
    earlier = {code: values["total"] for code, values in before}
    for number, (code, values) in enumerate(leaves, 1):
        fen = values["total"]
        name = f"{NAMES[code[:3]]}（类）{NAMES[code[:5]]}（款）{NAMES[code]}（项）"
        yield Prose(f"{number}.{name}：{year}年预算数为{wan(fen)}，{change(fen, earlier.get(code, 0))}")


def change(fen: int, before: int) -> str:
    """What a budget says of its change on the year before, and why."""
    if fen == before:
        return "与上年预算持平。"
    if before == 0:
        return f"比上年预算增加{wan(fen)}，主要原因是：本年新增相关支出。"
    word, reason = ("增加", "工作任务增加") if fen > before else ("减少", "厉行节约，压减一般性支出")
    rate = "增长" if fen > before else "下降"
    return f"比上年预算{word}{wan(abs(fen - before))}，{rate}{percent(abs(fen - before), before)}，主要原因是：{reason}。"


def three_public(department: str, book: Book, before: Book) -> Iterator[Prose]:
    """The 三公 section."""
    three, earlier = book.three_public, before.three_public
    yield Prose(
        f"{department}{book.year}年“三公”经费财政拨款预算数为{wan(three.total)}，其中：因公出国（境）费{wan(three.overseas)}，"
        f"公务用车购置{wan(three.purchase)}，公务用车运行维护费{wan(three.operation)}，公务接待费{wan(three.reception)}。"
    )
    yield Prose(f"{book.year}年“三公”经费财政拨款预算{change(three.total, earlier.total)}")


def terms() -> Iterator[Prose]:
    """The glossary."""
    for number, (term, meaning) in enumerate(_TERMS, 1):
        yield Prose(f"{number}.{term}：{meaning}")
