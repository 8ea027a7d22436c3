"""Text that a page holds for its scripts only: an article or a table in the data of a program, or in a field that a script copies from.

No script runs here, so such an article is not read. A page that shows it as well holds it twice, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.blocks import Block, TableBlock
from hrss_tui.sources.formats.html.tree import Node

_HOLDERS = ("script", "textarea", "template", "noscript")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARKUP = re.compile(r"<[^<>]{0,300}>|&nbsp;|\\[nrt/]|\s+")
_STATEMENT = re.compile(r"[\u3400-\u9fff\d，、.%％（）《》“”]{8,60}。")
_FEWEST = 3
"""Statements with figures that are an article."""
_AMOUNT = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{4,12}\.\d{1,4})(?![\w.])", re.ASCII
)
_NAME = re.compile(r"[\"'>][\u3400-\u9fff（）、：]{2,30}[\"'<]")
_AMOUNTS = 6
"""Amounts in thousands beside names that are a table: no setting of a program looks so."""
_LONGEST = 2_000_000
"""Characters of a program that are looked at."""


def unshown(root: Node, blocks: Sequence[Block]) -> int:
    """In how many elements an article or a table stands that the page does not show."""
    texts = [_unescaped(node) for node in root.walk() if node.tag in _HOLDERS]
    found = [known for text in texts if any(known := (_statements(text), _amounts(text)))]
    if not found:
        return 0
    shown = "".join("".join(text.split()) for text in _texts(blocks))
    return sum(
        _count(statements, shown) >= _FEWEST or _count(amounts, shown.replace(",", "")) >= _AMOUNTS
        for statements, amounts in found
    )


def _count(found: set[str], shown: str) -> int:
    """How many of some texts a page does not show."""
    return sum(each not in shown for each in found)


def _unescaped(node: Node) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), node.text()[:_LONGEST])


def _statements(text: str) -> set[str]:
    """What ends like a sentence and holds a figure, where there are enough."""
    plain = _MARKUP.sub("", text)
    found = {each for each in _STATEMENT.findall(plain) if any(map(str.isdigit, each))}
    return found if len(found) >= _FEWEST else set()


def _amounts(text: str) -> set[str]:
    """The amounts of a table in data with names, where there are enough."""
    names = next((True for at, _ in enumerate(_NAME.finditer(text), 1) if at >= _FEWEST), False)
    found = {each.replace(",", "") for each in _AMOUNT.findall(text)} if names else set()
    return found if len(found) >= _AMOUNTS else set()


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from (cell.text for cell in block.cells)
        else:
            yield block
