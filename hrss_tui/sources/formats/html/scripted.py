"""Text that a page holds for its scripts only: an article in the data of a program, or in a field that a script copies from.

No script runs here, so such an article is not read. A page that shows it as well holds it twice, and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hrss_tui.sources.formats.blocks import Block, TableBlock
from hrss_tui.sources.formats.html.tree import Node

_HOLDERS = ("script", "textarea", "template", "noscript")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARKUP = re.compile(r"<[^<>]{0,300}>|&nbsp;|\\[nrt/]|\s+")
_STATEMENT = re.compile(r"[\u3400-\u9fff\d，、.%％（）《》“”]{8,60}。")
_FEWEST = 3
"""Statements with figures that are an article."""
_LONGEST = 2_000_000
"""Characters of a program that are looked at."""


def unshown(root: Node, blocks: Sequence[Block]) -> int:
    """In how many elements an article stands that the page does not show."""
    holders = [node for node in root.walk() if node.tag in _HOLDERS]
    found = [statements for node in holders if len(statements := _statements(node)) >= _FEWEST]
    if not found:
        return 0
    shown = "".join("".join(text.split()) for text in _texts(blocks))
    return sum(sum(each not in shown for each in statements) >= _FEWEST for statements in found)


def _statements(node: Node) -> set[str]:
    """What ends like a sentence and holds a figure."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), node.text()[:_LONGEST])
    plain = _MARKUP.sub("", text)
    return {each for each in _STATEMENT.findall(plain) if any(map(str.isdigit, each))}


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from (cell.text for cell in block.cells)
        else:
            yield block
