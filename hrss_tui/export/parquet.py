"""A table as a Parquet file, by polars, see `hrss_tui.export.frame`.

Its metadata hold under the key `columns` what the columns mean, as JSON: name → title, description, unit and enum.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.errors import UsageError
from hrss_tui.export.frame import frame
from hrss_tui.export.tables import columns_of, described_in_both
from hrss_tui.pack.read import Pack
from hrss_tui.words import phrase


def write(pack: Pack, table: str, path: Path) -> None:
    """Write one table to a new file at `path`. Raises UsageError where polars is missing, OSError for the disk."""
    polars = _library()
    packed = BytesIO()  # polars itself does not say which of its errors are those of the disk
    frame(polars, pack, table).write_parquet(
        packed,
        compression="zstd",
        compression_level=9,
        statistics=True,
        metadata={"columns": _meaning(pack, table)},
    )
    path.write_bytes(packed.getbuffer())


def _meaning(pack: Pack, table: str) -> str:
    found = {column.name: described_in_both(column) for column in columns_of(pack, table)}
    return msgspec.json.encode(found).decode()


def _library() -> Any:
    try:
        import polars
    except ImportError:
        what = phrase("error.needs_library", library="polars", what="Parquet")
        hint = phrase("error.needs_library.hint", install="pip install polars")
        raise UsageError(what, hint) from None
    except (NameError, SystemError) as error:  # where memory is short, polars breaks off its import anywhere
        raise MemoryError from error
    return polars
