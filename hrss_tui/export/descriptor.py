"""What a Data Package descriptor says of a package as a whole, and the descriptor of the package file itself."""

from __future__ import annotations

import hashlib
from typing import Any, Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.export.tables import columns_of, described_in_both, table_in_both
from hrss_tui.pack.format import FORMAT
from hrss_tui.pack.read import Pack

PROFILES: Final = "https://datapackage.org/profiles/2.0"
_NOT_IN_NAMES: Final = re.compile(r"[^-a-z0-9._/]+")


def about(pack: Pack, *notes: str) -> dict[str, Any]:
    """Name, title, version, licence and sources; what the package does not say is left out."""
    info = pack.package
    described: dict[str, Any] = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": _NOT_IN_NAMES.sub("-", str(info.get("name") or "").lower()).strip("-") or "package",
        "title": info.get("title"),
        "description": " ".join(filter(None, (info.get("title_en"), *notes))),
        "version": info.get("version"),
        "created": f"{info['created']}T00:00:00Z" if info.get("created") else None,
        "homepage": info.get("homepage"),
        "contributors": [{"title": name} for name in info.get("contributors") or ()],
        "licenses": _licences(info.get("licence")),
        "sources": sources(pack),
    }
    return {key: value for key, value in described.items() if value}


def _licences(text: str | None) -> list[dict[str, str]]:
    return [{"name": "LicenseRef-hrss-tui", "title": text}] if text else []


def sources(pack: Pack) -> list[dict[str, Any]]:
    """The source files with their hashes and the titles of the documents they hold."""
    titles = dict(zip(pack.column("documents", "doc_id"), pack.column("documents", "title"), strict=True))
    return [
        {
            "title": "；".join(titles.get(doc_id, doc_id) for doc_id in source.get("documents", ())),
            "file": source.get("file"),
            "hash": f"sha256:{source.get('sha256')}",
            "lines": source.get("lines"),
            "documents": source.get("documents"),
        }
        for source in pack.package.get("sources", ())
        if isinstance(source, dict)
    ]


def package_descriptor(pack: Pack, file: str, data: bytes) -> bytes:
    """`datapackage.json` for a package file: its bytes, its hash and the tables inside it."""
    resource = {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": FORMAT,
        "path": file,
        "format": "msgpack",
        "mediatype": "application/vnd.msgpack",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "description": "One MessagePack map, described in FORMAT.md and schema.json.",
        "tables": [
            {
                "name": table,
                **table_in_both(table),
                "rows": pack.count(table),
                "fields": _fields(pack, table),
            }
            for table in pack.tables
        ],
    }
    return encoded({**about(pack), "resources": [resource]})


def _fields(pack: Pack, table: str) -> list[dict[str, Any]]:
    """The columns as the package file has them, with titles, meaning and values in words of both languages."""
    said = {column.name: described_in_both(column) for column in columns_of(pack, table)}
    return [
        {key: column[key] for key in ("name", "type", "description", "unit") if column.get(key)}
        | {key: text for key, text in said.get(column["name"], {}).items() if key != "unit"}
        for column in pack.schema[table]
    ]


def encoded(descriptor: dict[str, Any]) -> bytes:
    """A descriptor as the bytes of its file."""
    return msgspec.json.format(msgspec.json.encode(descriptor), indent=2) + b"\n"
