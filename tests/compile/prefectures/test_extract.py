"""Tables by place of any province or prefecture: rows, columns of three kinds, bounds, units, totals, what is unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.checks import checks
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.compile.pipeline import compile_folder, complete
from hrss_tui.compile.prefectures.cells import number
from hrss_tui.records import Check, Prefecture, PrefectureTotal, PrefectureValue, Record, Unread
from hrss_tui.sources.formats.form import SourceFile
from tests.sources.formats.pdf.made import Sheet, pdf

TITLE = "关于印发《2029年四川省就业工作要点》的通知"
Tables = dict[str, list[Record]]


def compiled(
    *rows: str, title: str = TITLE, table: str = "2029年各市州目标任务分解表", unit: str = "人"
) -> tuple[Tables, list[str]]:
    lines = [
        title,
        "",
        "各单位要认真组织实施，加强督促检查，确保全年各项目标任务圆满完成，并按季度报送工作进展情况和存在的问题。",
        "",
    ]
    lines += ["附件", "", table, "", f"单位：{unit}", "", *rows]
    (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", tuple(lines)))
    tables: Tables = {}
    for record in document.harvest.records:
        tables.setdefault(record.TABLE, []).append(record)
    return tables, list(document.harvest.notes)


def values(tables: Tables) -> list[tuple[str, str, int | None, float | None, str]]:
    rows = [row for row in tables.get("prefecture_values", []) if isinstance(row, PrefectureValue)]
    return [(row.prefecture_code, row.metric, row.year, row.value, row.kind) for row in rows]


def unread(tables: Tables) -> list[tuple[str, str | None, str]]:
    return [(row.kind, row.name, row.printed) for row in tables.get("unread", []) if isinstance(row, Unread)]


def sums(tables: Tables) -> list[tuple[str, str | None]]:
    return [
        (row.status, row.reason)
        for row in checks(tables)
        if isinstance(row, Check) and row.kind == "prefecture_sum"
    ]


def test_prefectures_of_another_province() -> None:
    tables, notes = compiled(
        "市（州）\t城镇新增就业人数", "成都市\t2600", "甘孜州\t140", "泸州\t360", "合计\t3100"
    )
    assert values(tables) == [
        ("5101", "urban_new_jobs", 2029, 2600, "target"),
        ("5133", "urban_new_jobs", 2029, 140, "target"),
        ("5105", "urban_new_jobs", 2029, 360, "target"),
    ]
    assert sums(tables) == [("exact", None)]
    assert notes == []


def test_counties_of_a_prefecture() -> None:
    title = "关于印发《2029年泸州市就业工作要点》的通知"
    tables, _ = compiled(
        "县（区）\t城镇新增就业人数", "江阳区\t210", "泸县\t150", "古蔺县\t90", "合计\t451", title=title
    )
    assert [row[0] for row in values(tables)] == ["510502", "510521", "510525"]
    ((status, reason),) = sums(tables)
    assert status == "fails"
    assert reason and "相差 1 人" in reason


def test_the_corps_and_its_cities_are_rows_of_their_own() -> None:
    title = "关于印发《2029年自治区就业工作要点》的通知"
    rows = ("阿勒泰地区\t30", "塔城地区\t20", "北屯市\t4", "兵团（不含北屯市）\t6", "第十师\t1", "合计\t61")
    tables, _ = compiled("地区\t城镇新增就业人数", *rows, title=title)
    assert [row[0] for row in values(tables)] == ["6543", "6542", "659005", "66", "6610"]
    assert sums(tables) == [("exact", None)]


def test_a_row_of_no_known_place_is_named_and_the_sum_not_checked() -> None:
    tables, _ = compiled("市（州）\t城镇新增就业人数", "成都市\t26", "泸州市\t36", "省本级\t8", "合计\t71")
    assert [status for status, _ in sums(tables)] == ["not_checkable"]
    assert unread(tables) == [("row", "省本级", "8")]


def test_a_cell_that_is_no_number_makes_its_own_sum_unchecked() -> None:
    rows = ("成都市\t26\t1", "泸州市\t#REF!\t2", "合计\t62\t3")
    tables, _ = compiled("市（州）\t城镇新增就业人数\t新增创业人数", *rows)
    assert [status for status, _ in sums(tables)] == ["not_checkable", "exact"]
    assert unread(tables) == [("cell", "泸州市", "#REF!")]


def test_a_total_above_rows_of_which_one_prints_a_mark_is_not_checked() -> None:
    rows = ("市（州）\t城镇新增就业人数", "成都市\t2600", "甘孜州\t/", "泸州\t360")
    assert sums(compiled(*rows, "合计\t3100")[0]) == [("not_checkable", "第 13 行未能读出：/")]
    assert sums(compiled(*rows, "合计\t2960")[0]) == [("exact", None)]
    assert [status for status, _ in sums(compiled(*rows, "合计\t2900")[0])] == ["fails"]


def test_a_part_of_a_row_is_not_added_to_it() -> None:
    rows = ("成都市\t26", "其中：金牛区\t9", "泸州市\t36", "合计\t62")
    tables, _ = compiled("市（州）\t城镇新增就业人数", *rows)
    assert sums(tables) == [("exact", None)]
    assert unread(tables) == [("row", "其中：金牛区", "9")]


def test_outcome_target_and_change_are_three_kinds() -> None:
    header = "市（州）\t2028年城镇新增就业完成人数\t2029年城镇新增就业目标人数\t增减"
    tables, _ = compiled(header, "成都市\t25\t26\t1", "泸州市\t36\t30\t-6", "合计\t61\t56\t-5")
    assert values(tables)[:3] == [
        ("5101", "urban_new_jobs", 2028, 25, "actual"),
        ("5101", "urban_new_jobs", 2029, 26, "target"),
        ("5101", "urban_new_jobs:change", 2029, 1, "change"),
    ]
    assert {status for status, _ in sums(tables)} == {"exact"}
    changes = [
        row
        for row in tables["prefecture_values"]
        if isinstance(row, PrefectureValue) and row.kind == "change"
    ]
    assert {row.indicator_id for row in changes} == {None}


def test_target_and_outcome_of_one_year_are_two_rows() -> None:
    tables, _ = compiled(
        "市（州）\t失业人员再就业目标任务\t失业人员再就业完成数\t完成率（%）",
        "成都市\t10\t12\t120",
        "泸州市\t20\t15\t75",
    )
    assert [(row[1], row[4]) for row in values(tables)[:3]] == [
        ("unemployed_reemployed", "target"),
        ("unemployed_reemployed", "actual"),
        ("unemployed_reemployed:rate", "rate"),
    ]


def test_rates_are_not_added_up_and_parts_of_columns_are_metrics() -> None:
    header = "市（州）\t城镇新增就业人数\t其中：下岗失业人员再就业\t城镇登记失业率(%)"
    tables, _ = compiled(header, "成都市\t26\t6\t3.5", "泸州市\t36\t9\t4", "合计\t62\t15\t4.2")
    assert [row[1] for row in values(tables)[:3]] == [
        "urban_new_jobs",
        "unemployed_reemployed",
        "urban_registered_unemployment_rate",
    ]
    assert [status for status, _ in sums(tables)] == ["exact", "exact"]


def test_units_in_cells_and_bounds() -> None:
    tables, _ = compiled(
        "县（区）\t城镇新增就业人数",
        "全市\t1.35万人",
        "江阳区\t9500人以上",
        "泸县\t4000人以上",
        title=TITLE.replace("四川省", "泸州市"),
        unit="见表",
    )
    found = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.value, row.unit, row.operator, row.printed) for row in found] == [
        (9500, "人", ">=", "9500"),
        (4000, "人", ">=", "4000"),
    ]
    (total,) = tables["prefecture_totals"]
    assert isinstance(total, PrefectureTotal)
    assert (total.value, total.unit) == (1.35, "万人")
    assert sums(tables) == [("not_checkable", "各地的数是界限或约数，不能相加")]


@pytest.mark.parametrize(
    ("unit", "found", "lost"),
    [("人", [("1.35", "万人"), ("9500", "人")], []), ("万人", [("9500", "万人")], ["1.35万"])],
)
def test_a_multiplier_in_a_cell_is_of_the_unit_of_its_column_where_that_has_none(
    unit: str, found: list[tuple[str, str]], lost: list[str]
) -> None:
    tables, _ = compiled(
        f"县（区）\t培训人数（{unit}）",
        "江阳区\t1.35万",
        "泸县\t9500",
        title=TITLE.replace("四川省", "泸州市"),
    )
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.printed, row.unit) for row in rows] == found
    assert [printed for *_, printed in unread(tables)] == lost


def test_a_division_of_the_corps_may_be_called_so() -> None:
    title = "新疆维吾尔自治区2029年就业工作计划"
    rows = ("阿勒泰地区\t30", "兵团第七师胡杨河市\t4", "新疆生产建设兵团第十二师\t1", "合计\t35")
    tables, _ = compiled("地区\t城镇新增就业人数", *rows, title=title)
    assert [row[0] for row in values(tables)] == ["6543", "6607", "6612"]
    assert unread(tables) == []


def test_the_corps_below_the_total_is_no_part_of_it() -> None:
    title = "关于印发《2029年自治区就业工作要点》的通知"
    tables, _ = compiled(
        "地区\t城镇新增就业人数", "阿勒泰地区\t30", "塔城地区\t20", "合计\t50", "兵团\t6", title=title
    )
    assert sums(tables) == [("exact", None)]


def test_a_total_that_stands_first_is_of_the_rows_below() -> None:
    tables, _ = compiled("市（州）\t城镇新增就业人数", "合计\t62", "成都市\t26", "泸州市\t36")
    assert sums(tables) == [("exact", None)]
    (total,) = tables["prefecture_totals"]
    assert isinstance(total, PrefectureTotal)
    assert total.rows_end == total.line_start + 2


def test_an_unknown_column_is_kept_under_its_name_and_said() -> None:
    tables, notes = compiled("市（州）\t青年见习岗位数", "成都市\t26", "泸州市\t36")
    assert {row[1] for row in values(tables)} == {"青年见习岗位数"}
    assert any("青年见习岗位数" in note for note in notes)


def test_outcomes_of_a_bulletin() -> None:
    title = "2028年四川省人力资源和社会保障事业发展统计公报"
    tables, _ = compiled(
        "市（州）\t失业保险参保人数",
        "成都市\t26",
        "泸州市\t36",
        title=title,
        table="各市州参保情况",
        unit="万人",
    )
    assert values(tables)[0] == ("5101", "unemployment_insured", 2028, 26, "actual")


def test_a_table_of_other_rows_is_none_by_place() -> None:
    tables, _ = compiled("项目\t人数", "成都市\t26", "技工学校\t3", "培训中心\t5", "招聘会\t9")
    assert values(tables) == []


def test_places_of_tables_are_rows_of_the_reference() -> None:
    tables, _ = compiled("市（州）\t城镇新增就业人数", "成都市\t26", "泸州市\t36")
    complete(tables)
    found = [row for row in tables["prefectures"] if isinstance(row, Prefecture)]
    assert [(row.code, row.short_name, row.name_en, row.map_row) for row in found] == [
        ("5101", "成都市", "Chengdu", -1),
        ("5105", "泸州市", "Luzhou", -1),
    ]


def test_plans_of_two_provinces_for_one_year_stand_side_by_side() -> None:
    one, _ = compiled("市（州）\t城镇新增就业人数", "成都市\t26", "泸州市\t36", "合计\t62")
    rows = [row for row in one["prefecture_totals"] if isinstance(row, PrefectureTotal)]
    assert [getattr(rows[0], name) for name in PrefectureTotal.KEY] == [
        "urban_new_jobs",
        2029,
        "target",
        "plan-2029",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4,200", ("4,200", "=", "")),
        ("2800人以上", ("2800", ">=", "人")),
        ("≤4.5%", ("4.5", "<=", "%")),
        ("0.8%以内", ("0.8", "<=", "%")),
        ("1.35 万人", ("1.35", "=", "万人")),
        ("约30", ("30", "~", "")),
        ("-400", ("-400", "=", "")),
        ("250.00*", None),
        ("2 50.00", None),
        ("/", None),
        ("三十", None),
    ],
)
def test_cells(text: str, found: tuple[str, str, str] | None) -> None:
    cell = number(text)
    assert (cell and (cell.digits, cell.operator, cell.unit)) == found


def test_blocks_side_by_side_are_one_table_and_the_last_row_sums_both() -> None:
    tables, _ = compiled(
        "市（州）\t城镇新增就业人数\t培训人数（人次）\t市（州）\t城镇新增就业人数\t培训人数（人次）",
        "成都市\t2600\t41\t泸州市\t360\t7",
        "自贡市\t210\t9\t甘孜州\t140\t3",
        "合计\t3310\t60\t\t\t",
    )
    assert [(code, value) for code, metric, _, value, _ in values(tables) if metric == "urban_new_jobs"] == [
        ("5101", 2600),
        ("5103", 210),
        ("5105", 360),
        ("5133", 140),
    ]
    assert {row.unit for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)} == {
        "人",
        "人次",
    }
    assert [status for status, _ in sums(tables)] == ["exact", "exact"]
    assert unread(tables) == []


def test_numbers_of_rows_stand_left_of_each_block_and_totals_may_come_first() -> None:
    tables, _ = compiled(
        "序号\t地区\t城镇新增就业人数\t序号\t地区\t城镇新增就业人数",
        "\t全省\t3310\t\t\t",
        "1\t成都市\t2600\t3\t泸州市\t360",
        "2\t自贡市\t210\t4\t甘孜州\t140",
    )
    assert [(code, value) for code, _, _, value, _ in values(tables)] == [
        ("5101", 2600),
        ("5103", 210),
        ("5105", 360),
        ("5133", 140),
    ]
    assert [status for status, _ in sums(tables)] == ["exact"]


def test_columns_that_name_two_places_of_one_row_are_no_blocks() -> None:
    """Workers go from one city to another: the figures are of the row, named by its first place."""
    tables, _ = compiled("输出地\t输入地\t输转人数", "自贡市\t成都市\t21", "泸州市\t成都市\t35")
    assert [(code, value) for code, _, _, value, _ in values(tables)] == [("5103", 21), ("5105", 35)]


@pytest.mark.parametrize(
    ("label", "unit", "operator"),
    [
        ("（%以内）", "%", "<="),
        ("（≤%）", "%", "<="),
        ("（人以上）", "人", ">="),
        ("（不低于 户）", "户", ">="),
        ("（次）", "次", "="),
    ],
)
def test_a_bound_beside_the_unit_of_a_column_is_that_of_its_values(
    label: str, unit: str, operator: str
) -> None:
    tables, _ = compiled(f"市（州）\t甲项指标{label}", "成都市\t4.5", "甘孜州\t3.9", unit="万元")
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert {(row.metric_label, row.unit, row.operator) for row in rows} == {("甲项指标", unit, operator)}


def test_a_unit_alone_below_a_label_is_no_label() -> None:
    tables, _ = compiled(
        "市（州）\t补贴性职业培训\t城镇新增就业",
        "\t（人次）\t（万人）",
        "成都市\t7100\t2.6",
        "甘孜州\t450\t0.1",
    )
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric_label, row.unit) for row in rows[:2]] == [
        ("补贴性职业培训", "人次"),
        ("城镇新增就业", "万人"),
    ]


def test_places_may_head_the_columns() -> None:
    tables, _ = compiled(
        "序号\t指标\t计量单位\t全省\t成都市\t甘孜州\t泸州市",
        "1\t城镇新增就业\t人\t3100\t2600\t140\t360",
        "2\t其中：高校毕业生就业\t人\t620\t500\t—\t120",
        "3\t城镇登记失业率\t%\t≤4.1\t≤4.1\t≤3.9\t≤4.1",
        unit="万元",
    )
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    jobs = [(row.prefecture_code, row.value, row.unit) for row in rows if row.metric == "urban_new_jobs"]
    assert jobs == [("5101", 2600, "人"), ("5133", 140, "人"), ("5105", 360, "人")]
    assert [(row.status, row.operator) for row in rows if "毕业生" in row.metric_label] == [
        ("value", "="),
        ("not_applicable", "="),
        ("value", "="),
    ]
    assert {(row.unit, row.operator) for row in rows if "失业率" in row.metric_label} == {("%", "<=")}
    assert next(status for status, _ in sums(tables)) == "exact"
    lines = {row.metric: row.line_start for row in rows}
    assert len(set(lines.values())) == 3


@pytest.mark.parametrize("name", ["地区合计", "全市合计", "市县合计", "各县（市）合计", "四川省", "全省"])
def test_rows_of_the_whole_are_totals(name: str) -> None:
    tables, _ = compiled("地区\t城镇新增就业人数", f"{name}\t2960", "成都市\t2600", "泸州市\t360")
    assert [row.value for row in tables["prefecture_totals"] if isinstance(row, PrefectureTotal)] == [2960]
    assert [status for status, _ in sums(tables)] == ["exact"]


def test_figures_of_an_unknown_row_above_all_others_are_no_label() -> None:
    tables, _ = compiled("地区\t城镇新增就业人数", "省属企业\t88", "成都市\t2600", "泸州市\t360")
    assert {row.metric_label for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)} == {
        "城镇新增就业人数"
    }
    assert unread(tables) == [("row", "省属企业", "88")]


def test_a_rate_without_a_year_is_of_the_year_beside_it() -> None:
    tables, _ = compiled(
        "地区\t2028年目标\t2028年完成\t完成率（%）\t2029年目标",
        "成都市\t26\t28\t107.7\t30",
        "泸州市\t36\t30\t83.3\t40",
    )
    years = {
        row.metric_label: row.year for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)
    }
    assert years == {"2028年目标": 2028, "2028年完成": 2028, "完成率": 2028, "2029年目标": 2029}


def test_a_unit_above_the_title_counts_where_none_stands_below_it() -> None:
    lines = [
        "关于下达2029年全省就业目标任务的通知",
        "",
        "各市：",
        "",
        "现将2029年全省就业目标任务下达你们，请认真贯彻执行，确保完成各项目标任务，并按季度报送工作进展情况。",
        "",
    ]
    lines += [
        "单位：户",
        "",
        "附件 2029年全省就业目标任务分解表",
        "",
        "市（州）\t甲项指标",
        "成都市\t26",
        "泸州市\t36",
    ]
    (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", tuple(lines)))
    rows = [row for row in document.harvest.records if isinstance(row, PrefectureValue)]
    assert [row.unit for row in rows] == ["户", "户"]


@pytest.mark.parametrize(
    ("name", "figure", "status"),
    [
        ("全省", 3100, "not_checkable"),
        ("四川省", 3100, "not_checkable"),
        ("合计", 3100, "fails"),
        ("全省", 2900, "fails"),
    ],
)
def test_a_table_of_some_divisions_says_nothing_of_a_larger_whole(
    name: str, figure: int, status: str
) -> None:
    rows = (f"{name}\t{figure}", "成都市\t2600", "泸州市\t360")
    ((found, reason),) = sums(compiled("市（州）\t城镇新增就业人数", *rows)[0])
    assert found == status
    assert (reason == "表中未列出自贡市等 19 个地方") == (status == "not_checkable")


def test_a_title_in_lines_without_gaps_says_that_values_are_targets(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        for at, text in enumerate(("南山省2031年培训工作安排", "附件", "各市州要按以下要求抓好落实。")):
            sheet.text(60, 60 + 14 * at, text)
        sheet.text(60, 102, "2031年各市（州）培训目标任务分解表")
        sheet.text(60, 116, "单位：人次")
        rows = [("市（州）", "职业技能培训"), ("贵阳市", "5100"), ("遵义市", "4200"), ("合计", "9300")]
        sheet.rows((60, 200, 320), 124, rows)

    (tmp_path / "a.pdf").write_bytes(pdf(page))
    values = compile_folder(tmp_path).tables["prefecture_values"]
    assert [(row.value, row.kind) for row in values if isinstance(row, PrefectureValue)] == [
        (5100.0, "target"),
        (4200.0, "target"),
    ]


@pytest.mark.parametrize(
    "note", ["注：合计数含市本级。", "说明：差额为省直单位任务。", "备注：各地数之外，另有省本级300人。"]
)
def test_what_the_whole_keeps_for_itself_is_no_mistake_of_its_total(note: str) -> None:
    rows = ("市（州）\t城镇新增就业人数", "成都市\t2600", "泸州市\t360", "合计\t3260")
    assert [status for status, _ in sums(compiled(*rows)[0])] == ["fails"]
    assert [status for status, _ in sums(compiled(*rows, "", note)[0])] == ["not_checkable"]
    less = (*rows[:3], "合计\t2900", "", note)
    assert [status for status, _ in sums(compiled(*less)[0])] == ["fails"]


def test_the_only_subtotal_is_the_total_of_the_places_listed() -> None:
    rows = ("市（州）\t城镇新增就业人数", "成都市\t2600", "泸州市\t360")
    tables, _ = compiled(*rows, "小计\t2960")
    assert sums(tables) == [("exact", None)] and unread(tables) == []
    tables, _ = compiled(*rows, "小计\t2960", "甘孜州\t140", "小计\t140", "合计\t3100")
    assert [name for _, name, _ in unread(tables)] == ["小计", "小计"]


def test_a_sum_of_columns_that_nobody_knows_is_called_as_it_is_and_a_column_of_papers_is_no_figure() -> None:
    tables, _ = compiled(
        "县（区）\t甲类补贴（万元）\t乙类补贴（万元）\t合计（万元）\t资金文号",
        "江阳区\t30.5\t12\t42.5\t泸财社〔2029〕7号",
        "泸县\t20\t10\t30\t泸财社〔2029〕7号",
        title=TITLE.replace("四川省", "泸州市"),
        table="2029年补贴资金分配情况表",
    )
    assert [metric for _, metric, *_ in values(tables)] == ["甲类补贴", "乙类补贴", "合计"] * 2
    assert unread(tables) == []


@pytest.mark.parametrize(
    ("total", "status"),
    [("780", "exact"), ("1560", "exact"), ("790", "fails")],
    ids=["cities", "all", "neither"],
)
def test_a_total_is_the_sum_of_the_cities_whose_counties_stand_below_them(total: str, status: str) -> None:
    """Cities and their counties were added up together, and all totals failed."""
    tables, _ = compiled(
        "市州\t县区\t职业培训补贴",
        "南充市\t小计\t460",
        "\t顺庆区\t250",
        "\t高坪区\t210",
        "广元市\t小计\t320",
        "\t利州区\t200",
        "\t朝天区\t120",
        f"合计\t\t{total}",
        table="2029年就业补助资金分配表",
        unit="万元",
    )
    assert [found for found, _ in sums(tables)] == [status]


@pytest.mark.parametrize(("total", "unit"), [("150", "万元"), ("160", "")])
def test_columns_that_make_up_a_sum_are_counted_as_it_is(total: str, unit: str) -> None:
    tables, _ = compiled(
        "市（州）\t合计（万元）\t农机购置补贴\t良种补贴",
        "成都市\t240\t140\t100",
        f"泸州市\t{total}\t90\t60",
        table="2029年农业补助资金分配表",
        unit="",
    )
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [row.unit for row in rows] == ["万元", unit, unit] * 2
