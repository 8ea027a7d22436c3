"""What a column of a table by place holds: the unit of a caption of several, columns that only name a year."""

from __future__ import annotations

import pytest

from hrss_tui.compile.prefectures.units import caption_units
from hrss_tui.records import PrefectureValue
from tests.compile.prefectures.test_extract import Tables, compiled, sums, unread, values

REPORT = "关于2029年四川省就业工作情况的通报"
RATES = (
    "市（州）\t城镇新增就业\t\t",
    "\t完成数\t完成率\t增长",
    "成都市\t2600\t86.7\t3.1",
    "泸州市\t360\t90.0\t2.4",
)


def units(tables: Tables) -> list[tuple[str, str, float | None]]:
    rows = (row for row in tables.get("prefecture_values", []) if isinstance(row, PrefectureValue))
    return [(row.metric_label, row.unit, row.value) for row in rows]


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        ("单位：人、%", ("人", "%")),
        ("单位：万人（另有注明的除外）", ("万人",)),
        ("单位：万人，亿元；‰", ("万人", "亿元", "‰")),
        ("（单位：户 %）", ("户", "%")),
        ("单位：人/%", ("人", "%")),
        ("单位：元/月", ("元/月",)),
        ("填报单位：某某局　单位：万人", ("万人",)),
        ("单位：人　2029年3月", ("人",)),
        ("单位：斗", ("斗",)),
        ("2029年3月", ()),
    ],
)
def test_the_units_of_a_caption(caption: str, found: tuple[str, ...]) -> None:
    assert caption_units([caption]) == found


def test_of_several_units_a_column_has_the_one_its_label_says() -> None:
    tables, _ = compiled(*RATES, "合计\t2960\t87.1\t3.0", unit="人、%")
    assert units(tables) == [
        ("城镇新增就业 完成数", "人", 2600),
        ("城镇新增就业 完成率", "%", 86.7),
        ("城镇新增就业 完成数", "人", 360),
        ("城镇新增就业 完成率", "%", 90),
    ]
    assert unread(tables) == [
        ("cell", "成都市", "3.1"),
        ("cell", "泸州市", "2.4"),
        ("cell", "合计", "3.0"),
    ]
    assert sums(tables) == [("exact", None)]


def test_a_rate_has_not_the_unit_of_what_is_counted() -> None:
    tables, _ = compiled("市（州）\t甲类人员\t甲类人员完成率", "成都市\t26\t86.7", "泸州市\t36\t90.0%")
    assert units(tables) == [("甲类人员", "人", 26), ("甲类人员", "人", 36), ("甲类人员完成率", "%", 90)]
    assert unread(tables) == [("cell", "成都市", "86.7")]


def test_a_rate_without_any_unit_is_not_added_up() -> None:
    tables, _ = compiled("市（州）\t完成率", "成都市\t86.7", "泸州市\t90.0", "合计\t87.1", unit="")
    assert len(units(tables)) == 2
    assert sums(tables) == []


def test_a_metric_without_a_name_for_its_unit_is_not_read_where_there_are_several() -> None:
    rows = ("市（州）\t甲类培训\t失业人员再就业人数", "成都市\t26\t12", "泸州市\t36\t15")
    tables, _ = compiled(*rows, unit="人、万元")
    assert units(tables) == [("失业人员再就业人数", "人", 12), ("失业人员再就业人数", "人", 15)]
    assert unread(tables) == [("cell", "成都市", "26"), ("cell", "泸州市", "36")]


def test_columns_of_years_are_of_what_the_title_names() -> None:
    rows = ("市（州）\t2027年\t2028年\t增减（%）", "成都市\t510.2\t530.6\t4.0", "泸州市\t90.5\t92.3\t2.0")
    tables, _ = compiled(*rows, table="2028年各市州参保人数", unit="万人")
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric, row.year, row.kind) for row in found[:3]] == [
        ("参保人数", 2027, "actual"),
        ("参保人数", 2028, "actual"),
        ("参保人数:change", 2028, "change"),
    ]


def test_a_place_in_an_order_has_no_unit_and_is_not_added_up() -> None:
    head = ("市（州）\t城镇新增就业（万人）\t\t\t", "\t年度目标\t完成率\t全省排名")
    tables, _ = compiled(*head, "成都市\t26\t86.7\t1", "泸州市\t36\t90.0\t2", "合计\t62\t88.0\t9", unit="")
    assert units(tables) == [
        ("城镇新增就业 年度目标", "万人", 26),
        ("城镇新增就业 完成率", "", 86.7),
        ("全省排名", "", 1),
        ("城镇新增就业 年度目标", "万人", 36),
        ("城镇新增就业 完成率", "", 90),
        ("全省排名", "", 2),
    ]
    assert sums(tables) == [("exact", None)]


@pytest.mark.parametrize("goal", ["2029年目标", "年度目标", "全年任务数", "下达计划"])
def test_a_label_that_names_no_metric_has_the_one_above_it(goal: str) -> None:
    head = ("市（州）\t城镇新增就业（人）\t\t引进人才（名）\t", f"\t2028年完成\t{goal}\t2028年完成\t{goal}")
    tables, _ = compiled(*head, "成都市\t26\t27\t8\t9", "泸州市\t36\t37\t5\t6", unit="")
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric, row.metric_label, row.kind, row.value) for row in found[:4]] == [
        ("urban_new_jobs", "城镇新增就业 2028年完成", "actual", 26),
        ("urban_new_jobs", f"城镇新增就业 {goal}", "target", 27),
        ("引进人才", "引进人才 2028年完成", "actual", 8),
        ("引进人才", f"引进人才 {goal}", "target", 9),
    ]


def test_what_has_a_rate_beside_it_is_counted() -> None:
    head = ("市（州）\t就业援助\t\t\t帮扶对象", "\t目标\t完成\t完成率\t目标")
    tables, _ = compiled(*head, "成都市\t26\t24\t92.3\t7", "泸州市\t36\t36\t100.0\t9", unit="万户、%")
    assert units(tables)[:3] == [
        ("就业援助 目标", "万户", 26),
        ("就业援助 完成", "万户", 24),
        ("就业援助 完成率", "%", 92.3),
    ]
    assert unread(tables) == [("cell", "成都市", "7"), ("cell", "泸州市", "9")]


def test_who_sees_to_a_task_and_until_when_is_no_figure() -> None:
    rows = ("市（州）\t城镇新增就业\t完成时限\t责任单位", "成都市\t26\t9月底\t甲局", "泸州市\t36\t全年\t乙局")
    tables, notes = compiled(*rows)
    assert units(tables) == [("城镇新增就业", "人", 26), ("城镇新增就业", "人", 36)]
    assert unread(tables) == []
    assert notes == []


def test_a_figure_under_a_label_of_words_is_not_lost() -> None:
    rows = ("市（州）\t城镇新增就业\t完成时限", "成都市\t26\t9月底", "泸州市\t36\t41")
    tables, _ = compiled(*rows)
    assert len(units(tables)) == 2
    assert unread(tables) == [("cell", "成都市", "9月底"), ("cell", "泸州市", "41")]


def test_a_sum_beside_months_is_of_these_months() -> None:
    months = "成都市\t31\t36\t40\t107", "泸州市\t12\t15\t14\t41"
    of_some, _ = compiled("市（州）\t1月\t2月\t3月\t合计", *months, table="2029年各市州城镇新增就业情况")
    assert {row[1] for row in values(of_some)} == {
        f"urban_new_jobs:{part}" for part in ("01", "02", "03", "01-03")
    }
    of_all, _ = compiled(
        "市（州）\t上半年\t下半年\t合计",
        "成都市\t31\t36\t67",
        "泸州市\t12\t15\t27",
        table="2029年各市州城镇新增就业情况",
    )
    assert {row[1] for row in values(of_all)} == {
        "urban_new_jobs:01-06",
        "urban_new_jobs:07-12",
        "urban_new_jobs",
    }


@pytest.mark.parametrize(
    ("title", "months"),
    [("2029年12月末", ""), ("2029年12月底", ""), ("2029年9月末", ":09"), ("2029年12月", ":12")],
)
def test_the_end_of_december_is_that_of_the_year(title: str, months: str) -> None:
    rows = ("市（州）\t失业保险参保人数", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(*rows, title=REPORT, table=f"{title}各市州失业保险参保情况")
    assert {row[1] for row in values(tables)} == {f"unemployment_insured{months}"}


def test_a_count_below_a_sum_or_a_part_has_the_name_above_it() -> None:
    head = (
        "市（州）\t失业人员再就业\t\t技能人才\t\t备注",
        "\t总数\t其中：残疾人\t总人数\t其中：女性（含退役）\t",
    )
    tables, notes = compiled(*head, "成都市\t260\t31\t900\t212\t含新区", "泸州市\t180\t22\t640\t150\t")
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric, row.metric_label) for row in found[:4]] == [
        ("unemployed_reemployed", "失业人员再就业 总数"),
        ("失业人员再就业/残疾人", "失业人员再就业 其中：残疾人"),
        ("技能人才", "技能人才 总人数"),
        ("技能人才/女性(含退役)", "技能人才 其中：女性（含退役）"),
    ]
    assert unread(tables) == []
    assert "备注" not in notes[0]


def test_what_is_too_large_for_a_part_in_a_hundred_is_counted() -> None:
    rows = ("市（州）\t零工市场服务\t零工市场覆盖", "成都市\t2,130\t86.5", "泸州市\t980\t91.0")
    tables, _ = compiled(*rows, unit="人次、%")
    assert units(tables) == [("零工市场服务", "人次", 2130), ("零工市场服务", "人次", 980)]
    assert unread(tables) == [("cell", "成都市", "86.5"), ("cell", "泸州市", "91.0")]


@pytest.mark.parametrize(
    ("above", "months"),
    [
        ("截至2029年9月底\t单位：户", ":09"),
        ("截至2029年9月底　　单位：户", ":09"),
        ("2030年1月8日\t单位：户", ""),
        ("2029年上半年\t单位：户", ":01-06"),
        ("统计口径：户籍\t单位：户", ""),
    ],
)
def test_a_line_above_a_table_has_its_months_and_its_unit(above: str, months: str) -> None:
    rows = ("市（州）\t惠企服务", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(above, *rows, title=REPORT, table="2029年各市州服务情况", unit="")
    assert {
        (row.metric, row.unit) for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)
    } == {(f"惠企服务{months}", "户")}


def test_the_months_of_a_table_that_states_no_time_are_those_of_its_document() -> None:
    rows = ("市（州）\t年度目标\t完成数", "成都市\t31\t20", "泸州市\t12\t9")
    title = "四川省2029年1—8月职业培训进展情况通报"
    tables, _ = compiled(*rows, title=title, table="各市州职业技能培训情况", unit="人次")
    assert {(row[1], row[4]) for row in values(tables)} == {
        ("vocational_training", "target"),
        ("vocational_training:01-08", "actual"),
    }


def test_a_rate_behind_a_part_is_of_the_whole_and_a_part_has_the_name_of_what_it_is_one_of() -> None:
    head = (
        "市（州）\t缴费人数\t其中：困难群体\t完成率（%）",
        "成都市\t139.66\t6.10\t92.9",
        "泸州市\t88.42\t7.35\t89.9",
    )
    tables, _ = compiled(*head, unit="万人")
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric, row.metric_label, row.kind) for row in found[:3]] == [
        ("缴费人数", "缴费人数", "target"),
        ("缴费人数/困难群体", "缴费人数 其中：困难群体", "target"),
        ("缴费人数:rate", "完成率", "rate"),
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("增减率%", "change"),
        ("增长率（%）", "change"),
        ("同比增速%", "change"),
        ("序时进度（%）", "rate"),
        ("完成年度目标比例", "rate"),
        ("占全省（%）", "rate"),
    ],
)
def test_a_rate_that_names_nothing_else_is_of_what_stands_above_it(label: str, kind: str) -> None:
    head = ("市（州）\t失业保险\t\t工伤保险\t", f"\t2029年完成数\t{label}\t2029年完成数\t{label}")
    rows = (*head, "成都市\t842\t91.2%\t310\t90.1%", "泸州市\t355\t88.0%\t211\t87.5%")
    tables, _ = compiled(*rows, title=REPORT)
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric, row.unit, row.kind) for row in found[1:4:2]] == [
        (f"失业保险:{kind}", "%", kind),
        (f"工伤保险:{kind}", "%", kind),
    ]


@pytest.mark.parametrize("title", ["2029年目标任务完成进度表", "2029年各市州就业工作进度"])
def test_a_table_of_progress_shows_what_was_done(title: str) -> None:
    rows = ("市（州）\t城镇新增就业", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(*rows, title=REPORT, table=title)
    assert {(row[1], row[4]) for row in values(tables)} == {("urban_new_jobs", "actual")}


def test_a_title_above_what_is_said_of_the_table_is_its_title() -> None:
    rows = ("统计口径：截至8月31日\t单位：户", "市（州）\t完成数", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(
        *rows, title="四川省2029年工作情况", table="四川省2029年1-8月惠企服务进展表", unit=""
    )
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert {(row.metric.partition(":")[2], row.unit) for row in found} == {("01-08", "户")}


def test_of_three_units_each_column_has_that_of_what_it_counts() -> None:
    rows = (
        "市（州）\t返还企业户数\t返还金额\t惠及职工人数\t服务人次",
        "成都市\t31\t8.5\t310\t90",
        "泸州市\t12\t4.3\t158\t70",
    )
    tables, _ = compiled(*rows, unit="户、万元、人、人次")
    assert [unit for _, unit, _ in units(tables)[:4]] == ["户", "万元", "人", "人次"]


def test_a_name_that_is_none_alone_is_that_of_what_stands_above_it() -> None:
    rows = (
        "市（州）\t养老保险\t\t失业保险",
        "\t职工\t居民\t",
        "成都市\t31\t52\t20",
        "泸州市\t12\t40\t8",
    )
    tables, _ = compiled(*rows, title=REPORT, table="2029年各市（州）社会保险情况", unit="万人")
    assert [label for label, _, _ in units(tables)[:3]] == ["养老保险 职工", "养老保险 居民", "失业保险"]


def test_what_a_title_counts_is_counted_of_what_its_columns_name() -> None:
    rows = ("市（州）\t失业保险\t领取人数", "成都市\t31\t52", "泸州市\t12\t40")
    tables, _ = compiled(*rows, title=REPORT, table="2029年各市（州）社会保险参保人数", unit="万人")
    assert [label for label, _, _ in units(tables)[:2]] == ["社会保险参保人数 失业保险", "领取人数"]
    found = [row.metric for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert found[:2] == ["社会保险参保人数/失业保险", "领取人数"]


@pytest.mark.parametrize("label", ["功能科目", "支出功能分类科目编码", "科目代码"])
def test_codes_beside_figures_are_no_figures(label: str) -> None:
    head = f"序号\t市（州）\t本次下达\t{label}"
    rows = ("1\t成都市\t310\t2080799", "2\t泸州市\t120\t2080705")
    tables, _ = compiled(head, *rows, title=REPORT, table="2029年就业补助资金分配表", unit="万元")
    assert [value for _, _, value in units(tables)] == [310, 120]
    tables, _ = compiled(head.replace(label, "参保人数"), *rows, title=REPORT, unit="万元")
    assert [value for _, _, value in units(tables)][1::2] == [2080799, 2080705]


def test_a_numeral_before_the_name_of_a_row_is_not_its_name() -> None:
    rows = (
        "序号\t市（州）\t本次下达",
        "一\t省本级\t40",
        "（二）\t市州\t430",
        "1\t成都市\t310",
        "2\t泸州市\t120",
    )
    tables, _ = compiled(*rows, title=REPORT, table="2029年就业补助资金分配表", unit="万元")
    assert [name for _, name, _ in unread(tables)] == ["省本级", "市州"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2029年就业补助资金分配表", "allocation"),
        ("下达2029年专项经费明细表", "allocation"),
        ("2029年就业补助资金支出完成情况表", "actual"),
        ("2029年目标任务分配表", "target"),
    ],
)
def test_money_that_goes_to_places_is_no_aim(title: str, kind: str) -> None:
    rows = ("市（州）\t公益性岗位", "成都市\t310", "泸州市\t120")
    tables, _ = compiled(*rows, title="关于下达2029年四川省工作任务的通知", table=title, unit="万元")
    assert {row[4] for row in values(tables)} == {kind}


@pytest.mark.parametrize("label", ["完成年任务%", "完成年度目标的%", "占年计划比例"])
def test_a_part_of_what_was_aimed_at_is_of_what_stands_above_it(label: str) -> None:
    head = (
        "市（州）\t城镇新增就业\t\t\t公益性岗位\t\t",
        f"\t年任务\t完成数\t{label}\t年任务\t完成数\t{label}",
    )
    rows = (*head, "成都市\t40\t31\t77.5\t20\t10\t50.0", "泸州市\t20\t12\t60.0\t10\t8\t80.0")
    tables, _ = compiled(*rows, title=REPORT, table="2029年各市（州）就业情况", unit="人、%")
    rates = [
        row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue) and row.unit == "%"
    ]
    assert [(row.metric, row.value) for row in rates[:2]] == [
        ("urban_new_jobs:rate", 77.5),
        ("公益性岗位:rate", 50.0),
    ]


def test_a_label_that_is_a_unit_counts_in_it() -> None:
    """人次 below 职业技能培训, and 户 beside money: the caption is of what is counted in its unit only."""
    head = ("市（州）\t职业技能培训\t\t稳岗返还\t", "\t人次\t班次（期）\t万元\t户")
    rows = ("成都市\t210\t9\t45\t30", "泸州市\t120\t5\t22\t14")
    for unit in ("", "亿元"):
        tables, _ = compiled(*head, *rows, title=REPORT, table="2029年各市州工作情况表", unit=unit)
        assert [(own, value) for _, own, value in units(tables)[:2]] == [("人次", 210.0), ("期", 9.0)]
        assert units(tables)[3][1:] == ("户", 30.0)
