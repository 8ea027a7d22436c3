"""Tables of indicators without places: subjects, times, kinds, units, changes, shares; and what is declared instead."""

from __future__ import annotations

import pytest

from hrss_tui.compile.checks import checks
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Check, Observation, Record, Unread
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.limits import Limits

Tables = dict[str, list[Record]]
REPORT = "枫桥市2036年人力资源和社会保障工作情况"


def compiled(*rows: str, table: str, title: str = REPORT, unit: str = "") -> Tables:
    lines = [title, "", "现将有关情况通报如下，请各单位结合实际抓好落实，确保各项工作取得实效。", ""]
    lines += [table, *([f"单位：{unit}"] if unit else []), *rows, ""]
    tables: Tables = {}
    for document in compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", tuple(lines))):
        for record in document.harvest.records:
            tables.setdefault(record.TABLE, []).append(record)
    return tables


def stated(tables: Tables) -> list[tuple[str, str | None, str, str, str]]:
    rows = [row for row in tables.get("observations", []) if isinstance(row, Observation)]
    return [(row.subject, row.period, row.printed, row.unit, row.kind) for row in rows]


def of(tables: Tables, subject: str) -> Observation:
    rows = [row for row in tables["observations"] if isinstance(row, Observation)]
    return next(row for row in rows if row.subject == subject)


def unread(tables: Tables) -> list[tuple[str, str | None, str]]:
    return [(row.kind, row.name, row.printed) for row in tables.get("unread", []) if isinstance(row, Unread)]


def test_insurances_with_two_units_in_the_caption() -> None:
    tables = compiled(
        "险种\t参保人数\t基金收入\t累计结余",
        "失业保险\t21.35\t1.07\t3.48",
        "工伤保险\t24.90\t0.66\t1.92",
        "合计\t46.25\t1.73\t5.40",
        table="2036年全市社会保险基金情况表",
        unit="万人、亿元",
    )
    assert stated(tables)[:3] == [
        ("失业保险 参保人数", "2036", "21.35", "万人", "actual"),
        ("失业保险 基金收入", "2036", "1.07", "亿元", "actual"),
        ("失业保险 累计结余", "2036", "3.48", "亿元", "actual"),
    ]
    assert of(tables, "失业保险 参保人数").indicator_id == "unemployment_insured"
    assert of(tables, "失业保险 参保人数").base_value == 213_500
    assert of(tables, "失业保险 参保人数").scope == "全市"
    assert of(tables, "合计 参保人数").indicator_id is None
    assert unread(tables) == []


def test_indicators_with_units_of_their_own_and_a_change() -> None:
    tables = compiled(
        "序号\t指标\t单位\t本年\t上年\t增长（%）",
        "1\t城镇新增就业人数\t人\t8,410\t8,730\t-3.7",
        "2\t城镇登记失业率\t%\t3.1\t3.3\t",
        table="2036年主要指标完成情况表",
    )
    assert stated(tables) == [
        ("城镇新增就业人数", "2036", "8,410", "人", "actual"),
        ("城镇新增就业人数", "2035", "8,730", "人", "actual"),
        ("城镇新增就业人数增长", "2036", "3.7", "%", "actual"),
        ("城镇登记失业率", "2036", "3.1", "%", "actual"),
        ("城镇登记失业率", "2035", "3.3", "%", "actual"),
    ]
    change = of(tables, "城镇新增就业人数增长")
    assert (change.change, change.indicator_id) == ("decrease", "urban_new_jobs")


def test_targets_beside_what_was_done() -> None:
    tables = compiled(
        "项目\t年度目标\t完成数\t完成率",
        "城镇新增就业（人）\t7000\t7315\t104.5%",
        "开发公益性岗位（个）\t300\t285\t95%",
        table="2036年目标任务完成情况",
    )
    assert stated(tables)[:3] == [
        ("城镇新增就业", "2036", "7000", "人", "target"),
        ("城镇新增就业", "2036", "7315", "人", "actual"),
        ("城镇新增就业 完成率", "2036", "104.5", "%", "actual"),
    ]
    assert of(tables, "城镇新增就业 完成率").indicator_id is None
    assert [row for row in checks(tables) if isinstance(row, Check) and row.status == "fails"] == []


def test_months_and_quarters_are_times_and_their_sum_is_of_all() -> None:
    tables = compiled(
        "季度\t城镇新增就业人数\t创业人数",
        "一季度\t2110\t95",
        "二季度\t2240\t101",
        "三季度\t1980\t88",
        "合计\t6330\t284",
        table="2036年分季度就业情况",
        unit="人",
    )
    periods = [row[1] for row in stated(tables) if "城镇新增就业人数" in row[0]]
    assert periods == [
        "2036-01/2036-03",
        "2036-04/2036-06",
        "2036-07/2036-09",
        "2036-01/2036-09",
    ]


def test_the_months_of_the_document_are_those_of_a_table_that_states_none() -> None:
    tables = compiled(
        "产业\t需求人数（人）\t所占比重（%）",
        "第二产业\t4,310\t45.2",
        "第三产业\t5,230\t54.8",
        table="按产业分组的需求情况",
        title="枫桥市2036年第三季度职业供求分析",
    )
    assert {row[1] for row in stated(tables)} == {"2036-07/2036-09"}
    assert stated(tables)[1][0] == "第二产业 需求人数 所占比重"


def test_what_a_trade_has_is_no_value_of_the_whole() -> None:
    tables = compiled(
        "行业\t城镇新增就业人数（人）",
        "制造业\t3,120",
        "建筑业\t1,640",
        table="2036年分行业就业情况",
    )
    assert of(tables, "制造业 城镇新增就业人数").indicator_id is None


@pytest.mark.parametrize(
    "rows",
    [
        # words right of the figures
        ("岗位\t招聘人数（人）\t学历", "会计岗\t2\t本科", "文员岗\t1\t大专"),
        # what tells persons apart
        ("姓名\t笔试成绩\t补贴金额（元）", "王五\t81.5\t600", "赵六\t77.0\t600"),
        # no unit at all
        ("项目\t甲类\t乙类", "受理\t12\t30", "办结\t11\t29"),
        # a column without a label
        ("项目\t人数（人）\t", "受理\t12\t30", "办结\t11\t29"),
        # a unit of another sort than what is counted
        ("项目\t参保人数（万元）", "失业保险\t12.5", "工伤保险\t13.8"),
        # a unit without brackets beside that of the caption, which is of persons
        ("项目\t贷款/万元\t户数", "个人\t320\t12", "企业\t410\t9"),
        # several units in one label
        ("项目\t数量（台、辆）", "车辆\t12", "设备\t30"),
    ],
)
def test_what_is_not_plain_is_declared_whole(rows: tuple[str, ...]) -> None:
    tables = compiled(*rows, table="2036年有关情况表")
    assert stated(tables) == []
    assert [kind for kind, _, _ in unread(tables)] == ["table"]


def test_a_column_of_a_change_in_an_open_unit_is_declared() -> None:
    tables = compiled(
        "工种\t需求人数（人）\t同比增减",
        "电工\t210\t15",
        "焊工\t180\t-22",
        table="2036年6月工种需求情况",
    )
    assert [row[:2] for row in stated(tables)] == [("电工 需求人数", "2036-06"), ("焊工 需求人数", "2036-06")]
    assert unread(tables) == [("column", None, "15　-22")]


def test_a_part_below_a_row_that_may_be_a_part_is_declared() -> None:
    tables = compiled(
        "指标\t年末数\t比重（%）",
        "常住人口\t31.2\t100",
        "其中：城镇\t15.0\t48.1",
        "乡村\t16.2\t51.9",
        "其中：男性\t16.0\t51.3",
        table="2036年末人口构成",
        unit="万人",
    )
    assert ("常住人口 城镇", "2036-12-31", "15.0", "万人", "actual") in stated(tables)
    assert [name for kind, name, _ in unread(tables) if kind == "cell"] == ["其中：男性", "其中：男性"]


def test_other_times_than_of_the_table() -> None:
    tables = compiled(
        "指标\t本月\t本月止累计\t去年同期累计\t上年\t年度目标",
        "城镇新增就业\t640\t4,020\t3,900\t7,100\t7,000",
        "失业人员再就业\t210\t1,330\t1,390\t2,500\t2,400",
        table="2036年1-7月就业情况",
        unit="人",
    )
    assert [(row[1], row[4]) for row in stated(tables)[:4]] == [
        ("2036-07", "actual"),
        ("2036-01/2036-07", "actual"),
        ("2035-01/2035-07", "actual"),
        ("2036", "target"),
    ]
    assert unread(tables) == [("column", None, "7,100　2,500")]


def test_tasks_of_offices_are_targets_of_these_alone() -> None:
    tables = compiled(
        "责任单位\t城镇新增就业（人）\t补贴性培训（人次）",
        "就业中心\t5,200\t—",
        "培训中心\t300\t1,800",
        table="2037年目标任务分解表",
        title="关于印发《枫桥市2037年就业工作目标任务分解方案》的通知",
    )
    assert stated(tables)[0] == ("就业中心 城镇新增就业", "2037", "5,200", "人", "target")
    assert of(tables, "就业中心 城镇新增就业").indicator_id is None


def test_what_a_notice_sets_is_no_aim() -> None:
    tables = compiled(
        "险种\t缴费基数上限\t缴费基数下限",
        "失业保险\t23,100\t4,620",
        "工伤保险\t23,100\t4,620",
        table="2037年社会保险缴费基数表",
        title="关于公布2037年社会保险缴费基数的通知",
        unit="元/月",
    )
    assert stated(tables)[0] == ("失业保险 缴费基数上限", "2037", "23,100", "元/月", "actual")


def test_tables_side_by_side_with_numbered_parts() -> None:
    tables = compiled(
        "项目\t行次\t统计数\t项目\t行次\t统计数",
        "一、“三公”经费支出\t1\t—\t三、机关运行经费\t6\t—",
        "（一）支出合计\t2\t7.10\t（一）行政单位\t7\t66.30",
        "1．公务接待费\t3\t2.40\t四、车辆数合计（辆）\t8\t4",
        table="机构运行信息表",
        title="枫桥县就业服务中心2036年部门决算",
        unit="万元",
    )
    assert stated(tables) == [
        ("“三公”经费支出 支出合计", "2036", "7.10", "万元", "amount"),
        ("支出合计 公务接待费", "2036", "2.40", "万元", "amount"),
        ("机关运行经费 行政单位", "2036", "66.30", "万元", "amount"),
        ("车辆数合计", "2036", "4", "辆", "actual"),
    ]


def test_two_rows_of_the_same_name_are_not_told_apart() -> None:
    tables = compiled(
        "项目\t培训人次（人次）",
        "失业人员\t120",
        "困难人员\t80",
        "在职职工\t95",
        "失业人员\t40",
        table="2036年培训情况",
    )
    assert [row[2] for row in stated(tables)] == ["80", "95"]
    assert unread(tables) == [("cell", "失业人员", "120"), ("cell", "失业人员", "40")]


def test_a_caption_of_money_is_not_of_months_and_persons() -> None:
    tables = compiled(
        "单位名称\t见习人数\t补贴月数\t补贴标准\t补贴金额",
        "明远食品公司\t9\t3\t1,500\t40,500",
        "盛达机械公司\t4\t6\t1,500\t36,000",
        table="2036年就业见习补贴情况表",
        unit="元",
    )
    assert [row[2] for row in stated(tables)] == ["1,500", "40,500", "1,500", "36,000"]
    assert unread(tables) == [("column", None, "9　4"), ("column", None, "3　6")]


def test_a_change_beside_several_values_is_of_none_of_them() -> None:
    tables = compiled(
        "险种\t参保人数（万人）\t基金收入（亿元）\t同比增长（%）",
        "失业保险\t11.2\t0.91\t3.3",
        "工伤保险\t12.6\t0.72\t2.9",
        table="2036年社会保险情况",
    )
    assert unread(tables) == [("column", None, "3.3　2.9")]


def test_a_change_behind_each_value_is_of_that() -> None:
    tables = compiled(
        "险种\t参保人数（万人）\t同比增长（%）\t基金收入（亿元）\t同比增长（%）",
        "失业保险\t11.2\t3.3\t0.91\t-4.5",
        "工伤保险\t12.6\t2.9\t0.72\t6.0",
        table="2036年社会保险情况",
    )
    found = of(tables, "失业保险 基金收入同比增长")
    assert (found.printed, found.change, found.against) == ("4.5", "decrease", "同比")


def test_what_a_line_above_rests_on_is_no_time_of_the_table() -> None:
    rows = ("园区\t就业人数（人）", "高新园区\t1,120", "滨江新城\t640")
    lines = ["根据2032年印发的办法，现将结果通报如下：", "各园区就业情况", *rows]
    title = "枫桥市2036年就业工作通报"
    (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", (title, "", *lines)))
    found = [row for row in document.harvest.records if isinstance(row, Observation)]
    assert {row.period for row in found} == {"2036"}


@pytest.mark.parametrize("value", ["本期", "指标值"])
@pytest.mark.parametrize("label", ["比上年增（+）减（-）%", "同比增长（±%）", "比上年增减（+、-%）"])
def test_signs_in_a_label_make_a_change(value: str, label: str) -> None:
    tables = compiled(
        f"指标\t单位\t{value}\t{label}",
        "城镇新增就业人数\t人\t5,120\t-2.4",
        "创业担保贷款发放额\t万元\t3,300\t+8.1",
        table="2036年上半年主要指标",
    )
    assert "performance_targets" not in tables  # 指标 and 指标值 are words of forms too
    assert [row.change for row in tables["observations"] if isinstance(row, Observation)] == [
        None,
        "decrease",
        None,
        "increase",
    ]


def test_a_multiplier_alone_counts_what_its_label_says() -> None:
    tables = compiled("险种\t参保人数（万）", "失业保险\t11.2", "工伤保险\t12.6", table="2036年参保情况")
    assert stated(tables)[0] == ("失业保险 参保人数", "2036", "11.2", "万人", "actual")


def test_a_unit_of_things_is_not_that_of_what_they_cost() -> None:
    tables = compiled(
        "资产名称\t计量单位\t数量\t单价\t金额",
        "自助终端\t台\t6\t1.20\t7.20",
        "会议桌\t张\t4\t0.35\t1.40",
        table="2037年新增资产配置表",
        title="枫桥市就业服务中心2037年部门预算",
        unit="万元",
    )
    assert [(row[2], row[3]) for row in stated(tables)[:3]] == [
        ("6", "台"),
        ("1.20", "万元"),
        ("7.20", "万元"),
    ]


def test_indicators_below_an_insurance() -> None:
    tables = compiled(
        "险种\t指标\t本年\t上年",
        "失业保险\t参保人数（万人）\t11.2\t10.9",
        "\t基金收入（亿元）\t0.91\t0.88",
        "工伤保险\t参保人数（万人）\t12.6\t12.1",
        table="2036年社会保险主要指标",
    )
    assert of(tables, "失业保险 参保人数").indicator_id == "unemployment_insured"
    assert of(tables, "失业保险 基金收入").indicator_id == "unemployment_fund_income"
    assert of(tables, "工伤保险 参保人数").indicator_id == "injury_insured"


def test_rows_that_name_no_indicator_are_told_in_the_words_of_the_title() -> None:
    tables = compiled(
        "项目\t2036年\t2035年",
        "在岗职工\t9,020\t8,870",
        "失业人员再就业\t310\t290",
        table="重点企业用工监测",
        unit="人",
    )
    assert stated(tables)[0][0] == "重点企业用工监测 在岗职工"
    assert of(tables, "失业人员再就业").indicator_id == "unemployed_reemployed"


@pytest.mark.parametrize("title", ["表4 分年龄就业人数", "表3 人均补贴标准", "附件2 个人申报情况"])
def test_the_number_of_a_table_is_no_figure(title: str) -> None:
    tables = compiled("年龄\t人数（人）", "30岁以下\t1,020", "30岁以上\t2,310", table=title)
    assert {row[2] for row in stated(tables)} == {"1,020", "2,310"}


def test_a_place_in_an_order_is_no_value_that_a_change_could_be_of() -> None:
    tables = compiled(
        "指标\t单位\t绝对数\t比上年增长（%）\t位次",
        "城镇居民人均可支配收入\t元\t34,120\t5.7\t4",
        "城镇新增就业\t人\t5,010\t-1.9\t6",
        table="2036年主要指标",
    )
    assert [(row[2], row[3]) for row in stated(tables)] == [
        ("34,120", "元"),
        ("5.7", "%"),
        ("5,010", "人"),
        ("1.9", "%"),
    ]
    assert unread(tables) == [("column", None, "4　6")]


def test_a_change_is_of_the_time_of_what_it_is_of() -> None:
    tables = compiled(
        "指标\t单位\t9月末\t较年初增加\t同比±%",
        "技能人才总量\t万人\t8.14\t0.35\t4.5",
        "基金结余\t亿元\t2.6\t0.11\t4.4",
        table="2036年主要指标",
    )
    assert {row[1] for row in stated(tables)} == {"2036-09-30"}
    assert of(tables, "技能人才总量较年初增加").printed == "0.35"


def test_a_change_beside_a_month_and_all_months_is_of_an_open_one() -> None:
    tables = compiled(
        "指标\t单位\t本月\t1-7月累计\t同比增长（%）\t累计同比（%）",
        "创业培训\t人\t62\t415\t3.8\t2.9",
        "技能鉴定\t人次\t120\t903\t5.2\t6.1",
        table="主要指标",
        title="枫桥市2036年7月人力资源和社会保障工作情况",
    )
    assert [row[:3] for row in stated(tables)][:3] == [
        ("创业培训", "2036-07", "62"),
        ("创业培训", "2036-01/2036-07", "415"),
        ("创业培训累计同比", "2036-01/2036-07", "2.9"),
    ]
    assert unread(tables) == [("column", None, "3.8　5.2")]


def test_what_was_done_since_the_year_began_is_of_no_day_in_january() -> None:
    tables = compiled(
        "指标\t年初计划（人）\t年初以来完成（人）",
        "创业培训\t400\t415",
        "技能鉴定\t900\t903",
        table="2036年主要指标",
    )
    assert {row[1] for row in stated(tables)} == {"2036"}


def test_persons_below_what_they_did_are_not_all_of_them() -> None:
    rows = ("群体\t人数", "高校毕业生\t312", "农民工\t905")
    done = compiled(*rows, table="2036年重点群体就业情况", unit="人")
    assert of(done, "重点群体就业 高校毕业生 人数").indicator_id is None
    listed = compiled("指标\t数量（人）", "高校毕业生\t312", "农民工\t905", table="2036年主要指标")
    assert of(listed, "高校毕业生 数量").indicator_id == "graduates"


def test_a_title_of_two_areas_is_of_neither() -> None:
    tables = compiled(
        "指标\t数值", "技能人才（人）\t312", "创业培训（人）\t905", table="2036年全省与全市主要指标"
    )
    assert {row.scope for row in tables["observations"] if isinstance(row, Observation)} == {None}


def test_the_number_of_a_table_is_no_name() -> None:
    rows = ("类别\t人数", "一级\t31", "二级\t95")
    printed = compiled(*rows, table="表32036年技师构成情况", unit="人")
    assert stated(printed)[0][:2] == ("技师构成 一级 人数", "2036")
    alone = compiled(*rows, table="部门公开表08", unit="人")
    assert stated(alone)[0][0] == "一级 人数"


ROWS = ("指标\t数量", "创业培训（人次）\t312", "技能鉴定（人次）\t905", "")


def of_city(*lines: str) -> Tables:
    return compiled(
        *lines,
        table="全市工作平稳有序推进，各项措施落实到位，群众满意度提高。",
        title="徐州市2033年就业工作情况",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("一、新沂市情况", "工作平稳有序推进。", "表1 就业培训情况", *ROWS),
        ("一、分县情况", "表1 2033年新沂市就业培训情况", *ROWS),
        ("一、培训情况", "其中，新沂市完成情况如下：", *ROWS),
    ],
)
def test_a_table_below_the_name_of_another_place_is_none_of_the_document(lines: tuple[str, ...]) -> None:
    tables = of_city(*lines)
    assert not [row for row in stated(tables) if row[2] in {"312", "905"}]
    assert unread(tables)


def test_what_a_table_stands_below_says_of_whom_and_when_it_is() -> None:
    tables = of_city("一、市本级情况", "工作平稳有序推进。", "表1 就业培训情况", *ROWS)
    assert of(tables, "就业培训 技能鉴定 数量").scope == "市本级"
    led = of_city("一、全市情况", "其中，市本级完成情况如下：", *ROWS)
    assert of(led, "技能鉴定 数量").scope == "市本级"
    before = of_city("一、2032年情况", "工作平稳有序推进。", "表1 就业培训情况", *ROWS)
    assert of(before, "就业培训 技能鉴定 数量").period == "2032"


def test_a_line_that_leads_to_targets_says_that_they_are_some() -> None:
    tables = of_city("一、下一步工作", "2034年目标任务如下：", *ROWS)
    assert [(row[1], row[4]) for row in stated(tables) if row[2] == "905"] == [("2034", "target")]


def page_of(*rows: str) -> Tables:
    """A page with a table of names and numbers of persons, whose rows of one cell go across it."""
    drawn = "".join(f"<tr>{row}</tr>" for row in ("<td>项目</td><td>人数（人）</td>", *rows))
    text = f"<h1>{REPORT}</h1><p>全市工作平稳有序推进，各项措施落实到位。</p><p>2036年情况表</p><table>{drawn}</table>"
    tables: Tables = {}
    for document in compile_documents(read(text.encode(), "a.html", Limits())):
        for record in document.harvest.records:
            tables.setdefault(record.TABLE, []).append(record)
    return tables


def test_a_row_of_words_across_a_table_is_part_of_the_names_below_it() -> None:
    tables = page_of(
        "<td colspan=2>男性</td>",
        "<td>中级工</td><td>312</td>",
        "<td>高级工</td><td>104</td>",
        "<td colspan=2>女性</td>",
        "<td>中级工</td><td>95</td>",
        "<td>合计</td><td>511</td>",
    )
    assert [row[0].split(" ")[-3:-1] for row in stated(tables)][:3] == [
        ["男性", "中级工"],
        ["男性", "高级工"],
        ["女性", "中级工"],
    ]
    assert "女性" not in stated(tables)[3][0]


def test_a_numbered_row_of_words_is_a_chapter() -> None:
    tables = page_of(
        "<td colspan=2>一、重点工作</td>",
        "<td>城镇新增就业</td><td>312</td>",
        "<td colspan=2>二、农民工</td>",
        "<td>创业培训</td><td>104</td>",
    )
    read_as = [
        (row.subject, row.indicator_id) for row in tables["observations"] if isinstance(row, Observation)
    ]
    assert read_as == [("重点工作 城镇新增就业 人数", "urban_new_jobs"), ("农民工 创业培训 人数", None)]


def test_a_sum_of_money_in_a_title_is_no_year() -> None:
    rows = ("产品\t产量（吨）", "水泥\t312", "钢材\t905")
    tables = compiled(*rows, table="表6 2000万元以上工业企业产品产量")
    assert {row[1] for row in stated(tables)} == {"2036"}


def test_a_unit_that_is_not_known_is_not_that_of_the_row() -> None:
    rows = ("指标\t浊度（NTU）\t目标", "创业培训（人次）\t10\t312", "技能鉴定（人次）\t20\t905")
    assert [row[2] for row in stated(compiled(*rows, table="2036年指标表"))] == ["312", "905"]
    assert not stated(
        compiled(*(row.replace("浊度（NTU）", "分值（分）") for row in rows), table="2036年指标表")
    )


def test_what_is_counted_of_each_hundred_says_so() -> None:
    rows = ("品种\t城镇\t农村", "空调器\t112\t87", "洗衣机\t104\t93")
    tables = compiled(*rows, table="2036年每百户家庭耐用品拥有量", unit="台")
    assert all(row[0].startswith("每百户") for row in stated(tables))
    assert len(stated(tables)) == 4
    few = compiled("指标\t数值", "技能人才（人）\t312", "博士（人）\t3", table="2036年每万人拥有人才")
    assert of(few, "每万人拥有人才 技能人才").indicator_id is None


def test_what_has_come_together_in_a_month_is_of_all_months_until_then() -> None:
    tables = compiled(
        "月份\t当月创业培训\t累计创业培训",
        "1月\t31\t31",
        "2月\t52\t83",
        "3月\t44\t127",
        table="2036年分月培训情况",
        unit="人次",
    )
    assert [row[1:3] for row in stated(tables)] == [
        ("2036-01", "31"),
        ("2036-01", "31"),
        ("2036-02", "52"),
        ("2036-01/2036-02", "83"),
        ("2036-03", "44"),
        ("2036-01/2036-03", "127"),
    ]


def test_columns_that_differ_below_one_label_are_unread_in_all_rows() -> None:
    rows = ("指标\t人数\t人数\t金额（元）", "技能鉴定\t7\t7\t310", "创业培训\t0\t0\t520", "见习\t14\t23\t95")
    tables = compiled(*rows, table="2036年各类人员情况", unit="人")
    assert not [row for row in stated(tables) if row[3] == "人"]


def test_this_month_is_no_time_in_rows_that_are_none() -> None:
    rows = ("指标\t当月\t累计", "创业培训（人次）\t31\t127", "技能鉴定（人次）\t52\t803")
    assert [row[2] for row in stated(compiled(*rows, table="2036年培训情况"))] == ["127", "803"]


def test_figures_that_look_like_years_are_no_header() -> None:
    rows = ("指标\t目标（人次）\t完成（人次）", "创业培训\t2000\t2010", "技能鉴定\t312\t1990")
    assert [row[:3] for row in stated(compiled(*rows, table="2036年主要指标"))] == [
        ("创业培训", "2036", "2000"),
        ("创业培训", "2036", "2010"),
        ("技能鉴定", "2036", "312"),
        ("技能鉴定", "2036", "1990"),
    ]
    years = ("指标\t2035\t2036", "创业培训（人次）\t312\t331", "技能鉴定（人次）\t95\t104")
    assert [row[1] for row in stated(compiled(*years, table="主要指标"))] == ["2035", "2036"] * 2


def test_a_number_behind_what_says_that_a_row_is_a_part_is_no_name() -> None:
    rows = ("项目\t金额", "一、收入\t312", "其中：1.利息收入\t95")
    tables = compiled(*rows, table="2036年基金收入情况", unit="万元")
    assert [row[0].split(" ")[-2:] for row in stated(tables)][1] == ["利息收入", "金额"]


def test_years_in_wide_digits_and_the_year_before_last() -> None:
    tables = compiled(
        "指标\t２０３５年\t２０３６年\t比前年（%）",
        "创业培训（人次）\t312\t331\t2.5",
        "技能鉴定（人次）\t95\t104\t3.5",
        table="主要指标",
    )
    assert [row[:3] for row in stated(tables)][:3] == [
        ("创业培训", "2035", "312"),
        ("创业培训", "2036", "331"),
        ("创业培训比前年", "2036", "2.5"),
    ]
    assert of(tables, "创业培训比前年").against == "前年"


def test_what_a_column_counts_of_an_indicator_is_some_of_it() -> None:
    rows = ("指标\t合计\t男\t女", "城镇新增就业（人）\t312\t160\t152", "创业培训（人次）\t95\t40\t55")
    tables = compiled(*rows, table="2036年主要指标")
    assert of(tables, "城镇新增就业").indicator_id == "urban_new_jobs"
    assert of(tables, "城镇新增就业 男").indicator_id is None
    heads = (
        "<td rowspan=2>险种</td><td colspan=2>参保人数（人）</td>",
        "<td>职工</td><td>居民</td>",
        "<td>失业保险</td><td>312</td><td>95</td>",
        "<td>工伤保险</td><td>410</td><td>83</td>",
    )
    drawn = "".join(f"<tr>{row}</tr>" for row in heads)
    page = f"<h1>{REPORT}</h1><p>全市工作平稳有序推进。</p><p>2036年情况表</p><table>{drawn}</table>"
    (document,) = compile_documents(read(page.encode(), "a.html", Limits()))
    found = [row for row in document.harvest.records if isinstance(row, Observation)]
    assert [(row.printed, row.indicator_id) for row in found] == [
        ("312", None),
        ("95", None),
        ("410", None),
        ("83", None),
    ]


def test_a_bracket_of_a_label_is_kept_whole_and_an_hour_is_a_unit() -> None:
    tables = compiled(
        "工种\t低位值（10%）\t小时工资（元/小时）",
        "钳工\t4,100\t21.5",
        "漆工\t3,900\t19.0",
        table="2036年部分工种工资价位",
        unit="元/月",
    )
    assert [(row[0].rpartition(" ")[2], row[3]) for row in stated(tables)[:2]] == [
        ("低位值（10%）", "元/月"),
        ("小时工资", "元/小时"),
    ]


def test_a_part_of_what_is_counted_has_the_words_of_the_title_and_means_stand_beside_quantiles() -> None:
    tables = compiled(
        "年龄\t男性\t女性",
        "25岁及以下\t2.10\t1.95",
        "26岁及以上\t5.30\t4.60",
        table="2036年新就业人员性别年龄构成",
        unit="万人",
    )
    assert [row[0] for row in stated(tables)[:2]] == [
        "新就业人员性别年龄构成 25岁及以下 男性",
        "新就业人员性别年龄构成 25岁及以下 女性",
    ]
    head = "工种\t10%分位\t高位数（90%）\t平均数"
    rows = ("钳工\t4,100\t9,800\t6,300", "漆工\t3,900\t8,700\t5,800")
    tables = compiled(head, *rows, table="2036年部分工种工资价位", unit="元/月")
    assert [row[0].removeprefix("部分工种工资价位 钳工 ") for row in stated(tables)[:3]] == [
        "10%分位",
        "高位数（90%）",
        "平均数",
    ]
    tables = compiled(
        "工种\t人数\t平均数", *rows[:0], "钳工\t41\t98", "漆工\t39\t87", table="2036年技能人才情况"
    )
    assert [row[0] for row in stated(tables)] == []


@pytest.mark.parametrize(
    ("first", "second", "units"),
    [("38", "-19", ["件", "件"]), ("10.2", "-4.9", ["%", "%"]), ("38", "-4.9", None), ("7", "-3", None)],
)
def test_a_change_without_unit_is_what_the_two_years_show(
    first: str, second: str, units: list[str] | None
) -> None:
    tables = compiled(
        "类别\t2036年\t2035年\t增减",
        f"受理投诉（件）\t412\t374\t{first}",
        f"仲裁立案（件）\t371\t390\t{second}",
        table="2036年劳动保障维权情况",
    )
    found = [row for row in tables["observations"] if isinstance(row, Observation) and row.change]
    assert [(row.unit, row.change) for row in found] == (
        [] if units is None else list(zip(units, ["increase", "decrease"], strict=True))
    )
    assert len(unread(tables)) == (1 if units is None else 0)


def test_a_change_in_points_behind_a_share_is_of_the_share() -> None:
    tables = compiled(
        "产业\t需求人数（人）\t所占比重（%）\t与上年相比（百分点）",
        "第一产业\t420\t5.0\t+0.3",
        "第三产业\t7,980\t95.0\t-0.3",
        table="2036年分产业需求情况",
    )
    change = of(tables, "第一产业 需求人数 所占比重与上年相比")
    assert (change.printed, change.unit, change.change, change.against) == (
        "0.3",
        "百分点",
        "increase",
        "上年",
    )
    assert unread(tables) == []


@pytest.mark.parametrize(
    ("base", "aim", "plan"),
    [
        ("2035年基期值", "2040年目标值", "十六五"),
        ("2035年基数", "2040年目标值", "十六五"),
        ("2020年", "2025年", "十四五"),
    ],
)
def test_the_base_of_a_plan_is_an_outcome_of_the_year_it_names(base: str, aim: str, plan: str) -> None:
    tables = compiled(
        f"指标\t单位\t{base}\t{aim}",
        "城镇调查失业率\t%\t5.2\t5.5",
        "失业保险参保人数\t万人\t31.6\t34",
        table="主要发展指标",
        title=f"枫桥市人力资源和社会保障事业发展“{plan}”规划",
    )
    assert stated(tables)[:2] == [
        ("城镇调查失业率", base[:4], "5.2", "%", "actual"),
        ("城镇调查失业率", aim[:4], "5.5", "%", "target"),
    ]


def test_who_counts_is_not_what_is_counted() -> None:
    tables = compiled(
        "指标\t全市\t仲裁机构\t镇级调解组织",
        "当期受理案件数\t4,210\t2,630\t1,580",
        "涉及劳动者人数\t5,120\t3,240\t1,880",
        "涉案金额\t18,930\t15,220\t3,710",
        table="2036年争议案件处理情况",
        unit="件、人、万元",
    )
    assert {(row[0], row[3]) for row in stated(tables) if "仲裁机构" in row[0]} == {
        ("当期受理案件数 仲裁机构", "件"),
        ("涉及劳动者人数 仲裁机构", "人"),
        ("涉案金额 仲裁机构", "万元"),
    }


def test_a_date_beside_standards_is_no_figure_and_percent_in_the_cells_is_their_unit() -> None:
    tables = compiled(
        "项目\t单位\t2035年标准\t2036年标准\t调整幅度\t执行时间",
        "失业保险金\t元/月\t1,890\t1,980\t4.8%\t2036年1月",
        "基础养老金\t元/月\t140\t155\t10.7%\t2036年7月",
        table="预算12表 2036年主要待遇标准",
    )
    assert stated(tables)[:3] == [
        ("失业保险金 标准", "2035", "1,890", "元/月", "actual"),
        ("失业保险金 标准", "2036", "1,980", "元/月", "actual"),
        ("失业保险金 标准调整幅度", "2036", "4.8", "%", "actual"),
    ]
    assert unread(tables) == []


@pytest.mark.parametrize("title", ["12-4 分县区参保人数", "枫桥市统计年鉴2036 人口与就业"])
def test_numbers_of_tables_and_years_of_yearbooks_count_nothing(title: str) -> None:
    tables = compiled("险种\t参保人数", "失业保险\t21.35", "工伤保险\t24.90", table=title, unit="万人")
    assert {row[2] for row in stated(tables)} == {"21.35", "24.90"}


def test_a_growth_is_of_what_its_levels_are_and_what_was_budgeted_is_a_target() -> None:
    tables = compiled(
        "项目\t全年预算\t1-5月完成\t完成预算（%）\t上年同期\t增长（%）",
        "失业保险\t900\t360\t40.0\t300\t20.0",
        "工伤保险\t500\t150\t30.0\t120\t25.0",
        table="2036年1-5月基金收入",
        unit="万元",
    )
    found = [row for row in tables["observations"] if isinstance(row, Observation)][:5]
    assert [(row.subject, row.printed, row.kind, row.indicator_id) for row in found] == [
        ("基金收入 失业保险", "900", "target", None),
        ("基金收入 失业保险", "360", "actual", None),
        ("基金收入 失业保险 完成预算", "40.0", "actual", None),
        ("基金收入 失业保险", "300", "actual", None),
        ("基金收入 失业保险增长", "20.0", "actual", None),
    ]


def test_months_beside_each_other_settle_what_their_changes_count() -> None:
    tables = compiled(
        "监测指标\t单位\t5月\t4月\t较上月增减\t上年同月\t同比增减",
        "监测企业\t户\t320\t318\t2\t310\t10",
        "空缺岗位\t个\t45210\t45080\t130\t44160\t1050",
        table="2036年5月主要监测指标",
    )
    found = [row for row in tables["observations"] if isinstance(row, Observation) and "企业" in row.subject]
    assert [(row.period, row.printed, row.change, row.against) for row in found] == [
        ("2036-05", "320", None, None),
        ("2036-04", "318", None, None),
        ("2036-05", "2", "increase", "上月"),
        ("2035-05", "310", None, None),
        ("2036-05", "10", "increase", "同比"),
    ]
    assert unread(tables) == []


def test_a_second_column_of_names_needs_no_label_and_a_table_of_all_is_no_sum() -> None:
    tables = compiled(
        "项目\t\t人数",
        "性别\t男\t41,300",
        "\t女\t45,120",
        "学历\t本科\t52,300",
        table="2036年专业技术人才总表",
        unit="人",
    )
    assert [row[0] for row in stated(tables)] == [
        "专业技术人才 性别 男 人数",
        "专业技术人才 性别 女 人数",
        "专业技术人才 学历 本科 人数",
    ]


def test_changes_told_in_words_are_read_with_their_sign() -> None:
    tables = compiled(
        "指标\t单位\t2036年\t2035年\t同比",
        "城镇登记失业率\t%\t3.1\t3.3\t下降0.2个百分点",
        "劳动合同签订率\t%\t97.4\t96.6\t提高1.9个百分点",
        "城镇新增就业人数\t人\t8,410\t8,000\t增长5.13%",
        "见习人数\t人\t420\t400\t↑5.0%",
        "欠薪案件数\t件\t76\t80\t降5.0%",
        table="2036年主要指标完成情况表",
    )
    rows = [row for row in tables["observations"] if isinstance(row, Observation) and row.change]
    assert [(row.printed, row.unit, row.change) for row in rows] == [
        ("0.2", "个百分点", "decrease"),
        ("1.9", "个百分点", "increase"),
        ("5.13", "%", "increase"),
        ("5.0", "%", "increase"),
        ("5.0", "%", "decrease"),
    ]
    assert unread(tables) == []
    made = [(row.kind, row.status) for row in checks(tables)]
    assert ("stated_change", "fails") in made  # 97.4 less 96.6 is 0.8


def test_how_many_times_one_thing_is_another_is_no_percentage() -> None:
    tables = compiled(
        "行业\t需求人数\t求职人数\t求人倍率\t签约率",
        "制造业\t3,210\t2,510\t1.28\t61.5",
        "建筑业\t1,810\t1,705\t1.06\t58.0",
        table="2036年分行业供求情况表",
        unit="人、%",
    )
    assert [(row[0], row[3]) for row in stated(tables) if row[3] == "%"] == [
        ("制造业 签约率", "%"),
        ("建筑业 签约率", "%"),
    ]
    assert [printed for *_, printed in unread(tables)] == ["1.28　1.06"]


def test_rows_of_years_below_a_title_of_several_are_each_of_its_year() -> None:
    tables = compiled(
        "年份\t城镇新增就业（万人）\t城镇登记失业率（%）",
        "2034\t3.1\t3.4",
        "2035\t3.3\t3.2",
        table="2034—2035年就业主要指标",
    )
    assert [row[:3] for row in stated(tables)] == [
        ("城镇新增就业", "2034", "3.1"),
        ("城镇登记失业率", "2034", "3.4"),
        ("城镇新增就业", "2035", "3.3"),
        ("城镇登记失业率", "2035", "3.2"),
    ]


def test_years_before_a_plan_are_no_aims_of_it() -> None:
    tables = compiled(
        "年份\t城镇新增就业（万人）",
        "2035\t3.1",
        "2036\t3.3",
        table="城镇新增就业任务",
        title="枫桥市2036年就业工作计划",
    )
    assert [(row[1], row[4]) for row in stated(tables)] == [("2035", "actual"), ("2036", "target")]


def test_a_change_is_of_the_only_value_left_of_it_whatever_stands_behind_the_last_one() -> None:
    tables = compiled(
        "险种\t参保人数（万人）\t比上年末增加（万人）\t基金收入（亿元）\t同比增长（%）\t累计结余（亿元）",
        "失业保险\t21.35\t0.42\t1.07\t-2.5\t3.48",
        "工伤保险\t24.90\t-0.31\t0.66\t4.1\t1.92",
        table="2036年社会保险基金情况表",
    )
    assert of(tables, "失业保险 参保人数比上年末增加").printed == "0.42"
    assert of(tables, "失业保险 基金收入同比增长").change == "decrease"
    assert unread(tables) == []


def test_places_for_which_a_standard_holds_make_it_none_by_place() -> None:
    page = (
        "<p>枫桥市2036年最低工资标准</p><table><tr><td>类别<td>月最低工资标准（元）<td>适用地区</tr>"
        "<tr><td>一类<td>2310<td>昆明市、曲靖市</tr><tr><td>二类<td>2140<td>玉溪市</tr></table>"
    )
    (document,) = compile_documents(read(page.encode(), "a.html", Limits()))
    rows = [row for row in document.harvest.records if isinstance(row, Observation)]
    assert [(row.subject, row.printed) for row in rows] == [
        ("一类 月最低工资标准", "2310"),
        ("二类 月最低工资标准", "2140"),
    ]


def test_the_accounts_of_the_funds_have_aims_and_outcomes() -> None:
    tables = compiled(
        "项目\t2036年预算\t2036年决算",
        "失业保险基金收入\t56.0\t57.1",
        "失业保险基金支出\t42.0\t41.3",
        table="2036年社会保险基金收支情况表",
        title="枫桥市2036年社会保险基金决算",
        unit="万元",
    )
    assert [(row[0], row[2], row[4]) for row in stated(tables)] == [
        ("失业保险基金收入", "56.0", "target"),
        ("失业保险基金收入", "57.1", "amount"),
        ("失业保险基金支出", "42.0", "target"),
        ("失业保险基金支出", "41.3", "amount"),
    ]


def test_what_is_left_of_last_year_and_of_this_one_are_two_things() -> None:
    tables = compiled(
        "险种\t上年结余\t本年结余\t年末结余",
        "失业保险\t30.5\t1.2\t31.7",
        "工伤保险\t12.0\t0.8\t12.8",
        table="2036年社会保险基金结余情况表",
        unit="万元",
    )
    assert [row[:3] for row in stated(tables)][:3] == [
        ("失业保险 上年结余", "2036", "30.5"),
        ("失业保险 本年结余", "2036", "1.2"),
        ("失业保险 年末结余", "2036-12-31", "31.7"),
    ]


@pytest.mark.parametrize(("total", "status"), [("104.0", ["exact"]), ("114.0", ["not_checkable"])])
def test_the_sum_of_a_year_below_its_quarters_is_checked(total: str, status: list[str]) -> None:
    tables = compiled(
        "季度\t发放金额（万元）",
        *(f"第{name}季度\t{amount}" for name, amount in zip("一二三四", (20.5, 31, 27.5, 25), strict=True)),
        f"全年合计\t{total}",
        table="2036年失业保险金发放情况表",
    )
    assert [check.status for check in checks(tables) if check.kind == "stated_parts"] == status


def test_what_was_carried_out_of_the_year_before_is_an_outcome() -> None:
    tables = compiled(
        "项目\t2035年执行数\t2036年预算数",
        "失业保险费收入\t60.0\t63.0",
        "财政补贴收入\t18.0\t18.9",
        table="失业保险基金收支表",
        unit="万元",
    )
    assert [(row[1], row[4]) for row in stated(tables)][:2] == [("2035", "actual"), ("2036", "target")]
    assert len({row[0] for row in stated(tables)}) == 2


def test_income_and_spending_of_a_fund_side_by_side_are_two_tables() -> None:
    rows = (
        "<td colspan=2>收入<td colspan=2>支出",
        "<td>项目<td>2036年预算数<td>项目<td>2036年预算数",
        "<td>一、保险费收入<td>61.5<td>一、失业保险金支出<td>40.2",
        "<td>二、利息收入<td>1.5<td>二、其他支出<td>2.8",
        "<td>本年收入合计<td>63.0<td>本年支出合计<td>43.0",
    )
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    page = f"<h1>枫桥市2036年社会保险基金预算</h1><p>失业保险基金收支表</p><p>单位：万元</p><table>{table}</table>"
    (document,) = compile_documents(read(page.encode(), "a.html", Limits()))
    found = [row for row in document.harvest.records if isinstance(row, Observation)]
    assert [(row.subject.split(" ")[-1], row.printed, row.unit, row.kind) for row in found] == [
        ("保险费收入", "61.5", "万元", "target"),
        ("利息收入", "1.5", "万元", "target"),
        ("本年收入合计", "63.0", "万元", "target"),
        ("失业保险金支出", "40.2", "万元", "target"),
        ("其他支出", "2.8", "万元", "target"),
        ("本年支出合计", "43.0", "万元", "target"),
    ]


@pytest.mark.parametrize(
    ("before", "change", "found"),
    [("3.3", "-0.2", [("0.2", "百分点")]), ("3.3", "-6.1", []), ("", "-0.2", [])],
)
def test_a_change_of_a_rate_below_growth_in_percent_is_one_in_points_or_open(
    before: str, change: str, found: list[tuple[str, str]]
) -> None:
    tables = compiled(
        "指标\t单位\t本年\t上年\t比上年增减（%）",
        "城镇新增就业人数\t人\t8,410\t8,730\t-3.7",
        f"城镇登记失业率\t%\t3.1\t{before}\t{change}",
        table="2036年主要指标完成情况表",
    )
    changes = [row for row in tables["observations"] if isinstance(row, Observation) and row.change]
    assert [(row.printed, row.unit) for row in changes] == [("3.7", "%"), *found]
    assert [printed for *_, printed in unread(tables)] == ([] if found else [change])


@pytest.mark.parametrize(
    ("above", "told"),
    [
        (("2035年", "2036年"), [("2035", "actual")] * 2 + [("2036", "actual")] * 2),
        (("目标", "完成"), [("2036", "target")] * 2 + [("2036", "actual")] * 2),
    ],
)
def test_what_stands_over_tables_side_by_side_is_said_of_them(
    above: tuple[str, str], told: list[tuple[str, str]]
) -> None:
    rows = (
        *("<td colspan=2>".join(["", *above]), "<td>指标<td>数值（人）<td>指标<td>数值（人）"),
        "<td>城镇新增就业<td>6100<td>城镇新增就业<td>6300",
        "<td>失业人员再就业<td>2700<td>失业人员再就业<td>2900",
    )
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    page = f"<h1>{REPORT}</h1><p>2036年全市就业主要指标</p><table>{table}</table>"
    (document,) = compile_documents(read(page.encode(), "a.html", Limits()))
    found = [row for row in document.harvest.records if isinstance(row, Observation)]
    assert [row.printed for row in found] == ["6100", "2700", "6300", "2900"]
    assert [(row.period, row.kind) for row in found] == told


PLAN_ROWS = (
    "类别\t指标\t2035年\t2040年\t属性",
    "社会保障\t1.失业保险参保人数（万人）\t41\t45\t预期性",
    "社会保障\t2.工伤保险参保人数（万人）\t53\t57\t约束性",
    "农民工\t3.工伤保险参保人数（万人）\t13\t17\t预期性",
)


def test_a_chapter_of_the_work_left_of_a_row_narrows_nothing_while_some_of_those_counted_do() -> None:
    rows = compiled(*PLAN_ROWS, table="枫桥市人力资源和社会保障事业发展主要指标")["observations"]
    found = [(row.subject, row.printed, row.indicator_id) for row in rows if isinstance(row, Observation)]
    assert found == [
        ("社会保障 失业保险参保人数", "41", "unemployment_insured"),
        ("社会保障 失业保险参保人数", "45", "unemployment_insured"),
        ("社会保障 工伤保险参保人数", "53", "injury_insured"),
        ("社会保障 工伤保险参保人数", "57", "injury_insured"),
        ("农民工 工伤保险参保人数", "13", None),
        ("农民工 工伤保险参保人数", "17", None),
    ]


ACCOUNTS = "枫桥县就业服务中心2036年部门决算"


def test_tables_side_by_side_may_have_columns_of_their_own() -> None:
    tables = compiled(
        "项目\t行次\t年初预算数\t统计数\t项目\t行次\t统计数",
        "一、“三公”经费支出\t1\t—\t—\t三、机关运行经费\t6\t66.30",
        "（一）支出合计\t2\t9.20\t7.10\t四、政府采购支出\t7\t31.50",
        table="机构运行信息表",
        title=ACCOUNTS,
        unit="万元",
    )
    assert stated(tables) == [
        ("“三公”经费支出 支出合计", "2036", "9.20", "万元", "target"),
        ("“三公”经费支出 支出合计", "2036", "7.10", "万元", "amount"),
        ("机关运行经费", "2036", "66.30", "万元", "amount"),
        ("机构运行信息 政府采购支出", "2036", "31.50", "万元", "amount"),
    ]


def test_parts_are_counted_in_what_their_whole_is_and_not_in_the_money_of_the_caption() -> None:
    tables = compiled(
        "项目\t统计数",
        "一、车辆数合计（辆）\t7",
        "（一）应急保障用车\t4",
        "（二）执法执勤用车\t3",
        "二、单价60万元以上设备（台、套）\t2",
        "（一）专用设备\t2",
        "三、培训人数（人）\t90",
        "（一）补贴金额\t5.40",
        "四、会议费\t1.30",
        table="机构运行信息表",
        title=ACCOUNTS,
        unit="万元",
    )
    assert [row[:1] + row[2:4] for row in stated(tables)] == [
        ("车辆数合计", "7", "辆"),
        ("车辆数合计 应急保障用车", "4", "辆"),
        ("车辆数合计 执法执勤用车", "3", "辆"),
        ("机构运行信息 单价60万元以上设备", "2", "台（套）"),
        ("单价60万元以上设备 专用设备", "2", "台（套）"),
        ("机构运行信息 培训人数", "90", "人"),
        ("机构运行信息 会议费", "1.30", "万元"),
    ]
    assert [row[2] for row in unread(tables)] == ["5.40"]


def test_a_row_of_words_is_over_where_a_higher_number_begins() -> None:
    tables = compiled(
        "项目\t行次\t统计数",
        "一、机关运行经费\t1\t66.30",
        "（一）行政单位\t2\t66.30",
        "（二）事业单位\t3\t",
        "二、政府采购支出\t4\t31.50",
        "1．货物\t5\t20.50",
        "2．服务\t6\t11.00",
        table="机构运行信息表",
        title=ACCOUNTS,
        unit="万元",
    )
    assert [row[0] for row in stated(tables)][-2:] == ["政府采购支出 货物", "政府采购支出 服务"]


def test_the_number_of_its_form_below_the_title_of_a_table_is_no_title() -> None:
    head = ("项目\t资产总额\t流动资产", "合计\t31.60\t12.20", "其中：房屋\t19.40\t")
    texts = [
        "枫桥县就业服务中心2036年部门决算",
        "",
        "国有资产占用情况表",
        "",
        "公开11表",
        "",
        "单位：万元",
        "",
    ]
    for number in ("公开11表", "附表4", "表11"):
        lines = tuple(number if text == "公开11表" else text for text in (*texts, *head, ""))
        (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", lines))
        assert [table.title for table in document.source.parsed.tables] == ["国有资产占用情况表"], number


def test_a_plan_of_several_years_in_a_budget_is_read_whatever_its_columns_are_called() -> None:
    page = (
        "<meta charset='utf-8'><h1>枫桥县就业服务中心2036年部门预算</h1><p>部门项目中期规划预算表</p><p>单位：万元</p><table>"
        "<tr><td rowspan=2>项目名称<td rowspan=2>项目级次<td colspan=3>项目支出规划金额<tr><td>2036年<td>2037年<td>2038年"
        "<tr><td>创业园运营<td>本级<td>61.50<td>64.20<td>67.00<tr><td>技能大赛<td>本级<td>8.50<td>8.50<td>8.50</table>"
    )
    (document,) = compile_documents(read(page.encode(), "a.html", Limits()))
    rows = [row for row in document.harvest.records if isinstance(row, Observation)]
    assert [(row.period, row.printed) for row in rows[:3]] == [
        ("2036", "61.50"),
        ("2037", "64.20"),
        ("2038", "67.00"),
    ]
    assert len(rows) == 6


def test_a_sum_that_stands_in_the_column_of_numbers_is_named() -> None:
    tables = compiled(
        "序号\t企业名称\t稳岗人数",
        "1\t云河纺织厂\t310",
        "2\t东岭机械厂\t140",
        "合计\t\t450",
        table="2036年稳岗返还情况",
        unit="人",
    )
    assert [row[2] for row in stated(tables)] == ["310", "140", "450"]
    assert unread(tables) == []


QUARTERS = "项目\t全年目标\t一季度\t二季度\t三季度\t四季度"


@pytest.mark.parametrize(
    ("rows", "ends"),
    [
        (("岗位补贴\t900\t200\t450\t700\t900", "见习\t80\t20\t40\t60\t80"), ["-01/2036-03", "-01/2036-06", "-01/2036-09", ""]),
        (("岗位补贴\t900\t200\t250\t250\t200", "见习\t80\t20\t20\t20\t20"), ["-01/2036-03", "-04/2036-06", "-07/2036-09", "-10/2036-12"]),
        (("岗位补贴\t900\t200\t450\t700\t900", "见习\t80\t20\t20\t20\t20"), ["-01/2036-03", "-04/2036-06", "-07/2036-09", "-10/2036-12"]),
        (("岗位补贴\t900\t200\t450\t400\t900", "见习\t80\t20\t40\t60\t80"), ["-01/2036-03", "-04/2036-06", "-07/2036-09", "-10/2036-12"]),
    ],
    ids=["all from January on", "each its own", "one row adds up", "one row falls"],
)  # fmt: skip
def test_quarters_that_end_with_the_figure_of_the_year_run_on_from_january(
    rows: tuple[str, str], ends: list[str]
) -> None:
    tables = compiled(QUARTERS, *rows, table="2036年目标任务分季度进度表", unit="人")
    periods = [row[1] for row in stated(tables) if "见习" in row[0]]
    assert periods == ["2036", *(f"2036{end}" for end in ends)]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("控制在4%以内", ("<=", "4", "%")),
        ("控制在4.5%左右", ("~", "4.5", "%")),
        ("达到90%以上", (">=", "90", "%")),
        ("达到260人", ("=", "260", "人")),
        ("不低于90%", (">=", "90", "%")),
        ("动态清零", None),
    ],
)
def test_words_that_lead_to_the_figure_of_a_cell(cell: str, wanted: tuple[str, str, str] | None) -> None:
    tables = compiled(
        "序号\t目标任务\t指标值\t责任单位",
        "1\t城镇新增就业\t3000人\t县人社局",
        "2\t工资支付\t60户\t县人社局",
        f"3\t某项任务\t{cell}\t县人社局",
        table="2036年目标任务分解表",
    )
    rows = [
        row for row in tables["observations"] if isinstance(row, Observation) and row.subject == "某项任务"
    ]
    assert [(row.operator, row.printed, row.unit) for row in rows] == ([wanted] if wanted else [])


def test_codes_of_what_money_is_for_are_no_figures() -> None:
    tables = compiled(
        "企业名称\t补贴金额\t功能科目",
        "云河纺织厂\t31\t2080704",
        "东岭机械厂\t14\t2080704",
        table="2036年社会保险补贴发放情况",
        unit="万元",
    )
    assert [row[2] for row in stated(tables)] == ["31", "14"]
    assert unread(tables) == []


def test_a_row_of_growth_is_of_the_row_above_in_the_years_of_its_columns() -> None:
    tables = compiled(
        "指标\t2035年\t2036年",
        "见习岗位（个）\t400\t420",
        "比上年增长（%）\t-2.5\t5.0",
        "城镇登记失业率（%）\t3.3\t3.1",
        "增长率（%）\t0.5\t-6.1",
        "鉴定人数（人）\t90\t99",
        "比上年增加（人）\t4\t9",
        "增速（%）\t4.7\t10.0",
        table="2036年就业主要指标",
    )
    rows = [row for row in tables["observations"] if isinstance(row, Observation) and row.change]
    assert [(row.subject, row.period, row.change, row.printed, row.unit) for row in rows] == [
        ("见习岗位比上年增长", "2035", "decrease", "2.5", "%"),
        ("见习岗位比上年增长", "2036", "increase", "5.0", "%"),
    ]
    assert {printed for _, _, printed in unread(tables)} == {"0.5", "-6.1", "4", "9", "4.7", "10.0"}
    assert [row.status for row in checks(tables) if isinstance(row, Check) and row.status == "fails"] == []


def test_values_beside_their_growth_are_in_the_other_unit_of_the_caption() -> None:
    rows = ("行业\t2035年\t2036年\t名义增长率", "采矿业\t90000\t99000\t10.0", "就业率\t90\t91\t")
    tables = compiled(*rows, table="2036年年平均工资", unit="元、%")
    assert [row[2:4] for row in stated(tables)] == [("90000", "元"), ("99000", "元"), ("10.0", "%")]
    bare = (row[: row.rindex("\t")] for row in rows)
    assert [row[2] for row in stated(compiled(*bare, table="2036年产值", unit="元、%"))] == ["90", "91"]


def test_what_both_row_and_column_say_is_said_where_it_tells_columns_apart() -> None:
    tables = compiled(
        "单位名称\t单位性质\t编制人数\t\t",
        "\t\t合计\t行政\t事业",
        "县人社局\t行政\t35\t33\t2",
        "县就业中心\t事业\t60\t\t60",
        table="2036年人员情况",
        unit="人",
    )
    assert [row[0] for row in stated(tables)] == [
        "县人社局 行政 编制人数",
        "县人社局 编制人数 行政",
        "县人社局 行政 编制人数 事业",
        "县就业中心 事业 编制人数",
        "县就业中心 编制人数 事业",
    ]


LISTS = (
    "2034—2036年城镇新增就业与城镇登记失业率",
    "2034—2036年城镇登记失业率和城镇新增就业人数变化情况",
    "2034—2036年城镇新增就业",
    "2034—2036年城镇新增就业、失业率走势",
)


def told_of(page: bool, table: str, *rows: str) -> list[tuple[str, str, str | None]]:
    """What a table of a text, or of a web page, states with what it is an indicator of."""
    if page:
        drawn = "".join(
            f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(chr(9)))}</tr>" for row in rows
        )
        whole = f"<h1>{REPORT}</h1><p>全市工作平稳有序推进。</p><p>{table}</p><table>{drawn}</table>"
        (document,) = compile_documents(read(whole.encode(), "a.html", Limits()))
        records = list(document.harvest.records)
    else:
        records = compiled(*rows, table=table)["observations"]
    return [(row.subject, row.printed, row.indicator_id) for row in records if isinstance(row, Observation)]


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize("table", LISTS)
def test_a_title_that_lists_the_columns_of_a_table_of_years_adds_nothing_to_them(
    table: str, page: bool
) -> None:
    rows = ("年份\t城镇新增就业（万人）\t城镇登记失业率（%）", "2034\t3.1\t3.4", "2035\t3.3\t3.2")
    assert told_of(page, table, *rows) == [
        ("城镇新增就业", "3.1", "urban_new_jobs"),
        ("城镇登记失业率", "3.4", "urban_registered_unemployment_rate"),
        ("城镇新增就业", "3.3", "urban_new_jobs"),
        ("城镇登记失业率", "3.2", "urban_registered_unemployment_rate"),
    ]


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize("table", LISTS)
def test_a_title_that_lists_the_rows_of_a_table_adds_nothing_to_them(table: str, page: bool) -> None:
    rows = ("指标\t单位\t2034年\t2035年", "城镇新增就业\t万人\t3.1\t3.3", "城镇登记失业率\t%\t3.4\t3.2")
    assert told_of(page, table, *rows) == [
        ("城镇新增就业", "3.1", "urban_new_jobs"),
        ("城镇新增就业", "3.3", "urban_new_jobs"),
        ("城镇登记失业率", "3.4", "urban_registered_unemployment_rate"),
        ("城镇登记失业率", "3.2", "urban_registered_unemployment_rate"),
    ]


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize(
    "table", ["2034—2036年高校毕业生城镇新增就业", "2034—2036年高校毕业生", "2034—2036年农民工就业与失业率"]
)
def test_a_title_that_says_of_whom_still_narrows_its_columns(table: str, page: bool) -> None:
    rows = ("年份\t城镇新增就业（万人）\t高校毕业生（万人）", "2034\t3.1\t0.4", "2035\t3.3\t0.5")
    found = told_of(page, table, *rows)
    assert [(printed, indicator) for _, printed, indicator in found if printed in ("3.1", "3.3")] == [
        ("3.1", None),
        ("3.3", None),
    ]


@pytest.mark.parametrize("page", [False, True])
def test_a_growth_is_of_the_indicator_that_the_value_of_its_row_is_of(page: bool) -> None:
    rows = (
        "指标\t单位\t本年\t上年\t比上年增长（%）",
        "农村劳动力转移就业\t万人次\t31.8\t30.0\t6.0",
        "职业培训\t人次\t4,750\t5,000\t-5.0",
        "失业人员再就业\t人\t2,100\t2,000\t5.0",
        "城镇登记失业率\t%\t3.1\t3.3\t-0.2个百分点",
        "失业保险\t亿元\t1.1\t1.0\t10.0",
    )
    found = told_of(page, "2036年全市主要指标", *rows)
    assert [(printed, indicator) for subject, printed, indicator in found if "增长" in subject] == [
        ("6.0", "rural_labour_transfer"),
        ("5.0", "vocational_training"),
        ("5.0", "unemployed_reemployed"),
        ("0.2", "urban_registered_unemployment_rate"),
        ("10.0", None),
    ]


@pytest.mark.parametrize("page", [False, True])
def test_a_row_of_growth_is_of_the_indicator_of_the_row_above(page: bool) -> None:
    rows = (
        "指标\t2035年\t2036年",
        "农村劳动力转移就业（万人次）\t30.0\t31.8",
        "比上年增长（%）\t2.5\t6.0",
        "职业培训（人次）\t5,000\t4,750",
        "比上年增长（%）\t1.4\t-5.0",
    )
    found = told_of(page, "全市主要指标", *rows)
    assert [(printed, indicator) for subject, printed, indicator in found if "增长" in subject] == [
        ("2.5", "rural_labour_transfer"),
        ("6.0", "rural_labour_transfer"),
        ("1.4", "vocational_training"),
        ("5.0", "vocational_training"),
    ]


SECTIONS = (
    "指标\tItem\t2035\t2036",
    "农业保险\tAgricultural Insurance\t\t",
    "种植业保险\tInsurance of Crops\t\t",
    "承保户数（万户）\tHouseholds Covered(10000 households)\t31.2\t33.4",
    "赔付金额（亿元）\tIndemnities(100 million yuan)\t2.15\t2.35",
    "养殖业保险\tInsurance of Livestock\t\t",
    "承保户数（万户）\tHouseholds Insured(10000 households)\t7.6\t8.1",
    "赔付金额（亿元）\tIndemnities(100 million yuan)\t0.85\t0.95",
)


@pytest.mark.parametrize("page", [False, True])
def test_rows_of_words_alone_tell_the_same_rows_below_them_apart(page: bool) -> None:
    found = told_of(page, "农业保险情况", *SECTIONS)
    assert [(subject, printed) for subject, printed, _ in found] == [
        ("种植业保险 承保户数", "31.2"),
        ("种植业保险 承保户数", "33.4"),
        ("种植业保险 赔付金额", "2.15"),
        ("种植业保险 赔付金额", "2.35"),
        ("养殖业保险 承保户数", "7.6"),
        ("养殖业保险 承保户数", "8.1"),
        ("养殖业保险 赔付金额", "0.85"),
        ("养殖业保险 赔付金额", "0.95"),
    ]


def test_a_row_that_lost_its_figure_heads_no_rows_where_none_stands_twice() -> None:
    tables = compiled(
        "指标\t2035年\t2036年",
        "承保户数（万户）\t31.2\t33.4",
        "理赔件数\t\t",
        "赔付金额（亿元）\t2.15\t2.35",
        table="全市主要指标",
    )
    assert [row[0] for row in stated(tables)] == ["承保户数"] * 2 + ["赔付金额"] * 2


def test_a_row_without_the_mark_of_parts_is_a_whole_of_its_own() -> None:
    tables = compiled(
        "指标名称\t单位\t绝对数",
        "林地面积\t万亩\t361.2",
        "#经济林\t万亩\t68.1",
        "草地面积\t万亩\t275.5",
        "#人工草地\t万亩\t89.7",
        "耕地面积\t万亩\t354.7",
        "#人工草地\t万亩\t16.9",
        table="2036年全市主要指标",
    )
    assert [row[0] for row in stated(tables)] == [
        "林地面积",
        "林地面积 经济林",
        "草地面积",
        "草地面积 人工草地",
        "耕地面积",
        "耕地面积 人工草地",
    ]
    assert unread(tables) == []


def test_a_rate_of_twenty_yuan_beside_a_sum_that_looks_like_a_year_is_a_figure() -> None:
    tables = compiled(
        "档次\t月最低工资标准（元/月）\t小时最低工资标准（元/小时）\t适用地区",
        "一档\t2010\t20.0\t城区、开发区",
        "二档\t1900\t19.0\t其他乡镇",
        table="最低工资标准表",
    )
    assert [row[2] for row in stated(tables)] == ["2010", "20.0", "1900", "19.0"]
