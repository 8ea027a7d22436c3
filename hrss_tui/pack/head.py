"""What stands before the tables of a package: is it one, of a version that can be read, and as it was written?

Everything here looks at a file that anybody may have made; what is wrong is said in one PackError.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from hrss_tui.errors import PackError
from hrss_tui.pack.format import FORMAT, MAJOR
from hrss_tui.pack.older import READABLE
from hrss_tui.records import BY_NAME, types_written
from hrss_tui.words import phrase

MAX_HEAD: Final = 2**21
"""Bytes of everything but the tables, beyond an eighth of the tables. One byte decodes to as many as 64."""
_TEXTS: Final = ("name", "title", "title_en", "version", "created", "licence", "homepage")


def check_head(head: Mapping[str, Any], name: str, *, sealed: bool = False) -> None:
    """Raise PackError where the decoded head of the file `name` cannot be relied on.

    `sealed` where its digest has been compared with its bytes already.
    """
    if head.get("format") != FORMAT:
        raise PackError(phrase("pack.other_format", name=name), phrase("file.which"))
    version = head.get("format_version")
    if not (isinstance(version, list) and len(version) == 2 and all(type(part) is int for part in version)):
        raise PackError(phrase("pack.no_version", name=name), phrase("file.again"))
    if version[0] not in READABLE:
        raise PackError(
            phrase("pack.version", name=name, found=f"{version[0]}.{version[1]}", known=MAJOR),
            phrase("file.upgrade"),
        )
    problem = _shape_problem(head, sealed=sealed)
    if problem:
        raise PackError(phrase("pack.head", name=name, problem=problem), phrase("file.again"))


def _shape_problem(head: Mapping[str, Any], *, sealed: bool) -> str:
    """What is wrong with the parts of the head every reader relies on; empty where nothing is."""
    for key in ("package", "schema", "digests"):
        if not isinstance(head.get(key), dict):
            return phrase("pack.lacks", key=key)
    try:
        msgspec.convert(head["schema"], dict[str, list[dict[str, str]]])
        msgspec.convert(head["digests"], dict[str, str])
    except msgspec.ValidationError:
        return phrase("pack.head_shape")
    problem = next(filter(None, (_table_problem(*item) for item in head["schema"].items())), "")
    if not problem and not _describes_itself(head["package"]):
        problem = phrase("pack.about")
    if not problem and not sealed and head.get("head_digest") != _head_digest(head):
        problem = phrase("pack.head_digest")
    return problem


def _table_problem(table: str, columns: list[dict[str, str]]) -> str:
    if not columns or any(not {"name", "type"} <= column.keys() for column in columns):
        return phrase("pack.head_table", table=table)
    declared = {column["name"]: column["type"] for column in columns}
    if len(declared) < len(columns):
        return phrase("pack.same_columns", table=table)
    return _misfit(table, declared) if table in BY_NAME else ""


def _misfit(table: str, declared: Mapping[str, str]) -> str:
    """A column that a known table lacks or has as another type; one that may be null may be lacking."""
    for name, wanted in types_written(BY_NAME[table]).items():
        found = declared.get(name)
        if found is None and not wanted.endswith("?"):
            return phrase("pack.lacks_column", table=table, column=name)
        if found not in (None, wanted, wanted.removesuffix("?")):
            return phrase("pack.retyped", table=table, column=name, wanted=wanted, found=found)
    return ""


def _describes_itself(package: Mapping[str, Any]) -> bool:
    """Are name, version and sources of the kinds every reader expects?"""
    texts = [package.get(key) for key in _TEXTS]
    if any(not isinstance(text, str | None) for text in texts):
        return False
    try:
        sources = msgspec.convert(package.get("sources", []), list[dict[str, Any]])
        msgspec.convert([source.get("documents", []) for source in sources], list[list[str]])
        msgspec.convert(package.get("contributors", []), list[str])
    except msgspec.ValidationError:
        return False
    return True


def _head_digest(head: Mapping[str, Any]) -> str:
    kept = {key: head[key] for key in head if key != "head_digest"}
    return hashlib.sha256(msgspec.msgpack.encode(kept)).hexdigest()


def is_swollen(parts: Mapping[str, msgspec.Raw]) -> bool:
    """Is there more beside the tables than a package needs? It would fill the memory when decoded."""
    sizes = {key: len(memoryview(raw)) for key, raw in parts.items()}
    tables = sizes.pop("tables", 0)
    return sum(sizes.values()) > MAX_HEAD + tables // 8


def map_size(body: bytes | msgspec.Raw) -> int:
    """Entries a MessagePack map declares: more than a dict of it holds means repeated keys. -1 for no map."""
    data = bytes(memoryview(body)[:5])
    first = data[0] if data else 0
    if first & 0xF0 == 0x80:
        return first & 0x0F
    length = {0xDE: 2, 0xDF: 4}.get(first, 0)
    return int.from_bytes(data[1 : 1 + length], "big") if length else -1
