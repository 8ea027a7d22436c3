"""The files beside the package that follow from it: its schema and that of answers, datapackage.json, the tables of FORMAT.md and FORMAT.zh.md."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hrss_tui.cli.answers import schemas
from hrss_tui.export.descriptor import package_descriptor
from hrss_tui.pack.read import decode_pack
from hrss_tui.pack.schema import json_schema
from hrss_tui.records import TABLES, Column, Record, columns
from hrss_tui.reference.columns import column_title, listed_values, table_title
from hrss_tui.words import Lang

FOLDER = Path(__file__).resolve().parent.parent / "datapack"
BEGIN, END = "<!-- tables: generated -->\n", "<!-- end of tables -->\n"
FORMAT: Mapping[Lang, str] = {"en": "FORMAT.md", "zh": "FORMAT.zh.md"}
WORDS: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "head": "| column | title | type | unit | meaning |",
        "colon": ". ",
        "key": " Key: {key}.",
        "between": ", ",
        "values": "; one of {values}",
    },
    "zh": {
        "head": "| 列 | 名称 | 类型 | 单位 | 含义 |",
        "colon": "：",
        "key": "主键：{key}。",
        "between": "、",
        "values": "；取值：{values}",
    },
}
_READER = re.compile(r"(?<=<!-- reader: )(\w+) -->\n```\w+\n(.*?)```\n", re.DOTALL)


def documents(name: str, data: bytes) -> dict[Path, bytes]:
    """Path → what it must hold beside the package file `name` of these bytes."""
    return {
        FOLDER / "schema.json": _encoded(json_schema()),
        FOLDER / "answers.schema.json": _encoded(schemas()),
        **{FOLDER / name: _format(lang).encode() for lang, name in FORMAT.items()},
        FOLDER / "datapackage.json": package_descriptor(decode_pack(data, name), name, data),
    }


def _encoded(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _format(lang: Lang) -> str:
    """The text by hand, with the readers of the English one and the generated tables in their places."""
    before, _, rest = (FOLDER / FORMAT[lang]).read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    readers = dict(_READER.findall((FOLDER / FORMAT["en"]).read_text(encoding="utf-8")))
    before = _READER.sub(lambda found: found[0].replace(found[2], readers[found[1]]), before)
    return before + BEGIN + "\n".join(_table(struct, lang) for struct in TABLES) + END + after


def _table(struct: type[Record], lang: Lang) -> str:
    said = WORDS[lang]
    title = table_title(struct.TABLE)
    if title is None:
        raise ValueError(f"reference/columns.toml does not name {struct.TABLE}")
    rows = "".join(_row(struct.TABLE, column, lang) for column in columns(struct))
    sentence = title.about if lang == "zh" else (struct.__doc__ or "").strip()
    name = title.zh if lang == "zh" else title.en
    key = said["between"].join(f"`{each}`" for each in struct.KEY)
    return (
        f"\n### {struct.TABLE}\n\n{name}{said['colon']}{sentence}{said['key'].format(key=key)}\n\n"
        f"{said['head']}\n| --- | --- | --- | --- | --- |\n{rows}"
    )


def _row(table: str, column: Column, lang: Lang) -> str:
    title = column_title(table, column.name)
    if title is None:
        raise ValueError(f"reference/columns.toml does not name {table}.{column.name}")
    kind = column.type.replace("<", "&lt;")
    name, meaning = (title.zh, title.about) if lang == "zh" else (title.en, column.description)
    listed = listed_values(title)
    if not all(value in meaning for value in listed):
        values = WORDS[lang]["between"].join(f"`{value}`" for value in listed)
        meaning += WORDS[lang]["values"].format(values=values)
    return f"| `{column.name}` | {name} | {kind} | {column.unit} | {meaning} |\n"
