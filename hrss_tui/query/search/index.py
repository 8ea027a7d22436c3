"""The engine for large packages: candidates by the index, in the order of rank, each read to be sure.

The results are those of a scan, block for block. The first hits cost what it takes to read them; exact counts
read everything that may answer, and are only made when asked for.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import ExitStack, closing

from hrss_tui.pack.open import LightPack, open_light
from hrss_tui.query.search.candidates import Candidates
from hrss_tui.query.search.index_format import TABLES, about, index_path
from hrss_tui.query.search.index_seal import is_whole
from hrss_tui.query.search.indexed import Indexed
from hrss_tui.query.search.totals import Found, StoppedError, Totals, always

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from hrss_tui.query.search.query import Query


class UnfitError(Exception):
    """An index that is not there, is damaged or belongs to another package: search goes on without it."""


def open_index(pack_path: str) -> Index:
    """The index of a package file. Raises UnfitError where there is none that fits."""
    pack = open_light(pack_path)
    if not isinstance(pack, LightPack):
        raise UnfitError(pack_path)
    try:
        opened = _stamp(index_path(pack_path))
        if not is_whole(index_path(pack_path)):
            raise UnfitError(pack_path)
        with ExitStack() as unless_fit:
            database = unless_fit.enter_context(closing(_connected(pack_path)))
            database.execute("PRAGMA trusted_schema = OFF")
            if not _plain(database) or dict(database.execute("SELECT name, value FROM about")) != about(pack):
                raise UnfitError(pack_path)
            index = Index(pack, database)
            index.opened = opened
            unless_fit.pop_all()
            return index
    except (sqlite3.Error, OSError, KeyError, TypeError, ValueError) as error:
        raise UnfitError(pack_path) from error


def _stamp(path: str) -> tuple[int, ...]:
    """Which file it is, its size and when it was changed, which nobody can set back. Raises OSError."""
    status = os.stat(path)  # noqa: PTH116
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _plain(database: sqlite3.Connection) -> bool:
    """Are all tables that are asked tables, and none of them a view that could be anything?"""
    kinds = dict(database.execute("SELECT name, type FROM sqlite_master"))
    return all(kinds.get(name) == "table" for name in (*TABLES, "about", "docs", "arrays"))


def _connected(pack_path: str) -> sqlite3.Connection:
    uri = f"file:{_quoted(index_path(pack_path))}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _quoted(path: str) -> str:
    """A path inside a URI."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


class Index(Indexed):
    """The engine."""

    opened: tuple[int, ...] = ()
    """The stamp of the file when it was opened."""

    def _unchanged(self) -> None:
        """Raise ValueError where the file was changed in place: SQLite would go on with the pages of two files.

        One that was removed or replaced is still there for whom has it open.
        """
        try:
            now = _stamp(index_path(self.pack.path))
        except OSError:
            return
        if now[:2] == self.opened[:2] and now != self.opened:
            raise ValueError(self.pack.path)

    def find(self, query: Query, limit: int) -> Found:
        """The best blocks for a query, all of them where `limit` is 0. Raises ValueError where the file was changed."""
        self._unchanged()
        for expression in query.expressions():
            expression.start_clock()
        candidates = Candidates(self, query)
        if not query.terms:
            passing = candidates.filtered(limit + 1 if limit else len(self))
            best = [(0, number) for number in passing]
        elif limit and candidates.told:
            best = candidates.ranked(limit + 1)
        else:
            best = candidates.all()
        cut = any(expression.cut for expression in query.expressions())
        self._unchanged()
        return Found(best[: limit or None], bool(limit) and len(best) > limit, None, cut)

    def count(self, query: Query, going: Callable[[], bool] = always) -> Totals:
        """The exact counts; this reads every block that may answer. Raises StoppedError when `going` says no."""
        self._unchanged()
        for expression in query.expressions():
            expression.start_clock()
        totals = Totals()
        candidates = Candidates(self, query)
        for number in candidates.everywhere():
            found = candidates.occurrences(number)
            if not going():
                raise StoppedError
            if found is not None:
                totals.add(self.doc(number), self.kind(number), found, query.filters)
        totals.cut = any(expression.cut for expression in query.expressions())
        totals.in_order(self.ids)
        self._unchanged()
        return totals
