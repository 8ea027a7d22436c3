"""At which stage of a year money is told: what is compared with, and what stands beside, names its own."""

from __future__ import annotations

import pytest

from hrss_tui.reference.spending import at_stage
from tests.compile.prose.reader import observe

BUDGET = "随州市水务局2031年部门预算\n\n一、情况说明\n\n"
FINAL = "随州市水务局2031年度部门决算\n\n一、情况说明\n\n"


def told(text: str) -> list[tuple[str, str, str | None, str]]:
    return [
        (row.printed, row.subject, row.period, row.kind)
        for row in observe(text + "\n", kind="budget", year=2031)
        if row.change is None
    ]


@pytest.mark.parametrize(
    ("base", "named", "kind"),
    [
        ("2030年执行数", "堤防养护（项） 执行数", "actual"),
        ("上年决算数", "堤防养护（项） 决算数", "actual"),
        ("上年实际支出", "堤防养护（项） 实际支出", "actual"),
        ("2030年年初预算数", "堤防养护（项） 年初预算数", "amount"),
        ("2030年调整预算数", "堤防养护（项） 调整预算数", "amount"),
        ("2030年预算数", "堤防养护（项） 预算数", "amount"),
        ("上年", "堤防养护（项） 预算数", "amount"),
    ],
)
def test_what_a_budget_is_compared_with_has_the_stage_that_is_named(base: str, named: str, kind: str) -> None:
    text = f"1.堤防养护（项）：2031年预算数为31.20万元，比{base}27.90万元增加3.30万元，增长11.83%。"
    assert told(BUDGET + text) == [
        ("31.20", "堤防养护（项） 预算数", "2031", "amount"),
        ("27.90", named, "2030", kind),
    ]


@pytest.mark.parametrize(
    "base", ["年初预算数", "年初预算", "全年预算数", "调整预算数", "调整后预算", "预算数", "年初支出预算"]
)
@pytest.mark.parametrize("own", ["决算数", "支出决算", "支出"])
def test_what_accounts_are_compared_with_is_the_budget_that_is_named(own: str, base: str) -> None:
    bare = "差旅费支出" if own.startswith("支出") else "差旅费"
    text = f"1.差旅费{own}6.40万元，比{base}7.10万元减少0.70万元，下降9.86%。"
    assert told(FINAL + text)[1][:2] == ("7.10", bare + base)


def test_the_budget_of_the_whole_year_is_another_than_the_first_one() -> None:
    text = "1.会议费年初预算4.30万元，全年预算5.60万元，支出决算5.10万元，完成全年预算的91.07%。"
    assert [row[:2] for row in told(FINAL + text)] == [
        ("4.30", "会议费年初预算"),
        ("5.60", "会议费 全年预算"),
        ("5.10", "会议费 支出决算"),
        ("91.07", "会议费 支出决算完成全年预算"),
    ]


def test_what_was_done_of_a_budget_leaves_it_its_own_name() -> None:
    text = "1.公务接待费支出决算为1.70万元，完成年初预算2.50万元的68%。"
    assert [row[:2] for row in told(FINAL + text)][:2] == [
        ("1.70", "公务接待费支出决算"),
        ("2.50", "公务接待费支出年初预算"),
    ]


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("差旅费决算数", "比年初预算数", "差旅费年初预算数"),
        ("机关运行经费", "上年执行数", "机关运行经费执行数"),
        ("收入预算 其他收入", "上年执行数", "收入预算 其他收入执行数"),
        ("堤防养护 预算数", "决算数", "堤防养护 决算数"),
        ("差旅费预算", "上年预算数", "差旅费预算"),
        ("差旅费预算", "上年", "差旅费预算"),
        ("一般公共预算", "上年决算数", "一般公共预算决算数"),
        ("差旅费决算", "一般公共预算", "差旅费决算"),
    ],
)
def test_a_name_at_another_stage(name: str, words: str, expected: str) -> None:
    assert at_stage(name, words) == expected
