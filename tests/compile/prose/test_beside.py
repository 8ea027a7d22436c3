"""What stands beside that which was told before it, and what a sentence leans on instead: invented places and figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_HEAD = "临河县2033年国民经济和社会发展统计公报\n\n"


def rows(text: str, *names: str) -> list[tuple[object, ...]]:
    return told(_HEAD + text + "\n", *names)


Built = Callable[..., list[tuple[object, ...]]]


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Reads the observations of a whole document, whose kind and place its own words say."""

    def read(text: str, *names: str) -> list[tuple[object, ...]]:
        found = compile_text(text, tmp_path / "text")["observations"]
        return [(row["printed"], *(row[name] for name in names)) for row in found]

    return read


@pytest.mark.parametrize("word", ["发展为", "变为", "演进到", "调整优化为"])
def test_shares_that_turned_into_others_are_of_two_years_whatever_the_verb(word: str) -> None:
    found = rows(f"三次产业结构由上年的7.1:39.4:53.5{word}6.8:38.9:54.3。", "period")
    before = [(one, "2032") for one in ("7.1", "39.4", "53.5")]
    assert found == before + [(one, "2033") for one in ("6.8", "38.9", "54.3")]


def test_other_income_of_a_department_is_of_no_income_before_it() -> None:
    text = "经营收入4万元，占本年收入8%；附属单位上缴收入0万元，占0%；其他收入31万元，占62%。"
    assert [row[1] for row in rows(text, "subject") if row[0] == "31"] == ["其他收入"]


def test_other_spending_of_a_department_is_of_no_function_before_it() -> None:
    text = "按功能分类：教育支出52万元；住房保障支出7万元；其他支出3万元。"
    assert rows(text, "subject")[-1] == ("3", "其他支出")


def test_other_income_of_a_fund_is_of_that_fund() -> None:
    text = "工伤保险基金收入9亿元，支出7亿元，其他支出1亿元。"
    assert rows(text, "subject")[-1] == ("1", "工伤保险基金 其他支出")


@pytest.mark.parametrize("before", ["离休干部", "行政人员", "事业编制", "工勤人员"])
def test_the_retired_are_no_part_of_other_staff(before: str) -> None:
    found = rows(f"全局共有公务员62人，{before}2人，退休人员31人。", "subject")
    assert found[-1] == ("31", "退休人员")


def test_the_retired_are_of_the_insurance_that_was_told_of() -> None:
    text = "机关养老保险参保人数5万人，退休人员2万人。"
    assert rows(text, "subject")[-1] == ("2", "机关养老保险 退休人员")


def test_what_flows_into_a_fund_names_no_other_side_of_it() -> None:
    text = "全年工伤保险基金收入8.4亿元，其中保险费收入7.9亿元。各级财政补贴工伤保险基金0.3亿元。全年基金支出6.6亿元。"
    assert rows(text, "subject", "indicator_id")[-1] == (
        "6.6",
        "工伤保险 基金支出",
        "injury_fund_expenditure",
    )


def test_parts_in_yuan_are_of_no_mean_in_another_currency() -> None:
    text = "全县生产总值94亿元。人均生产总值5万元，折合人均生产总值7400美元。其中，第一产业增加值12亿元。"
    assert rows(text, "subject")[-1] == ("12", "生产总值 第一产业增加值")


def test_what_is_harvested_is_of_what_was_sown() -> None:
    text = "油菜种植面积6.2万亩，产量1.1万吨。"
    assert rows(text, "subject") == [("6.2", "油菜种植面积"), ("1.1", "油菜 产量")]


def test_a_harvest_behind_something_else_keeps_its_own_name() -> None:
    assert rows("苹果产业产值8亿元，产量21万吨。", "subject")[-1] == ("21", "产量")


def test_a_rate_that_is_an_indicator_is_no_part_of_those_counted() -> None:
    text = "城镇新增就业7200人，其中失业人员再就业3100人，年末城镇登记失业率3.1%。"
    assert rows(text, "subject")[-1] == ("3.1", "城镇登记失业率")


@pytest.mark.parametrize("said", ["克服重重困难，做了大量工作", "扩面工作稳步推进", "不断完善，取得了新成效"])
def test_an_insurance_of_which_is_told_how_it_went_is_that_of_the_insured(said: str) -> None:
    found = rows(f"失业保险{said}，参保人数达到4.3万人。", "subject", "indicator_id")
    assert found == [("4.3", "失业保险 参保人数", "unemployment_insured")]


def test_those_insured_are_no_indicator_of_all_such_persons() -> None:
    text = "全县参加城乡居民医疗保险人数18万人，其中农民工参保0.6万人。"
    assert rows(text, "indicator_id") == [("18", "resident_medical_insured"), ("0.6", None)]


def test_a_budget_is_of_the_side_that_stands_before_the_colon(built: Built) -> None:
    text = (
        "云溪县水利局2033年部门预算说明\n\n（一）收入预算：2033年年初预算数310万元，其中：事业收入10万元。\n"
    )
    names = [row[1] for row in built(text, "subject")]
    assert names == ["收入预算 年初预算数", "收入预算 年初预算数 事业收入"]


@pytest.mark.parametrize("place", ["南通", "南通市"])
def test_the_place_of_the_document_may_stand_before_an_indicator_without_its_division(
    place: str, built: Built
) -> None:
    text = f"南通市2033年国民经济和社会发展统计公报\n\n{place}城市居民人均可支配收入5.2万元。\n"
    assert built(text, "indicator_id") == [("5.2", "urban_income")]


def test_another_place_without_its_division_is_no_value_of_this_one(built: Built) -> None:
    text = "南通市2033年国民经济和社会发展统计公报\n\n苏州城镇居民人均可支配收入5.2万元。\n"
    assert built(text, "indicator_id") == [("5.2", None)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("按常住人口计算人均地区生产总值6.1万元。", "gdp_per_head"),
        ("城镇居民家庭人均可支配收入3.3万元。", "urban_income"),
        ("农村居民家庭人均纯收入0.9万元。", "rural_net_income"),
        ("就业困难对象实现就业310人。", "hardship_employed"),
        ("农业富余劳动力转移就业2.4万人。", "surplus_labour_transferred"),
    ],
)
def test_names_of_older_bulletins_are_those_of_the_same_indicators(text: str, indicator: str) -> None:
    assert [row[1] for row in rows(text, "indicator_id")] == [indicator]
