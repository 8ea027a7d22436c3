"""Where a project of the narrative begins, how far it goes, and which text each of its labels has.

A project begins at a block that starts with 项目名称： and ends at the next one, at a heading of its own level or
above, or at a table. Its blocks are joined before its labels are looked for, so that neither a page break nor
another wrapping width cuts a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import plain
from hrss_tui.compile.basics.patterns import spaced
from hrss_tui.reference.narrative import narrative_words, project_labels
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Text, concat

_OPENING = 200
"""Characters at the head of a block within which a project is named."""


class Field(msgspec.Struct, frozen=True):
    """The value of a label: text[start:end] without outer white space; `note` stands in brackets after the label."""

    key: str
    start: int
    end: int
    note: str


class ProjectText(msgspec.Struct, frozen=True):
    """The joined text of one project; `plain` is it in one form (see money.plain), offsets are the same."""

    project_id: str
    text: Text
    plain: str
    fields: tuple[Field, ...]
    number: str | None

    def field(self, key: str) -> Field | None:
        """The first field of that key that is not empty."""
        return next((field for field in self.fields if field.key == key and field.start < field.end), None)


@cache
def _name_pattern() -> re.Pattern[str]:
    labels = spaced(narrative_words().projects.name)
    return re.compile(
        rf"[\W㈠-㈩①-⑳]*+(?:[一二三四五六七八九十百]++|\d++)?+\W*+(?P<label>{labels})\s*(?:\([^()]*\)\s*)?:"
    )


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = spaced([label for label, _ in project_labels()])
    return re.compile(rf"(?P<label>{labels})\s*(?:\((?P<note>[^()]*)\)\s*)?:")


@cache
def _keys() -> dict[str, str]:
    return dict(project_labels())


def projects(source: Source) -> Iterator[ProjectText]:
    """Every project of the document in printed order."""
    starts = [index for index, block in enumerate(source.blocks) if _opens(block)]
    for order, start in enumerate(starts, 1):
        blocks = [source.blocks[index] for index in range(start, _end(source.blocks, start))]
        text = concat([block.text for block in blocks])
        heads, offset = set(), 0
        for block in blocks:
            heads.add(offset)
            offset += len(block.text.text)
        form = plain(text.text)
        head = _name_pattern().match(form[:_OPENING])
        if head:
            heads.add(head.start("label"))
        fields = tuple(_fields(form, heads))
        yield ProjectText(f"{source.doc_id}:project-{order}", text, form, fields, blocks[0].raw.number)


def _opens(block: Placed) -> bool:
    return block.kind is not Kind.TABLE_ROW and bool(_name_pattern().match(plain(block.text.text[:_OPENING])))


def _end(blocks: Sequence[Placed], start: int) -> int:
    """Index of the first block behind the project that starts at `start`."""
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        heading = block.kind is Kind.HEADING and block.raw.rank and block.level <= blocks[start].level
        if heading or block.kind is Kind.TABLE_ROW or _opens(block):
            return index
    return len(blocks)


def _fields(text: str, heads: set[int]) -> Iterator[Field]:
    """Values between the labels of a text; a label stands at the head of a block or behind punctuation."""
    found = [
        match
        for match in _label_pattern().finditer(text)
        if match.start() in heads or not text[match.start() - 1 : match.start()].isalnum()
    ]
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=False):
        value = text[match.end() : end]
        start = match.end() + len(value) - len(value.lstrip())
        key = _keys()[re.sub(r"\s", "", match["label"])]
        yield Field(key, start, max(start, match.end() + len(value.rstrip())), match["note"] or "")
