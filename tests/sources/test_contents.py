"""Entries of a table of contents are no headings, whatever the headings are worded like."""

from __future__ import annotations

import pytest

from hrss_tui.sources.contents import contents
from hrss_tui.sources.text import Piece

BODY = ["某县水利局主要职能", "管水。"]


def found(lines: list[str]) -> list[str]:
    numbers = contents([Piece(number, 0, line) for number, line in enumerate(lines, 1)])
    return [line for number, line in enumerate(lines, 1) if number in numbers]


@pytest.mark.parametrize(
    ("entries", "body"),
    [
        (["第一部分 概况", "一、职责", "第二部分 决算表"], ["第一部分 概况", "一、职责", "管水。"]),
        (["一、职责……………8", "二、机构……………9"], ["一、职责", "管水。", "二、机构"]),
        (["一、部门职责……………8", "二、机构..........12", "三、名词……"], BODY),
        (["一、部门职责……………8", "二、名字很长很长", "很长的表……………第9页"], BODY),
        (["一、部门主要职能", "二、机构设置", "三、预算表", "1.收支总表", "2.收入总表", "四、其他"], BODY),
        (["一、部门主要职能", "二、机构设置", "三、预算表"], ["一、某县水利局主要职能", "管水。"]),
        (["一、部门主要职能", "二、机构设置", "三、预算表"], ["四、本局负责管水。"]),
    ],
)
def test_entries_end_where_the_text_begins(entries: list[str], body: list[str]) -> None:
    assert found(["某县预算", "目 录", *entries, *body]) == entries


@pytest.mark.parametrize(
    "body",
    [
        ["正文没有编号。", "一、职责"],
        ["一、职责", "管水。", "二、机构", "一个科。"],
        ["一、职责", "二、机构", "一个科。"],
        [],
    ],
)
def test_a_word_is_no_table_of_contents(body: list[str]) -> None:
    assert found(["某县预算", "目录", *body]) == []
    assert found(["某县预算", *body]) == []
