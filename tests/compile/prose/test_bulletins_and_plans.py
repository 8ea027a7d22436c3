"""Kinds that real bulletins, work reports and plans showed, with invented places and figures."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe, source
from tests.compile.prose.test_progress_reports import told


def of_summary(*lines: str) -> str:
    return "\n\n".join(("荷塘市2032年工作总结", "一、2032年工作情况", *lines)) + "\n"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2031年全市经济平稳运行，工业产值增长8%。", "2031"),
        ("2031年基金运营稳健，工业产值增长8%。", "2031"),
        ("2031年企业在降本增效的基础上，工业产值增长8%。", "2031"),
        ("在2031年平稳运行的基础上，工业产值增长8%。", "2032"),
        ("2031年车间正式运行，用工80人。", "2032"),
    ],
)
def test_a_year_at_the_head_of_words_without_figures_holds_behind_them(sentence: str, period: str) -> None:
    assert [row[1] for row in told(of_summary(sentence), "period", kind="report")] == [period]


def test_what_is_expected_of_the_year_that_a_paper_looks_back_on_is_no_target() -> None:
    text = "荷塘市2032年计划执行情况\n\n{}\n"
    done = text.format("2032年完成各项任务，预计全市生产总值512亿元，增长7%。")
    assert [row.kind for row in observe(done, "report", 2032)] == ["actual", "actual"]
    aimed = text.format("2033年预计全市生产总值550亿元。2032年力争全市新增就业3万人。")
    assert [row.kind for row in observe(aimed, "report", 2032)] == ["target", "target"]


def test_the_year_of_aims_holds_below_the_colon_also_behind_who_sets_them() -> None:
    text = (
        "荷塘市“十五五”就业规划\n\n规划提出，到2030年，要实现以下目标：\n\n"
        "“十五五”时期城镇新增就业5万人以上。\n\n技能劳动者总量达到17万人，新增劳动力平均受教育年限达到13.5年，参保率达到95%。\n"
    )
    whole, *periods = [row.period for row in observe(text, "plan", 2026)]
    assert whole == "2026/2030"
    assert len(set(periods)) == 1
    assert str(periods[0]).startswith("2030")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("金融机构存、贷款余额分别增长8%、9%。", ["金融机构存款余额增长", "金融机构贷款余额增长"]),
        ("中、小学在校生分别为3万人、2万人。", ["中学在校生", "小学在校生"]),
        ("高中、小学在校生分别为3万人、2万人。", ["高中在校生", "小学在校生"]),
        ("进、出口总额分别为3亿元、4亿元。", ["进口总额", "出口总额"]),
        ("收取工资保证金、银行保函分别为3亿元、4亿元。", ["收取工资保证金", "银行保函"]),
        ("缴纳税金、银行利息分别为3万元、4万元。", ["缴纳税金", "银行利息"]),
    ],
)
def test_what_a_list_prints_one_character_of(sentence: str, names: list[str]) -> None:
    assert [row[1] for row in told(of_summary(sentence), "subject", kind="report")] == names


def test_parts_that_are_more_than_a_mean_are_of_what_was_told_before_it() -> None:
    text = of_summary(
        "全县生产总值9亿元，人均生产总值5万元。其中，第一产业增加值2亿元。",
        "全县农民总收入9亿元，人均收入5万元。其中，工资性收入3万元。",
    )
    names = [row[1] for row in told(text, "subject", kind="report")]
    assert names[2] == "生产总值 第一产业增加值"
    assert names[5].endswith("人均收入 工资性收入")


def test_circles_and_stations_are_called_after_how_far_they_are() -> None:
    text = of_summary("建成“城区10分钟、农村6公里”服务圈，共建36小时社保服务站，服务3万人次。")
    assert [row[0] for row in told(text, kind="report")] == ["3"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_numbered_line_with_a_comma_is_the_title_of_what_is_below_it(gap: str) -> None:
    text = (
        "荷塘市2032年工作总结\n\n一、2032年工作情况\n1.强化落实，筑牢就业“压舱石”"
        f"{gap}全年城镇新增就业8765人，失业人员再就业4321人，就业困难人员实现就业1234人，开展职业技能培训5678人次，各项指标超额完成。\n"
    )
    names = [row[1] for row in told(text, "subject", kind="report")]
    assert names[:2] == ["城镇新增就业", "失业人员再就业"]


def test_those_hurt_are_of_the_accident_that_was_counted_last() -> None:
    text = of_summary(
        "全年发生生产安全事故9起，死亡4人。其中，建筑施工事故2起，死亡1人；道路运输事故7起，死亡3人。"
    )
    assert [row[1] for row in told(text, "subject", kind="report")][1::2] == [
        "发生生产安全事故 死亡",
        "发生生产安全事故 建筑施工事故 死亡",
        "发生生产安全事故 道路运输事故 死亡",
    ]


def test_a_deed_that_leads_to_another_is_counted_apart() -> None:
    rows = told(of_summary("扶持2.3万人成功自主创业并带动就业8.9万人。"), "subject", kind="report")
    assert rows[0] == ("2.3", "扶持成功自主创业")
    assert str(rows[1][1]).endswith("带动就业")


def test_persons_that_are_added_up_behind_new_ones_are_of_more_than_the_year() -> None:
    text = of_summary("新增转移就业2万人，累计转移60万人。", "新建工作室3个，累计建成工作室40个。")
    assert [row[1] for row in told(text, "kind", kind="report")] == [
        "actual",
        "cumulative",
        "actual",
        "actual",
    ]


@pytest.mark.parametrize("who", ["每户至少1人", "每户家庭至少有1人"])
def test_that_one_of_a_household_works_is_no_figure(who: str) -> None:
    text = of_summary(f"帮助680户零就业家庭实现{who}就业。")
    assert [row[0] for row in told(text, kind="report")] == ["680"]


def test_what_a_paper_demands_of_a_year_is_a_target() -> None:
    text = "荷塘下达促进就业任务\n\n日前，荷塘市下达《2032年就业任务通知》，要求2032年城镇新增就业人数1.5万人，失业率控制在3%以内。\n"
    rows = [(row.subject, row.kind) for row in observe(text, "other", 2032)]
    assert rows == [("城镇新增就业人数", "target"), ("失业率", "target")]


def test_an_indicator_behind_the_name_of_its_place_is_found() -> None:
    text = "江苏省2032年统计公报\n\n一、综合\n\n2032年江苏省地区生产总值9万亿元。其中，常州市地区生产总值1.2万亿元。\n"
    assert [row[1] for row in told(text, "indicator_id", kind="bulletin")] == ["gdp", "gdp"]


def test_what_there_is_for_so_many_goes_on_in_the_list() -> None:
    text = of_summary("平均每千人拥有医师3.1人、护士4.2人。")
    assert [row[1] for row in told(text, "subject", kind="report")] == [
        "平均每千人拥有医师",
        "平均每千人拥有护士",
    ]


def test_numbers_of_visits_and_income_share_no_end() -> None:
    text = of_summary("接待游客人次、旅游总收入分别增长4%和5%。获金、银、铜牌分别为3枚、4枚和5枚。")
    assert [row[1] for row in told(text, "subject", kind="report")] == [
        "接待游客人次增长",
        "旅游总收入增长",
        "获金牌",
        "获银牌",
        "获铜牌",
    ]


@pytest.mark.parametrize(("around", "code"), [("泉州市", "350582"), ("福州市", None)])
def test_a_city_below_a_prefecture_is_that_of_a_title_where_the_text_names_what_it_lies_in(
    around: str, code: str | None
) -> None:
    text = f"晋江下达2032年促进就业任务\n\n日前，有关部门下达任务，要求落实《{around}人民政府关于就业的意见》。\n"
    place = source(text, "other", 2032).document.place
    assert (place == "350582") is (code is not None)


@pytest.mark.parametrize(
    ("sentence", "against"),
    [("参保5万人，占总人口比重(覆盖率)为51%。", "总人口"), ("参保5万人，占总人口比重为51%。", "总人口")],
)
def test_what_a_share_is_of_is_named_without_the_bracket_behind_it(sentence: str, against: str) -> None:
    assert told(of_summary(sentence), "against", kind="report")[-1][1] == against


def test_the_last_of_several_months_is_of_its_clause_alone() -> None:
    text = of_summary("1—3月城镇新增就业9万人，3月份失业率为5.3%，就业稳定。举办招聘活动80场。")
    assert [row[1] for row in told(text, "period", kind="report")] == [
        "2032-01/2032-03",
        "2032-03",
        "2032-01/2032-03",
    ]


@pytest.mark.parametrize(
    ("until", "day"),
    [("4月上旬", "2032-04-10"), ("4月中旬", "2032-04-20"), ("今年4月下旬", "2032-04-30")],
)
def test_a_third_of_a_month_ends_with_its_day(until: str, day: str) -> None:
    text = of_summary(f"截至{until}，参保人数5万人。")
    assert [row[1] for row in told(text, "period", kind="report")] == [day]


def test_a_line_that_ends_in_a_dash_is_no_part_of_the_paragraph_below_it() -> None:
    text = (
        "从数字看荷塘民生\n\n2033-05-08\n\n就业总体稳定，结构优化，荷塘市统计局日前发布的报告显示，民生发展基础更为坚实。\n"
        "人口规模总体稳定，人口高质量发展取得新成效——\n2031年末，全市人口总量为56万人，人口总量位居前列。\n"
    )
    assert [row.period for row in observe(text, "article", 2033)] == ["2031-12-31"]


def test_the_same_in_another_currency_and_prices_of_listed_goods_have_whole_names() -> None:
    text = of_summary(
        "人均生产总值7万元，按2032年平均汇率计算为1万美元。", "食品烟酒、衣着价格分别下降1.8%、0.5%。"
    )
    names = [str(row[1]) for row in told(text, "subject", kind="report")]
    assert names[1].startswith("人均生产总值")
    assert names[2:] == ["食品烟酒价格下降", "衣着价格下降"]


def test_all_budget_revenue_with_that_of_others_is_not_the_own_one() -> None:
    text = of_summary("一般公共预算总收入90亿元，地方一般公共预算收入50亿元。")
    assert [row[1] for row in told(text, "indicator_id", kind="report")] == [None, "general_revenue"]


def test_households_and_those_in_them_share_what_is_said_behind_the_last() -> None:
    rows = told(of_summary("30个贫困村达标退出，620户、1900人稳定脱贫。"), "subject", kind="report")
    assert [row[1] for row in rows][1:] == ["稳定脱贫", "稳定脱贫"]


def test_a_plan_of_several_years_in_its_title_aims_at_them() -> None:
    text = (
        "市政府批转促进就业规划（2031—2035年）\n\n规划提出六大目标。\n\n1.就业规模扩大。城镇新增就业45万人。\n\n"
        "2.有效控制失业。城镇登记失业率控制在5%以内。\n"
    )
    assert {row.period for row in observe(text, "plan", 2031)} == {"2031/2035"}


def test_a_structure_with_an_article_is_shared_by_the_sectors() -> None:
    text = of_summary("三次产业的就业结构由上年的51:20:29调整为49:21:30。")
    rows = told(text, "period", kind="report")
    assert rows == [
        ("51", "2031"),
        ("20", "2031"),
        ("29", "2031"),
        ("49", "2032"),
        ("21", "2032"),
        ("30", "2032"),
    ]


def test_cisterns_are_counted_and_no_mouths() -> None:
    rows = told(
        of_summary("建成供水工程10处、水窖590口。开放3口岸，统计2口径。"), "unit", "subject", kind="report"
    )
    assert rows == [("10", "处", "建成供水工程"), ("590", "口", "建成水窖")]


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("一般公共财政预算收入5.6亿元。", "general_revenue"),
        ("一般公共财政预算支出22亿元。", "general_expenditure"),
        ("农村居民可支配收入1.4万元。", "rural_income"),
        ("共有7万人享受城市最低生活保障。", "urban_allowance_people"),
    ],
)
def test_other_names_of_indicators(sentence: str, indicator: str) -> None:
    assert told(of_summary(sentence), "indicator_id", kind="report")[0][1] == indicator
