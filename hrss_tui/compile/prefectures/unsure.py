"""Columns of figures by place of which nothing tells what they are, though a label stands over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hrss_tui.compile.prefectures.cells import number
from hrss_tui.compile.prefectures.labels import Measure
from hrss_tui.compile.prefectures.rows import Body, Labelled
from hrss_tui.sources.tables import Cell


def unsure(body: Body, rows: Sequence[Labelled], made: Sequence[Measure]) -> frozenset[int]:
    """The columns that share what they give with others whose figures differ, and those whose label reaches over others."""
    same: dict[tuple[str, str, int | None, str, str | None], list[int]] = {}
    for each in made:
        said = (each.path or each.key, each.label, each.year, each.kind, each.unit)
        same.setdefault(said, []).append(each.index)
    twice = {index for each in same.values() if len(each) > 1 and _differ(each, rows) for index in each}
    return frozenset(twice if body.turned else {*twice, *_shared(body, rows, made)})


def _differ(indexes: Sequence[int], rows: Sequence[Labelled]) -> bool:
    """Does any row print different figures in some of the columns?"""
    return any(len(set(_figures(row, indexes))) > 1 for row in rows)


def _shared(body: Body, rows: Sequence[Labelled], made: Sequence[Measure]) -> Iterator[int]:
    """Columns whose label, the lowest of a header, stands over a further column of figures that has none."""
    known = {each.index for each in made}
    for each in made:
        label = next(
            (row.cells[each.index] for row in reversed(body.header) if _stands(row.cells, each)), None
        )
        if label is None or label.columns < 2:
            continue
        beside = [index for index in range(each.index + 1, each.index + label.columns) if index not in known]
        if any(_figures(row, beside) for row in rows):
            yield each.index


def _stands(cells: Sequence[Cell], each: Measure) -> bool:
    return each.index < len(cells) and bool(cells[each.index].text)


def _figures(row: Labelled, indexes: Sequence[int]) -> list[Decimal]:
    """The figures of a row in some columns."""
    cells = row.row.cells
    found = (number(cells[index].text) for index in indexes if index < len(cells))
    return [each.value for each in found if each is not None]
