"""Rates of growth against the figures of their sentence: 比上年的…增长, 由…增长到, and those behind the change they are of."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, at_own_prices, percentage
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.ratios import (
    GROWN,
    PERCENT,
    SHRUNK,
    last_that,
    name_of,
    part_of,
    words_of,
)
from hrss_tui.records import Check
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns
from hrss_tui.sources.text import fold
from hrss_tui.words.check_reasons import because

_TURNS = turns()
_WORDS = statement_words()
_YEARLY = re.compile(re.any_of(_TURNS.change.yearly))
_EACH_OF = re.compile(r"(?:分别|依次)[^，。;:]{0,12}$")
"""分别提高 21% 和 34%: the rates of several, told at once."""
_FRAMING = re.compile(rf"(?:{re.any_of(_WORDS.rates.framing)}){{0,4}}")
_COMPARED = re.compile(r"(?:比|较|同)(?P<base>[^，。;:]{0,24}?)(?:的|为)?$")
_AGAINST = re.compile(
    rf"(?:比|较)(?P<base>[^，。;:比较]{{1,20}}?)(?:{re.any_of(_TURNS.change.against)})(?:了)?$"
)
_FROM, _TO = (
    re.compile(r"(?:由|从)[^，]{0,16}$"),
    re.compile(rf"(?:{re.any_of(_WORDS.rates.reaching)})(?:到|至|为)(?:20\d\d年(?:度|[底末])?的?)?$"),
)
_LAST_YEAR = re.compile(
    rf"(?:比|较)(?:{re.any_of(_TURNS.time.last_years)}|20\d\d年)|与(?:上年|去年|上一年度?|上年度|20\d\d年度?)(?:预算数?|决算数?|执行数)?相比"
)
_EACH = re.compile(rf"(?:各|均|分别)?(?:{re.any_of(_TURNS.change.each)})了?(?:约|为)?$")
_LAST_ONE = re.compile(r"(?:上年|去年|上一年度?|上年度)(?:同期)?(?:数)?(?:为|是)?$")
_GROWTH = because("rate_of_two")


def growth(passage: Passage, stated: Figure, window: Sequence[Figure]) -> Check | None:
    """A growth rate whose two figures the sentence names; those in a bracket before it are of a part (5 万人（含某县 0.9 万人）)."""
    window = [one for one in window if one.depth <= stated.depth]
    said = stated.before.strip()
    if _YEARLY.search(said) or _EACH_OF.search(said):
        return None
    sign = 1 if GROWN.search(said) else -1 if SHRUNK.search(said) else 0
    if sign and window and window[-1].is_change:
        return _by_change(passage, stated, window, sign)
    pair = _two_figures(passage, stated, window) if sign else None
    if pair is None or pair[1].value == 0:
        return None
    found = _grown(passage, stated, pair, sign)
    return None if found.status == "fails" and _is_last_of_list(passage, pair[0], window) else found


def _is_last_of_list(passage: Passage, one: Figure, window: Sequence[Figure]) -> bool:
    """Is a figure told in one breath with the one before it? 甲 0.9 万人、乙 0.6 万人，比上年的 1.4 万人增长 7.1%."""
    before = last_that(window, lambda other: other.end <= one.start)
    return before is not None and passage.are_listed(before, one)


def _grown(passage: Passage, stated: Figure, pair: tuple[Figure, Figure], sign: int) -> Check:
    """The rate between two figures."""
    now, base = pair
    words = f"{name_of(now)} {now.shown}，比 {base.shown} 的增减 {stated.printed}% = 差额 ÷ 基数"
    identity = Identity(
        "stated_growth", words, passage.block(stated.start), PERCENT, part_of(stated), _GROWTH
    )
    change = (passage.quantity(now) - passage.quantity(base)).signed(sign)
    check = percentage(identity, passage.quantity(stated), change, passage.quantity(base))
    return at_own_prices(check, now.before + base.before)


def _by_change(passage: Passage, stated: Figure, window: Sequence[Figure], sign: int) -> Check | None:
    """A growth rate behind the change it is of: 325 万元，比上年增加 65 万元，增长 25%.

    Behind a list it is of the one that it follows from: 支出 90 万元，其中：甲 60 万元、乙 30 万元，比上年增加 3 万元，增长 3.4%.
    """
    change = window[-1]
    same = [one for one in window[:-1] if one.base == change.base and not one.is_change]
    same = same or _told_before(passage, change)
    if not _LAST_YEAR.search(change.before):
        return None
    found = [check for one in same if (check := _changed(passage, stated, one, change, sign)) is not None]
    good = next((check for check in found if check.status != "fails"), None)
    return good or (found[0] if found and len(same) == 1 else None)


def _changed(passage: Passage, stated: Figure, one: Figure, change: Figure, sign: int) -> Check | None:
    """The rate of a change of one figure; None where there was nothing before it."""
    now, difference = passage.quantity(one), passage.quantity(change)
    base = now - difference if sign > 0 else now + difference
    if base.value <= 0:
        return None
    words = f"{name_of(one)} {one.shown}，增减 {change.shown}：{stated.printed}% = 增减额 ÷ 上期数"
    identity = Identity(
        "stated_growth", words, passage.block(stated.start), PERCENT, part_of(stated), _GROWTH
    )
    check = percentage(identity, passage.quantity(stated), difference, base)
    return at_own_prices(check, one.before)


def _told_before(passage: Passage, change: Figure) -> list[Figure]:
    """The figure of the sentence before that the words of a change name: 总计 X 万元。与上年相比，总计增加 Y 万元."""
    words = fold(_EACH.sub("", re.split(r"[，。;:]", change.before.strip())[-1]))
    found = [
        one
        for one in passage.sentence(change.sentence - 1)
        if one.base == change.base and not one.is_change and len(words) > 1 and words in fold(one.before)
    ]
    return found[:1]


def _two_figures(passage: Passage, stated: Figure, window: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The figure and its base: 比上年的 A, 由 A 增长到 B, 比2030年预算执行数 with that amount before."""
    if not window or window[-1].is_change:
        return None
    last = window[-1]
    if (
        _COMPARED.search(words_of(last))
        and passage.text[last.end : stated.start].strip("的 ") in _WORDS.rates.bare
    ):
        now = last_that(window[:-1], lambda one: one.base == last.base and not one.is_change)
        return (now, last) if now is not None else None
    if (
        _LAST_ONE.search(words_of(last))
        and passage.text[last.end : stated.start].strip("，的 ") in _WORDS.rates.bare
    ):
        before = [one for one in window[:-1] if one.base == last.base and not one.is_change]
        return (before[0], last) if len(before) == 1 else None
    if (
        len(window) > 1
        and _TO.search(words_of(last))
        and _FROM.search(words_of(window[-2]))
        and window[-2].base == last.base
        and _names_nothing(passage.text[last.end : stated.start])
    ):
        return last, window[-2]
    against = _AGAINST.search(stated.before.strip())
    if against is None:
        return None
    named = [one for one in window[:-1] if one.base == last.base and _is_named(one, against["base"])]
    return (last, named[-1]) if len(named) == 1 else None


def _names_nothing(between: str) -> bool:
    """Do words before a rate say no more than that something grew or shrank: ，平均时限压缩 has a name of its own?"""
    said = between.strip("，的 ")
    verb = GROWN.search(said) or SHRUNK.search(said)
    return verb is not None and _FRAMING.fullmatch(said, 0, verb.start()) is not None


def _is_named(one: Figure, words: str) -> bool:
    """Does the text before a figure name it as the words do: the year and the last two characters of them?"""
    said, wanted = fold(one.before), fold(words)
    years = re.findall(r"20\d\d", wanted)
    return len(wanted) > 4 and wanted[-2:] in said[-6:] and bool(years) and years[0] in said
