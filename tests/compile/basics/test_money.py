"""Amounts of money: every way the documents and their relatives print one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.compile.basics import money
from hrss_tui.compile.basics.money import amounts, decimal, fen, is_amount, is_money_unit, narrow, plain
from hrss_tui.errors import SourceError

FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("printed", "unit", "expected"),
    [
        ("1,011.76", "万元", 1_011_760_000),
        ("9746.50", "万元", 9_746_500_000),
        ("80", "万", 80_000_000),
        ("171,915,169", "元", 17_191_516_900),
        ("31,214,205.80", "元", 3_121_420_580),
        ("0.00", "万元", 0),
        ("-12.69", "万元", -12_690_000),
        ("２，０８３．００", "万元", 2_083_000_000),
        ("1.5", "亿元", 15_000_000_000),
        ("3", "百万元", 300_000_000),
        (" 41 ", "万元", 41_000_000),
    ],
)
def test_amount_is_read_in_fen(printed: str, unit: str, expected: int) -> None:
    assert is_amount(printed)
    assert fen(printed, unit) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "/",
        "-",
        "—",
        "1464.9.2",
        "1,23",
        "12,3456",
        "5 套",
        "未安排",
        "1.",
        ".5",
        "67.4 8",
        "٣",
        "9" * 15,
    ],
)
def test_what_is_no_number_is_no_amount(cell: str) -> None:
    assert not is_amount(cell)
    with pytest.raises(ValueError, match="not an amount"):
        fen(cell, "元")


@pytest.mark.parametrize("unit", ["人", "万人", "", "美元", "百", "%"])
def test_other_units_are_refused(unit: str) -> None:
    assert not is_money_unit(unit)
    with pytest.raises(ValueError, match="not a unit of money"):
        fen("1", unit)


@given(hundredths=st.integers(-(10**13), 10**13), wide=st.booleans(), grouped=st.booleans())
def test_printing_and_reading_is_exact(hundredths: int, wide: bool, grouped: bool) -> None:
    """Two decimals of 万元 are hundreds of 元, two of 元 are 分, whatever the digits look like."""
    value = Decimal(hundredths) / 100
    printed = f"{value:,.2f}" if grouped else f"{value:.2f}"
    printed = printed.translate(FULL_WIDTH) if wide else printed
    assert decimal(printed) == value
    assert fen(printed, "万元") == hundredths * 10_000
    assert fen(printed, "元") == hundredths


@given(st.text(max_size=40))
def test_any_text_is_read_without_error(text: str) -> None:
    assert len(narrow(text)) == len(text)
    for found in amounts(text):
        assert text[found.start : found.end] == found.printed
        assert found.digits in found.printed


@given(
    st.lists(st.tuples(st.integers(0, 10**8), st.sampled_from(["元", "万元", "亿元", " 万元"])), min_size=1),
    st.sampled_from(["，", "；", "、", "。"]),
)
def test_every_amount_of_a_list_is_found(parts: list[tuple[int, str]], mark: str) -> None:
    text = mark.join(f"项目 {value:,}{unit}" for value, unit in parts)
    wanted = [value * {"元": 10**2, "万元": 10**6, "亿元": 10**10}[unit.strip()] for value, unit in parts]
    assert [found.fen for found in amounts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "printed", "expected", "inferred"),
    [
        ("预算数为1,470.00万元，", "1,470.00万元", 1_470_000_000, False),
        ("乌鲁木齐市 108.8 万元，", "108.8 万元", 108_800_000, False),
        ("项目经费370万。", "370万", 370_000_000, True),
        ("等级保护测评 12 万；", "12 万", 12_000_000, True),
        ("应用服务80万", "80万", 80_000_000, True),
        ("规模：８４４．００万元", "８４４．００万元", 844_000_000, False),
        ("经费3,500,000元。", "3,500,000元", 350_000_000, False),
        ("其中，80万元用于培训", "80万元", 80_000_000, False),
        ("到2025，100万元", "100万元", 100_000_000, False),
        ("规模１，４７０万元", "１，４７０万元", 1_470_000_000, False),
        ("经费370万，", "370万", 370_000_000, True),
        ("（1.2 亿元）", "1.2 亿元", 12_000_000_000, False),
    ],
)
def test_amount_in_prose(text: str, printed: str, expected: int, inferred: bool) -> None:
    (found,) = amounts(text)
    assert (found.printed, found.fen, found.inferred) == (printed, expected, inferred)


@pytest.mark.parametrize(
    "text",
    ["城镇新增就业 39 万人", "按5万元/人", "12333 热线", "100 万个岗位", "3.5万平方米", "1464.9.2万元"],
)
def test_other_figures_are_no_amounts(text: str) -> None:
    assert list(amounts(text)) == []


def test_an_amount_no_package_can_hold_is_refused() -> None:
    with pytest.raises(SourceError, match="金额过大"):
        fen("9" * 14, "亿元")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共１，４７０万元，其中：甲（一）", "共1,470万元，其中:甲(一)"),
        ("比上年, 100万元", "比上年， 100万元"),
        ("甲5万元,乙3万元", "甲5万元，乙3万元"),
        ("增长8,567.60％；", "增长8,567.60%;"),
        ("第1,2,3项", "第1，2，3项"),
    ],
)
def test_prose_is_put_in_one_form_without_moving_a_character(text: str, expected: str) -> None:
    assert plain(text) == expected
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("printed", ["99999999999999", "99999999999999.99999999", "12345678901"])
def test_more_money_than_there_is_is_refused_and_not_misread(printed: str) -> None:
    with pytest.raises(SourceError):
        fen(printed, "亿亿元")
    assert fen("99999999999999.99999999", "元") == 10**16


@pytest.mark.parametrize("length", [0, 5_000], ids=["short", "long"])
def test_amounts_are_the_same_however_often_and_in_however_long_a_text(length: int) -> None:
    text = f"{'。' * length}拨付 7.5 万元，结余 2 元"
    for _ in range(2):
        assert [(amount.start - length, amount.fen) for amount in amounts(text)] == [
            (3, 7_500_000),
            (13, 200),
        ]
    assert list(amounts("。" * length)) == []


def test_the_amounts_of_a_long_text_are_not_kept() -> None:
    """What is kept is a number of texts: none of them may be a whole document."""
    before = money._amounts_again.cache_info().currsize
    text = f"{'。' * 5_000}拨付 17.25 万元，追加 3 元"
    assert len(list(amounts(text))) == 2
    assert money._amounts_again.cache_info().currsize == before
