"""Sentences to statements: the smallest stretches that say one thing about their figures.

Commas part statements; enumeration marks (、 和 及) do so only beside a figure, because elsewhere they join
names. What stands in quotation marks, title marks or brackets is not cut, but a bracket that holds a figure is
a statement of its own behind the one it stands in.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.observations.quantities import Quantity
from hrss_tui.reference.units import units

_SENTENCE = re.compile(r"[。！？!?]")
_OPAQUE = re.compile(r"《[^》]*》|“[^”。！？；]*”|‘[^’。！？；]*’|\"[^\"。，]{1,24}\"|\([^()]*\)")
_COMMA = re.compile(r"[，；;：:]|,(?!\d)|(?<!\d),")
_CUT = re.compile(rf"{_COMMA.pattern}|以及|、|和|及")
_MARKS = {",": "，", ";": "；", ":": "："}
_LONG_ITEM = 6
"""Characters from which on a member without a figure stands for itself among members with figures."""

ENUMERATION = "、"
BRACKET = "("


class Statement(msgspec.Struct, frozen=True):
    """folded[start:end] without the brackets in `holes`; `joint` is what stands before it.

    `joint`: "" at the head of a sentence, else ， ； ： as printed, 、 for any mark of enumeration, ( in a bracket.
    `close` is the mark that follows; `bracketed` is true for what a bracket holds.
    """

    start: int
    end: int
    joint: str
    close: str
    quantities: tuple[Quantity, ...]
    holes: tuple[tuple[int, int], ...] = ()
    bracketed: bool = False


class Sentence(msgspec.Struct, frozen=True):
    """The statements between two full stops."""

    start: int
    end: int
    statements: tuple[Statement, ...]


class _Stretch(msgspec.Struct, frozen=True):
    """A stretch to be cut: its quantities, what is closed to cuts, its brackets with figures."""

    folded: str
    start: int
    end: int
    quantities: tuple[Quantity, ...]
    closed: tuple[tuple[int, int], ...] = ()
    brackets: tuple[tuple[int, int], ...] = ()

    def within(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities of a part."""
        return tuple(q for q in self.quantities if start <= q.start and q.end <= end)


def sentences(folded: str, quantities: Sequence[Quantity], start: int = 0) -> list[Sentence]:
    """The sentences of a squeezed text from `start` on."""
    bounds = [start, *(m.end() for m in _SENTENCE.finditer(folded, start)), len(folded)]
    opaque = [match.span() for match in _OPAQUE.finditer(folded)]
    found = []
    for low, high in itertools.pairwise(bounds):
        if low < high:
            stretch = _stretch(folded, low, high, quantities, opaque)
            found.append(Sentence(low, high, tuple(_statements(stretch))))
    return found


def _stretch(
    folded: str, low: int, high: int, quantities: Sequence[Quantity], opaque: Sequence[tuple[int, int]]
) -> _Stretch:
    inside = tuple(q for q in quantities if low <= q.start and q.end <= high)
    spans = tuple(span for span in opaque if low <= span[0] and span[1] <= high)
    brackets = tuple(span for span in spans if folded[span[0]] == BRACKET and _holds(span, inside))
    stop = high - 1 if _SENTENCE.match(folded, high - 1) else high
    return _Stretch(folded, low, stop, inside, (*spans, *((q.start, q.end) for q in inside)), brackets)


def _holds(span: tuple[int, int], quantities: Sequence[Quantity]) -> bool:
    return any(span[0] < q.start and q.end < span[1] for q in quantities)


def _statements(stretch: _Stretch) -> Iterator[Statement]:
    """Statements in printed order, brackets with figures behind what they stand in."""
    for start, end, joint, close in _pieces(stretch):
        holes = tuple(span for span in stretch.brackets if start <= span[0] and span[1] <= end)
        held = {q for low, high in holes for q in stretch.within(low, high)}
        own = tuple(q for q in stretch.within(start, end) if q not in held)
        yield Statement(start, end, joint, close, own, holes)
        for low, high in holes:
            yield from _bracketed(stretch, low + 1, high - 1)


def _bracketed(stretch: _Stretch, low: int, high: int) -> Iterator[Statement]:
    """The statements of a bracket; the first is joined by the bracket itself."""
    held = stretch.within(low, high)
    inner = _Stretch(stretch.folded, low, high, held, tuple((q.start, q.end) for q in held))
    for start, end, joint, close in _pieces(inner):
        yield Statement(start, end, joint or BRACKET, close, inner.within(start, end), bracketed=True)


def _pieces(stretch: _Stretch) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, mark before, mark behind) of every piece that is not empty."""
    begin, joint = stretch.start, ""
    for cut, after, mark in [*_cuts(stretch), (stretch.end, stretch.end, "")]:
        if begin < cut:
            yield begin, cut, joint, mark
        begin, joint = after, mark


def _cuts(stretch: _Stretch) -> Iterator[tuple[int, int, str]]:
    """(end of the piece before, begin of the one behind, mark) of every cut, in order."""
    begin, listing = stretch.start, False
    for match in _CUT.finditer(stretch.folded, stretch.start, stretch.end):
        start, end, mark = match.start(), match.end(), match.group()
        if start < begin or any(a <= start < b for a, b in stretch.closed):
            continue
        if _COMMA.match(stretch.folded, start):
            yield start, end, _MARKS.get(mark, mark)
            begin, listing = end, False
        elif _enumerates(stretch, mark, start, begin) or (
            listing and mark == ENUMERATION and start - begin >= _LONG_ITEM
        ):
            yield start, end, ENUMERATION
            begin, listing = end, mark == ENUMERATION


def _enumerates(stretch: _Stretch, mark: str, start: int, begin: int) -> bool:
    """Does the mark part figures? Behind one, or before one where one stood before in the statement.

    和 with text on both sides parts two counts of things; beside persons or money it joins names.
    """
    before = stretch.within(begin, start)
    if not before:
        return False
    end = start + len(mark)
    if mark == "以及" or any(q.end == start or q.start == end for q in stretch.quantities):
        return True
    after = next((q for q in stretch.quantities if q.start >= end), None)
    return mark == "和" and after is not None and _is_count(before[-1]) and _is_count(after)


def _is_count(quantity: Quantity) -> bool:
    unit = units().get(quantity.base_unit)
    return unit is not None and unit.kind == "count"
