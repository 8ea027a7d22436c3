"""Figures of the prose that no extractor could surely say what they are of: each block that holds some is declared.

What is declared is what the coverage counts as not classified: every number of which neither a record nor a class (a
date, an ordinal, a telephone) accounts for all digits, with its unit where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.basics.numbers import NUMBER
from hrss_tui.compile.basics.spans import Covered, covered, lines_within
from hrss_tui.compile.prose.extract import LONGEST
from hrss_tui.compile.prose.quantities import quantities
from hrss_tui.compile.prose.squeezed import Squeezed, squeeze
from hrss_tui.compile.prose.tokens import tokens
from hrss_tui.records import Observation, Unread
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind

_DIGIT = re.compile(r"[0-9０-９]")
_MOST = 200
"""Characters of what is printed that one record keeps: what goes beyond stands in a further one."""
_BETWEEN = "、"

_Figure = tuple[int, int]
"""From where to where in a squeezed text a figure stands."""


def unread_figures(source: Source, found: Harvest) -> Iterator[Unread]:
    """Records for every block of prose with figures that nothing accounts for; what is declared already is left."""
    taken = covered(found.claims)
    declared = lines_within(
        (record.line_start, record.line_end) for record in found.records if isinstance(record, Unread)
    )
    for block in source.blocks:
        if block.kind is Kind.TABLE_ROW or not _is_open(block, taken):
            continue
        squeezed = squeeze(block.text)
        whole = len(block.text.text) <= LONGEST
        left = _left(squeezed, taken) if whole else [m.span() for m in NUMBER.finditer(squeezed.folded)]
        stretches = _shared_out([one for one in left if not declared(squeezed.line(one[0]))])
        # A block that is too long to be read, of which a note tells, has one record for all it holds.
        yield from (
            _unread(source, block, squeezed, at, each) for at, each in enumerate(stretches) if whole or not at
        )


def _is_open(block: Placed, taken: Covered) -> bool:
    """Is any digit of a block not claimed?"""
    text = block.text
    return not all(
        taken.holds(span) for match in _DIGIT.finditer(text.text) for span in text.spans(*match.span())
    )


def _left(squeezed: Squeezed, taken: Covered) -> list[_Figure]:
    """The figures of which neither a record nor a class accounts for all digits, with their units, in order."""
    folded = squeezed.folded
    counted = [one for one in quantities(folded, tokens(folded)) if not one.threshold]
    found: dict[int, int] = {}
    for one in counted:
        if not any(taken.overlaps(span) for span in squeezed.spans(one.at, one.stop)):
            found[one.at] = one.end
    ends = {at: one.end for one in counted for at in range(one.at, one.stop)}
    inside = {at for start, end in found.items() for at in range(start, end)}
    for match in NUMBER.finditer(folded):
        if match.start() not in inside and not _is_held(squeezed, match, taken):
            found[match.start()] = max(match.end(), ends.get(match.start(), 0))
    return sorted(found.items())


def _is_held(squeezed: Squeezed, match: re.Match[str], taken: Covered) -> bool:
    """Does a record or a class account for every digit of a number?"""
    return all(
        taken.holds(span)
        for at in range(*match.span())
        if squeezed.folded[at].isdigit()
        for span in squeezed.spans(at, at + 1)
    )


def _shared_out(left: Sequence[_Figure]) -> list[list[_Figure]]:
    """The figures in stretches of which each can be printed whole in one record."""
    stretches: list[list[_Figure]] = []
    length = 0
    for one in left:
        added = one[1] - one[0] + len(_BETWEEN)
        if not stretches or length + added > _MOST:
            stretches.append([])
            length = 0
        stretches[-1].append(one)
        length += added
    return stretches


def _unread(source: Source, block: Placed, squeezed: Squeezed, at: int, left: Sequence[_Figure]) -> Unread:
    """The record of some figures: under the place of its block the first ones, under their own the others."""
    printed = _BETWEEN.join(squeezed.shown[start:end] for start, end in left)
    line, column = block.text.locate(squeezed.places[left[0][0]] if at else 0)
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
        line_start=squeezed.line(left[0][0]),
        line_end=squeezed.line(left[-1][1] - 1),
    )
