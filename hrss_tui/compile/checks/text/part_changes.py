"""A change and those of its parts: 比上年减少 221 万元，其中：接待费 242 万元，减少 12 万元；车辆费 …，减少 209 万元.

What the parts changed by together is what the whole did, where the parts are all there are: where the text gives the
whole and all parts and these make it up, or where their names leave nothing out. Last year there may have been a part
that is no more and so is not told: then the parts of last year are less than the whole was, and the check is left open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.compile.checks.basics.closed import is_closed
from hrss_tui.compile.checks.basics.identity import NOTHING, Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.records import Check
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import change_signs, figure_words
from hrss_tui.words.check_reasons import because

_THINGS = things()
_SHORT = "增减多少升降"
_OPENS = re.compile(r"\s*+[，。;(]?\s*+其中\s*+[:，]?")
_AMONG = re.compile(r"其中|包括|包含|分别|各|均")
_BASE = re.compile(r"(?:比|较|与|同)[^，。;:]{0,30}$")
_BUDGETED = re.compile(re.any_of(_THINGS.money.budget_words))
_ACTUAL = re.compile(r"决算|执行|实际")
_SAYS = re.compile(r"(?:比|较|与|同)(?:上年|去年|上一年|\d{4}年).{0,30}$|^\d{1,2}[.、](?!\d)|^\d{4}年(?:度)?")
_STOP = re.compile("。|$")
_BRACKET = re.compile(r"\([^()]{0,200}\)")
"""42 亿元(包括购置费 9 亿元)，减少 3 亿元: what stands in a bracket is no list of the sentence."""
_YEAR = re.compile(r"(?P<year>\d{4})年|(?P<last>上年|去年|上一年)")
_CONTEXT = because("sum_of_changes")
_TOTALS = because("sum_listed")
_UNLISTED = because("parts_of_change")
_OPEN = because("parts_open")
_REACH = 40
_MOST = 24
"""Parts of one whole, at most."""


class Part(msgspec.Struct, frozen=True):
    """What one part was and by how much it changed; `change` is None where that is not told."""

    name: str
    level: Quantity | None
    change: Quantity | None
    end: int


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every change behind which those of its parts are listed."""
    for passage in passages:
        for place, one in enumerate(passage.figures):
            yield from _of(passage, place, one)


def _of(passage: Passage, place: int, whole: Figure) -> Iterator[Check]:
    sign = _sign(whole)
    last = place + 1 if _is_its_rate(passage, place) else place
    opened = _OPENS.match(passage.text, passage.figures[last].end)
    if (
        not sign
        or whole.is_rate
        or opened is None
        or passage.is_bound(whole)
        or _AMONG.search(whole.before[-_REACH:])
    ):
        return
    amount = _level(passage, place)
    level = passage.quantity(amount) if amount else None
    stops = islice(_STOP.finditer(passage.text, opened.end()), _MOST)
    lists = [_parts(passage, whole, opened.end(), stop.start()) for stop in stops]
    change = passage.quantity(whole).signed(sign)
    identity = Identity(
        "change_sum",
        f"{_name(amount or whole)}：增减 {'' if sign > 0 else '−'}{whole.shown} = 其中各项增减之和",
        passage.block(whole.start),
        whole.base,
        f"parts/{whole.start}",
        _CONTEXT,
    )
    found = list(_wholes(level, [parts for parts in lists if parts]))
    judged = _judged(identity, level, change, found)
    if judged is not None:
        yield judged
    if amount is not None and level is not None:
        yield from _amounts(passage, amount, change, found)


def _amounts(
    passage: Passage, whole: Figure, change: Quantity, lists: Sequence[list[Part]]
) -> Iterator[Check]:
    """The amounts behind a whole and its change: where the parts are all there are, or changed as it did and are too much."""
    level = passage.quantity(whole)
    for parts in lists:
        levels = [part.level for part in parts if part.level is not None]
        if len(levels) < len(parts):
            continue
        told = total(part.change for part in parts if part.change is not None)
        same = _is_told(parts) and _agree(change, told) and total(levels).value > level.value
        if not (_agree(level, total(levels)) or _is_closed(parts) or same):
            continue
        words = f"{_name(whole)} {whole.shown} = 所列 {len(parts)} 项之和"
        at = passage.block(whole.start)
        identity = Identity("stated_parts", words, at, whole.base, str(whole.start), _TOTALS)
        yield compare(identity, level, total(levels))
        return


def _wholes(level: Quantity | None, lists: Sequence[list[Part]]) -> Iterator[list[Part]]:
    """The lists up to each stop, and the beginnings of them that make up the whole already."""
    for parts in lists:
        for count in range(2, len(parts) + 1):
            if count == len(parts) or _makes_up(level, parts[:count]):
                yield parts[:count]


def _judged(
    identity: Identity, level: Quantity | None, change: Quantity, lists: Sequence[list[Part]]
) -> Check | None:
    """The check by the list that is the whole; None where there is none."""
    for parts in lists:
        told = total(part.change for part in parts if part.change is not None)
        full = _is_told(parts)
        made_up = _makes_up(level, parts)
        if _agree(change, told) and (made_up or full):
            return compare(identity, change, told)
        if made_up and full and level is not None:
            before = total(part.level for part in parts if part.level is not None) - told
            more = before.value - before.error > (level - change).value + (level - change).error
            sure = more or _is_closed(parts) or slip_of(change.value, told.value, told.error)
            return compare(identity, change, told) if sure else not_checkable(identity, _UNLISTED, change)
        if full and _is_closed(parts):
            return compare(identity, change, told)
    return not_checkable(identity, _OPEN, change) if any(map(_is_told, lists)) else None


def _is_told(parts: Sequence[Part]) -> bool:
    """Is of every part told how it changed?"""
    return all(part.change is not None for part in parts)


def _agree(one: Quantity, other: Quantity) -> bool:
    return abs(one.value - other.value) <= one.error + other.error


def _makes_up(level: Quantity | None, parts: Sequence[Part]) -> bool:
    """Are the amounts of the parts, all of which are told, that of the whole?"""
    levels = [part.level for part in parts if part.level is not None]
    return level is not None and len(levels) == len(parts) and _agree(level, total(levels))


def _is_closed(parts: Sequence[Part]) -> bool:
    """Do the names of the parts leave nothing out?"""
    return is_closed([part.name for part in parts])


def _parts(passage: Passage, whole: Figure, start: int, stop: int) -> list[Part] | None:
    """The parts between two offsets, in order; None where the list is none of one kind."""
    listed = _Listed(passage, stop)
    for one in _between(passage, start, stop):
        if one.depth > whole.depth or one.is_rate:
            continue
        said = _BRACKET.sub("", passage.text[max(start, listed.held) : one.start])
        if _because(said):
            continue
        sign = _sign(one)
        if one.base != whole.base or passage.is_bound(one) or len(listed.found) >= _MOST:
            return None
        if sign and _is_other_base(whole, one):
            return None
        if _AMONG.search(said) and not listed.opens():
            return None
        if sign or listed.level is None or not _compared(one):  # 251 万元，比上年 285 万元下降 34 万元
            listed.take(one, sign)
    return listed.done()


def _between(passage: Passage, start: int, stop: int) -> Iterator[Figure]:
    """The figures between two offsets, without a look at the others of the passage."""
    first = bisect_left(passage.figures, start, key=lambda one: one.start)
    return takewhile(lambda one: one.end <= stop, islice(passage.figures, first, None))


class _Listed:
    """A list as it is read: its parts, the one whose own parts are told now, an amount that awaits its change."""

    def __init__(self, passage: Passage, stop: int) -> None:
        """Nothing yet."""
        self.passage, self.stop = passage, stop
        self.found: list[Part] = []
        self.inner: list[Part] | None = None
        self.level: Figure | None = None
        self.held = 0

    def opens(self) -> bool:
        """Parts of the last part follow, which tells its own amount; no list of a list of a list is read."""
        self._settle(self.stop)
        fits = self.inner is None and bool(self.found) and self.found[-1].level is not None
        self.inner = [] if fits else self.inner
        return fits

    def take(self, one: Figure, sign: int) -> None:
        """One more figure of the list."""
        if not sign:
            self._settle(one.start)
            self.level, self.held = one, one.start
            return
        level = self.passage.quantity(self.level) if self.level else None
        self._add(Part(_name(self.level or one), level, self.passage.quantity(one).signed(sign), one.end))
        self.level, self.held = None, one.end

    def done(self) -> list[Part] | None:
        """All parts; None where a part is not the sum of its own."""
        self._settle(self.stop)
        return self.found if self.inner is None else None

    def _settle(self, stop: int) -> None:
        """The amount that awaits its change has none, or stays as it was."""
        if self.level is not None:
            self._add(_unchanged(self.passage, self.level, stop))
            self.level = None

    def _add(self, part: Part) -> None:
        if self.inner is None:
            self.found.append(part)
            return
        self.inner.append(part)
        if len(self.inner) > 1 and _makes_up(self.found[-1].level, self.inner):
            self.inner = None


def _compared(one: Figure) -> bool:
    """Is a figure what another is compared with: 比上年 285 万元?"""
    return bool(_BASE.search(one.before.strip().rstrip("的为")))


def _unchanged(passage: Passage, level: Figure, stop: int) -> Part:
    """A part of which no change is told, or that it has none."""
    said = passage.text[level.end : stop]
    same = NOTHING if _same().search(said) else None
    return Part(_name(level), passage.quantity(level), same, level.end)


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"^[^;。]{{0,{_REACH}}}?(?:{spaced(narrative_words().changes.unchanged)})")


@cache
def _reasons() -> re.Pattern[str]:
    words = narrative_words().changes
    return re.compile(spaced((*words.reasons, *words.causes, "因为", "用于")))


def _because(said: str) -> bool:
    """Does a figure stand in a reason that is given for what stands before it?"""
    last = max(said.rfind(";"), said.rfind("。"))
    return bool(_reasons().search(said, last + 1))


def _is_other_base(whole: Figure, part: Figure) -> bool:
    """Is a part measured against its budget, and the whole against last year, or the other way round?"""
    base, own = (_BASE.search(one.before) for one in (part, whole))
    if base is None or own is None:
        return False
    mixed = sorted((_of_what(base.group()), _of_what(own.group()))) == ["actual", "budget"]
    return mixed or _is_of_budget(base.group(), whole) != _is_of_budget(own.group(), whole)


def _of_what(base: str) -> str:
    """What a base is by its own words: 较上年决算 beside 较上年预算."""
    return "actual" if _ACTUAL.search(base) else "budget" if _BUDGETED.search(base) else ""


def _is_of_budget(base: str, whole: Figure) -> bool:
    """Is a base the budget of this year: 年初预算, and none of last year (较2023年年初预算 in 2024)?"""
    told = _YEAR.search(base)
    this = _YEAR.search(whole.before)
    last = told is not None and (
        told["last"] or (this and this["year"] and told["year"] and int(told["year"]) < int(this["year"]))
    )
    return bool(_BUDGETED.search(base)) and not last


def _level(passage: Passage, place: int) -> Figure | None:
    """The amount that the change at a place led to: the one before it in its sentence."""
    whole = passage.figures[place]
    for one in reversed(passage.figures[max(place - 4, 0) : place]):
        if one.sentence != whole.sentence:
            return None
        if one.is_rate or _compared(one):
            continue
        fits = one.base == whole.base and one.depth == whole.depth and not one.is_change
        return one if fits and not passage.is_bound(one) else None
    return None


def _is_its_rate(passage: Passage, place: int) -> bool:
    """Is the figure behind a change its rate: 减少 221 万元，下降 10.1%?"""
    if place + 1 >= len(passage.figures):
        return False
    one, rate = passage.figures[place : place + 2]
    between = passage.text[one.end : rate.start]
    return rate.is_rate and rate.is_change and not re.search(r"[。;:]|其中", between)


def _sign(one: Figure) -> int:
    """+1 or -1 as the verb right before a change says; 0 where there is none, or a name of what money is for ends like one."""
    said = one.before.strip()
    verb = None if said.endswith(figure_words().named_changes) else _verb().search(said)
    return change_signs()[verb[1]] if verb else 0


@cache
def _verb() -> re.Pattern[str]:
    """Verbs that say a change alone, and the short ones: 增加, 减."""
    alone = {one.word for one in figure_words().changes}
    verbs = (word for word in change_signs() if word in alone or word in _SHORT)
    return re.compile(rf"({'|'.join(verbs)})了?(?:约|为)?$")


def _name(one: Figure) -> str:
    words = re.split(r"[，。;:、]", one.before.strip(" ，。;:的"))[-1].strip().removeprefix("其中")
    return _SAYS.sub("", words)[-20:] or "总数"
