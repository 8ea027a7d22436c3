"""The files beside the package that follow from it: schema.json, the tables of FORMAT.md, datapackage.json."""

from __future__ import annotations

import json
from pathlib import Path

from hrss_tui.export.descriptor import package_descriptor
from hrss_tui.pack.read import decode_pack
from hrss_tui.pack.schema import json_schema
from hrss_tui.records import TABLES, Record, columns

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
    rows = "".join(
        f"| `{column.name}` | {column.type.replace('<', '&lt;')} | {column.unit} | {column.description} |\n"
        for column in columns(struct)
    )
    key = ", ".join(f"`{name}`" for name in struct.KEY)
    sentence = (struct.__doc__ or "").strip()
    return (
        f"\n### {struct.TABLE}\n\n{sentence} Key: {key}.\n\n"
        f"| column | type | unit | meaning |\n| --- | --- | --- | --- |\n{rows}"
    )
