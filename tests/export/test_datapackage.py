"""The Data Package export, judged by frictionless and read back."""

from __future__ import annotations

import csv
import hashlib
import json
import warnings
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.export import datapackage
from hrss_tui.export.fiscal import OF, RESOURCE, derived_columns
from hrss_tui.export.tables import chosen_tables
from hrss_tui.pack.read import Pack
from hrss_tui.records import BY_NAME, columns
from tests.export.hostile import TEXTS, days_pack, hostile_pack

Descriptor = dict[str, Any]


def exported(pack: Pack, folder: Path, *tables: str) -> Descriptor:
    folder.mkdir()
    datapackage.write(pack, chosen_tables(pack, tables), folder)
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
    fiscal = which == "seeds"  # the other has no budget
    assert len(report.tasks) == len(pack.tables) + fiscal


def test_frictionless_would_complain_of_a_changed_file(pack: Pack, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        exported(pack, tmp_path / "out", "documents", "prefectures", "prefecture_values")
        path, descriptor = (tmp_path / "out" / name for name in ("prefecture_values.csv", "datapackage.json"))
        before = frictionless.validate(str(descriptor))
        path.write_bytes(path.read_bytes().replace(b"6531", b"9999", 1))
        report = frictionless.validate(str(descriptor))
    assert before.valid, before.flatten(["type", "message"])[:5]
    found = {kind for kind, *_ in report.flatten(["type"])}
    assert "hash-count" in found or "foreign-key" in found


def test_every_column_has_its_type_unit_and_meaning(pack: Pack, tmp_path: Path) -> None:
    descriptor = exported(pack, tmp_path / "out")
    names = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
    for found in descriptor["resources"]:
        described = {column.name: column for column in columns(BY_NAME[found["name"].replace(RESOURCE, OF)])}
        for field in found["schema"]["fields"]:
            column = described.pop(field["name"], None)
            if column is None:
                assert " / derived: " in field["description"]
                continue
            inner, money = column.type.removesuffix("?"), column.unit == "分"
            day = field["name"] in ("date", "starts", "ends", "period_start", "period_end")
            assert field["type"] == ("number" if money else "date" if day else names.get(inner, "array"))
            assert field.get("unit", "") == ("元" if money else column.unit)
            assert field["description"].endswith(f" / {column.description}")
            assert " / " in field["title"]
        assert not described
    amount = next(f for f in resource(descriptor, RESOURCE)["schema"]["fields"] if f["name"] == "amount")
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
    assert referred == {
        "budget_tables": ["doc_id", "table_kind"],
        "": ["parent_id"],
        "projects": ["project_id"],
        "measures": ["measure"],
        "documents": ["doc_id"],
    }


def test_files_and_sources_carry_their_hashes(pack: Pack, tmp_path: Path) -> None:
    descriptor = exported(pack, tmp_path / "out")
    for found in descriptor["resources"]:
        data = (tmp_path / "out" / found["path"]).read_bytes()
        assert (found["bytes"], found["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
    expected = [f"sha256:{source['sha256']}" for source in pack.package["sources"]]
    assert [source["hash"] for source in descriptor["sources"]] == expected
    assert descriptor["version"] == pack.package["version"]
    assert descriptor["contributors"] == [{"title": name} for name in pack.package["contributors"]] != []
    assert descriptor["licenses"][0]["title"] == pack.package["licence"]


TAXONOMY = {
    name: (kind, label)
    for name, kind, label in (
        line.split("\t")
        for line in (Path(__file__).parent.parent / "fixtures" / "fiscal_column_types.tsv")
        .read_text("utf-8")
        .splitlines()
        if not line.startswith("#")
    )
}
"""Column type → data type and what it is the label of, as published."""


def test_the_fiscal_resource_keeps_to_the_published_taxonomy(pack: Pack, tmp_path: Path) -> None:
    descriptor = exported(pack, tmp_path / "out")
    typed = [
        each["name"]
        for each in descriptor["resources"]
        if any("columnType" in f for f in each["schema"]["fields"])
    ]
    assert typed == ["budget_fiscal"]
    fields = {
        f["columnType"]: f
        for f in resource(descriptor, "budget_fiscal")["schema"]["fields"]
        if "columnType" in f
    }
    for column_type, field in fields.items():
        kind, label = TAXONOMY[column_type]
        assert field["type"] == kind, column_type
        assert not label or label in fields, column_type
        levels = column_type.partition(":level")
        if levels[1] and levels[2][0] > "1":
            assert f"{levels[0]}:level1:code" in fields
    assert {"value", "value-currency:code", "date:fiscal-year", "direction", "phase:id"} <= set(fields)


def test_leaves_add_up_to_the_printed_totals_and_stand_there_once(pack: Pack, tmp_path: Path) -> None:
    exported(pack, tmp_path / "out")
    leaves = cells(tmp_path / "out", "budget_fiscal")
    lines = {row["line_id"]: row for row in cells(tmp_path / "out", "budget_lines")}
    assert len(leaves) == len({row["line_id"] for row in leaves}) < len(lines)
    assert {row["currency"] for row in leaves} == {"CNY"}
    for kind in ("expenditure", "general_public"):
        whole = [
            row
            for row in lines.values()
            if row["table_kind"] == kind and row["level"] == "0" and row["measure"] == "total"
        ]
        parts = [Decimal(row["amount"]) for row in leaves if row["table_kind"] == kind]
        assert abs(sum(parts) - Decimal(whole[0]["amount"])) <= 100 * len(parts)
    for row in leaves:
        line = lines[row["line_id"]]
        assert row["functional_code"] == (line["code"] if line["classification"] == "functional" else "")
        if line["table_kind"] == "general_public_projects":
            assert row["economic_code"] == line["measure"].removeprefix("economic_").replace("total", "")
        if line["classification"] == "economic":
            assert row["economic_code"] == line["code"]
        assert row["direction"] in ("revenue", "expenditure", "")
    assert {column.name for column in derived_columns()} <= set(leaves[0])


def test_a_column_with_a_month_among_its_days_is_text_and_valid(tmp_path: Path) -> None:
    descriptor = exported(days_pack(["2031-05-01", "2031-06"]), tmp_path / "out")
    fields = {f["name"]: f["type"] for f in resource(descriptor, "documents")["schema"]["fields"]}
    assert [fields[name] for name in ("date", "period_start", "period_end")] == ["string", "date", "date"]


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
