"""Rows of a header that print the codes of the economic classes which the labels above them name: 501 below 机关工资福利支出."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.labels import bare_label
from hrss_tui.reference import column_roles
from hrss_tui.reference.classifications import economic_children, economic_class_names
from hrss_tui.sources.tables import Row

_CODE = re.compile(r"[35]\d{2}(?:\d{2})?", re.ASCII)
_FEWEST = 2
"""Codes in a row, and those of them that the labels above name, at least."""


def economic_codes_of(head: Sequence[Row], row: Row) -> set[int]:
    """The columns in which a row prints such codes; none where anything else than labels of codes and names stands beside.

    They rise from column to column, and at least two are those of the names that stand above them.
    """
    filled = [at for at, cell in enumerate(row.cells) if cell.text]
    codes = [at for at in filled if _CODE.fullmatch(row.cells[at].text.strip())]
    others = [at for at in filled if at not in codes]
    if len(codes) < _FEWEST or any(bare_label(row.cells[at].text) not in column_roles() for at in others):
        return set()
    found = [row.cells[at].text.strip() for at in codes]
    rise = all(one < other for one, other in pairwise(found))
    named = sum(
        code in _codes_named(head, row.cells[at].column) for at, code in zip(codes, found, strict=True)
    )
    return set(codes) if rise and named >= _FEWEST else set()


def covering(row: Row, index: int) -> list[str]:
    """The texts of the cells of a row that are over a column."""
    return [cell.text for cell in row.cells if cell.column <= index < cell.column + cell.columns]


def _codes_named(head: Sequence[Row], index: int) -> tuple[str, ...]:
    above = [bare_label(text) for row in head for text in covering(row, index) if text]
    return _by_name().get(above[-1], ()) if above else ()


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    found = {bare_label(name): codes for name, codes in economic_class_names().items()}
    for (_, name), code in economic_children().items():
        label = bare_label(name)
        found[label] = (*found.get(label, ()), code)
    return found
