"""The files beside the package say what the records say and what the package holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgpack
import pytest
from jsonschema import Draft202012Validator

from hrss_tui.pack.schema import json_schema
from hrss_tui.records import TABLES, columns
from scripts.datapack_docs import documents

ROOT = Path(__file__).resolve().parent.parent.parent
DATAPACK = ROOT / "datapack"


PACK = DATAPACK / "hrss-xinjiang.msgpack"
EXPECTED = documents(PACK.name, PACK.read_bytes())


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name)
def test_a_generated_document_is_not_stale(path: Path) -> None:
    assert path.read_bytes() == EXPECTED[path], "run scripts/build_datapack.py"


def test_the_shipped_package_keeps_its_schema(pack_data: bytes) -> None:
    schema = json.loads((DATAPACK / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    faults = Draft202012Validator(schema).iter_errors(msgpack.unpackb(pack_data))
    assert [fault.message for fault in faults] == []


def test_the_schema_refuses_a_wrong_type(pack_data: bytes) -> None:
    plain = msgpack.unpackb(pack_data)
    plain["tables"]["budget_lines"]["amount"][0] = "1"
    (fault,) = Draft202012Validator(json_schema()).iter_errors(plain)
    assert list(fault.absolute_path) == ["tables", "budget_lines", "amount", 0]


def test_the_description_names_every_column() -> None:
    text = (DATAPACK / "FORMAT.md").read_text(encoding="utf-8")
    for struct in TABLES:
        section = text.split(f"\n### {struct.TABLE}\n")[1].split("\n### ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [
            column.name for column in columns(struct)
        ]
