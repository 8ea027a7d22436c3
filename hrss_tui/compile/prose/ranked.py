"""Those that rank first or last, told one after the other: 年平均工资最高的三个行业分别是采矿业 9 万元，金融业 8 万元.

What they are ranked by is the whole of the list. Where their names stand before all figures (增速最快的三个行业依次为 A，B，C，
分别增长 …) a comma parts them, since the names themselves hold 、.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.listing import ways
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import SEAM, Named, is_dependent, joined
from hrss_tui.reference.places import named
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_WORDS = statement_words()
_COUNT = r"(?:[一二两三四五六七八九十]|\d{1,2})"
_WHO = rf"(?:{re.any_of(_WORDS.ranks.of)})"
_SPEED = rf"(?:(?:同比|平均|年均)?(?:{re.any_of(_WORDS.ranks.by)}))"
_OPENS = re.compile(
    rf"(?P<of>[^，。；：:]{{0,40}}?)(?P<speed>{_SPEED})?的?(?:"
    rf"[由从按][高低大小多少快慢](?:到|至)[高低大小多少快慢](?:的?(?:{re.any_of(_TURNS.told.orders)}))?(?:依次|分别)?(?:为|是|有)?(?=[:：]|$|[\u3400-\u9fff]{{2,12}}[\d、，])"
    rf"|(?:最[高低多少大小快慢]|(?:{re.any_of(_TURNS.told.ranks)})(?:在|于)?(?:(?:前|末|后){_COUNT}[位名]?|{re.any_of(_TURNS.told.firsts)})|(?:前|末|后){_COUNT}[位名])的?(?:前{_COUNT}|{_COUNT})?[个大类位名项]?"
    rf"(?:的?{_WHO})?(?:依次|分别)?的?[为是])"
)
_PLACES = re.compile(
    r"(?:其中|[\u3400-\u9fff]{0,6}?是)?[，,：:]?(?P<places>[\u3400-\u9fff、和]{5,60}?)(?:等?(?:[两三四五六七八九十]{1,2}个?)?(?:地区|地|[省市县区州盟旗、（）]{1,7}))?"
)
_MOVED = re.compile(
    rf"(?:均|都|分别|也)?(?:出现|呈现?|有|保持)?了?(?:{re.any_of(_TURNS.manner.changed)})?(?:的)?(?:{re.any_of(_TURNS.change.ranked)})(?:态势|趋势)?$"
)
_LEADS = re.compile(
    rf"(?P<who>[\u3400-\u9fff]{{4,24}}?)(?:的?(?:同比|环比)?(?:{re.any_of(_TURNS.change.leads)})?(?:{re.any_of(_TURNS.change.speeds)})?)(?:最[高低多少大小快慢]|居首|领先)"
)
_COMMA = re.compile("[，,]")
_VERBS = re.compile(r"的?(?:依次|分别)?[为是有]?[:：]?$")


def opened(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """The frame behind the words that rank; what they rank by is the whole of those that are ranked."""
    match = _OPENS.match(squeezed.folded, framed.begin, framed.first)
    if match is None or (match.end() == framed.first and framed.statement.quantities):
        return framed
    own = Named(squeezed.shown[slice(*match.span("of"))], squeezed.line(framed.begin))
    again = context.prior if match["speed"] else None
    if again is not None and framed.statement.quantities:  # 增速最快的为金融业 12%: no level
        again = Named(again.text + match["speed"], again.line)
    whole = None if own.text and context.members else context.whole
    of = joined(whole, own) if own.text else whole or again
    if of is None:  # 最低的是西部 3 万元: nothing else says what by
        return framed
    context.opened, context.members = None, 0
    context.open(of)
    if (scope := framed.scope) is not None:
        context.scope = Named(squeezed.shown[scope.start : scope.end], squeezed.line(scope.start))
    return msgspec.structs.replace(framed, begin=match.end())


def leader(framed: Frame, text: str, context: Context) -> str:
    """What a clause behind a semicolon says to be first in something, which no one before it is: 东山月薪涨幅最大，增长 9%."""
    match = _LEADS.fullmatch(text) if framed.statement.joint == "；" else None
    if match is None:
        return text
    context.stated, context.prior = False, None
    return match["who"]


def _rank(squeezed: Squeezed, match: re.Match[str]) -> Named:
    """The words that rank themselves, where nothing else says what by: 增速最快的三个行业依次为采矿业，…."""
    return Named(_VERBS.sub("", squeezed.shown[slice(*match.span())]), squeezed.line(match.start()))


def listed(at: Situation, noun: str, count: int) -> tuple[Named, ...]:
    """The names of those ranked that stand before a statement, with its own `noun` (增速), where there are `count` of them; else ()."""
    squeezed, end = at.squeezed, at.statement.start
    if count == 1 or (noun and not is_dependent(noun)):
        return ()
    start = max(squeezed.folded.rfind(mark, 0, end) for mark in "。；") + 1
    if not noun and (each := _of_places(at, start, count)):
        return each
    begins = [match.end() for match in _COMMA.finditer(squeezed.folded, start, end)]
    found = (_OPENS.match(squeezed.folded, begin, end) for begin in (*reversed(begins), start))
    match = next((one for one in found if one is not None), None)
    text = squeezed.shown[match.end() : end].strip("，,：:") if match is not None else ""
    parts = [part for part in _COMMA.split(text) if part]
    parts = parts if len(parts) == count else [*parts[:-1], *parts[-1].split("以及")] if parts else parts
    parts = parts if len(parts) == count else ways(text, count)
    if match is None or len(parts) != count or any(char.isdecimal() for char in text):
        return ()
    line = squeezed.line(match.end())
    whole = at.context.whole or _rank(squeezed, match)
    named = (joined(whole, Named(part, line)) for part in parts)
    return tuple(joined(one, Named(noun, line)) if noun else one for one in named)


def _of_places(at: Situation, start: int, count: int) -> tuple[Named, ...]:
    """What places that were listed have, each: 其中东山、河口等县，案件量均有下降，分别下降 3% 和 4%."""
    topic, folded = at.context.topic, at.squeezed.folded
    if topic is None:
        return ()
    clauses = map(_PLACES.fullmatch, _COMMA.split(folded[start : at.statement.start]))
    each = (ways(clause["places"], count) for clause in clauses if clause)
    names = next((one for one in each if len(one) == count and all(map(_is_place, one))), ())
    thing = _MOVED.sub("", topic.text)
    if not names or not thing:
        return ()
    line = at.squeezed.line(at.statement.start)
    return tuple(joined(Named(name, line), Named(thing, topic.line)) for name in names)


def _is_place(name: str) -> bool:
    return bool(place_of(name + SEAM) or named(name))
