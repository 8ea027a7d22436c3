"""Pages of a text of which each holds two: a print of two pages a sheet, made into a text, has both in the same lines.

What tells it are the numbers of both pages, one after the other, on several sheets. Between the pages some places are
blank in every line, but so they are between columns of tables: where several such gaps may be that between the pages,
nobody knows what belongs to which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import and_

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.pdf.furniture import page_number

_LEAST = 2
"""Sheets at least whose numbers show that they hold two pages; places at least between the pages of one."""
_ENOUGH = 5
"""Lines at both sides of a gap from which on their heights say anything."""
_APART, _CLEAR = 0.6, 0.25
"""So many of the lines of the side with fewer may stand as high as one of the other; by so much all other gaps have more."""
_MOST = 60
"""Gaps that are looked at."""
_PARTED = re.compile(r"\s{3,}")


class Leaf(msgspec.Struct, frozen=True):
    """A page: the number of its sheet, and its lines. `mixed` holds two pages that cannot be parted."""

    number: int
    lines: Sequence[str]
    mixed: bool = False


class _Pair(msgspec.Struct, frozen=True):
    """The numbers of two pages: the first of them, where that ends and where the other begins."""

    first: int
    start: int
    end: int


def leaves(sheets: Sequence[Sequence[str]]) -> list[Leaf]:
    """The pages of a text from the pages that form feeds part."""
    pairs = [list(_pairs(lines)) for lines in sheets]
    counts = Counter(
        offset for at, found in enumerate(pairs) for offset in {pair.first - 2 * at for pair in found}
    )
    usual, count = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    if count < _LEAST:
        return [Leaf(number, lines) for number, lines in enumerate(sheets, 1)]
    found = []
    for at, lines in enumerate(sheets):
        pair = next((pair for pair in pairs[at] if pair.first - 2 * at == usual), None)
        found += _folded(at + 1, lines, pair) if pair else [_whole(at + 1, lines, usual + 2 * at)]
    return found


def _pairs(lines: Sequence[str]) -> Iterator[_Pair]:
    """Lines of a sheet that hold the numbers of two pages, from the last one on."""
    for line in reversed(lines):
        parts = _PARTED.split(line.strip())
        if len(parts) != 2:
            continue
        first, second = map(page_number, parts)
        if first is not None and second == first + 1:
            start = len(line) - len(line.lstrip()) + len(parts[0])
            yield _Pair(first, start, len(line.rstrip()) - len(parts[1]))


def _whole(number: int, lines: Sequence[str], first: int) -> Leaf:
    """A sheet without both numbers in one line: they stand at other heights where it holds two pages nevertheless."""
    alone = {page_number(line.strip()) for line in lines}
    return Leaf(number, lines, mixed={first, first + 1} <= alone)


def _folded(number: int, lines: Sequence[str], pair: _Pair) -> list[Leaf]:
    """The pages of a sheet."""
    free = [run for run in _free(lines) if run[1] - run[0] >= _LEAST and pair.start < sum(run) / 2 < pair.end]
    gutter = free[0] if len(free) == 1 else _gutter(lines, free)
    if gutter is None:
        return [Leaf(number, lines, mixed=True)]
    start, end = gutter
    left, right = [line[:start].rstrip() for line in lines], [line[end:] for line in lines]
    return [Leaf(number, left), Leaf(number, right)]


def _gutter(lines: Sequence[str], free: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The one of several gaps at whose sides lines stand at heights of their own; None where that is not plain.

    What a table has at both sides of a gap stands in the same lines.
    """
    found = []
    for start, end in free[:_MOST]:
        left = [bool(line[:start].strip()) for line in lines]
        right = [bool(line[end:].strip()) for line in lines]
        fewer = min(sum(left), sum(right))
        if fewer >= _ENOUGH:
            found.append((sum(map(and_, left, right)) / fewer, (start, end)))
    found.sort()
    if not found or found[0][0] > _APART or (len(found) > 1 and found[1][0] < found[0][0] + _CLEAR):
        return None
    return found[0][1]


def _free(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of places that are blank in every line."""
    taken = bytearray(max(map(len, lines), default=0))
    for line in lines:
        for at, char in enumerate(line):
            if not char.isspace():
                taken[at] = 1
    found, at = [], 0
    for held, run in groupby(taken):
        length = sum(1 for _ in run)
        if not held:
            found.append((at, at + length))
        at += length
    return found
