"""Figures of which it is not sure what they are of stand in no observation, and in a row of `unread`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

_NOTICE = "东江省人民政府关于调整最低工资标准的通知\n\n一、标准\n\n"


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        (
            "月最低工资标准由1980元、1860元、1740元调整为2190元、2060元、1930元。",
            "1980元、1860元、1740元、2190元、2060元、1930元",
        ),
        (
            "小时最低工资标准从19.8元、18.6元提高到21.9元、20.6元。",
            "19.8元、18.6元、21.9元、20.6元",
        ),
    ],
)
def test_figures_without_a_name_of_their_own_are_declared(
    tmp_path: Path, sentence: str, printed: str
) -> None:
    tables = compile_text(_NOTICE + sentence, tmp_path)
    assert tables["observations"] == []
    assert [
        (row["kind"], row["reason"], row["table_kind"], row["printed"], row["line_start"], row["line_end"])
        for row in tables["unread"]
    ] == [("figures", "unsure", "observations", printed, 5, 5)]


def test_what_is_read_and_what_states_nothing_is_not_declared(tmp_path: Path) -> None:
    text = "自2036年4月1日起，月最低工资标准调整为2190元，文件号为东政发〔2034〕15号，咨询电话12333。"
    tables = compile_text(_NOTICE + text, tmp_path)
    assert [row["printed"] for row in tables["observations"]] == ["2190"]
    assert tables["unread"] == []


def test_only_the_figures_that_are_left_are_declared(tmp_path: Path) -> None:
    text = "全省有企业46万户。月最低工资标准由1980元、1860元调整为2190元、2060元。"
    tables = compile_text(_NOTICE + text, tmp_path)
    assert [row["printed"] for row in tables["observations"]] == ["46"]
    assert [row["printed"] for row in tables["unread"]] == ["1980元、1860元、2190元、2060元"]


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("出生人口性别比为108.4。", "108.4"),
        ("分县受理量：东山1,862、西河970。", "1,862、970"),
        ("费用由市、县按7:3承担。", "7、3"),
        ("劳动报酬占比≥51%；城乡收入倍差≤2.3。", "2.3"),
    ],
)
def test_a_number_without_a_unit_is_declared(tmp_path: Path, sentence: str, printed: str) -> None:
    tables = compile_text(_NOTICE + sentence, tmp_path)
    assert [(row["printed"], row["line_start"]) for row in tables["unread"]] == [(printed, 5)]


def test_so_many_figures_that_one_record_cannot_print_them_have_several(tmp_path: Path) -> None:
    figures = [f"{number},{number}" for number in range(110, 190)]
    tables = compile_text(_NOTICE + f"各点读数：{'；'.join(figures)}。", tmp_path)
    printed = [row["printed"] for row in tables["unread"]]
    assert "、".join(printed).split("、") == figures
    assert max(map(len, printed)) <= 200
    assert len({row["unread_id"] for row in tables["unread"]}) == len(printed) > 1


def test_each_line_of_a_block_is_declared_for_itself(tmp_path: Path) -> None:
    text = "全省各监测点的平均读数在本年第一次调查中为3.15，在第二次调查中为\n2.87，在第三次为1.06。"
    tables = compile_text(_NOTICE + text, tmp_path)
    (row,) = tables["unread"]
    assert (row["printed"], row["line_start"], row["line_end"]) == ("3.15、2.87、1.06", 5, 6)


def test_a_rate_alone_behind_what_a_place_has_is_of_something_else(tmp_path: Path) -> None:
    text = "青田县新增就业2.1万人，失业率2.6%；景宁县1.4万人、3.1%。"
    tables = compile_text(_NOTICE + text, tmp_path)
    assert [row["printed"] for row in tables["observations"]] == ["2.1", "2.6", "1.4"]
    assert [row["printed"] for row in tables["unread"]] == ["3.1%"]
