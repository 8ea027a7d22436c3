"""Misprints are recorded where the document itself proves them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

HEAD = "某省住房和城乡建设管理厅2031年部门预算公开\n\n第一部分 概况\n\n一、说明\n\n"
FOOT = "\n\n某省住房和城乡建设管理厅\n\n2031年2月3日\n"


def misprints(text: str, folder: Path) -> list[tuple[str, str]]:
    rows = compile_text(HEAD + text + FOOT, folder)["corrections"]
    return [(row["printed"], row["reading"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某省住房和城镇建设管理厅负责。", [("某省住房和城镇建设管理厅", "某省住房和城乡建设管理厅")]),
        (
            "由某省住房 和城乡建没管理厅本级负责。",
            [("某省住房 和城乡建没管理厅", "某省住房和城乡建设管理厅")],
        ),
        ("某省住房和城乡建设管理厅负责。", []),
        ("某省住房和城乡建设管理系统、某市住房和城乡建设管理局负责。", []),
        ("某省住房城乡建设管理厅负责。", []),
        ("社会保险缴费缴费基数变动。后者为社会保险缴费基数。", [("缴费缴费", "缴费")]),
        ("公共就业服务服务对象很多。", []),
        ("（一十一）供热\n\n正文说明如下文。", [("（一十一）", "（十一）")]),
        ("（二十一）供热\n\n正文说明如下文。", []),
    ],
)
def test_a_misprint_is_recorded_when_proved(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert misprints(text, tmp_path) == expected


def test_a_short_name_proves_nothing(tmp_path: Path) -> None:
    """林业厅 and 农业厅 are two bodies."""
    text = "某省农业厅2031年部门预算公开\n\n第一部分 概况\n\n与某省林业厅共同负责。\n\n某省农业厅\n"
    assert compile_text(text, tmp_path)["corrections"] == []


NARRATIVE = {  # read off the numbered lines of the seed
    "社会保险厅": [632, 652, 724, 726],
    "缴费缴费": [728, 740, 742, 744, 746],
    "一十": [882, 893, 905, 917, 929, 943, 955, 967, 979],
    "《自治区党委办公厅、自治区人民政府办公厅《": [822, 834, 848],
    "》的通知(": [945, 969],
    "370万": [780],
    "80 万": [989],
    "12 万": [989, 989, 1021],
    "新政办法": [774],
}


@pytest.mark.parametrize("printed", NARRATIVE)
def test_the_damage_of_the_seeds_narrative_is_recorded_each_time(
    printed: str, tables: dict[str, list[dict[str, object]]]
) -> None:
    rows = [row for row in tables["corrections"] if row["doc_id"] == "budget-2026"]
    found = [row["line_start"] for row in rows if printed in str(row["printed"])]
    assert found == NARRATIVE[printed]


def test_nothing_else_of_the_narrative_is_called_damaged(
    tables: dict[str, list[dict[str, object]]],
) -> None:
    rows = [row for row in tables["corrections"] if row["doc_id"] == "budget-2026"]
    found = [row for row in rows if 618 <= int(str(row["line_start"])) < 1063]
    assert len(found) == sum(map(len, NARRATIVE.values()))


def test_labels_that_stand_side_by_side_are_no_repetition(tmp_path: Path) -> None:
    table = "支出\n\n甲类预算数乙类\n\n甲类\t预算数\t预算数\t乙类\n丙类\t1.00\t2.00\t3.00\n"
    assert misprints(table, tmp_path) == []
