"""Size and speed of the package against JSON, SQLite and Parquet of the same records.

    python scripts/bench_pack.py [PACK] [--rounds N] [--sources DIR]

One run, all candidates interleaved, processor time: the best of the rounds, which other work on the machine disturbs
least, and the median. JSON is what `json.dumps` gives of the rows as objects,
with its defaults and, harder to beat, as compact UTF-8. SQLite and Parquet are the exports. `verified` is reading as the
program does it: every table against its digest, every text searched for characters that command; `decoded` is one call
of a MessagePack library, as `json.loads` is one call. Goals are marked met or missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.compile.build import package_bytes  # noqa: E402
from hrss_tui.compile.pipeline import compile_folder  # noqa: E402
from hrss_tui.export import parquet, sqlite  # noqa: E402
from hrss_tui.export.tables import chosen_tables  # noqa: E402
from hrss_tui.pack.compressed import compressed  # noqa: E402
from hrss_tui.pack.read import Pack, decode_pack, open_pack  # noqa: E402
from scripts.bench_goals import Goal, print_goals  # noqa: E402

TABLE = "budget_lines"
Task = Callable[[], Any]


class Rivals(NamedTuple):
    """The same records in other forms."""

    compact: bytes
    default: bytes
    database: Path
    parquet: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Print sizes, times and goals; exit status 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pack", nargs="?", type=Path, default=ROOT / "datapack" / "hrss-xinjiang.msgpack")
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--sources", type=Path, default=ROOT / "seeds")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        data = asked.pack.read_bytes()
        rivals = _rivals(decode_pack(data, str(asked.pack)), Path(folder))
        goals = _sizes(data, rivals, asked.sources)
        goals += _times(asked.pack, data, rivals, asked.rounds)
        goals += _building(asked.pack, asked.sources)
    return print_goals(goals)


def _rivals(pack: Pack, folder: Path) -> Rivals:
    rows = {table: pack.dicts(table) for table in pack.tables}
    tables = chosen_tables(pack, ())
    sqlite.write(pack, tables, folder / "a.sqlite")
    (folder / "parquet").mkdir()
    for table in tables:
        parquet.write(pack, table, folder / "parquet" / f"{table}.parquet")
    compact = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return Rivals(compact, json.dumps(rows).encode(), folder / "a.sqlite", folder / "parquet")


def _sizes(data: bytes, rivals: Rivals, sources: Path) -> list[Goal]:
    texts = b"".join(path.read_bytes() for path in sorted(sources.glob("*.txt")))
    without_search = _without_full_text(rivals.database)
    sizes = {
        "package": len(data),
        "package, gzip": len(compressed(data)),
        "package, zstd -19": _zstd(data),
        "JSON, json.dumps": len(rivals.default),
        "JSON, compact UTF-8": len(rivals.compact),
        "SQLite export": rivals.database.stat().st_size,
        "SQLite, without full text": without_search,
        "Parquet export": sum(path.stat().st_size for path in rivals.parquet.iterdir()),
        "sources": len(texts),
        "sources, zstd -19": _zstd(texts),
    }
    print("size                          bytes   of the package")
    for name, size in sizes.items():
        shown = (f"{size:12,}", f"{size / len(data):9.2f}") if size is not None else ("no zstd here", "")
        print(f"{name:26}{shown[0]}{shown[1]}")
    return [
        Goal("package / JSON of json.dumps", len(data) / len(rivals.default), 0.5),
        Goal("package / JSON, compact UTF-8", len(data) / len(rivals.compact), 0.5),
        Goal("package / SQLite export", len(data) / rivals.database.stat().st_size, 0.5),
        Goal("package / SQLite without full text", len(data) / without_search, 0.5),
    ]


def _without_full_text(database: Path) -> int:
    copy = database.with_suffix(".plain")
    shutil.copyfile(database, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript("DROP TABLE search; VACUUM;")
    return copy.stat().st_size


def _zstd(data: bytes) -> int | None:
    if not shutil.which("zstd"):
        return None
    return len(subprocess.run(["zstd", "-19", "-c"], input=data, capture_output=True, check=True).stdout)


def _times(path: Path, data: bytes, rivals: Rivals, rounds: int) -> list[Goal]:
    tasks: dict[str, Task] = {
        "open": lambda: open_pack(path),
        f"open, read {TABLE}, verified": lambda: open_pack(path).columns(TABLE),
        "read all tables, verified": lambda: _all_columns(open_pack(path)),
        "read all tables, decoded": lambda: msgspec.msgpack.decode(path.read_bytes()),
        "json.loads, json.dumps": lambda: json.loads(rivals.default),
        "json.loads, compact UTF-8": lambda: json.loads(rivals.compact),
        f"SQLite, {TABLE}": lambda: _from_sqlite(rivals.database, [TABLE]),
        "SQLite, all tables": lambda: _from_sqlite(rivals.database, decode_pack(data, "").tables),
        f"Parquet, {TABLE}": lambda: _from_parquet(rivals.parquet, [TABLE]),
        "Parquet, all tables": lambda: _from_parquet(rivals.parquet, decode_pack(data, "").tables),
    }
    spent: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            begun = time.process_time()
            task()
            spent[name].append((time.process_time() - begun) * 1000)
    best = {name: min(times) for name, times in spent.items()}
    print(f"\ntime in ms, {rounds} interleaved rounds        best   median")
    for name, times in spent.items():
        print(f"{name:40}{best[name]:9.2f}{statistics.median(times):9.2f}")
    decoded, verified = best["read all tables, decoded"], best["read all tables, verified"]
    default, compact = best["json.loads, json.dumps"], best["json.loads, compact UTF-8"]
    return [
        Goal(f"open and read {TABLE}, ms", best[f"open, read {TABLE}, verified"], 2.0),
        Goal("all tables decoded / json.loads of json.dumps", decoded / default, 0.3),
        Goal("all tables decoded / json.loads of compact UTF-8", decoded / compact, 0.3),
        Goal("all tables verified / json.loads of json.dumps", verified / default, 0.3),
        Goal("all tables verified / json.loads of compact UTF-8", verified / compact, 0.3),
    ]


def _all_columns(pack: Pack) -> None:
    for table in pack.tables:
        pack.columns(table)


def _from_sqlite(database: Path, tables: Sequence[str]) -> list[Any]:
    with closing(sqlite3.connect(database)) as connection:
        return [connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables]


def _from_parquet(folder: Path, tables: Sequence[str]) -> list[Any]:
    import polars

    return [polars.read_parquet(folder / f"{table}.parquet").to_dict(as_series=False) for table in tables]


def _building(path: Path, sources: Path) -> list[Goal]:
    begun = time.process_time()
    package_bytes(compile_folder(sources))
    building = time.process_time() - begun
    begun = time.process_time()
    _all_columns(open_pack(path))
    reading = time.process_time() - begun
    print(f"\ncompiling the sources {building:.2f} s, verifying and reading the package {reading:.4f} s")
    return [Goal("verified and read / compiled", reading / building, 0.1)]


if __name__ == "__main__":
    sys.exit(main())
