"""Figures without a unit of their own have that of the label of their list, and none that would be counted otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

_REPORT = "江北省2036年就业情况\n\n2036年，全省组织招聘活动820场。\n"


def _read(text: str, folder: Path) -> tuple[list[tuple[object, ...]], list[object]]:
    tables = compile_text(_REPORT + text, folder)
    told = [
        (row["subject"], row["printed"], row["unit"], row["period"])
        for row in tables["observations"]
        if row["line_start"] > 3
    ]
    return told, [row["printed"] for row in tables["unread"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "各市受理投诉量（件）：东山市1,240、西河市986、南口市73。",
            [
                ("受理投诉量 东山市", "1,240", "件", "2036"),
                ("受理投诉量 西河市", "986", "件", "2036"),
                ("受理投诉量 南口市", "73", "件", "2036"),
            ],
        ),
        (
            "城镇新增就业（万人）：2034年8.31、2035年8.47、2036年8.6。",
            [
                ("城镇新增就业", "8.31", "万人", "2034"),
                ("城镇新增就业", "8.47", "万人", "2035"),
                ("城镇新增就业", "8.6", "万人", "2036"),
            ],
        ),
        (
            "2036年参保人数（单位：万人）：养老保险 402.3；失业保险 96.1；工伤保险 120。",
            [
                ("参保人数 养老保险", "402.3", "万人", "2036"),
                ("参保人数 失业保险", "96.1", "万人", "2036"),
                ("参保人数 工伤保险", "120", "万人", "2036"),
            ],
        ),
        (
            "各季度失业率（%）：一季度5.4、二季度5.2。",
            [
                ("各季度失业率", "5.4", "%", "2036-01/2036-03"),
                ("各季度失业率", "5.2", "%", "2036-04/2036-06"),
            ],
        ),
    ],
)
def test_the_unit_of_the_label_is_that_of_its_list(
    tmp_path: Path, sentence: str, expected: list[tuple[object, ...]]
) -> None:
    assert _read(sentence, tmp_path) == (expected, [])


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("城镇新增就业（万人）：目标8、完成8.6、完成率107.5。", "107.5"),
        ("参保人数（万人）：养老保险402.3，增长4.2。", "4.2"),
        ("城镇新增就业（万人）：2036年8.6。倍率1.3来自抽样。", "1.3"),
    ],
)
def test_what_is_no_such_count_is_declared(tmp_path: Path, sentence: str, left: str) -> None:
    told, unread = _read(sentence, tmp_path)
    assert left not in [figure for _, figure, _, _ in told]
    assert unread == [left]


def test_a_figure_in_the_middle_has_the_unit_of_the_one_behind(tmp_path: Path) -> None:
    told, unread = _read("甲、乙、丙三类企业用工分别为3.1万、2.4万、1.9万人次。", tmp_path)
    assert [(figure, unit) for _, figure, unit, _ in told] == [
        ("3.1", "万人次"),
        ("2.4", "万人次"),
        ("1.9", "万人次"),
    ]
    assert unread == []


def test_the_level_of_an_item_is_no_unit(tmp_path: Path) -> None:
    told, unread = _read("行政运行（项）：2035年3.2、2036年3.4。", tmp_path)
    assert told == []
    assert unread == ["3.2、3.4"]
