"""What strokes, arrows, signs and quotation marks beside figures say."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

TITLE = "肇庆市2034年人社工作情况\n"


@pytest.mark.parametrize("aim", ["目标", "年度目标", "任务", "全年计划"])
def test_a_stroke_before_an_aim_parts_it_from_what_was_done(built: Built, aim: str) -> None:
    text = f"职业技能培训4.3万人次/{aim}4万人次。"
    assert built(TITLE + text, "kind") == [("4.3", "actual"), ("4", "target")]


def test_a_stroke_in_a_unit_parts_nothing(built: Built) -> None:
    text = "最低工资标准1,850元/月，小时最低工资标准18.4元/小时。"
    assert built(TITLE + text, "unit") == [("1,850", "元/月"), ("18.4", "元/小时")]


@pytest.mark.parametrize("peak", ["高峰年份（2031年）", "历史低点（2031年）"])
def test_the_year_in_brackets_is_that_of_the_level_before_it(built: Built, peak: str) -> None:
    text = f"追发工资3,100万元，比{peak}的1.5亿元减少1.19亿元。"
    assert [row[1] for row in built(TITLE + text, "period")] == ["2034", "2031", "2034"]


@pytest.mark.parametrize("arrow", ["→", "->"])
def test_when_the_first_was_of_two_that_an_arrow_joins_is_not_said(built: Built, arrow: str) -> None:
    text = f"登记失业人员2.1万人，调解成功率71%{arrow}78%。"
    assert [row[0] for row in built(TITLE + text)] == ["2.1"]


def test_a_plus_in_brackets_says_that_it_grew(built: Built) -> None:
    text = "城镇新增就业4.6万人（+2.3%），失业人员再就业1.1万人（+0.2万人）。"
    found = built(TITLE + text, "change", "indicator_id")
    assert found[1] == ("2.3", "increase", "urban_new_jobs")
    assert found[3] == ("0.2", "increase", "unemployed_reemployed")


def test_fewer_than_none_are_no_number_of_those_insured(built: Built) -> None:
    text = "参保增减：失业保险-0.2万人。失业保险参保41万人。"
    assert built(TITLE + text, "indicator_id") == [("-0.2", None), ("41", "unemployment_insured")]


def test_a_programme_with_the_name_of_a_place_is_of_the_document(built: Built) -> None:
    text = "“广东厨师”培训620人，“肇庆家政”培训810人。"
    assert {row[1] for row in built(TITLE + text, "place_code")} == {"441200"}


def test_the_sign_of_the_currency_is_no_name(built: Built) -> None:
    text = "发放见习补贴￥520万元，返还失业保险费人民币1.4亿元。"
    assert [row[1] for row in built(TITLE + text, "subject")] == ["发放见习补贴", "返还失业保险费"]


def test_what_is_expected_is_of_what_is_counted_so(built: Built) -> None:
    text = "2033年发放补贴520万元，惠及企业310户，2034年预计600万元。"
    assert built(TITLE + text, "subject", "kind")[-1] == ("600", "发放补贴", "target")
