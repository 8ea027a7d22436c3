"""A thousand damaged indexes: the counts are those of reading everything, and the command says that it read."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from hrss_tui.__main__ import main
from hrss_tui.pack import open as opening
from hrss_tui.pack.open import open_light
from hrss_tui.query.search import index_format
from hrss_tui.query.search.index import Index
from hrss_tui.query.search.index_format import TABLES, index_path
from hrss_tui.query.search.index_write import write_index
from hrss_tui.query.search.scan import Scanner
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.query.search.terms import ready
from hrss_tui.words import words
from tests.robustness.mutations import shortened

DAMAGES = 1000
QUERIES = ("就业", "社会保障", "的", "2021", "人 业", "万元", "/[一二三]、/", "jiuye", "培训 -就业")
PAGE = 8192
"""Bytes of a page of an index."""

Damage = Callable[[Path, Random], None]


class Made(NamedTuple):
    """A package and its index as they were made, the index of another, and what reading everything counts."""

    path: Path
    whole: bytes
    other: bytes
    counts: dict[str, dict[str, int]]


@pytest.fixture(scope="module")
def made(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("damaged")
    path, other = folder / "own.msgpack", folder / "other.msgpack"
    path.write_bytes(shortened(pack_data, 60))
    other.write_bytes(shortened(pack_data, 61))
    for each in (path, other):
        write_index(str(each))
    scanner = Scanner(open_light(str(path)))
    counts = {
        query: scanner.count(ready(Searcher(scanner.pack).search(query).typed, scanner)).documents
        for query in QUERIES
    }
    assert all(counts.values())
    return Made(
        path, Path(index_path(str(path))).read_bytes(), Path(index_path(str(other))).read_bytes(), counts
    )


@pytest.fixture(autouse=True)
def every_package_is_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.fixture(autouse=True)
def heads_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The head of the package, which nobody damages, is decoded once and not at each opening."""
    kept = cache(opening._head)

    def head(data: bytes) -> tuple[dict[str, Any], int, bytes]:
        found, at, rest = kept(data)
        return {**found}, at, rest

    monkeypatch.setattr(opening, "_head", head)


def flipped(index: Path, chance: Random) -> None:
    """One to eight bits."""
    data = bytearray(index.read_bytes())
    for place in {chance.randrange(8 * len(data)) for _ in range(chance.randint(1, 8))}:
        data[place // 8] ^= 1 << place % 8
    _in_place(index, data)


def overwritten(index: Path, chance: Random) -> None:
    """A page or a stretch of any place: zeros, noise, or another page of the same file."""
    data = bytearray(index.read_bytes())
    size = chance.choice((1, 16, 512, PAGE))
    at = chance.randrange(len(data) // size) * size
    other = chance.randrange(len(data) // size) * size
    data[at : at + size] = chance.choice((bytes(size), chance.randbytes(size), data[other : other + size]))
    _in_place(index, data)


def cut(index: Path, chance: Random) -> None:
    os.truncate(index, chance.choice((0, 1, 99, 100, chance.randrange(index.stat().st_size))))


def longer(index: Path, chance: Random) -> None:
    with index.open("ab") as file:
        file.write(chance.choice((b"\0", bytes(PAGE), chance.randbytes(chance.randrange(1, 5000)))))


def moved(index: Path, chance: Random) -> None:
    """A stretch cut out or doubled: what follows stands elsewhere."""
    data = bytearray(index.read_bytes())
    at = chance.randrange(len(data))
    stretch = data[at : at + chance.choice((1, 100, PAGE))]
    data[at : at + len(stretch)] = stretch * chance.choice((0, 2))
    _in_place(index, data)


def fewer_rows(index: Path, chance: Random) -> None:
    """Rows of what is counted by, gone."""
    table = chance.choice([f"{name}_data" for name in TABLES] + ["docs", "arrays"])
    _asked(index, f"DELETE FROM {table} WHERE rowid % ? = ?", (chance.randint(1, 3), chance.randint(0, 2)))


def other_values(index: Path, chance: Random) -> None:
    statement = chance.choice(
        (
            "UPDATE docs SET first = first + 1",
            "UPDATE docs SET doc_id = 'x'",
            "UPDATE docs SET doc_id = NULL",
            "UPDATE arrays SET data = zeroblob(length(data))",
            "UPDATE arrays SET data = 7 WHERE name = 'kinds'",
            "UPDATE arrays SET data = substr(data, 5) WHERE name = 'starts'",
            "UPDATE parts_data SET block = zeroblob(length(block))",
            "UPDATE heads_data SET block = 'text'",
            "UPDATE about SET value = '0'",
            "DELETE FROM about",
        )
    )
    _asked(index, statement)


def views(index: Path, chance: Random) -> None:
    """A table that is what somebody says it is."""
    table, columns = chance.choice(
        (("docs", "0 AS first, 'x' AS doc_id"), ("arrays", "'texts' AS name, x'00' AS data"))
    )
    _asked(index, f"DROP TABLE {table}")
    _asked(index, f"CREATE VIEW {table} AS SELECT {columns}")


def no_table(index: Path, chance: Random) -> None:
    _asked(index, f"DROP TABLE {chance.choice([*TABLES, 'docs', 'arrays', 'about'])}")


def of_another(index: Path, chance: Random, other: bytes) -> None:
    _in_place(index, other)


def no_file(index: Path, chance: Random) -> None:
    """Nothing there, or what is no file."""
    index.unlink()
    chance.choice(
        (
            lambda: None,
            index.mkdir,
            lambda: index.symlink_to(index),
            lambda: index.symlink_to("/dev/zero"),
            lambda: os.mkfifo(index),
        )
    )()


def _in_place(index: Path, data: bytes) -> None:
    with index.open("r+b") as file:
        file.write(data)
        file.truncate()


def _asked(index: Path, statement: str, values: tuple[int, ...] = ()) -> None:
    with closing(sqlite3.connect(index, isolation_level=None)) as database:
        for setting in ("journal_mode = OFF", "synchronous = OFF"):
            database.execute(f"PRAGMA {setting}")
        database.execute(statement, values)


def kinds(made: Made) -> dict[str, Damage]:
    every = (
        flipped,
        overwritten,
        cut,
        longer,
        moved,
        fewer_rows,
        other_values,
        views,
        no_table,
        partial(of_another, other=made.other),
        no_file,
    )
    return {getattr(each, "__name__", "of_another"): each for each in every}


def fresh(made: Made) -> Path:
    """The index as it was made."""
    index = Path(index_path(str(made.path)))
    if index.is_dir() and not index.is_symlink():
        index.rmdir()
    else:
        index.unlink(missing_ok=True)
    index.write_bytes(made.whole)
    return index


def drawn(made: Made, seed: int, number: int) -> Iterator[tuple[str, Damage, str, Random]]:
    """So many kinds of damage, each in its turn, and a query."""
    chance, every = Random(seed), list(kinds(made).items())
    for turn in range(number):
        name, damage = every[turn % len(every)]
        yield name, damage, chance.choice(QUERIES), chance


def test_counts_with_a_damaged_index_are_those_of_reading(
    made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    said = (words("zh")["find.large"], words("zh")["find.broke"])
    seen: Counter[str] = Counter()
    for name, damage, query, chance in drawn(made, 18, DAMAGES // 2):
        index = fresh(made)
        damage(index, chance)
        if index.is_file() and index.read_bytes() == made.whole:
            continue
        status = main(["search", query, "--count", "--format", "json", "--pack", str(made.path)])
        done = capsys.readouterr()
        assert (status, json.loads(done.out)["documents"]) == (0, made.counts[query]), (name, query)
        assert done.err.strip() in said, (name, query)
        seen[name] += 1
    assert sum(seen.values()) > DAMAGES // 2 - 50
    assert seen.keys() == kinds(made).keys()


def test_counts_with_an_index_damaged_between_two_queries_are_those_of_reading(made: Made) -> None:
    """Also where the time of the file is set to what it was."""
    seen: Counter[bool] = Counter()
    for name, damage, query, chance in drawn(made, 81, DAMAGES // 2):
        index = fresh(made)
        searcher = Searcher(open_light(str(made.path)))
        before = index.stat()
        same = chance.random() < 0.5
        answer = searcher.search(query if same else chance.choice(QUERIES))
        assert isinstance(searcher.engine, Index)
        damage(index, chance)
        if chance.random() < 0.5 and index.is_file():
            os.utime(index, ns=(before.st_atime_ns, before.st_mtime_ns))
        if not same or chance.random() < 0.5:
            answer = searcher.search(query)
        assert searcher.count(answer).documents == made.counts[query], (name, query)
        seen[searcher.broke] += 1
    assert seen[True] > DAMAGES // 3
