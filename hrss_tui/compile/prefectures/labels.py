"""What a column of a table by place holds: the metric, the year, and whether it is a target, an outcome or a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import Column
from hrss_tui.compile.basics.same_period import Sort, pairs, sort_of
from hrss_tui.compile.prefectures.canonical import canonical, in_unit
from hrss_tui.compile.prefectures.cells import bound
from hrss_tui.compile.prefectures.kinds import is_completion, is_percent, said_kind
from hrss_tui.compile.prefectures.names import (
    RANK,
    UNIT,
    bare,
    counted_by,
    is_average,
    is_named_alone,
    is_part_label,
    is_sum,
    leads,
    metric_of,
    path,
    printed,
)
from hrss_tui.compile.prefectures.periods import (
    months_of,
    months_within,
    states_year,
    without_times,
    year_of,
)
from hrss_tui.compile.prefectures.units import base, is_ratio, unit_of
from hrss_tui.reference.indicators import lacks, whom_of
from hrss_tui.reference.metrics import (
    Metric,
    is_beside,
    is_rank,
    is_rate,
    metric_of_indicator,
    says_expected,
    unnamed_rates,
)
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.units import units
from hrss_tui.sources.text import close_gaps, fold

FULFILLED = "完成率（%）"
_AIM_AND_DONE = 2
_NO_LEVELS = ("change", "rate")
"""Kinds of what tells of a metric and is no level of it."""


class Measure(msgspec.Struct, frozen=True):
    """A column of values: key (the folded label where the reference has none), label, unit, year, kind, indicator.

    `path` are the names above it and its own, `leaf` its label, `part` where that says it is one of the column before it, `of` the indicator that its levels are of. `unit` is "" where neither the column nor its table states any, None where it is not plain which. `operator` is the bound that the label states of all its values, else =.
    """

    index: int
    key: str
    label: str
    unit: str | None
    year: int | None
    kind: str
    indicator: str | None
    known: bool
    operator: str = "="
    path: str = ""
    leaf: str = ""
    part: bool = False
    of: str = ""


class _Told(msgspec.Struct, frozen=True):
    """What the name of a column is: its key, the metric, or else the indicator and its unit, and where its table speaks of some persons these.

    `alone` where the leaf says it without what stands above it.
    """

    key: str
    metric: Metric | None = None
    indicator: str = ""
    unit: str | None = None
    alone: bool = False
    whom: str = ""


class Said(msgspec.Struct, frozen=True):
    """What a table says of columns that do not say it: its title, the units of its caption, year, kind and months.

    `whom` is what its title names where that speaks of some persons only, `narrowed` the words of its title that narrow
    what its columns name.
    """

    title: str
    units: tuple[str, ...]
    year: int | None
    kind: str
    months: str
    whom: str = ""
    narrowed: tuple[str, ...] = ()


def measures(found: Sequence[Column], said: Said) -> list[Measure]:
    """The columns of values."""
    made: list[Measure] = []
    found = _fulfilled(found)
    for column, months in zip(found, _stretches(found, said), strict=True):
        made.append(_measure(column, said, made, months))
    return _distinct(_counted(_expected(_summed(made, found)), found, said))


def _fulfilled(found: Sequence[Column]) -> list[Column]:
    """The columns, where one that says no more than % behind an aim and what was done of it is how much that was: 任务 | 完成 | %."""
    named: list[Column] = []
    for column in found:
        beside = [each.leaf for each in named if each.spans == column.spans][-_AIM_AND_DONE:]
        kinds = [said_kind(leaf) for leaf in beside]
        told = len(kinds) == _AIM_AND_DONE and kinds[0] == "target" and kinds[1] in ("actual", None)
        bare = told and fold_label(UNIT.sub("", column.leaf)) in ("", *unnamed_rates())
        percent = bare and (is_percent(column.leaf) or not UNIT.search(column.leaf))
        named.append(msgspec.structs.replace(column, leaf=FULFILLED) if percent else column)
    return named


def _expected(made: Sequence[Measure]) -> list[Measure]:
    """The columns, where what is only expected of the year (全年预计) is none of the aims beside it."""
    aims = {(each.key, each.year) for each in made if each.kind == "target" and not says_expected(each.leaf)}
    return [
        msgspec.structs.replace(each, key=f"{each.key}:expected", indicator=None)
        if each.kind == "target" and says_expected(each.leaf) and (each.key, each.year) in aims
        else each
        for each in made
    ]


def _stretches(found: Sequence[Column], said: Said) -> list[str]:
    """The months of the columns, those of 去年同期 being those of the column it stands beside."""
    kinds = [_kind(column, said) for column in found]
    months = [_months(_texts(column), kind, said.months) for column, kind in zip(found, kinds, strict=True)]
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, column in enumerate(found):
        groups.setdefault(tuple(column.spans), []).append(at)
    for group in groups.values():
        sorts = [_sort_of(found[at], kinds[at], said.year) for at in group]
        for pair in pairs(sorts):
            months[group[pair.same]] = months[group[pair.of]]
    return months


def _sort_of(column: Column, kind: str, year: int | None) -> Sort:
    """What a column says of its months, where it is one of outcomes: of the year of the table, or of the same months of another."""
    texts = _texts(column)
    sort = sort_of(texts, kind == "actual", any(map(months_of, texts)))
    stated = next((text for text in texts if states_year(text)), None)
    return (
        "" if sort in ("level", "summed") and stated is not None and year_of(stated, year) != year else sort
    )


def _texts(column: Column) -> tuple[str, ...]:
    """The labels of a column, the nearest first."""
    return (column.leaf, *reversed(column.spans))


def _kind(column: Column, said: Said) -> str:
    if is_rank(column.leaf):
        return RANK
    return next((found for text in _texts(column) if (found := said_kind(text))), None) or said.kind


def _summed(made: Sequence[Measure], found: Sequence[Column]) -> list[Measure]:
    """The columns, where a sum (合计) beside columns of months is of these months."""
    parts: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for each, column in zip(made, found, strict=True):
        if months := months_of(column.leaf):
            parts.setdefault((column.spans, _base(each)), []).append(months)
    return [
        _of_months(each, parts[column.spans, _base(each)])
        if is_sum(column.leaf) and (column.spans, _base(each)) in parts and ":" not in each.key
        else each
        for each, column in zip(made, found, strict=True)
    ]


def _of_months(measure: Measure, months: Sequence[str]) -> Measure:
    """A column as what several months come to; the whole year where they are all of it."""
    first, last = min(each[:2] for each in months), max(each[-2:] for each in months)
    if not (first + last).isdecimal() or first == last or (first, last) == ("01", "12"):
        return measure
    return msgspec.structs.replace(measure, key=f"{measure.key}:{first}-{last}", indicator=None)


def _counted(made: Sequence[Measure], found: Sequence[Column], said: Said) -> Iterator[Measure]:
    """The columns, where those of a metric that has a rate of its own (目标 | 完成 | 完成率) are counted, in the only unit of counts."""
    counts = [unit for unit in said.units if not is_ratio(unit)]
    rated = {column.spans for column in found if column.spans and is_rate(column.leaf)}
    for each, column in zip(made, found, strict=True):
        open_unit = each.unit is None and len(counts) == 1 and each.kind in ("target", "actual")
        if open_unit and column.spans in rated and not bare(column.leaf):
            yield msgspec.structs.replace(each, unit=counts[0])
        else:
            yield each


def _measure(column: Column, said: Said, before: Sequence[Measure], months: str) -> Measure:
    texts = _texts(column)
    stated = next(
        (match for text in texts if (match := UNIT.search(text)) and _is_of(text, match, texts)), None
    )
    own_kind = _kind(column, said)
    percent = is_percent(column.leaf)
    own_unit = stated["unit"] if stated else column.leaf.strip()[-1] if percent else _unit_alone(column, said)
    told = _named_by(column, said, before, own_unit)
    unit = own_unit or told.unit or unit_of(_named(texts), told.metric, own_kind, said.units)
    unit = None if is_beside(column.leaf) else unit
    share = own_kind in (*_NO_LEVELS, RANK) or is_completion(column.leaf)
    parts = (
        told.key,
        own_kind if own_kind in _NO_LEVELS else "",
        "average" if is_average(column.leaf) else "",
        months,
    )
    of = in_unit(told.metric, column, unit) if told.metric is not None else told.indicator
    led = leads(column.leaf)
    return Measure(
        column.index,
        ":".join(filter(None, parts)),
        " ".join(filter(None, (told.whom, _label(column, told.alone, before, said.title)))),
        close_gaps(unit) if unit is not None else None,
        _year(texts, before, own_kind, said.year),
        own_kind,
        of if of and not share and not any(parts[1:]) else None,
        told.metric is not None,
        bound(led or (stated["before"] if stated else None), stated["behind"] if stated else None),
        path(column),
        fold_label(UNIT.sub("", column.leaf)),
        is_part_label(column.leaf),
        of,
    )


def _unit_alone(column: Column, said: Said) -> str | None:
    """The unit that a label below a name is and nothing else (职业技能培训 over 人次); where the caption has a multiple of it that one counts."""
    leaf = fold(column.leaf)
    alone = column.spans and base(leaf) in units() and base(leaf) not in map(base, said.units)
    return leaf if alone else None


def _named_by(column: Column, said: Said, before: Sequence[Measure], unit: str | None) -> _Told:
    """What a column is by the labels of the metrics, else by the indicators; of some persons only where its table says so."""
    metric, key = metric_of(column, [each.key for each in before if not each.part], said.title)
    alone = metric is not None and is_named_alone(column)
    if metric is not None and not (said.whom and lacks(metric.indicator, whom_of(said.whom))):
        return _Told(key, metric, alone=alone)
    if metric is not None:
        return _Told(f"{fold_label(said.whom)}/{path(column) or key}", whom=said.whom)
    whole = next((each for each in reversed(before) if not each.part), None)
    if whole is not None and not path(column):
        return _Told(key, indicator=whole.of)
    if (level := _level(column, before)) is not None:
        return _Told(f"{_base(level)}{key[key.find(':') :] if ':' in key else ''}", indicator=level.of)
    found = canonical(column, said.title, [unit] if unit else said.units)
    if found is None or lacks(found[0].indicator_id, said.narrowed):
        return _Told(key)
    listed = metric_of_indicator(found[0].indicator_id, base(found[1]))
    return _Told(
        listed.key if listed else key, listed, found[0].indicator_id, found[1], is_named_alone(column)
    )


def _level(column: Column, before: Sequence[Measure]) -> Measure | None:
    """The column left of a change or of places in an order that both are of: those have no unit that tells what is counted."""
    if is_rank(column.leaf):
        named = path(column).rpartition("/")[0]
    else:
        named = (
            path(column)
            if any(said_kind(text) in _NO_LEVELS for text in (column.leaf, *column.spans))
            else ""
        )
    return next(
        (each for each in before if named and each.path == named and each.kind not in _NO_LEVELS), None
    )


def _label(column: Column, known: bool, before: Sequence[Measure], title: str) -> str:
    """The label of a column; that of a part with nothing above it stands behind that of what it is a part of."""
    counted = counted_by(title, column) if bare(column.leaf) and not known else ""
    own = " ".join(filter(None, (counted, printed(column, known))))
    whole = next((each for each in reversed(before) if not each.part), None)
    alone = is_part_label(column.leaf) and not known and not any(map(bare, column.spans))
    return f"{whole.label} {close_gaps(UNIT.sub('', column.leaf))}" if alone and whole else own


def _is_of(text: str, stated: re.Match[str], texts: Sequence[str]) -> bool:
    """Is the unit of a label that of the leaf: its own, or of one above where it counts the same?"""
    leaf = _named(texts)
    return text == texts[0] or not (is_rate(leaf) or is_rank(leaf)) or is_ratio(stated["unit"])


def _named(texts: Sequence[str]) -> str:
    """The first label that says more than a year, without its unit."""
    own = (UNIT.sub("", text) for text in texts)
    return next((text for text in own if fold(without_times(text))), texts[0])


def _year(texts: Sequence[str], before: Sequence[Measure], kind: str, year: int | None) -> int | None:
    """The year of the nearest label that states one; a change that states none is of the last year left of it.

    Such a change stands beside what it is of and what that is compared with, in either order.
    """
    stated = next((text for text in texts if states_year(text)), None)
    if stated is not None:
        return year_of(stated, year)
    if kind not in _NO_LEVELS or not before:
        return year
    beside = [
        each.year for each in takewhile(lambda each: _base(each) == _base(before[-1]), reversed(before))
    ]
    return max((own for own in beside if own is not None), default=before[-1].year)


def _base(measure: Measure) -> str:
    """The key of a column without what its values are."""
    return measure.key.partition(":")[0]


def _months(texts: Sequence[str], kind: str, of_all: str) -> str:
    """The months of the nearest label that states any, else those of the table; what is aimed at is of the whole year."""
    own = next((found for text in texts if (found := months_within(text, of_all)) is not None), None)
    return own if own is not None else ("" if kind == "target" or any(map(_is_whole, texts)) else of_all)


def _is_whole(text: str) -> bool:
    """Does a label state a year as a whole?"""
    return "全年" in text or "年末" in text or "年底" in text


def _distinct(made: Iterable[Measure]) -> list[Measure]:
    """The columns with keys of their own: of one label below several the labels above tell, else it has a number."""
    made = list(made)
    times = Counter((each.key, each.year, each.kind) for each in made)
    paths = Counter((each.path, each.year, each.kind) for each in made)
    seen: Counter[tuple[str, int | None, str]] = Counter()
    found = []
    for each in made:
        key = each.key
        own = bool(each.path) and paths[each.path, each.year, each.kind] == 1
        if own and not each.known and times[key, each.year, each.kind] > 1:
            key = ":".join((each.path, *key.split(":")[1:]))
        elif not each.known and times[key, each.year, each.kind] > 1 and each.leaf and not bare(each.leaf):
            key = f"{key}/{each.leaf}"
        seen[key, each.year, each.kind] += 1
        again = seen[key, each.year, each.kind]
        found.append(msgspec.structs.replace(each, key=key if again == 1 else f"{key}:{again}"))
    return found


def of_part(measure: Measure) -> Measure:
    """A column of one part of a table by the names above it and its own; that of the sum of the parts has its own alone."""
    if measure.path == measure.leaf or "/" not in measure.path:
        return measure
    key = ":".join((measure.path, *measure.key.split(":")[1:]))
    label = measure.path.replace("/", " ")
    return msgspec.structs.replace(measure, key=key, label=label, indicator=None, known=False, of="")
