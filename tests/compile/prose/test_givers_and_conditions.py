"""Who hands a task down is not where it is done, and the day by which one has to be retired is not when one is paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_REPORT = "固原市2033年人力资源和社会保障工作情况\n\n2034年1月12日\n\n"


@pytest.mark.parametrize("deed", ["下达", "核定", "分解下达", "交办"])
def test_a_task_that_is_handed_down_is_of_the_place_that_tells_of_it(deed: str, tmp_path: Path) -> None:
    text = f"{_REPORT}自治区{deed}我市技能培训任务 2.3 万人次，实际培训 2.6 万人次。\n"
    rows = compile_text(text, tmp_path)["observations"]
    assert [(row["scope"], row["place_code"]) for row in rows] == [(None, "640400")] * 2


def test_a_task_is_none_that_was_done_because_another_was_done_before_it(tmp_path: Path) -> None:
    text = f"{_REPORT}市里下达培训任务 2300 人，已完成 2410 人；自治区下达扩面任务 1500 人，完成 1620 人。\n"
    rows = compile_text(text, tmp_path)["observations"]
    assert [row["kind"] for row in rows] == ["target", "actual", "target", "actual"]


def test_what_all_of_a_region_hands_out_is_of_the_region(tmp_path: Path) -> None:
    text = "宁夏2033年人力资源和社会保障工作情况\n\n2034年1月12日\n\n全区下达补助资金 3.1 亿元。\n"
    (row,) = compile_text(text, tmp_path)["observations"]
    assert (row["scope"], row["place_code"]) == ("全区", "640000")


def test_the_corps_is_not_the_region_it_is_called_after_nor_are_those_told_behind_it(tmp_path: Path) -> None:
    text = "数说就业\n\n2034-01-12\n\n新疆生产建设兵团新增就业 8.1 万人，济南、杭州、成都三个市共新增就业 77.2 万人。\n"
    rows = compile_text(text, tmp_path)["observations"]
    assert [row["place_code"] for row in rows if row["unit"] == "万人"] == ["660000", None]


_NOTICE = "关于2033年调整退休人员养老金的通知\n\n2033年5月18日\n\n"


@pytest.mark.parametrize(
    "whom",
    [
        "2032年12月31日前年满70周岁不满80周岁的",
        "对2032年底前男满66周岁、女满61周岁的退休人员",
        "2032年12月31日前已按规定办理退休手续的人员",
        "2032年12月31日前已退休的",
    ],
)
def test_the_day_by_which_one_is_so_old_or_retired_is_not_when_one_gets_more(whom: str) -> None:
    text = f"{_NOTICE}适当倾斜。{whom}，每人每月增加 35 元；年满80周岁的，每人每月增加 55 元。"
    assert told(text, "period", kind="other") == [("35", "2033"), ("55", "2033")]


def test_how_many_had_done_so_by_a_day_is_of_that_day() -> None:
    text = f"{_NOTICE}截至2032年底，已领取养老金的退休人员 9.4 万人。"
    assert told(text, "period", kind="other") == [("9.4", "2032-12-31")]
