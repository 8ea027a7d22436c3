"""What an expression of time says: from words to ISO 8601.

A year is 2021, a day 2021-12-31, a span 2021/2024 or 2021/2025-06; an open one 2021/... The end of a year or
month is its last day.
"""

from __future__ import annotations

import calendar
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.moods import heading_mood
from hrss_tui.compile.prose.numerals import small
from hrss_tui.compile.prose.times import patterns
from hrss_tui.compile.prose.times.clock import Clock, Moment
from hrss_tui.compile.prose.times.stretches import before, last_day, year_of
from hrss_tui.reference.units import Period, figure_words
from hrss_tui.reference.years import year_words

_YEARS = year_words()
_TENS = _YEARS.parts.thirds
"""The days with which the first and the second third of a month (旬) end."""
_HALF = _YEARS.halves
_OFFSETS = _YEARS.of_text
_OF_TODAY = tuple(_OFFSETS)
"""Words that lean on the year in which a text is written, and on no other that it names."""
_MONTHS = 12
_NEXT = _YEARS.parts.next
"""The year behind the one that was named, whenever that is told."""
_MONTH_OF = re.compile(r"(\d{1,2})月")


_OF_MONTHS = ("month", "quarter", "period_end")
_OF_YEARS = ("year", "so_far", "year_end", "year_start")
_OVER_YEARS = ("year", "so_far")
_YEARLY_END = "期末"


@cache
def _word_entries() -> dict[str, Period]:
    return {entry.word: entry for entry in figure_words().periods}


def in_year(folded: str, moment: Moment, clock: Clock) -> Moment:
    """What a word says in the year of a clock: 全年, 本年, 年末; today's words, and those of months, lean on no such year."""
    entry = _word_entries().get(folded[moment.start : moment.end])
    if entry is None or entry.kind not in _OF_YEARS or entry.word.startswith(_OF_TODAY):
        return moment
    period, point = _word(entry, clock)
    return msgspec.structs.replace(moment, period=period, point=point)


def years(match: re.Match[str]) -> Moment:
    """2022 年、2023 年和 2024 年, of which 分别 gives each a figure."""
    listed = re.findall(rf"({patterns.YEAR})年(末|底)?", match.group())
    several = tuple(f"{year}-12-31" if end else year for year, end in listed)
    return Moment(match.start(), match.end(), None, False, True, several=several)


def parts(match: re.Match[str], clock: Clock) -> Moment | None:
    """一至四季度, 5月和6月, of which 分别 gives each a figure; None where the year is not known."""
    year = _year_meant(match.groupdict(), clock)
    if year is None:
        return None
    if match["every"]:
        several = _quarters(year, clock.months)
        return Moment(match.start(), match.end(), None, False, True, several=several) if several else None
    if match["halves"]:
        halves = (f"{year}-{first}/{year}-{last}" for first, last in _HALF.values())
        return Moment(match.start(), match.end(), None, False, True, several=tuple(halves))
    if match["ends"]:
        numbers = [int(one) for one in re.findall(r"\d+", match["ends"])]
        ends = (calendar.monthrange(year, number)[1] for number in numbers if 0 < number <= _MONTHS)
        several = tuple(f"{year}-{number:02}-{end}" for number, end in zip(numbers, ends, strict=False))
    elif match["quarters"]:
        numbers = [small(one) for one in re.findall("[一二三四]", match["quarters"])]
        if re.search(r"[至到—\-]", match["quarters"]):
            numbers = [*range(numbers[0], numbers[-1] + 1)]
        several = tuple(f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}" for number in numbers)
    else:
        numbers = [int(one) for one in re.findall(r"\d+", match["months"])]
        several = tuple(f"{year}-{number:02}" for number in numbers if 0 < number <= _MONTHS)
    rising = numbers == sorted(set(numbers)) and len(several) == len(numbers) > 1
    return Moment(match.start(), match.end(), None, False, True, several=several) if rising else None


def _quarters(year: int, months: str | None) -> tuple[str, ...]:
    """The quarters of a year, of one that runs those of its first months (前三季度); () where these end within a quarter."""
    last = (months or "").rpartition("/")[2]
    told = int(last[5:7]) if last.startswith(f"{year}-") else _MONTHS
    return () if told % 3 else tuple(f"{year}-{end - 2:02}/{year}-{end:02}" for end in range(3, told + 1, 3))


def moment(match: re.Match[str], clock: Clock) -> Moment | None:
    """The moment that an expression names; None for 当月 and 月末 where the paper is of no month."""
    groups = match.groupdict()
    if "word" in groups:
        return _worded(match, _word_entries()[groups["word"] or ""], clock)
    period: str | None
    year = _year_meant(groups, clock)
    if "plan" in groups:
        period, point = _plan(groups)
    elif "begins" in groups:
        period, point = _days(groups, clock), False
    elif "first" in groups:
        period, point = _span(groups)
    elif "prior" in groups or "spell" in groups:
        return _spell(match, clock) if "spell" in groups else _prior(match, clock)
    elif "count" in groups:
        period, point = _back(groups["count"] or groups["years"] or "", clock), False
    elif "ahead" in groups:
        period, point = _ahead(groups["ahead"] or "", clock), False
    elif groups.get("open"):
        period, point = _open(groups, year), False
    elif groups.get("quarter"):
        period, point = _quarter(groups, year)
    elif groups.get("high"):
        period, point = _months(groups, year), False
    elif groups.get("month"):
        period, point = _month(groups, year)
    else:
        period, point = _year(groups, year)
    of_this_year = bool(groups.get("open")) and "year" not in groups  # 7 月以来
    since = of_this_year or groups.get("open") == "起" or bool(groups.get("from"))
    unknown = (
        period is None and groups.get("rel") in _OFFSETS
    )  # 2031 年 …，今年 1—6 月, in a text without a day
    return Moment(match.start(), match.end(), period, point, True, since=since, vague=unknown)


def _spell(match: re.Match[str], clock: Clock) -> Moment | None:
    """活动期间: the days that a notice sets for what it arranges; None where it sets none."""
    return Moment(*match.span(), clock.spell, False, True) if clock.spell else None


def _prior(match: re.Match[str], clock: Clock) -> Moment:
    """上月, 上季度, 上月底: what was before the month or quarter with which a paper ends, and no known time in any other."""
    ends = bool(match.groupdict().get("end"))
    period = before(clock.months, match.group().rstrip("底末"))
    period = last_day(period) if ends and period else period
    return Moment(*match.span(), period, ends, True, earlier=not ends, vague=period is None)


def _worded(match: re.Match[str], entry: Period, clock: Clock) -> Moment | None:
    """The moment of a word: 全年, 期末, 目前."""
    if entry.kind == "now":
        return Moment(match.start(), match.end(), None, False, False, reset=True, brief=entry.word == "现有")
    period, point = _word(entry, clock)
    if period is None and entry.kind in _OF_MONTHS:
        return None
    unknown = period is None and entry.word.startswith(_OF_TODAY)
    so_far = entry.kind == "so_far"
    return Moment(match.start(), match.end(), period, point, False, vague=unknown, so_far=so_far)


def _year_meant(groups: dict[str, str | None], clock: Clock) -> int | None:
    """The year that is written, else the one that is meant."""
    written, rel = groups.get("year"), groups.get("rel")
    if written:
        return int(written)
    if rel in _OFFSETS and clock.now is not None:
        return clock.now + _OFFSETS[rel]
    if rel in _OFFSETS and clock.told:
        return None
    return clock.year + 1 if rel in _NEXT and clock.year is not None else clock.year


def _back(count: str, clock: Clock) -> str | None:
    """The years up to the last whole one: 五年来 said in 2026 is 2021/2025."""
    number = _count(count)
    if clock.last is None or not number:
        return None
    if number == 1 and clock.told and clock.year is not None and clock.year < clock.last + 1:
        return str(clock.year)  # 2031年，…。过去一年，…: the year that was named before
    return str(clock.last) if number == 1 else f"{clock.last - number + 1}/{clock.last}"


def _ahead(count: str, clock: Clock) -> str | None:
    """The years from the one in which it is said: 今后五年 said in 2026 is 2026/2030, late in 2026 it is 2027/2031."""
    number = _count(count)
    if clock.now is None or not number:
        return None
    first = clock.now + (number > 1 and clock.last == clock.now)
    return str(first) if number == 1 else f"{first}/{first + number - 1}"


def _months(groups: dict[str, str | None], year: int | None) -> str | None:
    high = groups["high"] or ""
    last, first = _count(high), _count(groups.get("low") or "1")
    if year is None or not 0 < first <= last <= 12:
        return None
    return f"{year}-{first:02}/{year}-{last:02}" if first < last else f"{year}-{first:02}"


def plan_told(heading: str, now: int | None) -> Moment | None:
    """The years of the one plan, over by now, on which a heading looks back: “十三五”发展回顾."""
    plans = [entry for entry in figure_words().plans if entry.word in heading]
    if len(plans) != 1 or plans[0].last >= (now or 0) or heading_mood(heading) != "past":
        return None
    return Moment(0, 0, f"{plans[0].first}/{plans[0].last}", False, True)


def _plan(groups: dict[str, str | None]) -> tuple[str, bool]:
    plan = next(entry for entry in figure_words().plans if entry.word == groups["plan"])
    if groups["close"] or groups["end"]:
        return f"{plan.last}-12-31", True
    return (f"{plan.first}/..", False) if groups["since"] else (f"{plan.first}/{plan.last}", False)


def _word(entry: Period, clock: Clock) -> tuple[str | None, bool]:
    if entry.kind in _OF_MONTHS and (clock.months or not entry.word.endswith(_YEARLY_END)):
        return _of_months(entry, clock.months), entry.kind == "period_end"
    today = entry.word.startswith(_OF_TODAY)
    year = clock.now if today and (clock.now or clock.told) else clock.year
    if year is None:
        return None, entry.kind not in _OVER_YEARS
    year += entry.offset
    if entry.kind in ("year_end", "period_end"):
        return f"{year}-12-31", True
    return (f"{year}-01-01", True) if entry.kind == "year_start" else (str(year), False)


def _of_months(entry: Period, months: str | None) -> str | None:
    """The last month of a paper that is of months, the quarter that ends with it, or the last day of it."""
    month = (months or "").rpartition("/")[2][: len("2033-12")]
    if not month:
        return None
    if entry.kind == "quarter":
        return None if int(month[5:]) % 3 else f"{month[:5]}{int(month[5:]) - 2:02}/{month}"
    return last_day(month) if entry.kind == "period_end" else month


def _span(groups: dict[str, str | None]) -> tuple[str, bool]:
    part = groups["part"] or ""
    month = _MONTH_OF.match(part)
    end = f"-{_HALF[part][1]}" if part in _HALF else f"-{int(month[1]):02}" if month else ""
    last = f"{groups['last']}{end}"
    return f"{groups['first']}/{last}", False


def _days(groups: dict[str, str | None], clock: Clock) -> str | None:
    """From one day or month to another: 2020年11月10日至2021年2月1日, 2019年10月至2020年3月, 去年12月至今年1月, 2月11日至13日."""
    begins = groups["begins"] or _told(groups["begun"], clock)
    ends = groups["ends"] or _told(groups["ended"], clock)
    month, day = groups["last_month"] or groups["only_month"], groups["last_day"] or groups["only_day"]
    if groups["same_day"]:
        month, day = groups["first_month"], groups["same_day"]
    turns = int(groups["first_month"] or 0) > int(month or _MONTHS)
    if begins is None and ends is not None:
        begins = str(int(ends) - turns)
    begins = begins or (str(clock.year) if clock.year else None)
    if begins is None:
        return None
    ends = ends or str(int(begins) + (bool(groups["ended"]) or turns))
    return f"{_dashed(begins, groups['first_month'], groups['first_day'])}/{_dashed(ends, month, day)}"


def _told(word: str | None, clock: Clock) -> str | None:
    """The year that 今年 or 去年 says; None for 次年, which leans on the year before it."""
    if clock.now is None or word not in _YEARS.of_stretches:
        return None
    return str(clock.now + _YEARS.of_stretches[word])


def _dashed(year: str | None, month: str | None, day: str | None) -> str:
    return "-".join([year or "", *(f"{int(part):02}" for part in (month, day) if part)])


def _open(groups: dict[str, str | None], year: int | None) -> str | None:
    """From a day, a month or a year on, without an end: 2033年5月1日起, 7月以来."""
    if year is None:
        return None
    named = (groups.get("month"), groups.get("day"))
    return "-".join([str(year), *(f"{int(part):02}" for part in named if part)]) + "/.."


def _quarter(groups: dict[str, str | None], year: int | None) -> tuple[str | None, bool]:
    if year is None:
        return None, False
    quarter = (groups["quarter"] or "一").replace("首", "一")
    last = 3 * _count(quarter)
    first = 1 if groups.get("since") else last - 2
    if groups.get("end") or (groups.get("until") and not groups.get("since")):
        return f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}", True
    return f"{year}-{first:02}/{year}-{last:02}", False


def _count(text: str) -> int:
    """A small number in digits or in words: 十一月 is the eleventh."""
    return int(text) if text.isdigit() else small(text)


def _month(groups: dict[str, str | None], year: int | None) -> tuple[str | None, bool]:
    if year is None:
        return None, False
    month = min(12, max(1, _count(groups["month"] or "1")))
    last = calendar.monthrange(year, month)[1]
    if day := groups.get("day"):
        return f"{year}-{month:02}-{min(last, int(day)):02}", True
    if groups.get("ten"):
        return f"{year}-{month:02}-{_TENS.get(groups['ten'] or '', last)}", True
    if groups.get("end") or groups.get("close") or groups.get("until"):
        return f"{year}-{month:02}-{last}", True
    return f"{year}-{month:02}", False


def _year(groups: dict[str, str | None], year: int | None) -> tuple[str | None, bool]:
    part = groups.get("part") or ""
    if year is None:
        return None, False
    if part in _HALF and (groups.get("close") or groups.get("until")):
        return f"{year}-{_HALF[part][1]}-{calendar.monthrange(year, int(_HALF[part][1]))[1]}", True
    if part in _HALF:
        return f"{year}-{_HALF[part][0]}/{year}-{_HALF[part][1]}", False
    if part == "初":
        return f"{year}-01-01", True
    return (f"{year}-12-31", True) if part or groups.get("until") else (f"{year}", False)


def year_before(words: str, period: str | None) -> tuple[str, bool] | None:
    """The year, or the end of it, that 上年 or 去年末 says of a figure of a period; None where none is said or known."""
    said = [word for word in _word_entries() if words.startswith(word)]
    entry = _word_entries()[max(said, key=len)] if said else None
    year = year_of(period)
    starts = entry is not None and entry.kind == "year_start"
    if entry is None or year is None or (entry.offset >= 0 and not starts):
        return None
    year += entry.offset
    if starts:
        return f"{year}-01-01", True
    return (f"{year}-12-31", True) if entry.kind == "year_end" else (str(year), False)
