"""A table as a Parquet file, by polars: typed columns, integers of 64 bits, lists as lists."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from hrss_tui.errors import UsageError
from hrss_tui.export.tables import Column, columns_of, values_of
from hrss_tui.pack.read import Pack
from hrss_tui.words import phrase


def write(pack: Pack, table: str, path: Path) -> None:
    """Write one table to a new file at `path`. Raises UsageError where polars is missing, OSError for the disk."""
    polars = _library()
    columns = columns_of(pack, table)
    schema = {column.name: _type(polars, column) for column in columns}
    data = {column.name: values_of(pack, table, column.name) for column in columns}
    frame = polars.DataFrame(data, schema=schema, strict=True)
    packed = BytesIO()  # polars itself does not say which of its errors are those of the disk
    frame.write_parquet(packed, compression="zstd", compression_level=9, statistics=True)
    path.write_bytes(packed.getbuffer())


def _library() -> Any:
    try:
        import polars
    except ImportError:
        what = phrase("error.needs_library", library="polars", what="Parquet")
        hint = phrase("error.needs_library.hint", install="pip install polars")
        raise UsageError(what, hint) from None
    return polars


def _type(polars: Any, column: Column) -> Any:
    kinds = {
        "string": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
    }
    inner = kinds[column.kind]
    return polars.List(inner) if column.is_list else inner
