"""What the printed total of a table by place is of: of the whole place only where it says so (全市, the name of the place) or all
divisions of the place are listed. 合计 of some counties is the sum of these.

    for each in wholes(pack): each.total, each.region, each.full
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Protocol

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.query.chosen_values import Valued, quantity
from hrss_tui.query.places import CORPS, region_of
from hrss_tui.records import Block, PrefectureTotal, PrefectureValue, record_id
from hrss_tui.reference.places import NATION, listed_divisions, tells_whole

_OF_CORPS = "6590"
"""How the codes of the cities of the corps begin: a table counts them to the corps, beside the prefectures or below them."""
_BESIDE = ("71", "81", "82")
"""Provinces of which the figures of the nation tell nothing."""
_PROVINCE = 2
_ROW = "table_row"
_GIVEN = "allocation"


class Whole(msgspec.Struct, frozen=True):
    """A printed total: the region whose divisions its rows are, empty for several; whether it is of all of the region."""

    total: PrefectureTotal
    region: str
    full: bool


class Base(msgspec.Struct, frozen=True):
    """What values are in percent of, without the multiplier of their unit; whether that is all of the region."""

    value: Decimal
    full: bool


class Part(Valued, Protocol):
    """A value of a place: a row of the package or of a comparison."""

    @property
    def prefecture_code(self) -> str:
        """Of which place."""

    @property
    def metric(self) -> str:
        """Of what."""

    @property
    def year(self) -> int | None:
        """For which year."""

    @property
    def kind(self) -> str:
        """Whether it is a target or an outcome."""

    @property
    def doc_id(self) -> str:
        """The document that states it."""

    @property
    def line_start(self) -> int:
        """The first line that states it."""


def whole_of_rows(pack: Pack, rows: Sequence[Part], region: str) -> dict[str, Base]:
    """Document → the whole that values of one metric, year, kind and unit of a region are parts of.

    It is what their table prints of the whole, else its 合计 of the places listed; where it prints neither their sum, if all
    divisions have one. A sentence that gives money to places names all that get some: their sum is all of it. A document of
    which it is not known is left out.
    """
    found: dict[str, Base] = {}
    for doc_id in dict.fromkeys(row.doc_id for row in rows):
        own = next(row for row in rows if row.doc_id == doc_id)
        base = _printed(pack, own, region) or _sum(
            rows, lists_all(region, _codes(rows)) or _is_told(pack, rows)
        )
        if base is not None:
            found[doc_id] = base
    return found


def _codes(rows: Sequence[Part]) -> set[str]:
    return {row.prefecture_code for row in rows}


def _is_told(pack: Pack, rows: Sequence[Part]) -> bool:
    """Is it money that one sentence gives to several places, and no row of a table?"""
    lines = {(row.doc_id, row.line_start) for row in rows}
    given = len(lines) == 1 and all(row.kind == _GIVEN for row in rows)
    return given and lines.isdisjoint(pack.made(_table_rows))


def _sum(rows: Sequence[Part], known: bool) -> Base | None:
    if not known:
        return None
    return Base(
        sum((value[0] for row in rows if (value := quantity(row)) is not None), Decimal(0)), full=True
    )


def _printed(pack: Pack, one: Part, region: str) -> Base | None:
    """What the table of a value prints of the whole region, in the unit of the value: its total, or the row of the region among others."""
    key, unit = _key(one), (quantity(one) or (0, one.unit))[1]
    above = pack.made(_of_places).get((*key, region))
    totals = [each for each in pack.made(_by_matter).get(key, ()) if each.region == region]
    stated: list[tuple[Valued, bool]] = [(each.total, each.full) for each in totals]
    stated += [(above, True)] if above is not None else []
    for each, full in sorted(stated, key=lambda one: not one[1]):
        value = quantity(each)
        if value is not None and value[1] == unit:
            return Base(value[0], full)
    return None


def of_some(pack: Pack) -> frozenset[str]:
    """Records of the totals that are of some places of a region only, or not known to be of all."""
    return frozenset(record_id(each.total) for each in pack.made(wholes) if not each.full)


def lists_all(region: str, codes: Collection[str]) -> bool:
    """Whether some places are all divisions of a region; the cities of the corps may be in what it has itself."""
    return needed(region) <= set(codes)


@cache
def needed(region: str) -> frozenset[str]:
    """The codes of the divisions that a list of all of a region has."""
    return frozenset(each.code for each in listed_divisions(region) if not each.code.startswith(_OF_CORPS))


def wholes(pack: Pack) -> list[Whole]:
    """Every printed total of a table by place."""
    values: dict[tuple[str, int | None, str, str], list[PrefectureValue]] = {}
    totals = pack.rows(PrefectureTotal)
    for row in pack.rows(PrefectureValue) if totals else ():
        values.setdefault(_key(row), []).append(row)
    texts = _Texts(pack)
    return [_whole(total, values.get(_key(total), ()), texts) for total in totals]


def _whole(total: PrefectureTotal, values: Sequence[PrefectureValue], texts: _Texts) -> Whole:
    first, last = total.rows_start, total.rows_end
    codes = {
        row.prefecture_code
        for row in values
        if first is None or last is None or first <= row.line_start <= last
    }
    regions = {_above(code) for code in codes} - codes
    if len(regions) != 1:
        return Whole(total, "", full=False)
    (region,) = regions
    listed = {code for code in codes if _above(code) == region}
    full = lists_all(region, listed) or any(tells_whole(cell, region) for cell in texts.labels(total))
    return Whole(total, region, full)


def _above(code: str) -> str:
    return region_of(code) if len(code) > _PROVINCE or code in CORPS else NATION


def _by_matter(pack: Pack) -> dict[tuple[str, int | None, str, str], list[Whole]]:
    found: dict[tuple[str, int | None, str, str], list[Whole]] = {}
    for each in pack.made(wholes):
        found.setdefault(_key(each.total), []).append(each)
    return found


def _of_places(pack: Pack) -> dict[tuple[str, int | None, str, str, str], PrefectureValue]:
    """The values by what they are and of which place."""
    return {(*_key(row), row.prefecture_code): row for row in pack.rows(PrefectureValue)}


def _key(row: Part | PrefectureTotal) -> tuple[str, int | None, str, str]:
    return row.metric, row.year, row.kind, row.doc_id


class _Texts:
    """The cells of the lines of totals, read when the first is asked for."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.known: dict[tuple[str, int, bool], tuple[str, ...]] = {}

    def labels(self, total: PrefectureTotal) -> tuple[str, ...]:
        """The cells of the line of a total; where its places are columns those of the rows of its table above it too."""
        turned = total.rows_start == total.rows_end == total.line_start
        key = (total.doc_id, total.line_start, turned)
        if key not in self.known:
            self.known[key] = tuple(self._cells(*key))
        return self.known[key]

    def _cells(self, doc_id: str, line: int, turned: bool) -> Iterator[str]:
        rows = self.pack.made(_table_rows)
        text = rows.get((doc_id, line))
        while text is not None:
            yield from text.split("\t")
            line -= 1
            text = rows.get((doc_id, line)) if turned else None


def _table_rows(pack: Pack) -> dict[tuple[str, int], str]:
    """The rows of tables by document and line."""
    kinds = pack.column(Block.TABLE, "kind")
    columns = (pack.column(Block.TABLE, name) for name in ("doc_id", "line_start", "text"))
    return {
        (doc_id, line): text for kind, doc_id, line, text in zip(kinds, *columns, strict=True) if kind == _ROW
    }
