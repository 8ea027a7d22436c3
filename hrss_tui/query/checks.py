"""The ledger of arithmetic identities: which of the documents' sums hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.records import Check

STATUSES: Final = ("exact", "rounding", "fails", "not_checkable")


class Asked(msgspec.Struct, frozen=True):
    """Which checks: of a status, of a document, of a kind; None is all."""

    status: str | None = None
    doc_id: str | None = None
    kind: str | None = None


def checks(pack: Pack, asked: Asked) -> tuple[Check, ...]:
    """The checks asked for, in the order of the package."""
    return tuple(
        check
        for check in pack.rows(Check)
        if asked.status in (None, check.status)
        and asked.doc_id in (None, check.doc_id)
        and asked.kind in (None, check.kind)
    )


def counts(found: Sequence[Check]) -> dict[str, int]:
    """Status → how many, in the order of STATUSES."""
    tally = Counter(check.status for check in found)
    return {status: tally[status] for status in STATUSES}
