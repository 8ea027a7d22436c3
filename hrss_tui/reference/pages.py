"""What stands around a document on the page of an authority's site."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from hrss_tui.reference._load import Entry, load


class Furniture(Entry, frozen=True):
    """What is no text: names of elements, beginnings of breadcrumbs, words of tools and of the end of a page."""

    names: frozenset[str]
    roles: frozenset[str]
    breadcrumbs: tuple[str, ...]
    homes: tuple[str, ...]
    tools: frozenset[str]
    endings: tuple[str, ...]
    counters: tuple[str, ...]
    reactions: tuple[str, ...]
    neighbours: tuple[str, ...]
    related: tuple[str, ...]
    alone: tuple[str, ...]


class _Meta(Entry, frozen=True):
    name: str
    label: str


class _Index(Entry, frozen=True):
    labels: frozenset[str]
    beside: frozenset[str]
    makers: frozenset[str]
    metas: tuple[_Meta, ...]


class _File(Entry, frozen=True):
    furniture: Furniture
    index: _Index


@cache
def _file() -> _File:
    return load("pages.toml", _File)


def page_furniture() -> Furniture:
    """What is no text of the document."""
    return _file().furniture


def index_labels() -> frozenset[str]:
    """Labels of what is said of a document beside its text, without white space."""
    return _file().index.labels


def labels_beside() -> frozenset[str]:
    """Labels that end what an index label says, and are none by themselves."""
    return _file().index.beside


def maker_labels() -> frozenset[str]:
    """Labels of those who made a page known, behind whose names stands when."""
    return _file().index.makers


@cache
def page_metas() -> Mapping[str, str]:
    """Name of a meta element in lower case → label of the fact."""
    return MappingProxyType({meta.name.lower(): meta.label for meta in _file().index.metas})
