"""Standards that are raised from one level to another: which level is of before, and for which months each is."""

from __future__ import annotations

import pytest

from hrss_tui.records import Observation
from tests.compile.prose.reader import harvest
from tests.compile.prose.test_progress_reports import told

_STORY = "东岭县调整救助标准\n\n东岭日报 2033-05-21\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "孤儿生活补贴由每人每月 1240 元提高至 1310 元，7月1日起执行。",
        "孤儿生活补贴从1240元/月上调至1310元/月，自2033年7月1日起施行。",
        "孤儿生活补贴由 1240 元变更为 1310 元，从7月1日起发放。",
    ],
)
def test_from_the_day_on_which_a_level_is_raised_the_former_one_is_paid_no_more(sentence: str) -> None:
    assert told(_STORY + sentence, "period") == [
        ("1240", None),
        ("1310", "2033-07-01/.."),
    ]


@pytest.mark.parametrize("dash", ["—", "至", "-", "到第"])
def test_the_months_for_which_a_level_is_are_no_figures_beside_it(dash: str) -> None:
    text = f"失业保险金标准从7月1日起调整：第1{dash}6个月由1480元/月调整为1530元/月；第7{dash}24个月由1320元/月调整为1365元/月。"
    assert told(_STORY + text, "period") == [
        ("1480", None),
        ("1530", "2033-07-01/.."),
        ("1320", None),
        ("1365", "2033-07-01/.."),
    ]


@pytest.mark.parametrize("parts", ["7:3", "6:3:1"])
@pytest.mark.parametrize("behind", ["分担", "的比例承担", "比例由省、市、县共担"])
def test_who_bears_which_part_is_no_count(parts: str, behind: str) -> None:
    found = harvest(f"{_STORY}全县发放护理补贴 812 万元，按{parts}{behind}。")
    assert [one.printed for one in found.records if isinstance(one, Observation)] == ["812"]


@pytest.mark.parametrize("verb", ["提高到", "上调至", "增加到", "提高至"])
@pytest.mark.parametrize("of", ["最低工资标准", "当地最低工资标准", "基础养老金", "低保待遇标准"])
def test_the_part_of_another_standard_that_is_reached_is_a_level(verb: str, of: str) -> None:
    assert told(f"{_STORY}失业保险金标准{verb}{of}的80%。", "change") == [("80", None)]


def test_by_which_part_of_a_pension_it_is_raised_is_a_change() -> None:
    assert told(f"{_STORY}按本人2032年12月养老金的1.5%增加，每月增加基本养老金的2%。", "change")[1] == (
        "2",
        "increase",
    )
