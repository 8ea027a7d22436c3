"""How much of a budget or a task is done, in per cent: 完成预算的, 完成任务的."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.ratios import (
    GROWN,
    IS_BUDGET,
    SHRUNK,
    TASK,
    last_that,
    the_one,
    words_of,
)
from hrss_tui.records import Check
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()
_WORDS = statement_words()
_BUDGET = re.compile(
    r"(?:完成|占|为)(?:了)?(?:\w{0,4}年初|全年|调整后?|本年|当年|年度)?(?:部门|支出|收入)?预算(?:数|总额)?的?$|(?:预算)?(?:执行|完成)率(?:为|达到?|是)?$"
    r"|(?:支出|执行|支付)进度(?:为|达到?|是)?$"
)
_SET = re.compile(r"(?:安排|下达|到位)[^，。;:]{0,20}$")
"""What was set aside, where no word says 预算: 安排资金 2000 万元，支出 1500 万元，支出进度 75%.

It may be of any that stands before what was spent: 安排 2000 万元，其中中央 1500 万元，支出 1200 万元，支出进度 80%.
"""
_DONE_OF = re.compile(
    rf"(?:完成|为|占)(?:了)?(?:年初|全年|调整后?|{re.any_of(_THINGS.money.own_names)}){{0,3}}预算(?:安排)?(?:数|总额)?(?:为)?$"
)
"""完成年初预算 6000 万元的 98%."""
_EDITIONS = ("年初", "调整")
"""Of two budgets of one year, the one that a rate is of: 完成调整预算的 90%."""
_IS_DONE = re.compile(rf"(?:{re.any_of(_THINGS.money.done_names)})(?:数|额|总额|合计)?(?:为|是|了)?$")
_TASK_BEHIND = re.compile(r"^的?(?:年度|全年)?(?:目标)?任务")
"""超额完成全年 6000 人目标任务: what the figure is stands behind it."""
_OF_TASK = re.compile(r"完成.{0,80}(?:任务|目标|计划)(?:数)?的?$|^的$|完成率(?:为|达到?)?$")
_NET = re.compile(re.any_of(_WORDS.deeds.grown))
_NEW = re.compile(re.any_of(_WORDS.deeds.new_of))
_OF_YEARS = re.compile(r"累计|历年|以来|总[量数]|年(?:来|间)")
_OWN_TIME = re.compile(
    r"(?:[今本当]年|\d年(?:度)?|[上下]半年|季度|\d月(?:份|底|末)?)[^，;。]{0,6}(?:完成|占)"
)
_FAR = 2
_PASSED = (GROWN, SHRUNK, _OF_TASK)
"""What rates say that may stand between what was done and a task: its growth, how much of another task it is."""
_NEXT = 8
"""Characters behind a figure in which the word stands for what it is."""


def of_budget(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Check | None:
    """完成预算的 x %: what was spent against the budget."""
    if stated.before.strip() == "的" and window and _DONE_OF.search(words_of(window[-1])):
        done = [one for one in window[:-1] if _IS_DONE.search(words_of(one))]
        return the_one(passage, stated, [(one, window[-1]) for one in done])
    if not _BUDGET.search(stated.before.strip()):
        return None
    budgets = [one for one in window if IS_BUDGET.search(words_of(one))]
    edition = next((word for word in _EDITIONS if word in stated.before), "")
    budgets = [one for one in budgets if edition in words_of(one)] or budgets
    if not budgets and "进度" in stated.before and window and _SET.search(words_of(window[0])):
        budgets = [one for one in window[:-1] if one.base == window[0].base]
    done = [one for one in window if one not in budgets and _IS_DONE.search(words_of(one))]
    return the_one(passage, stated, [(one, budget) for budget in budgets for one in done])


def of_task(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Check | None:
    """完成任务的 x %: what was reached against the task."""
    if not _OF_TASK.search(stated.before.strip()):
        return None
    task = last_that(window, lambda one: TASK.search(words_of(one)) or _is_task(passage, one))
    if task is None or (stated.before.strip() == "的" and "完成" not in task.before and "占" in task.before):
        return None
    done = [one for one in window if one is not task and not TASK.search(words_of(one))]
    done = done or _before_growth(passage, stated, task)
    grown = [one for one in done if one.is_change]
    if grown and _NET.search(task.before):  # 净增 5.8 万人，完成净增任务 9 万人的 64.4%
        return the_one(passage, stated, [(one, task) for one in grown])
    return the_one(passage, stated, [(one, task) for one in done if not one.is_change])


def _is_task(passage: Passage, one: Figure) -> bool:
    """Is a figure told before the word for what it is: 完成全年 6000 人目标任务?"""
    behind = passage.text[one.end : one.end + _NEXT]
    return "完成" in one.before and bool(_TASK_BEHIND.match(behind))


def _before_growth(passage: Passage, stated: Figure, task: Figure) -> list[Figure]:
    """What a sentence counts once, where only its growth stands between it and its task: 3126 人，同比增长 4.2%，完成任务 5200 人的 60.1%.

    A task of what is new (完成扩面任务 0.5 万人) is not that of all there are, one of a year not that of what there was
    before it (累计 …，今年完成任务); nor is one from which the rate is far off.
    """
    before = [one for one in passage.sentence(stated.sentence) if one.start < stated.start]
    if not all(any(words.search(one.before.strip()) for words in _PASSED) for one in before if one.is_rate):
        return []
    counted = [one for one in before if not (one.is_rate or one.is_change or TASK.search(words_of(one)))]
    if len(counted) != 1 or passage.is_bound(counted[0]) or not task.value:
        return []
    own = counted[0]
    if _OF_YEARS.search(own.before) or _OWN_TIME.search(task.before):
        return []
    new = bool(_NEW.search(task.before)) and not _NEW.search(own.before)
    near = own.value * 100 / task.value / (stated.value or 1)
    return [own] if not new and 1 / _FAR < near < _FAR else []
