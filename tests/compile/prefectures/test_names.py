"""What columns of tables by place are called, and of which time they are."""

from __future__ import annotations

import pytest

from hrss_tui.compile.prefectures.names import bare, bare_title
from hrss_tui.compile.prefectures.periods import months_of, year_of
from hrss_tui.records import PrefectureTotal, PrefectureValue
from tests.compile.prefectures.test_extract import Tables, compiled, sums, values

NOTICE = "关于2029年四川省就业工作情况的通报"


def keys(tables: Tables) -> list[tuple[str, int | None, str, str]]:
    """Metric, year, kind and unit of the columns, as the first row has them."""
    rows = [row for row in tables.get("prefecture_values", []) if isinstance(row, PrefectureValue)]
    first = [row for row in rows if row.prefecture_code == rows[0].prefecture_code]
    return [(row.metric, row.year, row.kind, row.unit) for row in first]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("2028年比上年增减（%）", ""),
        ("较2027年同期±", ""),
        ("2029年任务数", ""),
        ("1—9月完成（万人）", ""),
        ("年度计划", ""),
        ("小 计", ""),
        ("三、甲类培训（人次）", "甲类培训"),
        ("（2）其中：乙类培训", "乙类培训"),
        ("城镇登记失业率控制目标", "城镇登记失业率"),
        ("缴费基数", "缴费基数"),
        ("低位值（10%）", "低位值（10%）"),
        ("完成数（2029年）", ""),
        ("2029年现状值", ""),
        ("2029年基数", ""),
        ("序时进度%", ""),
    ],
)
def test_a_label_without_times_numbers_and_kinds(label: str, name: str) -> None:
    assert bare(label) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("2025—2029年各市（州）城镇登记失业率", "城镇登记失业率"),
        ("附表4：2029年分市县失业保险参保人数统计表", "失业保险参保人数"),
        ("表22027—2029年各市城镇登记失业率", "城镇登记失业率"),
        ("4-12 全省各市州城镇登记失业率（2029年）", "城镇登记失业率"),
        ("各县、市、区新增创业人数完成情况", "新增创业人数"),
        ("2029年全省城镇登记失业率控制表", "城镇登记失业率"),
        ("附件2：江西省吉安市2029年失业保险参保人数分配表", "失业保险参保人数"),
        ("自治区2029年新增创业人数目标任务分解表", "新增创业人数"),
        ("城市居民收入情况表", "城市居民收入"),
        ("表22031—2035年全省失业保险参保人数（单位：万人）", "失业保险参保人数"),
    ],
)
def test_a_title_without_places_and_times(title: str, name: str) -> None:
    assert bare_title(title) == name


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("2029年1—9月完成", "01-09"),
        ("1月至4月累计", "01-04"),
        ("上半年", "01-06"),
        ("前三季度完成数", "01-09"),
        ("第二季度", "04-06"),
        ("截至8月底", "08"),
        ("本月新增", "month"),
        ("1-12月", ""),
        ("2025—2029年", ""),
        ("2029年", ""),
        ("15月", ""),
    ],
)
def test_months_of_a_label(label: str, months: str) -> None:
    assert months_of(label) == months


def test_what_a_figure_is_compared_with_is_not_its_year() -> None:
    assert year_of("2029年比2028年增减", 2029) == 2029
    assert year_of("比上年增减", 2029) is None
    assert year_of("上年完成", 2029) == 2028
    assert year_of("2025—2029年平均", 2029) is None


def test_figures_of_a_part_of_a_year_are_not_those_of_the_year() -> None:
    head = (
        "市（州）\t新增创业（人）\t\t\t\t新增高技能人才（人）\t",
        "\t年度任务\t1—9月完成\t完成率（%）\t位次\t年度任务\t1—9月完成",
    )
    rows = (
        "成都市\t900\t700\t77.8\t2\t50\t41",
        "泸州市\t120\t99\t82.5\t1\t20\t18",
        "合计\t1020\t799\t78.3\t—\t70\t59",
    )
    tables, _ = compiled(*head, *rows, title=NOTICE, table="2029年1—9月各市州就业指标完成情况表", unit="")
    assert keys(tables) == [
        ("new_startups", 2029, "target", "人"),
        ("new_startups:01-09", 2029, "actual", "人"),
        ("new_startups:rate:01-09", 2029, "rate", "%"),
        ("new_startups:rank:01-09", 2029, "rank", ""),
        ("new_highly_skilled", 2029, "target", "人"),
        ("new_highly_skilled:01-09", 2029, "actual", "人"),
    ]
    assert [status for status, _ in sums(tables)] == ["exact"] * 4


def test_the_title_may_say_the_months() -> None:
    tables, _ = compiled(
        "市（州）\t新增创业人数",
        "成都市\t900",
        "泸州市\t120",
        title=NOTICE,
        table="2029年上半年各市州创业情况",
        unit="人",
    )
    assert keys(tables) == [("new_startups:01-06", 2029, "actual", "人")]


def test_a_change_without_a_year_is_of_the_year_beside_it() -> None:
    head = ("序号\t市（州）\t新增创业\t\t", "\t\t2028年完成数\t2029年目标数\t比上年±")
    tables, _ = compiled(*head, "1\t成都市\t90\t95\t+5", "2\t泸州市\t30\t28\t-2", "\t合计\t120\t123\t+3")
    assert keys(tables) == [
        ("new_startups", 2028, "actual", "人"),
        ("new_startups", 2029, "target", "人"),
        ("new_startups:change", 2029, "change", "人"),
    ]


def test_a_sum_over_its_parts_in_the_header_is_no_row() -> None:
    head = ("市（州）\t基本医疗保险参保人数\t\t\t生育保险", "\t合计\t# 职工\t# 居民\t")
    rows = ("成都市\t9\t5\t4\t3", "泸州市\t7\t3\t4\t2", "总计\t16\t8\t8\t5")
    tables, _ = compiled(*head, *rows, unit="万人")
    assert keys(tables)[0][3] == "万人"
    assert [row[3] for row in values(tables)[:4]] == [9, 5, 4, 3]
    totals = [row for row in tables["prefecture_totals"] if isinstance(row, PrefectureTotal)]
    assert [row.value for row in totals] == [16, 8, 8, 5]
    assert [row.metric_label for row in totals][1] == "基本医疗保险参保人数 # 职工"


def test_one_label_below_several_is_told_by_them() -> None:
    head = ("市（州）\t失业保险\t\t甲保险\t\t乙保险\t", "\t参保人数\t待遇\t参保人数\t待遇\t参保人数\t待遇")
    rows = ("成都市\t9\t1\t8\t2\t7\t3", "泸州市\t7\t1\t6\t1\t5\t1")
    tables, _ = compiled(*head, *rows, unit="万人")
    assert [row[0] for row in keys(tables)] == [
        "unemployment_insured",
        "失业保险/待遇",
        "甲保险/参保人数",
        "甲保险/待遇",
        "乙保险/参保人数",
        "乙保险/待遇",
    ]


def test_rows_of_a_turned_table_may_be_numbered() -> None:
    rows = (
        "一、新增创业\t人\t12\t9\t3",
        "（一）其中：乙类人员\t人\t5\t4\t1",
        "二、城镇登记失业率\t%\t2.9\t3.0\t2.7",
    )
    tables, _ = compiled("指标\t计量单位\t全省\t成都市\t泸州市", *rows, unit="")
    assert keys(tables) == [
        ("new_startups", 2029, "target", "人"),
        ("new_startups/乙类人员", 2029, "target", "人"),
        ("urban_registered_unemployment_rate", 2029, "target", "%"),
    ]


def test_a_mark_for_what_is_not_known_is_none_for_an_unread_cell() -> None:
    tables, _ = compiled("市（州）\t新增创业人数", "成都市\t900", "泸州市\t…", "合计\t900")
    assert "unread" not in tables
    assert [row[3] for row in values(tables)] == [900, None]


def test_a_month_and_what_was_reached_by_then() -> None:
    head = ("市（州）\t新增创业（人）\t\t\t", "\t本月\t累计\t全年目标")
    tables, _ = compiled(
        *head,
        "成都市\t9\t40\t80",
        "泸州市\t7\t31\t70",
        title=NOTICE,
        table="2029年5月各市州创业情况",
        unit="",
    )
    assert keys(tables) == [
        ("new_startups:05", 2029, "actual", "人"),
        ("new_startups:01-05", 2029, "actual", "人"),
        ("new_startups", 2029, "target", "人"),
    ]


def test_what_is_compared_expected_or_a_mean_is_no_figure_of_the_year() -> None:
    head = "市（州）\t2025—2028年平均\t2029年\t比年初增加\t同比增长%\t2030年预计"
    rows = ("成都市\t8\t9\t2\t28.6\t10", "泸州市\t6\t7\t1\t16.7\t8")
    tables, _ = compiled(head, *rows, title=NOTICE, table="各市州失业保险参保人数", unit="万人")
    assert keys(tables) == [
        ("unemployment_insured:average", None, "actual", "万人"),
        ("unemployment_insured", 2029, "actual", "万人"),
        ("unemployment_insured:change", 2029, "change", "万人"),
        ("unemployment_insured:change:2", 2029, "change", "%"),
        ("unemployment_insured", 2030, "target", "万人"),
    ]


def test_a_short_label_is_of_what_the_title_ends_with() -> None:
    tables, _ = compiled(
        "市（州）\t参保人数\t",
        "\t2028年\t2029年",
        "成都市\t8\t9",
        "泸州市\t6\t7",
        table="各市州失业保险参保人数",
    )
    assert [row[:2] for row in keys(tables)] == [
        ("unemployment_insured", 2028),
        ("unemployment_insured", 2029),
    ]


def test_persons_and_money_below_one_name_are_two() -> None:
    head = ("市（州）\t甲补贴\t\t乙补贴\t", "\t人数（人）\t金额（万元）\t人数（人）\t金额（万元）")
    tables, _ = compiled(*head, "成都市\t8\t9\t1\t2", "泸州市\t6\t7\t3\t4", unit="")
    assert [(row[0], row[3]) for row in keys(tables)] == [
        ("甲补贴/人数", "人"),
        ("甲补贴/金额", "万元"),
        ("乙补贴/人数", "人"),
        ("乙补贴/金额", "万元"),
    ]


def test_a_rate_beside_last_year_is_of_this_one_and_so_is_what_is_fulfilled() -> None:
    head = (
        "市（州）\t新增创业人数\t\t\t\t",
        "\t全年计划（人）\t本年累计（人）\t上年同期（人）\t同比增长（%）\t完成年计划（%）",
    )
    rows = (
        "成都市\t90\t45\t40\t12.5\t50.0",
        "泸州市\t80\t30\t24\t25.0\t37.5",
        "合计\t170\t75\t64\t17.2\t44.1",
    )
    tables, _ = compiled(*head, *rows, title=NOTICE, table="2029年1—7月各市州创业情况", unit="")
    assert keys(tables) == [
        ("new_startups", 2029, "target", "人"),
        ("new_startups:01-07", 2029, "actual", "人"),
        ("new_startups:01-07", 2028, "actual", "人"),
        ("new_startups:change:01-07", 2029, "change", "%"),
        ("new_startups:rate:01-07", 2029, "rate", "%"),
    ]
    assert [status for status, _ in sums(tables)] == ["exact"] * 3


def test_what_was_budgeted_is_a_target_and_how_much_of_it_is_done_a_rate() -> None:
    head = "市（州）\t全年预算\t1-7月完成\t完成预算（%）\t上年同期\t增长（%）"
    rows = ("成都市\t90\t45\t50.0\t40\t12.5", "泸州市\t80\t30\t37.5\t24\t25.0")
    tables, _ = compiled(
        head, *rows, title=NOTICE, table="2029年1—7月各市州失业保险基金收入", unit="单位：万元"
    )
    assert keys(tables) == [
        ("失业保险基金收入", 2029, "target", "万元"),
        ("失业保险基金收入:01-07", 2029, "actual", "万元"),
        ("失业保险基金收入:rate:01-07", 2029, "rate", "%"),
        ("失业保险基金收入:01-07", 2028, "actual", "万元"),
        ("失业保险基金收入:change:01-07", 2029, "change", "%"),
    ]


def test_a_rate_that_is_aimed_at_is_a_target() -> None:
    tables, _ = compiled(
        "市（州）\t城镇登记失业率控制目标（%）", "成都市\t3.5", "泸州市\t3.6", title=NOTICE, unit=""
    )
    assert keys(tables) == [("urban_registered_unemployment_rate", 2029, "target", "%")]


def test_parts_of_several_metrics_are_told_by_what_they_are_parts_of() -> None:
    head = "指标\t单位\t全省\t成都市\t泸州市"
    rows = (
        "一、新增创业人数\t人\t16\t9\t7",
        "其中：女性\t人\t5\t3\t2",
        "二、失业保险参保人数\t人\t20\t12\t8",
    )
    tables, _ = compiled(head, *rows, "#女性\t人\t9\t5\t4", title=NOTICE, unit="")
    assert [row[0] for row in keys(tables)] == [
        "new_startups",
        "新增创业人数/女性",
        "unemployment_insured",
        "失业保险参保人数/女性",
    ]
    alone, _ = compiled(head, rows[1], rows[2], title=NOTICE, unit="")
    assert [row[0] for row in keys(alone)] == ["女性", "unemployment_insured"]


def test_parts_of_metrics_below_places_of_several_columns() -> None:
    head = ("指标\t成都市\t\t泸州市\t", "\t任务\t完成\t任务\t完成")
    rows = ("新增创业人数（人）\t9\t9\t7\t8", "其中：女性（人）\t3\t4\t2\t2")
    tables, _ = compiled(*head, *rows, title=NOTICE, unit="")
    assert [(row[0], row[2]) for row in keys(tables)] == [
        ("new_startups", "target"),
        ("new_startups", "actual"),
        ("新增创业人数/女性", "target"),
        ("新增创业人数/女性", "actual"),
    ]
