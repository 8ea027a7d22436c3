"""Indicators of several places: all of them, or those of one that is chosen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import structs

from hrss_tui.cli.run import run
from hrss_tui.tui.indicators.rows import value_table
from tests.tui.driving import desk_of, explorer, explorer_of, press, screen, type_text

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


async def test_of_several_places_none_has_the_newest_value_of_all(two: str) -> None:
    async with explorer(two, "indicators", size=(120, 40)) as pilot:
        assert re.search("城镇新增就业人数 +2 个地区各有其数 +2023", screen(pilot))
        await press(pilot, "right_square_bracket", "right_square_bracket", "y")
        assert "城镇新增就业人数 2023 2 个地区各有其数" in screen(pilot)


def test_values_of_several_places_each_say_theirs(two: str) -> None:
    columns, rows = value_table(desk_of(two), "urban_new_jobs")
    place = [column.title for column in columns].index("地区")
    assert sorted(row.cells[place].text for row in rows) == ["江苏省", "浙江省"]
    columns, _ = value_table(desk_of(two), "urban_new_jobs", place="33")
    assert "地区" not in [column.title for column in columns]


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("yearly")
    for place, figures in (("江苏省", ("131.7", "133.2")), ("浙江省", ("118.3", "121.4"))):
        for year, figure in zip((2022, 2023), figures, strict=True):
            text = BULLETIN.format(place=place, year=year, figure=figure)
            (folder / f"{place}{year}.txt").write_text(text, "utf-8")
    out = folder / "yearly.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


async def test_a_series_is_come_back_to(yearly: str) -> None:
    async with explorer(yearly, "indicators?part=series", size=(120, 40)) as pilot:
        await press(pilot, "down")
        name, seen = screen(pilot).splitlines()[1], explorer_of(pilot).view_string()
        assert "浙江省" in name
        await press(pilot, "1", "ctrl+left")
        assert screen(pilot).splitlines()[1] == name
    async with explorer(yearly, seen, size=(120, 40)) as pilot:
        assert "浙江省" in screen(pilot).splitlines()[1]


async def test_the_values_of_a_departments_series_are_its_own(yearly: str) -> None:
    desk = desk_of(yearly)
    desk.data.read_stated()
    (key,) = (one for one in desk.data.statements if len(desk.data.statements[one]) == 4)
    of_whom = {one.place: one.department for one in desk.data.statements[key]}
    department = of_whom["33"] = "浙江省人力资源和社会保障厅"
    desk.data.statements[key] = [
        structs.replace(one, department=of_whom[one.place]) for one in desk.data.statements[key]
    ]
    assert len(value_table(desk, key)[1]) == 4
    _, rows = value_table(desk, key, department=department)
    assert sorted(row.cells[2].text for row in rows) == ["118.3", "121.4"]


PLAN = """江苏省2031年就业工作计划

各市2031年城镇新增就业目标任务分解表

| 市 | 城镇新增就业（万人） |
|---|---|
| 无锡市 | 15.6 |
| 常州市 | 9.4 |
| 合计 | 25.0 |
"""


async def test_what_a_plan_asks_of_a_place_stands_against_what_the_place_tells(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    for place, figure in (("无锡市", "14.9"), ("常州市", "9.61")):
        text = BULLETIN.format(place=place, year=2031, figure=figure).replace("全省", "全市")
        (tmp_path / f"{place}.txt").write_text(text, "utf-8")
    out = tmp_path / "all.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "overview", size=(120, 40)) as pilot:
        shown = screen(pilot)
        assert re.search(r"无锡市  城镇新增就业人数  ✗ 未完成  为目标的 95.5%\n +目标 15.6万人", shown)
        assert re.search(r"常州市  城镇新增就业人数  ✓ 完成  为目标的 102.2%\n +目标  9.4万人", shown)


async def test_of_many_targets_the_overview_lists_some_and_leads_to_all(tmp_path: Path) -> None:
    cities = [
        "南京",
        "无锡",
        "徐州",
        "常州",
        "苏州",
        "南通",
        "连云港",
        "淮安",
        "盐城",
        "扬州",
        "镇江",
        "泰州",
        "宿迁",
    ]
    rows = "".join(f"| {city}市 | 1{at}.5 |\n" for at, city in enumerate(cities))
    head, tail = PLAN.split("| 无锡市", maxsplit=1)[0], "| 合计 | 213.5 |\n"
    (tmp_path / "plan.txt").write_text(f"{head}{rows}{tail}", "utf-8")
    for city in cities:
        text = BULLETIN.format(place=f"{city}市", year=2031, figure="9.9").replace("全省", "全市")
        (tmp_path / f"{city}.txt").write_text(text, "utf-8")
    out = tmp_path / "all.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "overview", size=(120, 90)) as pilot:
        shown = screen(pilot)
        assert shown.count("✗ 未完成") == 12
        assert re.search(r"另有 1 项\n", shown)


async def test_one_place_that_met_its_target_does_not_stand_for_another_that_missed_it(
    tmp_path: Path,
) -> None:
    wanted = "关于印发{place}2023年就业工作要点的通知\n\n2023年3月2日\n\n一、目标任务\n\n全年实现城镇新增就业{figure}万人。\n"
    for place, target, figure in (("江苏省", "120", "131.7"), ("浙江省", "119", "118.3")):
        (tmp_path / f"{place}.txt").write_text(wanted.format(place=place, figure=target), "utf-8")
        (tmp_path / f"{place}b.txt").write_text(
            BULLETIN.format(place=place, year=2023, figure=figure), "utf-8"
        )
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "indicators", size=(120, 40)) as pilot:
        assert re.search("城镇新增就业人数 +1/2 +2 个地区各有其数", screen(pilot))
        await press(pilot, "d")
        await type_text(pilot, "zhejiang")
        await press(pilot, "enter")
        assert re.search("城镇新增就业人数 +✗ +118.3万人", screen(pilot))


async def test_what_the_news_tell_in_the_year_is_said_to_be_so_far(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(
        "关于印发江苏省2023年就业工作要点的通知\n\n2023年3月2日\n\n一、目标任务\n\n全年城镇新增就业120万人。\n",
        "utf-8",
    )
    (tmp_path / "news.txt").write_text(
        "江苏省就业形势稳定\n\n2023-09-12 新华日报\n\n“江苏省城镇新增就业96万人。”该厅负责人说。\n", "utf-8"
    )
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "indicators", size=(120, 40)) as pilot:
        assert "截至文件日期" in screen(pilot)
        assert "✗" not in screen(pilot)


async def test_a_rate_is_told_from_its_target_and_from_its_past_in_points(tmp_path: Path) -> None:
    told = "江苏省{year}年度人力资源和社会保障事业发展统计公报\n\n一、就业\n\n{year}年末，全省城镇登记失业率{figure}%。\n"
    for year, figure in ((2022, "2.9"), (2023, "2.6")):
        (tmp_path / f"{year}.txt").write_text(told.format(year=year, figure=figure), "utf-8")
    (tmp_path / "plan.txt").write_text(
        "关于印发江苏省2023年就业工作要点的通知\n\n2023年3月2日\n\n一、目标任务\n\n全省城镇登记失业率控制在3.5%以内。\n",
        "utf-8",
    )
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "indicators", size=(120, 40)) as pilot:
        assert "✓ 完成  与目标相差 -0.9 个百分点" in screen(pilot)
        await press(pilot, "T")
        shown = screen(pilot)
        assert re.search("2022 2.9% +2023 2.6% +-0.3 个百分点", shown), shown


async def test_what_else_is_stated_says_its_bound_its_kind_and_which_way_a_change_goes(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(
        "江苏省2023年度人力资源和社会保障事业发展统计公报\n\n2024年5月6日\n\n一、就业\n\n"
        "年末城镇登记失业率为2.90%，比上年末下降0.15个百分点。\n\n"
        "2024年目标：城镇登记失业率控制在4.2%以内。\n",
        "utf-8",
    )
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "indicators", size=(120, 60)) as pilot:
        told = [line.split("另见")[1] for line in screen(pilot).splitlines() if "另见" in line]
        assert [told[0].split()[-2:], told[1].split()[-2:]] == [["减少", "0.15个百分点"], ["目标", "≤4.2%"]]


def test_the_command_says_which_way_a_change_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "江苏省2023年度人力资源和社会保障事业发展统计公报\n\n一、就业\n\n"
        "年末城镇登记失业率为2.90%，比上年末下降0.15个百分点。\n",
        "utf-8",
    )
    out = str(tmp_path / "out.msgpack")
    assert run(["build", str(tmp_path), "-o", out]) == 0
    capsys.readouterr()
    assert run(["indicators", "--pack", out, "--lang", "en"]) == 0
    (change,) = (line for line in capsys.readouterr().out.splitlines() if "percentage points" in line)
    assert change.split()[5:8] == ["decrease", "0.15", "percentage"]


async def test_an_outcome_says_of_which_place_it_is_where_the_package_knows_several(tmp_path: Path) -> None:
    told = "江苏省2023年就业工作要点\n\n2023年3月2日\n\n一、目标任务\n\n全年城镇新增就业120万人。\n"
    (tmp_path / "plan.txt").write_text(told, "utf-8")
    for place, figure in (("江苏省", "131.7"), ("扬州市", "7.3")):
        text = BULLETIN.format(place=place, year=2023, figure=figure)
        (tmp_path / f"{place}.txt").write_text(
            text.replace("全省", "全市" if place[-1] == "市" else "全省"), "utf-8"
        )
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "overview", size=(120, 40)) as pilot:
        assert re.search("江苏省? +城镇新增就业人数 +✓", screen(pilot))


async def test_the_newest_value_says_of_which_place_it_is_and_a_met_target_of_which_year(
    tmp_path: Path,
) -> None:
    texts = {
        "江苏省": "{p}2022年度人力资源和社会保障事业发展统计公报\n\n一、就业\n\n全年城镇新增就业131.7万人。\n",
        "扬州市": "{p}2023年上半年就业工作进展情况\n\n2023年7月9日\n\n上半年，全市城镇新增就业3.4万人。\n",
        "plan": "江苏省2022年就业工作要点\n\n2022年3月2日\n\n一、目标任务\n\n全年城镇新增就业120万人。\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text.format(p=name), "utf-8")
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out), "indicators", size=(160, 40)) as pilot:
        assert re.search(r"城镇新增就业人数 +✓ 2022 +3\.4万人 +2023-01/2023-06 扬州市", screen(pilot))
        await press(pilot, "d")
        await type_text(pilot, "jiangsu")
        await press(pilot, "enter")
        assert re.search(r"城镇新增就业人数 +✓ +131\.7万人 +2022 ", screen(pilot))
