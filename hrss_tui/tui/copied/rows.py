"""Copied passages as rows of a table, and one of them beside the passage it was copied from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.query.filings.copied import Copied, CopiedRow
from hrss_tui.records import Block
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.widgets.columns import Cell, Column, Row

STATES = ("last_year", "same", "figures")
"""What needs a look comes first."""
_STYLES = {"last_year": "bad", "same": "warn", "figures": "dim"}
_NUMBER = re.compile(r"\d[\d,.]*")


def counts(found: Copied) -> Counter[str]:
    """How many passages were taken over how."""
    return Counter(row.state for row in found.rows)


def copied_table(desk: Desk, rows: Sequence[CopiedRow]) -> tuple[list[Column], list[Row]]:
    """How each was taken over, its beginning, its line here and there."""
    say = desk.say
    columns = [
        Column(say("head.status"), most=20),
        Column(say("head.passage"), grow=True, most=200),
        Column(say("grid.line"), right=True),
        Column(say("head.before"), right=True),
    ]
    return columns, [_row(desk, row) for row in rows]


def _row(desk: Desk, row: CopiedRow) -> Row:
    entries = (
        Cell(desk.say(f"copied.{row.state}"), str(STATES.index(row.state)), _STYLES[row.state]),
        Cell(row.text.replace("\t", "  ")),
        Cell(str(row.line_start), row.line_start, "dim"),
        Cell(str(row.earlier_line), row.earlier_line, "dim"),
    )
    return Row(
        entries, key_of(row), source=f"{row.doc_id}:{row.line_start}", value=row.text, record=key_of(row)
    )


def key_of(row: CopiedRow) -> str:
    """What a passage is known by: where it begins."""
    return f"{row.doc_id}:{row.line_start}"


def both(desk: Desk, row: CopiedRow) -> list[Line]:
    """How the passage was taken over, the figures that differ, the passage of this year and of the year before."""
    earlier = _block(desk, row.earlier_doc_id, row.earlier_line)
    before = earlier.text if earlier else ""
    head = [line(Seg(desk.say(f"copied.{row.state}"), "strong"), Seg(f"  {row.section}", "dim"))]
    changed = list(_changed(before, row.text))
    if row.state == "figures" and changed:
        said = desk.say("tui.join").join(f"{old} {desk.signs.crumb} {new}" for old, new in changed)
        head.append(line(said, indent=2))
    return spaced(
        [
            head,
            _passage(desk, row.doc_id, row.line_start, row.text),
            _passage(desk, row.earlier_doc_id, row.earlier_line, before),
        ]
    )


def _changed(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The numbers that are others, in their order, where there are as many."""
    old, new = _NUMBER.findall(before), _NUMBER.findall(after)
    if len(old) == len(new):
        yield from ((one, other) for one, other in zip(old, new, strict=True) if one != other)


def _passage(desk: Desk, doc_id: str, number: int, text: str) -> list[Line]:
    place = f"{doc_id}:{number}"
    known = desk.data.documents.get(doc_id)  # its id, which stands behind, tells it from others
    head = line(
        Seg(known.title if known else doc_id, "head"), Seg(f"  {place}", "dim"), source=place, record=place
    )
    return [head, line(text.replace("\t", "  "), indent=2)]


def _block(desk: Desk, doc_id: str, number: int) -> Block | None:
    return next((block for block in desk.data.blocks.get(doc_id, ()) if block.line_start == number), None)
