"""Word files (.docx, .docm): what can be seen of the text. Pages are made when it is printed, so there are none."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.blocks import Block, flattened, write
from hrss_tui.sources.formats.docx.body import Body, Seen
from hrss_tui.sources.formats.docx.heads import Heads, sections, with_units
from hrss_tui.sources.formats.docx.numbering import Counter, read_numbering
from hrss_tui.sources.formats.docx.styles import read_styles
from hrss_tui.sources.formats.draft import Draft
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.ooxml import Package
from hrss_tui.sources.formats.typed import with_typed
from hrss_tui.sources.formats.xml import Element
from hrss_tui.words import phrase

MAIN = "word/document.xml"
_NOTE = "注："


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read a Word file. Raises SourceError, in one line, for what cannot be read."""
    package = Package(data, name, limits)
    root = package.tree(MAIN)
    holder = root.find("w:body") if root else None
    if holder is None:
        raise SourceError(phrase("source.no_text", name=name), phrase("source.damaged.hint"))
    seen = Seen(limits.cells)
    styles = read_styles(package.tree("word/styles.xml"))
    numbering = read_numbering(package.tree("word/numbering.xml"))
    body = Body(name, styles, Counter(numbering), seen)
    body.begin(holder)
    heads = Heads(package, MAIN, Body(name, styles, Counter(numbering), Seen(limits.cells)))
    draft = Draft(name, limits)
    write(tuple(_blocks(holder, body, heads)), draft)
    write(tuple(_notes(package, body)), draft)
    _say(draft, name, seen)
    return draft.file(data, "docx")


def _blocks(holder: Element, body: Body, heads: Heads) -> Iterator[Block]:
    """What stands in the body, section by section where the headers of one say something of its tables."""
    parts = [(part, heads.of(properties)) for part, properties in sections(holder)]
    if not any(units for _, units in parts):
        parts = [(holder, ())]
    for part, units in parts:
        found = tuple(with_typed(tuple(flattened(tuple(body.blocks(part)))), even=False))
        yield from with_units(found, units) if units else found


def _notes(package: Package, body: Body) -> list[Block]:
    """The footnotes that the text refers to, in its order, each told from the text as a note."""
    parts: dict[str, dict[str, list[Block]]] = {}
    found: list[Block] = []
    for part, number in tuple(body.seen.notes):
        if part not in parts:
            root = package.tree(f"word/{part}.xml")
            body.begin(root or Element("", {}))
            parts[part] = {
                note.attributes.get("w:id", ""): list(body.blocks(note))
                for note in (root.children if root else ())
            }
        blocks = parts[part].pop(number, [])
        if blocks and isinstance(blocks[0], str):
            found.append(_NOTE + blocks[0])
            blocks = blocks[1:]
        found += blocks
    return found


def _say(draft: Draft, name: str, seen: Seen) -> None:
    if seen.deleted:
        draft.note(phrase("note.deleted", name=name))
    if seen.hidden:
        draft.note(phrase("note.hidden_text", name=name))
    if seen.pictures:
        draft.note(phrase("note.pictures", name=name, count=seen.pictures))
    if seen.unread:
        draft.note(phrase("note.fields", name=name, count=seen.unread))
    if seen.drawn:
        draft.note(phrase("note.charts", name=name, count=seen.drawn))
    if seen.enclosed:
        draft.note(phrase("note.enclosed", name=name, count=seen.enclosed))
