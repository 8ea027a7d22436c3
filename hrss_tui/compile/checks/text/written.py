"""Figures that a text writes in words, or with several multipliers: 六百万元, 1亿2千万元, 百分之九十五."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.numerals import HAN_FRACTION, Number, compound, decimal_han, han
from hrss_tui.reference.units import counted_units

PERCENT = "%"
_HAN = "〇零一二两三四五六七八九十百千万亿"
_HUNDRED = "百"
_DIGIT = re.compile(r"(?<![\d.,])\d", re.ASCII)


class Written(msgspec.Struct, frozen=True, gc=False):
    """A figure at text[start:end], as a record prints it (600 万元 for 六百万元)."""

    start: int
    end: int
    printed: str
    unit: str


def written(text: str) -> Iterator[Written]:
    """The figures of a text that no plain digits print, in order."""
    free = {match.start() for match in _DIGIT.finditer(text)}
    for match in _pattern().finditer(text):
        unit = match["unit"]
        if match["share"]:
            value = decimal_han(HAN_FRACTION.fullmatch(match["share"])["number"])  # type: ignore[index]
            if value is not None:
                yield Written(match.start(), match.end(), f"{value:f}", PERCENT)
            continue
        number = _number(text, match, free)
        if number is not None and not unit.startswith(_MULTIPLIERS):
            printed = f"{number.value.normalize():f}"
            yield Written(match.start(), match.end(), printed, number.times + unit)


def in_decimals(text: str) -> str:
    """A text with those figures as records print them."""
    shown, last = [], 0
    for each in written(text):
        shown += [text[last : each.start], each.printed, each.unit]
        last = each.end
    return "".join((*shown, text[last:]))


_MULTIPLIERS = ("万", "亿")


def _number(text: str, match: re.Match[str], free: set[int]) -> Number | None:
    if match["words"]:
        return han(match["words"])
    found = compound(text, match.start("digits"), free)
    return found if found is not None and found.stop == match.end("digits") else None


@cache
def _pattern() -> re.Pattern[str]:
    counted = re.any_word(counted_units())
    return re.compile(
        rf"(?P<share>{_HUNDRED}分之(?:[零一二三四五六七八九十百]{{1,5}}(?:点[零一二三四五六七八九]{{1,4}})?))"
        rf"|(?:(?<![第\d.几数半{_HAN}])(?P<words>[一二两三四五六七八九十][百千万亿十][{_HAN}]{{0,20}})"
        r"|(?<![\dA-Za-z.,])(?P<digits>\d{1,6}(?:\.\d{1,6})?[千百]?[万亿](?:零?\d{1,4}(?:\.\d{1,6})?[千百]?[万亿]?){1,3}))"
        rf"(?P<unit>{counted})(?!分点)",
        re.ASCII,
    )
