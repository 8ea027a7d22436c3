"""`hrss-tui show`: a document's text around a source line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby

from hrss_tui.cli.cells import pad, width
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import print_records
from hrss_tui.cli.parser import Parser, positive
from hrss_tui.query.leaves import Pages
from hrss_tui.query.show import Passage, show
from hrss_tui.words import spoken

CELL = " | "
"""Between the cells of a table row."""
FOUND = ">"


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("place", key="show.place", metavar="DOC[:LINE]")
    parser.add("--page", key="show.page", metavar="N", type=positive)
    parser.add("--context", key="show.context", metavar="N", type=positive, default=5)


def run(options: Namespace, context: Context) -> int:
    """Print the passages with their source lines; the one asked for is marked."""
    passages = show(context.pack, options.place, options.context, options.page)
    if context.format == "table":
        context.write(_by_page(context, passages))
    else:
        print_records(context, passages, ())
    return 0


def _by_page(context: Context, passages: tuple[Passage, ...]) -> Iterator[str]:
    """The passages, with a line before each page or sheet that begins."""
    pages = Pages(context.pack)
    for number, group in groupby(passages, key=lambda passage: passage.page):
        members = tuple(group)
        if number is not None:
            label = pages.label(members[0].doc_id, members[0].line_start)
            yield f"── {spoken(label or str(number), context.lang)} ──"
        yield from _lines(members)


def _lines(passages: tuple[Passage, ...]) -> list[str]:
    """One line per block, its source lines before it, the section above where it changes."""
    places = {passage.block_id: _place(passage) for passage in passages}
    margin = max(map(len, places.values()), default=0)
    lines: list[str] = []
    for section, group in groupby(passages, key=lambda passage: passage.section):
        lines += ["", section] if section else [""]
        for passage, text in _texts(list(group)):
            mark = FOUND if passage.found else " "
            lines.append(f"{mark} {pad(places[passage.block_id], margin, right=True)}  {text}")
    return lines[1:]


def _place(passage: Passage) -> str:
    first, last = passage.line_start, passage.line_end
    return str(first) if first == last else f"{first}-{last}"


def _texts(passages: list[Passage]) -> list[tuple[Passage, str]]:
    """Every passage with its text; rows of a table that follow each other stand in columns."""
    found: list[tuple[Passage, str]] = []
    for row, group in groupby(passages, key=lambda passage: passage.kind == "table_row"):
        members = list(group)
        texts = (
            _aligned([passage.text for passage in members]) if row else [passage.text for passage in members]
        )
        found += zip(members, texts, strict=True)
    return found


def _aligned(rows: list[str]) -> list[str]:
    """Rows whose cells are separated by tabs, padded to the widest cell of each column."""
    cells = [row.split("\t") for row in rows]
    columns = max(map(len, cells), default=0)
    widths = [
        max((width(row[index]) for row in cells if index < len(row)), default=0) for index in range(columns)
    ]
    return [CELL.join(pad(text, widths[index]) for index, text in enumerate(row)).rstrip() for row in cells]
