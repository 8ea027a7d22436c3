"""A check that compares no two amounts: words that should not stand there, a code that is not what its name says."""

from __future__ import annotations

from hrss_tui.compile.checks.basics.identity import Identity, told
from hrss_tui.records import Check


def finding(identity: Identity, reason: str, records: tuple[str, ...] = (), status: str = "fails") -> Check:
    """The finding as a check without sides."""
    return told(identity, status, reason, records)
