"""A package with something added: what it holds is asked of the package it stands around, wherever that keeps it."""

from __future__ import annotations

from typing import Any

from typing_extensions import override

from hrss_tui.pack.read import Pack


class AroundPack(Pack):
    """Base of such packages. A column that is there already is not read again."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack.path, pack.head, {})
        self._whole = pack

    @override
    def count(self, table: str) -> int:
        return self._whole.count(table)

    @override
    def column(self, table: str, name: str) -> list[Any]:
        return self._whole.column(table, name)
