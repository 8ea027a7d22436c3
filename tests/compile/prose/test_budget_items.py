"""Explanations of budgets, item by item: each figure of a paragraph is of the item that it names with its amount."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe

HEAD = "随州市水务局2031年度部门预算\n\n一、部门预算编制说明\n\n"


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    return [
        (record.printed, *(getattr(record, name) for name in names))
        for record in observe(HEAD + text, kind="budget", year=2031)
    ]


ITEMS = [
    "农林水支出（类）水利（款）防汛（项）",
    "卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）",
]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize(("change", "direction"), [("增加", "increase"), ("减少", "decrease")])
def test_what_follows_an_item_with_its_amount_is_of_the_item(item: str, change: str, direction: str) -> None:
    text = (
        f"3. “{item}”52.63万元，主要用于日常工作。2030年当年预算执行数为31.48万元，2031年预算安排52.63万元，"
        f"比2030年预算执行数{change}67.20%。主要原因是：任务变化。\n"
    )
    assert told(text, "subject", "period", "change")[1:] == [
        ("31.48", f"{item} 当年预算执行数", "2030", None),
        ("52.63", f"{item} 预算安排", "2031", None),
        ("67.20", f"{item} 预算安排比2030年预算执行数{change}", "2031", direction),
    ]


def test_a_bracket_in_what_a_change_is_measured_against_explains_it() -> None:
    text = "2031年，水务局支出预算900.6万元，比2030年（上一年度，下同）预算增加21.2万元。\n"
    assert told(text, "change", "against")[1:] == [("21.2", "increase", "2030年预算")]


@pytest.mark.parametrize("deed", ["安排购置", "计划更新", "拟购置"])
def test_what_a_budget_buys_in_its_year_is_planned_and_what_there_is_is_not(deed: str) -> None:
    text = f"截至2030年8月31日，水务局共有车辆7辆。2031年部门预算{deed}车辆2辆。\n"
    assert told(text, "kind") == [("7", "actual"), ("2", "target")]
