"""Two sides are compared exactly; rounding is told from contradiction by the digits that are printed."""

from decimal import Decimal

import pytest

from hrss_tui.compile.checks.basics.book import money_error
from hrss_tui.compile.checks.basics.identity import (
    NOTHING,
    Identity,
    Quantity,
    at_most,
    compare,
    not_checkable,
    percentage,
    show,
    total,
)
from hrss_tui.records import GlossaryTerm

AT = GlossaryTerm(term="t", definition="", doc_id="d", line_start=7, line_end=8)
IDENTITY = Identity("kind", "左 = 右", AT, "元", context="文件所述不同")


def cell(yuan: int, name: str = "x") -> Quantity:
    """An amount printed in 万元 with two decimals."""
    return Quantity(Decimal(yuan), Decimal(50), (name,))


@pytest.mark.parametrize(
    ("left", "right", "status", "difference"),
    [
        (1_000_000, [400_000, 600_000], "exact", 0),
        (1_000_000, [400_000, 600_100], "rounding", -100),  # n + 1 = 3 cells allow 150
        (1_000_000, [400_000, 600_150], "rounding", -150),
        (1_000_000, [400_000, 600_200], "fails", -200),
    ],
)
def test_a_sum_of_n_cells_may_differ_by_half_a_digit_for_each_cell(
    left: int, right: list[int], status: str, difference: int
) -> None:
    check = compare(IDENTITY, cell(left, "whole"), total(cell(each, f"part{each}") for each in right))
    assert (check.status, check.difference, check.tolerance) == (status, difference, 150)
    assert (check.left, check.right) == (left, sum(right))


def test_what_floats_cannot_hold_is_compared_exactly() -> None:
    parts = [Quantity(Decimal("0.1")), Quantity(Decimal("0.2"))]
    assert compare(IDENTITY, Quantity(Decimal("0.3")), total(parts)).status == "exact"


def test_a_check_stands_where_the_stated_side_does_and_names_every_record_once() -> None:
    check = compare(IDENTITY, cell(1, "a"), total([cell(1, "b"), cell(0, "a")]))
    assert (check.doc_id, check.line_start, check.line_end) == ("d", 7, 8)
    assert check.check_id == "kind/d/glossary/d/t"
    assert check.records == ["glossary/d/t", "a", "b"]


def test_reasons_say_how_much_and_what_the_documents_say() -> None:
    assert compare(IDENTITY, cell(1), cell(1)).reason is None
    assert (
        compare(IDENTITY, cell(100), cell(0)).reason
        == "各数分别四舍五入：相差 0.01 万元，不超过允许的 0.01 万元"
    )
    reason = compare(IDENTITY, cell(20_000), cell(0)).reason
    assert reason == "文件所述不同；相差 2 万元，超过四舍五入可能造成的 0.01 万元"


def test_a_bound_differs_by_what_exceeds_it() -> None:
    kept = at_most(IDENTITY, cell(10), cell(5_000))
    missed = at_most(IDENTITY, cell(5_000), cell(10))
    assert (kept.status, kept.difference) == ("exact", 0)
    assert (missed.status, missed.difference) == ("fails", 4_990)


def test_a_percentage_is_exact_where_it_rounds_to_the_printed_digits() -> None:
    percent = Identity("kind", "", AT, "%")
    # 12.69 / 4800.24 = 0.26436 %; 231.33 / 921.58 = 25.1015 %
    share = percentage(percent, Quantity(Decimal("0.26"), Decimal("0.005")), cell(126_900), cell(48_002_400))
    assert (share.status, share.right) == ("exact", 0.26)
    growth = Quantity(Decimal("25.1"), Decimal("0.05"))
    assert percentage(percent, growth, cell(2_313_300), cell(9_215_800)).status == "exact"
    off = percentage(percent, growth, cell(2_323_300), cell(9_215_800))  # 25.21 %
    assert (off.status, round(off.difference or 0, 2)) == ("fails", -0.11)
    assert percentage(percent, growth, cell(2_323_300), cell(9_215_800), Decimal("0.1")).status == "rounding"
    # 25.1503 % rounds to 25.2 %; what the amounts leave open covers the 0.0003
    assert percentage(percent, growth, cell(2_317_800), cell(9_215_800)).status == "rounding"


def test_nothing_is_a_percentage_of_nothing() -> None:
    check = percentage(IDENTITY, Quantity(Decimal(100)), cell(5), NOTHING)
    assert (check.status, check.left, check.right) == ("not_checkable", 100.0, None)
    assert check.reason == "基数为 0，百分比没有定义"


def test_what_cannot_be_evaluated_keeps_what_is_known() -> None:
    check = not_checkable(IDENTITY, "没有右侧", cell(5, "a"))
    assert (check.status, check.left, check.right, check.difference) == ("not_checkable", 5.0, None, None)
    assert check.records == ["glossary/d/t", "a"]


@pytest.mark.parametrize(
    ("printed", "factor", "error"),
    [
        ("59,831.55", 10_000, 50),
        ("400", 10_000, 50),  # a budget in 万元 means 400.00
        ("0.125", 10_000, 5),
        ("171,915,169", 1, Decimal("0.5")),
        ("31,214,205.80", 1, Decimal("0.005")),
        ("1152.91", 100_000_000, 500_000),
    ],
)
def test_an_amount_is_as_precise_as_it_is_printed(printed: str, factor: int, error: Decimal) -> None:
    assert money_error(printed, factor) == error


def test_values_are_shown_in_the_units_people_use() -> None:
    assert show(Decimal(598_315_500), "元") == "59831.55 万元"
    assert show(Decimal(13_127_800), "人") == "1312.78 万人"
    assert show(Decimal("25.10"), "%") == "25.1 %"
    assert show(Decimal(21), "个") == "21 个"
