"""Aims of which it is told who set them, or when, and what was done of them right behind."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_HEAD = "河口市2033年人社工作总结\n\n"


@pytest.mark.parametrize("verb", ["设定", "确定", "核定", "计划"])
def test_what_was_set_at_the_beginning_is_an_aim_and_what_came_of_it_none(built: Built, verb: str) -> None:
    text = _HEAD + f"年初{verb}失业人员再就业6000人，完成6400人，完成率106.7%。\n"
    assert [row[1:] for row in built(text, "kind", "period")] == [
        ("target", "2033"),
        ("actual", "2033"),
        ("actual", "2033"),
    ]


@pytest.mark.parametrize("aim", ["计划新增就业5万人", "市里下达城镇新增就业任务5万人", "新增就业目标5万人"])
def test_what_was_done_of_an_aim_is_none(built: Built, aim: str) -> None:
    assert [row[1] for row in built(_HEAD + f"{aim}，完成5.2万人。\n", "kind")] == ["target", "actual"]


def test_an_aim_that_was_fulfilled_stays_one(built: Built) -> None:
    text = _HEAD + "预计全年新增就业5.6万人，超额完成5万人的目标任务；完成培训0.9万人。\n"
    assert built(text, "kind")[1] == ("5", "target")


@pytest.mark.parametrize(
    ("kept", "operator", "subject"),
    [
        ("控制在年初确定的14万人以内", "<=", "登记失业人数年初确定目标"),
        ("低于上级下达的14万人", "<=", "登记失业人数上级下达目标"),
    ],
)
def test_a_bound_that_was_set_is_an_aim_of_what_is_held_against_it(
    built: Built, kept: str, operator: str, subject: str
) -> None:
    text = _HEAD + f"登记失业人数13.2万人，{kept}。\n"
    assert built(text, "subject", "operator", "kind") == [
        ("13.2", "登记失业人数", "=", "actual"),
        ("14", subject, operator, "target"),
    ]


@pytest.mark.parametrize("budget", ["年初预算", "年预算", "全年预算"])
def test_a_budget_of_which_months_did_a_part_is_of_the_year(built: Built, budget: str) -> None:
    text = f"河口市2033年1—8月财政收支\n\n1—8月，社会保险基金支出18亿元，完成{budget}24亿元的75%。\n"
    assert [row[1:] for row in built(text, "period", "against")] == [
        ("2033-01/2033-08", None),
        ("2033", None),
        ("2033-01/2033-08", budget),
    ]


def test_a_part_of_an_aim_in_its_bracket_is_one(built: Built) -> None:
    text = _HEAD + "技能培训：目标4万人次（其中女性0.9万人次），完成4.3万人次（其中女性1.1万人次）。\n"
    assert [row[1] for row in built(text, "kind")] == ["target", "target", "actual", "actual"]


@pytest.mark.parametrize(
    ("aim", "planned"), [("计划5%", "target"), ("预期目标5%左右", "target"), ("去年同期5%", "actual")]
)
def test_a_growth_in_the_bracket_of_a_growth_is_one_too(built: Built, aim: str, planned: str) -> None:
    text = _HEAD + f"居民收入增长5.4%（{aim}），较快增长。\n"
    (first, second) = built(text, "kind", "change", "indicator_id")
    assert first[1:] == ("actual", "increase", second[3])
    assert second[1:3] == (planned, "increase")


def test_a_share_in_the_bracket_of_a_growth_is_none(built: Built) -> None:
    assert built(_HEAD + "居民收入增长5.4%（其中农村6.1%）。\n", "change")[1] == ("6.1", None)


def test_what_was_reached_beside_an_aim_that_is_held_against_it_is_none(built: Built) -> None:
    text = "河口市2033年城镇新增就业目标为3万人，比2032年目标2.8万人增加0.2万人，比2032年实际完成的3.1万人减少0.1万人。\n"
    assert [row for row in built(text, "period", "kind") if row[1] == "2032"] == [
        ("2.8", "2032", "target"),
        ("3.1", "2032", "actual"),
    ]


@pytest.mark.parametrize("word", ["预测", "展望"])
def test_what_a_report_foresees_behind_a_colon_was_not_reached(built: Built, word: str) -> None:
    text = (
        f"河口市2033年就业形势分析报告\n\n2034年1月\n\n二、2034年{word}：新增求职6万人左右，失业率4%以内。\n"
    )
    assert [row[1:] for row in built(text, "kind", "period")] == [("target", "2034"), ("target", "2034")]


def test_a_month_that_is_announced_is_the_one_to_come(built: Built) -> None:
    text = "河口市2033年8月招聘快讯\n\n8月举办招聘会12场。\n\n9月预告：举办大型招聘会3场，提供岗位5000个。\n"
    assert [row[1:] for row in built(text, "period", "kind")] == [
        ("2033-08", "actual"),
        ("2033-09", "target"),
        ("2033-09", "target"),
    ]


@pytest.mark.parametrize(
    ("behind", "planned"),
    [("实际招生820人", "target"), ("已完成820人", "target"), ("涉及教师820人", "actual")],
)
def test_a_task_with_its_outcome_behind_it_is_an_aim(built: Built, behind: str, planned: str) -> None:
    text = _HEAD + f"技工招生任务800人（其中高级班260人），{behind}。\n"
    assert built(text, "kind")[0] == ("800", planned)


def test_what_is_aimed_at_of_one_thing_is_no_aim_of_the_next(built: Built) -> None:
    text = _HEAD + "人才总量24万人，目标为28万人；全年引进博士600人。\n"
    assert [row[1] for row in built(text, "kind")] == ["actual", "target", "actual"]


@pytest.mark.parametrize("done", ["2032年完成数", "2032年完成的", "2032年实际完成数"])
def test_a_plan_beside_what_was_done_in_the_year_before(built: Built, done: str) -> None:
    text = f"河口市2033年人社工作要点\n\n全年新增就业2.4万人，比{done}2.3万人多1000人。\n"
    assert [row[1:] for row in built(text, "period", "kind")] == [
        ("2033", "target"),
        ("2032", "actual"),
        ("2033", "target"),
    ]


def test_what_was_done_in_all_the_year_of_a_task_is_none(built: Built) -> None:
    text = _HEAD + "年初市政府下达城镇新增就业任务1.6万人，全年完成1.7万人。\n"
    assert [row[1] for row in built(text, "kind")] == ["target", "actual"]


def test_what_was_spent_of_a_budget_up_to_a_day_is_no_aim(built: Built) -> None:
    text = "河口市2033年资金使用通报\n\n2033年预算安排2.4亿元，截至10月底支出1.9亿元，支出进度79.2%。\n"
    assert [row[1] for row in built(text, "kind")] == ["target", "actual", "actual"]


def test_how_an_aim_differs_from_that_of_the_year_before_is_aimed_at_too(built: Built) -> None:
    text = "河口市2033年新增就业目标为3万人，比2032年目标2.8万人增加0.2万人。\n"
    assert [row[1:] for row in built(text, "period", "kind")] == [
        ("2033", "target"),
        ("2032", "target"),
        ("2033", "target"),
    ]


def test_what_there_was_where_news_of_january_was_made_is_no_aim(built: Built) -> None:
    text = (
        "河口市2033年春风行动启动\n\n2033-01-14 来源：河口日报\n\n"
        "14日上午，招聘现场聚集了90家企业，提供5600个岗位，进场求职超过500人。人社部门将举办招聘会110场以上。\n"
    )
    assert [row[1] for row in built(text, "kind")] == ["actual", "actual", "actual", "target"]
