"""All tables as one SQLite database: typed columns, primary and foreign keys, indexes, full text of two characters.

`search` is a full-text table over pairs of characters, because SQLite's own tokenizers find no Chinese word of
two characters: MATCH '南疆' finds it, a longer word is a phrase of its pairs, MATCH '"技能 能大 大师"', one
character is a prefix, MATCH '疆*'. `blocks_text` holds the same text in runs of three characters, linked to `blocks`
as others expect it (Datasette: `?_search=`), where SQLite knows that tokenizer. The same package and the same SQLite always give the same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import PackError
from hrss_tui.export.called import Called, called, free
from hrss_tui.export.relations import INDEXES, foreign_keys, primary_key
from hrss_tui.export.tables import Column, filled_tables, rows_of, title_of
from hrss_tui.pack.read import Pack
from hrss_tui.words import listed, phrase

Report = Callable[[str], None]

_TYPES: Final = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "decimal": "NUMERIC",
    "boolean": "INTEGER",
}
_APPLICATION: Final = 0x68727373
"""The file says in its header that it is of this program: the letters hrss."""
_HAN: Final = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_DISK: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_PRIMARY: Final = 0xFF
"""The part of a code of SQLite that says what kind of error it is; the rest says where it arose."""
_TRIGRAMS: Final = (3, 34)
"""The first SQLite whose full text knows runs of three characters."""
_SEARCHED: Final = ("blocks", "block_id", "text")
_ABOUT: Final = ("package", "columns")
_INDEXES: Final = ("search", "blocks_text")
"""Full-text tables, each of which SQLite keeps in several with these endings."""
_KEPT_IN: Final = ("", "_data", "_idx", "_content", "_docsize", "_config")
_OURS: Final = (*_ABOUT, *(index + kept for index in _INDEXES for kept in _KEPT_IN))
_OF_SQLITE: Final = "sqlite_"


def write(pack: Pack, tables: Sequence[str], path: Path, report: Report = lambda _text: None) -> None:
    """Write the tables to a new database at `path`; `report` is told what has another name there than in the package.

    Raises PackError where their rows are not what a database takes, and OSError where the disk is.
    """
    stored = in_database(pack, tables)
    if others := [said for each in stored for said in each.others(pack)]:
        report(phrase("note.called_otherwise", names=listed(others)))
    try:
        _write(pack, stored, path)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _DISK:
            raise OSError(str(error)) from error
        what = phrase("error.unstorable", path=pack.path, what=str(error))
        raise PackError(what, phrase("error.senseless.hint")) from error


def in_database(pack: Pack, tables: Sequence[str]) -> list[Called]:
    """The tables by what they and their columns are called in a database: names there are the same in any case."""
    return called(pack, tables, _OURS, _OF_SQLITE)


def _write(pack: Pack, tables: Sequence[Called], path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "page_size = 4096", "encoding = 'UTF-8'"):
            database.execute(f"PRAGMA {setting}")
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute("BEGIN")
        _describe(database, pack, tables)
        names = [each.table for each in tables]
        filled, used = filled_tables(pack, names), {each.name.lower() for each in tables}
        for table in tables:
            _table(database, pack, table, filled, used)
        if _SEARCHED[0] in names:
            _full_text(database, pack)
        database.execute("COMMIT")


def _describe(database: sqlite3.Connection, pack: Pack, tables: Sequence[Called]) -> None:
    """What the package is and what its columns mean, as tables of their own."""
    database.execute("CREATE TABLE package (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    about = {key: value for key, value in pack.package.items() if not isinstance(value, list | dict)}
    database.executemany("INSERT INTO package VALUES (?, ?)", sorted(about.items()))
    database.execute(
        'CREATE TABLE columns ("table" TEXT, position INTEGER, name TEXT, type TEXT, unit TEXT, description TEXT, '
        "title_zh TEXT, title_en TEXT, description_zh TEXT, "
        'PRIMARY KEY ("table", position)) WITHOUT ROWID'
    )
    described = (
        (
            table.name,
            position,
            column.name,
            _TYPES[column.kind],
            column.unit,
            column.description,
            *_said(column),
        )
        for table in sorted(tables, key=lambda table: table.name)
        for position, column in enumerate(table.columns, 1)
    )
    database.executemany("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", described)


def _said(column: Column) -> tuple[str, str, str]:
    return column.zh, column.en, column.about


def _table(
    database: sqlite3.Connection, pack: Pack, stored: Called, exported: Sequence[str], used: set[str]
) -> None:
    """A table with its rows and indexes; `used` are the names that no index may have."""
    table, called_so, columns = stored.table, stored.name, stored.columns
    names = {column.name for column in columns}
    lines = [_declaration(column) for column in columns]
    keys = [key for key in foreign_keys(table, exported) if names.issuperset(key.columns)]
    own = primary_key(table)
    if own and names.issuperset(own):
        lines.append(f"PRIMARY KEY ({_quoted(own)})")
    lines += [
        f"FOREIGN KEY ({_quoted(key.columns)}) REFERENCES {_quoted([key.table])} ({_quoted(key.references)})"
        for key in keys
    ]
    comment = f" -- {title_of(table)}" if title_of(table) else ""
    database.execute(f"CREATE TABLE {_quoted([called_so])} ({comment}\n  " + ",\n  ".join(lines) + "\n)")
    places = ", ".join("?" * len(columns))
    database.executemany(
        f"INSERT INTO {_quoted([called_so])} VALUES ({places})", map(_cells, rows_of(pack, table))
    )
    indexed = [key.columns for key in keys] + [
        list_ for list_ in INDEXES.get(table, ()) if names.issuperset(list_)
    ]
    for index in dict.fromkeys(tuple(index) for index in indexed if tuple(index) != own[: len(index)]):
        name = free("_".join((called_so, *index)), used)
        database.execute(f"CREATE INDEX {_quoted([name])} ON {_quoted([called_so])} ({_quoted(index)})")


def _declaration(column: Column) -> str:
    kind = "TEXT" if column.is_list else _TYPES[column.kind]
    needed = "" if column.nullable else " NOT NULL"
    allowed = f" CHECK ({_quoted([column.name])} IN (0, 1))" if column.kind == "boolean" else ""
    return f"{_quoted([column.name])} {kind}{needed}{allowed}"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _cells(row: Iterable[Any]) -> tuple[Any, ...]:
    """Values that SQLite takes: a list as JSON, which json_each opens; what exceeds 64 bits as text."""
    return tuple(
        msgspec.json.encode(value).decode() if isinstance(value, list | dict) else _storable(value)
        for value in row
    )


def _storable(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, int) and not -(2**63) <= value < 2**63 else value


def _full_text(database: sqlite3.Connection, pack: Pack) -> None:
    table, key, text = _SEARCHED
    database.execute(
        f"CREATE VIRTUAL TABLE search USING fts5({key} UNINDEXED, words, tokenize = 'unicode61 remove_diacritics 0')"
    )
    rows = zip(pack.column(table, key), pack.column(table, text), strict=True)
    database.executemany("INSERT INTO search VALUES (?, ?)", ((name, bigrams(said)) for name, said in rows))
    if sqlite3.sqlite_version_info >= _TRIGRAMS:
        database.execute(
            f'CREATE VIRTUAL TABLE blocks_text USING fts5({text}, content="{table}", tokenize="trigram")'
        )
        database.execute("INSERT INTO blocks_text(blocks_text) VALUES ('rebuild')")


def bigrams(text: str) -> str:
    """The text as words of two Han characters each, the last of a run alone too; other words stay whole."""
    return " ".join(token for run in _HAN.findall(text) for token in _tokens(run))


def _tokens(run: str) -> Iterator[str]:
    if not "\u3400" <= run[0] <= "\ufaff":
        yield run
        return
    yield from (run[i : i + 2] for i in range(len(run)))
