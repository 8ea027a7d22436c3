"""What places of a list have, where their own words name no more than the places: the measure told before, or the title's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.reader import Built
from tests.variants import compile_text

COLUMNS = ("indicator_id", "place_code")


@pytest.mark.parametrize(
    "text",
    [
        "全省城镇新增就业38万人，咸宁、孝感分别完成3.1万人、2.7万人。",
        "全省城镇新增就业38万人。咸宁市完成3.1万人，孝感市完成2.7万人。",
        "全省城镇新增就业38万人。咸宁市3.1万人，孝感市2.7万人，居全省前列。",
        "全省城镇新增就业38万人，其中咸宁3.1万人、孝感2.7万人。",
    ],
)
def test_places_alone_have_what_was_told_of_all(built: Built, text: str) -> None:
    found = built("湖北省2031年就业情况\n2031年，" + text, *COLUMNS)
    assert found == [
        ("38", "urban_new_jobs", "420000"),
        ("3.1", "urban_new_jobs", "421200"),
        ("2.7", "urban_new_jobs", "420900"),
    ]


def test_of_two_things_told_before_neither_is_taken(built: Built) -> None:
    text = "2031年，全省城镇新增就业38万人，失业人员再就业12万人。咸宁市完成3.1万人。"
    assert built("湖北省2031年就业情况\n" + text, *COLUMNS)[-1] == ("3.1", None, "421200")


def test_a_place_is_no_whole_of_another(built: Built) -> None:
    text = "2031年，全省城镇新增就业38万人，襄阳市完成5.2万人。其中，咸宁3.1万人、孝感2.7万人。"
    found = built("湖北省2031年就业情况\n" + text, *COLUMNS)
    assert [row[2] for row in found] == ["420000", "420600", "421200", "420900"]
    assert {row[1] for row in found} == {"urban_new_jobs"}


def test_tasks_in_brackets_are_of_the_same(tmp_path: Path) -> None:
    text = "湘潭市就业情况\n2031年，全市城镇新增就业任务4万人，完成4.3万人。雨湖区完成0.9万人（任务0.8万人），湘潭县完成0.5万人（任务0.6万人）。"
    made = compile_text(text, tmp_path / "text")["observations"]
    places = [(row["printed"], row["kind"], row["indicator_id"]) for row in made if len(row["place"]) > 4]
    assert places == [
        ("0.9", "actual", "urban_new_jobs"),
        ("0.8", "target", "urban_new_jobs"),
        ("0.5", "actual", "urban_new_jobs"),
        ("0.6", "target", "urban_new_jobs"),
    ]


@pytest.mark.parametrize("label", ["各县区任务", "各县（市、区）目标任务", "各县市区年度任务分别为"])
def test_a_label_of_tasks_names_nothing_itself(built: Built, label: str) -> None:
    text = f"2031年，城镇新增就业3万人以上。{label}：云溪区0.4万人、汨罗市0.7万人。"
    found = built("2031年岳阳市就业工作要点\n" + text, "subject", *COLUMNS)
    assert [row[1] for row in found[1:]] == ["城镇新增就业 云溪区", "城镇新增就业 汨罗市"]
    assert {row[2] for row in found} == {"urban_new_jobs"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "城镇新增就业完成情况：咸宁市3.1万人（52%）、孝感市2.7万人（55%）。全省21万人（57%）。",
            "城镇新增就业完成情况",
        ),
        ("咸宁市发放见习补贴3.1万元，孝感市2.7万元；全省21万元。", "发放见习补贴"),
        ("咸宁市新增就业3.1万人，孝感市2.7万人。全省21万人。", "新增就业"),
    ],
)
def test_the_area_around_is_not_the_last_place(built: Built, text: str, subject: str) -> None:
    found = built("湖北省2031年就业情况\n2031年，" + text, "subject", "place_code")
    (whole,) = [row for row in found if row[0] == "21"]
    assert whole == ("21", subject.removesuffix("情况"), "420000")


@pytest.mark.parametrize(
    "title",
    [
        "宜春市2031年城镇新增就业完成进度",
        "2031年1-10月宜春市城镇新增就业进展情况通报",
        "关于2031年全市城镇新增就业完成情况的通报",
    ],
)
def test_the_title_says_what_places_alone_have(built: Built, title: str) -> None:
    text = f"{title}\n袁州区1.4万人、樟树市0.6万人。全市3.1万人，同比增长1.6%。"
    assert [row[1] for row in built(text, "indicator_id")] == ["urban_new_jobs"] * 4


@pytest.mark.parametrize("deed", ["", "同步", "相应"])
def test_what_was_adjusted_in_one_place_was_in_the_next(built: Built, deed: str) -> None:
    text = f"南宁市失业保险金标准由1500元/月调整为1560元/月；桂林市{deed}由1420元/月调整为1480元/月；其他市由1310元/月调整为1370元/月。"
    found = built("广西2031年失业保险\n2031年，" + text, *COLUMNS)
    assert [row[1] for row in found] == ["unemployment_benefit_standard"] * 6
    assert [row[2] for row in found] == ["450100", "450100", "450300", "450300", None, None]


def test_a_place_that_did_as_the_one_before(built: Built) -> None:
    text = "南宁市完成城镇新增就业3.6万人，完成率102%；桂林市完成1.2万人，完成率110%。"
    found = built("广西2031年就业情况\n2031年，" + text, *COLUMNS)
    assert [row for row in found if row[1]] == [
        ("3.6", "urban_new_jobs", "450100"),
        ("1.2", "urban_new_jobs", "450300"),
    ]


def test_a_share_is_of_the_place_that_its_sentence_names(built: Built) -> None:
    text = "2031年，全省城镇新增就业38万人，咸宁市完成年度任务的81%、孝感市完成年度任务的82%。"
    found = built("湖北省2031年就业情况\n" + text, "place_code")
    assert found == [("38", "420000"), ("81", "421200"), ("82", "420900")]
