"""Checks: counted by document and kind, listed from there, both sides with their places, every kind named."""

from __future__ import annotations

from hrss_tui.reference.checks import check_kinds
from hrss_tui.words import words
from tests.tui.driving import explorer, explorer_of, press, screen, type_text


def test_every_kind_is_called_what_the_reference_data_call_it() -> None:
    for kind in check_kinds():
        assert words("zh")[f"check.{kind.key}"] == kind.name
        assert words("en")[f"check.{kind.key}"] == kind.name_en
        assert words("zh")[f"check.{kind.key}.means"] == kind.meaning


async def test_from_the_counts_to_a_kind_to_both_sides_and_back(pack_file: str) -> None:
    async with explorer(pack_file, "checks") as pilot:
        app = explorer_of(pilot)
        await press(pilot, "t")
        assert app.view_string() == "checks?by=kind"
        assert "行内合计" in screen(pilot)
        await press(pilot, "f")
        await type_text(pilot, "同一时点")
        await press(pilot, "enter", "enter")
        assert app.view_string() == "checks?doc=article-livelihood&kind=derived_base"
        await press(pilot, "enter")
        text = screen(pilot)
        assert "两份文件推出的 2020 年末数相同" in text
        assert "差额 -1,600 人" in text
        assert "article-livelihood:27" in text
        await press(pilot, "backspace", "backspace")
        assert app.view_string() == "checks?by=kind"


async def test_a_check_that_cannot_be_made_says_why(pack_file: str) -> None:
    async with explorer(pack_file, "checks?status=not_checkable") as pilot:
        await press(pilot, "enter")
        text = screen(pilot).replace("\n", "")
        assert "既不算相符，也不算不符" in text
        assert "没有同时说明本期数与增减额" in text
