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
from hrss_tui.reference.columns import table_title
from hrss_tui.words import LANGUAGES, Lang
from scripts.datapack_docs import FORMAT, documents

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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_description_names_every_column_and_table_in_either_language(lang: Lang) -> None:
    text = (DATAPACK / FORMAT[lang]).read_text(encoding="utf-8")
    for struct in TABLES:
        title = table_title(struct.TABLE)
        assert title is not None
        section = text.split(f"\n### {struct.TABLE}\n")[1].split("\n### ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == [
            column.name for column in columns(struct)
        ]
        assert (title.zh if lang == "zh" else title.en) in section
        columns_named = re.findall(r"^\| `\w+` \| ([^|]+) \| [^|]+ \|[^|]*\| (.+) \|$", section, re.MULTILINE)
        assert len(columns_named) == len(columns(struct))
        assert all(bool(re.search("[\u4e00-\u9fff]", name)) == (lang == "zh") for name, _ in columns_named)


def test_both_descriptions_have_the_same_readers_and_chapters() -> None:
    en, zh = ((DATAPACK / FORMAT[lang]).read_text(encoding="utf-8") for lang in ("en", "zh"))
    assert re.findall(r"```\w+\n.*?```", zh, re.DOTALL) == re.findall(r"```\w+\n.*?```", en, re.DOTALL)
    assert [zh.count(sign) for sign in ("\n## ", "\n- **")] == [
        en.count(sign) for sign in ("\n## ", "\n- **")
    ]
    heads = [
        re.findall(r"^\| (`\w+`) \|", text.partition("<!-- tables")[0], re.MULTILINE) for text in (en, zh)
    ]
    assert heads[0] == heads[1] != []
