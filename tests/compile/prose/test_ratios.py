"""Ratios and series: so many times as much, shares of a hundred in two years, changes of a share."""

from pathlib import Path

import pytest

from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_REPORT = "河东县2033年运行分析\n\n"


@pytest.mark.parametrize(
    "sectors", ["三次产业从业人员结构", "三次产业就业人员比例", "第一、二、三产业劳动力构成"]
)
def test_two_series_of_shares_have_the_years_they_name(sectors: str) -> None:
    rows = told(f"{_REPORT}{sectors}由2028年的31:27:42调整为2033年的24.5:28.5:47。", "period")
    assert rows == [(share, "2028") for share in ("31", "27", "42")] + [
        (share, "2033") for share in ("24.5", "28.5", "47")
    ]


def test_the_first_series_is_of_the_year_before_that_is_said() -> None:
    rows = told(f"{_REPORT}三次产业从业人员结构由上年的31:27:42调整为30:27:43。", "period")
    assert [row[1] for row in rows] == ["2032"] * 3 + ["2033"] * 3


@pytest.mark.parametrize("moved", ["持续下降，由2.9降至2.7", "逐年下降，从2.9下降到2.7"])
def test_a_bare_ratio_may_be_told_behind_how_it_moved(moved: str) -> None:
    rows = told(f"{_REPORT}企业职工养老保险抚养比{moved}。", "base_unit", "subject")
    assert [row[:2] for row in rows] == [("2.9", "倍"), ("2.7", "倍")]
    assert all("抚养比" in str(row[2]) for row in rows)


def test_the_change_of_a_ratio_to_one_has_no_unit_either() -> None:
    rows = told(f"{_REPORT}年末赡养比为1.84:1，较上年末下降0.05。", "change")
    assert rows == [("1.84", None), ("0.05", "decrease")]


def test_a_ratio_to_one_may_have_thousands() -> None:
    assert told(f"{_REPORT}最热职位报录比达1,204:1。", "value") == [("1,204", 1204.0)]


@pytest.mark.parametrize("share", ["比重", "占比", "所占比例"])
def test_a_share_that_rose_is_the_one_just_named(share: str) -> None:
    rows = told(f"{_REPORT}女性职工310人，占职工总数的41%，{share}较上年提高1.5个百分点。", "subject")
    assert str(rows[2][1]).startswith("女性职工占职工总数")


def test_a_growth_behind_a_list_that_rose_is_of_each_in_turn() -> None:
    text = f"{_REPORT}失业、工伤保险参保人数分别为 31 万人、42 万人，较上年分别增加 2 万人、3 万人，增幅分别为 6.9%、7.7%。"
    assert ["失业" in str(row[1]) for row in told(text, "subject")] == [True, False] * 3


def test_classes_and_grades_of_a_benefit_are_told_apart() -> None:
    rows = told(f"{_REPORT}目前一、二、三档地区失业保险金分别为1900元、1700元、1500元。", "subject")
    assert [str(row[1])[:2] for row in rows] == ["一档", "二档", "三档"]


@pytest.mark.parametrize(
    ("limit", "operator"), [("50周岁（含）以下", "<="), ("30%（含）以上", ">="), ("30%（不含）以下", "<")]
)
def test_a_bound_may_say_whether_it_is_included(limit: str, operator: str) -> None:
    (row,) = told(f"{_REPORT}年龄或比例限制在{limit}。", "operator")
    assert row[1] == operator


def test_means_are_not_summed(tmp_path: Path) -> None:
    made = compile_text(
        f"{_REPORT}职工月均收入 6200 元，其中制造业 6500 元，住宿餐饮业 4300 元。\n", tmp_path
    )
    assert not [check for check in made["checks"] if check["kind"] == "stated_parts"]


@pytest.mark.parametrize("base", ["由“十五”末的", "从“十二五”期初的", "由改革初期的"])
def test_shares_of_a_time_without_a_number_are_of_no_year(base: str) -> None:
    words = f"{_REPORT}三次产业的就业结构{base}51.5:19.7:28.8，就业人员120万人。"
    assert [row[0] for row in told(words, "period")] == ["120"]
