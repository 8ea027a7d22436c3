"""已 in the name of those who are told of, and 已 behind who has done what was planned."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built, observe


@pytest.mark.parametrize(
    "text",
    [
        "已就业脱贫劳动力稳岗率保持94%以上；新建帮扶车间60个。",
        "已参保企业稳岗返还惠及94万家；新建帮扶车间60个。",
        "已退休人员待遇社会化发放率94%；新建帮扶车间60个。",
        "已开工项目用工满足率达到94%，新建帮扶车间60个。",
    ],
)
def test_how_those_stand_of_whom_an_aim_is_does_not_make_it_done(built: Built, text: str) -> None:
    assert built(f"河池市2034年就业工作要点\n{text}", "kind") == [("94", "target"), ("60", "target")]


def test_how_many_are_so_already_is_done_in_a_plan(built: Built) -> None:
    text = "河池市2034年就业工作要点\n截至目前，已参保企业达1.2万家，已发放失业人员补贴860万元。"
    assert [row[1] for row in built(text, "kind")] == ["actual", "actual"]


@pytest.mark.parametrize(
    "text",
    [
        "拟返还企业1.2万户；首批已到账8,230户。",
        "拟补助企业1.2万户；前两批均已拨付8,230户。",
        "计划走访企业1.2万户，三县已完成8,230户。",
    ],
)
def test_what_has_arrived_of_what_is_planned_is_done(built: Built, text: str) -> None:
    text = f"2034年8月随州市稳岗工作简报\n{text}"
    assert built(text, "kind") == [("1.2", "target"), ("8,230", "actual")]


def test_what_is_planned_behind_what_was_done_is_not_done(built: Built) -> None:
    text = "2034年8月随州市稳岗工作简报\n拟返还企业1.2万户；首批已返还8,230户；第二批拟返还3,500户。"
    assert [row[1] for row in built(text, "kind")] == ["target", "actual", "target"]


def test_those_to_whom_something_is_to_be_done_are_no_outcome(built: Built) -> None:
    text = "随州市2034年工作方案\n对县级已建成车间奖补60万元，将乡镇已建档人员培训800人次。"
    assert [row[1] for row in built(text, "kind")] == ["target", "target"]


@pytest.mark.parametrize("who", ["全市", "市人社局", "今年还", ""])
def test_what_will_be_done_for_so_many_is_no_outcome(who: str) -> None:
    text = f"青山市民生工作\n\n2034-02-17 来源：青山日报\n\n2034年，{who}将为1.5万名老人进行免费体检。\n"
    assert [one.kind for one in observe(text, kind="article", year=2034)] == ["target"]


@pytest.mark.parametrize("words", ["一共有", "总共有", "一共", "总共"])
def test_that_there_are_so_many_in_all_is_no_part_of_a_name(words: str) -> None:
    text = f"青山市人社局2033年工作总结\n\n全年接获劳资纠纷案件{words}339宗。\n"
    assert [one.subject for one in observe(text, kind="report")] == ["接获劳资纠纷案件"]
