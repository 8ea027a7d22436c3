"""Reports on the progress of plans, self-assessments, market briefs: figures whose name stands further ahead."""

from pathlib import Path

import pytest

from tests.compile.prose.reader import observe
from tests.variants import compile_text

_PLAN = "东河市“十四五”人才发展规划实施情况中期评估报告\n\n"


def told(text: str, *columns: str, kind: str = "report") -> list[tuple[object, ...]]:
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in observe(text, kind)]


@pytest.mark.parametrize("mark", ["——", "1.", "（一）"])
def test_a_short_sentence_names_what_the_aims_and_deeds_behind_it_are_of(mark: str) -> None:
    text = f"{_PLAN}{mark}技能人才总量。规划目标为到2025年达到9万人，2022年实际完成6.5万人。"
    assert told(text, "indicator_id", "kind", "period") == [
        ("9", "skilled_total", "target", "2025-12-31"),
        ("6.5", "skilled_total", "actual", "2022"),
    ]


def test_a_pair_is_of_the_short_sentence_before_it_and_so_is_its_distance_from_a_target() -> None:
    text = f"{_PLAN}——培训规模。由2020年的1.2万人次增加到2022年的1.9万人次，年均增长25.8%，距2025年2.5万人次的目标还差0.6万人次。"
    rows = told(text, "subject", "kind", "period")
    assert all(str(row[1]).startswith("培训规模") for row in rows)
    assert [row[2:] for row in rows] == [
        ("actual", "2020"),
        ("actual", "2022"),
        ("actual", "2022"),
        ("target", "2025"),
        ("actual", "2022"),
    ]


def test_an_aim_of_a_plan_is_of_its_years_and_what_was_done_of_the_years_named() -> None:
    text = f"{_PLAN}——创业培训。规划目标为五年累计新增8万人，2021年、2022年分别完成3.1万人、3.3万人，两年累计6.4万人。"
    assert told(text, "kind", "period") == [
        ("8", "target", "2021/2025"),
        ("3.1", "actual", "2021"),
        ("3.3", "actual", "2022"),
        ("6.4", "cumulative", "2021/2022"),
    ]


@pytest.mark.parametrize(
    ("end", "reached", "span"), [("2022", "2022-12-31", "2021/2022"), ("2023", "2023-12-31", "2021/2023")]
)
def test_a_report_on_a_plan_says_up_to_when_it_looks_back(end: str, reached: str, span: str) -> None:
    text = f"{_PLAN}截至{end}年底，各项工作进展顺利。\n\n失业保险参保人数31万人。\n\n全市引进人才2.2万人。"
    assert told(text, "period") == [("31", reached), ("2.2", span)]


@pytest.mark.parametrize("deed", ["实际完成值", "实际完成", "实际", "已完成", "实际举办"])
def test_what_was_done_is_of_the_target_named_before_it(deed: str) -> None:
    text = f"南川市就业局2033年度项目支出绩效自评报告\n\n二、绩效目标完成情况\n\n数量指标：专场招聘会年初目标值30场，{deed}34场。"
    rows = told(text, "subject", "kind")
    assert [row[2] for row in rows] == ["target", "actual"]
    assert rows[1][1] == f"专场招聘会 {deed}"


def test_what_was_spent_is_of_the_budget_named_before_it() -> None:
    text = "南川市就业局2033年度自评报告\n\n基本支出预算1200万元，执行1188万元；人才公寓项目预算500万元，仅支出310万元。"
    assert [row[1] for row in told(text, "subject")] == [
        "基本支出预算",
        "基本支出 执行",
        "人才公寓项目预算",
        "人才公寓项目 仅支出",
    ]


def test_what_is_counted_among_others_is_part_of_them() -> None:
    text = "南川市2033年度考核通报\n\n纳入考核的24家机构中，9家为优秀，13家为合格。"
    assert [row[1] for row in told(text, "subject")][1:] == ["机构 为优秀", "机构 为合格"]


@pytest.mark.parametrize("marks", ["2.14、1.86、1.52", "2.14、1.86和1.52"])
def test_bare_ratios_are_listed_and_changed(marks: str) -> None:
    text = f"2033年第二季度人力资源市场供求分析\n\n求人倍率为1.31，比上季度上升0.07，比去年同期下降0.12。技师、高级工、中级工的求人倍率分别为{marks}。"
    rows = told(text, "subject", "unit", "change")
    assert [row[3] for row in rows] == [None, "increase", "decrease", None, None, None]
    assert {row[2] for row in rows} == {"倍"}
    assert [row[1] for row in rows[3:]] == ["技师的求人倍率", "高级工的求人倍率", "中级工的求人倍率"]


def test_grades_and_ages_that_are_listed_share_what_stands_behind_the_last() -> None:
    text = "2033年人才统计公报\n\n高、中、初级职称人员分别为12万人、38万人、50万人。16～24岁、25～34岁和35岁以上求职者的比重分别为21%、47%和32%。"
    assert [row[1] for row in told(text, "subject")] == [
        "高级职称人员",
        "中级职称人员",
        "初级职称人员",
        "16～24岁求职者的比重",
        "25～34岁求职者的比重",
        "35岁以上求职者的比重",
    ]


def test_words_that_begin_like_a_connecting_word_are_whole() -> None:
    text = "2033年人才统计公报\n\n申报职称评审4200人，通过3100人，通过率73.8%。共青团员招募60人。"
    assert [row[1] for row in told(text, "subject")] == [
        "申报职称评审",
        "申报职称评审 通过",
        "通过率",
        "共青团员招募",
    ]


@pytest.mark.parametrize(
    ("months", "kind"), [("2032年12月5日至2033年2月", "actual"), ("2031年至2033年", "cumulative")]
)
def test_only_what_is_added_up_over_more_than_a_year_is_cumulative(months: str, kind: str) -> None:
    assert told(f"{months}，补发工资420万元。", "kind", kind="bulletin") == [("420", kind)]


def test_the_account_of_a_fund_states_its_changes_as_observations(tmp_path: Path) -> None:
    text = (
        "关于2033年南川市社会保险基金决算的说明\n\n（一）企业职工基本养老保险基金\n收入93.1亿元，比上年增加8.8亿元，增长10.4%。"
        "其中征缴收入50.6亿元、省级财政补助1.2亿元。支出88.9亿元，比上年增支9.3亿元，年末累计结余41亿元。\n"
    )
    tables = compile_text(text, tmp_path)
    assert not tables["budget_changes"]
    found = {row["printed"]: (row["subject"], row["change"]) for row in tables["observations"]}
    assert found["8.8"] == ("企业职工基本养老保险基金 收入比上年增加", "increase")
    assert found["88.9"] == ("企业职工基本养老保险基金 支出", None)
    assert not [check for check in tables["checks"] if check["status"] == "fails"]


def test_a_share_of_what_no_figure_names_is_not_checked(tmp_path: Path) -> None:
    text = "2033年南川市调解仲裁工作通报\n\n受理集体争议86件。案外调解3.7万件，占争议总量的70.9%。\n"
    checks = [check for check in compile_text(text, tmp_path)["checks"] if check["kind"] == "share"]
    assert [check["status"] for check in checks] == ["not_checkable"]
