"""Aims that are quoted: “城镇新增就业 5 万人、失业率控制在 5.5%以内”目标顺利完成 tells what was aimed at, and of each its own words."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import subjects
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Own
from hrss_tui.reference.turns import turns

_AIM = re.compile(rf"”的?(?:{re.any_of(turns().aims.of_goals)}){{0,2}}(?:{re.any_of(turns().aims.names)})")
_BETWEEN = "“、，,；和与及 "


def is_aim(at: Situation, quantity: Quantity) -> bool:
    """Does a figure stand in a quotation that is called an aim?"""
    return _opened(at, quantity) is not None


def named(at: Situation) -> tuple[Own, ...]:
    """The words of each figure of a statement whose figures are all aims that are quoted; () where one is none."""
    found: list[Own] = []
    low = at.frame.begin
    for quantity in at.statement.quantities:
        begin = _opened(at, quantity)
        if begin is None:
            return ()
        words = at.squeezed.shown[max(begin, low) : quantity.start].strip(_BETWEEN)
        found.append(Own(subjects.without_copula(subjects.without_lead(words)), ""))
        low = quantity.end
    return tuple(found) if all(own.text for own in found) else ()


def _opened(at: Situation, quantity: Quantity) -> int | None:
    """Where the quotation begins that holds a figure and is an aim; None where there is none."""
    folded, statement = at.squeezed.folded, at.statement
    begin = folded.rfind("“", statement.start, quantity.start)
    end = folded.find("”", quantity.end, statement.end)
    whole = begin >= 0 <= end and "”" not in folded[begin : quantity.start]
    return begin if whole and _AIM.match(folded, end, statement.end) else None
