"""Tables by place whose rows need more than the place: an indicator, a year, what the place belongs to; and what has no name."""

from __future__ import annotations

import pytest

from hrss_tui.records import PrefectureTotal
from tests.compile.prefectures.test_extract import Tables, compiled, sums, unread, values

NOTICE = "关于2032年四川省就业工作情况的通报"
TARGETS = [
    ("5103", "new_startups", 2031, 41, "target"),
    ("5103", "new_startups", 2032, 43, "target"),
    ("5106", "new_startups", 2031, 30, "target"),
    ("5106", "new_startups", 2032, 36, "target"),
    ("5103", "urban_new_jobs", 2031, 410, "target"),
    ("5103", "urban_new_jobs", 2032, 425, "target"),
    ("5106", "urban_new_jobs", 2031, 300, "target"),
    ("5106", "urban_new_jobs", 2032, 330, "target"),
]


def made(*rows: str, unit: str = "人") -> Tables:
    tables, _ = compiled(*rows, title=NOTICE, table="2032年各市州目标任务分解表", unit=unit)
    return tables


def totals(tables: Tables) -> list[tuple[str, int | None, float]]:
    rows = [row for row in tables.get("prefecture_totals", []) if isinstance(row, PrefectureTotal)]
    return [(row.metric, row.year, row.value) for row in rows]


def test_indicators_below_each_place() -> None:
    tables = made(
        "市（州）\t指标\t2031年\t2032年",
        "自贡市\t新增创业人数\t41\t43",
        "\t城镇新增就业\t410\t425",
        "德阳市\t新增创业人数\t30\t36",
        "\t城镇新增就业\t300\t330",
    )
    assert values(tables) == TARGETS
    assert unread(tables) == []


def test_places_below_each_indicator() -> None:
    tables = made(
        "指标\t市（州）\t2031年\t2032年",
        "新增创业人数\t自贡市\t41\t43",
        "\t德阳市\t30\t36",
        "\t合计\t71\t79",
        "城镇新增就业\t自贡市\t410\t425",
        "\t德阳市\t300\t330",
        "\t合计\t710\t755",
    )
    assert values(tables) == TARGETS
    assert totals(tables)[0] == ("new_startups", 2031, 71)
    assert [status for status, _ in sums(tables)] == ["exact"] * 4


def test_units_of_the_rows() -> None:
    tables = made(
        "市（州）\t指标\t单位\t2032年",
        "自贡市\t新增创业人数\t人\t43",
        "自贡市\t城镇登记失业率\t%\t3.4",
        "德阳市\t新增创业人数\t人\t36",
        "德阳市\t城镇登记失业率\t%\t2.9",
        unit="",
    )
    assert [(row[1], row[3]) for row in values(tables)] == [
        ("new_startups", 43),
        ("new_startups", 36),
        ("urban_registered_unemployment_rate", 3.4),
        ("urban_registered_unemployment_rate", 2.9),
    ]


def test_years_below_each_place() -> None:
    rows = ("自贡市\t2030\t41", "\t2031\t43", "德阳市\t2030\t30", "\t2031\t36")
    tables = made("市（州）\t年份\t新增创业人数", *rows)
    assert sorted((row[0], row[2], row[3]) for row in values(tables)) == [
        ("5103", 2030, 41),
        ("5103", 2031, 43),
        ("5106", 2030, 30),
        ("5106", 2031, 36),
    ]


def test_places_behind_what_they_belong_to() -> None:
    rows = ("川南\t自贡市\t41", "\t泸州市\t17", "川西\t德阳市\t30", "合计\t\t88")
    tables = made("片区\t市（州）\t新增创业人数", *rows)
    assert [(row[0], row[3]) for row in values(tables)] == [("5103", 41), ("5105", 17), ("5106", 30)]
    assert sums(tables) == [("exact", None)]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "市（州）\t新增创业人数",
            "自贡市\t41",
            "德阳市\t30",
            "市（州）\t城镇新增就业",
            "自贡市\t410",
            "德阳市\t300",
        ),
        ("市（州）\t新增创业人数", "自贡市\t41", "德阳市\t30", "自贡市\t43", "德阳市\t36"),
    ],
)
def test_places_that_come_back_without_a_key_are_not_read(rows: tuple[str, ...]) -> None:
    tables = made(*rows)
    assert values(tables) == []
    assert [kind for kind, _, _ in unread(tables)] == ["table"]


def test_figures_without_a_name_are_declared() -> None:
    tables = made("市（州）\t新增创业人数", "自贡市\t41", "\t17", "德阳市\t30", "合计\t88")
    assert [row[3] for row in values(tables)] == [41, 30]
    assert unread(tables) == [("row", "", "17")]
    assert [status for status, _ in sums(tables)] == ["not_checkable"]


def test_a_column_without_a_label_is_declared() -> None:
    tables = made("市（州）\t新增创业人数\t", "自贡市\t41\t12", "德阳市\t30\t")
    assert [row[3] for row in values(tables)] == [41, 30]
    assert unread(tables) == [("column", None, "12")]


def test_numbers_of_columns_are_no_labels() -> None:
    head = ("市（州）\t新增创业人数\t城镇新增就业\t占比（%）", "甲\t1\t2\t3=1/2")
    tables = made(*head, "自贡市\t41\t410\t10.0", "德阳市\t30\t300\t10.0")
    assert [row[1] for row in values(tables)[:2]] == ["new_startups", "urban_new_jobs"]


def test_one_figure_of_a_place_in_rows_of_several_keys_has_the_name_of_its_key() -> None:
    tables = made(
        "市（州）\t性别\t城镇新增就业",
        "自贡市\t合计\t410",
        "\t男\t230",
        "\t女\t180",
        "德阳市\t合计\t300",
        "\t男\t160",
        "\t女\t140",
    )
    assert [(row[0], row[1], row[3]) for row in values(tables)] == [
        ("5103", "urban_new_jobs", 410),
        ("5106", "urban_new_jobs", 300),
        ("5103", "男/城镇新增就业", 230),
        ("5106", "男/城镇新增就业", 160),
        ("5103", "女/城镇新增就业", 180),
        ("5106", "女/城镇新增就业", 140),
    ]


@pytest.mark.parametrize("again", ["自贡市", ""])
def test_counties_beside_their_prefecture_are_places_and_no_keys(again: str) -> None:
    tables = made(
        "市（州）\t县（市、区）\t城镇新增就业",
        "自贡市\t荣县\t41",
        f"{again}\t富顺县\t43",
        "德阳市\t广汉市\t30",
        "德阳市\t什邡市\t36",
        "合计\t\t150",
    )
    assert [(row[0], row[1], row[3]) for row in values(tables)] == [
        ("510321", "urban_new_jobs", 41),
        ("510322", "urban_new_jobs", 43),
        ("510681", "urban_new_jobs", 30),
        ("510682", "urban_new_jobs", 36),
    ]
    assert totals(tables) == [("urban_new_jobs", 2032, 150)]


def test_what_stands_for_the_whole_prefecture_is_of_it() -> None:
    tables = made(
        "市（州）\t县（市、区）\t人数",
        "自贡市\t合计\t84",
        "\t荣县\t41",
        "\t富顺县\t43",
        "德阳市\t合计\t30",
        "\t广汉市\t30",
    )
    assert [(row[0], row[3]) for row in values(tables)] == [
        ("5103", 84),
        ("510321", 41),
        ("510322", 43),
        ("5106", 30),
        ("510681", 30),
    ]
    assert "" not in {row[1] for row in values(tables)}


@pytest.mark.parametrize("short", ["合计\t60", "60\t70"])
def test_a_row_that_ends_before_the_places_leaves_it_open_which_is_whose(short: str) -> None:
    tables = made(
        "序号\t指标\t市（州）\t2032年",
        "1\t新增创业人数\t自贡市\t43",
        "2\t新增创业人数\t德阳市\t36",
        "3\t城镇新增就业\t自贡市\t425",
        short,
        "4\t城镇新增就业\t德阳市\t330",
    )
    assert values(tables) == []
    assert unread(tables) != []
