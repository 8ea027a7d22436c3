"""Packages that are well-formed and mean: digests fit, types are declared, and what they say makes no sense.

`mutated(package, seed)` gives the same bytes for the same seed. The changes are those that nobody's reader checks
for: numbers at the ends of their range, identifiers that repeat or lead nowhere or in circles, kinds that do not
exist, tables and columns that are missing, empty, of another type, or that nobody has heard of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from random import Random
from typing import Any

import msgpack
import msgspec

from hrss_tui.pack.write import head_digest
from tests.robustness.hostile import COMMANDS

Plain = dict[str, Any]

TEXTS = (
    "", " ", "/", "-", "0", "-1", "1e309", "208", "20801", "2080199", "6501", "total", "value", "budget", "plan-2021",
    "plan-2021:17", "9999", "2021-13-45", "2021/2020", "2021/", "长" * 5000, "a\nb\tc", "{0}{x}%s%(x)s", "\\", "'\"",
    *COMMANDS,
)  # fmt: skip
INTEGERS = (-(2**63), -1, 0, 1, 2, 3, 9999, 10**9, 2**31, 2**53 + 1, 2**63 - 1)
NUMBERS = (-1.7e308, -1.0, -0.0, 0.0, 5e-324, 1.0, 100.0, 1.7e308)
TYPES = ("string", "string?", "integer", "number?", "boolean", "list<string>", "list<integer>", "date?", "")


def encoded(plain: Plain) -> bytes:
    """A package of plain data, with digests that fit and sizes that say where columns lie."""
    plain["sizes"] = {
        name: [len(msgspec.msgpack.encode(values)) for values in table.values()]
        for name, table in plain["tables"].items()
    }
    plain["digests"] = {
        name: hashlib.sha256(msgspec.msgpack.encode(table)).hexdigest()
        for name, table in plain["tables"].items()
    }
    tables = plain.pop("tables")
    plain["head_digest"] = head_digest(plain)
    return msgspec.msgpack.encode({**plain, "tables": tables})


def shortened(package: bytes, most: int = 60) -> bytes:
    """The package with the first rows of every table: enough to be meant, and quick."""
    plain = msgpack.unpackb(package)
    for table in plain["tables"].values():
        for name, values in table.items():
            table[name] = values[:most]
    return encoded(plain)


def mutated(package: bytes, seed: int) -> bytes:
    """The package after a few changes."""
    chance = Random(seed)
    plain = msgpack.unpackb(package)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        chance.choice(CHANGES)(plain, chance)
    return encoded(plain)


def _table(plain: Plain, chance: Random) -> str:
    return chance.choice(sorted(plain["tables"]) or [""])


def _column(plain: Plain, chance: Random) -> tuple[dict[str, list[Any]], str, str]:
    """A table's columns, one of their names and its declared type; an empty one where there is none."""
    name = _table(plain, chance)
    described = plain["schema"].get(name) or [{"name": "x", "type": "string"}]
    column = chance.choice(described)
    columns = plain["tables"].get(name, {})
    columns.setdefault(column["name"], [])
    return columns, column["name"], column["type"]


def value_of(kind: str, chance: Random) -> Any:
    """Some value of a declared type that a document would hardly state."""
    if kind.endswith("?") and chance.random() < 0.3:
        return None
    plain = kind.removesuffix("?")
    if plain.startswith("list<"):
        inner = plain.removeprefix("list<").removesuffix(">")
        return [value_of(inner, chance) for _ in range(chance.choice((0, 1, 3)))]
    choices: dict[str, tuple[Any, ...]] = {"integer": INTEGERS, "number": NUMBERS, "boolean": (True, False)}
    return chance.choice(choices.get(plain, TEXTS))


def one_cell(plain: Plain, chance: Random) -> None:
    columns, name, kind = _column(plain, chance)
    if columns[name]:
        columns[name][chance.randrange(len(columns[name]))] = value_of(kind, chance)


def many_cells(plain: Plain, chance: Random) -> None:
    columns, name, kind = _column(plain, chance)
    columns[name] = [value_of(kind, chance) if chance.random() < 0.5 else value for value in columns[name]]


def same_everywhere(plain: Plain, chance: Random) -> None:
    columns, name, kind = _column(plain, chance)
    columns[name] = [value_of(kind, chance)] * len(columns[name])


def shuffled(plain: Plain, chance: Random) -> None:
    columns, name, _ = _column(plain, chance)
    chance.shuffle(columns[name])


def own_parent(plain: Plain, chance: Random) -> None:
    """Identifiers that lead to themselves, and around in circles."""
    for table, own, parent in (("blocks", "block_id", "parent_id"), ("budget_lines", "code", "parent_code")):
        columns = plain["tables"].get(table, {})
        if {own, parent} <= columns.keys():
            ids = columns[own]
            turn = chance.choice((0, 1))
            columns[parent] = ids[turn:] + ids[:turn]


def fewer_rows(plain: Plain, chance: Random) -> None:
    table, keep = plain["tables"].get(_table(plain, chance), {}), chance.choice((0, 0, 1, 5))
    for name in table:
        table[name] = table[name][:keep]


def rows_twice(plain: Plain, chance: Random) -> None:
    table = plain["tables"].get(_table(plain, chance), {})
    for name in table:
        table[name] = table[name] * 2


def no_column(plain: Plain, chance: Random) -> None:
    name = _table(plain, chance)
    if len(plain["schema"].get(name, [])) > 1:
        column = plain["schema"][name].pop(chance.randrange(len(plain["schema"][name])))
        plain["tables"][name].pop(column["name"], None)


def no_table(plain: Plain, chance: Random) -> None:
    name = _table(plain, chance)
    plain["tables"].pop(name, None)
    plain["schema"].pop(name, None)


def other_type(plain: Plain, chance: Random) -> None:
    """A column whose declared type and values are another type's."""
    name = _table(plain, chance)
    if plain["schema"].get(name):
        column = chance.choice(plain["schema"][name])
        column["type"] = chance.choice(TYPES)
        size = len(plain["tables"][name].get(column["name"], []))
        plain["tables"][name][column["name"]] = [value_of(column["type"], chance) for _ in range(size)]


def strange_names(plain: Plain, chance: Random) -> None:
    """A table and a column with names that other tools would stumble over."""
    odd = chance.choice(
        ("a b", "x;DROP TABLE blocks", "../../etc", "a/b", "", "名", "sqlite_master", "CON", *COMMANDS)
    )
    column = {"name": chance.choice((odd, "x")), "type": "string?", "unit": odd, "description": odd}
    plain["schema"][odd] = [column]
    plain["tables"][odd] = {column["name"]: [odd, None]}


def about_itself(plain: Plain, chance: Random) -> None:
    keys = ("name", "title", "version", "created", "licence", "homepage", "contributors", "sources", "other")
    values = (
        *TEXTS,
        None,
        1,
        [],
        {},
        [{}],
        [{"file": "x"}],
        [{"file": 1, "documents": ["x"]}],
        [{"documents": "x"}],
    )
    plain["package"][chance.choice(keys)] = chance.choice(values)


def looked_up(plain: Plain, chance: Random) -> None:
    """Other variants and readings of characters than the ones that were computed."""
    values = (
        None,
        1,
        [],
        {},
        "x",
        ["x", "y"],
        ["业", "\n"],
        [1, 2],
        {"jiu": "]"},
        {"jiu": 1},
        {"就": "就"},
        {"": ""},
    )
    key = chance.choice(("variants", "pinyin", "other"))
    plain["lookup"] = chance.choice((None, [], {key: chance.choice(values)}))


def sizes_that_lie(plain: Plain, chance: Random) -> None:
    """Names of a table in another order than the file's own description has them."""
    name = _table(plain, chance)
    chance.shuffle(plain["schema"].get(name, []))


CHANGES: tuple[Callable[[Plain, Random], None], ...] = (
    one_cell, one_cell, one_cell, many_cells, many_cells, same_everywhere, shuffled, own_parent, fewer_rows, rows_twice,
    no_column, no_table, other_type, strange_names, about_itself,
    looked_up, sizes_that_lie,
)  # fmt: skip
