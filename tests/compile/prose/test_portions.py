"""Tasks and budgets beside how much of them is done: listed, in brackets, and no outcome themselves."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

HEAD = "云溪县2033年就业工作情况\n\n"


def rows(text: str, *names: str) -> list[tuple[object, ...]]:
    return told(HEAD + text + "\n", *names)


@pytest.mark.parametrize(
    ("joint", "second"),
    [
        ("、", "市定任务4.3万人的105.1%"),
        ("，", "完成市定任务4.3万人的105.1%"),
        ("和", "市定任务4.3万人的105.1%"),
    ],
)
def test_a_second_task_of_the_same_is_a_task_as_the_first(joint: str, second: str) -> None:
    found = rows(
        f"全年城镇新增就业4.52万人，完成省下达任务4.2万人的107.6%{joint}{second}。",
        "subject",
        "kind",
        "indicator_id",
    )
    assert found == [
        ("4.52", "城镇新增就业", "actual", "urban_new_jobs"),
        ("4.2", "城镇新增就业省下达任务", "target", "urban_new_jobs"),
        ("107.6", "城镇新增就业完成省下达任务", "actual", None),
        ("4.3", "城镇新增就业市定任务", "target", "urban_new_jobs"),
        ("105.1", "城镇新增就业完成市定任务", "actual", None),
    ]


@pytest.mark.parametrize("budget", ["完成调整预算（32亿元）的93.75%", "完成调整预算32亿元的93.75%"])
def test_a_budget_is_told_at_its_stage(budget: str) -> None:
    found = rows(f"一般公共预算支出30亿元，{budget}，增长5%。", "subject")
    assert found[:3] == [
        ("30", "一般公共预算支出"),
        ("32", "一般公共预算支出调整预算"),
        ("93.75", "一般公共预算支出完成调整预算"),
    ]


def test_a_list_of_parts_behind_a_task_is_no_list_of_tasks() -> None:
    found = rows(
        "城镇新增就业4.52万人，完成省下达任务4.2万人的107.6%、占劳动力6万人的75%。", "subject", "kind"
    )
    assert ("6", "target") not in [(row[0], row[2]) for row in found]


@pytest.mark.parametrize(
    ("own", "other"), [("市计划", "县计划"), ("省下达任务", "市定目标任务"), ("全年任务", "区级目标")]
)
def test_a_task_behind_a_comma_of_which_is_said_who_set_it(own: str, other: str) -> None:
    found = rows(
        f"全县农村劳动力转移就业1260人，完成{own}1200人的105%，{other}1500人的84%，脱贫人口就业340人。",
        "subject",
        "kind",
    )
    assert found == [
        ("1260", "农村劳动力转移就业", "actual"),
        ("1200", f"农村劳动力转移就业{own}", "target"),
        ("105", f"农村劳动力转移就业完成{own}", "actual"),
        ("1500", f"农村劳动力转移就业{other}", "target"),
        ("84", f"农村劳动力转移就业完成{other}", "actual"),
        ("340", "脱贫人口就业", "actual"),
    ]
