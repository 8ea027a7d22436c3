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
