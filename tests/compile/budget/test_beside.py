"""What stands side by side in a table: two classifications, two blocks with their own sums, two years, two levels of projects."""

from __future__ import annotations

from pathlib import Path

from tests.compile.budget.test_layouts import BUDGET, UNIT, of_grids, seen, table
from tests.sources.grids import file
from tests.variants import compile_text


def test_levels_of_a_second_classification_are_no_part_of_a_code(tmp_path: Path) -> None:
    text = (
        BUDGET
        + "支出经济分类汇总表\n\n"
        + UNIT
        + "部门预算经济分类\t\t\t政府预算经济分类\t\t\t总计\t一般公共预算\n"
        "科目编码\t\t科目名称\t科目编码\t\t科目名称\t\t\n"
        "类\t款\t\t类\t款\t\t\t\n"
        "\t\t合计\t\t\t\t31.00\t31.00\n"
        "302\t07\t邮电费\t502\t01\t办公经费\t11.00\t11.00\n"
        "303\t04\t抚恤金\t509\t01\t社会福利和救助\t20.00\t20.00\n"
    )
    assert seen(table(tmp_path, text), "code", "name", "measure") == [
        (code, name, measure)
        for code, name in ((None, "合计"), ("30207", "邮电费"), ("30304", "抚恤金"))
        for measure in ("total", "general_public_budget")
    ]


def test_whole_codes_beside_each_other_are_two_though_nothing_above_them_says_of_what(tmp_path: Path) -> None:
    """A label over code and name may stand over the name alone, as print without merged cells has it."""
    text = (
        BUDGET
        + "一般公共预算基本支出情况表\n\n"
        + UNIT
        + "科目编码\t部门预算支出经济分类\t科目编码\t政府预算支出经济分类\t本年支出\t\t\n"
        "\t科目名称\t\t科目名称\t合计\t人员经费\t公用经费\n"
        "301\t工资福利支出\t\t\t21.00\t21.00\t\n"
        "30101\t基本工资\t50101\t工资奖金津补贴\t21.00\t21.00\t\n"
        "302\t商品和服务支出\t\t\t9.00\t\t9.00\n"
        "30216\t培训费\t50203\t培训费\t9.00\t\t9.00\n"
        "\t\t\t合计\t30.00\t21.00\t9.00\n"
    )
    rows = seen(table(tmp_path, text), "code", "name", "measure")
    assert [row for row in rows if row[2] == "total"] == [
        ("301", "工资福利支出", "total"),
        ("30101", "基本工资", "total"),
        ("302", "商品和服务支出", "total"),
        ("30216", "培训费", "total"),
        (None, "合计", "total"),
    ]


def test_a_path_of_whole_codes_is_the_last_of_them(tmp_path: Path) -> None:
    text = (
        BUDGET + "一般公共预算支出情况表\n\n" + UNIT + "科目编码\t\t\t科目名称\t合计\n"
        "208\t\t\t社会保障和就业支出\t8.00\n"
        "208\t20805\t\t行政事业单位养老支出\t8.00\n"
        "208\t20805\t2080505\t机关事业单位基本养老保险缴费支出\t8.00\n"
        "\t\t\t合计\t8.00\n"
    )
    assert [row[0] for row in seen(table(tmp_path, text), "code")] == ["208", "20805", "2080505", None]


def test_blocks_that_each_have_a_sum_of_one_name_are_added_up_apart(tmp_path: Path) -> None:
    functional = (
        "一般公共预算支出表\n\n" + UNIT + "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "201\t一般公共服务支出\t50.00\t48.00\t2.00\n合计\t\t50.00\t48.00\t2.00\n\n"
    )
    economic = (
        "一般公共预算基本支出表\n\n" + UNIT + "人员经费\t\t\t公用经费\t\t\n"
        "科目编码\t科目名称\t预算数\t科目编码\t科目名称\t预算数\n"
        "301\t工资福利支出\t40.00\t302\t商品和服务支出\t8.00\n"
        "30101\t基本工资\t30.00\t30202\t印刷费\t3.00\n"
        "30103\t奖金\t10.00\t30206\t电费\t5.00\n"
        "合计\t\t40.00\t合计\t\t8.00\n"
    )
    checks = compile_text(BUDGET + functional + economic, tmp_path)["checks"]
    assert {row["status"] for row in checks} == {"exact"}
    sums = [(row["left"], row["right"]) for row in checks if "基本支出表，合计" in row["description"]]
    assert sorted(sums) == [(80000.0, 80000.0)] * 2 + [(400000.0, 400000.0)] * 2
    assert any("表1 基本支出 = 表2 预算数" in row["description"] for row in checks)


def test_years_side_by_side_below_each_side_are_those_years(tmp_path: Path) -> None:
    text = (
        BUDGET + "部门收支总表\n\n" + UNIT + "收入\t\t\t\t支出\t\t\t\n"
        "项目\t2030年\t2031年\t2031年比2030年增减（%）\t项目\t2030年\t2031年\t2031年比2030年增减（%）\n"
        "一、一般公共预算\t40.00\t50.00\t25.00\t一、一般公共服务支出\t40.00\t50.00\t25.00\n"
        "本年收入合计\t40.00\t50.00\t25.00\t本年支出合计\t40.00\t50.00\t25.00\n"
    )
    found = compile_text(text, tmp_path)
    assert found["unread"] == []
    assert {(row["measure"], row["printed"]) for row in found["budget_lines"]} == {
        ("previous", "40.00"),
        ("total", "50.00"),
    }


def test_a_row_of_labels_that_nobody_knows_below_a_header_leaves_the_table_unread(tmp_path: Path) -> None:
    text = (
        BUDGET + "部门收支总表\n\n" + UNIT + "收入\t\t\t支出\t\t\n"
        "项目\t甲案\t乙案\t项目\t甲案\t乙案\n"
        "一、一般公共预算\t40.00\t50.00\t一、一般公共服务支出\t40.00\t50.00\n"
    )
    found = compile_text(text, tmp_path)
    assert found["budget_lines"] == []
    assert [(row["kind"], row["reason"]) for row in found["unread"]] == [("table", "unknown_header")]


def test_a_project_of_two_levels_is_named_by_the_lower_one(tmp_path: Path) -> None:
    text = (
        BUDGET + "部门项目支出预算明细表\n\n" + UNIT + "项目单位\t一级项目\t二级项目\t金额\t其中：财政拨款\n"
        "合计\t\t\t90.00\t80.00\n"
        "某市档案局机关\t档案事业发展\t档案数字化\t60.00\t50.00\n"
        "某市档案馆\t档案事业发展\t库房消防改造\t30.00\t30.00\n"
    )
    assert seen(table(tmp_path, text)[2:], "unit_name", "project", "measure", "printed") == [
        ("某市档案局机关", "档案数字化", "total", "60.00"),
        ("某市档案局机关", "档案数字化", "fiscal_subtotal", "50.00"),
        ("某市档案馆", "库房消防改造", "total", "30.00"),
        ("某市档案馆", "库房消防改造", "fiscal_subtotal", "30.00"),
    ]


def test_what_changed_may_be_headed_by_its_signs(tmp_path: Path) -> None:
    text = (
        BUDGET + "“三公”经费支出预算表\n\n" + UNIT + "项目\t上年预算数\t本年预算数\t增减（+、-）\t说明\n"
        "合计\t5.00\t4.00\t-1.00\t\n公务接待费\t5.00\t4.00\t-1.00\t压减批次\n"
    )
    assert seen(table(tmp_path, text), "measure", "printed")[:3] == [
        ("previous", "5.00"),
        ("total", "4.00"),
        ("change", "-1.00"),
    ]


def test_the_number_of_a_body_that_runs_into_its_name_is_no_code() -> None:
    head = ["科目编码", "", "", "单位代码", "单位名称（科目名称）", "合计"]
    rows = [
        head,
        ["类", "款", "项", "", "", ""],
        ["", "", "", "", "合计", "6.00"],
        ["", "", "", "", "306某市档案局", "6.00"],
        ["229", "", "", "306001", "其他支出", "6.00"],
    ]
    source = file("某市档案局2031年部门预算", "政府性基金预算支出情况表", "单位：万元", rows)
    _, found, _ = of_grids(source)
    assert [(line.code, line.name) for line in found] == [
        (None, "合计"),
        (None, "某市档案局"),
        ("229", "其他支出"),
    ]


def test_numbers_of_rows_among_the_codes_are_no_codes() -> None:
    rows = [
        ["序号", "经济分类编码", "经济分类名称", "金额"],
        ["", "1", "合计", "9.00"],
        ["", "2", "302商品和服务支出", "9.00"],
        ["", "3", "30202印刷费", "9.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "机关运行经费支出表", "单位：万元", rows))
    assert [(line.code, line.name) for line in found] == [
        (None, "合计"),
        ("302", "商品和服务支出"),
        ("30202", "印刷费"),
    ]


def test_names_among_the_numbers_of_units_leave_a_table_unread() -> None:
    rows = [
        ["科目编码", "单位代码", "科目名称", "合计"],
        ["205", "101001教育支出", "", "6.00"],
        ["20501", "101001教育管理事务", "", "6.00"],
        ["2050101", "101001行政运行", "", "6.00"],
    ]
    _, found, unread = of_grids(file("某市档案局2031年部门预算", "部门支出总表", "单位：万元", rows))
    assert found == []
    assert [(each.kind, each.reason) for each in unread] == [("table", "unknown_header")]


def test_levels_of_a_code_that_are_numbers_show_no_zero() -> None:
    rows = [
        ["科目编码", "", "", "科目名称", "合计"],
        ["类", "款", "项", "", ""],
        ["213", "", "", "农林水支出", "9.00"],
        ["213", "5", "", "巩固脱贫攻坚成果衔接乡村振兴", "9.00"],
        ["213", "5", "4", "农村基础设施建设", "9.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "部门支出总表", "单位：万元", rows))
    assert [line.code for line in found] == ["213", "21305", "2130504"]


def test_a_total_beside_the_heading_of_codes_is_named_by_itself() -> None:
    rows = [
        ["功能分类科目", "", "", "", "合计"],
        ["类", "款", "项", "名称", ""],
        ["类款项", "", "", "总计", "9.00"],
        ["213", "", "", "农林水支出", "9.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "部门支出总表", "单位：万元", rows))
    assert [(line.name, line.level) for line in found] == [("总计", 0), ("农林水支出", 1)]


def test_the_last_of_two_years_is_that_of_a_paper_that_says_none() -> None:
    rows = [
        ["项目", "2030年预算", "", "2031年预算", ""],
        ["", "财政拨款", "其他资金", "财政拨款", "其他资金"],
        ["合计", "7.00", "2.00", "6.00", "1.00"],
        ["公务接待费", "7.00", "2.00", "6.00", "1.00"],
    ]
    _, found, _ = of_grids(file("某市档案局部门预算", "部门“三公”经费预算安排情况表", "单位：万元", rows))
    assert [line.measure for line in found[:4]] == [
        "previous_fiscal_subtotal",
        "previous_other_funds",
        "fiscal_subtotal",
        "other_funds",
    ]


def test_a_label_may_end_in_budget(tmp_path: Path) -> None:
    text = (
        BUDGET + "政府采购预算明细表\n\n" + UNIT + "项目\t总计\t一般公共预算拨款收入\t事业收入预算\n"
        "合计\t9.00\t5.00\t4.00\n货物类\t9.00\t5.00\t4.00\n"
    )
    assert [row["measure"] for row in table(tmp_path, text)[:3]] == [
        "total",
        "general_public_budget",
        "business_income",
    ]


def test_a_label_cut_in_two_is_over_the_columns_of_both_parts() -> None:
    rows = [
        ["部门名称|1|2", "合计|1|2", "本年收入|1|2", "上年结|2", "^", "转结余|2", "^"],
        ["^", "^", "^", "小计", "一般公共预算", "政府性基金预算", "单位资金"],
        ["某市档案局", "9.00", "4.00", "5.00", "2.00", "1.00", "2.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "部门收入总表", "单位：万元", rows))
    assert [line.measure for line in found] == [
        "total",
        "current_income",
        "carryover",
        "general_public_carryover",
        "government_fund_carryover",
        "unit_funds_carryover",
    ]


def test_codes_and_names_in_one_column_beside_a_blank_one_are_read() -> None:
    rows = [
        ["科目编码", "科目名称", "合计"],
        ["207文化旅游体育与传媒支出", "", "6.00"],
        ["20701文化和旅游", "", "6.00"],
        ["2070104图书馆", "", "6.00"],
    ]
    _, found, _ = of_grids(file("某市档案局2031年部门预算", "部门支出总表", "单位：万元", rows))
    assert [(line.code, line.name) for line in found] == [
        ("207", "文化旅游体育与传媒支出"),
        ("20701", "文化和旅游"),
        ("2070104", "图书馆"),
    ]
