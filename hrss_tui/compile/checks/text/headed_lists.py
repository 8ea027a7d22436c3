"""Lists whose items are blocks of their own below the total that heads them: 支出 90 万元，具体如下: / 1.甲 60 万元; / 2.乙 30 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hrss_tui.compile.checks.basics.identity import Identity, compare, total
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.records import Check

_OPENS = re.compile(r"\s*+[，。;]?\s*+(?P<how>[\u3400-\u9fff]{0,10}):$")
_ALL = re.compile(r"如下|明细|分[配解]|具体为|分别(?:为|是)")
"""What says that the items are all there is: 其中 does not."""
_MORE = re.compile(r"等[，。;)]*$")
_NEAR = Decimal("0.9")
_FEWEST, _MOST = 2, 60


class _List:
    """A total with the passages of its items."""

    def __init__(self, head: Passage, whole: Figure, whole_said: bool) -> None:
        self.head, self.whole, self.complete = head, whole, whole_said
        self.items: list[tuple[Passage, Figure]] = []


def heads(passages: Sequence[Passage]) -> dict[str, tuple[Passage, Figure]]:
    """The block of each item → the total that heads its list."""
    return {item.at.block_id: (each.head, each.whole) for each in _lists(passages) for item, _ in each.items}


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """Every list that says it is whole, against its total."""
    for each in _lists(passages):
        last = each.items[-1][0].text.rstrip() if each.items else ""
        if not each.complete or len(each.items) < _FEWEST or _MORE.search(last):
            continue
        stated = each.head.quantity(each.whole)
        parts = total(item.quantity(one) for item, one in each.items)
        words = f"{each.whole.printed}{each.whole.unit} = 所列 {len(each.items)} 项之和"
        at = each.head.block(each.whole.start)
        identity = Identity(
            "stated_parts", words, at, each.whole.base, f"headed/{each.whole.start}", "所列各项之和与总数不符"
        )
        check = compare(identity, stated, parts)
        if check.status != "fails" or stated.value * _NEAR <= parts.value:
            yield check


def _lists(passages: Sequence[Passage]) -> Iterator[_List]:
    current: _List | None = None
    for passage in passages:
        one = _item(passage, current.whole) if current is not None and len(current.items) < _MOST else None
        if current is not None and one is not None:
            current.items.append((passage, one))
            continue
        if current is not None and current.items:
            yield current
        current = _opened(passage)
    if current is not None and current.items:
        yield current


def _opened(passage: Passage) -> _List | None:
    """The list that a passage opens with its last figure and a colon."""
    last = passage.figures[-1] if passage.figures else None
    if last is None or last.is_rate or last.is_change or passage.is_bound(last) or not last.value:
        return None
    match = _OPENS.match(passage.text.rstrip(), last.end)
    return _List(passage, last, bool(_ALL.search(match["how"]))) if match else None


def _item(passage: Passage, whole: Figure) -> Figure | None:
    """The one figure of an item that is counted as its total is; None where it is no item of it."""
    figures = [one for one in passage.figures if one.depth == 0 and not one.is_rate]
    alike = [one for one in figures if one.base == whole.base]
    first = alike[0] if len(alike) == 1 and figures[0] is alike[0] else None
    fits = first is not None and first.sentence == 0 and first.value <= whole.value and not first.is_change
    return first if fits and not passage.text.rstrip().endswith(":") else None
