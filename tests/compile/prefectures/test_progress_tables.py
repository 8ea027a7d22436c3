"""How far places have come: titles of progress, what has come together, the same months of last year."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.compile.prefectures.names import bare_title
from hrss_tui.compile.prefectures.periods import months_within
from hrss_tui.records import PrefectureValue
from tests.compile.prefectures.test_extract import compiled
from tests.compile.prefectures.test_names import keys

NOTICE = "关于四川省就业工作情况的通报"


@pytest.mark.parametrize(
    "title",
    [
        "四川省2029年就业见习进度表（截至2029年9月30日）",
        "四川省2029年就业见习月度情况",
        "四川省2029年1—9月就业见习完成进度表",
        "四川省2029年9月就业见习分市州月报",
        "四川省2029年三季度就业见习情况通报",
        "四川省就业见习进展情况统计表（截至8月底）",
        "附表2 四川省2029年就业见习季度快报",
    ],
)
def test_the_form_of_a_title_is_no_part_of_what_it_names(title: str) -> None:
    assert bare_title(title) == "就业见习"


@pytest.mark.parametrize(
    ("label", "whole", "months"),
    [
        ("本月", "08", "08"),
        ("本月", "01-08", "08"),
        ("本月", "07-09", "month"),
        ("本季度", "07-09", "07-09"),
        ("本季", "01-09", "07-09"),
        ("本季", "08", "quarter"),
        ("年初累计", "07-09", "01-09"),
        ("今年以来", "08", "01-08"),
        ("累计", "12", ""),
        ("累计", "", None),
        ("9月累计", "", "01-09"),
        ("1-9月累计", "", "01-09"),
        ("完成数", "08", None),
    ],
)
def test_the_months_of_a_label_in_a_table_of_some(label: str, whole: str, months: str | None) -> None:
    assert months_within(label, whole) == months


def test_a_table_of_progress_has_the_aim_of_the_year_and_the_months_of_both_years() -> None:
    rows = (
        "市（州）\t全年目标\t1-9月完成\t完成比例（%）\t去年同期\t同比（%）",
        "成都市\t5000\t4210\t84.2\t4100\t2.7",
        "泸州市\t4000\t3120\t78.0\t3200\t-2.5",
    )
    tables, _ = compiled(*rows, title=NOTICE, table="四川省2029年城镇新增就业进度表（截至2029年9月30日）")
    assert [each[:3] for each in keys(tables)][:2] == [
        ("urban_new_jobs", 2029, "target"),
        ("urban_new_jobs:01-09", 2029, "actual"),
    ]
    assert keys(tables)[3] == ("urban_new_jobs:01-09", 2028, "actual", "人")


def test_a_quarter_by_place_has_its_own_months_and_all_since_january() -> None:
    rows = ("市（州）\t本季度\t年初累计\t去年同期", "成都市\t700\t1900\t1600", "泸州市\t500\t1700\t1800")
    tables, _ = compiled(*rows, title=NOTICE, table="四川省2029年第三季度城镇新增就业通报")
    assert [each[:2] for each in keys(tables)] == [
        ("urban_new_jobs:07-09", 2029),
        ("urban_new_jobs:01-09", 2029),
        ("urban_new_jobs:01-09", 2028),
    ]


def test_a_month_by_place_and_what_has_come_together() -> None:
    rows = (
        "市（州）\t本月\t今年累计\t去年同期累计\t全年目标",
        "成都市\t700\t7900\t7600\t9000",
        "泸州市\t500\t4700\t4800\t6000",
    )
    tables, _ = compiled(*rows, title=NOTICE, table="四川省2029年10月城镇新增就业分市州月报")
    assert [each[:3] for each in keys(tables)] == [
        ("urban_new_jobs:10", 2029, "actual"),
        ("urban_new_jobs:01-10", 2029, "actual"),
        ("urban_new_jobs:01-10", 2028, "actual"),
        ("urban_new_jobs", 2029, "target"),
    ]


def test_what_is_expected_of_the_year_is_no_second_aim() -> None:
    rows = ("市（州）\t全年目标\t全年预计", "成都市\t5000\t5300", "泸州市\t4000\t3900")
    tables, _ = compiled(*rows, title=NOTICE, table="四川省2029年城镇新增就业情况")
    assert [each[0] for each in keys(tables)] == ["urban_new_jobs", "urban_new_jobs:expected"]


@pytest.mark.parametrize(
    "head",
    [
        ("任务（人次）", "完成（人次）", "%"),
        ("计划（人次）", "实际（人次）", "百分比"),
        ("目标（人次）", "实绩（人次）", "（%）"),
    ],
)
def test_per_cent_behind_an_aim_and_what_was_done_is_how_much_that_was(
    head: tuple[str, ...], tmp_path: Path
) -> None:
    rows = (
        "县市区\t补贴性培训\t\t",
        "\t" + "\t".join(head),
        "秦都区\t3000\t3150\t105",
        "渭城区\t2400\t2280\t95",
    )
    (tmp_path / "a.csv").write_text(
        "\n".join(("咸阳市2033年技能培训任务完成情况表", *rows)).replace("\t", ","), "utf-8"
    )
    found = compile_folder(tmp_path).tables["prefecture_values"]
    rates = [row for row in found if isinstance(row, PrefectureValue) and row.unit == "%"]
    assert [(row.printed, row.metric_label, row.kind) for row in rates] == [
        ("105", "补贴性培训 完成率", "rate"),
        ("95", "补贴性培训 完成率", "rate"),
    ]
    assert not {row.metric for row in rates} & {
        row.metric for row in found if isinstance(row, PrefectureValue) and row.unit != "%"
    }
