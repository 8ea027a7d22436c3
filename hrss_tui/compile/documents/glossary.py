"""名词解释 to `glossary`: each term with its definition, wherever a document explains its terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source, claims
from hrss_tui.compile.basics.missing import missing
from hrss_tui.compile.basics.money import plain
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.records import GlossaryTerm, Unread
from hrss_tui.reference.narrative import narrative_words
from hrss_tui.sources import marks
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Text, close_gaps, concat

_NUMBER = re.compile(
    r"\s*(?:\d{1,3}[.、．]|(?:\(\s*[一二三四五六七八九十百\d]+\s*\)|[①-⑳㈠-㈩])[.、．]?|[一二三四五六七八九十百]+、)?\s*",
    re.ASCII,
)
_COLON = re.compile(r"(?P<term>[^，;。:]{1,40}?)\s*+:\s*+")
_DIGIT = re.compile(r"\d")


class _Entry(msgspec.Struct, frozen=True):
    """Joined text of a term and its definition: text[term] is the one, text[definition:] the other."""

    text: Text
    term: tuple[int, int]
    definition: int


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?:{spaced(narrative_words().glossary.headings)})\s*$")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<term>[^，;。:]{{1,40}}?)\s*+(?:，\s*+)?(?={spaced(narrative_words().glossary.verbs)})"
    )


def extract(source: Source, _found: Harvest) -> Harvest:
    """The terms of every glossary of the document; of two definitions of a term the first.

    A second definition, and a numbered entry in which no term can be told, are rows of `unread`.
    """
    records: dict[str, GlossaryTerm] = {}
    made: list[Claim] = []
    unread: list[Unread] = []
    for heading, text in _texts(source.blocks):
        entry = _entry(text)
        row = _row(source, entry) if entry else None
        if entry is None or row is None:
            if _numbered(text):
                unread.append(missing(source, text, "row", "unreadable", GlossaryTerm.TABLE, heading, None))
        elif row.term in records:
            unread.append(missing(source, text, "row", "repeated", GlossaryTerm.TABLE, heading, row.term))
        else:
            records[row.term] = row
            made += _claims(source, entry, row.term)
    return Harvest((*records.values(), *unread), tuple(made))


def _texts(blocks: Sequence[Placed]) -> Iterator[tuple[str, Text]]:
    """The entries of every glossary, each with the heading above it."""
    for start, block in enumerate(blocks):
        if block.kind is Kind.HEADING and _heading().search(block.text.text):
            for group in _groups(blocks, start):
                yield close_gaps(block.text.text), concat([part.text for part in group])


def _groups(blocks: Sequence[Placed], heading: int) -> Iterator[list[Placed]]:
    """The blocks of one entry each: from one that starts an entry up to the next."""
    group: list[Placed] = []
    for at, block in enumerate(blocks[heading + 1 :], heading + 1):
        over = block.kind is Kind.HEADING and (
            (block.raw.rank and block.level <= blocks[heading].level) or _opens_another(blocks[at : at + 2])
        )
        signed = marks.is_byline(block.text.text.strip()) and (
            not group or marks.is_ended(group[-1].text.text)
        )
        if over or signed or block.kind is Kind.TABLE_ROW or _is_attached(block.text):
            break
        if group and _starts(group[-1], block):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _is_attached(text: Text) -> bool:
    """Does a line name what is attached, behind all terms: 附件：2033年部门预算公开表?"""
    entry = _entry(text)
    return (
        entry is not None
        and text.text[slice(*entry.term)].rstrip(" 0123456789一二三四五")
        in narrative_words().glossary.attached
    )


def _opens_another(blocks: Sequence[Placed]) -> bool:
    """Is the first block the title of another part: a line without number that no definition follows?"""
    head = blocks[0]
    return head.raw.number is None and _entry(concat([block.text for block in blocks])) is None


def _starts(last: Placed, block: Placed) -> bool:
    """Does an entry start here: with a number, or with a term behind a full stop?"""
    if block.raw.number is not None:
        return True
    return marks.is_ended(last.text.text) and _term(plain(block.text.text), 0) is not None


def _term(form: str, start: int) -> re.Match[str] | None:
    """A term before its colon, else before 是指; the match ends where the definition begins."""
    return _COLON.match(form, start) or _verb().match(form, start)


def _entry(text: Text) -> _Entry | None:
    form = plain(text.text)
    number = _NUMBER.match(form)
    match = _term(form, number.end() if number else 0)
    return _Entry(text, match.span("term"), match.end()) if match else None


def _numbered(text: Text) -> bool:
    """Does an entry begin with a number of its own?"""
    number = _NUMBER.match(plain(text.text))
    return number is not None and bool(number[0].strip())


def _row(source: Source, entry: _Entry) -> GlossaryTerm:
    text = entry.text.text
    return GlossaryTerm(
        term=close_gaps(text[slice(*entry.term)]),
        definition=close_gaps(text[entry.definition :]),
        doc_id=source.doc_id,
        line_start=entry.text.line_start,
        line_end=entry.text.line_end,
    )


def _claims(source: Source, entry: _Entry, term: str) -> Iterator[Claim]:
    """A definition is the record of its figures."""
    text = entry.text.text
    if _DIGIT.search(text, 0, entry.term[0]):
        yield from claims(entry.text, 0, entry.term[0], "heading_number", fact=False)
    if _DIGIT.search(text, entry.term[0]):
        yield from claims(entry.text, entry.term[0], len(text), f"{source.doc_id}:{term}")
