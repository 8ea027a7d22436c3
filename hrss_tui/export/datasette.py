"""`metadata.json` for Datasette: titles, licence, what tables and columns mean, and a query that finds words of any length.

Beside an exported database: `datasette hrss.sqlite --metadata hrss.metadata.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from hrss_tui.export.called import Called
from hrss_tui.export.descriptor import about, encoded
from hrss_tui.export.sqlite import in_database
from hrss_tui.export.tables import described_in_both, joined, table_in_both
from hrss_tui.pack.read import Pack

_WORDS: Final = (
    "SELECT doc_id, line_start, section, text FROM blocks "
    "WHERE instr(lower(text), lower(:words)) > 0 ORDER BY doc_id, line_start"
)
"""Not LIKE, for which the % of `5%` is any text."""


def metadata(pack: Pack, tables: Sequence[str], database: str) -> bytes:
    """The description of the exported tables of the database that is called so (the file without its ending)."""
    said = about(pack)
    described: dict[str, Any] = {"tables": {table.name: _table(table) for table in in_database(pack, tables)}}
    if "blocks" in tables:
        title = joined("查找文字", "Find words")
        described["queries"] = {"words": {"title": title, "sql": _WORDS, "params": ["words"]}}
    whole = {
        "title": said.get("title"),
        "description": said.get("description"),
        "license": (pack.package.get("licence") or None),
        "databases": {database: described},
    }
    return encoded({key: value for key, value in whole.items() if value})


def _table(stored: Called) -> dict[str, Any]:
    columns = {column.name: described_in_both(column) for column in stored.columns}
    means = {
        name: ": ".join(filter(None, (said.get("title"), said.get("description"))))
        for name, said in columns.items()
    }
    return {**table_in_both(stored.table), "columns": means}
