"""When a figure is true: expressions of time to ISO 8601.

A year is 2021, a day 2021-12-31, a span 2021/2024 or 2021/2025-06; an open one 2021/... The end of a year or
month is its last day. What stands behind 比 or 较 is a base of comparison and never the time of the figure.
"""

from __future__ import annotations

import calendar
import re
from functools import cache

import msgspec

from hrss_tui.reference.units import figure_words

_YEAR = r"(?:19|20)\d{2}"
_DASH = r"[—–\-~～至到]+"
_UNTIL = r"(?P<until>截至|截止到?|到)?"
_HALF = {"上半年": ("01", "06"), "下半年": ("07", "12")}
_PATTERNS = (
    re.compile(
        rf"[自从]?(?P<year>{_YEAR})年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?)?(?P<open>起|以来|开始)"
    ),
    re.compile(
        rf"{_UNTIL}(?P<first>{_YEAR})年?(?:度)?{_DASH}(?P<last>{_YEAR})年(?:度)?"
        r"(?P<part>上半年|下半年|末|底)?(?:期间|以来)?"
    ),
    re.compile(rf"{_UNTIL}(?P<year>{_YEAR})年(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?(?P<end>底|末)?"),
    re.compile(rf"(?:(?P<year>{_YEAR})年)?(?P<since>前)?第?(?P<quarter>[一二三四])(?:个)?季度(?P<end>末)?"),
    re.compile(r"(?P<until>截至|截止到?|到)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?P<end>底|末)?"),
    re.compile(rf"{_UNTIL}(?P<year>{_YEAR})年(?:度|全年)?(?P<part>年末|年底|末|底|上半年|下半年)?(?!版)"),
)
_BASE = re.compile(r"[比较与、]$")


class Moment(msgspec.Struct, frozen=True):
    """An expression of time at folded[start:end]; `point` where a stock has its value (the end of a year).

    `named` where the year is written out: such an expression can be cut out of a name, 全年 cannot.
    """

    start: int
    end: int
    period: str | None
    point: bool
    named: bool


@cache
def _plan_pattern() -> re.Pattern[str]:
    words = "|".join(entry.word for entry in figure_words().plans)
    return re.compile(
        rf"[“\"]?(?P<plan>{words})[”\"]?(?:(?:时期|期间|规划期)(?P<close>末)?|(?P<end>期?末)|(?P<since>以来))"
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    words = [entry.word for entry in figure_words().periods if _is_own(entry.kind, entry.offset)]
    longest = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![上去前每\d])(?P<word>{longest})(?!度)")


def _is_own(kind: str, offset: int) -> bool:
    return offset == 0 and kind in ("year", "year_end", "first_half", "second_half")


@cache
def _word_kinds() -> dict[str, str]:
    return {entry.word: entry.kind for entry in figure_words().periods}


def moments(folded: str, start: int, end: int, year: int | None) -> list[Moment]:
    """The expressions of time in folded[start:end], in order; `year` is what 全年 and 年末 speak of."""
    found: list[Moment] = []
    for pattern in (*_PATTERNS, _plan_pattern(), _word_pattern()):
        for match in pattern.finditer(folded, start, end):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(_moment(match, year))
    own = [m for m in found if not _BASE.search(folded, max(0, m.start - 1), m.start)]
    return sorted(own, key=lambda moment: moment.start)


def _moment(match: re.Match[str], year: int | None) -> Moment:
    groups = match.groupdict()
    period: str | None
    if "plan" in groups:
        period, point = _plan(groups)
    elif "word" in groups:
        period, point = _word(groups["word"], year)
    elif "first" in groups:
        period, point = _span(groups)
    elif groups.get("open"):
        period, point = _open(groups), False
    elif groups.get("quarter"):
        period, point = _quarter(groups, year)
    elif groups.get("month"):
        period, point = _month(groups, year)
    else:
        period, point = _year(groups)
    return Moment(match.start(), match.end(), period, point, "word" not in groups)


def _plan(groups: dict[str, str | None]) -> tuple[str, bool]:
    plan = next(entry for entry in figure_words().plans if entry.word == groups["plan"])
    if groups["close"] or groups["end"]:
        return f"{plan.last}-12-31", True
    return (f"{plan.first}/..", False) if groups["since"] else (f"{plan.first}/{plan.last}", False)


def _word(word: str, year: int | None) -> tuple[str | None, bool]:
    kind = _word_kinds()[word]
    if year is None:
        return None, kind == "year_end"
    if kind == "year_end":
        return f"{year}-12-31", True
    if word in _HALF:
        first, last = _HALF[word]
        return f"{year}-{first}/{year}-{last}", False
    return str(year), False


def _span(groups: dict[str, str | None]) -> tuple[str, bool]:
    part = groups["part"] or ""
    last = f"{groups['last']}-{_HALF[part][1]}" if part in _HALF else groups["last"]
    return f"{groups['first']}/{last}", False


def _open(groups: dict[str, str | None]) -> str:
    parts = [groups["year"] or "", *(f"{int(part):02}" for part in (groups["month"], groups["day"]) if part)]
    return "-".join(parts) + "/.."


def _quarter(groups: dict[str, str | None], default: int | None) -> tuple[str | None, bool]:
    year = groups["year"] or default
    if year is None:
        return None, False
    last = 3 * ("一二三四".index(groups["quarter"] or "一") + 1)
    first = 1 if groups["since"] else last - 2
    if groups["end"]:
        return f"{year}-{last:02}-{calendar.monthrange(int(year), last)[1]}", True
    return f"{year}-{first:02}/{year}-{last:02}", False


def _month(groups: dict[str, str | None], default: int | None) -> tuple[str | None, bool]:
    named = groups.get("year") or default
    if named is None:
        return None, False
    year, month = int(named), min(12, max(1, int(groups["month"] or 1)))
    last = calendar.monthrange(year, month)[1]
    if groups["day"]:
        return f"{year}-{month:02}-{min(last, int(groups['day'])):02}", True
    if groups["end"] or groups["until"]:
        return f"{year}-{month:02}-{last}", True
    return f"{year}-{month:02}", False


def _year(groups: dict[str, str | None]) -> tuple[str, bool]:
    part, year = groups["part"] or "", groups["year"]
    if part in _HALF:
        return f"{year}-{_HALF[part][0]}/{year}-{_HALF[part][1]}", False
    return (f"{year}-12-31", True) if part or groups["until"] else (f"{year}", False)


def year_of(period: str | None) -> int | None:
    """The last year a period touches; an open one says nothing."""
    last = period.split("/")[-1] if period else ""
    return int(last[:4]) if last[:4].isdigit() else None


def is_span(period: str | None) -> bool:
    """Is the period longer than a year?"""
    if not period or "/" not in period:
        return False
    first, last = period.split("/")
    return first[:4] != last[:4]
