"""Stamps as text: a body, a day, a number in red over what the page says. They are no text of it, and garble what is.

Red alone is none: titles and changed figures may be red. A stamp is printed over text in another ink or over the rulings
between rows, and names somebody. A long name that runs over the ruling beside its cell is none, nor what is over a watermark.
Where a red ring is around it, that lies over what the page says, and the text within it may stand between two rows.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice, takewhile

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import holds
from hrss_tui.sources.formats.pdf.objects import Objects
from hrss_tui.sources.formats.pdf.pdfium import Colour
from hrss_tui.sources.formats.pdf.seen import Char, Rule
from hrss_tui.sources.formats.pdf.squares import Squares

_RED = 80
"""Red is stronger than green and blue by so much at least."""
_OVER = 2
"""So many of its characters stand over others, or over rulings."""
_INSIDE = 0.25
"""A ruling is below a character where it runs no nearer to its edges than this share of its height."""
_AMOUNT = re.compile(r"\d,\d{3}(?!\d)|(?<![\d.])\d{1,9}\.\d{2}(?![\d.])")
"""What no stamp says."""
_MOST_RINGS = 20
"""Rings of a page that are looked at."""
_MOST_RULES = 50
"""Rulings below one character that are looked at."""
_NAMED, _LONGEST = 4, 60
"""So many Chinese characters it has at least, so many of any kind at most: what is longer is a text in red."""
_FIRST = "\u2e80"
_NEAR = 1.2
"""Its lines and characters follow each other no farther than this (em)."""
_MOST = 400
"""Red characters of a page that are looked at: a page with more is printed in red."""


def stamps(
    chars: Sequence[Char], owners: Sequence[int], objects: Objects, marks: Container[int] = ()
) -> dict[int, str]:
    """The text objects of a page that are stamps, with what they say; `marks` are what is a watermark."""
    texts = objects.texts
    red = [at for at, owner in enumerate(owners) if owner in texts and _is_red(texts[owner].colour)]
    if not 0 < len(red) <= _MOST:
        return {}
    inked = set(red)
    others = [char for at, char in enumerate(chars) if at not in inked and owners[at] not in marks]
    below, rules = Squares(others), sorted(objects.across)
    over = {at for at in red if below.meet(chars[at]) or _is_ruled(chars[at], rules)}
    found: dict[int, str] = {}
    for group in _groups(chars, red) if len(over) >= _OVER else ():
        if len(group) <= _LONGEST and len(over.intersection(group)) >= _OVER and _names(chars, group):
            _add(found, chars, owners, group)
    rings = [box for box, ink in objects.rings if _is_red(ink)][:_MOST_RINGS]
    for ring in rings:
        inside = [
            at for at in red if owners[at] not in found and holds(ring, chars[at].middle, _middle(chars[at]))
        ]
        if len(inside) <= _LONGEST and _names(chars, inside) and _lies_over(ring, others, rules):
            _add(found, chars, owners, inside)
    return found


def _add(found: dict[int, str], chars: Sequence[Char], owners: Sequence[int], group: Iterable[int]) -> None:
    for at in group:
        found[owners[at]] = found.get(owners[at], "") + chars[at].text


def _lies_over(ring: Box, others: Sequence[Char], rules: Sequence[Rule]) -> bool:
    """Is other text within a ring, or a ruling that goes through it?"""
    return any(holds(ring, char.middle, _middle(char)) for char in others) or any(
        ring.top < rule.at < ring.bottom and rule.start <= ring.left and ring.right <= rule.end
        for rule in rules
    )


def _middle(char: Char) -> float:
    return (char.top + char.bottom) / 2


def _is_red(colour: Colour | None) -> bool:
    return colour is not None and colour[0] - max(colour[1:3]) >= _RED


def _names(chars: Sequence[Char], group: Sequence[int]) -> bool:
    """May characters together name somebody, and state no amount?"""
    said = "".join(chars[at].text for at in group)
    return sum(char >= _FIRST for char in said) >= _NAMED and not _AMOUNT.search(said)


def _is_ruled(char: Char, rules: Sequence[Rule]) -> bool:
    """Does a ruling run through a character?"""
    high = _INSIDE * (char.bottom - char.top)
    first = bisect_left(rules, char.top + high, key=lambda rule: rule.at)
    near = takewhile(lambda rule: rule.at <= char.bottom - high, islice(rules, first, first + _MOST_RULES))
    return any(rule.start <= char.middle <= rule.end for rule in near)


def _groups(chars: Sequence[Char], members: Iterable[int]) -> Iterator[list[int]]:
    """Characters that stand near each other, at most as many as are looked at."""
    left = list(members)
    while left:
        waiting, group = [left.pop()], []
        while waiting:
            at = waiting.pop()
            group.append(at)
            near = {other for other in left if _is_near(chars[at], chars[other])}
            left = [other for other in left if other not in near]
            waiting += near
        yield sorted(group)


def _is_near(one: Char, other: Char) -> bool:
    reach = _NEAR * max(one.em, other.em)
    return (
        max(one.left, other.left) - min(one.right, other.right) <= reach
        and max(one.top, other.top) - min(one.bottom, other.bottom) <= reach
    )
