"""What a person takes away: a table with its pictures, and the documents it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec


class Run(NamedTuple):
    """A piece of a line of a picture in one style (names as in `drawing.LOOKS`; others are drawn as plain text).

    Where `long` is not None a bar is drawn in place of the text: so many cells long, which need not be whole ones,
    `before` cells after the beginning of the run. The text still takes its room.
    """

    text: str
    style: str = ""
    before: float = 0.0
    long: float | None = None


Line = tuple[Run, ...]


class Picture(msgspec.Struct, frozen=True):
    """Lines of cells: a chart, a map, a table as it stands on screen; `documents` are those its figures are from."""

    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Column(msgspec.Struct, frozen=True):
    """A column: its head, and whether it holds numbers."""

    head: str
    right: bool = False


class Cell(msgspec.Struct, frozen=True):
    """A cell as printed; `order` is what sorting compares where that is not the text, None sorts last."""

    text: str
    order: float | str | None = None


class Place(NamedTuple):
    """Where something stands: a document by its number among the sources, from 1, and the page or line in words."""

    source: int
    leaf: str


class Row(msgspec.Struct, frozen=True):
    """A row, the places it was read from and the record it stands for."""

    cells: tuple[Cell, ...]
    places: tuple[Place, ...] = ()
    record: str = ""


class Source(msgspec.Struct, frozen=True):
    """A document: its id in the package, its title, its citation, the file and that file's SHA-256."""

    doc_id: str
    title: str
    citation: str
    file: str = ""
    sha256: str = ""


class Made(msgspec.Struct, frozen=True):
    """What a page was made of: the package (name and version) and the view string that opens the same again."""

    package: str
    view: str = ""
    lang: str = "zh"


class Sheet(msgspec.Struct, frozen=True):
    """A table to take away, with pictures of it, remarks and sources."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    made: Made
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


def place_texts(places: Sequence[Place]) -> list[str]:
    """`[1] 第 3 页`; the pages and lines of one document together."""
    by: dict[int, dict[str, None]] = {}
    for place in places:
        by.setdefault(place.source, {})[place.leaf] = None
    return [
        f"[{source}] {'、'.join(leaf for leaf in leaves if leaf)}".rstrip() for source, leaves in by.items()
    ]
