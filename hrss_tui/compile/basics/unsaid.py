"""Figures of a comparison that do not say which way it goes: the verb is gone, or both verbs of a form are left.

较上年决算数 68.4 万元 13.1 万元 tells neither a rise nor a fall, and 增加（减少）6 万元 tells both. Such figures are left
for the audit, which lists them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import figure_words

_THINGS = things()
_NUMBER = r"(?<![\d.,])\d[\d,]{0,20}(?:\.\d{1,8})?"
_MONEY = rf"{_NUMBER}\s?[十百千]?[万亿]?元"
_BASED = rf"(?:{re.any_of(_THINGS.money.base_of)})?(?:{re.any_of(_THINGS.money.base_stages)})?(?:安排)?数?"
_SIGNS = ("比", "较")
_SHORT = tuple("增减升降涨跌")
"""Verbs of one character that stand in such forms; 高 and 多 begin other words."""
_ALSO = r"同比|各|均|分别|相比|净|共|略|的|上年|去年|为|占|完成|合计|总计"


@cache
def _lost() -> re.Pattern[str]:
    """An amount behind what it is compared with, and no verb behind it; a second one that stands in its place, too."""
    words = (
        *(one.word for one in (*figure_words().changes, *figure_words().measured_changes)),
        *narrative_words().changes.unchanged,
    )
    verbs = re.any_word(set(words))
    base = rf"(?:{spaced(narrative_words().changes.bases)}|\d{{4}}\s?年)\s?{_BASED}\s?"
    goes_on = rf"(?!\s?(?:{_ALSO}|{verbs}))"
    return re.compile(
        rf"(?<![相对])[{''.join(_SIGNS)}]\s?{base}(?P<told>{_MONEY}(?:\s?[，,]?\s?{_MONEY}|(?=[。;；])|(?=[，,]{goes_on})))",
        re.ASCII,
    )


@cache
def _both() -> re.Pattern[str]:
    """A figure behind two verbs of which one was to be crossed out: 增加（减少）6 万元, 增长/下降 3%."""
    words = figure_words()
    changes = (*words.changes, *(one for one in words.measured_changes if one.word in _SHORT))
    rises, falls = (re.any_word(one.word for one in changes if one.sign == sign) for sign in (1, -1))
    forms = (
        rf"(?:{one})\s?(?:[(（/／或]\s?(?:{other})\s?[)）]?)|[(（]\s?(?:{one})\s?[)）]\s?(?:{other})"
        for one, other in ((rises, falls), (falls, rises))
    )
    return re.compile(rf"(?:{'|'.join(forms)})\s?(?P<told>{_NUMBER})", re.ASCII)


_UNJOINED = re.compile(rf"(?<=元)\s?(?P<told>{_NUMBER})\s?%", re.ASCII)
"""A percentage that stands against an amount, without a word of what it is: 增加 0.2 万元 6.7%."""


def unsaid(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text with figures of which nobody can say whether they are a rise, a fall or a level, in order."""
    if any(map(text.__contains__, _SIGNS)):
        yield from (match.span("told") for match in _lost().finditer(text))
    if any(map(text.__contains__, "(（/／或")):
        yield from (match.span("told") for match in _both().finditer(text))
    if "元" in text and "%" in text:
        yield from (match.span("told") for match in _UNJOINED.finditer(text))
