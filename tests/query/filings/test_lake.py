"""The queries of the how-to on a lake of packages give what the program gives, see also scripts/check_lake.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.pack.read import open_pack
from tests.documents.lake import disagreements, query, years_by_program
from tests.documents.several import several


def test_both_languages_print_the_same_queries() -> None:
    for name in ("years", "departments"):
        assert query(name, "zh") == query(name, "en")


def test_duckdb_answers_as_the_program_does(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    pytest.importorskip("polars")
    (tmp_path / "one").mkdir()
    whole = several(tmp_path / "one")
    (tmp_path / "two").mkdir()
    for path in (tmp_path / "one").glob("*-2024-*.txt"):
        path.rename(tmp_path / "two" / path.name)
    parts = []
    for name in ("one", "two"):
        parts.append(str(tmp_path / f"{name}.msgpack"))
        assert run(["build", *map(str, (tmp_path / name).glob("*.txt")), "-o", parts[-1]]) == 0
    assert years_by_program(open_pack(whole))
    assert disagreements(parts, whole, tmp_path / "lake", "30227", 2024) == []
