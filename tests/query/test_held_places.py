"""Places by every name, first those of the package; several are said to be several, with their codes."""

from __future__ import annotations

import pytest

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.held_places import held_places, meant_place, told_apart
from hrss_tui.query.indicators import indicators
from hrss_tui.records import Document, Indicator, Observation, Record
from tests.query.handmade import filled, pack_of


def figure(at: int, place: str | None) -> Observation:
    return filled(
        Observation, observation_id=f"d:{at}.1", indicator_id="jobs", subject="新增岗位", unit="人", base_unit="人", period="2031",
        kind="actual", operator="=", value=float(at), base_value=float(at), printed=str(at), place=place, doc_id="d",
        block_id="d:1", line_start=at, line_end=at,
    )  # fmt: skip


def package(*places: str | None) -> Pack:
    rows: list[Record] = [
        filled(Document, doc_id="d", title="d", kind="plan", place="3205", source_lines=9),
        filled(Indicator, indicator_id="jobs", name="新增岗位", name_en="New jobs", unit="人"),
    ]
    return pack_of(*rows, *(figure(at, place) for at, place in enumerate(places, 1)))


def test_places_of_documents_and_figures_with_what_they_lie_in() -> None:
    assert [place.code for place in held_places(package("310107", None, "nation"))] == [
        "3205",
        "32",
        "310107",
        "31",
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("普陀区", "310107"), ("普陀", "310107"), ("putuo", "310107"), ("pt", "310107"), ("310107", "310107"), ("苏州", "3205"),
        ("Suzhou", "3205"), ("320500", "3205"), ("上海", "31"), ("江苏省", "32"), ("全国", "nation"), ("nation", "nation"),
        ("喀什地区", "6531"), ("吉林", "22"),
    ],
)  # fmt: skip
def test_a_name_means_the_package_s_own_place_first(name: str, code: str) -> None:
    assert meant_place(package("310107"), name) == code


def test_several_and_none_are_said_in_one_line_with_what_there_is() -> None:
    with pytest.raises(UsageError) as several:
        meant_place(package(), "普陀")
    assert "310107" in several.value.hint
    assert "330903" in several.value.hint
    with pytest.raises(UsageError) as both:
        meant_place(package("310107", "330903"), "pt")
    assert "普陀区 330903" in both.value.hint
    with pytest.raises(UsageError) as none:
        meant_place(package(), "某某")
    assert "苏州市 3205" in none.value.hint


def test_indicators_of_a_place_and_all_inside_it_and_nothing_unknown() -> None:
    pack = package("3205", "320506", "31", None, "nation")
    assert [row.value for row in indicators(pack, None, "32")] == [1.0, 2.0]
    assert [row.value for row in indicators(pack, "岗位", "320506")] == [2.0]
    assert [row.value for row in indicators(pack, None, "nation")] == [5.0]
    with pytest.raises(NothingFoundError) as error:
        indicators(pack, None, "44")
    assert "广东省" in error.value.message


@pytest.mark.parametrize("name", ["朝阳", "chaoyang", "cy"])
def test_a_name_of_places_that_do_not_lie_in_each_other_is_none_of_them(name: str) -> None:
    """朝阳市 in Liaoning, 朝阳区 in Beijing: neither is part of the other."""
    with pytest.raises(UsageError) as several:
        meant_place(package("2113", "110105"), name)
    assert "北京市朝阳区 110105" in several.value.hint
    assert "辽宁省朝阳市 2113" in several.value.hint
    assert meant_place(package("2113", "110105"), "朝阳市") == "2113"
    assert meant_place(package("2113", "110105"), "朝阳区") == "110105"


def test_of_places_in_each_other_the_name_means_the_whole() -> None:
    assert meant_place(package("22", "2202"), "吉林") == "22"
    assert meant_place(package("6523", "652301"), "昌吉") == "6523"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("北京市朝阳区", "110105"), ("北京朝阳", "110105"), ("长春市朝阳区", "220104"), ("吉林省长春市朝阳区", "220104"),
        ("南通通州", "320612"), ("江苏省南通市通州区", "320612"), ("北京市通州区", "110112"),
    ],
)  # fmt: skip
def test_a_place_may_be_named_behind_what_it_lies_in(name: str, code: str) -> None:
    for held in (("110105", "220104", "320612", "110112"), ()):
        assert meant_place(package(*held), name) == code
    with pytest.raises(UsageError):
        meant_place(package(), f"上海市{name}")


def test_places_of_one_name_are_told_apart_and_others_keep_theirs() -> None:
    named = told_apart(["110105", "220104", "3205", None, "nation", "110105"])
    assert {code: str(name) for code, name in named.items()} == {
        "110105": "北京市朝阳区",
        "220104": "长春市朝阳区",
        "3205": "苏州市",
    }
    assert named["110105"].en == "Chaoyang District, Beijing"
    assert str(told_apart(["110105", "3205"], short=True)["110105"]) == "朝阳区"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Aksu", "6529"),
        ("aqsu", "6529"),
        ("Kashgar Prefecture", "6531"),
        ("Shache", "653125"),
        ("Ili Kazakh", "6540"),
    ],
)
def test_a_place_is_named_in_english_without_its_type(name: str, code: str) -> None:
    assert meant_place(package("6529", "6531", "653125", "6540"), name) == code
