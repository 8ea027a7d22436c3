"""Statements of change in a passage: 比上年预算增加 A 万元，增长 B%，主要原因是 R.

The first statement under a heading says against what it measures; statements behind it inherit that. A
comparison inside a reason is part of the reason unless it stands at the head of a clause and states a
percentage as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import DIGITS, Amount, amounts
from hrss_tui.compile.basics.passages import Passage
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.reference import figure_words
from hrss_tui.reference.narrative import narrative_words

_SPLIT = re.compile(r"[;。]|其中\s*[:，]")
_REACH = 60
_OTHER_BASE = re.compile(
    r"(?:比|较|与|同|和)\s*+(?:(?:本年|当年)\s*+)?(?:年初|全年|调整后?|批复|预算)[^，;。:]{0,12}(?:，\s{0,9})?$"
)
"""比年初预算数减少 3 万元，比上年增加 2 万元: both are of what stands before."""
_COMPARES = ("比", "较")
_MEASURES = re.compile(
    r"[与同和]\s*+(?:本年|当年)?\s*+(?:年初|全年|调整后?|批复|预算)[^，;。:]{0,12}?(?:相比|对比|比较)"
)
"""；与年初预算相比，: another comparison, and no more of the reason."""
_LISTED = re.compile(
    rf"\s*+[、和与及]\s*+(?:(?:减少|增加)\s*+)?{DIGITS}\s*+[万亿]?\s*+元",
    re.ASCII,
)
"""分别减少 3 万元、5 万元: each is of something else, as the observations say."""
_STOP = re.compile("[。;()]")
_OWN_SUM = re.compile(rf"(?P<name>[^，;。:]{{2,30}}?)(?<![\d.,]){DIGITS}\s*+[万亿]?\s*+元", re.ASCII)


class Statement(msgspec.Struct, frozen=True):
    """One statement; all offsets are those of the passage.

    The head is text[start:head]; `change` is the changed amount (printed as a word where nothing changed), signs
    are +1, 0 or -1; `percent` and `reason` are ranges.
    """

    start: int
    head: int
    change: Amount
    sign: int
    percent: tuple[int, int] | None
    percent_sign: int
    reason: tuple[int, int] | None
    end: int


class _Found(msgspec.Struct, frozen=True):
    """A statement before its reason is known to end; `reason` is where it begins, `apart` where it measures against a budget."""

    start: int
    head: int
    change: Amount
    sign: int
    compared: bool
    apart: bool
    percent: tuple[int, int] | None
    percent_sign: int
    reason: int | None
    end: int


@cache
def _signs() -> dict[str, int]:
    return {change.word: change.sign for change in figure_words().changes if change.sign}


@cache
def _before() -> re.Pattern[str]:
    """What stands before a changed amount."""
    base = rf"(?:比|较|与|同)\s*(?:{spaced(narrative_words().changes.bases)}|\d{{4}}\s*年)"
    stated = rf"[^，;。:\d]{{0,24}}?{DIGITS}\s*+[万亿]?\s*+元[^，;。:\d]{{0,4}}?"  # 比上年预算 40 万元减少
    return re.compile(
        rf"(?P<compare>{base}(?:[^，;。:]{{0,12}}?|{stated})(?:，\s*)?(?:同比|各|均|分别)?)?(?P<verb>{spaced(list(_signs()))})"
        r"\s*+(?:了|额|数)?\s*+(?:为|约|共)?\s*+$",
        re.ASCII,
    )


@cache
def _percent() -> re.Pattern[str]:
    """What stands behind it."""
    return re.compile(
        rf"\s*+[，、(]?\s*+(?:按?(?:同|可比)口径)?\s*+(?:同比|比上年|较上年|[比较]\d{{4}}年)?\s*+(?P<verb>{spaced(list(_signs()))})"
        rf"\s*+(?:率|幅度|比例)?\s*+(?:为|达|约)?\s*+(?P<rate>{DIGITS}\s*+%)",
        re.ASCII,
    )


@cache
def _ahead() -> re.Pattern[str]:
    """The same before it: 比上年增长 10%，增加 6 万元."""
    return re.compile(
        rf"(?P<verb>{spaced(list(_signs()))})\s*+(?:了|幅度)?\s*+(?:为|约)?\s*+(?P<rate>{DIGITS}\s*+%)\s*+，?\s*+$",
        re.ASCII,
    )


@cache
def _reason() -> re.Pattern[str]:
    words = narrative_words().changes
    return re.compile(rf"\s*+\)?\s*+[，;。]?\s*+其?(?:{spaced(words.reasons + words.causes)})\s*+[:，]?\s*+")


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(spaced(narrative_words().changes.reasons))


@cache
def _unchanged() -> re.Pattern[str]:
    words = narrative_words().changes
    return re.compile(
        rf"(?:与|和|同|较|比)\s*(?:{spaced(words.bases)}|\d{{4}}\s*年)[^，;。]{{0,8}}?(?P<word>{spaced(words.unchanged)})"
    )


def statements(passage: Passage, compared: bool = False) -> list[Statement]:
    """The statements of a passage in printed order; `compared` where one above it under its heading compares."""
    form = passage.plain
    found: list[_Found] = []
    reasoned = 0
    for start, end in _segments(form):
        inside = start < reasoned
        if inside and form[start:end].lstrip().startswith(narrative_words().changes.listing):
            continue
        for one in _in_segment(passage, start, end):
            against = one.compared or (compared and not one.apart)
            if (one.compared and not inside) or (one.percent and against):
                found.append(one)
                reasoned = _reason_end(form, one.reason, len(form))
                compared = True
    stops = [*(one.start for one in found[1:]), len(form)]
    return [_with_reason(form, one, stop) for one, stop in zip(found, stops[: len(found)], strict=True)]


def _segments(form: str) -> Iterator[tuple[int, int]]:
    """Ranges between semicolons, full stops and 其中：."""
    start = 0
    for match in _SPLIT.finditer(form):
        yield start, match.start()
        start = match.end()
    yield start, len(form)


def _in_segment(passage: Passage, start: int, end: int) -> Iterator[_Found]:
    """Changed amounts of a segment, up to its first reason."""
    form = passage.plain
    marker = _marker().search(form, start, end)
    limit = marker.start() if marker else end
    low = begin = start
    for near in amounts(passage.text.text[start:limit]):
        amount = msgspec.structs.replace(near, start=near.start + start, end=near.end + start)
        before = _before().search(form, max(low, amount.start - _REACH), amount.start)
        if not before or _LISTED.match(form, amount.end):
            continue
        percent = _percent().match(form, amount.end, end)
        after = percent.end() if percent else amount.end
        if percent is None and before["compare"]:
            percent = _ahead().search(form, before.start(), before.start("verb"))
        yield _Found(
            begin,
            before.start(),
            amount,
            _signs()[re.sub(r"\s", "", before["verb"])],
            bool(before["compare"]),
            bool(_OTHER_BASE.search(form, begin, before.start("verb"))),
            percent.span("rate") if percent else None,
            _signs()[re.sub(r"\s", "", percent["verb"])] if percent else 0,
            _reason_start(form, after),
            after,
        )
        low = after
        begin = begin if _OTHER_BASE.search(form, begin, amount.start) else after
    same = _unchanged().search(form, low, limit)
    if same and low == start:
        yield _same(form, low, same)


def _same(form: str, start: int, same: re.Match[str]) -> _Found:
    """与上年持平: a change of nothing, printed as a word."""
    word = Amount(*same.span("word"), same["word"], same["word"], 0, False)
    return _Found(
        start, same.start(), word, 0, True, False, None, 0, _reason_start(form, same.end()), same.end()
    )


def _reason_start(form: str, after: int) -> int | None:
    reason = _reason().match(form, after)
    return reason.end() if reason else None


def _with_reason(form: str, one: _Found, stop: int) -> Statement:
    """A statement with its reason: up to the full stop or the next statement."""
    if one.reason is None:
        return _statement(one, None, one.end)
    end = _reason_end(form, one.reason, stop)
    text = form[one.reason : end].rstrip(" ，;。:").removesuffix("其中").rstrip(" ，;。:")
    return _statement(one, (one.reason, one.reason + len(text)), end)


def _statement(one: _Found, reason: tuple[int, int] | None, end: int) -> Statement:
    return Statement(one.start, one.head, one.change, one.sign, one.percent, one.percent_sign, reason, end)


def _reason_end(form: str, start: int | None, stop: int) -> int:
    """Where a reason ends; 0 where there is none.

    At the first full stop that no list of reasons (一是…。二是…) goes on behind, at a semicolon behind which another sum is
    named, or where the bracket closes in which it stands.
    """
    if start is None:
        return 0
    depth = 0
    for match in _STOP.finditer(form, start, stop):
        mark = match.group()
        depth += (mark == "(") - (mark == ")")
        behind = form[match.end() : match.end() + _REACH].lstrip()
        listed = behind.startswith(narrative_words().changes.listing)
        if (
            depth < 0
            or (mark == "。" and not listed)
            or (
                mark == ";"
                and not listed
                and (_names_sum(behind) or behind.startswith(_COMPARES) or _MEASURES.match(behind))
            )
        ):
            return match.start()
    return stop


def _names_sum(text: str) -> bool:
    """Does a text begin with a sum, and not with what became more or less?"""
    match = _OWN_SUM.match(text)
    return match is not None and not any(word in match["name"] for word in _signs())
