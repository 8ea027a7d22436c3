"""Number, multiplier, unit and operator."""

from decimal import Decimal

import pytest

from hrss_tui.compile.prose.quantities import Quantity, quantities
from hrss_tui.compile.prose.squeezed import squeeze
from hrss_tui.compile.prose.tokens import tokens
from hrss_tui.sources.text import Piece, join_pieces
from tests.compile.prose.reader import observe


def read(text: str) -> list[Quantity]:
    folded = squeeze(join_pieces([Piece(1, 0, text)])).folded
    return quantities(folded, tokens(folded))


@pytest.mark.parametrize(
    ("text", "value", "unit", "base", "operator"),
    [
        ("就业 12.34 万人", "123400", "万人", "人", "="),
        ("惠及 55 万余人", "550000", "万人", "人", ">"),
        ("培训 1,500 余名", "1500", "名", "名", ">"),
        ("70 余场次", "70", "场次", "场次", ">"),
        ("为59.01 万困难人员代缴", "590100", "万", "人", "="),
        ("测评经费 12 万；", "120000", "万", "元", "="),
        ("就业人数首次突破 50 万。", "500000", "万", "人", ">"),
        ("就业人数首破 50 万。", "500000", "万", "人", ">"),
        ("参保人数首超 80 万人。", "800000", "万人", "人", ">"),
        ("参保人数迈上 80 万人台阶。", "800000", "万人", "人", ">="),
        ("参保人数迈上 80 万台阶。", "800000", "万", "人", ">="),
        ("人才发展基金 300 万。", "3000000", "万", "元", "="),
        ("培训人次达到 12 万。", "120000", "万", "人次", "="),
        ("企业突破 3 万。", "30000", "万", "家", ">"),
        ("结存 1521.65 亿元", "152165000000", "亿元", "元", "="),
        ("3.2 百万元", "3200000", "百万元", "元", "="),
        ("失业率控制在 4.5%以内", "4.5", "%", "%", "<="),
        ("达到 88%以上", "88", "%", "%", ">="),
        ("至少有 1 人", "1", "人", "人", ">="),
        ("约 190 万人", "1900000", "万人", "人", "~"),
        ("近 1.8 万人", "18000", "万人", "人", "~"),
        ("60%左右", "60", "%", "%", "~"),
        ("不低于 80%", "80", "%", "%", ">="),
        ("不超过5家", "5", "家", "家", "<="),
        ("超过 100 万个", "1000000", "万个", "个", ">"),
        ("小于 60 个工作日", "60", "个工作日", "个工作日", "<"),
        ("下降 0.2 个百分点", "0.2", "个百分点", "个百分点", "="),
        ("检查 2.97 万户次", "29700", "万户次", "户次", "="),
        ("成本 0.06 元/条", "0.06", "元/条", "元/条", "="),
        ("签约 5 家", "5", "家", "家", "="),
        ("１２．５亿元", "1250000000", "亿元", "元", "="),
    ],
)
def test_quantity(text: str, value: str, unit: str, base: str, operator: str) -> None:
    (found,) = read(text)
    assert (found.base_value, found.unit, found.base_unit, found.operator) == (
        Decimal(value),
        unit,
        base,
        operator,
    )


def test_a_bare_number_among_amounts_is_money_and_elsewhere_not() -> None:
    among = read("甲项目 5 万元；门户测评 12 万；丙项目 3 万元。")
    assert [found.base_unit for found in among] == ["元", "元", "元"]
    assert [found.base_unit for found in read("甲项目 5 万元。突破 12 万。")] == ["元", ""]


@pytest.mark.parametrize(
    "text",
    ["2033年", "12345 电话", "5 部门", "30 项目", "第3批", "80岁", "“24365 岗位计划”", "3年", "12月20日"],
)
def test_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["培训青年2, 481人。", "公务接待费3, 052.6万元、"])
def test_a_number_with_a_blank_behind_its_comma_is_none_of_its_last_digits(text: str) -> None:
    assert [row.printed for row in observe(text)] == []


@pytest.mark.parametrize("text", ["50 万元以上设备", "1000 人以下的企业", "不足 30 人的用人单位"])
def test_a_bound_inside_a_name_states_nothing(text: str) -> None:
    assert [found.threshold for found in read(text)] == [True]


@pytest.mark.parametrize("text", ["不少于 30 人。", "控制在5.5%以内的目标", "95%以上，", "170万人次以上"])
def test_a_bound_of_a_statement_is_no_threshold(text: str) -> None:
    assert [found.threshold for found in read(text)] == [False]


def test_one_unit_serves_two_numbers() -> None:
    assert [(found.unit, found.base_value) for found in read("提供岗位 3.2、4.5 万个")] == [
        ("万个", Decimal(32000)),
        ("万个", Decimal(45000)),
    ]


@pytest.mark.parametrize(
    ("text", "operators"),
    [
        ("全年调整待遇约增支 3 亿元，比上年约减支 0.4 亿元。", ["~", "~"]),
        ("培训人数同比大约增长 12%，履约增加 3 家。", ["~", "="]),
    ],
)
def test_what_is_about_right_before_the_verb_of_a_change_is_about_right(
    text: str, operators: list[str]
) -> None:
    assert [row.operator for row in observe(text)] == operators


def test_the_most_that_is_granted_is_a_figure_with_its_noun_behind_it() -> None:
    text = "个人可申请最高28万元的创业贷款，企业可申请不超过260万元的贴息贷款，给予最高6000元的一次性奖励。\n"
    assert [(row.printed, row.unit, row.operator) for row in observe(text)] == [
        ("28", "万元", "<="),
        ("260", "万元", "<="),
        ("6000", "元", "<="),
    ]
    assert not observe("对注册资本不超过60万元的企业免收费用。\n")


def test_households_of_residents_are_counted_in_households() -> None:
    (row,) = observe("共有48万户居民受益。\n")
    assert (row.unit, row.subject) == ("万户", "居民受益")


def test_a_standard_is_raised_from_one_level_to_another_alike_for_all() -> None:
    first, second = observe("失业保险金标准由每人每月1240元统一调整到每人每月1530元。\n")
    assert (first.subject, second.subject) == (
        "失业保险金标准由每人每月",
        "失业保险金标准调整到每人每月",
    )
    assert (first.base_unit, second.base_unit) == ("元/人/月", "元/人/月")


@pytest.mark.parametrize(
    ("sentence", "printed", "subject"),
    [
        ("牧区居民经营净收入负52元。", "-52", "牧区居民经营净收入"),
        ("全市利润总额为负1.5亿元。", "-1.5", "利润总额"),
        ("人口自然增长率为负0.8‰。", "-0.8", "人口自然增长率"),
        ("为企业减负4亿元。", "4", "为企业减负"),
        ("一次担负300人的培训。", "300", "一次担负的培训"),
    ],
)
def test_the_word_for_a_minus_is_one_and_no_part_of_a_name(sentence: str, printed: str, subject: str) -> None:
    rows = observe(f"宁河市2031年统计公报\n\n{sentence}\n", "bulletin", 2031)
    assert [(row.printed, row.subject) for row in rows] == [(printed, subject)]
    assert rows[0].value == float(printed)
