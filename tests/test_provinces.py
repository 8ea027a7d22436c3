"""Books in the forms of other provinces give exactly their amounts, and no check fails on them: nothing in them is wrong.

Each is a text in `fixtures/provinces` beside the list of what it must give: kind, side, code, name, level, measure, 分,
print, and whether the code is restored. Departments and figures are invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check, Record
from tests.documents.reading import Amount, read
from tests.reference.test_columns import strangers

BOOKS = Path(__file__).parent / "fixtures" / "provinces"
NAMES = sorted(path.stem for path in BOOKS.glob("*.txt"))


def wanted(name: str) -> Counter[Amount]:
    rows = ((BOOKS / f"{name}.tsv").read_text("utf-8").rstrip("\n")).split("\n")
    return Counter(_amount(row.split("\t")) for row in rows)


def _amount(cells: list[str]) -> Amount:
    kind, side, code, name, level, measure, fen, printed, restored = cells
    return Amount(kind, side, code or None, name, int(level), measure, int(fen), printed, bool(restored), "")


def texts(rows: Sequence[Record]) -> dict[str, list[object]]:
    """The columns of records that hold texts, which may be of a list."""
    names = rows[0].__struct_fields__ if rows else ()
    columns = {name: [getattr(row, name) for row in rows] for name in names}
    return {name: values for name, values in columns.items() if isinstance(values[0], str | None)}


@pytest.mark.parametrize("name", NAMES)
def test_a_book_gives_its_amounts_and_no_check_fails(name: str, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / f"{name}.txt").write_bytes((BOOKS / f"{name}.txt").read_bytes())
    found = compile_folder(tmp_path / "one")
    assert found.errors == ()
    want, got = wanted(name), read(found)
    assert dict(want - got) == {}, "missing"
    assert dict(got - want) == {}, "too many"
    checks = [row for row in found.tables["checks"] if isinstance(row, Check)]
    assert [row.description for row in checks if row.status == "fails"] == []
    assert any(row.status == "exact" for row in checks)
    assert strangers({table: texts(rows) for table, rows in found.tables.items()}) == []


def test_there_are_budgets_and_accounts_of_a_dozen_forms() -> None:
    assert len(NAMES) >= 12
    assert sum("accounts" in name for name in NAMES) >= 4
