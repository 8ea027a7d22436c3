"""Several bases that one thing is measured against, of which each figure has one: 同比、环比分别 …, 比全国、全省分别高 …."""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import distribution
from hrss_tui.compile.prose.comparisons import Change
from hrss_tui.reference.statements import statement_words

_TWO = re.compile(r"(同比|环比)[、和与](同比|环比)")
_MARKS = ("比", "较", *statement_words().standards.than)


class Base(msgspec.Struct, frozen=True, gc=False):
    """A base as it is printed before the verb (比全省), and what it is (全省)."""

    printed: str
    against: str


def bases(found: Change, noun: str, stated: int, count: int) -> tuple[Base, ...]:
    """The base of each of `count` figures; () where there is one, or where as many things were named or stated."""
    if two := _TWO.fullmatch(found.phrase):
        return tuple(Base(base, base) for base in two.groups())
    several = found.spread and count > 1 and found.phrase.startswith(_MARKS)
    if not several or (not noun and stated >= count) or distribution.distributed(noun, count):
        return ()
    parts = distribution.distributed(found.base, count)
    mark = found.phrase.partition(found.base)[0]
    return tuple(Base(mark + part, part) for part in parts)
