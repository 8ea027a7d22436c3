"""A check that compares no two amounts: words that should not stand there, a code that is not what its name says."""

from __future__ import annotations

from hrss_tui.compile.checks.basics.identity import Identity, record_ids
from hrss_tui.records import Check


def finding(identity: Identity, reason: str, records: tuple[str, ...] = (), status: str = "fails") -> Check:
    """The finding as a check without sides."""
    return Check(
        check_id=identity.check_id,
        kind=identity.kind,
        description=identity.description,
        left=None,
        right=None,
        difference=None,
        tolerance=0.0,
        unit=identity.unit,
        status=status,
        records=record_ids(identity, records),
        reason=reason,
        place_code=identity.at.place_code,
        page=identity.at.page,
        doc_id=identity.at.doc_id,
        line_start=identity.at.line_start,
        line_end=identity.at.line_end,
    )
