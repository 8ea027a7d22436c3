"""The three things a newcomer wants first, each in under ten key presses at 80x24."""

from __future__ import annotations

from tests.tui.driving import explorer, explorer_of, press, screen, type_text


async def test_the_amount_of_a_code_by_walking_down(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "2", "down", "down", "down", "right", "down", "right")
        await press(pilot, "pagedown", "pagedown")
        row = next(line for line in screen(pilot).splitlines() if "2080199" in line)
        assert "18,542.49" in row


async def test_the_amount_of_a_code_by_its_code(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "2", "f")
        await type_text(pilot, "80199")
        row = next(line for line in screen(pilot).splitlines() if "2080199" in line and "›" not in line)
        assert "18,542.49" in row


async def test_two_prefectures_side_by_side(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "3", "space", "down", "space", "enter")
        text = screen(pilot)
        assert "伊犁州" in text
        assert "阿勒泰地区" in text
        assert "塔城地区" not in text
        row = next(line for line in text.splitlines() if "城镇新增就业人数" in line and "万人" in line)
        assert row.split()[-2:] == ["5.1", "1.25"]


async def test_two_prefectures_by_name(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "3", "f")
        await type_text(pilot, "喀什 hetian")
        await press(pilot, "enter")
        assert explorer_of(pilot).view_string() == "compare/6531,6532"
        assert "喀什地区" in screen(pilot)


async def test_the_sentence_about_the_workshops_in_the_plan(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, "技能大师工作室 doc:plan-2021")
        assert "关于印发《2021年自治区促进就业工作要点》的通知" in screen(pilot)
        await press(pilot, "enter", "down", "down", "down", "down", "enter")
        text = screen(pilot)
        assert "技能大师工作室和实训基地" in text.replace("\n", "")
        assert explorer_of(pilot).view_string().startswith("documents/plan-2021:")
