"""Names of indicators that lack a character which a sibling in the same table prints. Recorded, not changed.

Two names of a table that differ only in what they measure (…维保数量, …维保成本) speak of one thing. Where one
of them lacks a single character of the other's stem and no sibling of its own, the other is the evidence.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.performance.targets import TargetRow
from hrss_tui.records import Correction
from hrss_tui.reference.performance import performance_words
from hrss_tui.sources.text import fold

_SHORTEST = 6


def misprints(source: Source, rows: Sequence[TargetRow]) -> list[Correction]:
    """One correction per name that lacks a character, of type misprint."""
    stems = [(row, *_parts(row.record.indicator)) for row in rows]
    printed = [stem for _row, stem, _end in stems if stem]
    found = []
    for row, stem, end in stems:
        if len(stem) < _SHORTEST or printed.count(stem) > 1:
            continue
        whole = [other for other, longer, _end in stems if _lacks_one(stem, longer)]
        if len(whole) == 1:
            found.append(_correction(source, row, whole[0], _parts(whole[0].record.indicator)[0] + end))
    return found


def _parts(indicator: str) -> tuple[str, str]:
    """Stem and measuring end of a name; no stem where the end is none of the known ones."""
    name = fold(indicator)
    end = next((end for end in performance_words().measure_endings if name.endswith(end)), "")
    return (name.removesuffix(end), end) if end else ("", "")


def _lacks_one(stem: str, longer: str) -> bool:
    """Is `stem` the longer one without one character?"""
    cut = next((i for i, pair in enumerate(zip(stem, longer, strict=False)) if pair[0] != pair[1]), len(stem))
    return len(longer) == len(stem) + 1 and stem[cut:] == longer[cut + 1 :]


def _correction(source: Source, row: TargetRow, sibling: TargetRow, reading: str) -> Correction:
    text = row.cells["indicator"].pieces[-1]
    last = len(text.text) - 1  # a repair of the same cell stands at its beginning
    return Correction(
        correction_id=source.repair(text.spans(last, last + 1)[0]),
        type="misprint",
        printed=row.record.indicator,
        reading=reading,
        reason=f"疑缺一字：同表第 {sibling.record.line_start} 行作“{sibling.record.indicator}”；名称照录未改",
        doc_id=source.doc_id,
        line_start=row.record.line_start,
        line_end=row.record.line_end,
    )
