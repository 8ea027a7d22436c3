"""How to tell what kind of document a text is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec


class KindRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind and the patterns that give it away, in the title or anywhere."""

    kind: str
    title: tuple[str, ...]
    text: tuple[str, ...]


class _File(msgspec.Struct, frozen=True):
    kinds: tuple[KindRule, ...]


@cache
def document_kinds() -> tuple[KindRule, ...]:
    """The rules, first match wins."""
    raw = tomllib.loads((Path(__file__).parent / "documents.toml").read_text("utf-8"))
    return msgspec.convert(raw, _File).kinds
