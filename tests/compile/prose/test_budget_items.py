"""Explanations of budgets, item by item: each figure of a paragraph is of the item that it names with its amount."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built, observe

HEAD = "随州市水务局2031年度部门预算\n\n一、部门预算编制说明\n\n"


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    return [
        (record.printed, *(getattr(record, name) for name in names))
        for record in observe(HEAD + text, kind="budget", year=2031)
    ]


ITEMS = [
    "农林水支出（类）水利（款）防汛（项）",
    "卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）",
    "农林水支出（213类）水利（03款）防汛（14项）",
    "卫生健康支出（210类）行政事业单位医疗（11款）其他行政事业单位医疗支出（99项）",
]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize(("change", "direction"), [("增加", "increase"), ("减少", "decrease")])
def test_what_follows_an_item_with_its_amount_is_of_the_item(item: str, change: str, direction: str) -> None:
    text = (
        f"3. “{item}”52.63万元，主要用于日常工作。2030年当年预算执行数为31.48万元，2031年预算安排52.63万元，"
        f"比2030年预算执行数{change}67.20%。主要原因是：任务变化。\n"
    )
    assert told(text, "subject", "period", "change") == [
        ("52.63", item, "2031", None),
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


@pytest.mark.parametrize("heading", ["四、绩效目标设置情况", "五、项目支出绩效目标编报情况"])
def test_how_many_aims_were_set_is_no_aim(heading: str) -> None:
    text = f"{heading}\n\n2031年度，本单位编报绩效目标的项目共7个，涉及项目预算资金318.46万元。\n"
    assert told(text, "kind", "unit") == [("7", "actual", "个"), ("318.46", "amount", "万元")]


def test_a_plan_of_spending_in_a_budget_is_an_amount() -> None:
    text = "六、年度预算安排\n\n第一季度用款计划25.80万元，第二季度用款计划71.60万元。\n"
    assert told(text, "kind", "period") == [
        ("25.80", "amount", "2031-01/2031-03"),
        ("71.60", "amount", "2031-04/2031-06"),
    ]


def test_those_whose_money_is_told_are_no_money() -> None:
    text = "2031年水务局下属1家机关和3家参公事业单位财政拨款的机关运行经费预算为86.20万元。\n"
    assert told(text, "subject", "unit")[1:] == [
        ("3", "参公事业单位", "家"),
        ("86.20", "水务局下属参公事业单位财政拨款的机关运行经费预算", "万元"),
    ]


def test_those_who_have_a_mean_are_no_mean() -> None:
    text = "2031年全县26个乡镇卫生院人均收入为5.2万元，120家监测企业的平均用工为85人。\n"
    assert [row[:2] for row in told(text, "subject")] == [
        ("26", "乡镇卫生院"),
        ("5.2", "乡镇卫生院人均收入"),
        ("120", "监测企业"),
        ("85", "监测企业的平均用工"),
    ]


def test_what_money_is_for_may_be_called_like_a_change() -> None:
    text = (
        "2031年度项目总预算310.00万元，其中支持夜市提质提升180.00万元，支持商贸稳增长30.00万元，"
        "支持养老服务能力提升100万元。事业收入增长30万元，办结能力提升5%。\n"
    )
    assert told(text, "change", "unit")[1:] == [
        ("180.00", None, "万元"),
        ("30.00", None, "万元"),
        ("100", None, "万元"),
        ("30", "increase", "万元"),
        ("5", "increase", "%"),
    ]


@pytest.mark.parametrize("last", ["，上年{}", "，上年:{}", "（上年度为{}）", "，上年决算数{}"])
def test_last_year_before_a_figure_is_its_year(last: str) -> None:
    text = f"本年培训支出25.00万元{last.format('21.40万元')}，主要用于提升技能。上年结转6.00万元。\n"
    found = told(text, "period", "subject")
    assert found[1][:2] == ("21.40", "2030") and found[1][2].startswith("培训支出"[:2])
    assert found[2][1:] == ("2031", "上年结转")


def test_a_plan_of_work_that_was_changed_plans_nothing() -> None:
    text = (
        "财政拨款支出年初预算为820.6万元，支出决算为790.1万元，决算数小于预算数的主要原因：因年度工作计划调整。其中：\n\n"
        "1、农林水支出（类）水利（款）防汛（项）。年初预算为81.40万元，支出决算为79.30万元。\n"
    )
    assert [kind for _, kind in told(text, "kind")] == ["amount"] * 4


_PROJECTS = "北川县人社局2036年部门预算\n\n2036年2月12日\n\n六、绩效目标\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "重点项目：1.培训资金，预算 90 万元。绩效目标：培训 700 人。2.引才资金，预算 60 万元，引进硕士 20 人，每人资助 3 万元，6月底前到岗。",
        "一是培训资金 90 万元，绩效目标为培训 700 人；二是引才资金 60 万元，引进硕士 20 人，每人资助 3 万元。",
        "项目1：培训资金，预算 90 万元，目标：培训 700 人。项目2：引才资金，预算 60 万元，引进硕士 20 人，每人资助 3 万元。",
    ],
)
def test_goals_behind_the_money_of_each_project_are_aims_and_the_money_is_none(
    built: Built, text: str
) -> None:
    kinds = dict(built(_PROJECTS + text, "kind"))
    assert kinds == {"90": "amount", "700": "target", "60": "amount", "20": "target", "3": "target"}


@pytest.mark.parametrize("past", ["2035年引进硕士 20 人", "已引进硕士 20 人", "现有硕士 20 人"])
def test_what_a_project_has_done_is_no_aim_of_it(built: Built, past: str) -> None:
    text = f"{_PROJECTS}1.培训资金，预算 90 万元。绩效目标：培训 700 人。2.引才资金，预算 60 万元，{past}。"
    assert dict(built(text, "kind"))["20"] == "actual"


@pytest.mark.parametrize(
    "words",
    ["涉及一般公共预算拨款", "涉及机关运行经费", "对应“三公”经费", "覆盖政府性基金预算拨款"],
)
def test_money_that_projects_have_to_do_with_is_not_all_there_is(built: Built, words: str) -> None:
    text = f"{_PROJECTS}2036年，评价项目 4 个，{words} 81.20 万元。"
    assert built(text, "kind", "indicator_id")[1] == ("81.20", "amount", None)
