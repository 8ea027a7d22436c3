"""Sentences to statements: the smallest stretches that say one thing about their figures.

Commas part statements; enumeration marks (、 和 及) do so only beside a figure, because elsewhere they join
names. What stands in quotation marks, title marks or brackets is not cut, but a bracket that holds a figure is
a statement of its own behind the one it stands in.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.intervals import behind, covering, within
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.plain import PICTURES
from hrss_tui.reference.places import places
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import units

_THINGS = things()
_TURNS = turns()
_MARK = re.compile(r"[▲△◆◇■●★☆▶►](?=[\u3400-\u9fff])")
_SENTENCE = re.compile(rf"[。！？!?{PICTURES}]|…(?!…)|{_MARK.pattern}")
"""Where a sentence ends; a mark before words begins an item: ▲城镇新增就业 10 万人 ▲带动就业 8 万人."""
_OPAQUE = re.compile(
    r"《[^》]{0,400}》|“[^”。！？；]{0,400}”|‘[^’。！？；]{0,400}’|\"[^\"。，]{1,24}\"|\([^()]{0,2000}\)"
)
_COMMA = re.compile(
    r"[，；;：:]|,(?!\d)|(?<!\d),|(?<=[人次名户家个元件场所期亩吨万亿%])/(?=[\u3400-\u9fff]{0,4}(?:目标|任务|计划)[^，。；\d]{0,4}\d)"
)
"""培训 3.2 万人/目标 3 万人: a stroke before an aim parts it from what was done."""
_GLUED = rf"(?=(?:[比较](?:{re.any_of(_TURNS.time.before_figures)})度?(?:同期)?(?:(?:预算|决算|执行)数?)?|同比)(?:{re.any_of(_TURNS.change.glued)})|(?:今年|明年|去年)(?:{re.any_of(_TURNS.manner.glued)}))"
"""A change behind its level without a comma between them: 56 万元比上年增加 6 万元."""
_CUT = re.compile(rf"{_COMMA.pattern}|以及|、|\+(?=[\u3400-\u9fff])|和|及|(?<=[元人辆次个项%)）]){_GLUED}")
_MARKS = {",": "，", ";": "；", ":": "：", "/": "，"}
_FROM = re.compile(r"(?:从|由)(?![此而])[^，。；：从由]{0,16}$")
"""What opens a pair before its first figure: 从 2020 年的."""
MANNER = re.compile(
    rf"[，,]?(?:逐年|逐步|稳步|大幅度?|快速|持续|迅速|已经?|{re.any_of(_TURNS.manner.plainly)}){{0,2}}"
)
"""What may stand between the first figure of a pair and the verb of its rise: 3 万人，逐步提高到 4 万人."""
_RISES = re.compile(
    MANNER.pattern
    + r"(?:[增提上下降减升扩跃攀回发缩压调优][\u3400-\u9fff]{0,2}[到至为]|增加到|扩大到)(?![户位人岗期])"
)
"""What goes on behind a comma with the second figure of a pair: 从 2020 年的 A，提高到 B."""
_COMPARED, _WITH = re.compile(r"相比较?|对比|比较"), re.compile(r"[与同和跟][^，。；与同和跟]{1,40}的?$")
_GROWN = re.compile(
    rf"(?:{re.any_of(_TURNS.manner.growing)})?(?:增|减|提|上|下|降|升|扩|缩|多|少|高|低)[\u3400-\u9fff]{{0,3}}"
)
"""与 2032 年的 3.9 万元相比，增加了 0.3 万元: an earlier level, and by how much it was exceeded."""
_STATES = re.compile(r"(?:为|是|达到?)[:：]\d")
"""占比分别为：39%、22%: the colon is no end."""
_TWO = 2
_LONG_ITEM = 6
"""Characters from which on a member without a figure stands for itself among members with figures."""

_LINKS = "的于为在对给向把被由至到是有共各每达占比及和与以从将了着过已获得参加入选评办"
_THING = re.compile(rf"(?![{_LINKS}])[\u3400-\u9fff“]")
_SAME_THING = re.compile(rf"(?:(?![{_LINKS}]|[分下配开]设|设[有立在]|配[备有])[\u3400-\u9fff“”]){{1,10}}")
"""What is counted, and nothing else: no verb, and none of the words that join two things."""
_GIVEN = re.compile("[为对给向从由把将][^，。；、]{0,11}$")
"""Before the first count: 为 12 家单位 30 名职工 says for whom something was done."""
_NEAR = 12
_ANEW = re.compile(r"(?:为|对|向|给|帮助|组织)(?:[全本我][省市县区州盟旗]|[\u3400-\u9fff]{0,6})")
"""Behind 、 and before another figure: 为 7 万名妇女做检查、为 6 万名老人体检 are two deeds."""

ENUMERATION = "、"
BRACKET = "("


class Statement(msgspec.Struct, frozen=True, gc=False):
    """folded[start:end] without the brackets in `holes`; `joint` is what stands before it.

    `joint`: "" at the head of a sentence, else ， ； ： as printed, 、 for any mark of enumeration, ( in a bracket.
    `close` is the mark that follows; `bracketed` is true for what a bracket holds.
    """

    start: int
    end: int
    joint: str
    close: str
    quantities: tuple[Quantity, ...]
    holes: tuple[tuple[int, int], ...] = ()
    bracketed: bool = False


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """The statements between two full stops."""

    start: int
    end: int
    statements: tuple[Statement, ...]


class _Span(msgspec.Struct, frozen=True, gc=False):
    """Characters [start, end) that are not to be cut."""

    start: int
    end: int


class _Text(msgspec.Struct, frozen=True):
    """A text to be cut: its quantities, what is closed to cuts, its brackets with figures; all in order."""

    folded: str
    quantities: Sequence[Quantity]
    closed: Sequence[_Span]
    brackets: Sequence[_Span]


def sentences(folded: str, quantities: Sequence[Quantity], start: int = 0) -> list[Sentence]:
    """The sentences of a squeezed text from `start` on; the quantities stand in printed order."""
    text = _text(folded, quantities)
    stops = (m.end() for m in _SENTENCE.finditer(folded, start) if not _is_inside(text, m.start()))
    bounds = [start, *stops, len(folded)]
    found = []
    for low, high in itertools.pairwise(bounds):
        if low < high:
            stop = high - 1 if _SENTENCE.match(folded, high - 1) else high
            stop = low + len(folded[low:stop].rstrip("…"))
            if low < stop or not _MARK.match(folded, low):
                found.append(Sentence(low, high, tuple(_statements(text, low, stop))))
    return found


def _is_inside(text: _Text, stop: int) -> bool:
    """Does a stop stand in a bracket with figures behind what it says more of? One that opens a sentence holds its own."""
    bracket = covering(text.brackets, stop)
    return bracket is not None and not _SENTENCE.match(text.folded, max(bracket.start - 1, 0))


def _text(folded: str, quantities: Sequence[Quantity]) -> _Text:
    opaque = [_Span(*match.span()) for match in _OPAQUE.finditer(folded)]
    brackets = [s for s in opaque if folded[s.start] == BRACKET and within(quantities, s.start, s.end)]
    free = [_Span(q.start, q.end) for q in quantities if covering(opaque, q.start) is None]
    return _Text(folded, quantities, sorted([*opaque, *free], key=lambda span: span.start), brackets)


def _statements(text: _Text, low: int, high: int) -> Iterator[Statement]:
    """Statements in printed order, brackets with figures behind what they stand in."""
    for start, end, joint, close in _pieces(text, low, high):
        holes = within(text.brackets, start, end)
        own = tuple(q for q in within(text.quantities, start, end) if covering(holes, q.start) is None)
        yield Statement(start, end, joint, close, own, tuple((hole.start, hole.end) for hole in holes))
        for hole in holes:
            yield from _bracketed(text, hole.start + 1, hole.end - 1)


def _bracketed(text: _Text, low: int, high: int) -> Iterator[Statement]:
    """The statements of a bracket; the first is joined by the bracket itself, what stands behind a stop begins anew."""
    held = within(text.quantities, low, high)
    inner = _Text(text.folded, held, [_Span(q.start, q.end) for q in held], ())
    stops = [match.span() for match in _SENTENCE.finditer(text.folded, low, high)]
    ends, begins = [*(begin for begin, _ in stops), high], [low, *(end for _, end in stops)]
    for begin, stop in zip(begins, ends, strict=True):
        for start, end, joint, close in _pieces(inner, begin, stop):
            own = tuple(within(held, start, end))
            opens = BRACKET if begin == low else ""
            yield Statement(start, end, joint or opens, close, own, bracketed=True)


def _pieces(text: _Text, low: int, high: int) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, mark before, mark behind) of every piece that is not empty."""
    begin, joint = low, ""
    for cut, after, mark in [*_cuts(text, low, high), (high, high, "")]:
        if begin < cut:
            yield begin, cut, joint, mark
        begin, joint = after, mark


def _cuts(text: _Text, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """(end of the piece before, begin of the one behind, mark) of every cut, in order."""
    begin, clause, listing = low, low, False
    marks = [(*match.span(), match.group()) for match in _CUT.finditer(text.folded, low, high)]
    for start, end, mark in sorted([*marks, *((at, at, ENUMERATION) for at in _adjacent(text, low, high))]):
        if mark == ENUMERATION and start == end:
            yield start, end, mark
            begin, listing = end, True
        elif covering(text.closed, start) is not None or _states(text, start):
            continue
        elif not mark:
            before = within(text.quantities, begin, start)
            if before and _reaches(text, before[-1], start):
                yield start, start, "，"
                begin, clause, listing = start, start, False
        elif _COMMA.match(text.folded, start):
            if not _pairs(text, clause, start, end):
                yield start, end, _MARKS.get(mark, mark)
                begin, clause, listing = end, end, False
        elif _enumerates(text, mark, start, begin) or (
            listing and mark == ENUMERATION and start - begin >= _LONG_ITEM
        ):
            yield start, end, ENUMERATION
            begin, listing = end, mark == ENUMERATION


def _adjacent(text: _Text, low: int, high: int) -> Iterator[int]:
    """Where a count of things begins right behind those of another: 20 个街道|42 个社区 are two, as if a mark parted them."""
    for before, after in itertools.pairwise(within(text.quantities, low, high)):
        counts = _is_count(before) and _is_count(after)
        if (
            counts
            and _SAME_THING.fullmatch(text.folded, before.end, after.start)
            and _THING.match(text.folded, after.end)
            and not _GIVEN.search(text.folded, max(low, before.start - _NEAR), before.start)
            and not any(verb in text.folded[before.end : after.start] for verb in prose_words().verbs)
        ):
            yield after.start


def _pairs(text: _Text, clause: int, start: int, end: int) -> bool:
    """Does a comma stand within a pair: 从 2020 年的 A，提高到 2024 年的 B?"""
    if text.folded[start] not in ",，":
        return False
    before, after = within(text.quantities, clause, start), behind(text.quantities, end)
    if not before or after is None:
        return False
    if _COMPARED.fullmatch(text.folded, before[-1].end, start):
        told = _WITH.search(text.folded, clause, before[-1].start)
        return told is not None and bool(_GROWN.fullmatch(text.folded, end, after.start))
    if before[-1].end != start or not _RISES.match(text.folded, start):
        return False
    return not _COMMA.search(text.folded, end, after.start) and bool(
        _FROM.search(text.folded, clause, before[0].start)
    )


@cache
def _place() -> re.Pattern[str]:
    """Places whose names begin like the mark 和: with their type, those of long names and prefectures also without it, others only alone (和静、)."""
    found = [each for each in places().values() if each.name.startswith("和")]
    long = {each.proper for each in found if len(each.proper) > _TWO or each.level == "prefecture"}
    typed, alone = (
        re.any_word([*{each.name for each in found}, *long]),
        re.any_word([each.proper for each in found]),
    )
    return re.compile(rf"{typed}|(?:{alone})(?=[\d、，；。])")


def _states(text: _Text, start: int) -> bool:
    """Is a mark the colon behind 为 and before a figure, which parts nothing?"""
    after = behind(text.quantities, start)
    stated = after is not None and after.start == start + 1
    return stated and bool(_STATES.match(text.folded, start - 1) or _STATES.match(text.folded, start - 2))


def _enumerates(text: _Text, mark: str, start: int, begin: int) -> bool:
    """Does the mark part figures? Behind one, or before one where one stood before in the statement.

    和 with text on both sides parts two counts of things; beside persons or money it joins names.
    """
    before = within(text.quantities, begin, start)
    if not before or (mark == "和" and _place().match(text.folded, start)):
        return False
    end = start + len(mark)
    after = behind(text.quantities, end)
    if mark == "以及" or _reaches(text, before[-1], start) or (after is not None and after.start == end):
        return True
    if mark == ENUMERATION and after is not None and _ANEW.fullmatch(text.folded, end, after.start):
        return True
    if mark != "和" or after is None or _COMMA.search(text.folded, end, after.start):
        return False
    return _is_count(before[-1]) and _is_count(after)


def _reaches(text: _Text, last: Quantity, start: int) -> bool:
    """Does the mark stand directly behind a figure, or behind the bracket that holds it: 5 万人（31%）、?"""
    bracket = covering(text.brackets, last.start)
    end = bracket.end if bracket is not None else last.end
    noted = text.folded.startswith(BRACKET, end) and text.folded.startswith(")", start - 1)
    return start == end or (noted and any(span.start == end and span.end == start for span in text.closed))


def _is_count(quantity: Quantity) -> bool:
    unit = units().get(quantity.base_unit)
    return unit is not None and unit.kind == "count"
