"""Reports of months and quarters as tables: what has come together, the same months of last year, the day up to which all goes."""

from __future__ import annotations

import pytest

from hrss_tui.records import Observation
from tests.compile.stated.test_extract import compiled, stated, unread

_ROWS = ("农民工技能培训\t人次\t{}", "劳动争议结案\t件\t{}")


def _periods(title: str, head: str, *figures: str) -> list[tuple[str, str | None]]:
    """What is printed in the first row, with its period; nothing of the table is unread."""
    rows = [row.format(values) for row, values in zip(_ROWS, figures, strict=True)]
    tables = compiled(f"指标\t单位\t{head}", *rows, table=title, title="枫桥市人社统计资料")
    assert unread(tables) == []
    return [(row[2], row[1]) for row in stated(tables)][: figures[0].count("\t") + 1]


@pytest.mark.parametrize("word", ["本年累计", "年初累计", "累计", "今年累计", "年初至今"])
def test_what_has_come_together_in_a_quarter_begins_in_january(word: str) -> None:
    assert _periods("枫桥市2036年第二季度人社快报", f"本季\t{word}", "1,260\t2,480", "86\t171") == [
        ("1,260", "2036-04/2036-06"),
        ("2,480", "2036-01/2036-06"),
    ]


def test_the_last_quarter_adds_up_to_the_year() -> None:
    head = "本季度\t本年累计\t上年同期累计\t同比增减%"
    assert _periods("枫桥市2036年第四季度人社专报", head, "310\t1,420\t1,380\t2.9", "86\t371\t390\t-4.9") == [
        ("310", "2036-10/2036-12"),
        ("1,420", "2036"),
        ("1,380", "2035"),
        ("2.9", "2036"),
    ]


def test_the_month_of_december_adds_up_to_the_year() -> None:
    assert _periods("枫桥市2036年12月人社月报", "本月\t累计", "310\t1,420", "86\t371") == [
        ("310", "2036-12"),
        ("1,420", "2036"),
    ]


def test_the_same_months_of_last_year_are_those_of_the_column_beside_them() -> None:
    head = "三季度\t1-9月\t去年同期\t增长%"
    assert _periods("枫桥市2036年三季度人社季报", head, "820\t2,460\t2,300\t7.0", "61\t190\t200\t-5.0") == [
        ("820", "2036-07/2036-09"),
        ("2,460", "2036-01/2036-09"),
        ("2,300", "2035-01/2035-09"),
        ("7.0", "2036-01/2036-09"),
    ]


def test_of_two_the_one_that_adds_up_is_of_what_has_come_together() -> None:
    head = "本月\t累计\t去年同期\t去年同期累计"
    assert _periods("枫桥市2036年7月人社月报", head, "120\t905\t131\t870", "9\t60\t8\t57") == [
        ("120", "2036-07"),
        ("905", "2036-01/2036-07"),
        ("131", "2035-07"),
        ("870", "2035-01/2035-07"),
    ]


def test_a_growth_that_stands_beside_no_pair_stays_open() -> None:
    rows = [row.format(values) for row, values in zip(_ROWS, ("120\t905\t4.1", "9\t60\t5.3"), strict=True)]
    tables = compiled("指标\t单位\t本月\t累计\t同比增长%", *rows, table="枫桥市2036年7月人社月报")
    assert unread(tables) == [("column", None, "4.1　5.3")]


@pytest.mark.parametrize(
    ("day", "period"),
    [
        ("9月30日", "2036-09-30"),
        ("9月25日", "2036-09-25"),
        ("12月31日", "2036-12-31"),
        ("9月底", "2036-09-30"),
    ],
)
def test_the_day_up_to_which_a_title_says_that_all_goes(day: str, period: str) -> None:
    title = f"枫桥市人社主要指标（截至2036年{day}）"
    assert _periods(title, "数值", "1,260", "86") == [("1,260", period)]


def test_the_day_of_a_column_is_that_of_the_same_one_of_last_year() -> None:
    head = "截至9月25日\t去年同期"
    assert _periods("枫桥市2036年人社主要指标", head, "1,260\t1,180", "86\t90") == [
        ("1,260", "2036-09-25"),
        ("1,180", "2035-09-25"),
    ]


def test_a_line_above_says_up_to_when_in_the_year_of_the_title() -> None:
    rows = [row.format(values) for row, values in zip(_ROWS, ("1,260", "86"), strict=True)]
    tables = compiled("指标\t单位\t数值", *rows, table="枫桥市2036年人社主要指标", unit="人次、件　截至9月底")
    assert [row[1] for row in stated(tables)] == ["2036-09-30", "2036-09-30"]


def test_the_quarter_before_may_be_one_of_last_year() -> None:
    assert _periods("枫桥市2036年第一季度人社季报", "本季\t上季", "120\t110", "86\t91") == [
        ("120", "2036-01/2036-03"),
        ("110", "2035-10/2035-12"),
    ]
    assert _periods("枫桥市2036年前三季度人社季报", "1-9月\t上季度末", "120\t110", "86\t91") == [
        ("120", "2036-01/2036-09"),
        ("110", "2036-06-30"),
    ]


def test_what_is_only_expected_of_the_year_is_told_apart_from_its_aim() -> None:
    rows = [row.format(values) for row, values in zip(_ROWS, ("90\t81\t95", "86\t80\t84"), strict=True)]
    tables = compiled("指标\t单位\t全年目标\t1-10月\t全年预计", *rows, table="枫桥市2036年10月人社月报")
    found = [row for row in tables["observations"] if isinstance(row, Observation)]
    assert [(row.printed, row.kind, row.scope_note) for row in found][:3] == [
        ("90", "target", None),
        ("81", "actual", None),
        ("95", "target", "预计"),
    ]


def _aimed(*header: str, row: str) -> list[tuple[str, str, str | None, str | None]]:
    """What is printed in a row of a plan for 2036, with its kind, period and note."""
    other = "劳动争议结案\t件\t" + "\t".join("7654"[: row.count("\t") - 1])
    tables = compiled(
        *header, row, other, table="枫桥市2036年主要预期目标", title="枫桥市2036年计划草案的报告"
    )
    found = [each for each in tables["observations"] if isinstance(each, Observation)]
    return [(each.printed, each.kind, each.period, each.scope_note) for each in found][: row.count("\t") - 1]


@pytest.mark.parametrize(
    ("before", "aim", "note"),
    [
        ("2035年预计", "2036年目标", "预计"),
        ("2035年预计完成", "2036年计划", "预计"),
        ("2035年完成", "2036年预期目标", None),
    ],
)
def test_what_is_expected_of_a_year_before_that_of_the_aims_is_no_aim(
    before: str, aim: str, note: str | None
) -> None:
    row = "农民工技能培训\t人次\t1,240\t1,300"
    assert _aimed(f"指标\t单位\t{before}\t{aim}", row=row) == [
        ("1,240", "actual", "2035", note),
        ("1,300", "target", "2036", None),
    ]


def test_below_a_label_over_two_columns_the_growth_of_an_aim_is_an_aim() -> None:
    header = "指标\t单位\t2035年预计\t\t2036年目标\t", "\t\t绝对值\t增长（%）\t绝对值\t增长（%）"
    row = "农民工技能培训\t人次\t1,240\t5.1\t1,300\t4.8"
    assert _aimed(*header, row=row) == [
        ("1,240", "actual", "2035", "预计"),
        ("5.1", "actual", "2035", "预计"),
        ("1,300", "target", "2036", None),
        ("4.8", "target", "2036", None),
    ]


def test_a_change_is_of_the_figure_left_of_it_and_no_aim_beside_one() -> None:
    row = "农民工技能培训\t人次\t1,500\t1,240\t1,180\t5.1"
    header = "指标\t单位\t年度目标\t全年完成\t上年\t同比（%）"
    other = "劳动争议结案\t件\t90\t84\t80\t5.0"
    found = compiled(header, row, other, table="枫桥市2036年主要指标完成情况", title="枫桥市人社统计资料")
    stated_as = {each.printed: each.kind for each in found["observations"] if isinstance(each, Observation)}
    assert [stated_as[printed] for printed in ("1,500", "1,240", "5.1")] == ["target", "actual", "actual"]


@pytest.mark.parametrize(
    "title",
    ["历年全县城镇新增就业和社保参保情况（2033—2035年）", "2033—2035年城镇新增就业、社会保险参保情况"],
)
def test_what_a_title_lists_and_a_row_is_narrows_no_other_row(title: str) -> None:
    rows = "城镇新增就业\t万人\t2.1\t2.2\t4.8", "失业保险参保人数\t万人\t8.0\t8.2\t2.5"
    header = "指标\t单位\t2034年\t2035年\t2035年比2034年增长（%）"
    found = compiled(header, *rows, table="", title=title)
    made = [each for each in found["observations"] if isinstance(each, Observation)]
    assert [(each.indicator_id, each.printed, each.against) for each in made] == [
        ("urban_new_jobs", "2.1", None),
        ("urban_new_jobs", "2.2", None),
        ("urban_new_jobs", "4.8", "2034年"),
        ("unemployment_insured", "8.0", None),
        ("unemployment_insured", "8.2", None),
        ("unemployment_insured", "2.5", "2034年"),
    ]


def test_persons_that_a_title_lists_narrow_the_other_rows_though_they_are_one() -> None:
    rows = "农民工\t万人\t2.1\t2.2", "失业保险参保人数\t万人\t8.0\t8.2"
    title = "农民工和技工院校招生情况（2034—2035年）"
    found = compiled("指标\t单位\t2034年\t2035年", *rows, table=title, title="枫桥市人社统计资料")
    made = [each for each in found["observations"] if isinstance(each, Observation)]
    assert {each.indicator_id for each in made if each.printed.startswith("8")} == {None}
