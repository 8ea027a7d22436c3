"""The figures a figure is to be seen beside: of its indicator, of its table, of the other prefectures, of its project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from hrss_tui.formulas import without_math
from hrss_tui.query.bilingual import Printed
from hrss_tui.query.evidence.own import Own, Owns
from hrss_tui.query.indicators import Statement, stated_of
from hrss_tui.query.outcomes import amount, matter
from hrss_tui.records import (
    BudgetLine,
    Fact,
    Observation,
    PerformanceTarget,
    Prefecture,
    PrefectureTotal,
    PrefectureValue,
    ProjectAllocation,
    record_id,
)
from hrss_tui.words import Phrase, named_or, phrase

MOST = 20


class Peer(msgspec.Struct, frozen=True):
    """A figure: what it is of, as printed with its unit, its size in a unit that all of them have, its place."""

    label: str
    printed: str
    size: Decimal
    own: bool
    record: str
    source: str


class Peers(msgspec.Struct, frozen=True):
    """Figures of one kind and unit; `title` says of which."""

    title: str = ""
    rows: tuple[Peer, ...] = ()


def peers(owns: Owns, record: Fact) -> Peers:
    """What a figure is drawn beside; nothing where it stands alone."""
    own = owns.of(record.doc_id)
    found = Peers()
    if own is None:
        return found
    match record:
        case BudgetLine():
            found = Peers(phrase("evidence.peers.table"), _rows_of_table(own, record))
        case PrefectureValue():
            found = Peers(phrase("evidence.peers.prefectures"), _prefectures(owns, own, record))
        case ProjectAllocation():
            found = Peers(phrase("evidence.peers.project"), _allocations(own, record))
        case Observation() | PrefectureTotal() | PerformanceTarget():
            found = Peers(phrase("evidence.peers.indicator"), _stated(owns, record))
        case _:
            pass
    return found if len(found.rows) > 1 else Peers()


def _chosen(rows: Iterable[Peer]) -> tuple[Peer, ...]:
    """At most `MOST`, the figure itself among them, in the order given; what a document says twice the same once."""
    said: dict[tuple[str, str, str], Peer] = {}
    for row in rows:
        key = (row.label, row.printed.replace(" ", ""), row.source.rpartition(":")[0])
        said[key] = row if row.own or key not in said else said[key]
    listed = list(said.values())
    own = [row for row in listed if row.own]
    kept = listed[:MOST]
    return tuple(kept if any(row.own for row in kept) else [*kept[: MOST - 1], *own[:1]])


def _rows_of_table(own: Own, record: BudgetLine) -> tuple[Peer, ...]:
    """Rows of the same table one level below the same row, of the same unit and column: parts of one sum."""
    rows = own.pack.rows(BudgetLine)
    same = [
        row
        for row in rows
        if (row.table_kind, row.measure, row.parent_id, row.unit_name, row.level, row.year, row.phase)
        == (
            record.table_kind,
            record.measure,
            record.parent_id,
            record.unit_name,
            record.level,
            record.year,
            record.phase,
        )
        and bool(row.project) == bool(record.project)
    ]
    same.sort(key=lambda row: -row.amount)
    return _chosen(
        Peer(
            Printed(row.project or row.code or "", "" if row.project else row.name),
            row.printed,
            Decimal(row.amount),
            row.line_id == record.line_id,
            row.line_id,
            f"{row.doc_id}:{row.line_start}",
        )
        for row in same
    )


def _prefectures(owns: Owns, own: Own, record: PrefectureValue) -> tuple[Peer, ...]:
    names = {
        row.code: Phrase(row.short_name, row.name_en or row.short_name) for row in owns.pack.rows(Prefecture)
    }
    wanted = record_id(record)
    rows = [
        row
        for row in own.pack.rows(PrefectureValue)
        if (row.metric, row.year, row.kind, row.unit)
        == (record.metric, record.year, record.kind, record.unit)
    ]
    return tuple(
        Peer(
            names.get(row.prefecture_code, row.prefecture_code),
            row.printed,
            Decimal(str(row.value)) if row.value is not None else Decimal(0),
            record_id(row) == wanted,
            record_id(row),
            f"{row.doc_id}:{row.line_start}",
        )
        for row in rows
    )


def _allocations(own: Own, record: ProjectAllocation) -> tuple[Peer, ...]:
    rows = [
        row
        for row in own.pack.rows(ProjectAllocation)
        if (row.project_id, row.parent_item) == (record.project_id, record.parent_item)
    ]
    return _chosen(
        Peer(
            row.item,
            row.printed,
            Decimal(row.amount),
            row.allocation_id == record.allocation_id,
            row.allocation_id,
            f"{row.doc_id}:{row.line_start}",
        )
        for row in rows
    )


def _stated(owns: Owns, record: Observation | PrefectureTotal | PerformanceTarget) -> tuple[Peer, ...]:
    """Whole values of the same indicator, place and scope in the same unit, by period."""
    if not record.indicator_id:
        return ()
    rows = stated_of(owns.pack, record.indicator_id)
    own = next((row for row in rows if row.record_id == record_id(record)), None)
    value = amount(own) if own is not None and own.change is None else None
    if own is None or value is None:
        return ()
    return _chosen(_like(rows, own, value[1]))


def _like(rows: Iterable[Statement], own: Statement, unit: str) -> Iterator[Peer]:
    for row in sorted(rows, key=lambda row: (row.period or "", row.kind, row.doc_id)):
        value = amount(row)
        if value is None or row.change is not None or value[1] != unit or matter(row) != matter(own):
            continue
        kind = named_or(f"kind.{row.kind}", row.kind)
        printed = without_math(row.printed)
        operator = row.operator if row.operator != "=" and printed[:1].isdigit() else ""
        yield Peer(
            Phrase(f"{row.period or ''} {kind}".strip(), f"{row.period or ''} {kind.en}".strip()),
            Printed(f"{operator}{printed}{'' if (row.unit or '') in printed else row.unit or ''}"),
            value[0],
            row.record_id == own.record_id,
            row.record_id,
            f"{row.doc_id}:{row.line_start}",
        )
