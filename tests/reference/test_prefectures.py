"""The 14 divisions: complete, unambiguous, and found under every form that the documents use."""

from collections import Counter

import pytest

from hrss_tui.reference import find_prefecture, fold_name, prefecture_groups, prefectures


def test_the_fourteen_codes_of_gbt_2260() -> None:
    codes = [entry.code for entry in prefectures()]
    suffixes = ("01", "02", "04", "05", "23", "27", "28", "29", "30", "31", "32", "40", "42", "43")
    assert codes == [f"65{suffix}" for suffix in suffixes]


def test_no_name_means_two_divisions() -> None:
    folded = Counter(name for entry in prefectures() for name in {fold_name(n) for n in entry.names()})
    assert [name for name, count in folded.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("喀什", "6531"),
        ("Kashgar", "6531"),
        ("hetian", "6532"),
        ("6501", "6501"),
        ("650100", "6501"),
        ("Ürümqi", "6501"),
        ("urumqi", "6501"),
        ("Ili", "6540"),
        ("伊犁哈萨克自治州", "6540"),
        ("博 州", "6527"),
        ("Bo'ertala", "6527"),
        ("博尔塔拉州", "6527"),
        ("巴音郭楞州", "6528"),
        ("克 州", "6530"),
        ("克孜勒苏州", "6530"),
        ("克拉玛依", "6502"),
        ("klmy", "6502"),
        ("Qaramay", "6502"),
        ("吐鲁番地区", "6504"),
        ("昌吉", "6523"),
        ("CJ", "6523"),
    ],
)
def test_every_form_finds_its_division(text: str, code: str) -> None:
    found = find_prefecture(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("text", ["昌吉市", "喀什市", "和田县", "克", "州", "合计", "", "兵团"])
def test_other_places_and_words_find_nothing(text: str) -> None:
    assert find_prefecture(text) is None


def test_names_of_other_places_are_not_aliases() -> None:
    for entry in prefectures():
        for other in entry.not_aliases:
            assert find_prefecture(other) is None
            assert any(other.startswith(name) for name in entry.names())


def test_work_points_order_is_that_of_the_work_documents() -> None:
    ordered = sorted(prefectures(), key=lambda entry: entry.work_points_order)
    assert [entry.short_name for entry in ordered] == [
        "伊犁州",
        "塔城地区",
        "阿勒泰地区",
        "克拉玛依市",
        "博州",
        "昌吉州",
        "乌鲁木齐市",
        "哈密市",
        "吐鲁番市",
        "巴州",
        "阿克苏地区",
        "克州",
        "喀什地区",
        "和田地区",
    ]


def test_code_order_is_that_of_the_codes() -> None:
    assert [entry.code_order for entry in prefectures()] == list(range(1, 15))


def test_groups() -> None:
    members: dict[str, set[str]] = {group.name: set() for group in prefecture_groups()}
    for entry in prefectures():
        for name in entry.groups:
            members[name].add(entry.short_name)
    assert members["南疆四地州"] == {"阿克苏地区", "克州", "喀什地区", "和田地区"}
    assert members["南疆五地州"] == members["南疆四地州"] | {"巴州"}
    assert members["东疆"] == {"吐鲁番市", "哈密市"}
    assert len(members["北疆"]) == 7
    assert (len(members["地级市"]), len(members["自治州"]), len(members["地区"])) == (4, 5, 5)


def test_tiles_do_not_overlap_and_keep_the_compass() -> None:
    place = {entry.short_name: (entry.tile_row, entry.tile_col) for entry in prefectures()}
    assert len(set(place.values())) == 14
    assert place["阿勒泰地区"][0] < place["乌鲁木齐市"][0] < place["和田地区"][0]
    assert place["喀什地区"][1] < place["乌鲁木齐市"][1] < place["哈密市"][1]
