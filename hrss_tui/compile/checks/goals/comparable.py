"""What may be compared across documents: figures of one place and one scope, both known.

A document tells of several places: of its own, of the nation, of a part of it. Its figures are dealt out by place and
scope, and each deal is compared by itself. What is of no known place is compared within its document only; what the
comparison of such documents would say is listed as not checkable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.prose.sentences import Prose, prose
from hrss_tui.records import Check, Document, Fact, Observation, Record
from hrss_tui.reference.place_scopes import scope_beside
from hrss_tui.reference.places import trimmed
from hrss_tui.words.check_reasons import because

Family = Callable[[Sequence[Prose]], Iterator[Check]]
Deal = tuple[str | None, str | None]
"""A place and a scope beside it."""

_UNKNOWN = because("unknown_place")


def checks(found: Sequence[Prose], families: Sequence[Family]) -> Iterator[Check]:
    """What the families of checks say of every deal, deal by deal."""
    deals: dict[Deal, list[Prose]] = {}
    for each in found:
        for deal, part in _dealt(each).items():
            deals.setdefault(deal, []).append(part)
    for (place, _), parts in deals.items():
        for family in families:
            yield from family(parts) if place is not None else _unknown(family, parts)


def _unknown(family: Family, parts: Sequence[Prose]) -> Iterator[Check]:
    """Documents of no known place, each by itself; what takes two of them cannot be checked."""
    own = [check for each in parts for check in family([each])]
    yield from own
    if len(parts) > 1:
        known = {check.check_id for check in own}
        for check in family(parts):
            if check.check_id not in known:
                yield msgspec.structs.replace(
                    check, status="not_checkable", right=None, difference=None, reason=_UNKNOWN
                )


def _dealt(found: Prose) -> dict[Deal, Prose]:
    """The figures of a document by place and scope, each deal with what else is stated of that place."""
    own = place_of(found.papers)
    records: dict[Deal, dict[str, list[Record]]] = {}
    for name, rows in found.papers.records.items():
        for row in rows:
            deal = _deal(row, own)
            records.setdefault(deal, {}).setdefault(name, []).append(row)
    documents: list[Record] = list(found.papers.of(Document))
    return {deal: _part(found.papers, {**rows, Document.TABLE: documents}) for deal, rows in records.items()}


def _deal(row: Record, own: str | None) -> Deal:
    if isinstance(row, Observation):
        return row.place, scope_beside(row.scope, row.place)
    code = row.place_code if isinstance(row, Fact) else None
    return (trimmed(code) if code else own), None


def _part(papers: Papers, records: dict[str, list[Record]]) -> Prose:
    return prose(msgspec.structs.replace(papers, records=records))


def place_of(papers: Papers) -> str | None:
    """The place of a document, None where it is unknown."""
    return next((row.place for row in papers.of(Document)), None)
