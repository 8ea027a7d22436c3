"""Bulletins, reports and the words of accounts: what each figure is of, and of when, with invented places and figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.prose.quantities import quantities
from hrss_tui.compile.prose.tokens import tokens
from tests.compile.prose.reader import Built, observe
from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_HEAD = "临河市2033年工作通报\n\n"


def rows(text: str, *names: str) -> list[tuple[object, ...]]:
    return told(_HEAD + text + "\n", *names)


@pytest.mark.parametrize(
    "words", ["2031年工作回顾\n\n", "一、2031年政府工作回顾\n\n", "2031年，是云溪县极不平凡的一年。\n\n"]
)
def test_a_report_without_a_day_tells_of_the_year_on_which_it_first_looks_back(
    words: str, built: Built
) -> None:
    text = f"云溪县政府工作报告\n\n{words}这一年，我们攻坚克难。2031年的担子不轻。\n\n新建公路 36 公里。\n"
    assert built(text, "period") == [("36", "2031")]


def test_a_report_that_begins_with_its_own_year_is_of_the_one_before(built: Built) -> None:
    text = "云溪县政府工作报告\n\n新建公路 36 公里，为迎接2032年打下基础。\n\n这是2032年的底气。\n"
    assert built(text, "period") == [("36", "2031")]


@pytest.mark.parametrize("colon", ["︰", "﹕", "∶", "：", ":"])
def test_shares_are_read_whatever_colon_parts_them(colon: str) -> None:
    text = f"三次产业比调整为12.5{colon}40.5{colon}47。"
    assert rows(text, "subject") == [("12.5", "第一产业比"), ("40.5", "第二产业比"), ("47", "第三产业比")]


@pytest.mark.parametrize("joint", ["、", "和"])
def test_shares_of_the_branches_before_and_now_are_of_two_years(joint: str) -> None:
    text = f"产业结构构成由上年的20.2%、30.3%{joint}49.5%调整为19.1%、30.4%和50.5%。"
    found = rows(text, "period", "subject")
    assert [row[:2] for row in found] == [(one, "2032") for one in ("20.2", "30.3", "49.5")] + [
        (one, "2033") for one in ("19.1", "30.4", "50.5")
    ]
    assert ["第一产业" in str(found[0][2]), "第三产业" in str(found[5][2])] == [True, True]


@pytest.mark.parametrize("whence", ["由", "由去年的", "分别由"])
def test_what_is_raised_in_one_breath_has_as_many_names_or_is_declared(whence: str) -> None:
    assert rows(f"培训规模{whence}3万人、2万人提高到5万人、4万人，就业6万人。") == [("6",)]
    found = rows("城镇、农村培训规模由3万人、2万人提高到5万人、4万人。", "subject")
    assert [str(row[1])[:2] for row in found] == ["城镇", "农村", "城镇", "农村"]


@pytest.mark.parametrize("change", ["同比增长", "增长", "比去年增长"])
def test_how_much_a_harvest_grew_is_of_the_harvest_told_last(change: str) -> None:
    text = (
        f"谷子面积 12 万亩，产量 5 万吨，{change} 2.1%；豆类面积 8 万亩，产量 3 万吨，{change} 4.6%；"
        f"薯类面积 6 万亩，产量 9 万吨，{change} 7.2%。"
    )
    grown = [row[1:] for row in rows(text, "subject", "change") if row[0] in ("2.1", "4.6", "7.2")]
    assert grown == [(f"{crop}面积 产量{change}", "increase") for crop in ("谷子", "豆类", "薯类")]


@pytest.mark.parametrize(("side", "other"), [("收入", "支出"), ("支出", "收入")])
def test_a_change_on_one_side_of_an_account_is_of_that_side(side: str, other: str) -> None:
    text = f"部门{side} 560 万元，{other} 520 万元，比上年{side}增加 8.4%，{other}比上年增加 6.2%。"
    found = {row[0]: str(row[1]) for row in rows(text, "subject")}
    assert found["8.4"].startswith(f"部门{side}")
    assert side not in found["6.2"]


def test_a_rank_alone_is_of_what_the_last_of_its_list_names() -> None:
    assert rows("新建 3 个国家级、5 个省级示范站。", "subject") == [
        ("3", "新建国家级示范站"),
        ("5", "新建省级示范站"),
    ]
    text = "2 个省级、16 个市级重点工程分别完成投资 7 亿元、29 亿元。"
    assert rows(text, "subject") == [
        ("2", "省级重点工程"),
        ("16", "市级重点工程"),
        ("7", "省级重点工程 完成投资"),
        ("29", "市级重点工程 完成投资"),
    ]


def test_a_rank_that_nothing_follows_stays_as_it_is() -> None:
    assert rows("示范站 8 个，其中国家级 3 个、省级 5 个。", "subject")[1:] == [
        ("3", "示范站 国家级"),
        ("5", "示范站 省级"),
    ]


@pytest.mark.parametrize("spent", ["支出决算", "决算", "支出决算数"])
def test_what_was_spent_has_no_budget_in_its_name(spent: str) -> None:
    text = f"培训费预算为 8 万元，{spent}为 6 万元，完成预算的75%。"
    assert [row[1] for row in rows(text, "subject")][1:] == [
        f"培训费 {spent}",
        f"培训费 {spent}完成预算",
    ]


def test_each_insurance_beside_another_has_its_own_name() -> None:
    text = "参加城镇职工基本养老保险人数 48 万人，比上年末增加 2 万人；参加职工基本医疗保险人数 35 万人，增加 1 万人。"
    assert [row[1] for row in rows(text, "subject")][2:] == [
        "参加职工基本医疗保险人数",
        "参加职工基本医疗保险人数比上年末增加",
    ]


def test_how_many_live_in_towns_is_of_the_day_on_which_all_were_counted() -> None:
    text = "年末常住人口 30 万人。全年出生人口 2 万人，出生率为 6‰。城镇人口 20 万人，占66.7%。"
    assert rows(text, "period") == [
        ("30", "2033-12-31"),
        ("2", "2033"),
        ("6", "2033"),
        ("20", "2033-12-31"),
        ("66.7", "2033-12-31"),
    ]


def test_what_news_tells_of_this_year_is_of_the_year_of_its_day(built: Built) -> None:
    text = (
        "2033年度部门决算集中公布\n\n2034-07-25 23:33\n\n"
        "江河社临河7月25日电（记者 王强）市级部门25日公布2033年度部门决算。今年报送的自评表增长到 716 个。\n"
    )
    assert built(text, "period", "kind") == [("716", "2034", "actual")]


def test_aims_are_of_the_one_plan_of_which_their_text_tells(built: Built) -> None:
    text = (
        "临江省就业发展规划发布\n\n2032-03-17 10:05\n\n3月16日，省人社厅发布了临江省“十六五”就业发展规划。\n\n"
        "参保率达到并稳定在 95% 以上，规划中提出五年新增城镇就业 60 万人以上。\n"
    )
    assert built(text, "period", "kind", "subject") == [
        ("95", "2031/2035", "target", "参保率"),
        ("60", "2031/2035", "target", "五年新增城镇就业"),
    ]


@pytest.mark.parametrize("unit", ["℃", "摄氏度", "毫米", "厘米"])
def test_weather_is_measured_in_units(unit: str) -> None:
    text = f"年均值18.2{unit}，"
    assert [one.unit for one in quantities(text, tokens(text))] == [unit]


def test_a_short_sentence_that_praises_a_year_names_nothing() -> None:
    text = "一、2031年工作回顾\n\n今年是规划实施的开局之年。一年来，我们完成投资 8 亿元。\n"
    found = observe(f"2032年云溪县政府工作报告\n\n{text}", kind="report", year=2032)
    assert [row.subject for row in found] == ["完成投资"]


def test_the_product_of_a_place_by_its_short_name_is_one_indicator() -> None:
    assert rows("GDP完成 226 亿元，增长6.5%。", "indicator_id") == [("226", "gdp"), ("6.5", "gdp")]


def test_news_of_a_budget_is_a_budget_still(built: Built) -> None:
    text = (
        "财政厅公布2033年临江省社会保险基金预算\n\n2033-05-08\n\n江河社临江5月7日电 财政厅7日公布预算。\n\n"
        "全省社会保险基金收入 329 亿元，支出 279 亿元；年末滚存结余 409 亿元。\n"
    )
    rows = [("329", "2033", "amount"), ("279", "2033", "amount"), ("409", "2033-12-31", "amount")]
    assert built(text, "period", "kind") == rows


@pytest.mark.parametrize(
    ("title", "kind"),
    [("2034年赣州市社会保险基金预算", "amount"), ("2034年赣州市社会保险基金决算", "actual")],
)
def test_what_is_left_at_the_end_of_the_year_is_budgeted_too(built: Built, title: str, kind: str) -> None:
    text = (
        f"{title}\n\n工伤保险基金收入4.1亿元，支出3.6亿元，年末滚存结余9.7亿元。2033年末滚存结余9.2亿元。\n"
    )
    assert built(text, "period", "kind")[2:] == [
        ("9.7", "2034-12-31", kind),
        ("9.2", "2033-12-31", "actual"),
    ]


def test_the_end_of_the_year_that_news_names_is_of_that_year(built: Built) -> None:
    text = (
        "社会保险基金预算公布\n\n2033-05-08\n\n江河社临江5月7日电 财政厅7日公布预算。\n\n"
        "2033年全省社会保险基金收入 329 亿元，年末滚存结余 409 亿元。\n"
    )
    assert built(text, "period") == [("329", "2033"), ("409", "2033-12-31")]


def test_a_year_without_its_word_before_an_area_is_a_year() -> None:
    text = "2032全区政府性基金预算收入完成 130 亿元，增长8.3%。2032全省城镇新增就业 5 万人。"
    assert rows(text, "subject", "period", "scope") == [
        ("130", "政府性基金预算收入", "2032", "全区"),
        ("8.3", "政府性基金预算收入增长", "2032", "全区"),
        ("5", "城镇新增就业", "2032", "全省"),
    ]


def test_a_number_before_an_area_that_counts_is_no_year() -> None:
    assert rows("培训学员 2032 人，全市就业 2032 人。", "period") == [("2032", "2033"), ("2032", "2033")]


@pytest.mark.parametrize("close", ["。", "；"])
def test_the_spending_of_a_fund_behind_rates_of_its_income_is_of_the_fund(close: str) -> None:
    text = (
        "工伤保险基金收入预算数 76 亿元，决算数 69 亿元，完成预算的90.8%。其中，保险费收入预算数 58 亿元，决算数 54 亿元，"
        f"完成预算的93.1%{close}本年支出预算数 64 亿元，决算数 52 亿元。"
    )
    found = {row[0]: str(row[1]) for row in rows(text, "subject")}
    assert found["64"] == "工伤保险基金 支出预算数"


def test_what_is_added_to_an_account_is_named_without_the_word_that_adds() -> None:
    text = "基金收入 5 亿元，加上地方上缴的调剂基金收入 2.1 亿元，收入总量 7.1 亿元。"
    assert ("2.1", "地方上缴的调剂基金收入") in rows(text, "subject")


@pytest.mark.parametrize("reason", ["主要是2031年提高了比例", "主要原因是2031年提高了比例"])
def test_when_the_reason_was_is_no_time_of_what_follows(reason: str) -> None:
    text = f"1—7月，收入 356 亿元，同比增加 81 亿元，{reason}，预收增加。下达支出 284 亿元。"
    assert rows(text, "period") == [(one, "2033-01/2033-07") for one in ("356", "81", "284")]


@pytest.mark.parametrize("verb", ["低于", "高于", "超过"])
def test_what_there_was_in_another_year_is_of_that_year(verb: str) -> None:
    text = f"登记失业率3.9%，{verb}2031年4.1%、2032年4.3%的水平。参加工伤保险 5 万人。"
    assert rows(text, "subject", "period") == [
        ("3.9", "登记失业率", "2033"),
        ("4.1", "登记失业率", "2031"),
        ("4.3", "登记失业率", "2032"),
        ("5", "参加工伤保险", "2033"),
    ]


def test_a_rate_held_against_several_years_in_one_breath_is_declared() -> None:
    text = "前7个月，收入 8.7 亿元，8.5%的增幅低于2031年12.9%、2032年10.2%的增幅。支出 7.9 亿元。"
    assert rows(text, "period") == [("8.7", "2033-01/2033-07"), ("7.9", "2033-01/2033-07")]


@pytest.mark.parametrize("passed", ["超过", "达到"])
def test_how_much_of_a_budget_came_in_is_a_share_of_it(passed: str) -> None:
    found = rows(f"公共财政收入 9 亿元，{passed}预算的六成。", "subject", "against")
    assert found[1][1:] == (f"公共财政收入{passed}预算", "预算")


def test_what_was_built_of_what_was_begun_has_its_name() -> None:
    text = "各类棚户区改造开工 1.6 万套，基本建成 2.5 万套。"
    assert [row[1] for row in rows(text, "subject")] == ["各类棚户区改造开工", "各类棚户区改造开工 基本建成"]


@pytest.mark.parametrize("done", ["胜利完成", "如期完成"])
def test_a_heading_of_a_task_that_is_done_looks_back(done: str) -> None:
    found = observe(
        f"2032年云溪县政府工作报告\n\n脱贫任务{done}\n\n建成安置点 8 个。\n", kind="report", year=2032
    )
    assert [(row.period, row.kind) for row in found] == [("2031", "actual")]


def test_a_report_read_in_december_looks_back_on_its_own_year(built: Built) -> None:
    text = (
        "云溪县政府工作报告\n——2031年12月25日在云溪县第十七届人民代表大会第一次会议上\n县长 王强\n各位代表：\n\n"
        "过去五年及2031年工作回顾\n\n过去的五年是极不平凡的五年。\n\n建成高标准农田 2.3 万亩。\n"
    )
    assert built(text, "period") == [("2.3", "2027/2031")]


def test_a_report_read_in_january_looks_back_on_the_year_before(built: Built) -> None:
    text = (
        "云溪县政府工作报告\n——2032年1月25日在云溪县第十七届人民代表大会第一次会议上\n县长 王强\n各位代表：\n\n"
        "一、2031年工作回顾\n\n建成高标准农田 2.3 万亩。\n"
    )
    assert built(text, "period") == [("2.3", "2031")]


def test_what_is_named_like_the_whole_is_no_part_of_it() -> None:
    text = "年末金融机构各项存款余额 66 亿元，其中住户存款余额 29 亿元，增长 9%；年末金融机构各项贷款余额 40 亿元，增长 8%。"
    assert [row[1] for row in rows(text, "subject")] == [
        "金融机构各项存款余额",
        "金融机构各项存款余额 住户存款余额",
        "金融机构各项存款余额 住户存款余额增长",
        "金融机构各项贷款余额",
        "金融机构各项贷款余额增长",
    ]


@pytest.mark.parametrize(
    "risen", ["连续跨越三个台阶", "实现翻倍增长", "首次突破百亿大关", "成功跨上新台阶", "相继迈过两道门槛"]
)
def test_a_rise_behind_what_it_is_of_is_no_more_of_what_was_told_before(risen: str) -> None:
    text = f"全区生产总值 316 亿元；辖区税收收入{risen}，从2028年的 19.8 亿元增至2033年的 48.6 亿元。"
    assert [row[1] for row in rows(text, "subject")][1:] == ["辖区税收收入从", "辖区税收收入增至"]


def test_the_buses_of_a_county_are_no_vehicles_of_a_department() -> None:
    assert rows("全县公交车辆 249 辆。占用车辆 3 辆。", "indicator_id") == [
        ("249", None),
        ("3", "asset_vehicles"),
    ]


@pytest.mark.parametrize("verb", ["塌", "欠", "落后于", "滞后"])
def test_how_far_an_aim_was_missed_is_less_and_no_aim(verb: str) -> None:
    text = f"实现地区生产总值 806 亿元，同比增长3.2%，{verb}目标 1.8 个百分点。"
    assert rows(text, "kind", "change", "against")[2] == ("1.8", "actual", "decrease", "目标")


@pytest.mark.parametrize("same", ["同口径", "按可比口径", "可比口径计算"])
def test_a_rate_of_the_same_as_it_was_counted_before_says_so(same: str) -> None:
    text = (
        f"一般公共预算收入 126 亿元，比上年增长1.2%（{same}增长6.8%），其中：罚没收入 3 亿元，降低5%。"
        f"税收收入 100 亿元，下降2.1%，{same}增长4.4%；车辆税 8 亿元，增长3%。"
    )
    found = {row[0]: row[1:] for row in rows(text, "subject", "against")}
    assert found["1.2"] == ("一般公共预算收入比上年增长", "上年")
    assert found["6.8"] == (f"一般公共预算收入{same}增长", same)
    assert found["4.4"] == (f"税收收入{same}增长", same)
    assert not any("口径" in str(found[one]) for one in ("5", "2.1", "3"))


def test_what_is_counted_as_before_may_be_a_level() -> None:
    assert rows("同口径参保人数 5 万人。", "subject", "change") == [("5", "同口径参保人数", None)]


@pytest.mark.parametrize("years", ["五年内", "10年间"])
def test_doublings_over_years_are_of_what_was_told_and_the_rate_behind_of_the_year(
    years: str, tmp_path: Path
) -> None:
    text = f"{_HEAD}全社会固定资产投资完成 126.4 亿元，{years}翻了两番，增长35.5%。\n"
    tables = compile_text(text, tmp_path / "text")
    assert [row["subject"] for row in tables["observations"]][1:] == [
        f"全社会固定资产投资{years}翻了",
        "全社会固定资产投资增长",
    ]
    assert not [row for row in tables["checks"] if row["status"] == "fails"]


def test_what_is_a_rate_is_not_per_head_of_those_before_it() -> None:
    text = "每万人拥有社会组织数 15 个、农村社区建设达标率95%；每千人口床位5.6张、医师2.2人。"
    assert [row[1] for row in rows(text, "subject")] == [
        "每万人拥有社会组织数",
        "农村社区建设达标率",
        "每千人口床位",
        "每千人口医师",
    ]


def test_those_who_have_a_rate_are_counted_by_their_name() -> None:
    text = "10.8 万名2032届离校未就业高校毕业生就业帮扶率达99.8%。"
    assert rows(text, "subject") == [
        ("10.8", "2032届离校未就业高校毕业生"),
        ("99.8", "2032届离校未就业高校毕业生就业帮扶率"),
    ]


@pytest.mark.parametrize(
    "held",
    [
        "8.5%的增幅低于2031年12.9%、2032年10.2%的增幅",
        "8.5%的增幅低于2032年10.2%的增幅",
        "增幅低于2032年10.2%的增幅",
        "税收增速快于去年同期的6.2%",
        "失业率3.9%低于2032年4.1%的水平",
    ],
)
def test_how_much_something_grew_in_another_year_is_no_growth_of_this_one(held: str) -> None:
    text = f"前7个月，收入 8.7 亿元，完成预算的六成。{held}。支出 7.9 亿元。"
    assert [row[0] for row in rows(text)] == ["8.7", "60", "7.9"]


@pytest.mark.parametrize(
    ("beside", "figures"),
    [
        (
            "失业率为3.9%，低于2031年4.1%、2032年4.3%的水平",
            [("3.9", "2033"), ("4.1", "2031"), ("4.3", "2032")],
        ),
        ("增速高于2032年2.1个百分点", [("2.1", "2033")]),
        ("就业率为96.5%，高于2032年1.2个百分点", [("96.5", "2033"), ("1.2", "2033")]),
    ],
)
def test_levels_and_points_beside_another_year_are_read(beside: str, figures: list[tuple[str, str]]) -> None:
    assert rows(f"全市{beside}。", "period") == figures


@pytest.mark.parametrize("unit", ["㎡", "平米", "平方米"])
def test_an_area_is_compared_in_one_unit_however_it_is_written(unit: str) -> None:
    text = f"建筑面积3600{unit}，补贴36元/{unit}。"
    found = [(one.unit, one.base_unit) for one in quantities(text, tokens(text))]
    assert found == [(unit, "平方米"), (f"元/{unit}", "元/平方米")]
