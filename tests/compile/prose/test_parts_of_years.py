"""Times that are parts of years, or begin in one and end in another, and what they are of."""

from pathlib import Path

import pytest

from hrss_tui.compile.prose.times.clock import Clock
from hrss_tui.compile.prose.times.moments import moments
from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_REPORT = "河东县2033年劳动力市场分析\n\n"


@pytest.mark.parametrize(
    ("listed", "periods"),
    [
        ("一至三季度", ["2033-01/2033-03", "2033-04/2033-06", "2033-07/2033-09"]),
        ("一季度、二季度和四季度", ["2033-01/2033-03", "2033-04/2033-06", "2033-10/2033-12"]),
        ("2032年二、三、四季度", ["2032-04/2032-06", "2032-07/2032-09", "2032-10/2032-12"]),
        ("4月、5月和9月", ["2033-04", "2033-05", "2033-09"]),
        ("4、5、9月份", ["2033-04", "2033-05", "2033-09"]),
    ],
)
def test_listed_parts_of_a_year_have_a_figure_each(listed: str, periods: list[str]) -> None:
    rows = told(f"{_REPORT}全县{listed}登记求职人数分别为 310 人、420 人和 530 人。", "period")
    assert [row[1] for row in rows] == periods


def test_one_figure_of_listed_parts_is_of_all_of_them() -> None:
    assert told(f"{_REPORT}7月和8月新增登记求职 900 人。", "period") == [("900", "2033-07/2033-08")]


def test_a_span_gives_each_year_its_figure_where_as_many_follow() -> None:
    text = f"{_REPORT}2030年至2032年全县失业保险基金支出分别为 2.1 亿元、2.4 亿元和 2.9 亿元，三年合计 7.4 亿元。"
    assert [row[1] for row in told(text, "period")] == ["2030", "2031", "2032", "2030/2032"]


def test_a_list_over_a_span_stays_one_of_things() -> None:
    text = f"{_REPORT}2031年至2032年失业、工伤保险基金收入分别为 2.1 亿元、2.4 亿元。"
    assert [row[1] for row in told(text, "period")] == ["2031/2032", "2031/2032"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("去年11月20日至今年2月10日", "2032-11-20/2033-02-10"),
        ("11月至次年2月", "2033-11/2034-02"),
        ("2032年12月至今年3月", "2032-12/2033-03"),
        ("3月5日至4月10日", "2033-03-05/2033-04-10"),
        ("11月5日至2033年1月8日", "2032-11-05/2033-01-08"),
        ("5月以来", "2033-05/.."),
        ("从7月1日起", "2033-07-01/.."),
        ("自今年起", "2033/.."),
    ],
)
def test_days_and_months_that_lean_on_a_year(words: str, period: str) -> None:
    (moment,) = moments(words, 0, len(words), Clock(2033, 2033, 2032))
    assert (moment.start, moment.end, moment.period) == (0, len(words), period)


def test_ahead_of_time_is_no_time() -> None:
    assert not moments("提前一个季度完成", 0, 8, Clock(2033, 2033, 2032))


def test_what_has_been_since_a_month_of_the_year_is_not_summed_over_years() -> None:
    assert told(f"{_REPORT}5月以来返乡 260 人。", "kind") == [("260", "actual")]


def test_a_day_by_which_something_had_to_be_so_is_no_time_of_what_is_paid() -> None:
    text = f"{_REPORT}2032年12月31日前，年满75周岁的，每人每月增加 24 元。"
    assert told(text, "period") == [("24", "2033")]


@pytest.mark.parametrize(
    ("title", "day", "period"),
    [
        ("人社服务一季度成绩单", "2033年4月12日", "2033-01/2033-03"),
        ("稳就业上半年新亮点", "2033年7月8日", "2033-01/2033-06"),
        ("四季度工作亮点", "2033年2月8日", "2033"),
    ],
)
def test_a_title_may_name_the_months_of_the_year_of_the_day(
    title: str, day: str, period: str, tmp_path: Path
) -> None:
    made = compile_text(f"{title}\n\n{day} 来源：河东日报\n\n新增就业 2300 人。\n", tmp_path)
    assert [row["period"] for row in made["observations"]] == [period]


def test_a_summary_of_named_years_is_of_them(tmp_path: Path) -> None:
    text = (
        "河东县技能提升三年行动总结（2031—2033年）\n\n三年来，开展培训 2.3 万人次。\n\n新建实训基地 4 个。\n"
    )
    made = compile_text(text, tmp_path)
    assert [(row["kind"], row["period"]) for row in made["observations"]] == [("cumulative", "2031/2033")] * 2


def test_a_press_conference_on_a_plan_that_was_fulfilled_is_of_its_years(tmp_path: Path) -> None:
    text = (
        "“圆满完成‘十四五’规划”新闻发布会实录\n\n2025年10月20日上午，河东市政府新闻办举行新闻发布会，介绍有关情况。\n\n"
        "累计新增就业 8.3 万人，完成规划目标。\n\n截至9月底，失业保险参保人数 31 万人。\n"
    )
    made = compile_text(text, tmp_path)
    assert made["documents"][0]["date"] == "2025-10-20"
    assert [(row["kind"], row["period"]) for row in made["observations"]] == [
        ("cumulative", "2021/2025"),
        ("actual", "2025-09-30"),
    ]


def test_the_day_of_a_body_below_the_title_is_no_time_of_what_follows() -> None:
    text = "河东州2033年前三季度就业情况通报\n\n河东自治州就业服务中心  2033年10月9日\n\n一、进度。东城县完成 310 人。"
    assert told(text, "period") == [("310", "2033-01/2033-09")]


def test_a_span_that_is_told_within_a_sentence_is_not_that_of_the_next_paragraphs() -> None:
    text = f"{_REPORT}按照部署，自2033年11月5日起至2034年春节前，开展专项检查。\n\n检查用人单位 160 户。"
    assert told(text, "period") == [("160", "2033")]


def test_the_year_before_in_a_bulletin_flows_not_into_what_is_new() -> None:
    text = "河东县2033年统计公报\n\n截至2033年底，参保率 96.2%。引进人才 130 人。"
    assert told(text, "period", kind="bulletin") == [("96.2", "2033-12-31"), ("130", "2033")]


@pytest.mark.parametrize(
    "heading", ["“十三五”发展回顾", "“十三五”规划完成情况", "“十三五”时期发展成就", "“十三五”工作取得的成效"]
)
def test_what_a_plan_looks_back_on_is_of_the_plan_before(heading: str, tmp_path: Path) -> None:
    text = (
        f"河东市人力资源和社会保障事业发展“十四五”规划\n\n第一章 {heading}\n\n——就业稳定。累计新增就业42.6万人。\n\n"
        "第二章 “十四五”发展目标\n\n新增就业30万人以上。\n"
    )
    rows = compile_text(text, tmp_path)["observations"]
    assert [(row["kind"], row["period"]) for row in rows] == [
        ("cumulative", "2016/2020"),
        ("target", "2021/2025"),
    ]


def test_a_plan_that_is_not_over_gives_its_years_to_no_report_on_it(tmp_path: Path) -> None:
    text = "河东市2028年人社工作总结\n\n一、“十五五”规划完成情况\n\n全市新增就业42.6万人。\n"
    assert [row["period"] for row in compile_text(text, tmp_path)["observations"]] == ["2028"]


@pytest.mark.parametrize("words", ["今年以来", "今年"])
def test_a_paper_of_months_that_begins_with_this_year_stays_one_of_its_months(words: str) -> None:
    text = (
        f"2033年1—9月河东县就业工作通报\n\n{words}，各项指标运行平稳。\n\n三、人才情况。新引进人才 2100 人。"
    )
    assert told(text, "period") == [("2100", "2033-01/2033-09")]


@pytest.mark.parametrize("deed", ["转移农村劳动力", "转移脱贫劳动力", "帮扶车间吸纳就业"])
def test_who_was_moved_or_taken_on_is_of_the_year_and_not_of_its_end(deed: str) -> None:
    text = f"河东县2033年工作总结\n\n年末城镇登记失业率 3.1%。全县{deed} 2.6 万人。"
    assert told(text, "period") == [("3.1", "2033-12-31"), ("2.6", "2033")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "累计培训5.2万人次，其中2031年1.6万人次、2032年1.7万人次、2033年1.9万人次。",
            ["2031", "2032", "2033"],
        ),
        ("新增就业2031年3万人、2032年4万人和2033年5万人。", ["2031", "2032", "2033"]),
        ("新增就业上半年3万人、下半年4万人。", ["2033-01/2033-06", "2033-07/2033-12"]),
        ("失业率4月为5.1%、5月为5.2%。", ["2033-04", "2033-05"]),
    ],
)
def test_each_figure_of_a_list_is_of_the_time_before_it(text: str, periods: list[str]) -> None:
    assert [row.period for row in observe(text)][-len(periods) :] == periods
