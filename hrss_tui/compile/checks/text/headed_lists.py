"""Lists whose items are blocks of their own below the total that heads them: 支出 90 万元，具体如下: / 1.甲 60 万元; / 2.乙 30 万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, compare, total
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.records import Check
from hrss_tui.words.check_reasons import because

_OPENS = re.compile(r"\s*+[，。;]?\s*+(?P<how>[\u3400-\u9fff]{0,10}):$")
_ALL = re.compile(r"如下|明细|分[配解]|具体为|分别(?:为|是)")
_SOME = re.compile(r"其中|主要|重点|部分|包括")
"""What says that the items are all there is, and what says that they need not be."""
_AMONG = re.compile(r"[^\u3400-\u9fff]{0,6}+(?:[一二三四五六七八九十]{1,3}[)、.是])?\s*+(?:其中|包括|含)")
"""An item that is part of the one above it."""
_NUMERALS = re.compile(r"[\d一二三四五六七八九十①-⑳]")
_MORE = re.compile(r"等[，。;)]*$")
_NEAR = Decimal("0.9")
_FEWEST, _MOST = 2, 60


class _List:
    """A total with the passages of its items; `cut` where one of them was not read, so that they fit or prove nothing."""

    def __init__(self, head: Passage, whole: Figure, whole_said: bool) -> None:
        self.head, self.whole, self.complete = head, whole, whole_said
        self.items: list[tuple[Passage, Figure]] = []
        self.cut = False


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
            "stated_parts", words, at, each.whole.base, f"headed/{each.whole.start}", because("sum_listed")
        )
        check = compare(identity, stated, parts)
        near = stated.value * _NEAR <= parts.value <= stated.value / _NEAR
        if check.status != "fails" or (near and not each.cut):
            yield check


def _lists(passages: Sequence[Passage]) -> Iterator[_List]:
    current: _List | None = None
    for passage in passages:
        one = _item(passage, current.whole) if current is not None and len(current.items) < _MOST else None
        if current is not None and one is not None:
            current.items.append((passage, one))
            current.cut = current.cut or not _is_numbered_so(passage, current.items[0][0])
            continue
        if current is not None and current.items:
            current.cut = current.cut or _goes_on(passage, current)
            yield current
        current = _opened(passage)
    if current is not None and current.items:
        yield current


def _is_numbered_so(passage: Passage, first: Passage) -> bool:
    """Is a passage numbered as the first item is: one that is numbered （1） behind 1. is part of it?"""
    marks = [_NUMERALS.sub("", one.at.number or "") for one in (first, passage)]
    return marks[0] == marks[1] and (first.at.number is None) == (passage.at.number is None)


def _goes_on(passage: Passage, current: _List) -> bool:
    """Is what stands behind the items that were read one more of them, whose figure was not?"""
    first = current.items[0][0]
    beside = passage.at.parent_id == first.at.parent_id and _is_numbered_so(passage, first)
    counted = first.at.number is not None or any(one.base == current.whole.base for one in passage.figures)
    return beside and counted


def _opened(passage: Passage) -> _List | None:
    """The list that a passage opens with its last figure and a colon."""
    last = passage.figures[-1] if passage.figures else None
    if last is None or last.is_rate or last.is_change or passage.is_bound(last) or not last.value:
        return None
    match = _OPENS.match(passage.text.rstrip(), last.end)
    if match is None:
        return None
    return _List(passage, last, bool(_ALL.search(match["how"])) and not _SOME.search(match["how"]))


def _item(passage: Passage, whole: Figure) -> Figure | None:
    """The one figure of an item that is counted as its total is; None where it is no item of it, but part of another."""
    if _AMONG.match(passage.text):
        return None
    figures = [one for one in passage.figures if one.depth == 0 and not one.is_rate]
    alike = [one for one in figures if one.base == whole.base]
    first = alike[0] if len(alike) == 1 and figures[0] is alike[0] else None
    fits = first is not None and first.sentence == 0 and first.value <= whole.value and not first.is_change
    return first if fits and not passage.text.rstrip().endswith(":") else None
