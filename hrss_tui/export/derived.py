"""Tables that are computed from those of a package when they are exported, beside the package's own."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import msgspec
from typing_extensions import override

from hrss_tui.pack.around import AroundPack
from hrss_tui.pack.read import Pack
from hrss_tui.query.figures import figures
from hrss_tui.records import columns
from hrss_tui.records.figures import Figure

NAMES = (Figure.TABLE,)


class WithDerived(AroundPack):
    """A package that has the table `figures` too."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        described = [msgspec.to_builtins(column) for column in columns(Figure)]
        self.schema = {**self.schema, Figure.TABLE: described}

    @cached_property
    def _figures(self) -> list[Figure]:
        return figures(self)

    @override
    def count(self, table: str) -> int:
        return len(self._figures) if table == Figure.TABLE else super().count(table)

    @override
    def column(self, table: str, name: str) -> list[Any]:
        """One column; of a derived table what its records hold."""
        if table != Figure.TABLE:
            return super().column(table, name)
        return [getattr(row, name) for row in self._figures]
