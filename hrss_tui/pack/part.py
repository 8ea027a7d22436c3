"""The rows of one document of a package: only they become records, however many documents the package holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import override

from hrss_tui.pack.read import AnyRecord, Pack


class Places:
    """Which rows of which table belong to which document, worked out table by table when asked for."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._known: dict[str, dict[str, list[int]]] = {}

    def of(self, table: str, doc_id: str) -> Sequence[int]:
        """The places of a document's rows in a table that has documents."""
        if table not in self._known:
            found: dict[str, list[int]] = {}
            for place, name in enumerate(self._pack.column(table, "doc_id")):
                found.setdefault(name, []).append(place)
            self._known[table] = found
        return self._known[table].get(doc_id, ())


class DocumentPack(Pack):
    """A package as far as one document goes; tables that belong to no document are whole."""

    def __init__(self, pack: Pack, places: Places, doc_id: str) -> None:
        tables: Mapping[str, Any] = {}
        super().__init__(pack.path, pack.head, tables)
        self._whole = pack
        self._places = places
        self._doc_id = doc_id

    @override
    def column(self, table: str, name: str) -> list[Any]:
        values = self._whole.column(table, name)
        if not self._has_documents(table):
            return values
        return list(map(values.__getitem__, self._places.of(table, self._doc_id)))

    @override
    def rows(self, struct: type[AnyRecord], places: Sequence[int] | None = None) -> list[AnyRecord]:
        if not self._has_documents(struct.TABLE):
            return self._whole.rows(struct, places)
        own = self._places.of(struct.TABLE, self._doc_id)
        return self._whole.rows(struct, own if places is None else [own[place] for place in places])

    def _has_documents(self, table: str) -> bool:
        return any(column["name"] == "doc_id" for column in self.schema.get(table, ()))
