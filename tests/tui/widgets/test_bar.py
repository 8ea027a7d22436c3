"""A bar shows as many items as there is room for; one that tells says when there is more."""

from __future__ import annotations

import pytest

from hrss_tui.tui.widgets.bar import Bar, Item

ITEMS = [Item(" 全部 "), Item(" 甲 12 "), Item(" 乙 3 "), Item(" 丙 45 ")]
"""6, 7, 6 and 7 cells."""


def texts(bar: Bar, width: int) -> list[str]:
    bar.load(ITEMS)
    return [item.text.strip() for item in bar.fitting(width)]


@pytest.mark.parametrize("width", range(8, 40))
def test_what_is_left_out_is_told_and_nothing_passes_the_edge(width: int) -> None:
    shown = texts(Bar(gap=" ", tells=True), width)
    assert (shown[-1] == "…") is (len(texts(Bar(gap=" "), width)) < len(ITEMS))
    if len(shown) > 1:
        used = sum(item.width for item in ITEMS if item.text.strip() in shown) + len(shown) - 1
        assert used + (shown[-1] == "…") <= width - 1


def test_a_bar_that_does_not_tell_shows_what_fits() -> None:
    assert texts(Bar(gap=" "), 22) == ["全部", "甲 12"]
    assert texts(Bar(gap=" "), 60) == ["全部", "甲 12", "乙 3", "丙 45"]
