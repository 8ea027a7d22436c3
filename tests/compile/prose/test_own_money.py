"""Money of a body and money of its place: the same words are other quantities."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told

BODIES = [
    "随州市水务局2031年部门预算",
    "随州市水务局2031年度部门决算",
    "随州市第二中学2031年单位预算公开",
    "随州市2031年部门预算公开\n\n部门：随州市档案馆",
]
AREAS = [
    "随州市2031年政府预算公开\n\n发布单位：随州市财政局",
    "随州市财政局关于2031年市级财政决算公开的说明",
    "随州市2031年财政总决算公开",
]
STATED = [
    ("一般公共预算收入", "general_revenue"),
    ("一般公共预算支出", "general_expenditure"),
    ("社会保障和就业支出", "social_security_expenditure"),
]


def ids(title: str, text: str) -> list[str | None]:
    return [
        row.indicator_id for row in observe(f"{title}\n\n一、情况说明\n\n{text}\n", kind="budget", year=2031)
    ]


@pytest.mark.parametrize(("words", "indicator"), STATED)
@pytest.mark.parametrize("title", BODIES)
def test_what_a_body_has_is_not_what_its_place_has(title: str, words: str, indicator: str) -> None:
    assert ids(title, f"2031年{words}512.30万元，比上年增长4.10%。") == [None, None]
    assert ids(title, f"2030年，全市{words}51.23亿元。") == [indicator]


@pytest.mark.parametrize(
    ("who", "indicator"), [("专业技术人员", "professionals"), ("高技能人才", "highly_skilled_total")]
)
@pytest.mark.parametrize("title", BODIES)
def test_the_staff_of_a_body_is_not_everybody_of_its_place(title: str, who: str, indicator: str) -> None:
    assert ids(title, f"现有{who}110人。") == [None]
    assert ids(title, f"2030年末，全市共有{who}4.90万人。") == [indicator]


@pytest.mark.parametrize(("words", "indicator"), STATED)
@pytest.mark.parametrize("title", AREAS)
def test_what_is_told_of_a_place_by_whomever_is_of_the_place(title: str, words: str, indicator: str) -> None:
    assert ids(title, f"2031年{words}51.23亿元。") == [indicator]


@pytest.mark.parametrize(
    "name",
    [
        "公务接待费（款）", "公务用车运行维护费（款）", "委托业务费（款）", "因公出国（境）费用（款）",
        "教育支出（类）普通教育（款）学前教育（项）预算", "城乡社区支出（类）城乡社区环境卫生（款）支出预算",
    ],
)  # fmt: skip
def test_what_a_code_is_called_is_a_part_of_what_goes_by_the_name(name: str) -> None:
    assert ids(BODIES[0], f"{name}16.20万元。") == [None]


@pytest.mark.parametrize(
    "whole", ["", "水务局", "随州市水务局本年", "本部门", "随州市水务局机关", "2031年度"]
)
def test_the_budget_of_a_body_is_found_under_its_name(whole: str) -> None:
    assert ids(BODIES[0], f"{whole}支出预算合计95.70万元。") == ["expenditure_budget"]


@pytest.mark.parametrize(
    ("words", "indicator"), [("收入预算", "income_budget"), ("支出预算", "expenditure_budget")]
)
def test_the_budget_of_the_beginning_of_a_year_below_its_heading_is_the_budget(
    words: str, indicator: str
) -> None:
    assert ids(BODIES[0], f"（一）{words}：2031年年初预算数512.30万元，其中：教育支出6.70万元。") == [
        indicator,
        None,
    ]


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("防汛物资支出预算", None),
        ("综合医院支出预算", None),
        ("法院支出预算", None),
        ("随州市人民法院支出预算", "expenditure_budget"),
        ("基层单位收入预算", None),
        ("下属事业单位收入预算", None),
        ("离退休人员经费", None),
        ("临时聘用人员经费", None),
        ("一般公共预算财政拨款基本支出 人员经费", "personnel_spending"),
        ("学校公用经费", None),
        ("随州市水务局公用经费", "operating_spending"),
        ("日常公用经费", "operating_spending"),
        ("河道保洁项目80.00万元，其中：人员经费", None),
        ("基本支出80.00万元，其中：人员经费", "personnel_spending"),
    ],
)
def test_a_part_of_a_budget_is_not_the_whole_of_it(name: str, indicator: str | None) -> None:
    assert ids(BODIES[0], f"{name}33.60万元。")[-1] == indicator


@pytest.mark.parametrize(
    "months",
    ["2031年1月—12月", "2031年1月至2031年12月", "2031年1月1日—2031年12月31日", "2031年"],
)
def test_all_months_of_the_year_of_a_budget_are_that_year(months: str) -> None:
    text = f"技能大赛项目。实施周期：{months}。预算安排：86万元，其中奖金52万元。"
    found = observe(f"{BODIES[0]}\n\n一、项目\n\n{text}\n", kind="budget", year=2031)
    assert [(row.printed, row.kind) for row in found] == [("86", "amount"), ("52", "amount")]


def test_some_months_of_it_are_not_budgeted() -> None:
    text = "2031年1月—9月，支出52万元。"
    found = observe(f"{BODIES[0]}\n\n一、项目\n\n{text}\n", kind="budget", year=2031)
    assert [(row.printed, row.kind) for row in found] == [("52", "actual")]


@pytest.mark.parametrize("remark", ["（人民币，下同）", "(人民币,下同)", "（下同）", "（人民币）"])
def test_in_which_currency_all_is_told_is_no_name(remark: str) -> None:
    text = f"东岭县人社局2033年工作总结\n\n2033年12月28日\n\n全年支出就业补助资金47万元{remark}，发放稳岗返还13万元。"
    assert told(text, "subject", "indicator_id") == [
        ("47", "支出就业补助资金", "employment_funds"),
        ("13", "发放稳岗返还", "job_retention_refund"),
    ]
