"""Shares: of which part and of which whole a percentage is, and how much of a task is done."""

from __future__ import annotations

import msgspec

from hrss_tui.compile.prose import comparisons, distribution, measured, runs, standards, subjects, wholes
from hrss_tui.compile.prose.bases import Base
from hrss_tui.compile.prose.comparisons import Share
from hrss_tui.compile.prose.composing import made
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.told import Time


def shared(at: Situation, quantity: Quantity, share: Share, low: int) -> Reading:
    """A share: of which part, and of which whole, that of the list where none is printed."""
    noun = at.words(low, share.start)
    whole = share.whole or ("" if wholes.has_share(at) else wholes.of_share(at, noun))
    again = not noun and 1 < runs.run(at) <= len(at.context.recent)
    if (share.spread or again or distribution.is_spread(noun) or runs.lists(at, noun)) and (
        parts := runs.spread(at, distribution.without_spread(noun))
    ):
        at.context.spread, at.context.tail = parts[1:], f"{share.verb}{whole}"
        part = parts[0]
    else:
        part = measured.antecedent(at, distribution.without_spread(noun), low)
    if (found := _of_several(at, quantity, share, noun, part)) is not None:
        return found
    subject = Named(f"{part.text.removeprefix(whole + subjects.SEAM)}{share.verb}{whole}", part.line)
    own = distribution.without_spread(noun)
    if own and part is not None and own == part.text and not subjects.is_dependent(own):
        at.context.recent = (*at.context.recent, Named(subject.text, subject.line, quantity.base_unit))
    reading = made(at, quantity, subject, subject.text, None if noun else _risen_time(at))
    return msgspec.structs.replace(reading, against=whole or None, share=True)


def shared_again(at: Situation, quantity: Quantity, low: int) -> Reading | None:
    """How much of another task is done by what was told just before: 完成省定任务的 130%，市定任务的 127%."""
    last = at.context.last
    whole = standards.other_whole(at.squeezed.folded, low, quantity.start)
    if not whole or last is None or not last.share or not last.against or not at.statement.joint:
        return None
    part, done, _ = last.subject.text.partition(f"完成{last.against}")
    if not done:
        return None
    subject = Named(f"{part}完成{whole}", last.subject.line)
    reading = made(at, quantity, subject, subject.text)
    return msgspec.structs.replace(reading, against=whole, share=True)


def _risen_time(at: Situation) -> Time | None:
    """The time of the level that a pair in the same sentence rose to: 增加到 2012 年的 8 万人，占 …的 26%."""
    last = at.context.last
    if last is None or at.frame.moment is not None or not at.statement.joint:
        return None
    risen = last.change is None and comparisons.without_rise(last.subject.text) != last.subject.text
    return last.time if risen else None


def _of_several(at: Situation, quantity: Quantity, share: Share, noun: str, part: Named) -> Reading | None:
    """The first of the shares of one thing in several wholes: 占一般公共预算支出和地区生产总值的比重分别为 18%、3%.

    None where as many things were named or told as there are figures: each of them has its own whole then.
    """
    count = runs.run(at)
    parts = distribution.distributed(share.whole, count) if count > 1 else []
    several = distribution.distributed(distribution.without_spread(noun), count) or (
        not noun and at.context.listed > 1
    )
    if len(parts) != count or several or not (share.spread or distribution.is_spread(noun)):
        return None
    wholes_told = tuple(Base(share.verb + one, one) for one in parts)
    each = [Named(part.text + one.printed, part.line) for one in wholes_told]
    at.context.spread, at.context.tail, at.context.bases = tuple(each[1:]), "", wholes_told
    reading = made(at, quantity, each[0], each[0].text, None if noun else _risen_time(at))
    return msgspec.structs.replace(reading, against=parts[0], share=True)
