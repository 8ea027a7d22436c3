"""Prefectures side by side: value, share of the region, rank and index of each over each metric.

    compare(pack, Comparison(prefectures=("喀什", "hetian"), metrics=("all",)))

One row per prefecture and metric, prefectures in the order asked for. Share, rank and index are taken over
all prefectures the package has a value for, also those that were not asked for, and whatever multiple of one unit
(万人, 人) each is printed in. Where a metric does not apply (`/` in the document), value, share, rank and index are None and never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.averages import has_shares
from hrss_tui.query.chosen_values import RANK, Metric, latest, metrics_of, quantity, timely
from hrss_tui.query.percents import percent_of
from hrss_tui.query.places import fold, region_of, resolve, resolve_one
from hrss_tui.query.quantities import bounded
from hrss_tui.query.wholes import Base, needed, whole_of_rows
from hrss_tui.records import Prefecture, PrefectureValue, record_id
from hrss_tui.reference.places import called_whole, find_place, places
from hrss_tui.words import listed, phrase

DEFAULT_KIND = "target"
ALL = "all"
OF_REGION, OF_TABLE = "region", "table"
"""What shares are of."""


class Comparison(msgspec.Struct, frozen=True):
    """What is compared. No prefectures means all of one region; no metrics means its targets, all where it has none; `all` means every metric.

    `base` is the prefecture whose index is 100, else the mean of all is. `year` None is each metric's newest that the
    prefectures have values of (`chosen_values.timely`), or those with the codes `years_of`. `region` is
    the code of a province (of a prefecture where its counties are compared); empty is the first that has what is asked for. `kind` None
    is the first of `chosen_values.KINDS` that the year has.
    """

    prefectures: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    base: str | None = None
    year: int | None = None
    region: str = ""
    kind: str | None = None
    years_of: tuple[str, ...] = ()


class CompareRow(msgspec.Struct, frozen=True):
    """One metric of one prefecture.

    `value` is in `unit` as printed; `share` is percent of what its table prints of the region (全市; `share_of`
    region) or, in a list of some places, of these (合计; `share_of` table), of the sum where it prints neither and all places
    have a value; else None, as where numbers have no sum (rates). `rank` 1 is the largest of `of`,
    equal values share a rank; `index` is percent of the base. `operator` says how the value is meant (<= of a ceiling).
    `record_id` is what `cite` takes.
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
    operator: str = "="
    of: int | None = None
    share_of: str | None = None

    @property
    def ranked(self) -> str:
        """The rank; of how many, where these are not all places of the region: 2/3."""
        if self.rank is None or self.of is None:
            return "" if self.rank is None else str(self.rank)
        few = self.of < len(needed(region_of(self.prefecture_code)))
        return f"{self.rank}/{self.of}" if few else str(self.rank)

    @property
    def lacks_whole(self) -> bool:
        """Whether it has no share though it could: its table prints no whole of the region and lists some places only."""
        return (
            self.rank is not None
            and self.share is None
            and bool(self.value)
            and has_shares(self.unit, self.kind)
        )

    @property
    def shown(self) -> str:
        """The value as printed with what bounds it: ≤3.5."""
        return bounded(self.printed, self.operator)


class _Scale(msgspec.Struct, frozen=True):
    """What the values of one metric in one unit are measured against."""

    wholes: Mapping[str, Base]
    base: Decimal | None
    descending: tuple[Decimal, ...]


_NO_SCALE = _Scale({}, None, ())


def metrics(pack: Pack, region: str = "", kind: str | None = None) -> tuple[Metric, ...]:
    """The metrics of a package, or of a region of it, in printed order; of a kind where one is given."""
    return tuple(metrics_of(_within(pack, region), kind).values())


def _within(pack: Pack, region: str) -> Iterator[PrefectureValue]:
    """The values of a region, all without one."""
    return (row for row in pack.rows(PrefectureValue) if region in ("", region_of(row.prefecture_code)))


def whole_told(codes: Iterable[str]) -> str:
    """The key of the words for what some places are compared within, whole.province; whole.several where that is not one division."""
    found = {region_of(code) for code in codes if code}
    return f"whole.{(called_whole(found.pop()) if len(found) == 1 else None) or 'several'}"


def share_told(rows: Sequence[CompareRow]) -> str:
    """The key of the words for what the shares of some rows are of."""
    if any(row.share_of == OF_TABLE for row in rows):
        return "whole.listed"
    return whole_told(row.prefecture_code for row in rows)


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
    chosen = meant(known, asked.prefectures)
    base = resolve_one(known, asked.base) if asked.base is not None else None
    known_metrics = metrics(pack, kind=asked.kind) or metrics(pack)
    wanted = _named_metrics(known_metrics, asked.metrics) if asked.metrics else None
    if asked.prefectures:
        several = dict.fromkeys(region_of(one.code) for one in chosen)
        rows = [row for region in several for row in _compared(pack, asked, region, chosen, wanted, base)]
    else:
        default = (asked.region,) if asked.region else regions(pack)
        found = (_compared(pack, asked, region, chosen, wanted, base) for region in default)
        rows = next(filter(None, found), [])
    if not rows:
        if asked.kind is not None:
            raise NothingFoundError(phrase("error.no_metric_kind", kind=phrase(f"kind.{asked.kind}")))
        if asked.year is None:
            raise NothingFoundError(phrase("error.no_metric_places"))
        raise NothingFoundError(phrase("error.no_metric_year", year=asked.year))
    order = {one.code: place for place, one in enumerate(chosen)}
    return tuple(sorted(rows, key=lambda row: order[row.prefecture_code]))


def _compared(  # noqa: PLR0913, PLR0917
    pack: Pack,
    asked: Comparison,
    region: str,
    chosen: Sequence[Prefecture],
    named: Sequence[Metric] | None,
    base: Prefecture | None,
) -> list[CompareRow]:
    """The rows of the prefectures of one region: each is measured against these only, in years of their own."""
    within = [row for row in _within(pack, region) if asked.kind in (None, row.kind)]
    near = [row for row in within if asked.year in (None, row.year)]
    names = {one.metric for one in named} if named is not None else _aims(within, near)
    wanted = [one for one in metrics(pack) if one.metric in names] if named is None else named
    near = [row for row in near if row.metric in names]
    own = metrics_of(timely(near, asked.years_of or [one.code for one in chosen]))
    values = {
        (row.metric, row.prefecture_code): row
        for row in latest(pack, near)
        if (row.year, row.kind) == (own[row.metric].year, own[row.metric].kind)
    }
    scales = {metric: _scales(pack, values, metric, base, region) for metric in own}
    return [
        _row(prefecture, values[one.metric, prefecture.code], scales[one.metric])
        for prefecture in chosen
        for one in wanted
        if (one.metric, prefecture.code) in values
    ]


def elsewhere(pack: Pack, asked: Comparison, rows: Sequence[CompareRow]) -> tuple[str, ...]:
    """The regions that could be compared as well, where none was asked for and so one of several is shown."""
    if asked.prefectures or asked.region or not rows:
        return ()
    known, shown = prefectures(pack), region_of(rows[0].prefecture_code)
    named = metrics(pack, kind=asked.kind) or metrics(pack)
    wanted = _named_metrics(named, asked.metrics) if asked.metrics else None
    others = (region for region in regions(pack) if region != shown)
    return tuple(region for region in others if _compared(pack, asked, region, known, wanted, None))


def meant(known: Sequence[Prefecture], names: Sequence[str]) -> list[Prefecture]:
    """The prefectures that names mean, all where none is given; the name of a province means all of it, that of a prefecture alone its counties.

    Beside others a prefecture is itself, as far as it is one of those that have values.
    """
    if not names:
        return list(known)
    found: dict[str, Prefecture] = {}
    own = {one.code for one in known} if len(names) > 1 else set()
    for name in names:
        whole = _whole_meant(known, name)
        inside = [one for one in known if region_of(one.code) == whole and whole not in own]
        for one in inside or resolve(known, (name,)):
            found[one.code] = one
    return list(found.values())


def _whole_meant(known: Sequence[Prefecture], name: str) -> str | None:
    """The code of the division that a name means; one that some known place lies in by its code, pinyin and English name too."""
    place = find_place(name)
    if place is not None:
        return place.code
    wanted = fold(name)
    for code in dict.fromkeys(region_of(one.code) for one in known):
        around = places().get(code)
        if around and wanted in (code, f"{code:0<6}", around.pinyin, fold(around.name_en)):
            return code
    return None


def _aims(within: Sequence[PrefectureValue], near: Sequence[PrefectureValue]) -> set[str]:
    """The metrics of a region that are compared where none is asked for: of those with values near what is asked for its
    targets, all where it has none.
    """
    known, there = metrics_of(within), {row.metric for row in near}
    return {key for key in there if known[key].kind == DEFAULT_KIND} or there


def _named_metrics(known: Sequence[Metric], names: Sequence[str]) -> list[Metric]:
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


def _scales(
    pack: Pack,
    values: Mapping[tuple[str, str], PrefectureValue],
    metric: str,
    base: Prefecture | None,
    region: str,
) -> dict[str, _Scale]:
    """Unit without multiplier → what the values in it are measured against."""
    own: dict[str, list[PrefectureValue]] = {}
    for (key, _), row in values.items():
        value = quantity(row) if key == metric else None
        if value is not None:
            own.setdefault(value[1], []).append(row)
    return {unit: _scale(rows, whole_of_rows(pack, rows, region), base) for unit, rows in own.items()}


def _scale(rows: Sequence[PrefectureValue], wholes: Mapping[str, Base], base: Prefecture | None) -> _Scale:
    numbers = {row.prefecture_code: value[0] for row in rows if (value := quantity(row)) is not None}
    mean = sum(numbers.values(), Decimal(0)) / len(numbers)
    present = sorted(numbers.values(), reverse=True)
    return _Scale(wholes, mean if base is None else numbers.get(base.code), tuple(present))


def _row(prefecture: Prefecture, row: PrefectureValue, scales: Mapping[str, _Scale]) -> CompareRow:
    measured = None if row.kind == RANK else quantity(row)
    value, scale = (None, _NO_SCALE) if measured is None else (measured[0], scales[measured[1]])
    whole = scale.wholes.get(row.doc_id) if has_shares(row.unit, row.kind) else None
    share = percent_of(value, whole.value) if whole else None
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
        share=share,
        rank=None if value is None else scale.descending.index(value) + 1,
        index=percent_of(value, scale.base),
        printed=row.printed,
        indicator_id=row.indicator_id,
        doc_id=row.doc_id,
        line_start=row.line_start,
        line_end=row.line_end,
        record_id=record_id(row),
        operator=row.operator or "=",
        of=None if value is None else len(scale.descending),
        share_of=None if whole is None or share is None else OF_REGION if whole.full else OF_TABLE,
    )
