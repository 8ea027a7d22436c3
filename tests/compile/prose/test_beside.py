"""What stands beside that which was told before it, and what a sentence leans on instead: invented places and figures."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built
from tests.compile.prose.test_progress_reports import told

_HEAD = "临河县2033年国民经济和社会发展统计公报\n\n"


def rows(text: str, *names: str) -> list[tuple[object, ...]]:
    return told(_HEAD + text + "\n", *names)


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


@pytest.mark.parametrize("aspect", ["按产业划分", "分产业看"])
def test_sectors_that_a_level_is_divided_into_are_parts_of_it(aspect: str) -> None:
    text = f"年末全县就业人员62万人。{aspect}，第一产业31万人，第二产业12万人，第三产业19万人。"
    found = [row[1] for row in rows(text, "subject")]
    assert found[1:] == [f"就业人员 第{one}产业" for one in "一二三"]


def test_what_each_sector_has_of_its_own_is_no_part_of_what_was_told_before() -> None:
    text = "全县就业人员62万人。分产业看，第一产业法人单位310万人。"
    assert rows(text, "subject")[-1] == ("310", "第一产业法人单位")


def test_those_who_found_work_are_not_all_employed() -> None:
    text = "零工市场登记用工企业210家，实现就业3600人。全县就业总人数41万人。"
    found = {row[0]: row[1] for row in rows(text, "indicator_id")}
    assert found == {"210": None, "3600": None, "41": "employed"}


def test_a_mean_is_of_the_area_of_which_the_sum_was_told(built: Built) -> None:
    text = "南通市2033年国民经济和社会发展统计公报\n\n市区生产总值620亿元，增长4%，人均生产总值8.1万元；县域生产总值410亿元，人均生产总值5.2万元。\n"
    found = [row for row in built(text, "subject", "indicator_id") if row[0] in ("8.1", "5.2")]
    assert found == [("8.1", "市区人均生产总值", None), ("5.2", "县域人均生产总值", None)]


def test_a_mean_of_the_whole_place_keeps_its_name() -> None:
    assert rows("全县生产总值94亿元，人均生产总值4.1万元。", "subject")[-1] == ("4.1", "人均生产总值")


def test_what_was_new_against_last_year_leaves_no_new_for_the_rate_behind_it() -> None:
    text = "参保人数31万人，比去年新增2万人，增长6.9%。"
    assert rows(text, "subject")[-1] == ("6.9", "参保人数比去年增长")


def test_what_will_be_done_by_the_end_of_the_year_is_no_outcome() -> None:
    text = "46所乡镇学校的食堂改造也将于今年年底前全部完工。新建食堂12个。"
    assert rows(text, "kind") == [("46", "target"), ("12", "actual")]


def test_half_of_a_people_is_part_of_it_like_the_other_half() -> None:
    text = "年末常住人口81万人，其中男性42万人，占51.9%；女性人口39万人，占48.1%。"
    assert rows(text, "subject")[-2:] == [("39", "常住人口 女性人口"), ("48.1", "女性人口占常住人口")]


def test_residents_of_town_and_country_share_what_is_told_per_head() -> None:
    text = "城镇居民和农村家庭人均可支配收入达到3.1万元、1.4万元。"
    assert rows(text, "indicator_id") == [("3.1", "urban_income"), ("1.4", "rural_income")]


def test_a_product_has_the_value_told_behind_how_much_of_it_was_made() -> None:
    text = "新增产业园区4个；菌菇产品产量6200吨，实现产值3亿元。"
    assert rows(text, "subject")[-1] == ("3", "菌菇产品 实现产值")


def test_a_level_of_which_nothing_changed_is_that_of_the_budget(built: Built) -> None:
    text = "云溪县2033年“三公”经费情况\n\n因公出国（境）费为0万元，较年初预算数2万元无增减变化。\n"
    assert built(text, "subject", "kind") == [
        ("0", "因公出国（境）费", "amount"),
        ("2", "因公出国（境）费年初预算数", "amount"),
    ]


def test_a_report_on_what_a_report_promised_is_of_its_own_year(built: Built) -> None:
    text = (
        "关于《政府工作报告》确定的2033年重点工作上半年完成情况的通报\n\n云溪县人民政府办公室\n2033年7月28日\n\n"
        "上半年，全县完成地区生产总值61亿元。\n"
    )
    assert built(text, "period") == [("61", "2033-01/2033-06")]


@pytest.mark.parametrize(("day", "period"), [("2031年12月9日", "2027/2031"), ("2031年3月9日", "2026/2030")])
def test_five_years_end_with_the_year_whose_outcome_is_told_in_december(
    day: str, period: str, built: Built
) -> None:
    text = (
        f"云溪县政府工作报告\n——{day}在云溪县第十七届人民代表大会第一次会议上\n县长 王强\n各位代表：\n\n过去五年工作回顾\n\n"
        "2031年实现地区生产总值90亿元。\n\n过去五年，引进企业6家。\n"
    )
    assert built(text, "period")[-1] == ("6", period)


@pytest.mark.parametrize("heading", ["一、2031年和过去五年工作回顾", "一、过去五年及2031年工作回顾"])
def test_means_are_of_the_years_that_a_heading_names_beside_the_last_of_them(
    heading: str, built: Built
) -> None:
    text = (
        "云溪县政府工作报告\n——2032年1月9日在云溪县第十七届人民代表大会第一次会议上\n县长 王强\n各位代表：\n\n"
        f"{heading}\n\n2031年，固定资产投资44亿元，年均增长11%；贷款余额21亿元。\n"
    )
    assert built(text, "period") == [("44", "2031"), ("11", "2027/2031"), ("21", "2031")]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("地区生产总值（GDP）完成61亿元。", "gdp"),
        ("第二产业完成增加值13亿元。", "secondary_value_added"),
        ("有1.4万职工参加了工伤保险。", "injury_insured"),
        ("全县纳入农村低保2.2万人。", "rural_allowance_people"),
        ("城镇就业困难对象再就业310人。", "hardship_reemployed"),
    ],
)
def test_what_was_done_is_no_part_of_the_name_of_an_indicator(text: str, indicator: str) -> None:
    assert [row[1] for row in rows(text, "indicator_id")] == [indicator]


def test_aims_reach_over_the_full_stops_of_the_paragraph_that_opens_with_them(built: Built) -> None:
    text = (
        "云溪县新闻\n\n2033年01月15日\n\n2033年云溪县经济社会发展的主要预期目标：全县生产总值增长7%。城镇新增就业2.4万人，"
        "城镇登记失业率控制在4.1%以内。去年，城镇新增就业2.2万人。会议有310名代表出席。\n"
    )
    assert built(text, "kind") == [
        ("7", "target"),
        ("2.4", "target"),
        ("4.1", "target"),
        ("2.2", "actual"),
        ("310", "actual"),
    ]


def test_foreign_money_really_used_ends_no_list_of_aims() -> None:
    text = "主要预期目标是：外贸出口增长11%；实际利用外资增长9%；社会消费品零售总额增长8%。"
    assert rows(text, "kind") == [("11", "target"), ("9", "target"), ("8", "target")]


def test_news_of_a_meeting_that_hears_a_report_is_no_such_report(built: Built) -> None:
    text = "云溪县第十八届人大二次会议开幕 政府工作报告勾勒蓝图\n\n2033年2月22日\n\n会议应到代表310人。\n\n今年的总体要求是稳中求进。\n"
    assert [row[1][:4] for row in built(text, "period")] == ["2033"]


@pytest.mark.parametrize(
    ("title", "scope", "place"),
    [
        ("延庆县2008年国民经济和社会发展统计公报", "全县", "110119"),
        ("即墨市2010年国民经济和社会发展统计公报", "全市", "370215"),
        ("即墨区2021年国民经济和社会发展统计公报", "全市", "3702"),
    ],
)
def test_all_of_a_county_is_what_has_become_a_district_since(
    title: str, scope: str, place: str, built: Built
) -> None:
    assert built(f"{title}\n\n年末{scope}总人口31万人。\n", "place") == [("31", place)]


def test_points_of_a_rate_are_no_change_of_the_persons_it_is_of() -> None:
    text = "城镇登记失业人员就业率达到83.1%，较上年提高2.4个百分点。"
    assert rows(text, "indicator_id") == [("83.1", None), ("2.4", None)]


def test_a_share_of_a_level_says_both() -> None:
    found = rows("服务中心已完成投资640万元，占预算总投资1600万元的40%。", "subject")
    assert found[1:] == [("1600", "预算总投资"), ("40", "服务中心已完成投资占预算总投资")]


def test_how_something_was_bought_names_no_figure() -> None:
    assert rows("通过公开招标方式，投资210万元。", "subject") == [("210", "投资")]


@pytest.mark.parametrize("name", ["城镇最低生活保障标准", "城市居民最低生活保障标准"])
def test_the_living_allowance_is_the_same_by_its_full_name(name: str) -> None:
    assert rows(f"{name}提高到每人每月610元。", "indicator_id") == [("610", "urban_living_allowance")]


@pytest.mark.parametrize("unit", ["名", "人"])
def test_parts_are_of_those_counted_last_whether_as_persons_or_by_name(unit: str) -> None:
    text = f"新增城镇就业6万人，培训2万{unit}农民工，其中妇女0.9万人。"
    assert rows(text, "subject")[-1] == ("0.9", "培训农民工 妇女")


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("全县参加养老保险的人数7.6万人。", "pension_insured"),
        ("新增农村富余劳动力转移就业1.3万人。", "surplus_labour_transferred"),
    ],
)
def test_the_number_of_persons_is_framed_in_several_ways(text: str, indicator: str) -> None:
    assert [row[1] for row in rows(text, "indicator_id")] == [indicator]


def test_a_reason_that_names_no_money_is_not_what_money_changed(built: Built) -> None:
    text = (
        "云溪县水利局2033年度部门决算\n\n“三公”经费支出预算为19万元，支出决算为12万元，完成预算的63.2%，其中：\n\n"
        "公务接待费支出预算为9万元，支出决算为7万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少2万元，减少22.2%。\n"
    )
    found = {row[0]: row[1] for row in built(text, "subject", "indicator_id")}
    assert found["2"] == "“三公”经费 支出决算 公务接待费 支出决算与上年相比减少"
    assert [row[1] for row in built(text, "indicator_id") if row[0] in ("12", "7")] == [
        "three_public_spending",
        "official_hospitality",
    ]


def test_a_reason_that_names_money_is_what_changed(built: Built) -> None:
    text = "云溪县水利局2033年工作总结\n\n支出9万元，主要原因是差旅费，比上年减少2万元。\n"
    assert built(text, "subject")[-1] == ("2", "差旅费比上年减少")


def test_those_who_left_are_no_part_of_those_who_came() -> None:
    text = "城市低保新增21户43人，退出34户71人；农村低保新增52户88人，退出47户90人。"
    left = {row[1] for row in rows(text, "subject") if row[0] in ("34", "71", "47", "90")}
    assert left == {"城市低保 退出", "农村低保 退出"}


def test_a_month_from_which_on_something_is_paid_is_of_its_sentence(built: Built) -> None:
    text = "云溪县民政局2033年工作总结\n\n从7月份开始，为320户发放救助金12万元。发放电价补贴60万元。\n"
    assert built(text, "period")[-2:] == [("12", "2033-07/.."), ("60", "2033")]


def test_vehicles_are_bought_and_run_by_either_name() -> None:
    found = rows("公务用车购置费及运行维护费支出6万元。", "indicator_id")
    assert found == [("6", "official_vehicles_total")]


def test_the_sum_of_all_income_is_of_no_income_before_it(built: Built) -> None:
    text = (
        "云溪乡人民政府2033年度部门决算\n\n云溪乡人民政府2033年度收入合计180万元。其中：财政拨款收入170万元，占总收入的94.4%；"
        "附属单位缴款收入10万元，占总收入的5.6%。与上年相比，收入合计减少38万元，下降17.4%。\n"
    )
    found = built(text, "subject")
    assert found[-2:] == [
        ("38", "云溪乡人民政府收入合计与上年相比减少"),
        ("17.4", "云溪乡人民政府收入合计与上年相比下降"),
    ]


@pytest.mark.parametrize("text", ["处置车辆2辆。", "处置房屋建筑物310平方米。", "出租房屋90平方米。"])
def test_what_was_sold_or_let_is_no_asset_held(text: str) -> None:
    assert [row[1] for row in rows(text, "indicator_id")] == [None]


def test_an_item_with_its_code_behind_it_names_the_paragraph_below(built: Built) -> None:
    text = (
        "云溪县审计局2033年部门决算\n\n1.一般公共服务支出（类）审计事务（款）行政运行（项）（2010801）。\n\n"
        "年初预算为33万元，支出决算为41万元。\n"
    )
    item = "一般公共服务支出（类）审计事务（款）行政运行（项）（2010801）"
    assert built(text, "subject") == [("33", f"{item} 年初预算"), ("41", f"{item} 支出决算")]


@pytest.mark.parametrize(("kind", "indicator"), [("货物", "goods"), ("服务", "services"), ("工程", "works")])
def test_what_is_procured_may_be_named_by_its_sort(kind: str, indicator: str, built: Built) -> None:
    text = f"云溪县水利局2033年部门预算\n\n安排政府采购预算9万元，其中：{kind}类采购4万元。\n"
    assert built(text, "indicator_id")[-1] == ("4", f"procurement_{indicator}")


def test_a_level_of_each_year_is_that_of_the_last_of_several(built: Built) -> None:
    text = (
        "云溪县政府工作报告\n——2032年1月9日在云溪县第十七届人民代表大会第一次会议上\n县长 王强\n各位代表：\n\n一、过去五年工作回顾\n\n"
        "过去五年，一般公共预算收入达到5.1亿元，年均增长6.2%；农村居民人均可支配收入2.1万元；累计投入资金21亿元，引进企业7家。\n"
    )
    assert built(text, "period", "kind") == [
        ("5.1", "2031", "actual"),
        ("6.2", "2027/2031", "actual"),
        ("2.1", "2031", "actual"),
        ("21", "2027/2031", "cumulative"),
        ("7", "2027/2031", "cumulative"),
    ]


@pytest.mark.parametrize("pair", [("疆内", "疆外"), ("省内", "省外"), ("县内", "县外")])
def test_inside_and_outside_are_two_parts_and_no_areas(pair: tuple[str, str]) -> None:
    inside, outside = pair
    text = f"外出务工人员中，{inside}28.6万人、{outside}3.1万人，分别占90.2%、9.8%。"
    found = rows(text, "subject", "scope")
    assert found[:2] == [("28.6", f"外出务工人员 {inside}", None), ("3.1", f"外出务工人员 {outside}", None)]
    assert [scope for *_, scope in found] == [None] * 4
