"""Money that a notice hands out is what is given, whatever year it is for, and named by itself; what it asks for stays an aim."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built

_NOTICE = "贵州省财政厅 贵州省人力资源和社会保障厅关于下达2035年就业补助资金的通知\n黔财社〔2035〕21号\n\n"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("现下达你市2035年就业补助资金7,400万元（具体分配见附件）", "就业补助资金"),
        ("现将2035年就业补助资金预算7,400万元下达你们", "就业补助资金预算"),
        ("现提前下达你市（州）2035年就业补助资金预算7,400万元", "就业补助资金预算"),
        ("现拨付你单位2035年就业补助资金7,400万元", "就业补助资金"),
    ],
)
def test_money_that_is_handed_out_is_no_aim(built: Built, said: str, name: str) -> None:
    rows = built(
        f"{_NOTICE}{said}，其中：遵义市4,100万元、铜仁市3,300万元。",
        "subject",
        "kind",
        "place_code",
        "period",
    )
    assert rows == [
        ("7,400", name, "actual", "520000", "2035"),
        ("4,100", f"{name} 遵义市", "actual", "520300", "2035"),
        ("3,300", f"{name} 铜仁市", "actual", "520600", "2035"),
    ]


def test_the_shares_of_money_handed_out_are_handed_out_too(built: Built) -> None:
    rows = built(
        f"{_NOTICE}本次下达就业补助资金7,400万元。其中：遵义市4,100万元、铜仁市3,200万元。2036年拟下达8,000万元。",
        "kind",
    )
    assert rows == [("7,400", "actual"), ("4,100", "actual"), ("3,200", "actual"), ("8,000", "target")]


def test_what_the_same_notice_asks_for_is_an_aim(built: Built) -> None:
    text = "现下达你市2035年就业补助资金7,400万元。年度绩效目标：城镇新增就业不低于3万人。"
    assert built(_NOTICE + text, "kind") == [("7,400", "actual"), ("3", "target")]
    assert built(f"{_NOTICE}现下达你市2035年城镇新增就业任务3万人。", "kind") == [("3", "target")]
    assert built(f"{_NOTICE}拟下达你市2035年就业补助资金7,400万元。", "kind") == [("7,400", "target")]


def test_those_who_are_paid_for_training_are_not_all_who_are_trained(built: Built) -> None:
    text = "2034年全省享受职业培训补贴人员5万人次，开展职业技能培训9万人次。"
    assert built(_NOTICE + text, "indicator_id") == [("5", None), ("9", "vocational_training")]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("经研究，下达你单位2035年创业担保贷款贴息资金380万元", "创业担保贷款贴息资金"),
        ("拨付你县2035年公益性岗位补贴资金380万元", "公益性岗位补贴资金"),
        ("现将2035年失业保险省级调剂金380万元分配下达给你市", "失业保险省级调剂金"),
        ("此次下达2035年就业见习补贴资金380万元", "此次下达就业见习补贴资金"),
    ],
)
def test_who_is_given_money_is_no_part_of_its_name(built: Built, said: str, name: str) -> None:
    assert built(f"{_NOTICE}{said}。", "subject", "kind") == [("380", name, "actual")]
