"""What of several has most or least, said before its figure: 其中东山县最多，达到 4 万人; 其中制造业最多，占 52%."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.subjects import SEAM, Named, joined
from hrss_tui.reference.things import things

_THINGS = things()
_MOST_OF = re.compile(
    rf"(?P<of>[\u3400-\u9fff]{{2,12}}?)(?:的?(?:{re.any_of(_THINGS.who.most)}))?(?:最[高低多少大小]|居首|次之|垫底)"
)


def is_most(text: str, line: int, context: Context, parts: bool) -> bool:
    """Does a statement only say what has most or least, of which the figure behind it is? `parts` where 其中 opens it."""
    match = _MOST_OF.fullmatch(text)
    if match is None:
        return False
    named = Named(match["of"], line)
    if place_of(named.text + SEAM) == named.text:
        context.place, context.topic = named, None
        if context.stated and context.head is not None and (thing := _of_places(context.head.text)):
            context.head = context.main = context.base = Named(thing, context.head.line)
        return True
    if parts and context.stated:
        context.open(context.parted)
    elif not (context.whole is not None and context.members):
        return False
    context.topic, context.head = named, joined(context.whole, named)
    context.members += 1
    return True


def _of_places(name: str) -> str:
    """What several places that a name lists have together: 银川市、石嘴山市新增就业; "" where it lists none."""
    *first, last = name.split("、")
    return last[len(place_of(last)) :] if first and all(place_of(one + SEAM) == one for one in first) else ""
