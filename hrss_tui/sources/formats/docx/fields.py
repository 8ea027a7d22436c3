"""Fields whose value was never worked out: what they would show is not in the file, and what stands beside it is a part.

A field is complex (begin, its instruction, separate, its value, end, in runs of their own) or one element.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.formats.xml import Element

UNREAD = "\ufffd"
_VALUES = ("=", "DOCPROPERTY", "DOCVARIABLE", "LINK", "MERGEFIELD", "REF")
"""What instructions begin with that put a value into the text; others show nothing, or what is no figure."""


def is_empty(field: Element) -> bool:
    """Is it a field in one element with a value that is not there?"""
    return _shows(field.attributes.get("w:instr", "")) and not any(
        each.tag == "w:t" and each.text for each in field.walk()
    )


def _shows(instruction: str) -> bool:
    return instruction.strip().upper().startswith(_VALUES)


class Fields:
    """The complex fields that are open: instruction, and how many parts of the text there were before the value."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []

    def say(self, instruction: str) -> None:
        """A part of the instruction of the innermost field."""
        if self._open:
            said, parts = self._open.pop()
            self._open.append((said + instruction, parts))

    def mark(self, kind: str, parts: Sequence[str]) -> str:
        """Take in a mark of a field; the sign for a value that is not there, where one ends without."""
        if kind == "begin":
            self._open.append(("", len(parts)))
        elif kind == "end" and self._open:
            instruction, before = self._open.pop()
            if _shows(instruction) and not "".join(parts[before:]):
                return UNREAD
        return ""
