"""The blocks of a package by document: a document's become records when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from typing_extensions import override

from hrss_tui.records import Block

_KEPT = 60
"""Documents whose blocks are kept."""


class Blocks(Mapping[str, list[Block]]):
    """Blocks of each document in printed order. Raises PackError where the table is damaged."""

    def __init__(self, documents: Collection[str], read: Callable[[str], list[Block]]) -> None:
        self._documents = documents
        self._read = read
        self._made: dict[str, list[Block]] = {}

    @override
    def __getitem__(self, doc_id: str) -> list[Block]:
        if doc_id not in self._documents:
            raise KeyError(doc_id)
        if doc_id not in self._made:
            if len(self._made) >= _KEPT:
                del self._made[next(iter(self._made))]
            self._made[doc_id] = self._read(doc_id)
        return self._made[doc_id]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    @override
    def __len__(self) -> int:
        return len(self._documents)
