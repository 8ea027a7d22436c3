"""Lists whose figures stand in brackets behind the names they are of."""

import pytest

from tests.compile.prose.reader import observe


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "流失最多的三个行业依次为软件和信息服务业（812个）、制造业（795个）、租赁和商务服务业（406个）。",
            [
                "流失最多的三个行业 软件和信息服务业",
                "流失最多的三个行业 制造业",
                "流失最多的三个行业 租赁和商务服务业",
            ],
        ),
        ("缺工较多的是家政业（120人）和餐饮业（84人）。", ["缺工较多的 家政业", "缺工较多的 餐饮业"]),
        (
            "参保人数居前的有东湖区（12万人）、西塘县（8万人）。",
            ["参保人数居前的 东湖区", "参保人数居前的 西塘县"],
        ),
        ("家政业（120人）、餐饮业（84人）需求旺盛。", ["家政业", "餐饮业"]),
    ],
)
def test_each_figure_is_of_the_name_before_its_bracket(sentence: str, expected: list[str]) -> None:
    assert [row.subject for row in observe(f"2033年人力资源市场报告\n\n{sentence}\n")] == expected


def test_a_bracket_behind_a_figure_is_part_of_that() -> None:
    text = "2033年人力资源市场报告\n\n全市参加养老保险30万人（含离退休8万人），失业保险5万人。\n"
    assert [row.subject for row in observe(text)] == ["参加养老保险", "参加养老保险 离退休", "失业保险"]


@pytest.mark.parametrize(
    "behind", ["（其中，{parts}。{found}）。", "（其中：{parts}；{found}）。", "，其中：{parts}。{found}。"]
)
@pytest.mark.parametrize("score", ["平均得分92.5分", "平均得分为92.5分"])
def test_projects_are_parts_of_those_that_were_judged_and_of_no_score(behind: str, score: str) -> None:
    parts = "评级为“优”的项目5个；评级为“中”的项目2个"
    found = "评价中发现问题6个，其中：已经整改4个，正在整改2个"
    text = f"绩效自评的项目7个，涉及资金80万元，{score}" + behind.format(parts=parts, found=found)
    rows = [
        (row.printed, row.subject)
        for row in observe(f"石泉县水利局2031年度部门决算\n\n{text}\n", "budget", 2031)
    ]
    assert rows[:5] == [
        ("7", "绩效自评的项目"),
        ("80", "绩效自评的项目 涉及资金"),
        ("92.5", "平均得分"),
        ("5", "绩效自评的项目 评级为“优”的项目"),
        ("2", "绩效自评的项目 评级为“中”的项目"),
    ]
    if "。{found}" in behind:
        assert rows[5:] == [
            ("6", "评价中发现问题"),
            ("4", "评价中发现问题 已经整改"),
            ("2", "评价中发现问题 正在整改"),
        ]


def test_a_bracket_that_is_a_paragraph_of_its_own_has_its_own_sentences() -> None:
    text = "2033年人力资源市场报告\n\n（注册企业30家。用工岗位500个。）\n"
    assert [row.printed for row in observe(text)] == ["30", "500"]
