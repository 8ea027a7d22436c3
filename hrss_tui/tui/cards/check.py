"""A check in the reader's language."""

from __future__ import annotations

from hrss_tui.query.check_words import description
from hrss_tui.records import Check
from hrss_tui.tui.desk.desk import Desk


def said(desk: Desk, check: Check) -> str:
    """What must equal what, in the reader's language."""
    return description(check, desk.lang, desk.data.english)
