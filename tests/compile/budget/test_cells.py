"""What a cell of amounts prints, what a unit is stated by, what a name implies."""

from pathlib import Path

import pytest

from hrss_tui.compile.budget.labels import bare_label, label_year
from hrss_tui.compile.budget.levels import is_total, numbered_levels, three_public_level
from hrss_tui.compile.budget.ordinals import implied_class, without_ordinal
from hrss_tui.compile.budget.three_public import item_label
from hrss_tui.compile.budget.units import counts_things, label_unit, only_unit, preparer, stated_unit
from hrss_tui.compile.budget.values import is_damaged, read_value
from tests.variants import compile_text


@pytest.mark.parametrize(
    ("text", "number", "printed"),
    [
        ("1,208.55", "1,208.55", "1,208.55"),
        ("7301.40", "7301.40", "7301.40"),
        ("0", "0", "0"),
        ("0.00", "0.00", "0.00"),
        ("（31.20）", "-31.20", "（31.20）"),
        ("－8.10", "-8.10", "－8.10"),
        ("−8.10", "-8.10", "−8.10"),
        ("44.90①", "44.90", "44.90"),
        ("44.90[2]", "44.90", "44.90"),
        ("44.90¹⁰", "44.90", "44.90"),
        ('"1,208.55 "', "1,208.55", "1,208.55"),
        ("¥ 44.90", "44.90", "¥ 44.90"),
        ("7 208 044.90", "7208044.90", "7 208 044.90"),
        ("-28\u00a0044.90", "-28044.90", "-28\u00a0044.90"),
    ],
)
def test_amounts(text: str, number: str, printed: str) -> None:
    value = read_value(text)
    assert (value.kind, value.number, value.printed, value.unit) == ("amount", number, printed, None)


def test_a_unit_in_the_cell_is_read_with_it() -> None:
    value = read_value("61.5万元")
    assert (value.number, value.unit) == ("61.5", "万元")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "blank"),
        ("  ", "blank"),
        ("-", "mark"),
        ("——", "mark"),
        ("/", "mark"),
        ("全额事业", "words"),
        ("暂不公开", "withheld"),
        ("（涉密）", "withheld"),
        ("****", "withheld"),
        ("＊＊", "withheld"),
        ("××", "withheld"),
        ("XX", "withheld"),
        ("44.90*", "unread"),
        ("4 4.90", "unread"),
        ("28 044", "unread"),
        ("7 2080 44.90", "unread"),
        ("28 044 12.00", "unread"),
        ("'44.90", "unread"),
        ("#REF!", "unread"),
        ("44.9.0", "unread"),
        ("4汉4.90", "unread"),
        ("44.90(注)", "unread"),
        ("——（注）", "unread"),
        ("/ (见说明)", "unread"),
        ("四十四", "unread"),
        ("肆拾肆元整", "unread"),
        ("锟斤拷", "unread"),
        ("4\ufffd.90", "unread"),
        ("###", "unread"),
        ("######## 节能环保支出", "unread"),
    ],
)
def test_what_is_no_amount(text: str, kind: str) -> None:
    assert read_value(text).kind == kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：万元", "万元"),
        ("（单位:元）", "元"),
        ("金额单位：人民币元", "元"),
        ("单 位：万元", "万元"),
        ("货币单位：人民币万元", "万元"),
        ("货币单位：人民币（万元）", "万元"),
        ("单位：万元（保留两位小数）", "万元"),
        ("编制部门：某区档案局 单位：元", "元"),
        ("万元", "万元"),
        ("单位：某区档案局", None),
        ("编制单位：某区档案局", None),
        ("单位：人", None),
        ("单位：人、万元", "万元"),
        ("单位：元/万元", None),
        ("单位：万元、元/人", "万元"),
        ("单位∶千元", "千元"),
    ],
)
def test_units_of_captions(text: str, unit: str | None) -> None:
    assert stated_unit(text) == unit


def test_units_of_labels() -> None:
    assert label_unit("合计（元）") == "元"
    assert label_unit("预算数(单位：万元)") == "万元"
    assert label_unit("预算数/元") == "元"
    assert label_unit("合计，万元") == "万元"
    assert label_unit("补助标准元") is None
    assert label_unit("资本性支出（基本建设）") is None


def test_a_document_states_one_unit_or_none() -> None:
    assert only_unit(["各表金额单位均为万元。", "正文", "单位：万元"]) == "万元"
    assert only_unit(["单位：万元", "单位：元"]) is None


@pytest.mark.parametrize(
    "caption",
    [
        "编制部门：某区档案局",
        "填报单位：某区档案局 金额单位：元",
        "部门：某区档案局    单 位：万元",
        "单位：某区档案局\t2031年度\t金额单位：元",
        "填报部门（盖章）：某区档案局",
        "编制单位：（公章）某区档案局    单位：万元",
        "公开部门（单位）名称：某区档案局（盖章）",
    ],
)
def test_who_prepared_a_table(caption: str) -> None:
    assert (preparer([caption]) or "").split("\t")[0] == "某区档案局"


def test_a_name_that_ends_in_brackets_keeps_them() -> None:
    assert preparer(["（部门：某区档案局（本级））"]) == "某区档案局（本级）"
    assert preparer(["（部门：某区档案局）"]) == "某区档案局"


def test_rows_that_count_no_money() -> None:
    assert counts_things("国内公务接待批次（个）")
    assert counts_things("公务用车保有量")
    assert not counts_things("公务接待费（万元）")
    assert not counts_things("对个人和家庭的补助")


def test_names_behind_ordinals_imply_their_class() -> None:
    assert implied_class("九、社会保障和就业支出") == "208"
    assert implied_class("（三）医疗卫生与计划生育支出") == "210"
    assert implied_class("二十三、其他支出") == "229"
    assert implied_class("三、结余分配") is None
    assert without_ordinal("十二、农林水支出") == "农林水支出"
    assert without_ordinal("2030年专项") == "2030年专项"


def test_levels_of_a_side_without_codes() -> None:
    names = ["一、财政拨款收入", "1.一般公共预算", "其中：基金", "二、事业收入", "本年收入合计"]
    assert numbered_levels(names) == [1, 2, 3, 1, 0]
    carried = ["一、一般公共预算", "本年收入合计", "年初结转和结余", "一般公共预算", "二、其他", "总计"]
    assert numbered_levels(carried) == [1, 0, 1, 2, 2, 0]


def test_totals() -> None:
    assert is_total("总  计")
    assert is_total("人员经费合计：")
    assert not is_total("合计办公费")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("合计", 0),
        ("“三公”经费支出", 0),
        ("1．因公出国（境）费", 1),
        ("2．公务用车购置及运行维护费", 1),
        ("其中：（1）公务用车购置费", 2),
        ("（2）公务用车运行维护费", 2),
        ("机关运行经费", 1),
    ],
)
def test_levels_of_official_expenses(name: str, level: int) -> None:
    assert three_public_level(name) == level


@pytest.mark.parametrize(
    ("labels", "item"),
    [
        (("2031年“三公”经费预算数", "合计"), "合计"),
        (("“三公”经费预算数", "公务用车购置及运行费", "小计"), "公务用车购置及运行费"),
        (("“三公”经费预算数", "公务用车购置及运行费", "购置费"), "购置费"),
        (("公务接待费", "决算数"), "公务接待费"),
        (("2031年机关运行经费预算数",), "2031年机关运行经费预算数"),
        (("合计",), None),
        (("预算数",), None),
        (("资金来源", "一般公共预算"), None),
    ],
)
def test_items_that_columns_name(labels: tuple[str, ...], item: str | None) -> None:
    assert item_label(labels) == item


def test_labels_are_compared_without_year_and_unit() -> None:
    assert bare_label("2031年 预算数（万元）") == "预算数"
    assert bare_label("合计（单位：人民币元）") == "合计"
    assert bare_label("2031年") == "2031年"
    assert label_year("2030年度执行数") == 2030
    assert label_year("预算数") is None


@pytest.mark.parametrize("lost", ["4汉.90", "44.90(注)", "四十四", "锟斤拷", "4\ufffd.90", "?4.90"])
def test_an_amount_that_is_lost_moves_no_other_into_its_column(lost: str, tmp_path: Path) -> None:
    table = "表3\n部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
    rows = f"213\t农林水支出\t44.90\t30.60\t14.30\n2130305\t水利工程建设\t{lost}\t30.60\t14.30\n\t合计\t44.90\t30.60\t14.30\n"
    found = compile_text(f"某省水利厅2031年部门预算公开\n\n{table}{rows}", tmp_path)
    read = {row["measure"]: row["amount"] for row in found["budget_lines"] if row["code"] == "2130305"}
    assert read == {"basic": 30_600_000, "project": 14_300_000}
    assert [(row["measure"], row["printed"]) for row in found["unread"]] == [("total", lost)]


@pytest.mark.parametrize("name", ["2031年度水库经费", "12345热线", "3.15活动经费", "第二期"])
def test_a_name_with_figures_is_no_lost_amount(name: str) -> None:
    assert not is_damaged(name)


def test_a_table_of_numbers_too_wide_for_their_columns_is_unread_and_not_empty(tmp_path: Path) -> None:
    told = "一、收支总体情况\n\n某省水利厅2031年收支总预算8,714.20万元。\n"
    table = "收支预算总表\n单位：万元\n收入 支出\t\n项目 预算数\t项目 预算数\n一、财政拨款收入 ###\t一、农林水支出 ###\n收入总计 ###\t支出总计 ###\n"
    found = compile_text(f"某省水利厅2031年部门预算公开\n\n{table}\n{told}", tmp_path)
    assert [(row["kind"], row["reason"]) for row in found["unread"]] == [("table", "unknown_header")]
    assert [row["empty"] for row in found["budget_tables"]] == [False]
    assert not [row for row in found["checks"] if row["status"] == "fails"]


def test_a_point_in_a_cell_of_its_own_is_the_middle_of_a_number_that_was_cut(tmp_path: Path) -> None:
    text = """某省水利厅2031年部门预算公开

表3 部门支出总体情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
213\t农林水支出\t40.00\t30.00\t10.00
2130301\t行政运行\t3\t,\t216
2130304\t水利行业业务管理\t10.00\t\t10.00
"""
    found = compile_text(text, tmp_path)
    read = {(row["code"], row["measure"]) for row in found["budget_lines"]}
    assert ("213", "total") in read
    assert ("2130304", "project") in read
    assert "2130301" not in {code for code, _ in read}
    assert {row["printed"] for row in found["unread"]} == {"3", ",", "216"}


@pytest.mark.parametrize(
    ("captions", "read"),
    [
        ("单位：万元\n\n金额单位：元", False),
        ("编制部门：某县司法局 单位：元\n\n单位：万元", False),
        ("单位：万元\n\n金额单位：万元", True),
        ("单位：个\n\n金额单位：万元", True),
    ],
)
def test_two_captions_below_a_title_that_state_two_units_of_money_leave_it_open(
    captions: str, read: bool, tmp_path: Path
) -> None:
    text = (
        f"某县司法局2033年部门预算\n\n部门支出总表\n\n{captions}\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "204\t公共安全支出\t31.50\t20.00\t11.50\n"
    )
    tables = compile_text(text, tmp_path)
    assert bool(tables["budget_lines"]) == read
    assert [row["reason"] for row in tables["unread"]] == ([] if read else ["no_unit"])


def test_a_heading_between_two_tables_of_tabs_is_no_row_of_the_first(tmp_path: Path) -> None:
    first = "部门收入总体情况表\n单位：万元\n项目\t2033年\t2032年\n合计\t45.00\t30.00\n拨款\t33.00\t20.00\n"
    second = "二、支出构成情况\n项目\t2033年\t2032年\n合计\t12.00\t10.00\n"
    found = compile_text(f"某市水利局2033年部门预算\n\n{first}{second}", tmp_path)
    assert {row["amount"] for row in found["budget_lines"]}.isdisjoint((12_000_000, 10_000_000))
    assert [row["reason"] for row in found["unread"]] == ["unknown_table"]


def test_a_name_that_ends_like_a_word_for_numbers_of_columns_is_a_name(tmp_path: Path) -> None:
    table = "科目名称\t合计\t基本支出\t项目支出\n合计\t45\t30\t15\n水情播报栏目\t12\t10\t2\n水库维修\t33\t20\t13\n"
    found = compile_text(f"某市水利局2033年部门预算\n\n部门支出总体情况表\n单位：万元\n{table}", tmp_path)
    read = [row["amount"] for row in found["budget_lines"] if row["name"] == "水情播报栏目"]
    assert read == [12_000_000, 10_000_000, 2_000_000]
