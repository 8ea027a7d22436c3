"""The span that a word for what has come together means, and the column that 去年同期 stands beside."""

from __future__ import annotations

import pytest

from hrss_tui.compile.basics.same_period import pairs, sort_of
from hrss_tui.compile.basics.so_far import adds_up, from_january, since_january


@pytest.mark.parametrize(
    ("months", "span"),
    [("10", "01-10"), ("07-09", "01-09"), ("01-06", "01-06"), ("01", "01"), ("12", ""), ("10-12", "")],
)
def test_all_months_up_to_the_last(months: str, span: str) -> None:
    assert from_january(months) == span


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("2033-10", "2033-01/2033-10"),
        ("2033-04/2033-06", "2033-01/2033-06"),
        ("2033-01", "2033-01"),
        ("2033-12", "2033"),
        ("2033", None),
        ("2033-10-31", "2033-01/2033-10"),
        ("2033-10-25", None),
        ("2032-11/2033-02", None),
        (None, None),
    ],
)
def test_the_stretch_from_january(period: str | None, span: str | None) -> None:
    assert since_january(period) == span


@pytest.mark.parametrize(
    ("text", "said"),
    [("本年累计", True), ("今年以来完成", True), ("年初至今", True), ("累计结余", False), ("本月", False)],
)
def test_what_says_that_it_adds_up(text: str, said: bool) -> None:
    assert adds_up(text) is said


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (("本季", "本年累计", "去年同期"), [(2, 1)]),
        (("三季度", "1-9月", "上年同期"), [(2, 1)]),
        (("本月", "累计", "去年同期", "去年同期累计"), [(2, 0), (3, 1)]),
        (("本月", "累计", "去年同期", "去年同期"), [(2, 0), (3, 1)]),
        (("本月", "去年同期", "累计", "去年同期"), [(1, 0), (3, 2)]),
        (("去年同期", "本年"), []),
        (("本年", "去年同期", "去年同期"), []),
    ],
)
def test_the_column_beside_which_the_same_months_stand(
    columns: tuple[str, ...], found: list[tuple[int, int]]
) -> None:
    sorts = [sort_of((label,), True, stated=False) for label in columns]
    assert sorted((each.same, each.of) for each in pairs(sorts)) == found


def test_no_aim_and_no_months_of_its_own_stand_beside() -> None:
    assert sort_of(("全年目标",), False, stated=False) == ""
    assert sort_of(("去年同期1—9月",), True, stated=True) == ""
