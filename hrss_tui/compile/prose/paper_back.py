"""Titles of papers that look back: on what was done, on what was found, on a plan that they judge."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.units import figure_words

_WORDS = paper_words()
PROGRESS = re.compile(re.any_of(_WORDS.back.progress))
"""A report on a plan is none."""
_BARE = re.compile(r"(?<![划案施])行动$")
_TOLD = re.compile(r"(?:同比|[比较](?:上年|去年)同期)[^，。；]{0,12}\d|已(?:整改|完成|查处|追回|结案|办结)\d")
"""A title that names no more than what was undertaken (冬季专项行动), and a text that tells how it went."""
_FOUND = re.compile(re.any_of(_WORDS.back.found))
_SUMMED_UP = re.compile(rf"(?:{re.any_of(_WORDS.back.summed_up)})(?!评估)")


def looks_back(title: str) -> bool:
    """Does a title say that a paper tells of what was done: 计划执行情况, 工作总结?"""
    return bool(PROGRESS.search(title)) or title.endswith("总结") or tells_found(title)


def sums_up(title: str) -> bool:
    """Does a title say that a paper sums up what was done, whatever it plans besides: 工作总结和工作计划?"""
    return bool(_SUMMED_UP.search(title))


def tells_found(title: str) -> bool:
    """Does a title say that a paper tells what was found: 审计结果, 专项检查情况的通报?"""
    return bool(_FOUND.search(title))


def plan_judged(title: str) -> str | None:
    """All years of the one plan that a paper judges of which its title names some: “十五五”规划中期评估（2026—2028年）."""
    named = [plan for plan in figure_words().plans if plan.word in title]
    judged = len(named) == 1 and PROGRESS.search(title)
    return f"{named[0].first}/{named[0].last}" if judged else None


def is_told(source: Source) -> bool:
    """Does a paper that is called only after what was undertaken tell how it went, and plan nothing?"""
    if not _BARE.search("".join(source.document.title.split())):
        return False
    return any(_TOLD.search("".join(block.text.text.split())) for block in source.blocks)
