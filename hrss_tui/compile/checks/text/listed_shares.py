"""Shares of items that stand line by line below one heading: 1.教育支出 60 万元，占 60% / 2.农林水支出 30 万元，占 30%.

Of what they are shares need not be said: each amount by its share gives the whole, and all give the same one. Where all
but one do, the one does not fit, unless it is beside them of something else: parts of one whole come to no more than it.
Shares that name what they are of are compared only with others of the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, percentage
from hrss_tui.compile.checks.text.figures import PERCENT, Figure, Passage
from hrss_tui.compile.checks.text.sums import own_words
from hrss_tui.records import Check
from hrss_tui.words.check_reasons import because

_SHARE = re.compile(r"^\s*(?:，\s*)?占(?P<whole>[^，。;:占\d]{0,24})$")
_NUMBER = re.compile(r"^(?:\d{1,3}[.、]|\([一二三四五六七八九十\d]{1,3}\))\s*", re.ASCII)
_CONTEXT = because("share_of_two")
_LEAST = 3
"""Items of which two can tell that the third does not fit."""
_MOST = 60
_ALL = 100
_PAIR = 2
"""An amount and its share."""


class _Item(msgspec.Struct, frozen=True):
    """An item that a passage begins with: its amount, its share, the least and the most that the whole may be by these."""

    passage: Passage
    amount: Figure
    share: Figure
    whole: str
    low: Decimal
    high: Decimal


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """One check for each list of such items."""
    run: list[_Item] = []
    for passage in passages:
        item = _item(passage)
        if run and (item is None or not _goes_on(run[-1], item)):
            yield from _judged(run)
            run = []
        run += [item] if item is not None else []
    yield from _judged(run)


def _item(passage: Passage) -> _Item | None:
    """The item that a passage opens with; None where it opens with something else."""
    if len(passage.figures) < _PAIR:
        return None
    amount, share = passage.figures[:_PAIR]
    said = _SHARE.match(passage.text[amount.end : share.start].replace(",", "，"))
    plain = not (amount.is_rate or amount.is_change or passage.is_bound(amount) or amount.depth)
    if said is None or not plain or share.unit != PERCENT or "其中" in amount.before:
        return None
    part, rate = passage.quantity(amount), passage.quantity(share)
    if part.value <= part.error or rate.value <= rate.error:
        return None
    low = (part.value - part.error) * 100 / (rate.value + rate.error)
    high = (part.value + part.error) * 100 / (rate.value - rate.error)
    return _Item(passage, amount, share, said["whole"].strip(" 的为"), low, high)


def _goes_on(before: _Item, item: _Item) -> bool:
    """Do two items stand under one heading, counted in the same and shares of the same?"""
    same = before.passage.at.parent_id == item.passage.at.parent_id
    numbered = bool(before.passage.at.number) == bool(item.passage.at.number)
    return same and numbered and (before.amount.base, before.whole) == (item.amount.base, item.whole)


def _judged(run: Sequence[_Item]) -> Iterator[Check]:
    """The last item by the others, or the only one without which all others agree."""
    if not _LEAST <= len(run) <= _MOST:
        return
    judged = run[-1:] if _whole(run) else run
    odd = []
    for one in judged:
        others = [each for each in run if each is not one]
        whole = _whole(others)
        if whole is not None:
            odd.append((one, others, whole))
    if len(odd) != 1:
        return
    one, others, whole = odd[0]
    if _passes(one, others, whole):
        return
    name = _NUMBER.sub("", own_words(one.amount))[-20:]
    words = f"{name} {one.amount.printed}{one.amount.unit} ÷ 其他各项推出的总数 = {one.share.printed}%"
    at = one.passage.block(one.share.start)
    identity = Identity("stated_share", words, at, PERCENT, str(one.share.start), _CONTEXT)
    yield percentage(identity, one.passage.quantity(one.share), one.passage.quantity(one.amount), whole)


def _passes(one: _Item, others: Sequence[_Item], whole: Quantity) -> bool:
    """Would an item make more than all of the whole of the others, by its share and by its amount?"""
    shares = [each.passage.quantity(each.share) for each in (*others, one)]
    rest = sum((share.value - share.error for share in shares[:-1]), Decimal(0))
    part = one.passage.quantity(one.amount)
    least = (part.value - part.error) * 100 / (whole.value + whole.error)
    return rest + min(shares[-1].value - shares[-1].error, least) > _ALL


def _whole(items: Sequence[_Item]) -> Quantity | None:
    """The whole that all items give; None where they give different ones."""
    low, high = max(one.low for one in items), min(one.high for one in items)
    return Quantity((low + high) / 2, (high - low) / 2) if low <= high else None
