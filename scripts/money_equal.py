"""Every amount of a package of format 1 (whole 元) against a later one (分), in 元: `python scripts/money_equal.py OLD NEW`.

OLD and NEW are packages (.msgpack or .msgpack.gz); without them the package of release 1.0.0 and that of this checkout. Both
are decoded here and by nothing of the program that knows how the formats differ. Per column of money: records of the
same key with equal amounts, with other amounts, and amounts only one of the two has. Exit status 1 where an amount differs.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from hrss_tui.records import BY_NAME

ROOT = Path(__file__).resolve().parent.parent
USUAL = (
    ROOT / "tests" / "fixtures" / "hrss-xinjiang-1.0.0.msgpack.gz",
    ROOT / "datapack" / "hrss-xinjiang.msgpack",
)
PARTS = {"元": Decimal(1), "分": Decimal(100)}
"""Unit of a column of money → how many of it are one 元."""


class Compared(NamedTuple):
    """A column of money: how many records of both packages agree, which differ, how many amounts one of them has alone."""

    column: str
    equal: int
    differing: tuple[str, ...]
    only_old: int
    only_new: int


def raw(path: Path) -> dict[str, Any]:
    """The decoded file, as it is."""
    data = path.read_bytes()
    found: dict[str, Any] = msgspec.msgpack.decode(gzip.decompress(data) if path.suffix == ".gz" else data)
    return found


def money(package: dict[str, Any], table: str) -> dict[str, Decimal]:
    """Column of a table → what one 元 is in it, for the columns that hold money."""
    return {
        column["name"]: PARTS[column["unit"]]
        for column in package["schema"].get(table, ())
        if column.get("unit") in PARTS and column["type"].removesuffix("?") == "integer"
    }


def amounts(package: dict[str, Any], table: str, name: str, part: Decimal) -> dict[str, Decimal]:
    """Key of a record → its amount in 元; records without one are left out."""
    columns = package["tables"][table]
    keys = zip(*(columns[key] for key in BY_NAME[table].KEY), strict=True)
    return {
        "/".join(map(str, key)): Decimal(value) / part
        for key, value in zip(keys, columns[name], strict=True)
        if value is not None
    }


def compared(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Compared]:
    """Every column of money that both packages have."""
    for table in old["schema"]:
        after = money(new, table)
        for name, part in money(old, table).items():
            if name in after:
                one, other = amounts(old, table, name, part), amounts(new, table, name, after[name])
                both = one.keys() & other.keys()
                differing = tuple(sorted(key for key in both if one[key] != other[key]))
                alone = len(one.keys() - both), len(other.keys() - both)
                yield Compared(f"{table}.{name}", len(both) - len(differing), differing, *alone)


def main() -> None:
    """Print the columns; say which amounts differ."""
    paths = [Path(name) for name in sys.argv[1:3]] if sys.argv[2:] else list(USUAL)
    found = list(compared(*map(raw, paths)))
    for column in found:
        print(
            f"{column.column:<40} equal {column.equal:>5}  differing {len(column.differing)}"
            f"  only {paths[0].name} {column.only_old}  only {paths[1].name} {column.only_new}"
        )
        for key in column.differing:
            print(f"  {key}")
    print(
        f"{sum(column.equal for column in found):,} amounts equal in 元,"
        f" {sum(len(column.differing) for column in found)} differ"
    )
    sys.exit(any(column.differing for column in found))


if __name__ == "__main__":
    main()
