"""Checks: counted by document and kind, listed from there, both sides with their places, every kind named."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.tui.checks.sides import sides
from hrss_tui.tui.widgets.pane import Pane
from tests.tui.driving import desk_of, explorer, explorer_of, press, screen, type_text


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
        assert "13,126,200 − 13,127,800 = −1,600 人" in text
        assert "民生保障有力" in text
        await press(pilot, "backspace", "backspace")
        assert app.view_string() == "checks?by=kind"


async def test_a_check_that_cannot_be_made_says_why(pack_file: str) -> None:
    async with explorer(pack_file, "checks?status=not_checkable") as pilot:
        await press(pilot, "enter")
        text = screen(pilot).replace("\n", "")
        assert "既不算相符，也不算不符" in text
        assert "没有同时说明本期数与增减额" in text


async def test_a_check_that_is_not_there_is_named(pack_file: str) -> None:
    async with explorer(pack_file, "checks/none-such") as pilot:
        assert "此处没有校验 none-such" in screen(pilot)
        app = explorer_of(pilot)
        await press(pilot, "escape", "down")
        here = app.page.current() if app.page is not None else None
        assert here is not None
        await app.go(here)
        await press(pilot, "escape")
        assert "此处没有校验" not in screen(pilot)


async def test_the_list_tells_rows_of_one_table_apart_in_both_languages(pack_file: str) -> None:
    for lang, told in (("zh", "表2 208 社会"), ("en", "Table 2 208 ")):
        async with explorer(pack_file, "checks?status=rounding", size=(120, 40), lang=lang) as pilot:
            assert told in screen(pilot)


async def test_in_english_a_check_is_said_in_english(pack_file: str) -> None:
    async with explorer(pack_file, "checks?status=fails", size=(200, 40), lang="en") as pilot:
        assert "人力资源和…专访》2021—2025 239.2 10k persons" in screen(pilot)
        text = "\n".join(line.text for line in pilot.app.query_one("#checks-detail", Pane).lines)
        assert "both documents imply the same value at the end of 2020" in text
        assert "they differ by 1600 persons" in text


async def test_of_words_that_are_wrong_no_sides_are_said_to_differ(tmp_path: Path) -> None:
    text = "2031年青溪市水利局部门预算公开\n\n2031年公务用车购置费增加(减少)3.00万元，下降(增长)2.5%。\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(text, "utf-8")
    path = tmp_path / "p.msgpack"
    path.write_bytes(package_bytes(compile_folder(tmp_path / "in")))
    async with explorer(str(path), "checks?status=fails", size=(120, 40)) as pilot:
        await press(pilot, "enter")
        found = screen(pilot)
        assert "文字有误" in found
        assert "应当：文字" not in found
        assert "舍入不能解释" not in found


def test_a_long_sentence_of_a_side_is_marked_as_cut_and_never_within_a_number(tmp_path: Path) -> None:
    said = (
        "1、农林水支出（213类）水利（03款）水利工程运行与维护（06项）48316.25万元。主要用于：堤防的日常养护"
        "等支出。2031年当年预算执行数为51902.74万元，2032年预算安排48316.25万元，比2031年预算执行数减少16.91%。"
    )
    assert said[:80].endswith("为51902.")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"2032年青溪市水利局部门预算\n\n{said}\n", "utf-8")
    path = tmp_path / "p.msgpack"
    path.write_bytes(package_bytes(compile_folder(tmp_path / "in")))
    desk = desk_of(str(path))
    check = next(row for row in desk.data.checks if row.status == "fails")
    shown = ["".join(seg.text for seg in one.segs) for one in sides(desk, check)]
    listed = next(one for one in shown if "1、农林水" in one)
    quoted, mark, _place = listed[listed.index("1、") :].partition("…")
    assert mark
    assert said.startswith(quoted)
    assert said[len(quoted) :].startswith("48316.25")
