"""Prefectures side by side: the values of the annexes, shares, ranks, indexes, and who a name means."""

from __future__ import annotations

import pytest

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.compare import Comparison, compare, metrics, whole_told
from hrss_tui.query.compared import passed_over
from hrss_tui.query.places import region_of, resolve
from hrss_tui.query.prefecture import as_rows, one_prefecture
from hrss_tui.records import Prefecture
from hrss_tui.reference.places import called_whole, places
from hrss_tui.words import words
from tests.goldens import read_tsv
from tests.query.handmade import pack_of, prefecture, value


def small(asked: Comparison) -> list[tuple[object, ...]]:
    """Value, share, rank and index of three prefectures: 2, 1 and not applicable."""
    places = [
        prefecture("0001", "甲", order=2),
        prefecture("0002", "乙", order=1),
        prefecture("0003", "丙", order=3),
    ]
    values = [value("0001", "2"), value("0002", "1"), value("0003", "/")]
    found = compare(pack_of(*places, *values), asked)
    return [(row.prefecture, row.value, row.share, row.rank, row.index) for row in found]


def test_every_printed_value_is_there(pack: Pack) -> None:
    rows = compare(pack, Comparison())
    wanted = {
        (row["code"], row["metric"]): (row["printed"], row["unit"])
        for row in read_tsv("prefectures")
        if row["code"]
    }
    assert {(row.prefecture_code, row.metric): (row.printed, row.unit) for row in rows} == wanted
    assert len(rows) == 14 * 8


def test_four_prefectures_over_the_eight_targets_in_the_order_asked_for(pack: Pack) -> None:
    rows = compare(pack, Comparison(prefectures=("喀什", "hetian", "6501", "Ili")))
    assert list(dict.fromkeys(row.prefecture_code for row in rows)) == ["6531", "6532", "6501", "6540"]
    assert len(rows) == 32


def test_shares_of_the_region_add_up(pack: Pack) -> None:
    rows = compare(pack, Comparison(metrics=("urban_new_jobs",)))
    assert sum(row.share or 0 for row in rows) == pytest.approx(100, abs=0.001)
    assert {row.rank for row in rows} <= set(range(1, 15))


def test_share_rank_and_index_leave_out_what_does_not_apply() -> None:
    assert small(Comparison()) == [
        ("乙", 1.0, 33.3333, 2, 66.6667),
        ("甲", 2.0, 66.6667, 1, 133.3333),
        ("丙", None, None, None, None),
    ]


def test_a_bound_is_shown_as_one() -> None:
    places = [prefecture("0001", "甲", order=1), prefecture("0002", "乙", order=2)]
    values = [value("0001", "3.5", operator="<="), value("0002", "4", operator=">=")]
    pack = pack_of(*places, *values)
    assert [(row.operator, row.printed, row.shown) for row in compare(pack, Comparison())] == [
        ("<=", "3.5", "≤3.5"),
        (">=", "4", "≥4"),
    ]
    one = one_prefecture(pack, "甲")
    assert one.standings[0].row.shown == "≤3.5"
    assert [(row.operator, row.value) for row in as_rows(one)] == [("<=", "3.5")]


def test_the_index_may_start_from_a_prefecture() -> None:
    assert [row[4] for row in small(Comparison(base="乙"))] == [100.0, 200.0, None]
    assert [row[4] for row in small(Comparison(base="丙"))] == [None, None, None]


def test_asking_for_one_still_compares_with_all() -> None:
    assert small(Comparison(prefectures=("甲",))) == [("甲", 2.0, 66.6667, 1, 133.3333)]


def test_equal_values_share_a_rank() -> None:
    places = [prefecture(f"000{n}", f"地{n}", order=n) for n in (1, 2, 3)]
    values = [value("0001", "5"), value("0002", "5.0"), value("0003", "1")]
    assert [row.rank for row in compare(pack_of(*places, *values), Comparison())] == [1, 1, 3]


def test_targets_are_the_default_and_the_newest_year_is_taken() -> None:
    pack = pack_of(
        prefecture("0001", "甲"),
        value("0001", "1", year=2029),
        value("0001", "2", year=2030),
        value("0001", "3", metric="money", kind="allocation"),
    )
    assert [row.value for row in compare(pack, Comparison())] == [2.0]
    assert [row.value for row in compare(pack, Comparison(year=2029))] == [1.0]
    assert [row.value for row in compare(pack, Comparison(metrics=("all",)))] == [2.0, 3.0]
    assert [row.value for row in compare(pack, Comparison(metrics=("指标money",)))] == [3.0]
    with pytest.raises(NothingFoundError):
        compare(pack, Comparison(year=1999))


SOME = tuple(prefecture(f"000{n}", f"地{n}", order=n) for n in (1, 2, 3))


def test_a_year_that_few_have_does_not_hide_that_of_all() -> None:
    older = [value(f"000{n}", str(n), year=2030) for n in (1, 2, 3)]
    pack = pack_of(*SOME, *older, value("0002", "9", year=2031))

    def of(*names: str) -> list[tuple[str, str, int | None, int | None]]:
        rows = compare(pack, Comparison(prefectures=names))
        return [(row.prefecture, row.printed, row.year, row.rank) for row in rows]

    assert of() == [("地1", "1", 2030, 3), ("地2", "2", 2030, 2), ("地3", "3", 2030, 1)]
    assert of("地3") == [("地3", "3", 2030, 1)]
    assert of("地2", "地3") == [("地2", "2", 2030, 2), ("地3", "3", 2030, 1)]
    assert of("地2") == [("地2", "9", 2031, 1)]
    assert passed_over(pack, compare(pack, Comparison())).years == {2031: 1}
    newer = pack_of(*SOME, *older, value("0002", "9", year=2031), value("0003", "8", year=2031))
    rows = compare(newer, Comparison())
    assert [(row.prefecture, row.year) for row in rows] == [("地2", 2031), ("地3", 2031)]
    assert passed_over(newer, rows, ("0001", "0002", "0003")).years == {2030: 1}
    one = one_prefecture(newer, "地1")
    assert [(each.row.printed, each.row.year, each.row.rank, each.of) for each in one.standings] == [
        ("1", 2030, 3, 3)
    ]


def test_a_prefecture_beside_another_is_itself_and_alone_its_counties() -> None:
    names = {"6106": "延安", "6108": "榆林", "610602": "宝塔区", "610821": "神木"}
    places = [prefecture(code, name) for code, name in names.items()]
    pack = pack_of(*places, *(value(place.code, "1") for place in places))

    def of(*names: str) -> list[str]:
        return [row.prefecture_code for row in compare(pack, Comparison(prefectures=names))]

    assert of("延安") == ["610602"]
    assert of("榆林", "延安") == ["6108", "6106"]


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("6101", "61"),
        ("610102", "6101"),
        ("66", "65"),
        ("429004", "42"),
        ("659001", "65"),
        ("310107", "31"),
        ("500230", "50"),
        ("0001", "00"),
        ("32", "32"),
    ],
)
def test_a_place_is_compared_with_those_it_is_listed_with(code: str, region: str) -> None:
    assert region_of(code) == region


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("喀什", "6531"),
        ("喀什地区", "6531"),
        ("653100", "6531"),
        ("6531", "6531"),
        ("Kashgar", "6531"),
        ("kashi", "6531"),
        ("Ürümqi", "6501"),
        ("URUMQI", "6501"),
        ("wlmq", "6501"),
        ("博 州", "6527"),
        ("伊犁哈萨克自治州", "6540"),
        ("Ili", "6540"),
        ("hetian", "6532"),
    ],
)
def test_any_name_means_its_prefecture(pack: Pack, name: str, code: str) -> None:
    assert [found.code for found in resolve(pack.rows(Prefecture), [name])] == [code]


def test_a_group_means_its_members_and_nobody_twice(pack: Pack) -> None:
    found = resolve(pack.rows(Prefecture), ["南疆四地州", "喀什"])
    assert [one.code for one in found] == ["6529", "6530", "6531", "6532"]


@pytest.mark.parametrize("name", ["昌吉市", "nowhere", "", "克"])
def test_an_unknown_name_is_refused(pack: Pack, name: str) -> None:
    with pytest.raises(UsageError):
        resolve(pack.rows(Prefecture), [name])


def test_names_like_it_are_offered(pack: Pack) -> None:
    with pytest.raises(UsageError, match="和田地区"):
        resolve(pack.rows(Prefecture), ["hotian"])


def test_a_name_of_two_prefectures_is_refused() -> None:
    pack = pack_of(prefecture("0001", "甲", "同"), prefecture("0002", "乙", "同"), value("0001", "1"))
    with pytest.raises(UsageError, match="0002"):
        compare(pack, Comparison(prefectures=("同",)))


def test_a_prefecture_comes_before_the_county_of_its_name() -> None:
    pack = pack_of(prefecture("610702", "同", "同市"), prefecture("6107", "同", "同市"), value("6107", "1"))
    assert [one.code for one in resolve(pack.rows(Prefecture), ["同市"])] == ["6107"]


def test_metrics_are_listed_and_an_unknown_one_names_them(pack: Pack) -> None:
    keys = [metric.metric for metric in metrics(pack)]
    assert len([metric for metric in metrics(pack) if metric.kind == "target"]) == 8
    with pytest.raises(UsageError, match=keys[-1]):
        compare(pack, Comparison(metrics=("nonsense",)))


def test_a_package_without_prefectures_says_so() -> None:
    with pytest.raises(NothingFoundError):
        compare(pack_of(), Comparison())


@pytest.mark.parametrize(
    ("codes", "zh", "en"),
    [
        (("5103", "5117"), "全省", "the province"),
        (("6501", "6523", "66"), "全区", "the region"),
        (("310107", "310104"), "全市", "the city"),
        (("652301", "652302"), "全州", "the prefecture"),
        (("653201",), "全地区", "the prefecture"),
        (("152201", "152202"), "全盟", "the league"),
        (("6601", "6602"), "全兵团", "the corps"),
        (("5103", "4201"), "所在地区", "their region"),
        ((), "所在地区", "their region"),
    ],
)
def test_what_places_are_parts_of_is_called_as_it_calls_itself(
    codes: tuple[str, ...], zh: str, en: str
) -> None:
    key = whole_told(codes)
    assert (words("zh")[key], words("en")[key]) == (zh, en)


def test_every_division_is_called_something_as_a_whole() -> None:
    known = words("zh")
    assert [code for code in places() if f"whole.{called_whole(code)}" not in known] == []
