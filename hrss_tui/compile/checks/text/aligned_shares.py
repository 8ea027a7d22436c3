"""Shares told at once of parts that make up a whole: 就业 9 万人，一产 4 万人，二产 2 万人，三产 3 万人，占比分别为 44.4%、22.2%、33.3%.

They are held against the parts in their order where the parts come to just the figure before them; where they do not,
nothing says of what they are shares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, percentage, total
from hrss_tui.compile.checks.text.figures import PERCENT, Figure, Passage
from hrss_tui.records import Check
from hrss_tui.reference.things import things
from hrss_tui.words.check_reasons import because

_THINGS = things()
_SHARES = re.compile(rf"(?:{re.any_of(_THINGS.names.share_columns)})(?:分别|依次)(?:为|是|达到?)?:?$")
_NEXT = re.compile(r"\s*(?:、|和|与|，)\s*")
_LEAST, _MOST = 2, 12
_NAME = 16
_CONTEXT = because("share_of_two")


def checks(passages: Sequence[Passage]) -> Iterator[Check]:
    """One check for each share of such a list."""
    for passage in passages:
        for at, first in enumerate(passage.figures):
            if first.is_rate and _SHARES.search(first.before.strip()):
                yield from _held(passage, at)


def _held(passage: Passage, at: int) -> Iterator[Check]:
    shares = _listed(passage, at)
    before = passage.figures[max(0, at - len(shares) - 1) : at]
    if not _LEAST <= len(shares) <= _MOST or len(before) != len(shares) + 1:
        return
    whole, parts = before[0], before[1:]
    plain = all(not (one.is_rate or one.is_change or passage.is_bound(one)) for one in before)
    if not plain or {(one.base, one.sentence) for one in before} != {(whole.base, shares[0].sentence)}:
        return
    sides = passage.quantity(whole), total([passage.quantity(one) for one in parts])
    if abs(sides[0].value - sides[1].value) > sides[0].error + sides[1].error:
        return
    for part, share in zip(parts, shares, strict=True):
        words = f"{_name(part)} {part.printed}{part.unit} ÷ {_name(whole)} {whole.printed}{whole.unit} = {share.printed}%"
        place = passage.block(share.start)
        identity = Identity("stated_share", words, place, PERCENT, str(share.start), _CONTEXT)
        yield percentage(identity, passage.quantity(share), passage.quantity(part), sides[0])


def _listed(passage: Passage, at: int) -> list[Figure]:
    """The percentage at a place and those enumerated with it."""
    found = [passage.figures[at]]
    for one in passage.figures[at + 1 :]:
        if not one.is_rate or not _NEXT.fullmatch(passage.text, found[-1].end, one.start):
            break
        found.append(one)
    return found


def _name(one: Figure) -> str:
    """What a figure is called: the words right before it."""
    return re.split(r"[，、。;:]", one.before.strip(" ，、。;:的"))[-1].strip()[-_NAME:] or "数"
