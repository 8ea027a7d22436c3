"""A description as Markdown with pipe tables: the first header row heads them, the others are rows."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents.as_text import headline
from tests.documents.described import Described, Prose, Table
from tests.documents.placing import lines

_MARKS = {"title": "## ", "heading": "## "}


def render(described: Described) -> bytes:
    """The document as a Markdown file in UTF-8."""
    return ("\n".join(_lines(described)) + "\n").encode()


def _lines(described: Described) -> Iterator[str]:
    """The first line of the title alone is a heading of the first level: a second would begin another article."""
    for label, value in described.facts:
        yield from (f"{label}：{value}", "")
    begun = False
    for part in described.parts:
        if isinstance(part, Prose):
            first = part.kind == "title" and not begun
            begun = begun or first
            yield from (("# " if first else _MARKS.get(part.kind, "")) + part.text, "")
        elif isinstance(part, Table):
            yield from _table(part)


def _table(table: Table) -> Iterator[str]:
    for title in headline(table):
        yield from (f"### {title}", "")
    for caption in table.captions:
        yield from ("　　".join(caption), "")
    first, *others = (_row(cells) for cells in lines((*table.header, *table.rows)))
    yield from (first, "|" + " --- |" * (first.replace("\\|", "").count("|") - 1), *others, "")
    for note in table.notes:
        yield from (note, "")


def _row(cells: list[str]) -> str:
    return "".join(f"| {text.replace('|', chr(92) + '|')} " for text in cells) + "|"
