"""A level told before what it is of, aims that are quoted, what rises once more, and lists of what a year is to bring."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

HEAD = "昌江市2032年就业和社会保障情况\n\n"


@pytest.mark.parametrize(
    "words", ["与去年同期的4.1万人相比", "和2031年的4.1万人相比", "较上年4.1万人", "比2031年的4.1万人"]
)
def test_the_level_before_the_comma_is_of_what_stands_behind(built: Built, words: str) -> None:
    found = built(f"{HEAD}{words}，失业人员再就业4.6万人。", "indicator_id", "period", "kind")
    assert found == [
        ("4.1", "unemployed_reemployed", "2031", "actual"),
        ("4.6", "unemployed_reemployed", "2032", "actual"),
    ]


def test_a_short_name_before_is_that_of_the_whole_name_behind(built: Built) -> None:
    text = "与2031年末参保人数71万人相比，2032年末工伤保险参保人数74万人，增加3万人。"
    found = built(HEAD + text, "indicator_id", "period")
    assert found[:2] == [("71", "injury_insured", "2031-12-31"), ("74", "injury_insured", "2032-12-31")]


@pytest.mark.parametrize("behind", ["发放补贴3亿元", "全市就业形势稳定", "多就业0.4万人"])
def test_a_level_of_which_nothing_is_said_is_not_read(built: Built, behind: str) -> None:
    assert "4.1" not in [row[0] for row in built(f"{HEAD}与去年的4.1万人相比，{behind}。")]


@pytest.mark.parametrize(
    "text",
    [
        "年初提出的“失业人员再就业3万人以上、城镇登记失业率控制在4.2%以内”目标顺利完成。",
        "“失业人员再就业3万人以上，城镇登记失业率控制在4.2%以内”的年度目标任务全面实现。",
    ],
)
def test_quoted_aims_are_aims_each_of_its_own_words(built: Built, text: str) -> None:
    assert built(HEAD + text, "indicator_id", "kind") == [
        ("3", "unemployed_reemployed", "target"),
        ("4.2", "urban_registered_unemployment_rate", "target"),
    ]


def test_what_else_is_quoted_is_no_aim(built: Built) -> None:
    text = "建成“15分钟就业服务圈”60个，开展“春风行动”招聘会30场。"
    assert {row[1] for row in built(HEAD + text, "kind")} == {"actual"}


@pytest.mark.parametrize("words", ["失业保险金标准再涨", "失业保险金标准又涨", "失业保险金标准再增"])
def test_what_is_paid_rises_once_more(built: Built, words: str) -> None:
    found = built(f"{HEAD}{words}60元，达到1980元。", "change", "subject")
    assert [row[1] for row in found] == ["increase", None]
    assert found[1][2] == "失业保险金标准"


def test_more_of_what_is_built_is_no_rise_of_what_is_paid(built: Built) -> None:
    assert built(f"{HEAD}零工驿站再增12家。", "change") == [("12", None)]


NEWS = "昌江市召开2032年人力资源和社会保障工作会议\n\n2032年1月16日\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "2032年，开展职业技能培训3万人次，见习岗位800个，创业担保贷款7亿元。",
        "2032年，新增城镇就业3万人、公益性岗位800个、创业担保贷款7亿元。",
    ],
)
def test_items_behind_one_deed_are_to_come_as_it_is(built: Built, text: str) -> None:
    found = built(NEWS + text, "kind")
    assert [row[1] for row in found] == ["target"] * 3


def test_what_was_done_ends_the_list(built: Built) -> None:
    text = "2032年，开展职业技能培训3万人次，目前已有零工市场80个。开展培训3万人次。现有零工市场80个。"
    found = built(NEWS + text, "kind")
    assert [row[1] for row in found] == ["target", "actual", "target", "actual"]


@pytest.mark.parametrize("mean", ["月均工资6200元", "平均年龄39岁"])
def test_a_mean_has_no_shares_of_those_who_have_it(built: Built, mean: str) -> None:
    found = built(f"{HEAD}新招职工930人，{mean}，其中女性占四成。", "subject", "against")
    assert found[-1][1:] == ("女性占新招职工", "新招职工")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("稳岗返还：兑现3100万元，惠及企业900户。", "job_retention_refund"),
        ("社会保险补贴：累计发放3100万元。", "social_insurance_subsidies"),
        ("失业保险金方面，发放3100万元。", "unemployment_benefits_paid"),
    ],
)
def test_what_is_paid_is_what_stands_before_it(built: Built, text: str, indicator: str) -> None:
    assert built(HEAD + text, "indicator_id")[0][1] == indicator
