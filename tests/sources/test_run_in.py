"""A numbered line that explains its words is an item of a list, also where the page wraps it."""

import pytest

from hrss_tui.sources.decode import decode
from hrss_tui.sources.document import parse
from hrss_tui.sources.paragraphs import Kind

WIDE = "这一行说的是全年的各项工作都按照既定的安排有序推进并取得了应有的成效和进展，各方反映良好。"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("（四）某项运行经费：指使用一般公共预算财政拨款安排的基本支出中的日", "常公用经费支出。"),
        ("三、“某公”经费：是指用财政拨款安排的出国费、车辆购置及运行费和公务", "接待费。"),
        ("（二）、某项支出预算：是预算单位为保障其机构正常运转而编制的年度支出计", "划，包括两部分。"),
        ("（二）上缴上级支出：指下级单位按照定额和比例规定上缴给上级单位的支", "出。"),
    ],
)
def test_a_definition_that_wraps_is_one_item(line: str, rest: str) -> None:
    (document,) = parse(decode(f"{WIDE}\n{line}\n{rest}\n{WIDE}\n".encode(), "a.txt"))
    block = document.blocks[1]
    assert block.kind is Kind.LIST_ITEM
    assert block.text.text == line + rest


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("（一）教育支出812.40万元，其中：小学教育", "512.40万元，初中教育300.00万元。"),
        ("二、公用经费96万元,其中水费8", "万元，电费12万元。"),
    ],
)
def test_a_figure_and_its_parts_are_one_item_wherever_they_wrap(line: str, rest: str) -> None:
    (document,) = parse(decode(f"{WIDE}\n{line}\n{rest}\n\n{WIDE}\n".encode(), "a.txt"))
    block = document.blocks[1]
    assert block.kind is Kind.LIST_ITEM
    assert block.text.text == line + rest


@pytest.mark.parametrize(
    "line", ["（四）机关运行经费情况", "（一）项目名称：某某专项工作经费", "二、部门预算单位构成"]
)
def test_a_heading_stays_one(line: str) -> None:
    (document,) = parse(decode(f"{WIDE}\n{line}\n{WIDE}\n".encode(), "a.txt"))
    assert document.blocks[1].kind is Kind.HEADING


@pytest.mark.parametrize("title", ["名词解释", "第四部分 专业名词解释"])
def test_the_first_definition_below_the_title_of_a_glossary_is_an_item(title: str) -> None:
    line, rest = "（一）某项支出预算：区级预算单位为保障其正常运转而编制的年度支出计", "划，包括两部分。"
    (document,) = parse(decode(f"{WIDE}\n{title}\n{line}\n{rest}\n{WIDE}\n".encode(), "a.txt"))
    assert [block.kind for block in document.blocks[1:3]] == [Kind.HEADING, Kind.LIST_ITEM]
    assert document.blocks[2].text.text == line + rest


def test_parts_of_a_glossary_stay_headings() -> None:
    text = f"{WIDE}\n名词解释\n（一）收入科目\n1.财政拨款收入：指某项拨款。\n{WIDE}\n"
    (document,) = parse(decode(text.encode(), "a.txt"))
    assert document.blocks[2].kind is Kind.HEADING
