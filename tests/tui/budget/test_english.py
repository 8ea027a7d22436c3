"""In English the names of codes, columns and tables are English where the reference has them; never half of one."""

from __future__ import annotations

import pytest

from hrss_tui.reference.english import english_unit
from tests.tui.driving import desk_of, explorer, press, screen, type_text


async def test_the_tree_the_path_and_the_detail_are_english(pack_file: str) -> None:
    async with explorer(pack_file, "budget/2080104", lang="en", size=(200, 60)) as pilot:
        text = screen(pilot)
        assert text.count("Social security and employment") == 2
        assert text.count("2080104 General business management") == 3
        assert "Spending of the department" in text
        assert "社会保障和就业支出" not in text
        assert "合计" not in text


async def test_a_code_is_found_by_either_name(pack_file: str) -> None:
    for typed in ("general business", "综合业务管理"):
        async with explorer(pack_file, "overview", lang="en", size=(120, 40)) as pilot:
            await press(pilot, "ctrl+p")
            await type_text(pilot, typed)
            assert "2080104 General business management" in screen(pilot)


def test_a_name_nobody_knows_stays_as_printed(pack_file: str) -> None:
    assert desk_of(pack_file, "en").named("某某专项") == "某某专项"
    assert desk_of(pack_file, "en").named("合计") == "Total"
    assert desk_of(pack_file, "zh").named("合计") == "合计"


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("万人", "10k persons"),
        ("万元", "10k yuan"),
        ("亿元", "100m yuan"),
        ("某某", "某某"),
        ("元/某某", "元/某某"),
    ],
)
def test_a_unit_is_english_as_a_whole_or_not_at_all(printed: str, english: str) -> None:
    assert english_unit(printed) == english


async def test_metrics_of_prefectures_are_english(pack_file: str) -> None:
    async with explorer(pack_file, "compare", lang="en", size=(200, 60)) as pilot:
        text = screen(pilot)
        assert "New urban jobs 10k persons" in text
        assert "城镇新增" not in text
        await press(pilot, "ctrl+p")
        await type_text(pilot, "urban jobs")
        assert "New urban jobs" in screen(pilot)
