"""The questions of issue 15 in under ten keys at 80x24; on the command line they are asked in tests/cli/test_filings.

A character typed is a key like any other.
"""

from __future__ import annotations

import pytest

from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.records import BudgetLine
from tests.documents.several import NAMES, several
from tests.tui.driving import Driver, explorer, press, screen

MOST = 9
WANLIU, SCHOOLS, _ = (name for _, name, _, _ in NAMES)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    return several(tmp_path_factory.mktemp("several"))


@pytest.fixture(scope="module")
def lines(path: str) -> list[BudgetLine]:
    pack: Pack = open_pack(path)
    return [line for line in pack.rows(BudgetLine) if line.phase == "budget"]


async def asked(pilot: Driver, keys: str) -> str:
    pressed = keys.split()
    assert len(pressed) <= MOST
    await press(pilot, *pressed)
    return screen(pilot)


def of(lines: list[BudgetLine], department: str, year: int, kind: str) -> dict[str | None, BudgetLine]:
    found: dict[str | None, BudgetLine] = {}
    for line in lines:
        key = (line.department, line.year, line.table_kind, line.measure)
        if key == (department, year, kind, "total") and line.unit_name is None:
            found.setdefault(line.code or line.name, line)
    return found


def wan(amount: int) -> str:
    return f"{amount / 10**6:,.2f}"


async def test_which_items_grew_and_by_how_much(path: str, lines: list[BudgetLine]) -> None:
    before, after = (of(lines, WANLIU, year, "expenditure") for year in (2023, 2024))
    changes = {
        code: after[code].amount - before[code].amount for code in before.keys() & after.keys() if code
    }
    largest = max((code for code in changes if code.isdigit()), key=lambda code: abs(changes[code]))
    async with explorer(path) as pilot:
        shown = await asked(pilot, "3 d 万 柳 enter b")  # the largest changes first
        assert largest in shown
        assert f"{'+' if changes[largest] > 0 else ''}{wan(changes[largest])}" in shown


async def test_what_vanished(path: str, lines: list[BudgetLine]) -> None:
    """Economic classes that were there a year before, of whichever department lost some."""
    gone: dict[str, set[str]] = {}
    for _, name, _, _ in NAMES:
        before, after = (of(lines, name, year, "general_public_basic") for year in (2023, 2024))
        gone[name] = {code for code in before.keys() - after.keys() if code and code.isdigit()}
    name = max(gone, key=lambda name: len(gone[name]))
    assert gone[name]
    async with explorer(path) as pilot:
        shown = await asked(pilot, f"3 d {name[3]} {name[4]} enter g g [")  # sorted by what became of a code
        assert "不再列示" in shown
        assert any(code in shown for code in gone[name])


async def test_three_public_over_the_years(path: str, lines: list[BudgetLine]) -> None:
    async with explorer(path) as pilot:
        shown = await asked(pilot, "3 d 万 柳 enter g")
        for year in (2023, 2024):
            for line in of(lines, WANLIU, year, "three_public").values():
                assert wan(line.amount) in shown


@pytest.mark.parametrize(
    ("subject", "code", "measure"), [("委托业务费", "30227", "total"), ("人员经费", None, "personnel")]
)
async def test_which_department_spends_most(
    path: str, lines: list[BudgetLine], subject: str, code: str | None, measure: str
) -> None:
    spent = {
        line.department: line.amount
        for line in lines
        if (line.year, line.table_kind, line.measure, line.code)
        == (2024, "general_public_basic", measure, code)
        and (code or line.level == 0)
    }
    most = max(spent, key=spent.__getitem__)
    async with explorer(path) as pilot:
        shown = await asked(pilot, "3 [")  # the last columns, sorted by the last of them
        assert subject in shown.replace("\n", "") or subject[:4] in shown
        assert most is not None
        assert any(most[:6] in row and wan(spent[most]) in row for row in shown.splitlines())
