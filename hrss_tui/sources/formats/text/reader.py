"""A text file as its lines, with the tables that stand in it."""

from __future__ import annotations

from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.text.decoding import decode


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read a text. Raises SourceError, in one line, for what is none."""
    return decode(data, name)
