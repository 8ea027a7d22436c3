"""What a meeting asks for, and what a list says will be done: aims of the year that has begun, whatever year was told of before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

_MEETING = (
    "东岭县人社局召开2032年度总结暨2033年工作部署会\n\n2033年1月16日\n\n会议指出，全年新增就业 0.62 万人。"
)


def _told(text: str, folder: Path) -> list[tuple[str, str, str]]:
    rows = compile_text(text, folder)["observations"]
    return [(row["printed"], row["kind"], row["period"]) for row in rows]


@pytest.mark.parametrize("asks", ["会议要求", "会议还明确", "会议部署"])
def test_what_a_meeting_asks_for_is_of_the_year_that_has_begun(asks: str, tmp_path: Path) -> None:
    text = f"{_MEETING}{asks}，全年新增就业 0.58 万人以上，一季度完成 0.13 万人。培训 0.4 万人次。\n"
    assert _told(text, tmp_path) == [
        ("0.62", "actual", "2032"),
        ("0.58", "target", "2033"),
        ("0.13", "target", "2033-01/2033-03"),
        ("0.4", "target", "2033"),
    ]


def test_what_was_done_as_a_meeting_had_asked_is_no_aim(tmp_path: Path) -> None:
    text = f"{_MEETING}按照会议要求，全年培训 0.4 万人次。\n"
    assert _told(text, tmp_path)[1] == ("0.4", "actual", "2032")


_LIST = "东岭县2033年{title}\n\n1.开展技能培训 3200 人次（{who}：县人社局）。\n\n2.新建零工驿站 6 个，已建成 2 个。\n"


@pytest.mark.parametrize("title", ["民生实事项目（人社部分）", "为民办实事项目", "惠民实事", "民生实事事项"])
@pytest.mark.parametrize("who", ["责任单位", "牵头部门", "完成时限：10月底前，实施单位"])
def test_a_list_of_what_is_assigned_tells_what_will_be_done(title: str, who: str, tmp_path: Path) -> None:
    told = _told(_LIST.format(title=title, who=who), tmp_path)
    assert [(row[0], row[1]) for row in told] == [("3200", "target"), ("6", "target"), ("2", "actual")]


@pytest.mark.parametrize(
    "title", ["民生实事项目（完成情况）", "民生实事项目完成情况", "民生实事项目兑现情况"]
)
def test_a_list_of_what_has_come_of_it_tells_what_was_done(title: str, tmp_path: Path) -> None:
    text = _LIST.format(title=title, who="责任单位").replace("开展", "已开展")
    assert _told(text, tmp_path)[0][1] == "actual"


@pytest.mark.parametrize("label", ["完成", "实际完成", "完成值", "实际"])
def test_what_came_of_an_aim_is_told_by_its_label(label: str, tmp_path: Path) -> None:
    text = f"东岭县2032年主要工作完成情况\n\n1.指标：新增就业；目标：0.6 万人；{label}：0.64 万人；完成率：106.7%。\n"
    assert [row[1] for row in _told(text, tmp_path)] == ["target", "actual", "actual"]
