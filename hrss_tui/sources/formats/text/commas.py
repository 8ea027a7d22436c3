"""Tables of values set apart by commas or semicolons, in quotes where they hold one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui.sources.formats.text.drawn import Found, TextCell, alike, runs, trimmed

_SIGNS = (",", ";")
_FEWEST = 3
"""Values of a line, and lines, below which it is no table."""


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every table of at least three lines with as many values each."""
    taken: set[int] = set()
    for sign in _SIGNS:
        for stretch in runs(lines, free):
            kinds = [_kind(lines[index], sign) if index not in taken else 0 for index in stretch]
            for part in alike(stretch, kinds):
                if len(part) < _FEWEST:
                    continue
                taken.update(part)
                rows = tuple(tuple(_values(index + 1, lines[index], sign) or ()) for index in part)
                yield Found(part.start + 1, part.stop, rows)


def _kind(line: str, sign: str) -> int:
    """How many values a line has; 0 where it is none of a table."""
    if line.count(sign) < _FEWEST - 1:
        return 0
    values = _values(1, line, sign)
    return len(values) if values and len(values) >= _FEWEST else 0


def _values(number: int, line: str, sign: str) -> list[TextCell] | None:
    """The values of a line; None where a quote is not closed."""
    values: list[TextCell] = []
    at = 0
    while at <= len(line):
        if line[at : at + 1] == '"':
            end = _closing(line, at + 1)
            if end is None:
                return None
            inner = trimmed(number, at + 1, line[at + 1 : end])
            values.append(TextCell(inner.text.replace('""', '"'), number, inner.start, inner.end))
            at = line.find(sign, end)
        else:
            end = line.find(sign, at)
            stop = end if end >= 0 else len(line)
            values.append(trimmed(number, at, line[at:stop]))
            at = end
        if at < 0:
            break
        at += 1
    return values


def _closing(line: str, at: int) -> int | None:
    """Where the quote ends that was opened before an index; two in a row are one that is part of the value."""
    while (end := line.find('"', at)) >= 0:
        if line[end + 1 : end + 2] != '"':
            return end
        at = end + 2
    return None
