"""What a manifest may say, as structs."""

from __future__ import annotations

import msgspec


class PackageInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Name, title and version of the package to be built, and who made it."""

    name: str = "hrss-pack"
    title: str = "公开文件数据包"
    title_en: str = ""
    version: str = "0.0.0"
    created: str | None = None
    licence: str = ""
    homepage: str = ""
    contributors: tuple[str, ...] = ()


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
    place: str | None = None
    department: str | None = None


class SourceInfo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The documents of one source file, in the order of their headings.

    `parts` are other files of the folder that belong to the same document, its tables as workbooks for instance.
    """

    file: str
    documents: tuple[DocumentInfo, ...] = ()
    parts: tuple[str, ...] = ()


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole manifest; the default says nothing."""

    package: PackageInfo = PackageInfo()
    sources: tuple[SourceInfo, ...] = ()
