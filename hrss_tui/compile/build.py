"""A folder of sources to the bytes of a package."""

from __future__ import annotations

from typing import Any

import msgspec

from hrss_tui.compile.lookup import lookup
from hrss_tui.compile.pipeline import Compiled
from hrss_tui.pack.write import encode_package
from hrss_tui.records import Document


def package_bytes(compiled: Compiled) -> bytes:
    """The package of a compiled folder: no clock, no locale, no path of this machine goes into it."""
    return encode_package(_package(compiled), compiled.tables, {"lookup": lookup(compiled.tables)})


def _package(compiled: Compiled) -> dict[str, Any]:
    info: dict[str, Any] = msgspec.to_builtins(compiled.manifest.package)
    documents = [row for row in compiled.tables["documents"] if isinstance(row, Document)]
    dates = [row.date for row in documents if row.date]
    info["created"] = info["created"] or max(dates, default=None)
    info["sources"] = _sources(documents)
    return info


def _sources(documents: list[Document]) -> list[dict[str, Any]]:
    """One entry per file, with the documents it holds; merged folders may each have a file of the same name."""
    files: dict[tuple[str, str], dict[str, Any]] = {}
    for row in documents:
        entry = files.setdefault(
            (row.source_file, row.source_sha256),
            {
                "file": row.source_file,
                "sha256": row.source_sha256,
                "lines": row.source_lines,
                "documents": [],
            },
        )
        entry["documents"].append(row.doc_id)
    return list(files.values())
