"""The Data Package export, judged by frictionless and read back."""

from __future__ import annotations

import csv
import hashlib
import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.export import datapackage
from hrss_tui.export.fiscal import COLUMN_TYPES, derived_columns
from hrss_tui.export.tables import chosen_tables
from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME, columns
from tests.export.hostile import TEXTS, hostile_pack

Descriptor = dict[str, Any]


def exported(pack: Pack, folder: Path) -> Descriptor:
    folder.mkdir()
    datapackage.write(pack, chosen_tables(pack, ()), folder)
    descriptor: Descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return descriptor


def cells(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def resource(descriptor: Descriptor, name: str) -> Descriptor:
    return next(found for found in descriptor["resources"] if found["name"] == name)


@pytest.mark.parametrize("which", ["seeds", "hostile"])
def test_frictionless_finds_nothing_to_complain_of(which: str, pack: Pack, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        csv.field_size_limit(10**6)
        exported(pack if which == "seeds" else hostile_pack(), tmp_path / "out")
        report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert len(report.tasks) == len(pack.tables)


def test_frictionless_would_complain_of_a_changed_file(pack: Pack, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        exported(pack, tmp_path / "out")
        path = tmp_path / "out" / "prefecture_values.csv"
        path.write_bytes(path.read_bytes().replace(b"6531", b"9999", 1))
        report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    found = {kind for kind, *_ in report.flatten(["type"])}
    assert "hash-count" in found or "foreign-key" in found


def test_every_column_has_its_type_unit_and_meaning(pack: Pack, tmp_path: Path) -> None:
    descriptor = exported(pack, tmp_path / "out")
    names = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
    for found in descriptor["resources"]:
        described = {column.name: column for column in columns(BY_NAME[found["name"]])}
        for field in found["schema"]["fields"]:
            column = described.pop(field["name"], None)
            if column is None:
                assert field["description"].startswith("derived")
                continue
            inner, money = column.type.removesuffix("?"), column.unit == "分"
            assert field["type"] == ("number" if money else names.get(inner, "array"))
            assert field.get("unit", "") == ("元" if money else column.unit)
            assert field["description"].endswith(f" / {column.description}")
            assert " / " in field["title"]
        assert not described
    amount = next(
        f for f in resource(descriptor, "budget_lines")["schema"]["fields"] if f["name"] == "amount"
    )
    assert (amount["unit"], amount["columnType"]) == ("元", "value")


def test_the_five_kinds_of_nothing_are_labelled(pack: Pack, tmp_path: Path) -> None:
    fields = resource(exported(pack, tmp_path / "out"), "prefecture_values")["schema"]["fields"]
    value = next(field for field in fields if field["name"] == "value")
    assert [entry["value"] for entry in value["missingValues"]] == ["", "/", "-", "未安排", "完全不予公开"]
    assert all(entry["label"] for entry in value["missingValues"])
    written = {
        row["value"] for row in cells(tmp_path / "out", "prefecture_values") if row["status"] != "value"
    }
    assert written == {"/"}


def test_keys_between_tables_are_declared(pack: Pack, tmp_path: Path) -> None:
    schema = resource(exported(pack, tmp_path / "out"), "budget_lines")["schema"]
    assert schema["primaryKey"] == ["line_id"]
    referred = {key["reference"]["resource"]: key["fields"] for key in schema["foreignKeys"]}
    assert referred == {"budget_tables": ["doc_id", "table_kind"], "": ["parent_id"], "documents": ["doc_id"]}


def test_files_and_sources_carry_their_hashes(pack: Pack, tmp_path: Path) -> None:
    descriptor = exported(pack, tmp_path / "out")
    for found in descriptor["resources"]:
        data = (tmp_path / "out" / found["path"]).read_bytes()
        assert (found["bytes"], found["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    expected = [f"sha256:{source['sha256']}" for source in pack.package["sources"]]
    assert [source["hash"] for source in descriptor["sources"]] == expected
    assert descriptor["version"] == pack.package["version"]
    assert descriptor["licenses"][0]["title"] == pack.package["licence"]


def test_budget_fields_carry_column_types_and_the_derived_columns_are_right(
    pack: Pack, tmp_path: Path
) -> None:
    descriptor = exported(pack, tmp_path / "out")
    for table, types in COLUMN_TYPES.items():
        fields = {
            field["name"]: field.get("columnType")
            for field in resource(descriptor, table)["schema"]["fields"]
        }
        assert {name: fields[name] for name in types} == types
    for row, line in zip(cells(tmp_path / "out", "budget_lines"), pack.dicts("budget_lines"), strict=True):
        assert row["functional_code"] == (
            line["code"] or "" if line["classification"] == "functional" else ""
        )
        if line["table_kind"] == "general_public_projects":
            assert row["economic_code"] == line["measure"].removeprefix("economic_").replace("total", "")
        if line["classification"] == "economic":
            assert row["economic_code"] == (line["code"] or "")
        assert row["direction"] in ("revenue", "expenditure", "")
    assert {column.name for column in derived_columns("budget_lines")} <= set(row)


def test_no_text_is_altered(tmp_path: Path) -> None:
    """It is for programs; the guard against formulas is of the CSV that is meant for spreadsheets."""
    exported(hostile_pack(), tmp_path / "out")
    csv.field_size_limit(10**6)
    assert [row["text"] for row in cells(tmp_path / "out", "blocks")] == list(TEXTS)


def test_two_exports_are_the_same_bytes(pack: Pack, tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported(pack, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
