"""Totals of tables by place with rows of no known place: added up with them, wrong where no choice of them is right."""

from __future__ import annotations

import pytest

from hrss_tui.compile.checks import checks
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Check, Record
from hrss_tui.sources.formats.form import SourceFile

HEAD = "县（市、区）\t城镇新增就业\t职业技能培训"
KNOWN = ("涪城区\t5,210\t1,320", "游仙区\t4,330\t2,140", "江油市\t3,120\t1,080")


def sums(*rows: str) -> list[Check]:
    title = "绵阳市2036年就业工作目标任务分解方案"
    lines = [title, "", "2036年全市目标任务分解表", "单位：人", HEAD, *KNOWN, *rows, ""]
    tables: dict[str, list[Record]] = {}
    for document in compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", tuple(lines))):
        for record in document.harvest.records:
            tables.setdefault(record.TABLE, []).append(record)
    return [check for check in checks(tables) if check.kind == "prefecture_sum"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("经开区\t1,700\t210", "市本级\t640\t90", "合计\t15,000\t4,840"), ["exact", "exact"]),
        (("经开区\t1,700\t210", "市本级\t640\t—", "合计\t15,000\t4,750"), ["exact", "exact"]),
        (("经开区\t1,700\t210", "市本级\t640\t90", "合计\t15,000\t4,480"), ["exact", "fails"]),
        (("经开区\t1,700\t210", "市本级\t640\t90", "合计\t14,360\t4,840"), ["not_checkable", "exact"]),
        (("城区小计\t9,540\t3,460", "经开区\t1,700\t210", "合计\t14,360\t4,750"), ["exact", "exact"]),
        (("经开区\t1,700\t210", "市本级\t640\t90", "合计\t15,100\t4,480"), ["not_checkable"] * 2),
        (("经开区\t约1,700\t210", "合计\t15,000\t4,750"), ["not_checkable", "exact"]),
    ],
)
def test_rows_of_no_known_place_count_to_the_total(rows: tuple[str, ...], found: list[str]) -> None:
    assert [check.status for check in sums(*rows)] == found


def test_what_was_added_up_is_said() -> None:
    (first, second) = sums("经开区\t1,700\t210", "市本级\t640\t90", "合计\t15,001\t4,840")
    assert second.description.endswith("合计 = 3 个县（市、区）与经开区、市本级之和")
    assert first.status == "fails"
    assert sum(1 for record in first.records if ":unread:" in record) == 2


@pytest.mark.parametrize(
    ("first", "second", "outcomes"),
    [
        ("12,660\t4,540", "5,010\t1,210", ["exact"] * 4),
        ("12,660\t4,450", "5,010\t1,210", ["exact", "exact", "fails", "exact"]),
        ("21,660\t5,450", "6,010\t2,210", []),  # sums of something else
    ],
)
def test_subtotals_are_of_the_rows_above_them(first: str, second: str, outcomes: list[str]) -> None:
    rows = (f"城区小计\t{first}", "梓潼县\t3,000\t800", "高新区\t2,010\t410", f"其他小计\t{second}")
    made = sums(*rows, "合计\t17,670\t5,750")
    assert [check.status for check in made if "小计" in check.description] == outcomes


@pytest.mark.parametrize(
    ("stray", "second", "outcomes"),
    [
        ("经开区\t2,010\t410", "5,010\t1,210", ["exact", "exact"]),
        ("经开区\t2,010\t410", "5,010\t1,120", ["exact", "fails"]),
        (
            "经开区\t2,010\t0",
            "3,000\t800",
            [],
        ),  # a column in which it has nothing does not show that it is a part
        ("北川县\t2,010\t0", "3,000\t800", []),
    ],
)
def test_a_row_beside_a_subtotal_is_none_of_its_parts(stray: str, second: str, outcomes: list[str]) -> None:
    made = sums(
        "城区小计\t12,660\t4,540", "梓潼县\t3,000\t800", stray, f"乡村小计\t{second}", "合计\t17,670\t5,750"
    )
    assert [check.status for check in made if "乡村小计" in check.description] == outcomes


def test_means_by_the_title_of_their_table_are_not_added_up() -> None:
    lines = [
        "绵阳市就业人员平均工资",
        "",
        "各县（市、区）就业人员年平均工资",
        "单位：元",
        "地区\t2035年\t2036年",
        *KNOWN,
        "全市\t4,100\t1,500",
    ]
    tables: dict[str, list[Record]] = {}
    for document in compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", (*lines, ""))):
        for record in document.harvest.records:
            tables.setdefault(record.TABLE, []).append(record)
    assert tables["prefecture_totals"] and not list(checks(tables))
