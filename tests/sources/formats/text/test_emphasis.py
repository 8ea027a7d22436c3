"""Marks of Markdown in running text: blanks in their place, and nothing of what is struck out."""

import pytest

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text.emphasis import plain
from hrss_tui.sources.formats.text.reader import read


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("培训 *1.7 万人次*，", "培训  1.7 万人次 ，"),
        ("发放~~4~~5亿元", "发放     5亿元"),
        ("`就业见习`共__90__人", " 就业见习 共  90  人"),
        ("见[工作要点](https://e.cn/a)全文", "见 工作要点                 全文"),
    ],
)
def test_marks_are_blanks_of_their_length(line: str, read: str) -> None:
    assert plain([line], [True]) == (read,)
    assert len(read) == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "补贴 300~500 元，奖励 5~~6 万元、7~~8 万元",
        "5*3*2 个，注*：带*号的",
        "**参保率**为 **96%**",
        "张**，证件号 3201**********1234",
        "预算为____万元，见[附件](1)",
        "比重 40% * 3",
    ],
)
def test_other_signs_stay(line: str) -> None:
    assert plain([line], [True]) == (line,)


def test_rows_of_tables_stay() -> None:
    assert plain(["`甲`", "| `乙` |"], [True, False]) == (" 甲 ", "| `乙` |")


def test_what_is_struck_out_is_not_read_and_stays_printed() -> None:
    text = "**技能培训** ~~2.2~~2.4 万人次，`见习`不少于~~800~~900人。\n"
    (document,) = parse(read(f"枫桥市2036年就业工作要点\n\n{text}".encode(), "a.md", Limits()))
    block = document.blocks[-1].text
    assert "".join(block.text.split()) == "技能培训2.4万人次，见习不少于900人。"
    assert document.as_printed(block) == text.strip().replace("**", "")
