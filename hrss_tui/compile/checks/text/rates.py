"""Percentages against the figures beside them: 完成预算的, 完成任务的, 占…的, 比…增长; balances; items of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.text import headed_lists
from hrss_tui.compile.checks.text import wholes as told_wholes
from hrss_tui.compile.checks.text.completion import of_budget, of_task
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.growth import growth
from hrss_tui.compile.checks.text.shares import shares
from hrss_tui.records import Check

_CLOSES = re.compile(r"\s*\)\s*的\s*")


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every percentage that the figures beside it give."""
    told = told_wholes.wholes_by_name(passages)
    heads = headed_lists.heads(passages)
    for passage in passages:
        head = heads.get(passage.at.block_id)
        for rate in (one for one in passage.figures if one.is_rate):
            stated, window = _opened(passage, rate, _window(passage, rate))
            for family in (of_budget, of_task, growth):
                found = family(passage, stated, window)
                if found is not None:
                    yield found
                    break
            else:
                yield from shares(passage, stated, window, told, head)


def _window(passage: Passage, stated: Figure) -> list[Figure]:
    """The figures of the sentence between the percentage before and this one."""
    same = [one for one in passage.sentence(stated.sentence) if one.start < stated.start]
    last = next((place for place in range(len(same) - 1, -1, -1) if same[place].is_rate), -1)
    return same[last + 1 :]


def _opened(passage: Passage, stated: Figure, window: Sequence[Figure]) -> tuple[Figure, Sequence[Figure]]:
    """A rate and the figures before it, where the last is told in brackets as if these were not there: 完成任务（1.5 万人）的 55.5%."""
    last = window[-1] if window else None
    if last is None or not last.before.rstrip().endswith("("):
        return stated, window
    if not _CLOSES.fullmatch(passage.text[last.end : stated.start]):
        return stated, window
    own = msgspec.structs.replace(last, before=last.before.rstrip().rstrip("("))
    return msgspec.structs.replace(stated, before="的"), [*window[:-1], own]
