"""A page of the web as a visitor reads it, without what stands around the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrss_tui.sources.formats.blocks import Block, flattened, write
from hrss_tui.sources.formats.draft import Draft, folded
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.boxes import with_tables
from hrss_tui.sources.formats.html.content import Content
from hrss_tui.sources.formats.html.encoding import Decoded, decode_page
from hrss_tui.sources.formats.html.facts import Fact, metas, page_title, parted
from hrss_tui.sources.formats.html.scripted import unshown
from hrss_tui.sources.formats.html.styles.cascade import Styles
from hrss_tui.sources.formats.html.tree import Node, build
from hrss_tui.sources.formats.html.walk import Walker
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.tokens import tokens
from hrss_tui.sources.formats.typed import with_typed
from hrss_tui.words import phrase

_TITLE = "标题"
_TITLES = (_TITLE, "信息名称", "公文名称", "文件名称", "名称")


def read(data: bytes, name: str, limits: Limits) -> SourceFile:
    """Read a page. Raises SourceError, in one line, for what cannot be read."""
    return read_pages(data, [decode_page(data, name)], {}, name, limits)


def read_pages(
    data: bytes, pages: list[Decoded], sheets: Mapping[str, str], name: str, limits: Limits
) -> SourceFile:
    """Read the pages that a file holds, one after the other; `data` are the bytes of the file.

    `sheets` are the style sheets that it holds beside them, by their addresses.
    """
    draft = Draft(name, limits)
    facts: list[Fact] = []
    for page in pages:
        if page.lost:
            draft.note(phrase("note.undecodable", name=name, count=page.lost, encoding=page.encoding))
        facts += _read_page(page.text, sheets, draft, name, limits)
    return draft.file(data, "html", pages[0].encoding if pages else "utf-8", tuple(dict.fromkeys(facts)))


def _read_page(markup: str, sheets: Mapping[str, str], draft: Draft, name: str, limits: Limits) -> list[Fact]:
    root = build(tokens(markup), name)
    styles = Styles(root, sheets)
    with_tables(root, styles)
    walker = Walker(Content(root, styles), name, limits.cells)
    found, blocks = parted(tuple(flattened(walker.blocks(root))))
    facts = metas(root) + found
    for word, count in walker.missed.counts():
        draft.note(phrase(word, name=name, count=count))
    if (scripted := unshown(root, blocks)) > 0:
        draft.note(phrase("note.scripted", name=name, count=scripted))
    if not styles.followed:
        draft.note(phrase("note.styles", name=name))
    title = next((value for label, value in facts if label in _TITLES), None)
    if title and not _holds(blocks, title):
        draft.prose(title)
    write(tuple(with_typed(blocks, even=True)), draft)
    known = title or _heading(root, blocks) or page_title(root)
    return [(_TITLE, known), *(fact for fact in facts if fact[0] != _TITLE)] if known else facts


def _heading(root: Node, blocks: Sequence[Block]) -> str | None:
    """The only heading of the first rank, where it is part of the document and no sign of the site."""
    headings = [text for node in root.walk() if node.tag == "h1" and (text := folded(node.text()))]
    return headings[0] if len(headings) == 1 and _holds(blocks, headings[0]) else None


def _holds(blocks: Sequence[Block], title: str) -> bool:
    """Does a paragraph hold the title, however it is spaced?"""
    squeezed = "".join(title.split())
    return any(isinstance(block, str) and squeezed in "".join(block.split()) for block in blocks)
