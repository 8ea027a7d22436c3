"""The ledger of arithmetic identities: which of the documents' sums hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.records import Check

STATUSES: Final = ("exact", "rounding", "fails", "not_checkable")


class Asked(msgspec.Struct, frozen=True):
    """Which checks: of a status, of a document, of a kind; None is all."""

    status: str | None = None
    doc_id: str | None = None
    kind: str | None = None


def checks(pack: Pack, asked: Asked) -> tuple[Check, ...]:
    """The checks asked for, in the order of the package; only the documents that have some are read."""
    places = Places(pack)
    documents = dict.fromkeys(doc_id for doc_id, *rest in places.checks if _fits(asked, doc_id, *rest))
    found = [
        (place, check)
        for doc_id in documents
        for place, check in zip(
            places.of(Check.TABLE, doc_id), DocumentPack(pack, places, doc_id).rows(Check), strict=True
        )
        if _fits(asked, check.doc_id, check.kind, check.status)
    ]
    return tuple(check for _, check in sorted(found, key=lambda one: one[0]))


def _fits(asked: Asked, doc_id: str, kind: str, status: str) -> bool:
    return asked.status in (None, status) and asked.doc_id in (None, doc_id) and asked.kind in (None, kind)


def counts(found: Sequence[Check]) -> dict[str, int]:
    """Status → how many, in the order of STATUSES."""
    tally = Counter(check.status for check in found)
    return {status: tally[status] for status in STATUSES}
