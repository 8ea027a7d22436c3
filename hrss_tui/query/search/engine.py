"""What finds the blocks that answer a query: by reading everything (scan) or by an index, with equal results."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from hrss_tui.pack.open import Package
    from hrss_tui.query.search.hits import Block
    from hrss_tui.query.search.normal import Folding
    from hrss_tui.query.search.pinyin import Pinyin
    from hrss_tui.query.search.query import Query
    from hrss_tui.query.search.totals import Found, Totals

    class Engine(Protocol):
        """One package, ready to be searched."""

        @property
        def pack(self) -> Package:
            """The package."""

        @property
        def fold(self) -> Folding:
            """The normalisation of the package."""

        @property
        def pinyin(self) -> Pinyin:
            """The readings of the package."""

        def find(self, query: Query, limit: int) -> Found:
            """The best blocks for a query, all of them where `limit` is 0."""

        def count(self, query: Query, going: Callable[[], bool]) -> Totals:
            """The exact counts for a query. Raises StoppedError when it asks `going` and that says no."""

        def doc(self, number: int) -> str:
            """Document of a block."""

        def block(self, number: int) -> Block:
            """A block as a hit needs it."""
