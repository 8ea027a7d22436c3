"""Other ways to search the same texts, to measure against: what is installed of them takes part.

A peer is built from the normalised texts (one string per block) and gives the numbers of blocks for a query of
plain words, or None for a query it cannot answer. None of them ranks as this program does.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

FIRST = 50
ABSENT = "not installed"


class Peer(Protocol):
    """See the module. `size` in bytes, 0 where nothing is kept; `exact`: every block found holds the words."""

    name: str
    size: int
    exact: bool

    @staticmethod
    def installed() -> bool:
        """Can it take part here?"""

    def find(self, words: Sequence[str]) -> list[int] | None:
        """Blocks that hold all words."""


class Find:
    """`str.find` over all texts in one string: what any search without an index has to do at least."""

    name = "str.find"
    size = 0
    exact = True

    def __init__(self, texts: Sequence[str], _folder: Path) -> None:
        self._joined = "\n".join(texts)

    @staticmethod
    def installed() -> bool:
        """Always."""
        return True

    def find(self, words: Sequence[str]) -> list[int]:
        """Offsets of the blocks in the joined text stand for their numbers: telling those would take longer."""
        joined, (first, *others) = self._joined, words
        found = []
        at = joined.find(first)
        while at >= 0:
            start, end = joined.rfind("\n", 0, at) + 1, joined.find("\n", at)
            end = end if end >= 0 else len(joined)
            if all(joined.find(word, start, end) >= 0 for word in others):
                found.append(start)
            at = joined.find(first, end)
        return found


class Trigram:
    """SQLite FTS5 with its trigram tokenizer, which cannot find words of fewer than three characters."""

    name = "fts5 trigram"
    exact = True

    def __init__(self, texts: Sequence[str], folder: Path) -> None:
        path = folder / "trigram.sqlite"
        path.unlink(missing_ok=True)
        self._database = sqlite3.connect(path)
        for setting in ("journal_mode = OFF", "synchronous = OFF"):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute(
            "CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='trigram case_sensitive 1')"
        )
        self._database.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", enumerate(texts))
        self._database.commit()
        self.size = path.stat().st_size

    @staticmethod
    def installed() -> bool:
        """Does SQLite know the tokenizer (3.34)?"""
        return sqlite3.sqlite_version_info >= (3, 34)

    def find(self, words: Sequence[str]) -> list[int] | None:
        """The first blocks in document order."""
        if any(len(word) < 3 for word in words):
            return None
        match = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
        rows = self._database.execute(
            f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid LIMIT {FIRST}", (match,)
        )
        return [row for (row,) in rows]


class Ripgrep:
    """ripgrep over a file with one block per line, as a process of its own."""

    name = "ripgrep"
    size = 0
    exact = True

    def __init__(self, texts: Sequence[str], folder: Path) -> None:
        self._program = _ripgrep()
        self._file = folder / "blocks.txt"
        self._file.write_text("\n".join(texts), encoding="utf-8")

    @staticmethod
    def installed() -> bool:
        """Is there the program?"""
        return bool(_ripgrep())

    def find(self, words: Sequence[str]) -> list[int] | None:
        """The first blocks in document order; one word only."""
        if len(words) > 1:
            return None
        options = ["--fixed-strings", "--no-config", "-n", "-m", str(FIRST), "-e", words[0]]
        out = subprocess.run(
            [self._program, *options, str(self._file)], capture_output=True, check=False
        ).stdout
        return [int(line.split(b":", 1)[0]) - 1 for line in out.splitlines()]


class Tantivy:
    """tantivy over single characters and pairs; what it finds may lack the words, for it does not look again."""

    name = "tantivy"
    exact = False

    def __init__(self, texts: Sequence[str], folder: Path) -> None:
        # not imported by name: where it is not installed, the types are checked all the same
        tantivy = self._tantivy = import_module("tantivy")
        place = folder / "tantivy"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("number", stored=True)
        builder.add_text_field("x", stored=False, tokenizer_name="grams", index_option="basic")
        self._schema = builder.build()
        index = tantivy.Index(self._schema, path=str(place))
        grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(1, 2, False)).build()
        index.register_tokenizer("grams", grams)
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for number, text in enumerate(texts):
            writer.add_document(tantivy.Document(number=number, x=text))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()
        self.size = sum(file.stat().st_size for file in place.rglob("*"))

    @staticmethod
    def installed() -> bool:
        """Is there the library?"""
        return find_spec("tantivy") is not None

    def find(self, words: Sequence[str]) -> list[int]:
        """The best fifty by its own ranking."""
        grams = {word[at : at + 2] for word in words for at in range(max(1, len(word) - 1))}
        query, must = self._tantivy.Query, self._tantivy.Occur.Must
        terms = [(must, query.term_query(self._schema, "x", gram)) for gram in sorted(grams)]
        hits = self._searcher.search(query.boolean_query(terms), FIRST, count=False).hits
        return [self._searcher.doc(address)["number"][0] for _, address in hits]


def _ripgrep() -> str:
    """The program; beside this interpreter it may be one that was installed with pip."""
    return shutil.which("rg") or shutil.which("rg", path=str(Path(sys.executable).parent)) or ""


PEERS: tuple[type[Find] | type[Trigram] | type[Ripgrep] | type[Tantivy], ...] = (
    Find,
    Trigram,
    Ripgrep,
    Tantivy,
)
