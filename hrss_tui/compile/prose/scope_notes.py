"""Notes of a document that say what named indicators include: 本公报中 A、B 2 项指标包含 C."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.things import things
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import fold

_THINGS = things()
_NOTE = re.compile(
    r"(?P<names>[^。]{1,200}?)(?:等)?\d{0,4}项?(?:指标|数据)(?:均|都)?(?P<says>(?:不)?(?:包含|包括|含)[^。]+)。?"
)
_PLACE = re.compile(rf"^.*?(?:{re.any_of(_THINGS.names.notes)})中的?")
_NOISE = re.compile(rf"^(?:{re.any_of(_THINGS.names.noise)})+|(?:{re.any_of(_THINGS.names.counted_noise)})$")
_MARKER = re.compile(r"^\d{1,2}[.、]")


class ScopeNote(msgspec.Struct, frozen=True):
    """The indicators a note names, in comparison form, and what it says of them as printed."""

    names: frozenset[str]
    says: str


def scope_notes(blocks: Sequence[Placed]) -> list[ScopeNote]:
    """Every note that names indicators and says what they include."""
    found = []
    for block in blocks:
        text = _MARKER.sub("", fold(block.text.text))
        match = _NOTE.fullmatch(text) if block.kind in (Kind.NOTE, Kind.LIST_ITEM) else None
        if match is not None:
            names = _PLACE.sub("", match["names"]).split("、")
            found.append(ScopeNote(frozenset(map(_key, names)), match["says"]))
    return found


def note_for(subject: str, notes: Sequence[ScopeNote]) -> str | None:
    """What the notes say of a subject."""
    key = _key(fold(subject))
    return next((note.says for note in notes if key in note.names), None)


def _key(name: str) -> str:
    return _NOISE.sub("", name)
