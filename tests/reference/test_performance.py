"""Words of performance tables."""

import pytest

from hrss_tui.reference.performance import (
    admits,
    is_level1,
    is_level2,
    is_total_label,
    label_unit,
    level1_of,
    performance_column,
    performance_field,
    performance_words,
)
from hrss_tui.reference.text import fold_label


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("预算单位", "unit_name"),
        ("部门名称（盖章）", "unit_name"),
        ("部门（单位）名称", "unit_name"),
        ("项目名称：", "project"),
        ("其中: 财政拨款", "fiscal"),
        ("其中：财政拨款（万元）", "fiscal"),
        ("合 计：", "amount"),
        ("联系电话", "phone"),
    ],
)
def test_labels_of_fields(label: str, key: str) -> None:
    field = performance_field(label)
    assert field is not None and field.key == key


def test_a_value_is_no_label() -> None:
    assert performance_field("某省某中心") is None
    assert performance_column("培训次数") is None


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("指标值设置依据", "basis"),
        ("指标设定依据", "basis"),
        ("分值权重", "weight"),
        ("分值（90分）", "weight"),
        ("三级 指标", "indicator"),
    ],
)
def test_labels_of_columns(label: str, role: str) -> None:
    assert performance_column(label) == role


def test_no_label_has_two_meanings() -> None:
    words = performance_words()
    for entries in (words.fields, words.columns):
        labels = [fold_label(label) for entry in entries for label in entry.labels]
        assert len(labels) == len(set(labels))


def test_the_unit_of_a_label() -> None:
    assert label_unit("项目资金(万元)") == "万元"
    assert label_unit("年度预算（单位：元）") == "元"
    assert label_unit("年度预算总额") is None


def test_levels_with_and_without_their_ending() -> None:
    assert is_level1("产出指标") and is_level1("产出") and not is_level2("产出指标")
    assert is_level2("时效指标") and not is_level1("时效指标")
    assert is_level1("社会效益") and not is_level1("社会效益指标") and is_level2("社会效益指标")
    assert is_level1("满意度指标") and is_level2("满意度指标")


def test_what_belongs_below_what() -> None:
    assert level1_of("经济成本指标") == ("成本",)
    assert admits("产出指标", "质量指标") and not admits("成本指标", "质量指标")
    assert (
        admits("履职效能", "质量指标") and admits("某特色指标", "质量指标") and admits("产出指标", "某分项")
    )


def test_rows_of_totals() -> None:
    assert is_total_label("合 计") and not is_total_label("其他")
