"""Several checks of one statement: what one of them decides, another need not leave open or call wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hrss_tui.records import Check

_SAME = {
    "stated_share": ("share", "stated_completion"),
    "stated_completion": ("share",),
    "stated_growth": ("growth_rate", "change_percent"),
    "stated_parts": ("stated_parts", "indicator_sum", "project_parts", "project_subparts"),
    "narrative_amount": ("narrative_amount",),
}
"""Kind of a check of the text → kinds that may state the same."""
_RANK = {"exact": 0, "rounding": 1, "fails": 2, "not_checkable": 3}


def agreed(read: Iterable[Check], told: Iterable[Check]) -> Iterator[Check]:
    """The checks of records and those of the text, each statement once: the better one of two, of equals the first."""
    first, second = list(read), list(told)
    dropped: set[int] = set()
    by_line: dict[int, list[Check]] = {}
    for check in first:
        for line in range(check.line_start, min(check.line_end, check.line_start + _LINES) + 1):
            by_line.setdefault(line, []).append(check)
    for check in second:
        same = [other for other in by_line.get(check.line_start, ()) if _is_same(check, other)]
        if any(_RANK[other.status] <= _RANK[check.status] for other in same):
            dropped.add(id(check))
        else:
            dropped |= {id(other) for other in same}
    yield from (check for check in (*first, *second) if id(check) not in dropped)


_LINES = 20


def _is_same(check: Check, other: Check) -> bool:
    return (
        other.kind in _SAME.get(check.kind, ())
        and check.left is not None
        and other.left is not None
        and abs(check.left) == abs(other.left)
    )
