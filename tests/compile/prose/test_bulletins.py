"""Bulletins of insurance, civil affairs, schools and health: what their lists leave out and what stands beside it."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_BULLETIN = "临江市2033年国民经济和社会发展统计公报\n\n"
_BRIEF = "会宁县2033年上半年人力资源和社会保障工作总结\n\n"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "参保率91.4%，持卡率88.2%，领卡率70.5%，比上年分别提高0.3个、0.8个和2.4个百分点。",
            ["个百分点"] * 3,
        ),
        ("失业率4.6%，同比、环比分别下降0.4个和0.1个百分点。", ["个百分点"] * 2),
        ("结婚率6.1‰，离婚率2.2‰，分别较上年下降0.7个及0.2个千分点。", ["个千分点"] * 2),
        ("自然增长率3.05‰，比上年回落0.64个千分点。", ["个千分点"]),
    ],
)
def test_points_that_only_the_last_of_a_list_names_in_full(text: str, units: list[str]) -> None:
    rows = [row for row in told(_BULLETIN + text, "unit", "change", kind="bulletin") if row[2]]
    assert [row[1] for row in rows] == units


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "受理工伤认定4210件，完成劳动能力鉴定3180人，依次比上年下降5.2%、持平略增0.3%。",
            [("受理工伤认定", "decrease"), ("劳动能力鉴定", "increase")],
        ),
        (
            "检查用人单位860户，办结投诉315件，补签劳动合同1.2万份，比2030年分别增长4.5%、6.1%和少0.3万份。",
            [("检查用人单位", "increase"), ("办结投诉", "increase"), ("补签劳动合同", "decrease")],
        ),
    ],
)
def test_a_list_of_changes_of_which_one_has_a_verb_of_its_own(text: str, rows: list[tuple[str, str]]) -> None:
    found = told(_BULLETIN + text, "subject", "change", kind="bulletin")[-len(rows) :]
    for (_, subject, change), (name, direction) in zip(found, rows, strict=True):
        assert name in str(subject)
        assert change == direction


def test_what_a_place_reports_to_a_platform_of_the_nation_is_of_the_place() -> None:
    text = "全国信用信息共享平台归集承诺书560份。全国城镇调查失业率5.3%。"
    assert told(_BRIEF + text, "scope") == [("560", None), ("5.3", "全国")]


def test_growth_is_not_against_an_average_that_stood_before() -> None:
    text = "平均工资6.2万元，比全市平均水平高0.4万元；其中，国有企业6.9万元，增长7.3%。参保12万人，比上年增加1万人，增长9.1%。"
    assert [row[1] for row in told(_BRIEF + text, "against")] == [
        None,
        "全市平均水平",
        None,
        None,
        None,
        "上年",
        "上年",
    ]


@pytest.mark.parametrize("balance", ["累计结余", "滚存结余", "基金累计结存"])
def test_a_balance_behind_flows_is_of_the_moment_with_which_the_sentence_began(balance: str) -> None:
    text = f"年末失业保险参保31.5万人，基金收入4.8亿元、支出3.9亿元、{balance}8.6亿元；工伤保险参保40.2万人，基金收入2.7亿元。"
    assert [row[1] for row in told(_BULLETIN + text, "period", kind="bulletin")] == [
        "2033-12-31",
        "2033",
        "2033",
        "2033-12-31",
        "2033-12-31",
        "2033",
    ]
