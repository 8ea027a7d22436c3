"""Numbers that count something: number, multiplier, unit and operator read as one quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import msgspec

from hrss_tui.compile.basics.money import is_amount
from hrss_tui.compile.prose.tokens import Token
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.units import figure_words, multipliers, units

_HAN = re.compile(r"[\u3400-\u9fff]")
_SPAN_OF_DAYS = re.compile(r"[内以之]")
_NEXT = re.compile(r"[、和](?=\d)")
_SEPARATOR = re.compile(r"[，。；、,;：]")
_NEAR = 40
"""Characters before a number in which what it counts is named."""
_FAR = 200
"""Characters around a number in which a list of amounts shows."""
BOUNDS = (">=", "<=", "<", ">")


class Quantity(msgspec.Struct, frozen=True):
    """A figure with its extent in a squeezed text.

    [start, end) covers operator, number, unit and what qualifies it; [at, stop) the number alone. `unit` is
    printed without qualifiers (55 万余人 → 万人), `base_unit` is the unit without its multiplier. A `threshold`
    (50 万元以上设备) belongs to the name of something else and states nothing itself.
    """

    start: int
    end: int
    at: int
    stop: int
    value: Decimal
    factor: int
    unit: str
    base_unit: str
    operator: str
    threshold: bool = False

    @property
    def base_value(self) -> Decimal:
        """The value in `base_unit`, exactly."""
        return self.value * self.factor


class _Tail(msgspec.Struct, frozen=True):
    """What follows a number: `factor` and `noun` make the unit, `operator` is "" where none stands there."""

    end: int
    factor: int
    unit: str
    noun: str
    operator: str
    bound: bool


def _longest(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _tail_pattern() -> re.Pattern[str]:
    words = figure_words()
    inside = _longest([entry.word for entry in words.operators if "inside" in entry.places])
    after = _longest([entry.word for entry in words.operators if "after" in entry.places])
    traps = _longest(prose_words().unit_traps)
    per = _longest(words.per_units)
    return re.compile(
        rf"(?P<in1>{inside})?(?P<times>[{''.join(multipliers())}]*)(?P<in2>{inside})?"
        rf"(?:(?!{traps})(?P<unit>{_longest(list(units()))}))?(?P<per>(?:/(?:{per}))*)(?P<after>{after})?"
    )


@cache
def _before_pattern() -> re.Pattern[str]:
    words = [entry.word for entry in figure_words().operators if "before" in entry.places]
    return re.compile(rf"(?:{_longest(words)})$")


@cache
def _trap_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest(prose_words().operator_traps)})$")


@cache
def _signs() -> dict[str, str]:
    return {entry.word: entry.operator for entry in figure_words().operators}


def quantities(folded: str, tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities among the free numbers of a squeezed text; a number without a unit is none.

    Nor is one with more digits than anything is counted in, or with commas at odd places.
    """
    free = [token for token in tokens if not token.kind and is_amount(folded[token.start : token.end])]
    tails = [_tail(folded, token.end) for token in free]
    found = []
    for index, token in enumerate(free):
        tail = tails[index] or _inherited(folded, free, tails, index)
        if tail is not None:
            found.append(_quantity(folded, token, tail))
    return found


def _tail(folded: str, at: int) -> _Tail | None:
    match = _tail_pattern().match(folded, at)
    if match is None or not (match["unit"] or match["times"]):
        return None
    if match["unit"] == "年" or (match["unit"] == "日" and not _SPAN_OF_DAYS.match(folded, match.end())):
        return None
    factor = 1
    for word in match["times"]:
        factor *= multipliers()[word]
    noun = (match["unit"] or "") + match["per"]
    operator = _signs().get(match["after"] or match["in2"] or match["in1"] or "", "")
    bound = bool(match["after"]) and operator in BOUNDS
    return _Tail(match.end(), factor, match["times"] + noun, noun, operator, bound)


def _is_threshold(folded: str, tail: _Tail, before: str) -> bool:
    """Does the bound belong to a noun that follows at once: 50 万元以上设备, 不足 30 人的企业?"""
    if before in BOUNDS:
        return not tail.bound and folded.startswith("的", tail.end)
    return tail.bound and bool(_HAN.match(folded, tail.end))


def _inherited(folded: str, free: Sequence[Token], tails: Sequence[_Tail | None], index: int) -> _Tail | None:
    """The unit of the next number, where only 、 or 和 stands between: 3.2、4.5 万人."""
    joint = _NEXT.match(folded, free[index].end)
    if joint is None or index + 1 == len(free) or free[index + 1].start != joint.end():
        return None
    later = tails[index + 1]
    if later is None:
        return None
    return _Tail(free[index].end, later.factor, later.unit, later.noun, "", False)


def _quantity(folded: str, token: Token, tail: _Tail) -> Quantity:
    start, operator = _operator_before(folded, token.start)
    noun = tail.noun or _bare_noun(folded, token.start, tail)
    return Quantity(
        start=start,
        end=tail.end,
        at=token.start,
        stop=token.end,
        value=Decimal(folded[token.start : token.end].replace(",", "")),
        factor=tail.factor,
        unit=tail.unit,
        base_unit=noun,
        operator=operator if operator not in ("", "=") else tail.operator or "=",
        threshold=_is_threshold(folded, tail, operator),
    )


def _operator_before(folded: str, at: int) -> tuple[int, str]:
    """Where the words of the operator begin, and the operator nearest to the number that says something."""
    operator = ""
    while match := _before_pattern().search(folded, max(0, at - 6), at):
        if _trap_pattern().search(folded, max(0, at - 6), at):
            break
        at = match.start()
        if operator in ("", "="):
            operator = _signs()[match.group()]
    return at, operator


def _bare_noun(folded: str, at: int, tail: _Tail) -> str:
    """What a bare 万 counts: persons that follow, else what is named last before it; "" where nothing tells.

    In a list of amounts 元 is left out here and there: there it is money unless something else is named.
    """
    ahead = _SEPARATOR.split(folded[tail.end : tail.end + 16], maxsplit=1)[0]
    if any(word in ahead for word in prose_words().persons):
        return "人"
    before = _SEPARATOR.split(folded[max(0, at - _NEAR) : at])[-1]
    named = {before.rfind(word) + len(word): noun for word, noun in _nouns() if word in before}
    if named:
        return named[max(named)]
    return "元" if _beside_money(folded, at, tail.end) else ""


@cache
def _nouns() -> tuple[tuple[str, str], ...]:
    """Words that say what is counted, with the base unit."""
    words = prose_words()
    persons = [(word, "人") for word in (*words.persons, "人数")]
    return (*persons, ("人次", "人次"), *((word, "元") for word in words.money))


def _beside_money(folded: str, start: int, end: int) -> bool:
    """Do other amounts of the same sentence print 元?"""
    before = folded[max(0, start - _FAR) : start].rpartition("。")[2]
    behind = folded[end : end + _FAR].partition("。")[0]
    return "元" in before or "元" in behind
