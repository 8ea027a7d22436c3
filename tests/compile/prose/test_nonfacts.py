"""Numbers that state nothing are classed by how they are written."""

import pytest

from hrss_tui.compile.basics.facts import Claim, Harvest
from hrss_tui.compile.prose import nonfacts
from hrss_tui.sources.text import Span
from tests.compile.prose.reader import harvest, source


def classes(text: str) -> dict[str, str]:
    """Printed digits → class, of claims without a fact."""
    lines = text.split("\n")
    return {
        lines[claim.span.line - 1][claim.span.start : claim.span.end]: claim.by
        for claim in harvest(text).claims
        if not claim.fact
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2033年，培训 5 人。", {"2033": "year"}),
        ("依据某人社发〔2031〕12号文件。", {"2031": "document_number", "12": "document_number"}),
        ("《办法（2031年版）》施行。", {"2031": "title"}),
        ("1. 房屋 43 平方米。", {"1": "list_number"}),
        ("（一）概况\n\n表 3\n\n部门收入表\n", {"3": "heading_number"}),
        ("（一）概况\n\n部门公开表7 单位：万元\n", {"7": "heading_number"}),
        ("推动 12345 咨询热线提质。", {"12345": "hotline"}),
        ("实施“24365 岗位计划”。", {"24365": "name"}),
        ("安排购置单价 50 万元以上设备 3 台。", {"50": "threshold"}),
        ("对0—14岁儿童。", {"0": "age", "14": "age"}),
        ("负责人\t张三\t联系电话\t8888888\t", {"8888888": "phone"}),
        (
            "监督电话：0599-60123456，邮编：354300。",
            {"0599": "phone", "60123456": "phone", "354300": "phone"},
        ),
        ("地址：江滨路12号楼3楼大厅。", {"12": "address", "3": "address"}),
        ("填报人：李某某　联系电话：6021", {"6021": "phone"}),
        ("8时入场，下午2点半散会。", {"8": "date", "2": "date"}),
        ("比2030、2031年同期少。", {"2030": "year", "2031": "year"}),
        ("性别比偏高（以女性为100）。", {"100": "base"}),
        ("表4-2\n\n甲\n", {"4": "heading_number", "2": "heading_number"}),
        ("财决03表 收入决算表\n\n甲\n", {"03": "heading_number"}),
        ("省级预算8-1表（续）\n\n甲\n", {"8": "heading_number", "1": "heading_number"}),
        ("图6：参保情况\n\n甲\n", {"6": "heading_number"}),
        ("２０３３年３月", {"２０３３": "date", "３": "date"}),
    ],
)
def test_classes(text: str, expected: dict[str, str]) -> None:
    assert classes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "名称\t12.5\t",
        "编号 77 甲。",
        "培训 5 人。",
        "接听电话18620，办结。",
        "安装电话：120部。",
        "性别比为105.85。",
    ],
)
def test_what_may_be_a_figure_is_left(text: str) -> None:
    assert classes(text) == {}


def test_a_claimed_number_is_not_claimed_again() -> None:
    made = source("2033年，依据第3号令。")
    found = Harvest(claims=(Claim(Span(1, 0, 5), "made:1.1"),))
    assert [claim.by for claim in nonfacts.extract(made, found).claims] == ["document_number"]
