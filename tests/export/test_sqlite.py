"""The SQLite export: what a person with nothing but sqlite3 can ask of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.export import sqlite
from hrss_tui.export.tables import chosen_tables
from hrss_tui.pack.read import Pack
from tests.export.hostile import TEXTS, hostile_pack


def database_of(pack: Pack, path: Path) -> sqlite3.Connection:
    sqlite.write(pack, chosen_tables(pack, ()), path)
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


@pytest.fixture
def database(pack: Pack, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = database_of(pack, tmp_path / "a.sqlite")
    yield connection
    connection.close()


def rows(connection: sqlite3.Connection, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(sql, values)]


def in_yuan(pack: Pack, table: str) -> list[dict[str, Any]]:
    """The rows of a table of the seeds, whose money is whole 元."""
    money = [column["name"] for column in pack.schema[table] if column["unit"] == "分"]
    return [
        row | {name: row[name] // 100 for name in money if row[name] is not None} for row in pack.dicts(table)
    ]


def test_every_table_holds_what_the_package_holds(database: sqlite3.Connection, pack: Pack) -> None:
    for table in pack.tables:
        found = [dict(row) for row in database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]
        expected = [
            {name: json.dumps(value, ensure_ascii=False, separators=(",", ":")) if isinstance(value, list) else value
             for name, value in row.items()}
            for row in in_yuan(pack, table)
        ]  # fmt: skip
        assert found == expected


def test_keys_hold_and_are_enforced(database: sqlite3.Connection) -> None:
    assert rows(database, "PRAGMA foreign_key_check") == []
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    referred = {row[2] for row in rows(database, "PRAGMA foreign_key_list(budget_lines)")}
    assert referred == {"documents", "budget_tables", "budget_lines", "projects", "measures"}
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE blocks SET doc_id = 'nowhere'")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("UPDATE documents SET title_supplied = 2")


def test_amounts_are_integers_and_codes_are_text(database: sqlite3.Connection) -> None:
    kinds = rows(
        database, "SELECT DISTINCT typeof(amount), typeof(code) FROM budget_lines WHERE code NOT NULL"
    )
    assert kinds == [("integer", "text")]


def test_asking_by_code_uses_an_index(database: sqlite3.Connection) -> None:
    plan = rows(
        database,
        "EXPLAIN QUERY PLAN SELECT amount FROM budget_lines WHERE code = ? AND measure = ?",
        "208",
        "total",
    )
    assert "USING INDEX budget_lines_code_measure" in plan[0][3]


@pytest.mark.parametrize(
    ("word", "match"),
    [
        ("南疆", "南疆"),
        ("技能大师", '"技能 能大 大师"'),
        ("疆", "疆*"),
        ("新疆生产建设兵团", '"新疆 疆生 生产 产建 建设 设兵 兵团"'),
    ],
)
def test_the_full_text_finds_every_occurrence(database: sqlite3.Connection, word: str, match: str) -> None:
    found = rows(database, "SELECT block_id FROM search WHERE words MATCH ? ORDER BY rowid", match)
    expected = rows(database, "SELECT block_id FROM blocks WHERE text LIKE ? ORDER BY rowid", f"%{word}%")
    assert found == expected
    assert found


def test_bigrams_end_with_the_last_character_alone() -> None:
    assert sqlite.bigrams("南疆四地州，GDP增长3.5%") == "南疆 疆四 四地 地州 州 GDP 增长 长 3 5"


def test_columns_and_package_are_described(database: sqlite3.Connection, pack: Pack) -> None:
    unit = rows(database, "SELECT unit FROM columns WHERE \"table\" = 'budget_lines' AND name = 'amount'")
    assert unit == [("元",)]
    assert rows(database, "SELECT value FROM package WHERE key = 'version'") == [(pack.package["version"],)]


def test_lists_open_with_json_each(database: sqlite3.Connection) -> None:
    sql = "SELECT code FROM prefectures, json_each(aliases) WHERE json_each.value = '653100'"
    assert rows(database, sql) == [("6531",)]


def test_texts_arrive_unchanged_whatever_they_say(tmp_path: Path) -> None:
    connection = database_of(hostile_pack(), tmp_path / "h.sqlite")
    assert [row[0] for row in rows(connection, "SELECT text FROM blocks ORDER BY rowid")] == list(TEXTS)
    connection.close()


def test_two_exports_are_the_same_bytes(pack: Pack, tmp_path: Path) -> None:
    for name in ("a", "b"):
        sqlite.write(pack, chosen_tables(pack, ()), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_part_of_the_tables_refers_only_to_itself(pack: Pack, tmp_path: Path) -> None:
    sqlite.write(pack, ["budget_lines", "documents"], tmp_path / "part")
    connection = sqlite3.connect(tmp_path / "part")
    referred = {row[2] for row in rows(connection, "PRAGMA foreign_key_list(budget_lines)")}
    assert referred == {"documents", "budget_lines"}
    assert "search" not in {row[0] for row in rows(connection, "SELECT name FROM sqlite_master")}
    connection.close()
