"""The blocks of a package by document: a document's become records when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from typing_extensions import override

from hrss_tui.pack.read import Pack
from hrss_tui.records import Block


class Blocks(Mapping[str, list[Block]]):
    """Blocks of each document in printed order. Raises PackError where the table is damaged."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._places: dict[str, list[int]] = {}
        self._made: dict[str, list[Block]] = {}
        for place, doc_id in enumerate(pack.column(Block.TABLE, "doc_id")):
            self._places.setdefault(doc_id, []).append(place)

    @override
    def __getitem__(self, doc_id: str) -> list[Block]:
        if doc_id not in self._made:
            self._made[doc_id] = self._pack.rows(Block, self._places[doc_id])
        return self._made[doc_id]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    @override
    def __len__(self) -> int:
        return len(self._places)
