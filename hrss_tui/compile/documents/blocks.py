"""The outline as rows of `blocks`: the one place where the text of the documents is stored."""

from __future__ import annotations

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.documents.merged import Merged
from hrss_tui.compile.documents.spots import Spots
from hrss_tui.records import Block


def extract(source: Source, _found: Harvest) -> Harvest:
    """One row per block; hard wraps are joined and the source lines kept per stretch of text."""
    rows = []
    places, merged = Spots(source.parsed.file), Merged(source.blocks, source.parsed.file.grids)
    for index, block in enumerate(source.blocks):
        text = block.text
        first, last = text.line_start, max(run.line for run in text.runs)
        rows.append(
            Block(
                block_id=source.block_id(index),
                parent_id=source.block_id(block.parent) if block.parent is not None else None,
                kind=block.kind.value,
                level=block.level,
                number=block.raw.number,
                text=source.parsed.as_printed(text),
                section=block.section,
                breaks=text.flat_breaks(),
                at=places.of(first, last),
                merged=merged.of(index),
                doc_id=source.doc_id,
                line_start=first,
                line_end=last,
            )
        )
    return Harvest(tuple(rows))
