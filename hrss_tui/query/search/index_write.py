"""Build the index of a package: SQLite full text over the tokens of `grams`, beside the package.

Four tables, from the best place to the worst, each in document order, so that the order of rows is the order of
rank and the first hits need no scoring:

- `heads`: headings; `names`: the names of table rows; both by block number;
- `parts`: sentences, and blocks that are a single one, as every table row is; `starts` says where each block's
  begin;
- `wholes`: blocks of several sentences, without their single characters; `wholes` says which they are.

No text is stored: `texts` says where each block's stands in the package, `marks` where the other columns of
every `STRIDE`th block do. `about` ties the index to its package.
"""

from __future__ import annotations

import os
import signal
import sqlite3
from array import array
from contextlib import closing, suppress
from pathlib import Path
from stat import S_ISDIR

from hrss_tui.errors import UsageError
from hrss_tui.pack.msgpack import value
from hrss_tui.pack.open import LightPack, open_light
from hrss_tui.pack.place import spare_name
from hrss_tui.plain import substituted
from hrss_tui.query.search.index_format import COLUMNS, KINDS, OTHER, STRIDE, TABLES, about, index_path
from hrss_tui.query.search.index_rows import Maker
from hrss_tui.query.search.index_seal import seal
from hrss_tui.why import refused, why
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from hrss_tui.query.search.index_rows import Rows

_CHUNK = 2000
"""Blocks that are made into rows together."""
_MANY = 20_000
"""Blocks from which on other processes are worth their start."""
_INSERT = "INSERT INTO {}(rowid, tokens) VALUES (?, ?)"
_CODES = {kind: code for code, kind in enumerate(KINDS)}
_PAGE = 1000
"""Bytes of a piece of a row list: skipping in a list reads one piece to its half."""
_HASH = 64 * 2**20
"""Bytes SQLite collects in memory before it writes a part of a table."""


def check_place(pack_path: str) -> None:
    """Raise UsageError where no index can stand beside a package: a folder is there, or the name is too long for one."""
    target = index_path(pack_path)
    try:
        taken = S_ISDIR(os.lstat(target).st_mode)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _unwritten(target, refused(error)) from error
    if taken:
        raise _unwritten(target, phrase("os.EISDIR"))


def _unwritten(target: str, what: str) -> UsageError:
    return UsageError(
        phrase("find.error.index_unwritten", path=target, what=what),
        phrase("find.error.index_unwritten.hint"),
    )


def write_index(pack_path: str, progress: Callable[[int, int], None] | None = None) -> str:
    """Build the index of a package file and return its path; an index that is there is replaced.

    `progress` is told how many blocks of how many are done. Raises PackError for a package that cannot be read
    and UsageError where the index cannot be written.
    """
    target = index_path(pack_path)
    pack = _light(pack_path)
    temporary = ""
    try:
        temporary = str(spare_name(Path(target)))
        with closing(sqlite3.connect(temporary, isolation_level=None)) as database:
            _Writer(pack, database).write(progress)
        seal(temporary)
        os.replace(temporary, target)  # noqa: PTH105
        temporary = ""
    except (OSError, sqlite3.Error) as error:
        raise _unwritten(target, why(error)) from error
    finally:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
    return target


def _light(pack_path: str) -> LightPack:
    """The package, which must be one whose columns can be gone to. Raises PackError and UsageError."""
    pack = open_light(pack_path)
    if not isinstance(pack, LightPack):
        raise UsageError(phrase("find.error.no_index", path=pack_path), phrase("find.error.no_index.hint"))
    return pack


class _Writer:
    def __init__(self, pack: LightPack, database: sqlite3.Connection) -> None:
        self._pack = pack
        self._database = database
        self._texts, self._starts, self._wholes = array("I"), array("I", [1]), array("I")
        self._kinds = bytearray()

    def write(self, progress: Callable[[int, int], None] | None) -> None:
        self._create()
        total = self._pack.items("blocks", "text")[0]
        self._database.execute("BEGIN")
        first = 0
        for rows in made(self._chunks(), self._pack.head, total > _MANY):
            self._insert(rows, first)
            first += len(rows.counts)
            if progress:
                progress(first, total)
        for table in TABLES:
            self._database.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
        self._arrays()
        self._database.execute("COMMIT")

    def _insert(self, rows: Rows, first: int) -> None:
        """Add the rows of blocks from number `first` on."""
        insert = self._database.executemany
        for table, several in (("heads", rows.heads), ("names", rows.names)):
            insert(_INSERT.format(table), ((first + number + 1, document) for number, document in several))
        insert(_INSERT.format("parts"), enumerate(rows.parts, self._starts[-1]))
        documents = [document for _, document in rows.wholes]
        insert(_INSERT.format("wholes"), enumerate(documents, len(self._wholes) + 1))
        self._wholes.extend(first + number for number, _ in rows.wholes)
        for count in rows.counts:
            self._starts.append(self._starts[-1] + count)

    def _create(self) -> None:
        execute = self._database.execute
        for setting in ("page_size = 8192", "journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
            execute(f"PRAGMA {setting}")
        execute("CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        execute("CREATE TABLE docs(first INTEGER PRIMARY KEY, doc_id TEXT)")
        execute("CREATE TABLE arrays(name TEXT PRIMARY KEY, data BLOB)")
        for table in TABLES:
            execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5(tokens, content='', columnsize=0, detail=none,"
                " tokenize='ascii')"
            )
            for name, number in (("pgsz", _PAGE), ("automerge", 0), ("crisismerge", 64), ("hashsize", _HASH)):
                execute(f"INSERT INTO {table}({table}, rank) VALUES (?, ?)", (name, number))

    def _chunks(self) -> Iterator[tuple[list[str], list[str]]]:
        """Texts and kinds, some thousand blocks at a time; notes where the texts stand."""
        texts: list[str] = []
        kinds: list[str] = []
        for (at, text), (_, kind) in zip(self._walk("text"), self._walk("kind"), strict=True):
            self._texts.append(at)
            self._kinds.append(_CODES.get(kind, OTHER))
            texts.append(text if text.isprintable() else substituted(text))
            kinds.append(kind)
            if len(texts) == _CHUNK:
                yield texts, kinds
                texts, kinds = [], []
        if texts:
            yield texts, kinds

    def _walk(self, column: str) -> Iterator[tuple[int, Any]]:
        """Place and value of every item of a column of the blocks."""
        count, first = self._pack.items("blocks", column)
        data = self._pack.stretch("blocks", column)
        at = 0
        for _ in range(count):
            item, end = value(data, at)
            yield first + at, item
            at = end

    def _arrays(self) -> None:
        made = {
            "texts": self._texts,
            "starts": self._starts,
            "wholes": self._wholes,
            "kinds": self._kinds,
            "marks": self._marks(),
        }
        insert = self._database.executemany
        insert("INSERT INTO arrays VALUES (?, ?)", [(name, bytes(data)) for name, data in made.items()])
        insert("INSERT INTO docs VALUES (?, ?)", self._docs())
        insert("INSERT INTO about VALUES (?, ?)", about(self._pack).items())

    def _marks(self) -> array[int]:
        marks = array("I")
        for column in COLUMNS:
            marks.extend(at for number, (at, _) in enumerate(self._walk(column)) if number % STRIDE == 0)
        return marks

    def _docs(self) -> Iterator[tuple[int, str]]:
        """First block and id of each stretch of blocks of one document."""
        before = None
        for number, (_, doc) in enumerate(self._walk("doc_id")):
            if doc != before:
                yield number, doc
                before = doc


def made(chunks: Iterator[tuple[list[str], list[str]]], head: dict[str, Any], shared: bool) -> Iterator[Rows]:
    """Rows of the chunks in their order; made in other processes, where the work is to be shared."""
    processes = min(os.cpu_count() or 1, _PROCESSES)
    if not shared or processes < 2:
        maker = Maker(head)
        yield from (maker.rows(*chunk) for chunk in chunks)
        return
    from collections import deque
    from concurrent.futures import ProcessPoolExecutor

    needed = {"lookup": head.get("lookup")}
    with ProcessPoolExecutor(processes, initializer=_prepare, initargs=(needed,)) as executor:
        waiting: deque[Any] = deque()
        for chunk in chunks:
            waiting.append(executor.submit(_rows, *chunk))
            if len(waiting) > _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_PROCESSES = 4
"""Processes that make rows at most: writing them keeps one busy and does not wait for more."""
_AHEAD = 2
"""Chunks per process that are made while earlier ones are written."""
_makers: list[Maker] = []
"""The maker of a process that shares the work."""


def _prepare(head: dict[str, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that asked for the rows ends this one
    _makers[:] = [Maker(head)]


def _rows(texts: list[str], kinds: list[str]) -> Rows:
    return _makers[0].rows(texts, kinds)
