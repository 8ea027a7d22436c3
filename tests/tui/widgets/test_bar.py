"""A bar shows as many items as there is room for; one that tells says when there is more."""

from __future__ import annotations

import pytest

from hrss_tui.tui.widgets.bar import Bar, Item

ITEMS = [Item(f" {text} ", f"part:{text}") for text in ("全部", "甲 12", "乙 3", "丙 45")]
"""6, 7, 6 and 7 cells."""


def texts(bar: Bar, width: int) -> list[str]:
    bar.load(ITEMS)
    return [item.text.strip() for item in bar.fitting(width)]


@pytest.mark.parametrize("width", range(8, 40))
def test_what_is_left_out_is_told_and_nothing_passes_the_edge(width: int) -> None:
    shown = texts(Bar(gap=" ", more="do:part"), width)
    assert (shown[-1] == "…") is (len(texts(Bar(gap=" "), width)) < len(ITEMS))
    if len(shown) > 1:
        used = sum(item.width for item in ITEMS if item.text.strip() in shown) + len(shown) - 1
        assert used + (shown[-1] == "…") <= width - 1


def test_a_bar_that_does_not_tell_shows_what_fits() -> None:
    assert texts(Bar(gap=" "), 22) == ["全部", "甲 12"]
    assert texts(Bar(gap=" "), 60) == ["全部", "甲 12", "乙 3", "丙 45"]


def test_words_that_do_nothing_are_left_out_without_a_mark() -> None:
    bar = Bar(gap=" ", more="do:part")
    bar.load([Item("甲", "part:1"), Item("说明文字很长很长很长", style="dim")])
    assert [item.text for item in bar.fitting(12)] == ["甲"]


def test_the_part_that_is_shown_stays_in_view() -> None:
    bar = Bar(gap=" ", more="do:part")
    bar.load([*ITEMS[:3], ITEMS[3]._replace(style="here", keep=True)])
    assert [item.text.strip() for item in bar.fitting(20)] == ["全部", "丙 45", "…"]


PATH = ("比较", "丁河县水利工程建设管理中心", "2031年部门支出预算总表 (三)", "合计")


@pytest.mark.parametrize("width", range(12, 70))
def test_a_step_of_a_path_is_cut_with_a_sign_before_one_is_left_out(width: int) -> None:
    bar = Bar(gap=" > ", path=True)
    bar.load([Item(text, keep=True) for text in PATH])
    shown = bar.fitting(width)
    assert sum(item.width for item in shown) + 3 * (len(shown) - 1) <= width - 2
    assert shown[-1].text == PATH[-1]
    for item in shown:
        whole = next(text for text in PATH if text[:1] == item.text[:1])
        assert item.text == whole or item.text.endswith("…")
    assert width < 45 or len(shown) == len(PATH)
