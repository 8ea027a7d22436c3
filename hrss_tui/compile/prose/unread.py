"""Figures of the prose that no extractor could surely say what they are of: each block that holds some is declared."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.spans import Covered, covered, lines_within
from hrss_tui.compile.prose.extract import LONGEST
from hrss_tui.compile.prose.quantities import Quantity, quantities
from hrss_tui.compile.prose.squeezed import Squeezed, squeeze
from hrss_tui.compile.prose.tokens import tokens
from hrss_tui.records import Observation, Unread
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind

_DIGIT = re.compile(r"[0-9０-９]")
_MOST = 200
"""Characters of what is printed that are kept: the text itself stands in `blocks`."""


def unread_figures(source: Source, found: Harvest) -> Iterator[Unread]:
    """A record for every block of prose with figures that nothing accounts for; what is declared already is left."""
    taken = covered(found.claims)
    declared = lines_within(
        (record.line_start, record.line_end) for record in found.records if isinstance(record, Unread)
    )
    for block in source.blocks:
        prose = block.kind is not Kind.TABLE_ROW and len(block.text.text) <= LONGEST
        if not prose or declared(block.text.line_start) or not _is_open(block, taken):
            continue
        squeezed = squeeze(block.text)
        counted = quantities(squeezed.folded, tokens(squeezed.folded))
        left = [one for one in counted if not one.threshold and not _is_held(squeezed, one, taken)]
        if left:
            yield _unread(source, block, squeezed, left)


def _is_open(block: Placed, taken: Covered) -> bool:
    """Is any digit of a block not claimed?"""
    text = block.text
    return not all(
        taken.holds(span) for match in _DIGIT.finditer(text.text) for span in text.spans(*match.span())
    )


def _is_held(squeezed: Squeezed, quantity: Quantity, taken: Covered) -> bool:
    """Does a record or a class account for a figure, whole or for some of its digits?"""
    return any(taken.overlaps(span) for span in squeezed.spans(quantity.at, quantity.stop))


def _unread(source: Source, block: Placed, squeezed: Squeezed, left: list[Quantity]) -> Unread:
    printed = "、".join(squeezed.shown[one.at : one.end] for one in left)
    line, column = block.text.locate(0)
    return Unread(
        unread_id=f"{source.doc_id}:unread:figures:{line}.{column + 1}",
        kind="figures",
        reason="unsure",
        title=block.section,
        table_kind=Observation.TABLE,
        name=None,
        measure=None,
        printed=printed[:_MOST],
        doc_id=source.doc_id,
        line_start=squeezed.line(left[0].at),
        line_end=squeezed.line(left[-1].stop - 1),
    )
