"""Tables below one heading, each with a title that stands as a paragraph: none is read under the header of another."""

from __future__ import annotations

from hrss_tui.records import PrefectureValue
from tests.compile.prefectures.test_extract import compiled, values

NOTICE = "关于2029年四川省就业工作情况的通报"
FIRST = ("指标\t单位\t全省\t成都市\t泸州市", "新增创业人数\t人\t16\t9\t7", "失业保险参保人数\t人\t50\t30\t20")
SECOND = (
    "类别\t市州\t2028年\t2029年",
    "川西\t成都市\t31\t33",
    "川南\t泸州市\t28\t30",
    "川南\t自贡市\t25\t27",
)
READ = [
    ("5101", "new_startups:01-09", 2029, 9, "actual"),
    ("5101", "unemployment_insured:01-09", 2029, 30, "actual"),
    ("5105", "new_startups:01-09", 2029, 7, "actual"),
    ("5105", "unemployment_insured:01-09", 2029, 20, "actual"),
]


def test_a_title_between_two_tables_parts_them() -> None:
    between = ("", "2028—2029年各市州就业见习人数：", "")
    tables, _ = compiled(*FIRST, *between, *SECOND, title=NOTICE, table="2029年1—9月各市州创业情况")
    assert values(tables) == [
        *READ,
        ("5101", "就业见习人数", 2028, 31, "actual"),
        ("5101", "就业见习人数", 2029, 33, "actual"),
        ("5105", "就业见习人数", 2028, 28, "actual"),
        ("5105", "就业见习人数", 2029, 30, "actual"),
        ("5103", "就业见习人数", 2028, 25, "actual"),
        ("5103", "就业见习人数", 2029, 27, "actual"),
    ]


def test_tables_of_one_title_whose_headers_differ_are_several() -> None:
    first = ("市（州）\t失业保险参保人数", "成都市\t30", "泸州市\t20")
    second = ("市（州）\t失业保险基金收入", "成都市\t310", "泸州市\t205")
    title = "2029年各市州社会保险情况"
    tables, _ = compiled(*first, "", "单位：万元", "", *second, title=NOTICE, table=title, unit="万人")
    rows = [row for row in tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert [(row.prefecture_code, row.metric_label, row.value, row.unit) for row in rows] == [
        ("5101", "失业保险参保人数", 30, "万人"),
        ("5105", "失业保险参保人数", 20, "万人"),
        ("5101", "失业保险基金收入", 310, "万元"),
        ("5105", "失业保险基金收入", 205, "万元"),
    ]
