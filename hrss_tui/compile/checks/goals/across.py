"""The same quantity in several documents: end-of-year bases, targets and outcomes, spans of years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import (
    Identity,
    Quantity,
    compare,
    not_checkable,
    percentage,
    show,
    total,
)
from hrss_tui.compile.checks.prose.sentences import PERCENT, Prose, is_absolute, quantity, signed
from hrss_tui.records import Check, Document, Observation
from hrss_tui.reference import figure_words
from hrss_tui.reference.checks import indicator_sums
from hrss_tui.reference.indicators import indicator_name
from hrss_tui.reference.turns import turns
from hrss_tui.words.check_reasons import because

_TURNS = turns()
_YEAR_END = re.compile(rf"(\d{{4}})年?(?:{re.any_of(_TURNS.time.ends_of)})")
_MOST = 8  # documents against whose bases one growth rate is checked
_DAY = re.compile(r"(\d{4})-12-31")


class Base(msgspec.Struct, frozen=True):
    """A level that a document implies: at the end of a year, today's level less the change since."""

    indicator: str
    day: str
    level: Observation
    change: Observation
    title: str

    @property
    def quantity(self) -> Quantity:
        """The level at that day."""
        return quantity(self.level) - signed(self.change)

    @property
    def words(self) -> str:
        """How it is derived."""
        sign = "+" if self.change.change == "decrease" else "−"
        value = show(self.quantity.value, self.level.base_unit)
        return f"《{self.title}》推得 {value}（{self.level.printed} {sign} {self.change.printed}）"


def checks(found: Sequence[Prose]) -> Iterator[Check]:
    """Bases that two documents of a place imply, and growth against them."""
    bases = [base for each in found for base in _bases(each)]
    yield from _twice(bases)
    yield from _against_parts(found, bases)


def title(found: Prose) -> str:
    """Title of the document."""
    return next((row.title for row in found.papers.of(Document)), found.papers.doc_id)


def _bases(found: Prose) -> Iterator[Base]:
    for row in found.rows:
        if row.change is None or not is_absolute(row) or row.indicator_id is None:
            continue
        level = found.level(row.indicator_id, row.period)
        day = _day(row)
        if level is not None and day is not None and level.base_unit == row.base_unit:
            yield Base(row.indicator_id, day, level, row, title(found))


def _day(row: Observation) -> str | None:
    """The end of the year that a change is measured against; None where that is no end of a year."""
    against = (row.against or "").replace(" ", "")
    match = _YEAR_END.search(against)
    if match:
        return f"{match[1]}-12-31"
    plan = next((entry for entry in figure_words().plans if entry.word in against), None)
    if plan is not None and against.endswith("末"):
        return f"{plan.last}-12-31"
    own = _DAY.fullmatch(row.period or "")
    return f"{int(own[1]) - 1}-12-31" if own and against in ("上年末", "去年末", "上年底") else None


def _twice(bases: Sequence[Base]) -> Iterator[Check]:
    """What a later document implies against what the first one does."""
    first: dict[tuple[str, str, str], Base] = {}
    for base in bases:
        earlier = first.setdefault((base.indicator, base.day, base.level.base_unit), base)
        if earlier.level.doc_id == base.level.doc_id:
            continue
        words = f"{indicator_name(base.indicator)}：两份文件推出的 {base.day[:4]} 年末数相同"
        context = f"{base.words}，{earlier.words}"
        identity = Identity("derived_base", words, base.change, base.level.base_unit, context=context)
        yield compare(identity, base.quantity, earlier.quantity)


def _against_parts(found: Sequence[Prose], bases: Sequence[Base]) -> Iterator[Check]:
    """Growth of a sum since a day at which a document implies its parts."""
    by_document: dict[str, dict[str, dict[str, Base]]] = {}
    for base in bases:
        by_document.setdefault(base.day, {}).setdefault(base.level.doc_id, {}).setdefault(
            base.indicator, base
        )
    sums = {entry.total: entry.parts for entry in indicator_sums()}
    bases_of = {
        day: {parts: _complete(documents.values(), parts) for parts in sums.values()}
        for day, documents in by_document.items()
    }
    for each in found:
        counted = {(row.indicator_id, row.period) for row in each.rows if row.change and is_absolute(row)}
        for row in each.rows:
            parts = sums.get(row.indicator_id or "")
            level = each.level(row.indicator_id, row.period) if row.indicator_id else None
            if row.change is None or row.base_unit != PERCENT or level is None or parts is None:
                continue
            if (row.indicator_id, row.period) in counted:  # the document itself gives the change in numbers
                continue
            complete = bases_of.get(_day(row) or "", {}).get(parts, [])
            yield from (_growth(row, level, whole) for whole in complete)
            if not complete:
                identity = Identity("growth_base", row.subject, row, PERCENT)
                yield not_checkable(identity, because("no_base"), quantity(row))


def _complete(documents: Iterable[Mapping[str, Base]], parts: Sequence[str]) -> list[list[Base]]:
    """The bases of all parts, from the first documents that imply every one of them."""
    whole = ([known[part] for part in parts] for known in documents if all(part in known for part in parts))
    return list(islice(whole, _MOST))


def _growth(row: Observation, level: Observation, parts: Sequence[Base]) -> Check:
    base = total(part.quantity for part in parts)
    words = (
        f"{row.subject} {row.printed}% = 本期数 ÷ 由《{parts[0].title}》推得的 "
        f"{parts[0].day[:4]} 年末 {len(parts)} 项之和 − 1"
    )
    context = because("implied_base", title=parts[0].title, value=show(base.value, level.base_unit))
    identity = Identity("growth_base", words, row, PERCENT, parts[0].level.doc_id, context)
    now = quantity(level)
    change = Quantity(now.value - base.value, now.error, now.ids)
    return percentage(identity, signed(row), change, base)
