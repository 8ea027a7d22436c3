"""Where the lines of a page stand whose names are wrapped: with the row they are of, as they were printed.

A text shows all lines equally far below each other. A name of several lines is set in the middle of its row: as many
of its lines stand above the code and the amounts as below, or one more. Which are whose follows from row to row, and
from the names that the classifications give to the codes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.classifications import all_names
from hrss_tui.reference.text import fold_label

_WORDS = re.compile(r"\S+(?: \S+)*")
_CODE = re.compile(r"\d{3,7}")
_AMOUNT = re.compile(r"[-－]?\d[\d,]{0,20}(?:\.\d{1,6})?%?")
_NAME = re.compile(r"[\u3400-\u9fffA-Za-z（）()“”、《》 ]{1,24}")
_MOST = 4
"""Lines of a name above its row, at most."""
_INSIDE, _BETWEEN = 0.5, 1.5
"""Lines of one row stand so far below each other, rows so much farther, in lines of a page."""
_UNKNOWN = 2
"""What it costs that a name is none of those of its code."""


class _Row(msgspec.Struct, frozen=True):
    """A line with a code and amounts: its index, its code, where its name may stand, and what of it stands there."""

    index: int
    code: str
    left: int
    right: int
    name: str


def spaced(lines: Sequence[str]) -> list[float]:
    """How far down the page each line stands: line after line, but for rows whose names are wrapped."""
    steps = [1.0] * len(lines)
    for rows, halves in _runs(lines):
        for row, group in zip(rows, _groups(lines, rows, halves), strict=False):
            _set(steps, row, group)
    places, at = [], 0.0
    for step in steps:
        at += step
        places.append(at)
    return places


def _runs(lines: Sequence[str]) -> Iterator[tuple[list[_Row], list[list[int]]]]:
    """Rows below each other with nothing but halves of names between them; the halves above each, and below the last."""
    rows: list[_Row] = []
    halves: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        row = _row(index, line)
        if row is not None:
            rows.append(row)
            halves.append([])
        elif _NAME.fullmatch(line.strip()) and "  " not in line.strip():
            halves[-1].append(index)
        else:
            yield from _run(lines, rows, halves)
            rows, halves = [], [[]]
    yield from _run(lines, rows, halves)


def _run(
    lines: Sequence[str], rows: list[_Row], halves: list[list[int]]
) -> Iterator[tuple[list[_Row], list[list[int]]]]:
    """The run, where all halves stand in the column of names; what stands elsewhere above it is of its header."""
    if not rows or not any(halves[1:]):
        return
    left, right = max(row.left for row in rows), min(row.right for row in rows)
    first = len(halves[0])
    while first > 0 and _is_within(lines[halves[0][first - 1]], left, right):
        first -= 1
    halves = [halves[0][first:], *halves[1:]]
    if all(_is_within(lines[index], left, right) for each in halves for index in each):
        yield rows, halves


def _is_within(line: str, left: int, right: int) -> bool:
    return left <= len(line) - len(line.lstrip()) and len(line.rstrip()) <= right


def _row(index: int, line: str) -> _Row | None:
    """The line as a row: a code, then a name or none, then amounts."""
    words = list(_WORDS.finditer(line))
    code = next((word for word in words[:1] if _CODE.fullmatch(word[0])), None)
    rest = words[1:]
    name = rest[0] if rest and _NAME.fullmatch(rest[0][0]) else None
    amounts = rest[1:] if name else rest
    if code is None or not amounts or not all(_AMOUNT.fullmatch(word[0]) for word in amounts):
        return None
    return _Row(index, code[0], code.end(), amounts[0].start(), name[0] if name else "")


class _Way(msgspec.Struct, frozen=True):
    """What it costs to give halves to the rows so far, and how the last has them: so many above and below it.

    `sole` is false where it comes out as well in another way.
    """

    cost: int = 0
    sole: bool = True
    before: _Way | None = None
    above: int = 0
    below: int = 0


def _groups(
    lines: Sequence[str], rows: Sequence[_Row], halves: Sequence[Sequence[int]]
) -> list[tuple[list[int], list[int]]]:
    """The halves above and below each row; none where they can be given to the rows in several ways that are as good."""
    ways = dict.fromkeys(range(min(len(halves[0]), _MOST) + 1), _Way())
    for at, row in enumerate(rows):
        ways = _with_row(lines, row, halves[at], halves[at + 1], ways)
    way = ways.get(0)
    if way is None or not way.sole:
        return []
    shares: list[tuple[int, int]] = []
    while way.before is not None:
        shares.append((way.above, way.below))
        way = way.before
    return [
        (list(above[len(above) - share :]), list(below[:after]))
        for above, below, (share, after) in zip(halves, halves[1:], reversed(shares), strict=False)
    ]


def _with_row(
    lines: Sequence[str],
    row: _Row,
    above: Sequence[int],
    below: Sequence[int],
    ways: Mapping[int, _Way],
) -> dict[int, _Way]:
    """The ways with one more row, by how many of the halves below it are of the next."""
    found: dict[int, _Way] = {}
    for share, way in ways.items():
        for after in range(max(share - 1, 0), min(share + 1, len(below)) + 1):
            left = len(below) - after
            own = _cost(lines, row, above[len(above) - share :], below[:after])
            if own is None or left > _MOST:
                continue
            cost = way.cost + own
            known = found.get(left)
            if known is None or cost < known.cost:
                found[left] = _Way(cost, way.sole, way, share, after)
            elif cost == known.cost:
                found[left] = msgspec.structs.replace(known, sole=False)
    return found


def _cost(lines: Sequence[str], row: _Row, above: Sequence[int], below: Sequence[int]) -> int | None:
    """How little halves look like those of a row; None where they cannot be its own."""
    if not (row.name or above or below):
        return None
    parts = (*(lines[at].strip() for at in above), row.name, *(lines[at].strip() for at in below))
    if fold_label("".join(parts)) in all_names(row.code):
        return 0
    return _UNKNOWN + abs(len(above) - len(below)) if above or below else _UNKNOWN


def _set(steps: list[float], row: _Row, group: tuple[list[int], list[int]]) -> None:
    """Let the lines of a row stand close, and rows apart."""
    above, below = group
    if not above and not below:
        steps[row.index] = max(steps[row.index], _BETWEEN)
        return
    together = [*above, row.index, *below]
    for at, index in enumerate(together):
        steps[index] = _INSIDE if at else _BETWEEN
    if together[-1] + 1 < len(steps):
        steps[together[-1] + 1] = _BETWEEN
