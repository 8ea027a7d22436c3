"""How figures are written for people, in both languages."""

from __future__ import annotations

import pickle

import pytest

from hrss_tui.query.bilingual import Printed
from hrss_tui.query.quantities import printed_in, quantity
from hrss_tui.words import phrase, spoken


@pytest.mark.parametrize(
    ("number", "unit", "operator", "chinese", "english"),
    [
        ("31.4", "万人", "=", "31.4万人", "31.4 10k persons"),
        ("62", "万人次", ">=", "≥62万人次", "≥62 10k person-times"),
        ("4.1", "%", "<=", "≤4.1%", "≤4.1%"),
        ("812", "元/人/月", "~", "~812元/人/月", "~812 yuan per person per month"),
        ("7", "某某", "=", "7某某", "7某某"),
        ("明显改善", "", "text", "明显改善", "明显改善"),
        ("9", None, "=", "9", "9"),
        ("1", "人", "=", "1人", "1 person"),
        ("1", "批次", ">=", "≥1批次", "≥1 batch"),
        ("1", "人次/年", "=", "1人次/年", "1 person-time per year"),
        ("1", "万人", "=", "1万人", "1 10k persons"),
        ("1.0", "人", "=", "1.0人", "1.0 persons"),
        ("11", "人", "=", "11人", "11 persons"),
        ("1", "元", "=", "1元", "1 yuan"),
        ("0.3", "km", "<=", "≤0.3 km", "≤0.3 km"),
    ],
)
def test_a_figure(number: str, unit: str | None, operator: str, chinese: str, english: str) -> None:
    assert quantity(number, unit, "zh", operator) == chinese
    assert quantity(number, unit, "en", operator) == english


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("52.3 万人", "52.3 10k persons"),
        (">=18个", "≥18 items"),
        ("1 份", "1 copy"),
        ("=3.16 万个", "3.16 10k items"),
        ("-", "-"),
        ("约半数", "约半数"),
        ("1464.9.2万元", "1464.9.2 10k yuan"),
        ("2031年6月", "2031年6月"),
        ("7.5%", "7.5%"),
    ],
)
def test_a_printed_cell(printed: str, english: str) -> None:
    assert printed_in(printed, "en") == english
    assert printed_in(printed, "zh") == printed


def test_what_is_printed_has_its_english_when_it_is_asked_for() -> None:
    said = Printed("205", "教育支出", "", "某某专项")
    assert said == "205 教育支出 某某专项"
    assert spoken(said, "zh") == "205 教育支出 某某专项"
    assert spoken(said, "en") == "205 Education 某某专项"
    assert spoken(Printed("3.5 万人", "−", "1 万人"), "en") == "3.5 10k persons − 1 10k persons"
    assert spoken(Printed(phrase("kind.target"), "教育支出"), "en") == "target Education"
    assert spoken(pickle.loads(pickle.dumps(said)), "en") == "205 Education 某某专项"
    with pytest.raises(AttributeError):
        said.nothing  # noqa: B018
