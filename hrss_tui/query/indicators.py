"""What the documents state of an indicator: targets and outcomes, over periods and documents.

Three tables speak of indicators: figures in prose, the regional totals of the annexes, and the targets of
performance tables. Here they are one list, each row with the record it is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from hrss_tui.compile.derived import number
from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import filed
from hrss_tui.query.filings.bodies import bodies
from hrss_tui.query.places import fold
from hrss_tui.query.search.pinyin import pinyin
from hrss_tui.query.wholes import of_some
from hrss_tui.records import (
    Document,
    Indicator,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    record_id,
)
from hrss_tui.reference.metrics import metric_by_key
from hrss_tui.reference.places import NATION, is_within, places
from hrss_tui.reference.units import in_base_unit
from hrss_tui.words import Phrase, listed, phrase

KINDS: Final = ("target", "actual", "cumulative", "amount", "allocation")

_OBSERVED: Final = (
    *("subject", "period", "kind", "operator", "value", "base_value", "base_unit"),
    *("scope", "change", "against", "scope_note", "place"),
)
"""Columns that a statement and an observation share."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One stated value of an indicator; `table` and `record_id` name the record it is from.

    `indicator_id` and `indicator` are None where a figure's subject is no canonical indicator. `value` is None
    where the document states words instead of a number (then `printed` has them); `base_value` is the value
    without the multiplier of its unit. `place` is what the figure is of: a code without
    trailing pairs of zeros, nation, or None where unknown; `department` and `phase` are those of the document:
    what the 单位预算 of a department says is of its own office.
    """

    indicator_id: str | None
    indicator: str | None
    indicator_en: str | None
    subject: str
    period: str | None
    kind: str
    operator: str
    value: float | None
    unit: str | None
    base_value: float | None = None
    base_unit: str | None = None
    scope: str | None = None
    change: str | None = None
    against: str | None = None
    scope_note: str | None = None
    place: str | None = None
    printed: str
    table: str
    record_id: str
    doc_id: str
    line_start: int
    line_end: int
    department: str | None = None
    phase: str | None = None


def indicators(pack: Pack, pattern: str | None, place: str | None = None) -> tuple[Statement, ...]:
    """Everything stated of the indicators whose name, English name, alias or id holds `pattern`; of all without.

    With the code of a `place`, only what is known to be of it or of a place inside it; `nation` is the nation itself.

    With a pattern, figures whose subject holds it without being such an indicator come last; one of letters that nothing is
    called by is read as pinyin or initials of names. By indicator,
    then period, kind, document and line. Raises NothingFoundError naming the nearest indicators.
    """
    known = {row.indicator_id: row for row in pack.rows(Indicator)}
    wanted = fold(pattern or "")
    chosen = [key for key, row in known.items() if any(wanted in name for name in _names(row))]
    if not chosen and wanted.isascii():
        reading = pinyin(pack.head).pattern(wanted)
        chosen = [
            key
            for key, row in known.items()
            if reading and re.search(reading, "\n".join((row.name, *row.aliases)))
        ]
    order = {key: place for place, key in enumerate(chosen)}
    found = [
        row
        for row in _statements(pack, known, _Wanted(wanted, frozenset(chosen)))
        if place is None or _is_of(row.place, place)
    ]
    if not found and place is not None:
        raise NothingFoundError(
            phrase("error.nothing_of_place", place=_called(place)), phrase("error.nothing_of_place.hint")
        )
    if not found:
        raise _nothing(known.values(), pattern)
    return tuple(sorted(found, key=lambda row: _place(row, order)))


def _called(place: str) -> Phrase:
    known = places().get(place)
    return Phrase(known.name, known.name_en) if known else phrase("place.nation")


def _is_of(own: str | None, place: str) -> bool:
    return own == place or (own is not None and NATION not in (own, place) and is_within(own, place))


def stated_of(pack: Pack, indicator_id: str) -> tuple[Statement, ...]:
    """Everything stated of one indicator, in the order of the package."""
    known = {row.indicator_id: row for row in pack.rows(Indicator)}
    return tuple(_statements(pack, known, _Wanted(_NOTHING, frozenset((indicator_id,)))))


def handed_down(pack: Pack, stated: Iterable[Statement]) -> tuple[Statement, ...]:
    """The targets that tables by place set for places which tell an outcome of that indicator themselves.

    A plan lists what every place below it is to reach; what came of it stands in a document of the place.
    """
    told = {(row.place, row.indicator_id) for row in stated if row.kind == "actual"}
    columns = (
        pack.column(PrefectureValue.TABLE, name) for name in ("prefecture_code", "indicator_id", "kind")
    )
    wanted = [
        at
        for at, (place, indicator, kind) in enumerate(zip(*columns, strict=True))
        if kind == "target" and indicator and (place, indicator) in told
    ]
    if not wanted:
        return ()
    known = {row.indicator_id: row for row in pack.rows(Indicator)}
    return tuple(_in_table(row, known, row.prefecture_code) for row in pack.rows(PrefectureValue, wanted))


def _names(row: Indicator) -> Iterator[str]:
    return map(fold, (row.indicator_id, row.name, row.name_en, *row.aliases))


def _place(row: Statement, order: dict[str, int]) -> tuple[int, str, str, int, str, int]:
    place = order.get(row.indicator_id or "", len(order))
    subject = "" if row.indicator_id in order else row.subject
    kind = KINDS.index(row.kind) if row.kind in KINDS else len(KINDS)
    return place, subject, row.period or "", kind, row.doc_id, row.line_start


def _nothing(known: Iterable[Indicator], pattern: str | None) -> NothingFoundError:
    from difflib import get_close_matches

    if pattern is None:
        return NothingFoundError(phrase("error.no_indicators"), phrase("error.no_budget.hint"))
    names = {row.name: Phrase(row.name, row.name_en) for row in known}
    near = [names[name] for name in get_close_matches(pattern, names, n=4, cutoff=0.3)]
    hint = phrase("error.no_indicator.hint", near=listed(near)) if near else ""
    return NothingFoundError(phrase("error.no_indicator", pattern=pattern), hint)


_SOME: Final = "所列地方"
"""Of what the total of a table by place is that lists some places only (see `wholes`); no document prints it."""
_MONTHS: Final = re.compile(r"(?P<metric>[^:]+(?P<part>:.+)?):(?P<months>01-\d{2})", re.ASCII)
_NOTHING: Final = "\0"
"""A text that no subject holds."""


class _Wanted(msgspec.Struct, frozen=True):
    """What is looked for: a folded text, and the indicators that answer to it."""

    text: str
    chosen: frozenset[str]

    def rows(
        self, pack: Pack, table: str, subject: str, ids: Sequence[str | None] | None = None
    ) -> list[int]:
        """The rows of a table that are of such an indicator, or whose subject holds the text; `ids` are those of the rows, if others than stated."""
        ids = pack.column(table, "indicator_id") if ids is None else ids
        if not self.text:
            return [place for place, own in enumerate(ids) if own]
        subjects = pack.column(table, subject)
        return [
            place
            for place, (own, said) in enumerate(zip(ids, subjects, strict=True))
            if own in self.chosen or self.text in fold(said)
        ]


def _statements(pack: Pack, known: dict[str, Indicator], wanted: _Wanted) -> Iterable[Statement]:
    documents = {row.doc_id: row for row in pack.rows(Document)}
    called = {one.doc_id: one.department for one in bodies(filed(pack.column))}
    for row in _rows(pack, known, wanted, {doc_id: row.place for doc_id, row in documents.items()}):
        own = documents.get(row.doc_id)
        yield (
            msgspec.structs.replace(
                row, department=called.get(row.doc_id) or own.department or own.issuer, phase=own.phase
            )
            if own
            else row
        )


def _rows(
    pack: Pack, known: dict[str, Indicator], wanted: _Wanted, places: Mapping[str, str | None]
) -> Iterable[Statement]:
    observed = wanted.rows(pack, Observation.TABLE, "subject")
    yield from (_observed(row, known) for row in pack.rows(Observation, observed))
    columns = (pack.column(PrefectureTotal.TABLE, name) for name in ("metric", "indicator_id"))
    ids = [own or _of_months(metric)[0] for metric, own in zip(*columns, strict=True)]
    totalled = wanted.rows(pack, PrefectureTotal.TABLE, "metric_label", ids)
    for total in pack.rows(PrefectureTotal, totalled):
        some = record_id(total) in pack.made(of_some)
        stated = _in_table(total, known, None if some else places.get(total.doc_id))
        yield msgspec.structs.replace(stated, scope=_SOME) if some else stated
    targeted = wanted.rows(pack, PerformanceTarget.TABLE, "indicator")
    if targeted:
        years = {table.table_id: table.year for table in pack.rows(PerformanceTable)}
        for row in pack.rows(PerformanceTarget, targeted):
            yield _targeted(row, years.get(row.table_id), known, places)


def _statement(
    row: Observation | PrefectureTotal | PrefectureValue | PerformanceTarget,
    known: dict[str, Indicator],
    **own: Any,
) -> Statement:
    """A statement with what all three tables have; `own` is the rest."""
    indicator = known.get(row.indicator_id or "")
    return Statement(
        indicator_id=row.indicator_id,
        indicator=indicator.name if indicator else None,
        indicator_en=indicator.name_en if indicator else None,
        unit=row.unit,
        printed=row.printed,
        table=row.TABLE,
        record_id=record_id(row),
        doc_id=row.doc_id,
        line_start=row.line_start,
        line_end=row.line_end,
        **own,
    )


def _observed(row: Observation, known: dict[str, Indicator]) -> Statement:
    return _statement(row, known, **{name: getattr(row, name) for name in _OBSERVED})


def _of_months(metric: str) -> tuple[str | None, str]:
    """The indicator of a metric of the first months of a year (urban_new_jobs:01-09), and these months; no indicator of a part or rate of it.

    No value of the year has the indicator of such a metric in the package, as a year is all that it says of its time.
    """
    match = _MONTHS.fullmatch(metric)
    if match is None:
        return None, ""
    known = None if match["part"] else metric_by_key(match["metric"])
    return known.indicator if known is not None else None, match["months"]


def _in_table(
    row: PrefectureTotal | PrefectureValue, known: dict[str, Indicator], place: str | None
) -> Statement:
    indicator, months = _of_months(row.metric)
    year = str(row.year) if row.year is not None else None
    if indicator:
        row = msgspec.structs.replace(row, indicator_id=indicator)
    if months and year:
        year = "/".join(f"{year}-{month}" for month in months.split("-"))
    return _statement(
        row,
        known,
        subject=row.metric_label,
        period=year,
        kind=row.kind,
        operator=row.operator or "=",
        **_based(row.value, row.unit),
        place=place,
    )


def _targeted(
    row: PerformanceTarget, year: int | None, known: dict[str, Indicator], places: Mapping[str, str | None]
) -> Statement:
    return _statement(
        row,
        known,
        subject=row.indicator,
        period=str(year) if year is not None else None,
        kind="target",
        operator=row.operator,
        **_based(None if row.operator == "text" else number(row.value), row.unit),
        scope=row.project,
        place=places.get(row.doc_id),
    )


def _based(value: float | None, unit: str | None) -> dict[str, Any]:
    """A value with what it is without the multiplier of its unit."""
    base, rest = (None, None) if value is None else in_base_unit(value, unit)
    return {"value": value, "base_value": base, "base_unit": rest}
