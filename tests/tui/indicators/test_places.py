"""Indicators of several places: all of them, or those of one that is chosen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from tests.tui.driving import explorer, explorer_of, press, screen, type_text

BULLETIN = "{place}{year}年度人力资源和社会保障事业发展统计公报\n\n一、就业\n\n{year}年，全省城镇新增就业{figure}万人。\n"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("two")
    for place, figure in (("江苏省", "131.7"), ("浙江省", "118.3")):
        (folder / f"{place}.txt").write_text(BULLETIN.format(place=place, year=2023, figure=figure), "utf-8")
    out = folder / "two.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


async def test_a_place_is_chosen_and_kept_in_the_view(two: str) -> None:
    async with explorer(two, "indicators", size=(120, 40)) as pilot:
        assert "131.7" in screen(pilot)
        assert "118.3" in screen(pilot)
        assert "互相矛盾 0" in screen(pilot)
        await press(pilot, "d")
        await type_text(pilot, "zhejiang")
        await press(pilot, "enter")
        assert "地区：浙江省" in screen(pilot)
        assert re.search("城镇新增就业人数 +118.3万人", screen(pilot))
        assert explorer_of(pilot).view_string().endswith("?place=33")
        await press(pilot, "ctrl+left")
        assert "131.7" in screen(pilot)
