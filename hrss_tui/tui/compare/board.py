"""What prefectures are compared by: the values, the metrics, the places shown; what to know when reading one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.query.averages import has_shares
from hrss_tui.query.compare import CompareRow, Comparison, compare, whole_told
from hrss_tui.query.compared import NOTHING_LEFT, PassedOver, differing, in_one_unit, passed_over
from hrss_tui.query.exact import exact as as_printed
from hrss_tui.query.places import region_of
from hrss_tui.query.wholes import whole_of_rows
from hrss_tui.records import Prefecture
from hrss_tui.reference.units import split_unit
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line, Seg, line

TITLED = 20
"""Cells of the document that a metric is from, where another is called the same."""
MODES = ("value", "share", "rank", "index", "difference")


class Metric(msgspec.Struct, frozen=True):
    """A metric as a column: key, label as printed, unit, year, kind."""

    key: str
    label: str
    unit: str
    year: int | None
    kind: str


class Board(msgspec.Struct, frozen=True):
    """What is compared: rows by (prefecture, metric), the metrics, the prefectures shown in order.

    `everyone` are all prefectures of the regions those are of, `left` what of their values is not shown, `means` the mean of
    what counts the same in a region.
    """

    rows: dict[tuple[str, str], CompareRow]
    metrics: tuple[Metric, ...]
    places: tuple[Prefecture, ...]
    base: str = ""
    everyone: tuple[Prefecture, ...] = ()
    left: PassedOver = NOTHING_LEFT
    means: dict[tuple[str, ...], Decimal] = {}

    def of(self, metric: str) -> list[CompareRow]:
        """The rows of a metric over the prefectures shown."""
        found = (self.rows.get((place.code, metric)) for place in self.places)
        return [row for row in found if row is not None]

    def reference(self, row: CompareRow) -> Decimal | None:
        """What a value is less in a difference: the base, else the mean of its region; of what counts the same only."""
        base = self.rows.get((self.base, row.metric))
        if self.base:
            return (
                exact(base) if base and base.value is not None and not any(differing((row, base))) else None
            )
        return self.means.get(_counted(row))


def board(desk: Desk, codes: Sequence[str], base: str, by_code: bool, region: str = "") -> Board:
    """Read the comparison; no codes means all prefectures of a region, the first where none is given.

    Raises HrssError for a base that is none.
    """
    known = desk.data.prefectures
    whole = {region_of(code) for code in codes} or {region or next(iter(desk.data.regions), "")}
    everyone = tuple(place for place in known.values() if region_of(place.code) in whole) or tuple(
        known.values()
    )
    listed = sorted(everyone, key=lambda place: place.work_order)
    asked = Comparison(tuple(place.code for place in listed), ("all",), base or None, years_of=tuple(codes))
    found = compare(desk.data.pack, asked)
    rows = {(row.prefecture_code, row.metric): row for row in in_one_unit(found)}
    metrics = {
        row.metric: Metric(
            row.metric,
            desk.metric_named(row.metric, row.metric_label),
            row.unit,
            row.year,
            row.kind,
        )
        for row in rows.values()
    }
    ordered = sorted(everyone, key=lambda place: place.code_order if by_code else place.work_order)
    places = [known[code] for code in codes] if codes else ordered
    left = passed_over(desk.data.pack, found, [place.code for place in listed])
    told = _told_apart(desk, metrics, {row.metric: row.doc_id for row in reversed(rows.values())})
    return Board(rows, told, tuple(places), base, everyone, left, _means(rows.values()))


def _told_apart(desk: Desk, metrics: dict[str, Metric], documents: dict[str, str]) -> tuple[Metric, ...]:
    """Those of one name and year begin with the document that each is from."""
    again = Counter((one.label, one.year) for one in metrics.values())
    return tuple(
        one
        if again[one.label, one.year] == 1
        else msgspec.structs.replace(one, label=f"{desk.called(documents[one.key], TITLED)} {one.label}")
        for one in metrics.values()
    )


def _counted(row: CompareRow) -> tuple[str, ...]:
    """What values have in common that are measured against one mean; a region has one year and kind of a metric."""
    return region_of(row.prefecture_code), row.metric, row.unit


def _means(rows: Iterable[CompareRow]) -> dict[tuple[str, ...], Decimal]:
    own: dict[tuple[str, ...], list[Decimal]] = {}
    for row in rows:
        if row.value is not None:
            own.setdefault(_counted(row), []).append(exact(row))
    return {key: sum(values, Decimal(0)) / len(values) for key, values in own.items()}


def board_of_all(of: Board) -> Board:
    """The same rows with every prefecture: the map always shows all."""
    return msgspec.structs.replace(of, places=of.everyone)


def name_of(desk: Desk, place: Prefecture) -> str:
    """A prefecture's name in the language of the reader."""
    return place.name_en if desk.lang == "en" else place.short_name


def unit_of(desk: Desk, metric: Metric, mode: str) -> str:
    """What the numbers of a column count in a mode."""
    return {"share": "%", "rank": desk.say("compare.rank"), "index": desk.say("compare.index")}.get(
        mode, desk.unit_named(metric.unit)
    )


def exact(row: CompareRow) -> Decimal:
    """The value as printed, exactly; nothing where the metric does not apply."""
    if row.value is None:
        return Decimal(0)
    return as_printed(row.printed, row.value)


def notes(desk: Desk, of: Board, metric: Metric | None) -> list[Line]:
    """What to know when reading the chosen metric: total, what does not apply, what must not be mixed with it."""
    if metric is None:
        return []
    say, join = desk.say, desk.say("tui.join")
    rows = [row for (_, key), row in of.rows.items() if key == metric.key]
    absent = [row.prefecture_en if desk.lang == "en" else row.prefecture for row in rows if row.value is None]
    parts: list[Seg | str] = [
        Seg(metric.label, "strong"),
        f"  {metric.year or ''} {kind_name(desk, metric)}  ",
        *_total(desk, rows, metric),
    ]
    if absent:
        parts.append(Seg(f"  {say('compare.absent', names=join.join(absent))}", "dim"))
    lines = [line(*parts, source=f"{rows[0].doc_id}:{rows[0].line_start}" if rows else "", indent=2)]
    others = [
        f"{one.year or ''} {kind_name(desk, one)} {desk.unit_named(one.unit)}".strip()
        for one in unlike(of, metric)
    ]
    if others:
        warning = say("compare.unlike", others=join.join(dict.fromkeys(others)))
        lines.append(line(Seg(warning, "warn"), indent=2))
    return [*lines, *_left(desk, of.left)]


def _total(desk: Desk, rows: Sequence[CompareRow], metric: Metric) -> list[str]:
    """The figure of all of a region, see `whole_of_rows`; none of several, nor of values that are not of one year, kind and unit or have no sum."""
    several = len({region_of(row.prefecture_code) for row in rows}) > 1
    if several or any(differing(rows)) or not has_shares(metric.unit, metric.kind):
        return []
    own = [row for row in rows if row.value is not None]
    if any(row.lacks_whole for row in own):
        whole = desk.say(whole_told(row.prefecture_code for row in own))
        return [desk.say("compared.no_whole", count=1, whole=whole)]
    found = whole_of_rows(desk.data.pack, own, region_of(own[0].prefecture_code)).values() if own else ()
    values = {each.value for each in found}
    if len(values) != 1 or not all(each.full for each in found):
        return []
    total = values.pop() / split_unit(metric.unit)[0]
    whole = desk.say(whole_told(row.prefecture_code for row in rows))
    return [desk.say("compare.total", whole=whole, total=f"{total:,}", unit=desk.unit_named(metric.unit))]


def _left(desk: Desk, left: PassedOver) -> list[Line]:
    """How many values of other kinds, of documents that say otherwise and of other years are not shown."""
    join = desk.say("tui.join")
    kinds = [f"{desk.words.get(f'kind.{kind}', kind)} {count}" for kind, count in left.kinds.items()]
    said = [desk.say("compare.kinds", kinds=join.join(kinds))] if kinds else []
    said += [desk.say("compare.otherwise", count=left.otherwise)] if left.otherwise else []
    years = [desk.say("compare.year", year=year, count=count) for year, count in left.years.items()]
    said += [desk.say("compare.years", years=join.join(years))] if years else []
    return [line(Seg(text, "warn"), indent=2) for text in said]


def kind_name(desk: Desk, metric: Metric) -> str:
    """Whether the values are targets, allocations or what happened, in words."""
    return desk.words.get(f"kind.{metric.kind}", metric.kind)


def unlike(of: Board, metric: Metric) -> list[Metric]:
    """The metrics beside the chosen one that count something else, or for another year."""
    mine = (metric.unit, metric.kind, metric.year)
    return [one for one in of.metrics if (one.unit, one.kind, one.year) != mine]
