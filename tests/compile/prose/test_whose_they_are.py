"""Names that say nothing alone of whose they are, and persons who are a part of others."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe

HEAD = "东港市2032年人力资源和社会保障工作总结\n\n"


def told(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (row.printed, row.subject, row.indicator_id) for row in observe(HEAD + text + "\n", "report", 2032)
    ]


def ids(text: str) -> list[str | None]:
    return [indicator for _, _, indicator in told(text)]


@pytest.mark.parametrize(
    "who",
    [
        "市信访局",
        "市人民法院",
        "12345政务热线",
        "行政复议机构",
        "市场监管部门",
        "法律援助中心",
    ],
)
def test_what_others_close_is_no_dispute(who: str) -> None:
    assert ids(f"{who}全年受理612件，结案598件，结案率97.7%。")[1:] == [None, None]


@pytest.mark.parametrize("who", ["劳动人事争议仲裁机构", "劳动争议调解组织", "仲裁院"])
def test_what_arbitration_closes_is_one(who: str) -> None:
    text = f"{who}受理案件300件，结案290件，结案率96.7%，涉案金额512万元。"
    assert ids(text)[1:] == ["dispute_cases_closed", "arbitration_closure_rate", "dispute_amount"]


def test_the_domain_that_was_named_last_counts() -> None:
    text = "仲裁机构受理案件300件，结案290件；劳动监察机构受理投诉举报56件，结案52件。"
    assert [ids(text)[at] for at in (1, 3)] == ["dispute_cases_closed", None]


def test_the_heading_above_tells_whose_they_are() -> None:
    arbitration = "（一）劳动人事争议调解仲裁\n\n全年结案290件，结案率96.7%。"
    assert ids(arbitration) == ["dispute_cases_closed", "arbitration_closure_rate"]
    assert ids("（一）劳动保障监察\n\n全年结案290件。") == [None]
    assert ids("（一）综合工作\n\n全年结案290件。") == [None]


def test_the_rate_of_inspection_is_its_own() -> None:
    assert ids("劳动保障监察结案率97.7%。") == ["inspection_closure_rate"]
    text = "劳动保障监察机构全年检查用人单位612户，结案98件，结案率97.7%。"
    assert ids(text)[1:] == [None, "inspection_closure_rate"]


@pytest.mark.parametrize(
    ("person", "indicator"),
    [
        ("专业技术人员", "professionals"),
        ("农民工", "migrant_workers"),
        ("高校毕业生", "graduates"),
        ("高技能人才", "highly_skilled_total"),
    ],
)
def test_persons_who_are_a_part_of_others_are_not_all_of_their_kind(person: str, indicator: str) -> None:
    assert ids(f"全市{person}4.90万人。") == [indicator]
    assert ids(f"组织招聘会吸引求职者5.00万人，其中{person}2.00万人。")[1] is None
    assert ids(f"全市国有企业职工总数5.00万人，其中：{person}2.00万人；管理人员0.40万人。")[1] is None
    assert ids(f"招募志愿者120人，其中硕士20人；{person}80人。")[2] is None


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("全市人才总量9.00万人，其中专业技术人才4.90万人。", "professionals"),
        ("培训劳动者5.00万人，其中女性2.00万人；专业技术人才总量4.90万人。", "professionals"),
    ],
)
def test_a_part_of_all_and_a_name_that_says_all_are_of_all(text: str, indicator: str) -> None:
    assert ids(text)[-1] == indicator


@pytest.mark.parametrize("share", ["", "，占{}%"])
def test_parts_behind_semicolons_that_add_up_are_parts(share: str) -> None:
    parts = (("管理人员", "0.50", 10), ("专业技术人员", "3.50", 70), ("工勤人员", "1.00", 20))
    listed = "；".join(f"{name}{value}万人{share.format(rate)}" for name, value, rate in parts)
    named = [
        subject for _, subject, _ in told(f"全市医院职工总数5.00万人，其中{listed}。") if "占" not in subject
    ]
    assert named[1:] == [f"医院职工总数 {name}" for name, _, _ in parts]


def test_what_does_not_add_up_behind_a_semicolon_is_no_part() -> None:
    text = "全市医院职工总数5.00万人，其中管理人员0.50万人；新增床位300张；招聘护士0.20万人。"
    assert [subject for _, subject, _ in told(text)][2:] == ["新增床位", "招聘护士"]
