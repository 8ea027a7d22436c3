"""One prefecture: what is asked of it, where it stands among the others, and the money that is assigned to it.

one_prefecture(pack, "和田")
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.assigned import Pot, assigned, sums, unnamed
from hrss_tui.query.chosen_values import KINDS, quantity
from hrss_tui.query.compare import ALL, CompareRow, Comparison, compare, metrics, prefectures
from hrss_tui.query.compared import passed_over
from hrss_tui.query.percents import percent_of
from hrss_tui.query.places import region_of, resolve_one
from hrss_tui.records import Prefecture, PrefectureValue, Project, ProjectAllocation
from hrss_tui.words import phrase

MONEY = "allocation"
"""Kind of the values that say where money goes; of that of projects `assigned` says it with what remains."""


class Standing(msgspec.Struct, frozen=True):
    """A value of the prefecture with its share and rank, of how many that have one."""

    row: CompareRow
    of: int


class OnePrefecture(msgspec.Struct, frozen=True):
    """All that is known of a prefecture; `sums` are 分 by document, `unnamed` the projects that name no prefecture.

    `otherwise` counts the values beside those of `standings` that other documents state of the same year and kind.
    """

    place: Prefecture
    standings: tuple[Standing, ...]
    pots: tuple[Pot, ...]
    sums: dict[str, int]
    unnamed: tuple[Project, ...]
    otherwise: int = 0

    @property
    def has_money(self) -> bool:
        """Whether any money is known to be assigned to places: by projects and transfers, or to it by a table by place."""
        return bool(self.pots) or any(each.row.kind == MONEY for each in self.standings)


class PrefectureRow(msgspec.Struct, frozen=True):
    """One line of the page as data.

    `kind` is target, actual … (a value in `unit`, as printed; `operator` says how it is meant, <= of a ceiling), share (an amount assigned to the prefecture), sum (of the shares of a
    document), pot (a sum that prefectures have shares of), assigned and unassigned (what of it goes to them, and to none),
    rest (a part of it that names none). Amounts are exact.
    """

    kind: str
    name: str
    project: str | None
    year: int | None
    value: str | None
    amount: int | None
    unit: str | None
    share: float | None
    rank: int | None
    of: int | None
    doc_id: str
    line_start: int
    record_id: str | None
    operator: str = "="

    MONEY = ("amount",)


def one_prefecture(pack: Pack, name: str) -> OnePrefecture:
    """What the package says of a prefecture.

    Raises UsageError for a name that means none, or several, and NothingFoundError where the package has none at all.
    """
    known = prefectures(pack)
    if not known:
        raise NothingFoundError(phrase("error.no_prefectures"), phrase("error.no_prefectures.hint"))
    place = resolve_one(known, name)
    rows = _compared(pack, place.code)
    counts = Counter(map(_matter, rows))
    own = [row for row in rows if row.prefecture_code == place.code]
    pots = assigned(pack, place.code)
    return OnePrefecture(
        place=place,
        standings=tuple(Standing(row, counts[_matter(row)]) for row in own),
        pots=tuple(pots),
        sums=sums(pots),
        unnamed=tuple(unnamed(pack, pots)),
        otherwise=sum(
            passed_over(pack, [row for row in own if row.kind == kind]).otherwise
            for kind in {row.kind for row in own}
        ),
    )


def _compared(pack: Pack, code: str) -> list[CompareRow]:
    """The values of every metric of the region of a prefecture, of the newest year it has one of, each kind for itself.

    And those of the other years that the same row of a table states: 2034年资金 | 2035年资金.
    """
    rows: list[CompareRow] = []
    region = region_of(code)
    for kind in KINDS:
        rows += _of_kind(pack, Comparison((), (ALL,), region=region, kind=kind, years_of=(code,)))
    for (year, kind), beside in _beside(pack, code, rows).items():
        found = _of_kind(pack, Comparison((), (ALL,), region=region, kind=kind, year=year))
        rows += [row for row in found if row.metric in beside]
    order = {one.metric: place for place, one in enumerate(metrics(pack, region))}
    return sorted(rows, key=lambda row: (order[row.metric], -(row.year or 0)))


def _of_kind(pack: Pack, asked: Comparison) -> list[CompareRow]:
    """What is compared of a kind, but for money of which `assigned` tells; nothing where there is none."""
    with suppress(NothingFoundError):
        found = compare(pack, asked)
        return [row for row in found if asked.kind != MONEY or not _in_pots(pack, row)]
    return []


def _beside(pack: Pack, code: str, rows: Sequence[CompareRow]) -> dict[tuple[int, str], set[str]]:
    """The metrics of which a row that states a value of a prefecture states one of another year, by that and its kind."""
    newest = {
        (row.metric, row.kind, row.doc_id, row.line_start): row.year
        for row in rows
        if row.prefecture_code == code
    }
    found: dict[tuple[int, str], set[str]] = {}
    for row in pack.rows(PrefectureValue):
        year = newest.get((row.metric, row.kind, row.doc_id, row.line_start))
        if row.prefecture_code == code and row.year and year and row.year != year:
            found.setdefault((row.year, row.kind), set()).add(row.metric)
    return found


def _in_pots(pack: Pack, row: CompareRow) -> bool:
    """Whether money is a part of a project, of which `assigned` tells; that of a table by place stands with its other values."""
    projects = pack.made(_projects)
    return row.metric in projects or row.metric.rpartition(":")[0] in projects


def _projects(pack: Pack) -> frozenset[str]:
    return frozenset(pack.column(ProjectAllocation.TABLE, "project_id"))


def _matter(row: CompareRow) -> tuple[str, str, int | None, str]:
    """What values that are ranked together have in common; what does not apply has no rank."""
    own = quantity(row)
    return row.metric, row.kind, row.year, own[1] if own else ""


def as_rows(one: OnePrefecture) -> list[PrefectureRow]:
    """The page as rows, in the order in which it is read."""
    found = [_standing(standing) for standing in one.standings]
    for pot in one.pots:
        for share in pot.shares:
            found.append(
                _row(
                    "share",
                    share.item,
                    pot,
                    share.amount,
                    share.line_start,
                    share.record_id,
                    share.rank,
                    share.of,
                )
            )
    ends = {pot.doc_id: pot for pot in one.pots if pot.shares}
    for doc_id, whole in one.sums.items():
        found.append(_row("sum", one.place.short_name, ends[doc_id], whole, ends[doc_id].line_start))
    for pot in one.pots:
        found += _pot(pot)
    return found


def _standing(standing: Standing) -> PrefectureRow:
    row = standing.row
    return PrefectureRow(
        kind=row.kind,
        name=row.metric_label,
        project=None,
        year=row.year,
        value=row.printed,
        amount=None,
        unit=row.unit,
        share=row.share,
        rank=row.rank,
        of=standing.of if row.rank is not None else None,
        doc_id=row.doc_id,
        line_start=row.line_start,
        record_id=row.record_id,
        operator=row.operator,
    )


def _pot(pot: Pot) -> list[PrefectureRow]:
    """The whole, what of it is assigned and what is not, and the parts that name no prefecture."""
    found = [
        _row("pot", pot.name, pot, pot.amount, pot.line_start, pot.record_id),
        _row("assigned", pot.name, pot, pot.assigned, pot.line_start),
        _row("unassigned", pot.name, pot, pot.unassigned, pot.line_start),
    ]
    return found + [
        _row("rest", part.item, pot, part.amount, part.line_start, part.record_id) for part in pot.rest
    ]


def _row(  # noqa: PLR0913, PLR0917
    kind: str,
    name: str,
    pot: Pot,
    amount: int,
    line: int,
    record_id: str | None = None,
    rank: int | None = None,
    of: int | None = None,
) -> PrefectureRow:
    share = percent_of(amount, pot.amount) if kind != "sum" else None
    project = None if kind == "sum" else pot.name
    return PrefectureRow(
        kind, name, project, pot.year, None, amount, None, share, rank, of, pot.doc_id, line, record_id
    )
