"""Titles of tables by place that give the unit behind what the table shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.sources.captions import is_named_with_unit
from tests.variants import compile_text

ROWS = "地区\t目标\t完成\n嘉善县\t{0}1\t{0}2\n平湖市\t{0}3\t{0}4\n海盐县\t{0}5\t{0}6\n"
HEAD = "嘉兴市2033年人力资源和社会保障事业统计公报\n\n三、劳动关系\n\n"


def keys(text: str, folder: Path) -> set[tuple[str, str]]:
    found = compile_text(HEAD + text, folder)["prefecture_values"]
    return {(row["metric"], row["unit"]) for row in found}


@pytest.mark.parametrize(
    "title",
    [
        "各县（市）失业人员再就业（单位：人）",
        "2033年各县市失业人员再就业　　单位：人",
        "各县市失业人员再就业(计量单位:人)",
    ],
)
def test_a_line_with_its_unit_behind_it_is_the_title(title: str, tmp_path: Path) -> None:
    assert keys(f"{title}\n{ROWS.format(27)}", tmp_path) == {("unemployed_reemployed", "人")}


def test_each_of_several_tables_has_its_own(tmp_path: Path) -> None:
    text = f"各县市失业人员再就业（单位：人）\n{ROWS.format(27)}\n各县市城镇新增就业（单位：万人）\n{ROWS.format('3.')}"
    assert keys(text, tmp_path) == {("unemployed_reemployed", "人"), ("urban_new_jobs", "万人")}


def test_a_title_printed_again_on_the_next_page_begins_no_other_table(tmp_path: Path) -> None:
    title, rest = "各县市失业人员再就业（单位：人）", "南湖区\t41\t42\n秀洲区\t43\t44\n海宁市\t45\t46\n"
    text = f"{title}\n{ROWS.format(27)}\n{title}\n地区\t目标\t完成\n{rest}"
    assert keys(text, tmp_path) == {("unemployed_reemployed", "人")}


@pytest.mark.parametrize(
    "line",
    [
        "单位：人",
        "（单位：人）",
        "截至2033年9月底　单位：人",
        "具体情况如下（单位：人）",
        "统计口径：常住人口　单位：人",
        "嘉善县人力资源和社会保障局　　单位：万元",
        "（续）　单位：万元",
        "附表3　单位：万元",
        "各县市失业人员再就业",
    ],
)
def test_what_names_nothing_beside_a_unit_is_no_title(line: str) -> None:
    assert not is_named_with_unit(line)
    assert is_named_with_unit("各乡镇参保人数（单位：人）")


@pytest.mark.parametrize(
    "signed", ["嘉兴市人力资源和社会保障局\n2034年2月6日", "2034年2月6日\n嘉兴市就业服务中心"]
)
def test_who_signed_what_stands_above_and_when_is_no_beginning_of_a_title(
    signed: str, tmp_path: Path
) -> None:
    text = f"2033年嘉兴市就业工作情况通报\n{signed}\n\n2033年各县市失业人员再就业完成情况表\n单位：人\n{ROWS.format(27)}"
    found = compile_text(text, tmp_path)["prefecture_values"]
    assert {(row["metric"], row["year"]) for row in found} == {("unemployed_reemployed", 2033)}
