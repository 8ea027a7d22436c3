"""Places that stand behind what they have: 转移就业东山县 7 万人、西河县 5 万人; 转移就业：东山县 7 万人、西河县 5 万人.

What stands before the first of them is no part of its name: it is what each of them has so much of.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import comparisons, listed_places, subjects
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference import find_changed, find_indicator
from hrss_tui.reference.place_bare import bare_place
from hrss_tui.reference.places import NATION, is_within
from hrss_tui.reference.places import named as places_called
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_TYPED = re.compile(r"[\u3400-\u9fff]{2,13}[省市县区州盟旗]")
_LONGEST, _SHORTEST = 14, 2
"""Characters of the name of a place."""
_THING = 4
"""Characters from which on words that name no indicator are taken for what places have."""
_LEADS_ON = re.compile(
    r"[在到赴往至向从自由对与和及同跟给含除以按经驻比较超过占于达的其某该本全各等使被把将距是属派援、]$"
    rf"|(?:{re.any_of(_TURNS.told.follows)}|最[\u3400-\u9fff]{{1,2}}|前[两二三四五六七八九十\d]{{1,2}}[位名]?)$"
)
"""Before a place of which no figure is, or that is ranked: 转移到东山县 7 万人, 排名前三的是东山县 7 万人."""
_NO_THING = re.compile(
    r"(?:其中)?[各分按][^，。；]{0,24}"
    rf"|(?:{re.any_of(_TURNS.told.no_thing)}){{1,6}}"
)
"""各县市：, 任务分解情况：: how figures are divided, and not of what they are."""


def led(at: Situation) -> Situation:
    """The situation of a statement without the thing that stands before its place, which all places of the list then have."""
    begin, first = at.frame.begin, at.statement.quantities[0]
    if any(begin < end and start < first.start for start, end in (*at.frame.cuts, *at.statement.holes)):
        return at
    change = comparisons.change(at.squeezed.folded, begin, first.start)
    text = subjects.without_copula(at.squeezed.folded[begin : change.start if change else first.start])
    own = at.context.paper.place
    place = _at_end(text, own)
    thing = subjects.without_copula(subjects.without_lead(text.removesuffix(place))) if place else ""
    if not thing or _LEADS_ON.search(thing) or listed_places.is_places(thing) or _at_end(thing, own):
        return at
    listed = _goes_on(at.squeezed, at.later, first, own)
    if not (_is_known(thing, first) and _TYPED.fullmatch(place)) and not (listed and _is_thing(thing, first)):
        return at
    label = subjects.joined(at.context.whole, Named(thing, at.squeezed.line(begin)))
    _begin(at.context, label, first.base_unit)
    return msgspec.structs.replace(
        at, frame=msgspec.structs.replace(at.frame, begin=begin + len(text) - len(place))
    )


def opened(
    squeezed: Squeezed, framed: Frame, text: str, behind: Sequence[Statement], context: Context
) -> bool:
    """Does a statement without figures name what the places behind it have (转移就业：东山县 7 万人)? Then they have it."""
    first, own = behind[0].quantities[0] if behind and behind[0].quantities else None, context.paper.place
    if first is None or not _is_place_of(squeezed, behind[0], own) or listed_places.is_places(text):
        return False
    said = framed.statement.close == "：" and not _NO_THING.fullmatch(text) and _is_thing(text, first)
    if _LEADS_ON.search(text) or not (said or _is_known(text, first)):
        return False
    _begin(context, Named(subjects.whole_name(text), squeezed.line(framed.begin)), first.base_unit)
    return True


def _begin(context: Context, thing: Named, unit: str) -> None:
    """A list of places begins, each of which has a thing, counted in a unit."""
    context.labelled, context.unit, context.whole = thing, unit, None
    context.shared = (*context.shared, (unit, thing))
    context.placed = tuple(one for one in context.placed if one[0] != unit)


def _at_end(text: str, own: str | None) -> str:
    """The longest name of a place, one within that of the document, that a text ends with behind other words; else ""."""
    lengths = range(min(_LONGEST, len(text) - _SHORTEST), _SHORTEST - 1, -1)
    return next((text[-length:] for length in lengths if _is_place(text[-length:], own)), "")


def _is_place(name: str, own: str | None) -> bool:
    codes = places_called(name) if _TYPED.fullmatch(name) else ()
    inside = any(own is None or own == NATION or is_within(code, own) for code in codes)
    return inside or bool(bare_place(name, own))


def _is_place_of(squeezed: Squeezed, statement: Statement, own: str | None) -> bool:
    """Are the words of a statement before its first figure nothing but a place?"""
    start = statement.quantities[0].start
    change = comparisons.change(squeezed.folded, statement.start, start)
    end = change.start if change else start
    name = subjects.without_copula(subjects.without_lead(squeezed.folded[statement.start : end]))
    return listed_places.is_places(name) or bool(bare_place(name, own))


def _goes_on(squeezed: Squeezed, later: Sequence[Statement], first: Quantity, own: str | None) -> bool:
    """Does another place follow with a figure in the same unit?"""
    behind = later[0] if later and later[0].quantities else None
    same = behind is not None and behind.quantities[0].base_unit == first.base_unit
    return behind is not None and same and _is_place_of(squeezed, behind, own)


def _is_known(thing: str, first: Quantity) -> bool:
    """Is a thing an indicator in the unit of a figure, or one of which that tells the change?"""
    return (find_indicator(thing, first.base_unit) or find_changed(thing)) is not None


def _is_thing(thing: str, first: Quantity) -> bool:
    """Are words those of what is counted, and not only of what is done to a place: 对口帮扶东山县?"""
    return _is_known(thing, first) or (len(thing) >= _THING and not thing.endswith(prose_words().verbs))
