"""Titles, meaning and values of every column: none is missing, none is of nothing, and the lists hold what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME, TABLES, Record, columns
from hrss_tui.records.figures import Figure
from hrss_tui.reference.columns import _file, column_title, listed_values, table_title
from hrss_tui.words.check_kinds import KINDS

STRUCTS: tuple[type[Record], ...] = (*TABLES, Figure)


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.TABLE)
def test_every_column_has_titles_and_meaning_and_no_two_of_a_table_are_called_the_same(
    struct: type[Record],
) -> None:
    assert table_title(struct.TABLE) is not None
    titles = [column_title(struct.TABLE, column.name) for column in columns(struct)]
    assert all(title is not None and title.zh and title.en and title.about for title in titles)
    for names in ([title.zh for title in titles if title], [title.en for title in titles if title]):
        assert sorted(names) == sorted(set(names))


def test_nothing_is_named_that_no_table_has() -> None:
    needed = {
        next(key for key in (f"{struct.TABLE}.{column.name}", column.name) if key in _file().columns)
        for struct in STRUCTS
        for column in columns(struct)
    }
    assert needed == set(_file().columns)
    assert {struct.TABLE for struct in STRUCTS} == set(_file().tables)


def test_a_column_of_a_table_nobody_knows_has_no_title() -> None:
    assert column_title("weather", "title") is None
    assert column_title("documents", "weather") is None


def strangers(tables: Mapping[str, Mapping[str, Sequence[object]]]) -> list[tuple[str, str, object]]:
    """Values that the list of their column lacks, of tables as columns."""
    found = []
    for table, stored in tables.items():
        for name, values in stored.items():
            title = column_title(table, name)
            listed = listed_values(title) if title else ()
            found += [(table, name, value) for value in set(values) - {None, *listed} if listed]
    return found


def test_lists_hold_every_value_of_the_package(pack: Pack) -> None:
    tables = {
        name: {
            own.name: pack.column(name, own.name)
            for own in columns(BY_NAME[name])
            if not own.type.startswith("list")
        }
        for name in pack.tables
    }
    assert strangers(tables) == []
    assert len(KINDS) > 20


def test_a_value_outside_its_list_is_seen() -> None:
    assert strangers({"checks": {"status": ["exact", "maybe", None]}}) == [("checks", "status", "maybe")]
