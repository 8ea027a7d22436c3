"""Targets and levels of performance tables, cell by cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrss_tui.compile.performance.levels import Levels, levels
from hrss_tui.compile.performance.values import Target, read_target


def target(printed: str, sign: str = "", unit: str = "", indicator: str = "某数量") -> Target:
    return read_target(printed, sign, unit, indicator, lambda _digits, _unit: None)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (">=46 次", (">=", "46", "次")),
        ("≥46次", (">=", "46", "次")),
        ("＞＝４６次", (">=", "46", "次")),
        ("> =46", (">=", "46", None)),
        ("≤ 3.50%", ("<=", "3.50", "%")),
        ("=12,345.60 万元", ("=", "12345.60", "万元")),
        ("$\\leq 8\\%$", ("<=", "8", "%")),
        ("不低于90%", (">=", "90", "%")),
        ("95%以上", (">=", "95", "%")),
        ("控制在5%以内", ("<=", "5", "%")),
        ("46 次", ("=", "46", "次")),
        ("<=600 元/人 /天", ("<=", "600", "元/人/天")),
        ("<=20万/个/年", ("<=", "20", "万/个/年")),
        ("< 7 天", ("<", "7", "天")),
        ("有效提升", ("text", "有效提升", None)),
        ("=优良", ("text", "优良", None)),
        ("5-8 次", ("text", "5-8 次", None)),
        ("2033 年12月底前", ("text", "2033 年12月底前", None)),
        ("2033年", ("text", "2033年", None)),
        (">=1.2.3 人", ("text", ">=1.2.3 人", None)),
        ("1,23 人", ("text", "1,23 人", None)),
    ],
)
def test_operator_value_and_unit(printed: str, expected: tuple[str, str, str | None]) -> None:
    found = target(printed)
    assert (found.operator, found.value, found.unit) == expected


def test_a_unit_printed_with_the_value_wins_over_the_column_and_the_name() -> None:
    assert target(">=3 万人", unit="人", indicator="人数（人）").unit == "万人"
    assert target(">=3", unit="万人", indicator="人数（人）").unit == "万人"
    assert target(">=3", indicator="人数（人）").unit == "人"
    assert target(">=3", indicator="系统（二期）").unit is None


def test_the_sign_column_gives_the_operator_where_the_value_has_none() -> None:
    assert target("3", sign="≤", unit="天").operator == "<="
    assert target("3 级", sign="定性").operator == "text"


def test_repairs_are_named_and_an_undamaged_value_has_none() -> None:
    assert target(">=46 次").reasons == ()
    assert len(target("$> =4 6\\%$").reasons) == 3


@pytest.mark.parametrize(
    "printed",
    [">=17/40 万元", "<=10? 万元", "=1\ufffd 个月", ">=15锟人", ">=70l 人", ">=4S个", ">=9\ue001%", ">=?5 %"],
)
def test_a_figure_with_a_lost_digit_is_damaged(printed: str) -> None:
    assert target(printed).damaged


@pytest.mark.parametrize("printed", [">=30元/30天", "=12个月", ">=100余人", "=5GB", "<=3 km", ">=2(场)"])
def test_a_unit_of_any_kind_is_not(printed: str) -> None:
    assert not target(printed).damaged


@pytest.mark.parametrize("printed", ["#NAME?", "#REF!", "#DIV/0!", "#N/A", "####"])
def test_an_error_of_a_spreadsheet_is_no_target_in_words(printed: str) -> None:
    assert target(printed).damaged
    assert not target("#1机组检修完成").damaged


def test_a_damaged_figure_is_read_only_with_evidence() -> None:
    assert target(">=1.2.3 人").damaged
    found = read_target(
        "<=1.2.3万元", "", "", "某成本", lambda digits, unit: (Decimal("12.3"), digits + unit)
    )
    assert (found.value, found.damaged, found.reasons) == ("12.3", False, ("1.2.3万元",))


OUTPUT = Levels("产出指标", "数量指标")


@pytest.mark.parametrize(
    ("level1", "level2", "above", "expected", "repaired"),
    [
        ("产出指标", "数量指标", Levels(), ("产出指标", "数量指标"), False),
        (None, None, OUTPUT, ("产出指标", "数量指标"), False),
        (None, "质量指标", OUTPUT, ("产出指标", "质量指标"), False),
        ("成本指标", None, OUTPUT, ("成本指标", None), False),
        ("时效指标", None, OUTPUT, ("产出指标", "时效指标"), True),
        ("质量指标", "质量指标", OUTPUT, ("产出指标", "质量指标"), True),
        ("社会效益指标", None, Levels("成本指标", "经济成本指标"), ("效益指标", "社会效益指标"), True),
        (None, "社会效益指标", Levels("成本指标", "经济成本指标"), ("效益指标", "社会效益指标"), True),
        (None, "效益指标", OUTPUT, ("效益指标", None), True),
        ("满意度指标", "满意度指标", OUTPUT, ("满意度指标", "满意度指标"), False),
        ("社会效益", "数量指标", Levels("履职效能", "数量指标"), ("社会效益", "数量指标"), False),
        (None, "数量指标", Levels("履职效能", "质量指标"), ("履职效能", "数量指标"), False),
        ("某特色指标", "某分项", OUTPUT, ("某特色指标", "某分项"), False),
        ("数量指标", None, Levels(), ("产出指标", "数量指标"), True),
    ],
)
def test_levels(
    level1: str | None,
    level2: str | None,
    above: Levels,
    expected: tuple[str | None, str | None],
    repaired: bool,
) -> None:
    found = levels(level1, level2, above)
    assert (found.level1, found.level2, found.reason is not None) == (*expected, repaired)


@pytest.mark.parametrize(
    ("indicator", "printed", "expected"),
    [
        ("住户满意度", "住户满意度不低于85%", (">=", "85", "%")),
        ("工程验收合格率", "合格率100%", ("=", "100", "%")),
        ("年度能耗降幅", "能耗降幅≥3.5%", (">=", "3.5", "%")),
        # Another name, a sentence and a second figure say something else.
        ("住户满意比例", "满意率100%", ("text", "满意率100%", None)),
        ("走访次数", "走访不少于5次的住户", ("text", "走访不少于5次的住户", None)),
        ("住户满意度", "满意度不低于85%，回访2次", ("text", "满意度不低于85%，回访2次", None)),
    ],
)
def test_the_name_of_the_indicator_may_stand_before_its_target(
    indicator: str, printed: str, expected: tuple[str, str, str | None]
) -> None:
    found = target(printed, indicator=indicator)
    assert (found.operator, found.value, found.unit) == expected
