"""Tables whose columns or rows are not plain, undivided on every page they stand on: nothing of them is guessed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.captions import is_form_number, is_title
from hrss_tui.sources.formats.pdf.aligned.doubts import is_doubtful, is_mixed_row, undivided
from hrss_tui.sources.formats.pdf.aligned.words import FIGURE, cell_words
from hrss_tui.sources.formats.pdf.content import Content, Printed, in_order
from hrss_tui.sources.formats.pdf.one_sheet import is_end
from hrss_tui.sources.formats.pdf.table import PageTable

_BETWEEN = 3
"""Lines between two tables that are rows of both, where alignment has found none."""
_LEVEL = 1.0
"""Rows of two pages are the same where their baselines differ by no more (points)."""

_ROWS = 3
"""A table of fewer rows of figures may need no names."""
_CODE = re.compile(r"\d{1,3}|\d{5}|\d{7}", re.ASCII)

_Chain = list[tuple[int, PageTable]]


def with_plain_columns(pages: Sequence[Content]) -> list[Content]:
    """The pages with undivided tables in place of those whose columns are not plain.

    What is so of one part of a table is so of all; a table that has further columns on a page of bare figures is not
    divided either, nor are they.
    """
    chains = _chains(pages)
    doubtful = [chain for chain in chains if any(_is_unclear(table) for _, table in chain)]
    doubtful += [chain for chain in chains if chain[0][1].part is None and _is_nameless(chain[0][1])]
    doubtful += _cut(pages, chains)
    doubtful += [
        chain
        for chain in chains
        if any(table.part is not None and _goes_on_mixed(pages[at], table) for at, table in chain)
    ]
    gone = {id(table) for chain in doubtful for _, table in chain}
    return [
        msgspec.structs.replace(
            page, tables=tuple(undivided(table) if id(table) in gone else table for table in page.tables)
        )
        for page in pages
    ]


def _is_unclear(table: PageTable) -> bool:
    return table.overlaid or table.mixed or (table.part is not None and is_doubtful(table))


def _is_nameless(table: PageTable) -> bool:
    """Has a table no names and no codes, and more rows than one that needs none? Its names stand elsewhere."""
    figures: dict[int, list[str]] = {}
    rows: set[int] = set()
    for cell in table.cells:
        if not cell.text:
            continue
        if FIGURE.fullmatch(cell.text):
            figures.setdefault(cell.column, []).append(cell.text)
            rows.add(cell.row)
        elif rows:
            return False
    return len(rows) >= _ROWS and not any(all(map(_CODE.fullmatch, texts)) for texts in figures.values())


def _chains(pages: Sequence[Content]) -> list[_Chain]:
    """The tables, each with all its parts; those without rulings with what follows them below no title of its own."""
    found: list[_Chain] = []
    for at, page in enumerate(pages):
        between: list[Printed] | None = None
        for part in in_order(page):
            if isinstance(part, Printed):
                between = None if between is None else [*between, part]
                continue
            aligned = part.part is not None
            near = aligned and between is not None and _are_rows(between)
            if found and (part.continues or near):
                found[-1].append((at, part))
            else:
                found.append([(at, part)])
            between = [] if aligned else None
    return found


def _are_rows(lines: Sequence[Printed]) -> bool:
    """May lines between two tables be rows of one table?"""
    return len(lines) <= _BETWEEN and not any(
        is_title(line.text) or line.text.endswith("。") for line in lines
    )


def _goes_on_mixed(page: Content, table: PageTable) -> bool:
    """Do lines right below a table look like rows of it whose cells touch?"""
    parts = in_order(page)
    at = next(index for index, part in enumerate(parts) if part is table) + 1
    below = [part for part in parts[at : at + _BETWEEN] if isinstance(part, Printed)]
    lines = [part.line for part in below if part.line is not None]
    return len(lines) == len(parts[at : at + _BETWEEN]) and _are_rows(below) and any(map(is_mixed_row, lines))


def _cut(pages: Sequence[Content], chains: Sequence[_Chain]) -> list[_Chain]:
    """The tables whose rows go on on further pages, with the tables of those pages."""
    found: list[_Chain] = []
    last = -1
    for at, page in enumerate(pages):
        if is_end(page):
            continue
        last, before_it = at, last
        heights = None if any(table.continues for table in page.tables) else _bare(page)
        before = next((chain for chain in reversed(chains) if chain[0][0] < at), None)
        if heights is not None and before is not None and _go_on(before, at, before_it, heights):
            found += [before, *(chain for chain in chains if any(place == at for place, _ in chain))]
    return found


def _go_on(chain: _Chain, at: int, last: int, heights: Sequence[float]) -> bool:
    """Are rows of bare figures on a page those of a table that ends before it, on the `last` page that holds more than its notes?"""
    if chain[0][1].part is not None:
        return any(_have(table, heights) for place, table in chain if place < at)
    return chain[-1][0] >= last and any(
        all(table.ys[0] <= height <= table.ys[-1] for height in heights) for _, table in chain
    )


def _bare(page: Content) -> list[float] | None:
    """The heights of the rows of a page that holds nothing but figures below its heads; None for any other page.

    What has a title of its own is a table of its own.
    """
    if any(is_title(line.text) and not is_form_number(line.text) for line in page.prose):
        return None
    rows = sorted(_rows(page), key=lambda row: row[0])
    first = next((at for at, (_, texts) in enumerate(rows) if all(map(FIGURE.fullmatch, texts))), None)
    if first is None or not all(FIGURE.fullmatch(text) for _, texts in rows[first:] for text in texts):
        return None
    return [height for height, _ in rows[first:]]


def _rows(page: Content) -> list[tuple[float, list[str]]]:
    """What stands on a page row by row: the height of each, and its texts."""
    lines = [line.line for line in page.prose if line.line is not None]
    found: list[tuple[float, list[str]]] = []
    for table in page.tables:
        if table.part is not None:
            lines += [*table.part.header, *table.part.body]
            continue
        for row in range(table.rows):
            texts = [cell.text for cell in table.row_cells(row)]
            if texts:
                found.append(((table.ys[row] + table.ys[row + 1]) / 2, texts))
    return found + [(line.base, [word.text for word in cell_words(line)]) for line in lines]


def _have(table: PageTable, bases: Sequence[float]) -> bool:
    """Does every one of these rows stand as high as one of a table? Figures and names may differ a little in height."""
    own = {char.base for line in table.part.body for char in line.chars} if table.part is not None else set()
    return all(any(abs(base - other) <= _LEVEL for other in own) for base in bases)
