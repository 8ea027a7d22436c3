"""Parquet files, read back by polars and by DuckDB."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hrss_tui.export import parquet
from hrss_tui.export.tables import columns_of
from hrss_tui.pack.read import Pack
from tests.export.hostile import days_pack

polars = pytest.importorskip("polars")


def in_yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else Decimal(fen) / 100


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def test_every_table_comes_back_as_it_is(pack: Pack, tmp_path: Path) -> None:
    for table in pack.tables:
        parquet.write(pack, table, tmp_path / table)
        money = [column["name"] for column in pack.schema[table] if column["unit"] == "分"]
        days = [column.name for column in columns_of(pack, table) if column.days]
        expected = [
            row | {name: in_yuan(row[name]) for name in money} | {name: day(row[name]) for name in days}
            for row in pack.dicts(table)
        ]
        assert polars.read_parquet(tmp_path / table).to_dicts() == expected


def test_types_are_those_of_the_schema_even_in_an_empty_table(pack: Pack, tmp_path: Path) -> None:
    parquet.write(pack, "budget_lines", tmp_path / "a")
    schema = polars.read_parquet_schema(tmp_path / "a")
    assert (schema["amount"], schema["code"], schema["code_restored"]) == (
        polars.Decimal(18, 2),
        polars.String,
        polars.Boolean,
    )
    parquet.write(pack, "prefectures", tmp_path / "b")
    assert polars.read_parquet_schema(tmp_path / "b")["aliases"] == polars.List(polars.String)


def test_days_are_dates_and_stay_text_where_one_of_the_column_is_no_day(tmp_path: Path) -> None:
    found = {}
    for name, texts in (("days", ["2031-05-01"]), ("months", ["2031-05-01", "2031-06"]), ("none", [])):
        parquet.write(days_pack(texts), "documents", tmp_path / name)
        schema = polars.read_parquet_schema(tmp_path / name)
        found[name] = [schema[column] for column in ("date", "period_start", "period_end", "period")]
    assert found["days"] == found["none"] == [polars.Date] * 3 + [polars.String]
    assert found["months"] == [polars.String, polars.Date, polars.Date, polars.String]


def test_two_exports_are_the_same_bytes(pack: Pack, tmp_path: Path) -> None:
    for name in ("a", "b"):
        parquet.write(pack, "blocks", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("kind", [SystemError, NameError])
def test_a_library_that_breaks_off_its_import_is_a_lack_of_memory(
    kind: type[Exception], pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Breaking:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "polars":
                raise kind

    monkeypatch.delitem(sys.modules, "polars")
    monkeypatch.setattr(sys, "meta_path", [Breaking(), *sys.meta_path])
    with pytest.raises(MemoryError):
        parquet.write(pack, "documents", tmp_path / "a")
