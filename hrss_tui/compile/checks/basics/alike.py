"""Growth between figures that were first made alike (同口径, 可比价格, 剔除…因素后): what is printed beside it does not give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.basics.spans import lines_within
from hrss_tui.compile.checks.basics.identity import withdrawn
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.records import Block, Check
from hrss_tui.reference.growth import alike_words, growth_words, real_words
from hrss_tui.words.check_reasons import because

ALIKE = because("made_alike")
_GROWN = ("stated_growth", "stated_change", "growth_rate", "growth_base", "change_percent")
"""Checks of how much something grew."""
_NOTE = 200
"""A note of how growth was computed is no longer."""


def at_one_scope(papers: Papers, found: Iterable[Check]) -> Iterator[Check]:
    """The checks, those of growth that fail where a passage or a note says that it is one between figures made alike.

    A cell of a table is named after its column, whose label may say so.
    """
    noted: bool | None = None
    told = lines_within(_told(papers))
    for check in found:
        if check.status != "fails" or check.kind not in _GROWN:
            yield check
            continue
        if noted is None:
            noted = any(map(_is_note, papers.of(Block)))
        says = noted or told(check.line_start) or told(check.line_end) or _is_alike(check.description)
        yield withdrawn(check, ALIKE) if says else check


def _told(papers: Papers) -> Iterator[tuple[int, int]]:
    """The lines of the passages that speak of figures made alike, or stand below a heading that does."""
    for block in papers.of(Block):
        if _is_alike(f"{block.section}{block.text}"):
            yield block.line_start, block.line_end


def _is_note(block: Block) -> bool:
    """Does a passage without a rate of its own say so of all growth, and not of that of the product alone (生产总值)?"""
    text = narrow(block.text)
    return (
        len(text) <= _NOTE
        and "%" not in text
        and _is_alike(text)
        and any(word in text for word in growth_words())
        and not any(word in text for word in real_words())
    )


def _is_alike(text: str) -> bool:
    bare = text.replace(" ", "")
    return any(word in bare for word in alike_words())
