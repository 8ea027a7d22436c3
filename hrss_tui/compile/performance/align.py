"""Cells of an indicator row to columns: by position where that fits, else by what the cells hold.

A row may stand left of its header, lack a tab between two cells, or have one too many. The assignment keeps
the order of the cells and maximises how well their texts fit, with a bonus for the printed position.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.performance.cells import fit, whole_words
from hrss_tui.compile.performance.forms import BodyRow, Roles, filled, place_text
from hrss_tui.reference.performance import Role
from hrss_tui.sources.text import Text, concat

_SAME_PLACE = 1.5
_SAME_FROM_RIGHT = 0.75
_JOINED = -2.0
_SPLIT_GAIN = 3.0
_MOST_CELLS = 40
_MOST_CUTS = 24
_SPACE = re.compile(r"\s+")

Indexed = tuple[int, Text]


class Aligned(msgspec.Struct, frozen=True):
    """A row by columns. `unsplit` is a printed cell that held two; `shifted` where cells stand beside their header."""

    row: BodyRow
    cells: dict[Role, tuple[Text, ...]]
    unsplit: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    shifted: bool = False

    @property
    def line(self) -> int:
        """The physical line."""
        return self.row.row.line


class _Fitted(msgspec.Struct, frozen=True):
    score: float
    cells: tuple[tuple[int, tuple[Indexed, ...]], ...]


def align(row: BodyRow) -> Aligned:
    """Give every filled cell of a row its column."""
    cells = [(index, place_text(cell)) for index, cell in filled(row.row)]
    width = len(row.row.cells)
    if _stands_right(cells, row.roles, width) or max(len(cells), len(row.roles)) > _MOST_CELLS:
        placed = [(row.roles[index], text) for index, text in cells if index < len(row.roles)]
        return Aligned(row, {role: (text,) for role, text in placed if role})
    best = _fitted(cells, row.roles, width)
    unsplit: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    split = _split(cells, row.roles, width)
    if split is not None and split[0].score >= best.score + _SPLIT_GAIN:
        best, unsplit = split[0], (split[1],)
    grouped = {role: tuple(t for _i, t in group) for j, group in best.cells if (role := row.roles[j])}
    shifted = width <= len(row.roles) and any(group[0][0] != j for j, group in best.cells)
    return Aligned(row, grouped, unsplit, shifted and not unsplit)


def _stands_right(cells: Sequence[Indexed], roles: Roles, width: int) -> bool:
    """The common case: as many cells as the header, nothing missing but levels, nothing in a wrong column."""
    places = {index for index, _text in cells}
    needed = {j for j, role in enumerate(roles) if role not in (None, "level1", "level2")}
    return (
        width == len(roles)
        and needed <= places
        and all(_may_stand(roles[index], text.text) for index, text in cells)
    )


def _may_stand(role: Role | None, text: str) -> bool:
    """May a text stand in its column? Departments have names of levels of their own: 预算管理, 工作成效."""
    if role in ("level1", "level2") and fit("indicator", text) > 0:
        return not any(char.isdigit() for char in text)
    return role is not None and fit(role, text) >= 0


def _fitted(cells: Sequence[Indexed], roles: Roles, width: int) -> _Fitted:
    """The best assignment in order; two neighbouring cells may share a column."""

    def place(first: int, column: int) -> float:
        if first == column:
            return _SAME_PLACE
        return _SAME_FROM_RIGHT if width - first == len(roles) - column else 0.0

    @cache
    def best(i: int, j: int) -> _Fitted:
        if i == len(cells):
            return _Fitted(0.0, ())
        if j == len(roles):
            return _Fitted(-1000.0 * (len(cells) - i), ())
        options = [best(i, j + 1)]
        for size in (1, 2):
            group = tuple(cells[i : i + size])
            if len(group) == size:
                rest = best(i + size, j + 1)
                own = fit(roles[j], concat([text for _index, text in group]).text)
                score = own + place(group[0][0], j) + _JOINED * (size - 1)
                options.append(_Fitted(rest.score + score, ((j, group), *rest.cells)))
        return max(options, key=lambda option: option.score)

    return best(0, 0)


def _split(
    cells: Sequence[Indexed], roles: Roles, width: int
) -> tuple[_Fitted, tuple[Text, tuple[Text, ...]]] | None:
    """The best assignment with one cell cut in two, and that cell; None where no cell can be cut or all are there."""
    if len(cells) >= len(roles):
        return None
    found = []
    for k, (index, text) in enumerate(cells):
        for parts in _cuts(text):
            later = [(place + 1, other) for place, other in cells[k + 1 :]]
            cut = [*cells[:k], (index, parts[0]), (index + 1, parts[1]), *later]
            fitted = _fitted(cut, roles, width + 1)
            if _apart(fitted, parts):
                found.append((fitted, (text, parts)))
    return max(found, key=lambda pair: pair[0].score, default=None)


def _cuts(text: Text) -> Iterator[tuple[Text, Text]]:
    """Where a tab could have been: at white space, and beside a word that fills a cell of its own."""
    edges = {match.span() for match in _SPACE.finditer(text.text)}
    for match in whole_words().finditer(text.text):
        edges |= {(match.start(), match.start()), (match.end(), match.end())}
    cuts = sorted(edges)
    if len(cuts) > _MOST_CUTS:  # running text, not cells: only its ends can be
        cuts = cuts[: _MOST_CUTS // 2] + cuts[-_MOST_CUTS // 2 :]
    for start, end in cuts:
        left, right = text.text[:start], text.text[end:]
        if left.strip() and right.strip():
            yield (
                text.slice(0, len(left.rstrip())),
                text.slice(len(text.text) - len(right.lstrip()), len(text.text)),
            )


def _apart(fitted: _Fitted, parts: tuple[Text, Text]) -> bool:
    """Do the two parts stand in two columns, alone?"""
    alone = [group[0][1] for _column, group in fitted.cells if len(group) == 1]
    return parts[0] in alone and parts[1] in alone
