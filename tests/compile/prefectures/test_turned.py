"""Tables whose columns are the places: headers further down, rows without figures, second totals."""

from __future__ import annotations

import pytest

from hrss_tui.records import PrefectureTotal, PrefectureValue, Unread
from tests.compile.prefectures.test_extract import Tables, compiled, sums, unread, values

PLACE = "关于印发《2029年成都市就业工作要点》的通知"
FIRST = ("指标\t计量单位\t锦江区\t青羊区", "城镇新增就业\t人\t710\t640", "补贴性职业培训\t人次\t52\t48")


def read(*rows: str) -> Tables:
    return compiled(*rows, title=PLACE, table="2029年各区目标任务分解表")[0]


def jobs(tables: Tables) -> list[tuple[str, float | None]]:
    return [(code, value) for code, metric, _, value, _ in values(tables) if metric == "urban_new_jobs"]


def kinded(tables: Tables) -> list[tuple[str, str, str, float | None]]:
    rows = (row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue))
    return [(row.prefecture_code, row.metric, row.kind, row.value) for row in rows]


def kinds(tables: Tables) -> list[tuple[str, str]]:
    return [(row.kind, row.reason) for row in tables.get("unread", []) if isinstance(row, Unread)]


def test_a_header_further_down_names_the_places_of_what_stands_below_it() -> None:
    tables = read(*FIRST, "指标\t计量单位\t金牛区\t武侯区\t成华区", "城镇新增就业\t人\t530\t480\t390")
    assert jobs(tables) == [
        ("510104", 710),
        ("510105", 640),
        ("510106", 530),
        ("510107", 480),
        ("510108", 390),
    ]
    assert unread(tables) == []


def test_a_last_header_may_name_one_place() -> None:
    tables = read(*FIRST, "指标\t计量单位\t金牛区", "城镇新增就业\t人\t530")
    assert jobs(tables)[2:] == [("510106", 530)]


def test_a_header_printed_again_goes_on_with_its_places() -> None:
    tables = read(*FIRST, FIRST[0], "新增创业人数\t人\t31\t27")
    assert [row[:2] + row[3:4] for row in values(tables)][-1] == ("510105", "new_startups", 27)
    assert len(values(tables)) == 6


def test_the_total_of_parts_is_of_the_places_of_all_of_them() -> None:
    rows = ("指标\t单位\t全市\t锦江区\t青羊区", "城镇新增就业\t人\t1880\t710\t640")
    tables = read(*rows, "指标\t单位\t金牛区", "城镇新增就业\t人\t530")
    assert sums(tables) == [("exact", None)]
    assert [row.value for row in tables["prefecture_totals"] if isinstance(row, PrefectureTotal)] == [1880]


@pytest.mark.parametrize(
    "header",
    [
        "项目\t计量单位\t金牛区\t武侯区",
        "指标\t计量单位\t甲片区\t乙片区",
        "指标\t金牛区\t武侯区",
        "指标\t计量单位\t青羊区\t武侯区",
    ],
)
def test_a_table_with_a_header_that_is_not_understood_is_not_read(header: str) -> None:
    tables = read(*FIRST, header, "城镇新增就业\t人\t530\t480")
    assert values(tables) == []
    assert kinds(tables) == [("table", "unknown_table")]


def test_rows_without_figures_are_not_read() -> None:
    tables = read(*FIRST, "服务类\t\t\t", "欠薪案件\t\t按期办结\t按期办结", "方案印发时间\t\t3月底\t4月底")
    assert len(values(tables)) == 4
    assert unread(tables) == [
        ("row", "欠薪案件", "按期办结　按期办结"),
        ("row", "方案印发时间", "3月底　4月底"),
    ]


def test_cells_without_figures_are_not_read_each_on_its_line() -> None:
    tables = read(*FIRST, "新增创业人数\t人\t待定\t待定", "新增见习\t人\t待定\t31")
    rows = [row for row in tables["unread"] if isinstance(row, Unread)]
    assert unread(tables) == [("cell", "锦江区", "待定"), ("row", "新增创业人数", "人　待定　待定")]
    assert len({row.unread_id for row in rows}) == len(rows)
    lines = [row.line_start for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert next(row.line_start for row in rows if row.kind == "cell") == max(lines)


def test_a_second_total_is_not_read() -> None:
    rows = ("地区\t城镇新增就业人数", "全省\t3300", "成都市\t2600", "泸州市\t360", "各市（州）合计\t2960")
    tables, _ = compiled(*rows)
    assert [row.value for row in tables["prefecture_totals"] if isinstance(row, PrefectureTotal)] == [3300]
    assert unread(tables) == [("row", "各市（州）合计", "2960")]
    assert [status for status, _ in sums(tables)] == ["not_checkable"]


def test_a_second_total_that_heads_a_column_is_not_read() -> None:
    tables = read("指标\t合计\t锦江区\t青羊区\t全市", "城镇新增就业人数\t1350\t710\t640\t1400")
    assert [row.value for row in tables["prefecture_totals"] if isinstance(row, PrefectureTotal)] == [1350]
    assert unread(tables) == [("row", "全市", "1400")]


def test_totals_of_other_columns_stand_side_by_side() -> None:
    rows = ("成都市\t2600\t31", "泸州市\t360\t12", "合计\t2960\t", "全省\t\t43")
    tables, _ = compiled("地区\t城镇新增就业人数\t新增创业人数", *rows)
    assert len(tables["prefecture_totals"]) == 2
    assert unread(tables) == []


def test_a_column_of_no_known_place_is_not_read() -> None:
    tables = read("指标\t计量单位\t合计\t锦江区\t青羊区\t丁片区", "城镇新增就业\t人\t1390\t710\t640\t40")
    assert jobs(tables) == [("510104", 710), ("510105", 640)]
    assert unread(tables) == [("row", "丁片区", "40")]
    assert [status for status, _ in sums(tables)] == ["not_checkable"]


def test_a_column_of_no_known_place_left_of_the_others_is_not_read() -> None:
    tables = read(
        "指标\t丁片区\t锦江区\t青羊区\t备注", "城镇新增就业\t40\t710\t640\t", "新增创业\t3\t31\t27\t"
    )
    assert jobs(tables) == [("510104", 710), ("510105", 640)]
    assert unread(tables) == [("row", "丁片区", "40　3")]


SUBS = "\t\t目标任务\t实际完成\t目标任务\t实际完成"


def test_a_place_may_head_several_columns() -> None:
    head = "指标\t单位\t锦江区\t\t青羊区\t"
    tables = read(
        head, SUBS, "城镇新增就业\t人\t710\t705\t640\t655", head, SUBS, "新增创业\t人\t31\t29\t27\t33"
    )
    assert sorted(kinded(tables)) == [
        ("510104", "new_startups", "actual", 29),
        ("510104", "new_startups", "target", 31),
        ("510104", "urban_new_jobs", "actual", 705),
        ("510104", "urban_new_jobs", "target", 710),
        ("510105", "new_startups", "actual", 33),
        ("510105", "new_startups", "target", 27),
        ("510105", "urban_new_jobs", "actual", 655),
        ("510105", "urban_new_jobs", "target", 640),
    ]
    assert unread(tables) == []


@pytest.mark.parametrize(
    ("head", "subs"),
    [
        ("指标\t单位\t锦江区\t青羊区", SUBS),
        ("指标\t单位\t锦江区\t\t青羊区\t", ""),
        ("指标\t单位\t锦江区\t\t青羊区\t", "\t\t目标任务\t实际完成\t上年完成\t实际完成"),
    ],
)
def test_columns_of_a_place_without_labels_of_their_own_are_not_read(head: str, subs: str) -> None:
    rows = (head, subs, "城镇新增就业\t人\t710\t705\t640\t655")
    tables = read(*(row for row in rows if row))
    assert values(tables) == []
    assert kinds(tables) == [("table", "unknown_table")]


def test_columns_without_anything_in_them_are_none() -> None:
    tables = read("指标\t单位\t锦江区\t\t青羊区\t", "城镇新增就业\t人\t710\t\t640\t")
    assert jobs(tables) == [("510104", 710), ("510105", 640)]


def test_who_sees_to_a_task_is_no_place() -> None:
    tables = read("指标\t单位\t锦江区\t青羊区\t牵头科室", "城镇新增就业\t人\t710\t640\t就业科")
    assert jobs(tables) == [("510104", 710), ("510105", 640)]
    assert unread(tables) == []


def test_rates_below_an_indicator_are_told_as_those_of_it() -> None:
    rows = ("项目\t单位\t锦江区\t青羊区", "工伤保险基金支出\t万元\t710.5\t640.2")
    tables = read(*rows, "完成年度任务\t%\t71.5\t70.3", "同比增长\t%\t3.5\t2.8")
    keys = list(dict.fromkeys(metric for _, metric, *_ in values(tables)))
    assert len(keys) == 3 and all(key.startswith(keys[0]) for key in keys)


def test_places_below_a_label_of_all_of_them_leave_the_labels_left_of_it_where_they_are() -> None:
    tables = read(
        "序号\t指标\t计量单位\t全市\t各区\t",
        "\t\t\t\t锦江区\t青羊区",
        "1\t城镇新增就业\t人\t1350\t710\t640",
        "2\t城镇登记失业率\t%\t4以内\t4以内\t4以内",
        "3\t创业担保贷款\t万元\t90\t50\t40",
    )
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.metric_label, row.value, row.unit) for row in rows if row.prefecture_code == "510104"] == [
        ("城镇新增就业", 710, "人"),
        ("城镇登记失业率", 4, "%"),
        ("创业担保贷款", 50, "万元"),
    ]
    assert unread(tables) == []
    assert {status for status, _ in sums(tables)} == {"exact"}


def test_a_figure_of_the_whole_beside_some_of_its_places_is_held_against_none() -> None:
    """全市 beside two of its districts is more than these come to; 合计 is what they come to, and fails."""
    rows = ("城镇新增就业人数（人）\t300\t200\t{}",)
    of_all = read("指标\t锦江区\t青羊区\t全市", rows[0].format("4100"))
    assert [status for status, _ in sums(of_all)] == ["not_checkable"]
    summed = read("指标\t锦江区\t青羊区\t合计", rows[0].format("4100"))
    assert [status for status, _ in sums(summed)] == ["fails"]
    less = read("指标\t锦江区\t青羊区\t全市", rows[0].format("410"))
    assert [status for status, _ in sums(less)] == ["fails"]
