"""A line that no stop ends is over where the line below says so, and goes on where it does not."""

from __future__ import annotations

import pytest

from hrss_tui.sources.breaks import is_over
from hrss_tui.sources.paragraphs import raw_blocks, whole_lines

_LONG = "全县组织劳动力外出务工12.6万人，其中省外务工4.1万人，发放交通补助和稳岗补助合计1,530万元，" * 2


def _blocks(*lines: str) -> list[str]:
    return [block.text.text for block in raw_blocks(whole_lines(lines))]


@pytest.mark.parametrize(
    ("tail", "line", "stops"),
    [
        ("参保人数（万人）：养老 120.4；失业 36.8", "2034年，领取待遇9.1万人。", True),
        ("建设驿站6个，责任科室：就业科", "培训800人次，责任科室：培训科", True),
        ("兑现稳岗返还3,120万元，惠及1,260户", "兑现社保补贴980万元，惠及310人", False),
        ("93家机构的求人倍率保持在1以上", "四是扩大岗位供给。收集岗位320个", True),
        ("落实好就业补助资金管理办法", "其次，加强资金监管", True),
        ("办理社保卡1.2万张，完成全年任务的91%", "受理投诉举报案件320件，已办结310件", False),
    ],
)
def test_the_line_is_over(tail: str, line: str, stops: bool) -> None:
    assert is_over(tail, line, stops)


@pytest.mark.parametrize(
    ("tail", "line", "stops"),
    [
        ("全年共有技工院校32所，在校学生合计", "4.5万人，毕业生就业率达到97%", False),
        ("2033年末全县参加工伤保险人数为12.6万人", "，比上年末增加0.3万人", False),
        ("2033年末全县参加工伤保险的人数为12.6万人", "比上年末增加0.3万人", False),
        ("建成驿站12个，其中：城区", "8个，乡镇4个", False),
        ("面向企业职工开展培训，", "发放补贴120万元", False),
        ("全年补贴性培训8.6万人，安排补助290万", "元，取证率为六成", False),
        ("全年组织线上线下培训合计8.6万人", "次，取证率为六成", False),
        ("失业率比上年同期下降0.2个", "百分点，就业稳定", False),
        ("安排线上考试监督管理服务费用290", "万元；阅卷费180万元。", True),
        ("产值居全省第", "二是因为重点企业增加", True),
        ("一是收集岗位320个，", "二是举办招聘会12场。", True),
        ("健全统计制度，安排数据核查资金150万元", "用于公共就业服务标准化建设。", True),
    ],
)
def test_the_line_goes_on(tail: str, line: str, stops: bool) -> None:
    assert not is_over(tail, line, stops)


def test_the_first_line_of_a_year_is_the_title_whatever_marks_it_has() -> None:
    head = "东山、西河、南口三县2034年务工数据对比"
    text = "东山县外出务工7.2万人，西河县外出务工6.4万人，南口县外出务工2.9万人，合计16.5万人。"
    assert _blocks(head, text) == [head, text]
    titled = "江州市人社局2034年绩效：零工市场项目"
    assert _blocks(titled, _LONG) == [titled, _LONG]


def test_the_first_line_of_a_sentence_goes_on() -> None:
    lines = ("2034年全市城镇新增就业完成年度目标任务的情况总体", "良好，失业人员再就业3.2万人。")
    assert _blocks(*lines) == ["".join(lines)]


def test_ticks_and_crosses_begin_items_and_are_no_part_of_them() -> None:
    lines = ("城乡服务成绩", "√新建驿站12个，完成120%", "×案件结案率93%（目标95%）")
    assert _blocks(*lines) == ["城乡服务成绩", "新建驿站12个，完成120%", "案件结案率93%（目标95%）"]
