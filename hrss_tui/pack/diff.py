"""What changed between two packages, record by record, matched by what a record is about.

A budget amount is the same record when year, table, code, unit, project and column are the same, wherever its
line moved to; a prefecture's value by prefecture, metric and year; an observation by document, indicator,
period and scope. `NATURAL` holds these keys. Lines and ids made of lines are places, not facts, and are never
compared. Records that share a key are matched by likeness, so that one inserted row does not shift the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any, Final, Literal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.money import FEN, shown_yuan
from hrss_tui.pack.natural import NATURAL, PLACES, Natural, hashable
from hrss_tui.pack.pairing import Budget, Row, paired, parted
from hrss_tui.pack.read import Pack
from hrss_tui.pack.renamed import other_ids, with_ids
from hrss_tui.words import listed, phrase

_NUMBER: Final = re.compile(r"-?\d{1,30}(\.\d{1,30})?")
Kind = Literal["added", "removed", "changed"]
Value = str | int | float | Decimal | bool | None


class Difference(msgspec.Struct, frozen=True):
    """One thing that differs.

    `key` is the natural key in words and `label` the record's name. A changed record gives one row per changed
    `column`; added and removed ones give their figure, where they have one, as `new` or `old`. `difference` is
    new minus old where both are numbers. Lines are those of the two source files. `record` numbers what differs, from 1:
    the rows of one record share it, for a key and lines may be those of several.
    """

    table: str
    change: Kind
    key: str
    label: str
    column: str | None
    old: Value
    new: Value
    difference: int | float | Decimal | None
    doc_id: str | None
    line_old: int | None
    line_new: int | None
    record: int


OWN: Final = ("package", "schema")
"""What differs beside tables, by the names under which it is listed."""


def diff(old: Pack, new: Pack, budget: Budget | None = None, tables: Sequence[str] = ()) -> list[Difference]:
    """All differences: the package's own data, the schema, then table by table in the order of the new one.

    `budget` bounds the work, and says afterwards for how many keys rows were matched by nothing but their order. With
    `tables` only these are compared. Raises UsageError for one that neither package has.
    """
    budget = budget or Budget()
    known = dict.fromkeys((*new.tables, *old.tables))
    unknown = next((table for table in tables if table not in known and table not in OWN), None)
    if unknown is not None:
        hint = phrase("error.no_such_table.hint", tables=listed((*OWN, *known)))
        raise UsageError(phrase("error.no_such_table", table=unknown), hint)
    number = count(1)
    ids = other_ids(old, new)
    heads = (*_heads(old, new, number), *_schemas(old, new, number))
    found = [one for one in heads if not tables or one.table in tables]
    for table in known:
        if tables and table not in tables:
            continue
        if table == "documents":
            found += _renamed(new, ids, number)
        if _is_same(old, new, table):
            old.check(table)
            new.check(table)
        else:
            found += _tables(table, _rows(old, table, ids), _rows(new, table, {}), budget, number)
    return found


def _is_same(old: Pack, new: Pack, table: str) -> bool:
    """Whether a table, and what its rows refer to, is the same to the byte: large ones need not be read for that."""
    known = NATURAL.get(table)
    needed = {table, *(one.table for one in known.references.values())} if known else {table}
    return old.format_version == new.format_version and all(
        name in old.schema
        and old.schema[name] == new.schema.get(name)
        and old.head["digests"].get(name) == new.head["digests"].get(name)
        for name in needed
    )


class TableCounts(msgspec.Struct, frozen=True):
    """How many records of a table were added, removed and changed."""

    table: str
    added: int
    removed: int
    changed: int


def table_counts(differences: Iterable[Difference]) -> list[TableCounts]:
    """Per table with differences how many there are."""
    return [TableCounts(table, **found) for table, found in counts(differences).items()]


def counts(differences: Iterable[Difference]) -> dict[str, dict[Kind, int]]:
    """Records added, removed and changed per table; a record with two changed columns counts once."""
    totals: dict[str, dict[Kind, int]] = {}
    for one in {d.record: d for d in differences}.values():
        totals.setdefault(one.table, {"added": 0, "removed": 0, "changed": 0})[one.change] += 1
    return totals


def _heads(old: Pack, new: Pack, number: Iterator[int]) -> Iterator[Difference]:
    keys = [key for key in dict.fromkeys((*new.package, *old.package)) if key != "sources"]
    for key in keys:
        before, after = old.package.get(key), new.package.get(key)
        if before != after:
            yield _place(next(number), "package", "changed", key, (before, after))


def _schemas(old: Pack, new: Pack, number: Iterator[int]) -> Iterator[Difference]:
    """Tables and columns that only one of the packages has, and columns whose type or unit differs."""
    before, after = _described(old), _described(new)
    for place in dict.fromkeys((*after, *before)):
        if before.get(place) != after.get(place):
            change: Kind = "added" if place not in before else "removed" if place not in after else "changed"
            yield _place(next(number), "schema", change, place, (before.get(place), after.get(place)))


def _described(pack: Pack) -> dict[str, str]:
    return {
        f"{table}.{column['name']}": " ".join(filter(None, (column["type"], column.get("unit"))))
        for table, columns in pack.schema.items()
        for column in columns
    }


def _place(record: int, table: str, change: Kind, key: str, values: tuple[Any, Any]) -> Difference:
    old, new = (_plain(value) for value in values)
    return Difference(table, change, key, key, None, old, new, None, None, None, None, record)


def _renamed(new: Pack, ids: Mapping[str, str], number: Iterator[int]) -> Iterator[Difference]:
    """The documents that have another id than before."""
    titles = dict(zip(new.column("documents", "doc_id"), new.column("documents", "title"), strict=True))
    for before, after in ids.items():
        yield Difference(
            "documents", "changed", after, titles[after], "doc_id", before, after, None, after, None, None, next(number)
        )  # fmt: skip


def _rows(pack: Pack, table: str, ids: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows of a table, money in 元, with references to other tables replaced by what they refer to.

    `ids` are other ones for documents.
    """
    if table not in pack.schema:
        return []
    rows = [_in_yuan(row, _money(pack, table)) for row in with_ids(_read(pack, table), ids)]
    for column, reference in _natural(table, rows).references.items():
        if reference.table in pack.schema and rows and column in rows[0]:
            names = {
                hashable(row[reference.column]): _joined(row.get(name) for name in reference.names)
                for row in with_ids(_read(pack, reference.table), ids)
            }
            rows = [{**row, column: names.get(hashable(row.get(column)), row.get(column))} for row in rows]
    return rows


def _read(pack: Pack, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, of which the package keeps nothing."""
    names = [column["name"] for column in pack.schema[table]]
    columns = [pack.passing(table, name) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def _money(pack: Pack, table: str) -> tuple[str, ...]:
    return tuple(column["name"] for column in pack.schema[table] if column.get("unit") == FEN)


def _in_yuan(row: Row, money: Iterable[str]) -> dict[str, Any]:
    return {**row, **{name: shown_yuan(row[name]) for name in money}}


def _natural(table: str, rows: Sequence[Row]) -> Natural:
    """The natural key of a table; for one this program does not know, its first column."""
    known = NATURAL.get(table)
    return known or Natural((next(iter(rows[0])),) if rows else ())


def _tables(
    table: str, old: Sequence[Row], new: Sequence[Row], budget: Budget, number: Iterator[int]
) -> Iterator[Difference]:
    natural = _natural(table, old or new)
    before, after = _grouped(natural, old), _grouped(natural, new)
    compared = _compared(natural, old, new)
    for key in dict.fromkeys((*after, *before)):
        groups = list(parted(before.get(key, []), after.get(key, []), natural.apart))
        for some, others in groups:
            told = [str(row.get(name) or "") for row in (*some, *others)[:1] for name in natural.apart]
            words = _joined((*told, *key) if len(groups) > 1 else key)
            for left, right in paired(some, others, compared, budget):
                subject = _Subject(table, natural, words, left, right)
                if left is None or right is None:
                    yield _only_one(subject, next(number))
                elif changed := list(_changes(natural, left, right, compared)):
                    record = next(number)
                    yield from (subject.difference(record, "changed", *one) for one in changed)


def _grouped(natural: Natural, rows: Iterable[Row]) -> dict[tuple[Any, ...], list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(natural.of(row), []).append(row)
    return groups


def _compared(natural: Natural, old: Sequence[Row], new: Sequence[Row]) -> list[str]:
    """Columns that both sides of a match are compared in: facts that both packages have a column for."""
    left_out = {*natural.key, *natural.ids, *natural.places, *PLACES}
    before, after = (old or new)[:1], (new or old)[:1]
    return [name for row in after for name in row if name not in left_out and name in before[0]]


class _Subject(msgspec.Struct, frozen=True):
    """A record in both packages, or in one of them."""

    table: str
    natural: Natural
    key: str
    old: Row | None
    new: Row | None

    def difference(self, record: int, change: Kind, column: str | None, old: Value, new: Value) -> Difference:
        """A difference of this record."""
        row = self.new or self.old or {}
        return Difference(
            table=self.table,
            change=change,
            key=self.key,
            label=_joined(row.get(name) for name in self.natural.label),
            column=column,
            old=old,
            new=new,
            difference=_minus(new, old, self._is_figure(column)),
            doc_id=row.get("doc_id"),
            line_old=self.old.get("line_start") if self.old else None,
            line_new=self.new.get("line_start") if self.new else None,
            record=record,
        )

    def _is_figure(self, column: str | None) -> bool:
        """May a text in the column be a number? A code, a year or a number of a document is a name."""
        return column is not None and (column == self.natural.value or column in _FIGURES)


_FIGURES: Final = frozenset(("previous", "value", "weight"))


def _only_one(subject: _Subject, record: int) -> Difference:
    column = subject.natural.value
    row = subject.new or subject.old or {}
    value = _plain(row.get(column)) if column else None
    if subject.old is None:
        return subject.difference(record, "added", column, None, value)
    return subject.difference(record, "removed", column, value, None)


def _changes(
    natural: Natural, old: Row, new: Row, compared: Sequence[str]
) -> Iterator[tuple[str, Value, Value]]:
    """What each changed column was and is; a figure speaks for its printed form."""
    figure = natural.value
    spoken_for = figure is not None and old.get(figure) != new.get(figure)
    for name in compared:
        before, after = _plain(old.get(name)), _plain(new.get(name))
        if before != after and not (spoken_for and name.endswith("printed")):
            yield name, before, after


def _minus(new: Value, old: Value, figure: bool) -> int | float | Decimal | None:
    """The difference by decimals as they print, so that 0.3 - 0.1 is 0.2; of texts only where they are figures."""
    if isinstance(new, bool) or isinstance(old, bool) or new is None or old is None:
        return None
    if isinstance(new, int | Decimal) and isinstance(old, int | Decimal):
        return new - old
    if not figure and (isinstance(new, str) or isinstance(old, str)):
        return None
    if _NUMBER.fullmatch(str(new)) and _NUMBER.fullmatch(str(old)):
        return float(Decimal(str(new)) - Decimal(str(old)))
    return None


def _plain(value: Any) -> Value:
    """A value of a column as one cell."""
    return _joined(value) if isinstance(value, list | tuple) else value


def _joined(parts: Iterable[Any]) -> str:
    return " · ".join(str(part) for part in parts if part is not None and part != "")
