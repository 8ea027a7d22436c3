"""The two questions that the how-to asks of a lake of packages, answered by DuckDB and compared with the program."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hrss_tui.cli.run import run
from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.query.filings.departments import across
from hrss_tui.query.filings.filings import departments, filings
from hrss_tui.query.filings.years import over_years

DOCS = Path(__file__).resolve().parent.parent.parent / "hrss_tui" / "docs"
TABLES = ("documents", "budget_lines")


def query(name: str, lang: str = "zh") -> str:
    """A query as the how-to prints it."""
    text = (DOCS / lang / "howto.md").read_text("utf-8")
    found = re.search(rf"<!-- lake {name} -->\n```sql\n(.*?);\n```", text, re.DOTALL)
    assert found is not None
    return found[1]


def exported(packs: Iterable[str], lake: Path) -> Path:
    """A folder with one folder per package, as the how-to has it."""
    for number, pack in enumerate(packs):
        folder = lake / str(number)
        folder.mkdir(parents=True)
        for table in TABLES:
            out = str(folder / f"{table}.parquet")
            assert run(["--pack", pack, "export", table, "--format", "parquet", "-o", out]) == 0
    return lake


def asked(name: str, lake: Path, lang: str = "zh") -> list[tuple[Any, ...]]:
    """The rows that DuckDB gives for a query of the how-to."""
    import duckdb

    return duckdb.sql(query(name, lang).replace("lake/*", f"{lake}/*")).fetchall()


def years_by_program(pack: Pack) -> dict[tuple[str, str], tuple[int | None, ...]]:
    """Department and code → 分 before and after, of the two newest budgets of every department that has two."""
    found: dict[tuple[str, str], tuple[int | None, ...]] = {}
    for name in departments(filings(pack)):
        both = over_years(pack, name, phase="budget", table="expenditure")
        if len(both.filings) > 1:
            found |= {(name, row.key): row.amounts[-2:] for row in both.rows if any(row.amounts[-2:])}
    return found


def ranks_by_program(pack: Pack, subject: str, year: int) -> list[tuple[str, int]]:
    """Departments with 分, the largest first."""
    rows = across(pack, subject, year=year).rows
    return [(row.department, row.amount) for row in rows if row.amount is not None]


def disagreements(packs: list[str], whole: str, lake: Path, subject: str, year: int) -> list[str]:
    """What DuckDB and the program say differently of the documents in `packs`, which `whole` holds together."""
    exported(packs, lake)
    pack = open_pack(whole)
    years = {
        (department, code): (before and round(before * 100), after and round(after * 100))
        for department, code, _, before, after, *_ in asked("years", lake)
    }
    known = years_by_program(pack)
    ranked = [(row[1], round(row[2] * 100)) for row in asked("departments", lake)]
    wrong = [
        f"{key}: {years.get(key)} {known.get(key)}"
        for key in sorted(years.keys() | known.keys())
        if years.get(key) != known.get(key)
    ]
    if ranked != ranks_by_program(pack, subject, year):
        wrong.append(f"{ranked} {ranks_by_program(pack, subject, year)}")
    return wrong
