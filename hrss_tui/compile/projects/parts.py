"""The parts that a sentence divides money into: each amount with its name and the part it belongs to.

The name stands before its amount, or behind it where the amount comes first (400万元用于…). 其中 opens a list one
level down: in brackets until these close, else as many parts as add up to the amount before it, else up to the
next semicolon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import Amount, amounts
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.reference.narrative import narrative_words

_SEPARATORS = ",，;。、:"
_REMARK = re.compile(r"\s*\((?!\s*其中)[^()]*\)")
_OF_WHICH = re.compile(r"(?P<bracket>\()?\s{0,9}其中\s*+[:，]?\s*+")


class Part(msgspec.Struct, frozen=True):
    """An amount (offsets in the whole text), its name at [start, end), and the index of the part it is part of.

    `opens` is where the list that begins with it was opened (the offset of its bracket where there is one),
    `bracket` whether that is a bracket; `total` is true where the name says that the amount is the sum.
    """

    amount: Amount
    start: int
    end: int
    opens: int | None
    bracket: bool
    total: bool
    parent: int | None = None


@cache
def _total() -> re.Pattern[str]:
    return re.compile(rf"(?:{spaced(narrative_words().allocations.totals)})\s*(?:为|共)?")


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{spaced(narrative_words().allocations.purposes)})\s*")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,9}}(?:{spaced(narrative_words().allocations.links)})$")


def purpose_end(item: str) -> int:
    """Where what is given begins in an item that says that it is given: behind 分配 in 分配和田地区."""
    found = _purpose().match(item)
    return found.end() if found else 0


def parts(text: str, form: str, start: int, end: int) -> list[Part]:
    """The parts that text[start:end] states; `form` is money.plain of the whole text."""
    found: list[Part] = []
    before = start
    for near in amounts(text[start:end]):
        amount = msgspec.structs.replace(near, start=near.start + start, end=near.end + start)
        found.append(_part(form, amount, before, end, first=before == start))
        before = amount.end
    return _placed(found, form, end)


def _part(form: str, amount: Amount, before: int, end: int, first: bool) -> Part:
    opening = _last(_OF_WHICH, form, before, amount.start)
    low = opening.end() if opening else before if first else _behind_remark(form, before, amount.start)
    low, high = _strip(form, low, amount.start)
    link = _link().search(form, low, high)
    total = bool(_total().fullmatch(form, low, high))
    if link and link.start() > low and not total:
        high = link.start()
    if low >= high:
        low, high = _purpose_after(form, amount.end, end)
    bracket = bool(opening and opening["bracket"])
    return Part(amount, low, high, opening.start() if opening else None, bracket, total)


def _last(pattern: re.Pattern[str], form: str, start: int, end: int) -> re.Match[str] | None:
    found = list(pattern.finditer(form, start, end))
    return found[-1] if found else None


def _behind_remark(form: str, start: int, end: int) -> int:
    """Where the next name begins: behind what still belongs to the amount before it and its separator."""
    remark = _REMARK.match(form, start, end)
    start = remark.end() if remark else start
    while start < end and form[start] in " )":
        start += 1
    if start < end and form[start] not in _SEPARATORS:
        cut = next((at for at in range(start, end) if form[at] in "，;。"), None)
        start = cut if cut is not None else start
    return start


def _strip(form: str, start: int, end: int) -> tuple[int, int]:
    """The range without separators, brackets that it does not open, and white space around it."""
    while start < end and (form[start].isspace() or form[start] in _SEPARATORS + ")"):
        start += 1
    while start < end and (form[end - 1].isspace() or form[end - 1] in _SEPARATORS + "("):
        end -= 1
    return start, end


def _purpose_after(form: str, start: int, end: int) -> tuple[int, int]:
    """The purpose behind an amount that stands first; empty where there is none."""
    purpose = _purpose().match(form, start, end)
    if not purpose:
        return start, start
    stop = next((at for at in range(purpose.end(), end) if form[at] in "，;。"), end)
    return _strip(form, purpose.end(), stop)


def _placed(found: Sequence[Part], form: str, end: int) -> list[Part]:
    """The parts with their parents; a list that a sum opens is the list of the parts themselves."""
    parents: list[int | None] = [None] * len(found)
    for index, part in enumerate(found):
        if part.opens is None or index == 0 or found[index - 1].total:
            continue
        for child in _children(found, index, form, end):
            parents[child] = index - 1
    return [msgspec.structs.replace(part, parent=parent) for part, parent in zip(found, parents, strict=True)]


def _children(found: Sequence[Part], first: int, form: str, end: int) -> Iterator[int]:
    """Indices of the parts of the list that begins with found[first]."""
    part, whole = found[first], found[first - 1].amount.fen
    if part.bracket and part.opens is not None:
        stop = _closing(form, part.opens, end)
        yield from (i for i in range(first, len(found)) if found[i].amount.start < stop)
        return
    sums = list(accumulate(other.amount.fen for other in found[first:]))
    if whole in sums:
        yield from range(first, first + sums.index(whole) + 1)
        return
    stop = next((at for at in range(part.amount.end, end) if form[at] in ";。"), end)
    yield from (i for i in range(first, len(found)) if found[i].amount.start < stop)


def _closing(form: str, start: int, end: int) -> int:
    """Offset of the bracket that closes the one at `start`."""
    depth = 0
    for at in range(start, end):
        depth += (form[at] == "(") - (form[at] == ")")
        if depth == 0:
            return at
    return end
