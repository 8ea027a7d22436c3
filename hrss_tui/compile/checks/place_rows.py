"""What a row of a table by place says of itself: a rate is what was done of what was aimed at, a change follows from two years.

Only figures of one metric that stand on one line are compared, and only where there is one of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.bases import is_on_its_beginning, is_on_year_before
from hrss_tui.compile.checks.basics.columns import is_of_whole_aim
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, at_own_prices, compare, percentage
from hrss_tui.compile.checks.basics.papers import Papers, base, figure
from hrss_tui.compile.prefectures.names import RANK
from hrss_tui.compile.stated.labels import falls, sort_of
from hrss_tui.records import Check, PrefectureTotal, PrefectureValue, record_id
from hrss_tui.reference.places import places
from hrss_tui.reference.units import units
from hrss_tui.words.check_reasons import because

_Row = PrefectureValue | PrefectureTotal
_PERCENT = "%"
_NO_LEVELS = ("change", "rate")
_CHANGED, _GROWN = because("change_of_row"), because("growth_of_row")
_DONE = because("completion_of_row")
_MONTHS = re.compile(r":\d\d|月|季度|半年")
"""What says in a key, or in a label, that figures are of a part of the year."""
_BOUNDS = ("<", "<=")
_MOST = 200
"""Figures of a row that are compared with each other, at most; no table is as wide."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every rate and every change beside the two figures that it follows from."""
    lines: defaultdict[tuple[int, str], list[_Row]] = defaultdict(list)
    for value in papers.of(PrefectureValue):
        if value.status == "value":
            lines[value.line_start, value.prefecture_code].append(value)
    for stated in papers.of(PrefectureTotal):
        lines[stated.line_start, ""].append(stated)
    for (_, code), rows in lines.items():
        if len(rows) <= _MOST:
            yield from _row(code, rows)


def _row(code: str, rows: Sequence[_Row]) -> Iterator[Check]:
    place = places()[code].short_name if code in places() else "合计"
    for row in rows:
        if row.kind not in _NO_LEVELS:
            continue
        own = [one for one in rows if _base(one) == _base(row) and _is_amount(one)]
        label = row.metric_label.rpartition(" ")[2]
        label = row.metric_label if sort_of(label) == "level" else label  # 同比增减 幅度
        if sort_of(label) == "rate" and is_of_whole_aim(row.metric_label):
            yield from _rate(place, row, own)
        elif sort_of(label) == "change" and not falls(label):
            yield from _change(place, row, own)


def _rate(place: str, row: _Row, own: Sequence[_Row]) -> Iterator[Check]:
    done = [one for one in own if one.kind == "actual" and one.year == row.year]
    aims = [one for one in own if one.kind == "target" and one.year == row.year]
    if len(done) != 1 or len(aims) != 1 or row.unit != _PERCENT or base(done[0].unit) != base(aims[0].unit):
        return
    aim = _quantity(aims[0])
    if not aim.value or aims[0].operator in _BOUNDS:
        return
    words = f"{place} {row.metric_label} {row.printed}% = {done[0].printed} ÷ {aims[0].printed}"
    identity = Identity("stated_completion", words, row, _PERCENT, context=_DONE)
    yield percentage(identity, _quantity(row), _quantity(done[0]), Quantity(aim.value, ids=aim.ids))


def _change(place: str, row: _Row, own: Sequence[_Row]) -> Iterator[Check]:
    if not row.year:
        return
    levels = [one for one in own if one.kind == "actual" and one.operator in ("=", None)]
    now = [one for one in levels if one.year == row.year]
    before = [one for one in levels if one.year == row.year - 1]
    if len(now) != 1 or len(before) != 1 or now[0].metric != before[0].metric:
        return
    if base(now[0].unit) != base(before[0].unit):
        return
    shared = now[0].metric_label.split(" ")
    against = " ".join(word for word in row.metric_label.split(" ") if word not in shared)
    months = _MONTHS.search(f"{now[0].metric} {now[0].metric_label}")
    if not is_on_year_before(against, row.year) or (months and is_on_its_beginning(against)):
        return
    former = _quantity(before[0])
    difference = _quantity(now[0]) - former
    if row.unit == _PERCENT and former.value > 0:
        words = f"{place} {row.metric_label} {row.printed}% = ({now[0].printed} − {before[0].printed}) ÷ {before[0].printed}"
        identity = Identity("stated_growth", words, row, _PERCENT, context=_GROWN)
        check = percentage(identity, _quantity(row), difference, former)
        yield at_own_prices(check, f"{row.metric_label}{now[0].metric_label}")
    elif row.unit and base(row.unit) == base(now[0].unit):
        words = f"{place} {row.metric_label} = {now[0].printed} − {before[0].printed}"
        identity = Identity("stated_change", words, row, base(row.unit), context=_CHANGED)
        yield compare(identity, _quantity(row), difference)


def _base(row: _Row) -> str:
    return row.metric.partition(":")[0]


def _quantity(row: _Row) -> Quantity:
    return figure(row.printed, row.unit, record_id(row))


def _is_amount(row: _Row) -> bool:
    """Is it a value of its metric, and no change, place in an order or part in a hundred?"""
    known = units().get(base(row.unit))
    ratio = known is not None and known.kind in ("ratio", "points")
    return row.kind not in (*_NO_LEVELS, RANK) and not ratio
