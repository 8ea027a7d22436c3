"""What the months and quarters of a table of indicators, or of a table by place, add up to: a year, the months until now.

Not all that is counted adds up over time: what there is at an end of a month does not. So that a sum fails is only said
of what nearly adds up, and where something proves that it does: another sum of its unit, or a slip of one digit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.columns import is_mean
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers, base, figure
from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.compile.checks.prose.sentences import quantity
from hrss_tui.compile.checks.stated.sums import TWICE, adds_up
from hrss_tui.compile.checks.stated.tables import of_tables
from hrss_tui.compile.prefectures.names import is_sum
from hrss_tui.records import Check, Fact, PrefectureTotal, PrefectureValue, record_id
from hrss_tui.reference.metrics import is_rank, is_rate
from hrss_tui.reference.places import places
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import units
from hrss_tui.words.check_reasons import because

_TURNS = turns()

Months = tuple[int, int]
"""First and last month of a stretch within a year."""

_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<first>\d{2})(?:/(?P=year)-(?P<last>\d{2}))?)?")
_OF_PLACE = re.compile(r"(?P<metric>[^:]+)(?::(?P<first>\d{2})(?:-(?P<last>\d{2}))?)?")
_REACH = re.compile(rf"^(?:{re.any_of(_TURNS.time.totals)})(?=.)")
_STANDS = re.compile("[年月季期]末|在册|存量")
"""In the name of what there is at the end of a stretch, beside the words of stocks."""
_YEAR = (1, 12)
_NEAR = Decimal("0.1")
"""How far from the sum of its parts a figure may be that is meant as one, as a part of the sum."""
_NEVER_ADDED = ("ratio", "points")
_DIFFERENT = because("sum_of_stretches")
_OPEN = because("stretches_of_stock")


class _Stretch(msgspec.Struct, frozen=True):
    """A figure of some months: its record, its name with its time, its value in its base unit."""

    record: Fact
    words: str
    printed: str
    unit: str
    value: Quantity


class _Sum(msgspec.Struct, frozen=True):
    """A figure, what those of its parts come to, how the two compare."""

    stated: _Stretch
    right: Quantity
    identity: Identity
    check: Check


def checks(papers: Papers) -> Iterator[Check]:
    """Every stretch of time that others of the same table divide."""
    for series in (_of_indicators(papers), _of_places(papers)):
        yield from _judged([found for each in series for found in _sums(each)])


def _judged(made: Sequence[_Sum]) -> Iterator[Check]:
    proved = {each.stated.unit for each in made if each.check.status != "fails"}
    for each in made:
        # Persons may be counted in several months, and once in a year: only too many of these cannot be.
        once = each.stated.unit not in TWICE or (each.check.difference or 0) > 0
        proof = _is_near(each.check) and once and each.stated.unit in proved
        slip = slip_of(each.stated.value.value, each.right.value, each.right.error)
        if each.check.status != "fails" or ((proof or slip) and not _is_stock(each.stated.words)):
            yield each.check
        elif _is_near(each.check):
            yield not_checkable(each.identity, _OPEN, each.stated.value)


def _is_stock(words: str) -> bool:
    """Is a figure called one of what there is at a time? One that is new comes near the sum of its few months."""
    return bool(_STANDS.search(words)) or any(word in words for word in prose_words().stocks)


def _of_indicators(papers: Papers) -> Iterator[Mapping[Months, _Stretch]]:
    found: defaultdict[tuple[object, ...], dict[Months, list[_Stretch]]] = defaultdict(dict)
    for block, rows in of_tables(papers):
        for row in rows:
            match = _PERIOD.fullmatch(row.period or "")
            if match is None or not adds_up(row) or row.kind == "target":
                continue
            key = (block.section, _name(row.subject), row.base_unit, row.kind, row.scope, match["year"])
            words = f"{row.subject} {row.period}"
            stretch = _Stretch(row, words, row.printed, row.base_unit, quantity(row))
            found[key].setdefault(_months(match), []).append(stretch)
    return map(_plain, found.values())


def _of_places(papers: Papers) -> Iterator[Mapping[Months, _Stretch]]:
    found: defaultdict[tuple[object, ...], dict[Months, list[_Stretch]]] = defaultdict(dict)
    rows: Iterable[PrefectureValue | PrefectureTotal] = (
        *(row for row in papers.of(PrefectureValue) if row.status == "value"),
        *papers.of(PrefectureTotal),
    )
    for row in rows:
        match = _OF_PLACE.fullmatch(row.metric)
        if match is None or row.kind != "actual" or row.operator not in ("=", None) or not _is_amount(row):
            continue
        code = row.prefecture_code if isinstance(row, PrefectureValue) else ""
        place = places()[code].short_name if code in places() else "合计"
        words = f"{place} {row.metric_label}"
        value = figure(row.printed, row.unit, record_id(row))
        stretch = _Stretch(row, words, row.printed, base(row.unit), value)
        key = (row.line_start, code, match["metric"], row.year, base(row.unit))
        found[key].setdefault(_months(match), []).append(stretch)
    return map(_plain, found.values())


def _is_amount(row: PrefectureValue | PrefectureTotal) -> bool:
    known = units().get(base(row.unit))
    ratio = known is not None and known.kind in _NEVER_ADDED
    never = is_rate(row.metric_label) or is_rank(row.metric_label)
    return not (ratio or never or is_mean(row.metric, row.metric_label))


def _plain(stretches: Mapping[Months, Sequence[_Stretch]]) -> Mapping[Months, _Stretch]:
    """The figures by their months; two of the same months that differ are none."""
    return {
        months: rows[0]
        for months, rows in stretches.items()
        if len({(row.printed, row.value.value) for row in rows}) == 1
    }


def _name(subject: str) -> str:
    """A subject without what says that it is the sum over all times, or of those until now: 合计 岗位数, 累计岗位数."""
    words = [_REACH.sub("", word) for word in subject.split(" ") if not is_sum(word)]
    return " ".join(words)


def _months(match: re.Match[str]) -> Months:
    if match["first"] is None:
        return _YEAR
    return int(match["first"]), int(match["last"] or match["first"])


def _sums(series: Mapping[Months, _Stretch]) -> Iterator[_Sum]:
    for whole, stated in series.items():
        parts = _parts(series, whole)
        if parts:
            words = f"{stated.words} = {len(parts)} 期之和"
            identity = Identity("stated_parts", words, stated.record, stated.unit, "periods", _DIFFERENT)
            right = total(part.value for part in parts)
            yield _Sum(stated, right, identity, compare(identity, stated.value, right))


def _parts(series: Mapping[Months, _Stretch], whole: Months) -> list[_Stretch]:
    """What divides a stretch: all until its last part and that, else the shortest one after the other; none where any lacks."""
    first, last = whole
    for cut in range(last, first, -1):
        if (first, cut - 1) in series and (cut, last) in series:
            return [series[first, cut - 1], series[cut, last]]
    found: list[_Stretch] = []
    start = first
    while start <= last:
        ends = (at for at in range(start, last + 1) if (start, at) in series and (start, at) != whole)
        end = next(ends, None)
        if end is None:
            return []
        found.append(series[start, end])
        start = end + 1
    return found


def _is_near(check: Check) -> bool:
    right = Decimal(str(check.right or 0))
    return abs(Decimal(str(check.difference or 0))) <= abs(right) * _NEAR
