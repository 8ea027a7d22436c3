"""Lists of statistical bulletins: of which whole their parts are, where they end, and when what they tell is true."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_BULLETIN = "临江市2033年国民经济和社会发展统计公报\n\n"


def _told(text: str, *columns: str) -> list[tuple[object, ...]]:
    return told(_BULLETIN + text, *columns, kind="bulletin")


def test_parts_opened_at_the_end_of_a_paragraph_end_where_a_sentence_is_of_the_whole_area() -> None:
    text = (
        "年末户籍人口212.4万人，其中：\n\n城镇人口80.1万人，乡村人口132.3万人。全市出生率为6.2‰，死亡率为5.9‰。\n\n"
        "全市人均生产总值41230元。\n"
    )
    assert _told(text, "subject", "period") == [
        ("212.4", "户籍人口", "2033-12-31"),
        ("80.1", "户籍人口 城镇人口", "2033-12-31"),
        ("132.3", "户籍人口 乡村人口", "2033-12-31"),
        ("6.2", "出生率", "2033"),
        ("5.9", "死亡率", "2033"),
        ("41230", "人均生产总值", "2033"),
    ]


def test_a_sentence_counted_otherwise_is_no_part_of_the_list_its_paragraph_began() -> None:
    text = "年末户籍人口212.4万人，其中：\n\n城镇人口80.1万人，乡村人口132.3万人。人口出生率为6.2‰。\n"
    assert _told(text, "subject")[-1] == ("6.2", "人口出生率")


@pytest.mark.parametrize("words", ["按9月2日汇率折算约", "以2030年平均汇率计算约"])
def test_the_day_of_prices_is_not_that_of_what_they_value(words: str) -> None:
    text = f"全年人均生产总值41230元，{words}5894美元。\n\n居民消费价格比上年上涨1.2%。\n"
    assert {row[1] for row in _told(text, "period")} == {"2033"}


def test_what_is_made_and_carried_flows_beside_what_there_is_at_the_end_of_the_year() -> None:
    text = (
        "年末生猪存栏61.2万头，下降1.4%；生猪出栏90.7万头，增长2.2%；禽蛋产量4.1万吨。年末通航里程310公里。\n\n"
        "全市货物周转量27.3亿吨公里。\n"
    )
    assert _told(text, "period") == [
        ("61.2", "2033-12-31"),
        ("1.4", "2033-12-31"),
        ("90.7", "2033"),
        ("2.2", "2033"),
        ("4.1", "2033"),
        ("310", "2033-12-31"),
        ("27.3", "2033"),
    ]


def test_what_there_is_now_is_of_the_day_its_sentence_names() -> None:
    text = "截至2033年末，全市现有经营主体21.6万户，增长4.1%。2033年新登记经营主体3.2万户。\n"
    assert _told(text, "period") == [("21.6", "2033-12-31"), ("4.1", "2033-12-31"), ("3.2", "2033")]


@pytest.mark.parametrize("name", ["公路总里程", "财政总收入", "医院床位", "中学在校生"])
def test_what_an_area_has_is_named_without_it(name: str) -> None:
    assert _told(f"全市{name}8000个。\n", "subject", "scope") == [("8000", name, "全市")]
