"""What a column of a table without places says of its figures: a name, a time, a kind, a unit, what they are a change of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Literal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import Column
from hrss_tui.compile.basics.same_period import Sort as MonthsSaid
from hrss_tui.compile.basics.same_period import pairs
from hrss_tui.compile.basics.same_period import sort_of as sort_of_months
from hrss_tui.compile.prefectures.cells import bound
from hrss_tui.compile.prefectures.kinds import said_kind
from hrss_tui.compile.prefectures.names import UNIT, bare, is_average
from hrss_tui.compile.prefectures.periods import months_of, states_year, without_base, without_times
from hrss_tui.compile.prefectures.units import is_ratio
from hrss_tui.compile.stated.times import TIME_BEFORE, Reach, Time, of_label, reach, states_time, time_before
from hrss_tui.reference.metrics import (
    is_aim,
    is_bare_value,
    is_change,
    is_fall,
    is_mean,
    is_part_done,
    is_quantile,
    is_rate,
    is_share,
    says_expected,
    says_gap,
)
from hrss_tui.reference.units import figure_words, split_unit, units
from hrss_tui.sources.text import close_gaps, fold

Sort = Literal["level", "change", "share", "rate"]

_WHOLE = re.compile(r"占(?P<whole>(?!比)[\u3400-\u9fff]{1,12}?)的?(?:比重|比例|百分比|[(（]?[%％])")
_BRACKET = re.compile(r"[（(]([^（）()]{1,12})[）)]\s*$")
_SIGNS = re.compile(r"[A-Za-z℃°³²/]")
"""What is in the bracket of a unit that is not known: 元/课, ℃."""
_BALANCE = re.compile(r"(?:上年|[本当]年)(?:度)?(?![末底]|同期)[\u3400-\u9fff]{0,4}结[余转存]")
_LAST_YEAR = re.compile(r"上年(?=(?:度)?(?![末底]|同期)[\u3400-\u9fff]{0,4}结[余转存])")
"""In the name of what a year began with: 上年结余 of 2034 is none of 2033."""
_AMOUNT = re.compile(r"[额数量值]$|净增")
_POINTS = "百分点"
_COUNTS = ("人数", "数量", "金额")
_AGAINST = re.compile(
    r"(?:[比较与同])?(?P<base>上年同期|去年同期|上年末|上年底|去年末|去年底|上年|去年|前年|上月[末底]?|上季度?|(?:19|20)\d{2}年(?:同期|末|底)?(?![比较与末底同]))|(?P<alone>同比|环比)"
)


class Said(msgspec.Struct, frozen=True):
    """What a table says of columns that do not say it: time, kind, the units of its caption.

    `since` is the first year of what a plan aims at, None where it is not known; `planned` where the table is of one.
    """

    time: Time | None
    kind: str
    units: tuple[str, ...]
    planned: bool = False
    since: int | None = None

    def kind_of(self, texts: Sequence[str], year: int | None) -> str:
        """The kind of a column: as its labels say, else as the table does; "" where years of a plan leave it open."""
        own = next((each for text in texts if (each := _kind(text)) and each != "change"), None)
        if own is not None or not self.planned or not any(map(states_year, texts)):
            return own or self.kind
        if self.since is None or year is None:
            return ""
        return "actual" if year < self.since else "target"


class Value(msgspec.Struct, frozen=True):
    """A column of figures. `names` are what it adds to the name of a row, `counted` what only says how it is counted.

    `time` is None where it cannot be said, `dated` where the labels state one, `of_years` is what it is in rows that name
    years of their own; `unit` is None where they state none,
    `sure` is false where its figures may be of more than one kind. `label` is the leaf without its unit, `printed` with it.
    `units` are those of the caption in which it may be counted, `beside` the column whose months 去年同期 speaks of,
    `expected` where its labels say that its figures are only expected.
    """

    index: int
    sort: Sort
    names: tuple[str, ...]
    counted: str
    time: Time | None
    kind: str
    unit: str | None
    operator: str
    against: str | None
    sure: bool
    label: str
    printed: str
    dated: bool = False
    reach: Reach = ""
    of_years: Time | None = None
    units: tuple[str, ...] = ()
    beside: Value | None = None
    expected: bool = False


def _kind(label: str) -> str | None:
    """What a label says of what its figures are: also 预算 beside 决算, which in titles says nothing of them."""
    return said_kind(label) or ("target" if is_aim(without_times(label)) else None)


def values(found: Sequence[Column], said: Said) -> list[Value]:
    """The columns of figures, each change and share with the names of what it is of.

    Beside changes and shares, which are in percent, values are in the other unit of a caption of two: 元、%.
    """
    columns_of = _past_no_aims([_value(column, said) for column in found], said.since)
    made = list(_of_levels(_with_means(_with_pairs(columns_of, found, said))))
    rated = {each.names for each in made if each.sort == "change" and each.unit and is_ratio(each.unit)}
    counts = tuple(unit for unit in said.units if not is_ratio(unit))
    others = any(each.sort != "level" for each in made) and len(counts) == 1
    return [
        msgspec.structs.replace(
            each,
            sure=each.sure or bool(each.kind and _is_counted(each, rated)),
            units=counts if others and each.sort == "level" else said.units,
        )
        for each in made
    ]


def _past_no_aims(made: Sequence[Value], since: int | None) -> list[Value]:
    """The columns, where what is expected of a year that is over when the aims beside it begin is no aim: 2034年预计 | 2035年目标."""
    aims = [each.time.year for each in made if each.kind == "target" and not each.expected and each.time]
    begin = max((year for year in (since, *aims) if year is not None), default=0)
    return [
        msgspec.structs.replace(each, kind="actual")
        if each.kind == "target" and each.expected and each.time and (each.time.year or begin) < begin
        else each
        for each in made
    ]


def _with_pairs(made: Sequence[Value], found: Sequence[Column], said: Said) -> list[Value]:
    """The columns, those of 去年同期 with the months of the column that they stand beside."""
    paired = list(made)
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, each in enumerate(made):
        groups.setdefault(each.names, []).append(at)
    for group in groups.values():
        for pair in pairs([_sort_of(made[at], found[at], said.time) for at in group]):
            same, of = made[group[pair.same]], made[group[pair.of]]
            if same.time is not None and of.time is not None:
                time = msgspec.structs.replace(
                    same.time, months=of.time.months, point=of.time.point, day=of.time.day
                )
                paired[group[pair.same]] = msgspec.structs.replace(same, time=time, beside=of)
    return paired


def _sort_of(value: Value, column: Column, table: Time | None) -> MonthsSaid:
    """What a column says of its months, where it is one of outcomes: of the year of the table, or of the same months of another."""
    texts = (column.leaf, *column.spans)
    outcome = value.sort == "level" and value.kind != "target" and not says_gap(value.label)
    sort = sort_of_months(texts, outcome, any(map(months_of, texts)))
    now = value.time is not None and table is not None and value.time.year == table.year
    other = not now or any(TIME_BEFORE.search(text) for text in texts)
    return "" if sort in ("level", "summed") and other else sort


def _with_means(made: Sequence[Value]) -> list[Value]:
    """The columns, where means beside quantiles are of what these are of."""
    if not any(is_quantile(each.label) for each in made):
        return list(made)
    return [
        msgspec.structs.replace(each, names=(*each.names, each.label), counted="", sure=bool(each.kind))
        if each.sort == "level" and is_mean(each.label)
        else each
        for each in made
    ]


def falls(label: str) -> bool:
    """Does a label say that its figures are falls, whatever their sign?"""
    return is_fall(fold(label)) and "增" not in label


def is_gap(label: str) -> bool:
    """Does a label stand over what is between a figure and an aim, or over places in an order?"""
    return says_gap(fold(label))


def _is_counted(value: Value, rated: Set[tuple[str, ...]]) -> bool:
    """Is a change that states no unit one in what is counted, as one in percent stands beside it?"""
    alone = value.sort == "change" and value.unit is None and value.names in rated
    return alone and not (is_fall(value.label) or is_gap(value.label) or is_average(value.label))


def _of_levels(made: Sequence[Value]) -> Iterator[Value]:
    """The columns, where a change or share that names nothing is of the only values there are, or of those left of it.

    Of several, it is of the one left of it where such a column stands behind each of them, but for those behind the last
    such column; else it is open of which: also of 本月 and 累计, unless it says itself of when it is.
    """
    levels = [(at, each) for at, each in enumerate(made) if each.sort == "level" and not says_gap(each.label)]
    told = {(each.names, each.counted) for _, each in levels}
    end = max((at for at, each in enumerate(made) if each.sort != "level"), default=-1)
    behind = all(at > end or made[at + 1].sort != "level" for at, _ in levels)
    last: Value | None = None
    ratio: Value | None = None
    for each in made:
        last = each if each.sort == "level" else last
        beside = last.beside if last is not None else None
        ratio = each if each.sort in ("share", "rate") else None if each.sort == "level" else ratio
        if each.sort == "change" and each.unit == _POINTS and ratio is not None and not each.names:
            yield _of_ratio(each, ratio, last)
            continue
        if each.sort == "level":
            yield each
        elif each.names:
            own = beside if beside is not None and beside.names == each.names else None
            yield _timed(each, [level for _, level in levels if level.names == each.names], own)
        elif last is not None and (len(told) == 1 or behind or beside is not None):
            names = last.names or ((last.counted,) if last.counted else ())
            named = msgspec.structs.replace(each, names=names)
            yield _timed(named, [level for _, level in levels], beside or (last if behind else None))
        else:
            yield msgspec.structs.replace(each, sure=False, kind="")


def _of_ratio(value: Value, ratio: Value, level: Value | None) -> Value:
    """A change in points behind a share, or a rate, of the values left of it: it is of that."""
    above = ratio.names or (level.names or ((level.counted,) if level.counted else ()) if level else ())
    named = msgspec.structs.replace(value, names=(*above, ratio.label.rstrip("%％‰ ")))
    return named if value.dated or level is None else msgspec.structs.replace(named, time=level.time)


def _timed(value: Value, levels: Sequence[Value], own: Value | None) -> Value:
    """A change, share or rate with the time of what it is of: its `own` value, or all that are of its year.

    It is open where these are of several times, but for what was done of an aim, which is of all that has come together.
    """
    if value.dated:
        return value
    of = [own] if own else [each for each in levels if each.kind != "target" and _is_of_year(each, value)]
    times = {each.time for each in of}
    if value.time in times and all(_is_earlier(time, value.time) for time in times - {value.time}):
        return value  # 5月 | 4月 | 较上月增减: of the month that the table is of
    if len(times) == 1:
        return msgspec.structs.replace(value, time=times.pop())
    return msgspec.structs.replace(value, sure=False, kind="") if times and value.sort != "rate" else value


def _is_earlier(time: Time | None, than: Time | None) -> bool:
    """Do the months of a time end before those of another in the same year begin?"""
    if time is None or than is None or not (time.months and than.months) or time.year != than.year:
        return False
    return time.months[-2:] < than.months[:2]


def _is_of_year(level: Value, value: Value) -> bool:
    """May a level be that of which there is a change: one of an earlier year, or of its first day, is what it is against."""
    if level.time is None or value.time is None:
        return True
    return level.time.year == value.time.year and not level.time.start


def _value(column: Column, said: Said) -> Value:
    texts = (column.leaf, *reversed(column.spans))
    leaf = close_gaps(UNIT.sub("", column.leaf)).strip()
    sort = sort_of(column.leaf)
    stated = next((match for text in texts if (match := UNIT.search(text))), None)
    unit = (
        close_gaps(stated["unit"])
        if stated
        else fold(column.leaf)[-1]
        if fold(column.leaf).endswith(("%", "‰"))
        else None
    )
    if sort != "level" and stated is not None and not UNIT.search(column.leaf):
        unit = None
    names = [name for text in (*column.spans, column.leaf) if (name := _name(text))]
    texts = tuple(_LAST_YEAR.sub("", text) for text in texts)
    if sort != "level":
        names = [name for text in column.spans if (name := _name(text))]
    aimed = sort == "level" and any(_kind(text) == "target" for text in texts[:1])
    aimed = aimed or (sort == "level" and said.kind == "target")
    time = time_before(texts, said.time) or of_label(texts, said.time, aimed=aimed)
    kind = said.kind_of(texts, time.year if time else None)
    sure = _is_sure(column.leaf, sort, unit) and not (is_gap(column.leaf) or _is_strange(column.leaf))
    own = sort in {"level", "rate"} or said_kind(column.leaf) != "target"
    over = sort == "change" and any(said_kind(text) == "target" for text in column.spans)
    return Value(
        index=column.index,
        sort=sort,
        names=tuple(dict.fromkeys(names)),
        counted="" if sort != "level" or names or is_bare_value(leaf) else _counted(leaf),
        time=time,
        kind=kind if sort == "level" else "target" if over else "actual",
        unit=unit,
        operator=bound(stated["before"], stated["behind"]) if stated else "=",
        against=against(column.leaf, sort),
        sure=sure and own and bool(kind),
        label=leaf,
        printed=column.leaf,
        dated=any(map(states_time, texts)),
        reach=reach(texts),
        of_years=None if any(map(states_year, texts)) else of_label(texts, Time(None), aimed=False),
        expected=any(map(says_expected, texts)),
    )


def sort_of(label: str) -> Sort:
    """What the figures of a label are: values, changes, shares of a whole, or parts of what was aimed at."""
    folded = fold(label)
    if is_part_done(folded):
        return "rate"
    if is_share(folded):
        return "share"
    return "change" if is_change(folded) else "level"


def _name(label: str) -> str:
    """What a label names; "" where it only says that its figures are those of what the row names.

    What was left of last year, what of this one, and what there is at its end are three things.
    """
    if _BALANCE.search(fold(label)):
        return close_gaps(UNIT.sub("", label)).strip()
    name = bare(
        TIME_BEFORE.sub("", without_base(label)) if TIME_BEFORE.search(without_base(label)) else label
    )
    return "" if is_bare_value(name) or name in _scopes() else name


@cache
def _scopes() -> frozenset[str]:
    return frozenset(entry.word for entry in figure_words().scopes)


def _counted(leaf: str) -> str:
    """What a label says of how something is counted where it names nothing else: 人数, 金额."""
    return leaf if any(word in leaf for word in _COUNTS) and said_kind(leaf) is None else ""


def _is_sure(label: str, sort: Sort, unit: str | None) -> bool:
    """Is it plain what the figures of a column are: no mean, no fall without a sign, no change of which the unit is open?"""
    if is_average(label):
        return False
    if sort != "change":
        return True
    folded = UNIT.sub("", fold(label))
    return not falls(folded) and (unit is not None or is_rate(folded) or bool(_AMOUNT.search(folded)))


def _is_strange(label: str) -> bool:
    """Does a label end with a unit that is not known, so that neither its row nor the caption says in what it counts?"""
    match = None if UNIT.search(label) else _BRACKET.search(label)
    if match is None:
        return False
    return bool(_SIGNS.search(match[1])) or split_unit(fold(match[1]))[1] in units()


def against(label: str, sort: Sort = "change") -> str | None:
    """What a change or share is measured against, as stated."""
    folded = fold(label)
    if sort == "share":
        whole = _WHOLE.search(folded)
        return whole["whole"] if whole else None
    if sort != "change":
        return None
    match = _AGAINST.search(folded)
    return (match["base"] or match["alone"]) if match else None
