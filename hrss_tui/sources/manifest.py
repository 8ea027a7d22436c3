"""What `manifest.toml` beside the sources says of them: only what their own text lacks."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.words import phrase

FILE_NAME = "manifest.toml"


class PackageInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Name, title and version of the package to be built."""

    name: str = "hrss-pack"
    title: str = "人力资源和社会保障公开文件数据包"
    title_en: str = ""
    version: str = "0.0.0"
    created: str | None = None
    licence: str = ""
    homepage: str = ""


class DocumentInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of one document beside its text; every field may be missing."""

    id: str | None = None
    title: str | None = None
    kind: str | None = None
    issuer: str | None = None
    doc_number: str | None = None
    date: str | None = None
    period: str | None = None
    author: str | None = None


class SourceInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The documents of one source file, in the order of their headings."""

    file: str
    documents: tuple[DocumentInfo, ...] = ()


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole manifest; the default says nothing."""

    package: PackageInfo = PackageInfo()
    sources: tuple[SourceInfo, ...] = ()

    def documents(self, file: str) -> tuple[DocumentInfo, ...]:
        """What is said of the documents of a file."""
        return next((source.documents for source in self.sources if source.file == file), ())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty where there is none. Raises SourceError naming file and place."""
    path = folder / FILE_NAME
    if not path.exists():
        return Manifest()
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        return msgspec.convert(raw, Manifest)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError, OSError) as error:
        raise SourceError(
            phrase("source.manifest", name=path.name, what=error), phrase("source.manifest.hint")
        ) from error
