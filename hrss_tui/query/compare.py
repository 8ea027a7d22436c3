"""Prefectures side by side: value, share of the region, rank and index of each over each metric.

    compare(pack, Comparison(prefectures=("喀什", "hetian"), metrics=("all",)))

One row per prefecture and metric, prefectures in the order asked for. Share, rank and index are taken over
all prefectures the package has a value for, also those that were not asked for. Where a metric does not
apply (`/` in the document), value, share, rank and index are None and never 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.exact import exact
from hrss_tui.query.places import fold, resolve, resolve_one
from hrss_tui.records import Prefecture, PrefectureValue, record_id
from hrss_tui.reference.places import find_place
from hrss_tui.words import listed, phrase

DEFAULT_KIND = "target"
ALL = "all"
CORPS = {"66": "65"}
"""What stands beside the prefectures of a province without being one, with that province."""


class Comparison(msgspec.Struct, frozen=True):
    """What is compared. No prefectures means all of one region; no metrics means all targets; `all` means every metric.

    `base` is the prefecture whose index is 100, else the mean of all is. `year` None is each metric's newest. `region` is
    the code of a province (of a prefecture where its counties are compared); empty is the first of the package.
    """

    prefectures: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    base: str | None = None
    year: int | None = None
    region: str = ""


class CompareRow(msgspec.Struct, frozen=True):
    """One metric of one prefecture.

    `value` is in `unit` as printed; `share` is percent of the sum of all prefectures of the region; `rank` 1 is the largest,
    equal values share a rank; `index` is percent of the base. `record_id` is what `cite` takes.
    """

    prefecture_code: str
    prefecture: str
    prefecture_en: str
    metric: str
    metric_label: str
    year: int | None
    kind: str
    status: str
    value: float | None
    unit: str
    share: float | None
    rank: int | None
    index: float | None
    printed: str
    indicator_id: str | None
    doc_id: str
    line_start: int
    line_end: int
    record_id: str


class Metric(msgspec.Struct, frozen=True):
    """A metric of the package: key, label as printed, unit, kind (target or allocation), newest year."""

    metric: str
    metric_label: str
    unit: str
    kind: str
    year: int | None


class _Scale(msgspec.Struct, frozen=True):
    """What the values of one metric are measured against."""

    total: Decimal
    base: Decimal | None
    descending: tuple[Decimal, ...]


def metrics(pack: Pack, region: str = "") -> tuple[Metric, ...]:
    """The metrics of a package, or of a region of it, in printed order."""
    found: dict[str, Metric] = {}
    for row in pack.rows(PrefectureValue):
        if region in ("", region_of(row.prefecture_code)):
            seen = found.get(row.metric)
            if seen is None or (row.year or 0) > (seen.year or 0):
                found[row.metric] = Metric(row.metric, row.metric_label, row.unit, row.kind, row.year)
    return tuple(found.values())


def region_of(code: str) -> str:
    """The code of what a prefecture or county is a part of: 61 of 6101, 6101 of 610102; 65 of the corps, 66."""
    return CORPS[code] if code in CORPS else code[:-2] or code


def regions(pack: Pack) -> tuple[str, ...]:
    """The regions whose prefectures have values, in the order of the package."""
    return tuple(dict.fromkeys(map(region_of, pack.column(PrefectureValue.TABLE, "prefecture_code"))))


def prefectures(pack: Pack) -> tuple[Prefecture, ...]:
    """The prefectures of a package in the order of the work documents."""
    return tuple(sorted(pack.rows(Prefecture), key=lambda prefecture: prefecture.work_order))


def compare(pack: Pack, asked: Comparison) -> tuple[CompareRow, ...]:
    """The rows of a comparison: prefectures in the order asked for, metrics in printed order within each.

    Raises UsageError for a name that means no prefecture or metric, or several, and NothingFoundError where
    the package has no values of that year.
    """
    known = prefectures(pack)
    if not known:
        raise NothingFoundError(phrase("error.no_prefectures"), phrase("error.no_prefectures.hint"))
    chosen = _named(known, asked.prefectures) if asked.prefectures else list(known)
    base = resolve_one(known, asked.base) if asked.base is not None else None
    wanted = _chosen_metrics(metrics(pack), asked.metrics)
    default = asked.region or next(iter(regions(pack)), "")
    one_by_one = dict.fromkeys(region_of(one.code) for one in chosen) if asked.prefectures else (default,)
    rows = [row for region in one_by_one for row in _compared(pack, asked, region, chosen, wanted, base)]
    if not rows:
        if asked.year is None:
            raise NothingFoundError(phrase("error.no_prefectures"))
        raise NothingFoundError(phrase("error.no_metric_year", year=asked.year))
    order = {one.code: place for place, one in enumerate(chosen)}
    return tuple(sorted(rows, key=lambda row: order[row.prefecture_code]))


def _compared(  # noqa: PLR0913, PLR0917
    pack: Pack,
    asked: Comparison,
    region: str,
    chosen: Sequence[Prefecture],
    wanted: Sequence[Metric],
    base: Prefecture | None,
) -> list[CompareRow]:
    """The rows of the prefectures of one region: each is measured against these only, in years of their own."""
    own = {metric.metric: metric.year for metric in metrics(pack, region)}
    years = {
        one.metric: own[one.metric] if asked.year is None else asked.year
        for one in wanted
        if one.metric in own
    }
    values = {
        (row.metric, row.prefecture_code): row
        for row in pack.rows(PrefectureValue)
        if row.metric in years and row.year == years[row.metric] and region_of(row.prefecture_code) == region
    }
    scales = {metric: _scale(values, metric, base) for metric in years}
    return [
        _row(prefecture, values[metric, prefecture.code], scales[metric])
        for prefecture in chosen
        for metric in years
        if (metric, prefecture.code) in values
    ]


def _named(known: Sequence[Prefecture], names: Sequence[str]) -> list[Prefecture]:
    """The prefectures that names mean; the name of a province means all of it."""
    found: dict[str, Prefecture] = {}
    for name in names:
        place = find_place(name)
        inside = [one for one in known if place is not None and region_of(one.code) == place.code]
        for one in inside or resolve(known, (name,)):
            found[one.code] = one
    return list(found.values())


def number(row: PrefectureValue) -> Decimal | None:
    """The value as printed, exactly; None where the metric does not apply."""
    if row.value is None:
        return None
    return exact(row.printed, row.value)


def _chosen_metrics(known: Sequence[Metric], names: Sequence[str]) -> list[Metric]:
    if not names:
        return [metric for metric in known if metric.kind == DEFAULT_KIND] or list(known)
    if ALL in names:
        return list(known)
    found: dict[str, Metric] = {}
    for name in names:
        metric = metric_of(known, name)
        found[metric.metric] = metric
    return list(found.values())


def metric_of(known: Sequence[Metric], name: str) -> Metric:
    """The metric of a key or label; a part of a label will do where only one has it. Raises UsageError."""
    wanted = fold(name)
    for metric in known:
        if wanted in (fold(metric.metric), fold(metric.metric_label)):
            return metric
    partly = [metric for metric in known if wanted and wanted in fold(metric.metric_label)]
    if len(partly) == 1:
        return partly[0]
    names = listed((f"{metric.metric} {metric.metric_label}" for metric in partly or known), most=20)
    raise UsageError(phrase("error.no_metric", name=name), phrase("error.no_metric.hint", metrics=names))


def _scale(values: Mapping[tuple[str, str], PrefectureValue], metric: str, base: Prefecture | None) -> _Scale:
    numbers = {code: number(row) for (key, code), row in values.items() if key == metric}
    present = sorted((value for value in numbers.values() if value is not None), reverse=True)
    total = sum(present, Decimal(0))
    mean = total / len(present) if present else None
    return _Scale(total, mean if base is None else numbers.get(base.code), tuple(present))


def _row(prefecture: Prefecture, row: PrefectureValue, scale: _Scale) -> CompareRow:
    value = number(row)
    return CompareRow(
        prefecture_code=prefecture.code,
        prefecture=prefecture.short_name,
        prefecture_en=prefecture.name_en,
        metric=row.metric,
        metric_label=row.metric_label,
        year=row.year,
        kind=row.kind,
        status=row.status,
        value=row.value,
        unit=row.unit,
        share=_percent(value, scale.total),
        rank=None if value is None else scale.descending.index(value) + 1,
        index=_percent(value, scale.base),
        printed=row.printed,
        indicator_id=row.indicator_id,
        doc_id=row.doc_id,
        line_start=row.line_start,
        line_end=row.line_end,
        record_id=record_id(row),
    )


def _percent(value: Decimal | None, whole: Decimal | None) -> float | None:
    return round(float(value * 100 / whole), 4) if value is not None and whole else None
