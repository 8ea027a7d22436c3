"""Key figures say of which year they are, in their names or beside whose they are; what else is stated begins at home."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.cli.run import run
from hrss_tui.records import Observation
from hrss_tui.tui.cards.record import _of_indicator
from hrss_tui.tui.overview.lines import overview_lines
from tests.tui.driving import desk_of

BUDGET = """2031年丙山县水利局

部门预算公开

表 5

一般公共预算支出情况表

编制部门：丙山县水利局

单位：万元

科目\t\t\t\t一般公共预算支出\t\t
科目代码\t\t\t科目名称\t合计\t基本支出\t项目支出
类\t款\t项\t\t\t\t
213\t\t\t农林水支出\t52.10\t40.00\t12.10
213\t03\t\t水利\t52.10\t40.00\t12.10
213\t03\t01\t行政运行\t52.10\t40.00\t12.10
\t\t\t总计\t52.10\t40.00\t12.10
"""
BULLETIN = "{place}{year}年度人力资源和社会保障事业发展统计公报\n\n一、就业\n\n{year}年，城镇新增就业{figure}万人。\n"


def test_a_figure_whose_name_has_no_year_has_it_beside_its_department(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BUDGET, "utf-8")
    out = str(tmp_path / "out.msgpack")
    assert run(["build", str(tmp_path), "-o", out]) == 0
    lines = [one.text for one in overview_lines(desk_of(out), 120, whole=False)[0]]
    (head,) = (text for text in lines if "主要数字" in text)
    assert head.strip().endswith("万元  2031 预算")


def test_what_else_is_stated_begins_with_the_same_place(tmp_path: Path) -> None:
    for place, year, figure in (
        ("江苏省", 2031, "131.7"),
        ("浙江省", 2031, "118.3"),
        ("浙江省", 2032, "118.4"),
    ):
        text = BULLETIN.format(place=place, year=year, figure=figure)
        text += "2031年，无锡市城镇新增就业15.6万人。\n" if place == "江苏省" else ""
        (tmp_path / f"{place}{year}.txt").write_text(text, "utf-8")
    out = str(tmp_path / "out.msgpack")
    assert run(["build", str(tmp_path), "-o", out]) == 0
    desk = desk_of(out)
    row = next(row for row in desk.data.pack.rows(Observation) if row.printed == "118.4")
    found = [one.text for one in _of_indicator(desk, "urban_new_jobs", row)]
    assert ["118.3" in text for text in found] == [True, False, False]
    assert ["无锡市 2031 15.6万人" in text for text in found] == [False, False, True]
