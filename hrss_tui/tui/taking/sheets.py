"""What is on screen as a sheet for others: its rows with their places in words, the documents it rests on, its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrss_tui.export.shown.referred import package_name
from hrss_tui.export.shown.sheet import Cell, Column, Made, Picture, Place, Row, Sheet, Source
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.taking.grids import Grid

MARK = " › "
"""Between the words of the path to what is shown."""


def sheet_of(
    desk: Desk, path: Iterable[str], view: str, grid: Grid, pictures: Sequence[Picture] = ()
) -> Sheet:
    """The sheet of a grid; `path` are the words of the way to it, `view` is what opens it again."""
    own = {desk.say(key) for key in ("grid.source", "grid.page", "grid.record")} if grid.places else set()
    keep = [at for at, head in enumerate(grid.heads) if head not in own]
    sources = Sources(desk)
    rows = [
        Row(
            tuple(Cell(row[at], _order(grid, number, at)) for at in keep),
            tuple(sources.places(place)),
            record,
        )
        for number, row in enumerate(grid.rows)
        for place, record in (grid.places[number] if grid.places else ("", ""),)
    ]
    for picture in pictures:
        for doc_id in picture.documents:
            if doc_id in desk.data.documents:
                sources.number(doc_id)
    return Sheet(
        MARK.join(path),
        tuple(Column(grid.heads[at], at in grid.numbers) for at in keep),
        tuple(rows),
        Made(package_name(desk.data.pack), view, desk.lang),
        tuple(pictures),
        (),
        sources.listed(),
    )


def _order(grid: Grid, row: int, at: int) -> float | str | None:
    orders = grid.orders[row] if grid.orders else ()
    return orders[at] if at < len(orders) else None


class Sources:
    """Documents that are referred to, numbered from 1 in the order in which they are met."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._numbers: dict[str, int] = {}

    def places(self, source: str) -> Iterable[Place]:
        """The places of `document:line`, of several with blanks between them."""
        for one in source.split():
            doc_id = one.rpartition(":")[0]
            if doc_id in self._desk.data.documents:
                yield Place(self.number(doc_id), self._desk.where(one))

    def number(self, doc_id: str) -> int:
        """The number of a document."""
        return self._numbers.setdefault(doc_id, len(self._numbers) + 1)

    def listed(self) -> tuple[Source, ...]:
        """The documents in their order."""
        data = self._desk.data
        return tuple(
            Source(
                doc_id,
                data.title(doc_id),
                self._desk.citation(doc_id),
                data.documents[doc_id].source_file,
                data.documents[doc_id].source_sha256,
            )
            for doc_id in self._numbers
        )
