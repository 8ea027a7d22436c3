"""Two steps of one aim: the further is told as what is striven for, and never as a second target of the same."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe


def told(text: str) -> list[tuple[str, str, str | None]]:
    rows = observe(f"2035年丰和市就业工作计划\n\n{text}", "plan", 2035)
    return [(row.subject, row.printed, row.indicator_id) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "城镇新增就业4.2万人，力争4.5万人。",
        "城镇新增就业4.2万人以上，力争达到4.5万人。",
        "确保城镇新增就业4.2万人，并努力实现4.5万人。",
        "城镇新增就业4.2万人、挑战目标4.5万人。",
        "城镇新增就业4.2万人，争取城镇新增就业4.5万人。",
    ],
)
def test_what_is_striven_for_beyond_an_aim_is_no_second_target(text: str) -> None:
    first, further = told(text)
    assert first == ("城镇新增就业", "4.2", "urban_new_jobs")
    assert further[0].startswith("城镇新增就业 ")
    assert further[1:] == ("4.5", None)


def test_the_further_aim_may_be_told_first() -> None:
    assert told("力争失业人员再就业0.9万人，确保0.8万人。") == [
        ("失业人员再就业 力争", "0.9", None),
        ("失业人员再就业", "0.8", "unemployed_reemployed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "城镇登记失业率控制在4.2%以内，力争控制在3.8%以内。",
        "地区生产总值增长5.5%，力争增长6%。",
    ],
)
def test_bounds_and_rates_have_two_steps_too(text: str) -> None:
    first, further = told(text)
    assert first[2] is not None
    assert further == (f"{first[0]} 力争", further[1], None)


@pytest.mark.parametrize(
    "text",
    [
        "目前已培训技能人才2万人次，力争达到3万人次。",
        "城镇新增就业4.2万人，力争失业人员再就业0.9万人。",
        "2034年城镇新增就业4.1万人，力争2035年达到4.5万人。",
        "培训技能人才2万人，向3万人发放补贴。",
    ],
)
def test_one_aim_is_no_step_of_what_has_been_done_or_of_another(text: str) -> None:
    assert all(not subject.endswith((" 力争", " 向")) for subject, _, _ in told(text))


@pytest.mark.parametrize("verb", ["力争完成", "争取达到", "奋力完成"])
@pytest.mark.parametrize("base", ["同比2033年任务增加", "同比上年目标多", "比2033年计划增加"])
def test_a_change_on_the_task_before_stands_between_two_steps(base: str, verb: str) -> None:
    found = told(f"城镇新增就业4.2万人，{base}0.2万人，{verb}4.4万人。")
    word = verb[:2]
    assert found == [
        ("城镇新增就业", "4.2", "urban_new_jobs"),
        (f"城镇新增就业{base}", "0.2", "urban_new_jobs"),
        (f"城镇新增就业 {word}", "4.4", None),
    ]


def test_what_is_secured_behind_a_change_leaves_the_change_what_it_is() -> None:
    found = told("力争城镇新增就业4.4万人，比上年任务增加0.2万人，确保4.2万人。")
    assert found[1][0] == "城镇新增就业比上年任务增加"
