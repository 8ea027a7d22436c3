"""The reference of places: complete, small, right in the forms that tables and texts use."""

import pytest

from hrss_tui.reference.places import (
    FOLDER,
    divisions,
    find_place,
    former_names,
    is_within,
    named,
    places,
    trimmed,
    whole_of,
)


def test_every_province_with_its_prefectures() -> None:
    codes = list(places())
    assert len([code for code in codes if len(code) == 2]) == 35  # the corps among them
    assert len(divisions("51")) == 21
    assert len(divisions("53")) == 16
    assert len([each for each in divisions("65") if each.level == "prefecture"]) == 14
    assert len([code for code in codes if len(code) == 6]) > 2800


def test_the_tables_stay_small() -> None:
    assert sum((FOLDER / name).stat().st_size for name in ("places.tsv", "places_former.tsv")) < 300_000


@pytest.mark.parametrize(
    ("code", "short", "english", "pinyin", "initials"),
    [
        ("33", "浙江", "Zhejiang", "zhejiang", "zj"),
        ("3310", "台州市", "Taizhou", "taizhou", "tz"),
        ("3415", "六安市", "Lu'an", "luan", "la"),
        ("5226", "黔东南州", "Qiandongnan Miao and Dong Autonomous Prefecture", "qiandongnan", "qdn"),
        ("1525", "锡林郭勒盟", "Xilingol League", "xilinguolei", "xlgl"),
        ("150724", "鄂温克旗", "Ewenke Banner", "ewenke", "ewk"),
        ("653131", "塔什库尔干县", "Tashikuergan County", "tashikuergan", "tskeg"),
        ("659006", "铁门关市", "Tiemenguan City", "tiemenguan", "tmg"),
        ("66", "兵团", "Xinjiang Production and Construction Corps", "bingtuan", "bt"),
        ("410302", "老城区", "Laocheng District", "laocheng", "lc"),
        ("371722", "单县", "Shanxian County", "shanxian", "sx"),
    ],
)
def test_forms_of_a_name(code: str, short: str, english: str, pinyin: str, initials: str) -> None:
    place = places()[code]
    assert (place.short_name, place.name_en, place.pinyin, place.initials) == (
        short,
        english,
        pinyin,
        initials,
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("四川", "51"),
        ("内蒙古自治区", "15"),
        ("吉林", "22"),
        ("吉林市", "2202"),
        ("甘孜藏族自治州", "5133"),
        ("甘孜州", "5133"),
        ("昌吉", "6523"),
        ("昌吉市", "652301"),
        ("博州", "6527"),
        ("襄樊市", "4206"),
        ("毕节地区", "5205"),
        ("克拉玛依", "6502"),
        ("第十师北屯市", "6610"),
        ("十三师", "6613"),
        ("新疆生产建设兵团", "66"),
        ("图木舒克市", "659003"),
        ("库车县", "652902"),
        ("恩施自治州", "4228"),
        ("长阳自治县", "420528"),
        ("蛟河市", "220281"),
        ("宾县", "230125"),
        ("鼓楼区", None),
        ("合计", None),
    ],
)
def test_names_and_former_names_find_their_place(name: str, code: str | None) -> None:
    found = find_place(name)
    assert (found.code if found else None) == code


def test_a_whole_tells_places_of_one_name_apart() -> None:
    assert len(named("鼓楼区")) > 3
    assert find_place("鼓楼区", "3501") == places()["350102"]
    assert find_place("朝阳", "22") == places()["220104"]


def test_former_names_know_their_years_and_what_followed() -> None:
    found = {each.name: each for each in former_names() if len(each.code) == 4}
    assert (found["思茅市"].first, found["思茅市"].last, found["思茅市"].followed) == (2003, 2006, ("5308",))
    assert found["巢湖市"].followed == ("3401", "3402", "3405")


def test_up_and_down() -> None:
    assert [whole_of(code) for code in ("33", "3310", "331021", "659001", "429004", "310107")] == [
        "nation", "33", "3310", "65", "42", "31",
    ]  # fmt: skip
    assert is_within("331021", "33")
    assert is_within("33", "nation")
    assert not is_within("33", "3310")
    assert {each.code for each in divisions("46")} >= {"4601", "469001"}
    assert [trimmed(code) for code in ("330000", "331000", "331021", "nation")] == [
        "33",
        "3310",
        "331021",
        "nation",
    ]
