"""How many people a filing says that its department has: what an amount is per head of.

of_filings(pack, filings)        # of each filing: basis → count, with the figure of prose that states it
shared(found, filings)           # the one basis by which most of them count

A number counts only where its subject is the department as a whole. Where a document gives several that differ (one a
unit), it does not say how many there are, and nothing is added up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import Filing
from hrss_tui.query.places import fold
from hrss_tui.records import Observation
from hrss_tui.reference.spending import people, staff_bases

_HALF: Final = 2


class Staff(msgspec.Struct, frozen=True):
    """So many people, counted by a basis, as a figure of a document states it of a period."""

    basis: str
    count: int
    record_id: str
    doc_id: str
    line_start: int
    period: str | None

    def per_head(self, amount: int) -> int:
        """The amount of one of them, in whole 分, halves up."""
        whole, rest = divmod(amount, self.count)
        return whole + (_HALF * rest >= self.count)


Counted = Mapping[str, Staff]
"""Basis → what a filing states by it."""


def of_filings(
    pack: Pack, chosen: Sequence[Filing], going: Callable[[int, int], bool] | None = None
) -> dict[str, Counted]:
    """What each filing states, by its document; `going` hears how far it is and says whether it is still wanted."""
    places = Places(pack)
    known = places.counts(Observation.TABLE)
    found: dict[str, Counted] = {}
    for done, one in enumerate(chosen):
        if going is not None and not going(done, len(chosen)):
            break
        if one.doc_id in known:
            found[one.doc_id] = _of_filing(DocumentPack(pack, places, one.doc_id), one)
    return found


def shared(found: Mapping[str, Counted], chosen: Iterable[Filing]) -> str:
    """The basis that most filings state, the first of equals; empty where none states any."""
    own = [found.get(one.doc_id, {}) for one in chosen]
    counts = {basis.key: sum(basis.key in counted for counted in own) for basis in staff_bases()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else ""


def _of_filing(pack: Pack, filing: Filing) -> Counted:
    hints = people().hints
    subjects = pack.column(Observation.TABLE, "subject")
    rows = pack.rows(
        Observation, [at for at, subject in enumerate(subjects) if any(hint in subject for hint in hints)]
    )
    stated: dict[str, list[Staff]] = {}
    for row in rows:
        basis = _basis(row, filing)
        if basis:
            count = int(row.base_value)
            staff = Staff(basis, count, row.observation_id, row.doc_id, row.line_start, row.period)
            stated.setdefault(basis, []).append(staff)
    return {basis: each[0] for basis, each in stated.items() if len({one.count for one in each}) == 1}


def _basis(row: Observation, filing: Filing) -> str:
    """By which basis a figure counts the department's people; empty where it does not."""
    plain = row.kind == "actual" and row.operator == "=" and row.change is None and row.scope is None
    whole = row.base_unit in people().units and row.base_value > 0 and row.base_value.is_integer()
    if not plain or not whole or not _is_of_year(row.period, filing.year):
        return ""
    *above, last = (_called(part, filing.department) for part in row.subject.split())
    return last if all(part is not None for part in above) and last else ""


def _is_of_year(period: str | None, year: int | None) -> bool:
    """Of the year of the filing, or of the one before, at whose end a budget is made."""
    return not period or year is None or period[:4] in (str(year), str(year - 1))


def _called(part: str, department: str) -> str | None:
    """The basis that a part of a subject names; empty where it names the department only, None where something else."""
    text = fold(part).removeprefix(fold(department))
    for rest in _without_front(text):
        for basis in staff_bases():
            if rest in basis.words:
                return basis.key
        if not rest:
            return ""
    return None


def _without_front(text: str) -> Iterator[str]:
    """The text, and what is left of it as words that may stand before are taken off, the longest first."""
    before = sorted(people().before, key=len, reverse=True)
    while True:
        yield text
        word = next((word for word in before if text.startswith(word)), None)
        if word is None or not text:
            return
        text = text.removeprefix(word)
