"""What is said of places one after the other, of levels that were reached, and of what stands beside a target."""

from pathlib import Path

import pytest

from tests.compile.prose.reader import Built
from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_REPORT = "河东州2033年工作通报\n\n"


def test_what_a_sentence_goes_on_to_say_of_a_place_has_its_scope() -> None:
    text = f"{_REPORT}库车市转移就业 2.1 万人，发放补贴 316 万元；沙雅县转移就业 1.7 万人，发放补贴 248 万元。培训 300 人。"
    scopes = [row[1] for row in told(text, "scope")]
    assert scopes == [None, "库车市", None, "沙雅县", None]


def test_what_each_place_of_a_list_has_besides_is_named_with_it() -> None:
    text = f"{_REPORT}库车市、沙雅县、新和县转移就业分别为 5 万人、4 万人和 3 万人，跨省转移分别为 600 人、500 人和 400 人。"
    names = [str(row[1]) for row in told(text, "subject")]
    assert [name[:3] for name in names] == ["库车市", "沙雅县", "新和县"] * 2
    assert all("跨省转移" in name for name in names[3:])


def test_rates_behind_a_list_are_of_each() -> None:
    text = f"{_REPORT}库车、沙雅、温宿三县任务较重，分别为 906 人、818 人和 773 人，就业率分别达 81%、79%和 77%。"
    assert [str(row[1])[:2] for row in told(text, "subject")][3:] == ["库车", "沙雅", "温宿"]


def test_what_only_ends_like_a_place_is_none() -> None:
    assert told(f"{_REPORT}围绕县上产业，培训 906 人。", "scope") == [("906", None)]


def test_those_counted_before_have_each_a_figure_of_what_they_did() -> None:
    rows = told(f"{_REPORT}1310 户合作社、84 家企业分别吸纳就业 3700 人和 2900 人。", "subject")
    assert [str(row[1])[:2] for row in rows[2:]] == ["合作", "企业"]
    assert all("吸纳就业" in str(row[1]) for row in rows[2:])


@pytest.mark.parametrize("raised", ["提高 20 元至 265 元", "上调 20 元到 265 元", "增加 20 元达到 265 元"])
def test_by_how_much_and_to_what_are_no_range(raised: str) -> None:
    rows = told(f"{_REPORT}基础养老金每人每月{raised}。", "change", "operator")
    assert rows == [("20", "increase", "="), ("265", None, "=")]


@pytest.mark.parametrize("task", ["年计划", "年度任务", "目标任务"])
def test_a_task_may_be_named_behind_its_figure(task: str) -> None:
    rows = told(f"{_REPORT}再就业 914 人，完成 1300 人{task}的 70.3%。", "kind")
    assert rows == [("914", "actual"), ("1300", "target"), ("70.3", "actual")]


def test_how_far_beyond_a_target_is_of_what_was_done() -> None:
    rows = told(f"{_REPORT}失业人员再就业 6000 人，超年度目标 20%。", "subject", "kind")
    assert rows[1] == ("20", "失业人员再就业超年度目标", "actual")


@pytest.mark.parametrize("compared", ["低于全省平均水平 2.5 个月", "高出上级统筹地区 2.5 个月"])
def test_what_is_measured_against_others_in_its_own_unit_is_a_change(compared: str) -> None:
    rows = told(f"{_REPORT}失业保险基金可支付 8.4 个月，{compared}。", "subject", "change")
    assert str(rows[1][1]).startswith("失业保险基金可支付") and rows[1][2] in ("increase", "decrease")


def test_what_is_more_than_at_the_end_of_last_year_grew() -> None:
    rows = told(f"{_REPORT}脱贫人口务工 2.2 万人，超出去年底 640 人。", "change", "against", "period")
    assert rows[1] == ("640", "increase", "去年底", "2033")


@pytest.mark.parametrize(("sign", "change"), [("+", "increase"), ("↑", "increase"), ("↓", "decrease")])
def test_a_sign_behind_a_base_tells_the_change(sign: str, change: str) -> None:
    assert told(f"{_REPORT}调解成功率 84%，同比{sign}2.1个百分点。", "change")[1] == ("2.1", change)


def test_a_bound_for_each_person_and_for_all_of_a_list() -> None:
    assert told(f"{_REPORT}补贴标准不低于每人每年 40 元。", "operator", "unit") == [("40", ">=", "元/人/年")]
    rows = told(f"{_REPORT}初级工、中级工、高级工补贴分别不超过 900 元、1400 元、1900 元。", "operator")
    assert [row[1] for row in rows] == ["<="] * 3


def test_what_only_one_statement_plans_is_planned_alone() -> None:
    rows = told(f"{_REPORT}2033年，某公司计划招收工人 150 名，月薪 4200 元。", "kind")
    assert rows == [("150", "target"), ("4200", "actual")]


@pytest.mark.parametrize(
    "who",
    ["青岛将力争", "全市将确保", "州人社局将在年底前", "将于下半年", "我州还将于10月", "州财政局预计全年"],
)
def test_what_a_place_will_try_is_an_aim(who: str) -> None:
    assert told(f"河东州2033年情况\n\n2033年7月9日\n\n{who}新增就业 3 万人。", "kind") == [("3", "target")]


def test_the_answer_is_of_what_was_asked() -> None:
    text = "河东州失业保险政策问答\n\n2033年3月9日\n\n问：失业保险金标准是多少？答：按当地最低工资标准的 90%确定。\n"
    (row,) = told(text, "subject")
    assert str(row[1]).startswith("失业保险金标准")


def test_an_aspect_of_a_report_is_no_answer_and_a_speaker_no_name() -> None:
    assert told(f"{_REPORT}答：全州新增就业 2 万人。", "subject") == [("2", "新增就业")]


def test_the_reason_for_a_spending_is_not_what_the_next_balance_is_of() -> None:
    text = f"{_REPORT}一、失业保险基金\n\n本年支出预算数 9 亿元，决算数 12 亿元，主要是提取技能提升资金 6 亿元。本年收支缺口 4 亿元，年末滚存结余 31 亿元。"
    assert all("失业保险" in str(row[1]) for row in told(text, "subject")[3:])


def test_what_came_of_a_part_of_a_budget_is_of_that_part() -> None:
    text = "河东州2033年社会保险基金决算说明\n\n基金收入预算数 48 亿元，决算数 50 亿元。其中，保险费收入预算数 28 亿元，决算数 27 亿元。"
    assert "保险费收入" in str(told(text, "subject", kind="budget")[-1][1])


def test_a_thing_beside_what_was_parted_within_its_own_point_is_no_part(tmp_path: Path) -> None:
    text = f"{_REPORT}再就业 4200 人，其中困难人员 1100 人；农村劳动力转移就业 6500 人。"
    assert [row[1] for row in told(text, "subject")][-1] == "农村劳动力转移就业"
    assert not [row for row in compile_text(text, tmp_path)["checks"] if row["status"] == "fails"]


def test_what_one_side_is_of_the_other_is_checked_in_its_own_fund(tmp_path: Path) -> None:
    text = f"{_REPORT}社会保险基金总收入 92 亿元。\n\n工伤保险基金收入 1.6 亿元，支出 1.5 亿元，支出占收入的 93.8%。\n"
    assert not [row for row in compile_text(text, tmp_path)["checks"] if row["status"] == "fails"]


def test_the_caption_of_a_figure_says_nothing_of_what_is_below() -> None:
    text = f"{_REPORT}图1 2029—2033年农民工总量情况（单位：万人）\n农民工总量 75 万人。\n"
    assert told(text, "subject", "period") == [("75", "农民工总量", "2033")]


def test_a_ratio_that_only_says_which_is_no_figure() -> None:
    rows = told(f"{_REPORT}完成率超过 95%的县有：库车市 310 人。", "subject")
    assert [row[0] for row in rows] == ["310"]


def test_the_year_before_is_of_its_sentence_in_a_bulletin() -> None:
    text = "河东州2033年统计公报\n\n2032年在岗职工平均工资 6.1 万元，增长 5%。发布职位工资指导价 260 个。"
    assert [row[1] for row in told(text, "period", kind="bulletin")] == ["2032", "2032", "2033"]


@pytest.mark.parametrize("title", ["二〇三三年就业情况通报", "2033年就业情况通报"])
def test_the_year_of_a_title_may_be_in_words(title: str, tmp_path: Path) -> None:
    made = compile_text(f"河东州{title}\n\n2034年1月30日\n\n新增就业 2 万人。\n", tmp_path)
    assert [row["period"] for row in made["observations"]] == ["2033"]


def test_a_title_may_name_months_of_two_years(tmp_path: Path) -> None:
    text = "河东州仲裁白皮书（2032年7月—2033年6月）发布\n\n2033年7月25日  来源：劳动报\n\n从结果看，结案 880 件。\n"
    assert [row["period"] for row in compile_text(text, tmp_path)["observations"]] == ["2032-07/2033-06"]


@pytest.mark.parametrize("head", ["新和县：", "新和县。", "（一）新和县：", "2.新和县。"])
def test_all_of_a_paragraph_is_of_the_place_at_its_head(head: str, tmp_path: Path) -> None:
    text = f"阿克苏地区2033年就业工作通报\n\n{head}城镇新增就业 1.2 万人，转移就业 2.2 万人次。培训 300 人；库车市培训 400 人。\n\n全地区培训 5 万人次。"
    rows = compile_text(text, tmp_path)["observations"]
    assert all("新和县" in (row["scope"] or row["subject"]) for row in rows[:3])
    assert not any("新和县" in (row["scope"] or row["subject"]) for row in rows[3:])
    assert [row["place_code"] for row in rows] == ["652925", "652925", "652925", "652902", "652900"]


@pytest.mark.parametrize("head", ["阿克苏地区：", "南京市：", "培训："])
def test_no_other_place_heads_a_paragraph(head: str, tmp_path: Path) -> None:
    text = f"阿克苏地区2033年就业工作通报\n\n{head}城镇新增就业 1.2 万人，转移就业 2.2 万人次。"
    assert {row["scope"] for row in compile_text(text, tmp_path)["observations"]} == {None}


def test_what_a_county_has_is_no_bound_of_what_its_city_has(tmp_path: Path) -> None:
    text = "阿克苏地区2033年就业工作通报\n\n补贴性职业技能培训 1.8 万人次。\n\n新和县：职业技能培训 1.1 万人次。\n\n{}"
    kinds = [
        [
            row["status"]
            for row in compile_text(text.format(last), tmp_path)["checks"]
            if row["kind"] == "indicator_part"
        ]
        for last in ("就业工作有序推进。", "全地区职业技能培训 1.2 万人次。")
    ]
    assert kinds == [[], ["fails"]]


def test_a_statement_that_names_its_area_is_not_of_the_place_before() -> None:
    text = f"{_REPORT}2033年库车市转移就业 0.7 万人，全国调查失业率 5.2%。"
    assert told(text, "scope")[1] == ("5.2", "全国")


def test_each_place_of_a_part_is_its_own() -> None:
    text = f"{_REPORT}城镇新增就业 4 万人，其中库车市新增就业 0.7 万人，沙雅县 0.6 万人，柯坪县 0.2 万人。"
    assert [scope for _, scope in told(text, "scope")[2:]] == [None, None]


@pytest.mark.parametrize("head", ["集团旗下门店", "公司旗下工厂", "西部县域商贸"])
def test_what_belongs_to_somebody_is_no_place(head: str) -> None:
    text = f"{_REPORT}{head}吸纳就业 2 万人，兑现补贴 40 万元。"
    assert [scope for _, scope in told(text, "scope")] == [None, None]


@pytest.mark.parametrize("county", ["泰和县", "政和县", "兴和县"])
def test_a_county_whose_name_ends_in_and_is_one(county: str) -> None:
    text = f"{_REPORT}沙雅县、{county}城镇新增就业分别为 5 万人和 4 万人。"
    assert [name[:3] for _, name in told(text, "subject")] == ["沙雅县", county]


def test_places_behind_a_label_have_what_it_names() -> None:
    text = f"{_REPORT}（一）农村劳动力转移就业。库车市 2.1 万人，沙雅县、新和县各 1.7 万人，拜城县 9000 人。"
    assert [row[1] for row in told(text, "subject")] == [
        "农村劳动力转移就业 库车市",
        "农村劳动力转移就业 沙雅县、新和县各",
        "农村劳动力转移就业 拜城县",
    ]


def test_a_label_names_nothing_once_something_else_was_told() -> None:
    text = f"{_REPORT}一、就业情况。12 月末，城镇登记失业率 2.1%。分县看，库车市 2.1 万人、沙雅县 1.7 万人。"
    assert [row[1] for row in told(text, "subject")] == ["城镇登记失业率", "库车市", "沙雅县"]


def test_what_the_first_place_of_a_list_has_is_what_the_others_have() -> None:
    text = f"{_REPORT}全州开展培训 8.2 万人次，其中库车市开展培训 9600 人次，沙雅县 1.2 万人次，新和县发放补贴 30 万元，拜城县 20 万元，温宿县 5 人。"
    assert [row[1] for row in told(text, "subject")][1:] == [
        "库车市开展培训",
        "沙雅县开展培训",
        "新和县发放补贴",
        "拜城县发放补贴",
        "温宿县",
    ]


def test_an_area_of_several_places_keeps_the_whole_of_its_list() -> None:
    text = f"{_REPORT}全州完成培训 2 万人次，其中：库车市 5000 人次，沙雅县、新和县各 3000 人次。"
    assert told(text, "subject")[-1][1] == "完成培训 沙雅县、新和县各"


def test_a_year_before_each_place_names_the_thing_of_all() -> None:
    text = f"{_REPORT}附：2033年各县市城镇新增就业目标：库车市 7800 人、沙雅县 6500 人。"
    names = [row[1] for row in told(text, "subject")]
    assert names == ["城镇新增就业 库车市", "城镇新增就业 沙雅县"]


def test_what_a_place_does_without_a_figure_is_what_it_then_counts(tmp_path: Path) -> None:
    text = (
        "商丘市2033年就业工作总结\n\n夏邑县着力五大产业开展创业，吸纳就业 1.4 万人。虞城县史桥村通过扶持，兴建企业 93 家。"
        "全市发放贷款 3 亿元。睢县、民权县积极行动，培训 800 人。商丘市统筹推进，培训 900 人。"
    )
    rows = compile_text(text, tmp_path)["observations"]
    places = [(row["printed"], row["scope"], row["place"]) for row in rows]
    assert places == [
        ("1.4", None, "411426"),
        ("93", "史桥村", None),
        ("3", "全市", "4114"),
        ("800", "睢县、民权县", None),
        ("900", None, "4114"),
    ]


@pytest.mark.parametrize(
    "places", ["库车市、沙雅县", "库车市和沙雅县", "市直、库车市、沙雅县", "沙雅县、库车市及新和县"]
)
def test_what_several_places_have_is_of_none_of_them_alone(places: str, tmp_path: Path) -> None:
    text = f"阿克苏地区行政公署关于调整最低工资标准的通知\n\n2033年4月7日\n\n从2033年5月1日起，{places}月最低工资标准为 1630 元，最低小时工资标准为 14.8 元。"
    rows = compile_text(text, tmp_path)["observations"]
    assert [row["place_code"] for row in rows] == [None, None]


@pytest.mark.parametrize(("head", "code"), [("海南：", "460000"), ("宜宾市：", "511500"), ("补贴：", None)])
def test_the_place_at_the_head_of_a_paragraph_in_a_text_of_many(
    head: str, code: str | None, tmp_path: Path
) -> None:
    text = f"多地提高低保标准\n\n2033年4月7日\n\n{head}低保标准为每人每月 730 元、640 元。\n\n青海：低保标准为每人每月 650 元。\n\n甘肃：低保标准为每人每月 640 元。"
    rows = compile_text(text, tmp_path)["observations"]
    assert [row["place_code"] for row in rows] == [code, code, "630000", "620000"]


@pytest.mark.parametrize(("actor", "code"), [("海南", "460000"), ("海南省", "460000"), ("海南大学", None)])
def test_what_a_province_that_acts_has_is_of_it(actor: str, code: str | None, tmp_path: Path) -> None:
    text = f"多地提高补贴\n\n2033年4月7日\n\n5月1日起，{actor}提高补贴，见习补贴为每人每月 1450 元。\n\n青海、宁夏也提高补贴。"
    (row,) = compile_text(text, tmp_path)["observations"]
    assert row["place_code"] == code


def test_a_zone_of_a_list_has_neither_the_place_before_it_nor_that_of_the_text(built: Built) -> None:
    text = "2035年甘肃省就业工作任务\n\n二、分市任务\n\n兰州市城镇新增就业 8.6 万人，兰州新区 1.4 万人、0.3 万人；天水市 3.1 万人。"
    assert [row[1] for row in built(text, "place_code")] == ["620100", None, None, "620500"]
