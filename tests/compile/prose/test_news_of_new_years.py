"""Reports and news at the turn of a year: which year they speak of, and what of it can be done; regions told one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.reader import Built
from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_SESSION = "在东山区第九届人民代表大会第二次会议上"
_PAST = (
    "\n\n各位代表：\n\n一、过去一年的工作\n\n过去的一年，全区上下扎实推进各项建设，圆满完成了目标任务。\n\n"
    "（一）就业稳中有进。全年城镇新增就业1.2万人。\n"
)


@pytest.mark.parametrize(
    ("title", "day", "year"),
    [
        ("2032年东山区政府工作报告（2033年1月17日）", "2033年1月17日", "2032"),
        ("2033年东山区政府工作报告", "2033年1月17日", "2032"),
        ("2032年东山区政府工作报告", "2032年1月17日", "2031"),
    ],
)
def test_a_report_read_at_the_beginning_of_a_year_looks_back_on_the_one_before(
    built: Built, title: str, day: str, year: str
) -> None:
    assert built(f"{title}\n\n——{day}{_SESSION}{_PAST}", "period") == [("1.2", year)]


_NEWS = (
    "东山{titled}民生红包发不停\n2033-{month:02}-08 来源：东山日报\n\n"
    "1月6日，东山市人民代表大会开幕，市长作政府工作报告。2033年，城镇新增就业2.4万人，扶持创业2100人。{more}\n"
)


@pytest.mark.parametrize(("month", "kind"), [(1, "target"), (9, "actual")])
def test_deeds_of_a_year_that_has_only_begun_are_aims(built: Built, month: int, kind: str) -> None:
    found = built(_NEWS.format(titled="市", month=month, more=""), "kind", "period")
    assert found == [("2.4", kind, "2033"), ("2100", kind, "2033")]


def test_a_bound_in_news_of_a_year_in_its_title_that_has_only_begun_is_ahead(built: Built) -> None:
    text = _NEWS.format(
        titled="2033年",
        month=1,
        more="普惠性幼儿园占比达到81%以上。全市现有技工学校6所，已发放补贴310万元，代表823名出席会议。",
    )
    assert built(text, "kind")[2:] == [
        ("81", "target"),
        ("6", "actual"),
        ("310", "actual"),
        ("823", "actual"),
    ]


def test_the_whole_year_is_the_new_one_in_news_of_january_that_names_no_other(built: Built) -> None:
    text = (
        "东山市市长谈民生\n2033-01-11 来源：东山新闻网\n\n市长表示，2033年继续把改善民生放在突出位置。\n\n"
        "在新的一年里，做到生产总值增长8%。全年实现城镇实名制就业1.8万人；新建幼儿园20所。\n"
    )
    assert built(text, "kind", "period") == [
        ("8", "target", "2033"),
        ("1.8", "target", "2033"),
        ("20", "target", "2033"),
    ]


def test_the_whole_year_is_the_last_one_in_other_news_of_january(built: Built) -> None:
    text = "东山市就业工作\n2033-01-11 来源：东山新闻网\n\n2033年1月8日，会议召开。去年，全市新增就业2万人。全年培训3万人次。\n"
    assert built(text, "kind", "period") == [("2", "actual", "2032"), ("3", "actual", "2032")]


def test_a_level_of_a_year_that_another_is_held_against_is_of_that_year() -> None:
    found = told(
        "2033年上半年就业情况\n\n上半年，我市城镇登记失业率为3.12%，与2032年度全市城镇登记失业率3.41%相比，继续保持低位运行。\n",
        "subject",
        "period",
    )
    assert found == [
        ("3.12", "城镇登记失业率", "2033-01/2033-06"),
        ("3.41", "城镇登记失业率", "2032"),
    ]


_HEAD = "2033年第三季度人力资源市场供求分析\n\n"


def test_regions_that_share_a_word_have_a_figure_each() -> None:
    found = told(f"{_HEAD}东、中、西部市场岗位空缺与求职人数的比率分别为1.06、1.11和1.23。\n", "subject")
    assert found == [
        ("1.06", "东部市场岗位空缺与求职人数的比率"),
        ("1.11", "中部市场岗位空缺与求职人数的比率"),
        ("1.23", "西部市场岗位空缺与求职人数的比率"),
    ]


def test_both_of_what_a_region_has_are_of_it() -> None:
    found = told(f"{_HEAD}与上季度相比，中部地区市场需求人数和求职人数分别下降了4.8%和3.9%。\n", "subject")
    assert [row[1] for row in found] == [
        "中部地区市场需求人数与上季度相比下降了",
        "中部地区市场求职人数与上季度相比下降了",
    ]


def test_regions_share_what_stands_behind_the_last_of_them() -> None:
    found = told(f"{_HEAD}东部、西部和东北地区月平均工资分别为6100元、5200元和4900元。\n", "subject")
    assert [row[1] for row in found] == [f"{name}地区月平均工资" for name in ("东部", "西部", "东北")]


def test_money_that_carries_something_out_is_not_of_what_was_done_before() -> None:
    text = f"{_HEAD}完成改造210户，投资1.4亿元实施3个项目。新建零工市场3个，投资210万元。\n"
    assert [row[1] for row in told(text, "subject")] == [
        "完成改造",
        "投资实施项目",
        "投资实施项目",
        "新建零工市场",
        "新建零工市场 投资",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "岗位空缺与求职人数的比率为1.12，与上季度相比下降0.03，供求平衡。",
        "满意度综合得分为92.5，增长3.2。",
    ],
)
def test_a_change_of_what_is_printed_without_a_unit_lacks_no_percent_sign(text: str, tmp_path: Path) -> None:
    found = compile_text(f"{_HEAD}{text}\n", tmp_path)["checks"]
    assert not [row for row in found if row["kind"] == "wording"]
    unsigned = compile_text(f"{_HEAD}失业率3.2%，下降0.3，就业稳定。\n", tmp_path / "unsigned")["checks"]
    assert [row["status"] for row in unsigned if row["kind"] == "wording"] == ["fails"]


@pytest.mark.parametrize("title", ["一季度新疆喀什地区民生支出24.5亿元", "一季度喀什地区民生支出24.5亿元"])
def test_a_prefecture_behind_its_region_is_what_a_headline_is_of(built: Built, title: str) -> None:
    text = f"{title}\n2033-04-14 来源：中国财经网\n\n1—3月，全地区民生支出24.5亿元。\n"
    assert built(text, "place", "period") == [("24.5", "6531", "2033-01/2033-03")] * 2
