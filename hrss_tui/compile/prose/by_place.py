"""Figures told place by place (分县看, 分县（市、区）看): each is of what the paragraph told of all of them together.

A rate, or something else that was counted otherwise, may stand between: 新增就业 5 万人。月末失业率 2%。分县看，东山县 2 万人.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import listed_places, scopes
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.scopes import heading_place
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.times.stretches import year_of
from hrss_tui.compile.prose.told import Told
from hrss_tui.reference.things import things

_THINGS = things()
_OPENS = re.compile(
    rf"(?:分|从|按)(?:各)?(?:[省市县区州盟旗]|{re.any_of(_THINGS.who.areas)}){{1,2}}"
    r"(?:[（(][市区县旗州盟、]{1,7}[）)])?(?:情况)?(?:来)?(?:看|说|统计|划分)"
)
_EXAMPLE = re.compile(r"(?:例如|比如)?以(?P<place>[\u3400-\u9fff]{2,14})为例")
"""以西河县为例，…: what follows is of that place."""
_MOST = 12
"""Things told in a paragraph that are remembered."""


def begin(context: Context, text: str, line: int) -> None:
    """Take over what a statement without figures says of places: that each has its own, that one place acts, or of which area it is told."""
    context.by_place = context.by_place or bool(_OPENS.fullmatch(text))
    area = scopes.viewed(text)
    context.scope = Named(area, line) if area else context.scope
    example = _EXAMPLE.fullmatch(text)
    acting = listed_places.acting(example["place"] + "有" if example else text, context.paper.place)
    acting = acting or listed_places.acting_together(text, context.paper.place)
    headed = context.division is not None and context.division.text == acting
    context.place = Named(acting, line) if acting and not (context.stated or headed) else context.place


def heads(
    squeezed: Squeezed, framed: Frame, text: str, behind: Sequence[Statement], context: Context
) -> bool:
    """Does a place stand alone before a colon (西河县：转移就业 5 万人)? What follows is of it, and no more of the place before.

    Where its figure stands right behind it, it is also what that is called: False.
    """
    place = heading_place(text + "：", context.paper.place) if framed.statement.close == "：" else ""
    if not place or not behind or not behind[0].quantities:
        return False
    context.division = context.place = Named(place, squeezed.line(framed.begin))
    if behind[0].quantities[0].start == behind[0].start:
        return False
    context.topic = context.base = context.main = None
    return True


def remember(at: Situation, found: Sequence[Reading]) -> None:
    """Keep the levels of a statement that are no aims, of no part and of no place of a list."""
    context = at.context
    for one in found:
        level = (
            one.change is None
            and not (one.share or one.planned)
            and context.whole is None
            and not context.by_place
        )
        if level and not (listed_places.is_places(one.subject.text) or _is_base(at, one)):
            told = Told(one.subject, one.quantity.base_unit, one.time)
            context.told = (*[old for old in context.told if old != told], told)[-_MOST:]


def _is_base(at: Situation, reading: Reading) -> bool:
    """Is a figure of an earlier year what that of the same thing is measured against: 比去年同期的 2 万人增加 1 万人?"""
    own = year_of(reading.time.period)
    same = [year_of(one.time.period) for one in at.context.told if one.subject.text == reading.subject.text]
    return any(year is not None and (own is None or own < year) for year in same)


def is_open(at: Situation, words: str) -> bool:
    """Does a place alone have its figure of several things told before: 新增就业 5 万人，再就业 2 万人。分县看，东山县 1 万人?

    Or of one thing at several times. Where it is of one only, the place has that, and its time.
    """
    context, first = at.context, at.statement.quantities[0]
    if not context.by_place or context.whole is not None or not listed_places.is_places(words):
        return False
    told = [one for one in context.told if one.unit == first.base_unit]
    if len({(one.subject.text, one.time.period) for one in told}) > 1:
        return True
    if told and at.frame.moment is None:
        context.labelled, context.unit = told[-1].subject, told[-1].unit
        context.time = told[-1].time
    return False
