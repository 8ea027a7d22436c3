"""Levels of government that each give a part of a sum of money: 安排资金 9 亿元，其中中央 6 亿元、自治区 2 亿元、市级 1 亿元.

自治区 alone is then the name of a part, and not whose the figure is.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import subjects
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.reference.things import things

_THINGS = things()
_LEVEL = re.compile(
    rf"(?:{re.any_of(_THINGS.who.funders)}|[省市县区州盟旗]|[省市县区州盟旗地]级|[本上]级|[省市县区州]本级)(?:{re.any_of(_THINGS.money.funded)}){{0,3}}"
)


def named(at: Situation) -> Situation:
    """The situation of a part of a sum whose whole name is a level of government, which is then no scope."""
    frame, scope, context = at.frame, at.frame.scope, at.context
    if (
        scope is None
        or not scope.cut
        or context.whole is None
        or at.statement.quantities[0].base_unit != "元"
    ):
        return at
    own = subjects.without_copula(at.squeezed.folded[scope.start : frame.first])
    before = context.member.text.rpartition(subjects.SEAM)[2] if context.member is not None else ""
    beside = bool(_LEVEL.fullmatch(before)) or (bool(at.later) and _is_level(at, at.later[0]))
    if not (_LEVEL.fullmatch(own) and beside):
        return at
    cuts = tuple(cut for cut in frame.cuts if cut != (scope.start, scope.end))
    changed = msgspec.structs.replace(frame, scope=None, begin=min(frame.begin, scope.start), cuts=cuts)
    return msgspec.structs.replace(at, frame=changed)


def _is_level(at: Situation, statement: Statement) -> bool:
    """Does a statement say so much of a level of government, and nothing else?"""
    first = statement.quantities[0].start if statement.quantities else statement.start
    return bool(_LEVEL.fullmatch(subjects.without_copula(at.squeezed.folded[statement.start : first])))
