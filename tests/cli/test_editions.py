"""Of a budget that was corrected, who shows one edition says that there is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.tui.budget.detail import detail
from hrss_tui.tui.budget.rows import PARTS, stems
from tests.cli.commands import Program
from tests.documents.formats import chosen
from tests.documents.layouts import shanghai
from tests.documents.layouts.common import Department
from tests.tui.driving import desk_of

_ANOTHER = "另有一版"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A package of one budget of 2024 in two editions, and that of 2023 in one."""
    folder = tmp_path_factory.mktemp("corrected")
    (made,) = chosen("text")
    department = Department("s", "宁安区水利局", "宁安区", 17, ("21303",), ("宁安区水利局",), 300)
    for year in (2023, 2024):
        text = made.render(shanghai.budget(department, year, shanghai.Year()))
        (folder / f"{year}{made.suffix}").write_bytes(text)
    (folder / f"2024（更正）{made.suffix}").write_bytes(
        text.replace("区级部门预算".encode(), "区级部门预算（更正）".encode(), 1)
    )
    out = folder / "corrected.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


@pytest.mark.parametrize("command", [("budget",), ("compare", "--of", "years")])
def test_a_command_that_shows_one_edition_names_the_other(
    hrss: Program, corrected: str, command: tuple[str, ...]
) -> None:
    assert hrss(*command, "--pack", corrected).err.count(_ANOTHER) == 1


def test_nothing_is_said_of_a_budget_of_one_edition(hrss: Program, corrected: str) -> None:
    assert _ANOTHER not in hrss("budget", "--year", "2023", "--pack", corrected).err


def test_the_explorer_says_so_beside_an_amount(corrected: str) -> None:
    desk = desk_of(corrected)
    for doc_id, filing in desk.data.filings.items():
        row = next(iter(stems(desk, doc_id, PARTS[0], ()).values())).row
        said = [one.text for one in detail(desk, row) if _ANOTHER in one.text]
        assert len(said) == (filing.year == 2024)


def test_of_one_name_and_no_known_place_it_may_be_another_body(hrss: Program, tmp_path: Path) -> None:
    (made,) = chosen("text")
    department = Department("s", "林业局", "", 23, ("21303",), (), 200)
    text = made.render(shanghai.budget(department, 2024, shanghai.Year()))
    (tmp_path / "a.txt").write_bytes(text)
    (tmp_path / "b.txt").write_bytes(text.replace("区级部门预算".encode(), "县级部门预算".encode()))
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    said = hrss("budget", "--pack", out).err
    assert "或是同名的另一部门" in said
    assert "another body of the same name" in hrss("budget", "--pack", out, "--lang", "en").err
    desk = desk_of(str(out))
    for doc_id in desk.data.filings:
        row = next(iter(stems(desk, doc_id, PARTS[0], ()).values())).row
        assert [one for one in detail(desk, row) if "或是同名的另一部门" in one.text]


def test_a_corrected_edition_of_no_known_place_is_an_edition(hrss: Program, corrected: str) -> None:
    assert "同名的另一部门" not in hrss("budget", "--pack", corrected).err
