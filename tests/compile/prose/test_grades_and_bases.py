"""Grades of which only the first and the last are named, and the year of what a standard is a part of."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_NOTICE = "川南省人力资源和社会保障厅关于调整2035年工伤保险待遇的通知\n川南人社发〔2035〕7号\n\n"


@pytest.mark.parametrize(
    "grades", ["一级至四级", "一至四级", "一级—四级", "一到四级", "一级、二级、三级、四级"]
)
def test_each_grade_of_a_span_has_its_figure_per_person_and_month(built: Built, grades: str) -> None:
    rows = built(
        f"{_NOTICE}{grades}每人每月分别增加290元、270元、250元、230元。", "subject", "unit", "base_unit"
    )
    assert rows == [
        (value, f"{grade}级每人每月增加", "元/人/月", "元/人/月")
        for value, grade in zip(("290", "270", "250", "230"), "一二三四", strict=True)
    ]


def test_a_span_of_more_grades_than_figures_is_not_taken_apart(built: Built) -> None:
    rows = built(f"{_NOTICE}一级至六级每人每月分别增加290元、270元。", "subject")
    assert all("二级" not in str(row[1]) for row in rows)


def test_what_stands_before_and_behind_a_span_is_of_each_grade(built: Built) -> None:
    rows = built(f"{_NOTICE}月最低工资标准一类至三类区域分别为2180元、2050元、1920元。", "subject")
    assert [row[1] for row in rows] == [f"月最低工资标准{one}类区域" for one in "一二三"]
    monthly = built(f"{_NOTICE}最低工资标准一至三档分别为每月2180元、2050元、1920元。", "subject")
    assert [row[1] for row in monthly] == [f"最低工资标准{one}档" for one in "一二三"]


@pytest.mark.parametrize(
    ("said", "granted"),
    [
        (
            "生活护理费按2034年全省职工月平均工资6,800元的50%、40%计发，即每月3,400元、2,720元",
            ["3,400", "2,720"],
        ),
        ("一次性工亡补助金为2034年全国城镇居民人均可支配收入54,100元的20倍，即1,082,000元", ["1,082,000"]),
        ("配偶抚恤金以2034年最低生活保障标准800元为基数，每月为960元", ["960"]),
        ("丧葬补助金按照2034年月平均工资6,800元的6个月计发，为40,800元", ["40,800"]),
    ],
)
def test_what_is_granted_is_not_of_the_year_of_its_base(built: Built, said: str, granted: list[str]) -> None:
    rows = built(f"{_NOTICE}{said}。", "period")
    assert rows[0][1] == "2034"
    assert [(row[0], str(row[1])[:4]) for row in rows[-len(granted) :]] == [(one, "2035") for one in granted]


def test_what_is_so_many_times_a_year_before_is_of_its_own_year(built: Built) -> None:
    rows = built(f"{_NOTICE}2034年职工月平均工资6,800元，发放待遇5万元。", "period")
    assert rows == [("6,800", "2034"), ("5", "2034")]
