"""The rows of one document of a package: only they become records, however many documents the package holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from typing_extensions import override

from hrss_tui.pack.read import Pack
from hrss_tui.pack.stored import StoredPack
from hrss_tui.pack.stretches import Stretches, check_counts, checked_across
from hrss_tui.pack.values import harmless


def has_documents(pack: Pack, table: str) -> bool:
    """Whether the rows of a table belong to documents."""
    return any(column["name"] == "doc_id" for column in pack.schema.get(table, ()))


class Places:
    """Which rows of which table belong to which document, worked out table by table when asked for."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._known: dict[str, Mapping[str, Sequence[int]]] = {}
        self._counts: dict[str, Mapping[str, int]] = {}

    def of(self, table: str, doc_id: str) -> Sequence[int]:
        """The places of a document's rows in a table that has documents."""
        return self._table(table).get(doc_id, ())

    def counts(self, table: str) -> Mapping[str, int]:
        """How many rows of a table each document has, in the order of the rows; nothing of a table without documents."""
        if table not in self._counts:
            known = self._table(table) if has_documents(self._pack, table) else {}
            self._counts[table] = {doc_id: len(rows) for doc_id, rows in known.items()}
        return self._counts[table]

    @cached_property
    def checks(self) -> dict[tuple[str, str, str], int]:
        """How many checks there are by document, kind and result, in the order of the package."""
        said = self._said
        if said is None:
            names = ("doc_id", "kind", "status")
            return check_counts({name: self._pack.column("checks", name) for name in names})
        ids = said.documents
        return {(ids[at], harmless(kind), harmless(status)): count for at, kind, status, count in said.checks}

    @cached_property
    def across(self) -> dict[str, list[str]]:
        """Document → others with checks that speak of its figures."""
        if self._said is None:
            names = ("doc_id", "records")
            known = set(self._pack.column("documents", "doc_id"))
            pairs = checked_across({name: self._pack.column("checks", name) for name in names}, known)
        else:
            pairs = [
                (self._said.documents[one], self._said.documents[other]) for one, other in self._said.across
            ]
        found: dict[str, list[str]] = {}
        for one, other in pairs:
            found.setdefault(one, []).append(other)
        return found

    @cached_property
    def _said(self) -> Stretches | None:
        """What a large package says of its checks; None where it does not, or where that makes no sense."""
        said = self._pack.stretches if isinstance(self._pack, StoredPack) else None
        if said is None or sum(count for *_, count in said.checks) != self._pack.count("checks"):
            return None
        places = [at for at, *_ in said.checks] + [at for pair in said.across for at in pair]
        return said if min(places, default=0) >= 0 and max(places, default=-1) < len(said.documents) else None

    def _table(self, table: str) -> Mapping[str, Sequence[int]]:
        if table not in self._known:
            runs = self._pack.runs(table) if isinstance(self._pack, StoredPack) else None
            self._known[table] = (
                _by_column(self._pack.column(table, "doc_id"))
                if runs is None
                else {doc_id: _rows(own) for doc_id, own in runs.items()}
            )
        return self._known[table]


def _rows(own: Sequence[Any]) -> Sequence[int]:
    """The places of the rows of some runs."""
    if len(own) == 1:
        return range(own[0].first, own[0].first + own[0].rows)
    return [place for run in own for place in range(run.first, run.first + run.rows)]


def _by_column(ids: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, doc_id in enumerate(ids):
        found.setdefault(doc_id, []).append(place)
    return found


class DocumentPack(Pack):
    """A package as far as one document goes; tables that belong to no document are whole."""

    def __init__(self, pack: Pack, places: Places, doc_id: str) -> None:
        tables: Mapping[str, Any] = {}
        super().__init__(pack.path, pack.head, tables)
        self._whole = pack
        self._places = places
        self._doc_id = doc_id
        self._pieces: dict[str, list[dict[str, bytes]]] = {}

    @override
    def _types(self, table: str) -> dict[str, str]:
        """Those of the whole, which knows them already: a package of many documents is asked for them for each."""
        return self._whole._types(table)

    @override
    def count(self, table: str) -> int:
        if "doc_id" not in self._types(table):
            return self._whole.count(table)
        return len(self._places.of(table, self._doc_id))

    @override
    def _column(self, table: str, name: str) -> list[Any]:
        if "doc_id" not in self._types(table):
            return self._whole.column(table, name)
        if isinstance(self._whole, StoredPack) and name in self._types(table):
            runs = self._whole.runs(table)
            if runs is not None:
                return list(chain.from_iterable(self._stored(self._whole, table, name, runs)))
        values = self._whole.column(table, name)
        return list(map(values.__getitem__, self._places.of(table, self._doc_id)))

    def _stored(
        self, whole: StoredPack, table: str, name: str, runs: Mapping[str, Sequence[Any]]
    ) -> Iterator[list[Any]]:
        """The values of a column, run by run, of which all columns are read at once."""
        own = runs.get(self._doc_id, ())
        if table not in self._pieces:
            self._pieces[table] = [whole.pieces(table, run) for run in own]
        for run, pieces in zip(own, self._pieces[table], strict=True):
            yield whole.decoded(table, name, run, pieces[name])
