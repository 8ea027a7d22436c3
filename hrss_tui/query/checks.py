"""The ledger of arithmetic identities: which of the documents' sums hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from hrss_tui.errors import UsageError
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.records import Check
from hrss_tui.words import listed, phrase
from hrss_tui.words.check_kinds import KINDS

STATUSES: Final = ("exact", "rounding", "fails", "not_checkable")


class Asked(msgspec.Struct, frozen=True):
    """Which checks: of a status, of a document, of a kind; None is all."""

    status: str | None = None
    doc_id: str | None = None
    kind: str | None = None


def checks(pack: Pack, asked: Asked) -> tuple[Check, ...]:
    """The checks asked for, in the order of the package; only the documents that have some are read.

    Raises UsageError for a status, document or kind that there is not: of those no check fails, whatever is in the package.
    """
    places = Places(pack)
    _known(pack, places, asked)
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


def _known(pack: Pack, places: Places, asked: Asked) -> None:
    """Raise UsageError where something asked for is a name of nothing."""
    if asked.status not in (None, *STATUSES):
        hint = phrase("error.not_one_of.hint", known=listed(STATUSES))
        raise UsageError(phrase("error.not_one_of", value=asked.status), hint)
    documents = dict.fromkeys(
        (*pack.column("documents", "doc_id"), *(doc_id for doc_id, _, _ in places.checks))
    )
    if asked.doc_id not in (None, *documents):
        hint = phrase("error.no_document.hint", docs=listed(documents))
        raise UsageError(phrase("error.no_document", doc=asked.doc_id), hint)
    kinds = {kind for _, kind, _ in places.checks}
    if asked.kind not in (None, *KINDS, *kinds):
        hint = phrase("error.no_check_kind.hint", kinds=listed(sorted(kinds) or KINDS))
        raise UsageError(phrase("error.no_check_kind", kind=asked.kind), hint)


def _fits(asked: Asked, doc_id: str, kind: str, status: str) -> bool:
    return asked.status in (None, status) and asked.doc_id in (None, doc_id) and asked.kind in (None, kind)


def counts(found: Sequence[Check]) -> dict[str, int]:
    """Status → how many, in the order of STATUSES."""
    tally = Counter(check.status for check in found)
    return {status: tally[status] for status in STATUSES}
