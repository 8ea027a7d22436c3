"""The files beside the package that follow from it: schema.json, the tables of FORMAT.md, datapackage.json."""

from __future__ import annotations

import json
from pathlib import Path

from hrss_tui.export.descriptor import package_descriptor
from hrss_tui.pack.read import decode_pack
from hrss_tui.pack.schema import json_schema
from hrss_tui.records import TABLES, Column, Record, columns
from hrss_tui.reference.columns import column_title, table_title

FOLDER = Path(__file__).resolve().parent.parent / "datapack"
BEGIN, END = "<!-- tables: generated -->\n", "<!-- end of tables -->\n"


def documents(name: str, data: bytes) -> dict[Path, bytes]:
    """Path → what it must hold beside the package file `name` of these bytes."""
    return {
        FOLDER / "schema.json": _schema().encode(),
        FOLDER / "FORMAT.md": _format(FOLDER / "FORMAT.md").encode(),
        FOLDER / "datapackage.json": package_descriptor(decode_pack(data, name), name, data),
    }


def _schema() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _format(path: Path) -> str:
    """The text by hand with the generated tables in their place."""
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(map(_table, TABLES)) + END + after


def _table(struct: type[Record]) -> str:
    rows = "".join(_row(struct.TABLE, column) for column in columns(struct))
    key = ", ".join(f"`{name}`" for name in struct.KEY)
    sentence = (struct.__doc__ or "").strip()
    title = table_title(struct.TABLE)
    named = f"{title.zh} ({title.en}): {title.about}\n\n" if title else ""
    return (
        f"\n### {struct.TABLE}\n\n{named}{sentence} Key: {key}.\n\n"
        f"| column | 名称 | type | unit | meaning | 含义 |\n| --- | --- | --- | --- | --- | --- |\n{rows}"
    )


def _row(table: str, column: Column) -> str:
    title = column_title(table, column.name)
    if title is None:
        raise ValueError(f"reference/columns.toml does not name {table}.{column.name}")
    kind = column.type.replace("<", "&lt;")
    return (
        f"| `{column.name}` | {title.zh} | {kind} | {column.unit} | {column.description} | {title.about} |\n"
    )
