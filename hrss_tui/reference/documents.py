"""How to tell what kind of document a text is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec


class KindRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind and the patterns that give it away, in the title, anywhere, or anywhere in a text without a title.

    `headlines`: news has such words in its titles too.
    """

    kind: str
    title: tuple[str, ...]
    text: tuple[str, ...]
    untitled: tuple[str, ...] = ()
    headlines: bool = False


class TurnsRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind that is told by paragraphs that begin with one of these words and a colon, so many at least."""

    kind: str
    words: tuple[str, ...]
    least: int


class ChaptersRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind that is told by what its chapters are about: words of so many of the groups at least."""

    kind: str
    groups: tuple[tuple[str, ...], ...]
    least: int


class PhaseRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phase, the words of a title that give it away, the kinds of documents that are of it without them.

    `words` tell it in the other lines of such a document.
    """

    phase: str
    title: tuple[str, ...]
    kinds: tuple[str, ...]
    words: tuple[str, ...]


class LabelRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of label and the words before the colon that are of it."""

    name: str
    words: tuple[str, ...]


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands around a document and how titles and bodies end. See the comments of documents.toml."""

    controls: tuple[str, ...]
    title_endings: tuple[str, ...]
    body_endings: tuple[str, ...]
    deed_endings: tuple[str, ...]
    authority_endings: tuple[str, ...]
    letterheads: tuple[str, ...]


class _File(msgspec.Struct, frozen=True):
    kinds: tuple[KindRule, ...]
    turns: TurnsRule
    chapters: ChaptersRule
    phases: tuple[PhaseRule, ...]
    labels: tuple[LabelRule, ...]
    page: PageWords


@cache
def _file() -> _File:
    raw = tomllib.loads((Path(__file__).parent / "documents.toml").read_text("utf-8"))
    return msgspec.convert(raw, _File)


def document_kinds() -> tuple[KindRule, ...]:
    """The rules, first match wins."""
    return _file().kinds


def document_turns() -> TurnsRule:
    """How a conversation is told from other texts."""
    return _file().turns


def document_chapters() -> ChaptersRule:
    """How a text without a title is told by its chapters."""
    return _file().chapters


def document_labels() -> tuple[LabelRule, ...]:
    """The labels of values that stand around a document."""
    return _file().labels


def page_words() -> PageWords:
    """Words of a page's controls, endings of titles and of bodies."""
    return _file().page


def document_phase(kind: str, title: str, lines: Iterable[str] = ()) -> str:
    """budget, final, or none for a document that is neither.

    Where the title of a document about money does not say which, the first of its other `lines` that does tells.
    """
    rules = _file().phases
    named = next((rule.phase for rule in rules if any(word in title for word in rule.title)), None)
    implied = next((rule.phase for rule in rules if kind in rule.kinds), None)
    if named is not None or implied is None or any(word in title for rule in rules for word in rule.words):
        return named or implied or "none"
    said = (rule.phase for line in lines for rule in rules if any(word in line for word in rule.words))
    return next(said, implied)
