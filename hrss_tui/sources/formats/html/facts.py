"""What a page says of its document beside the text: the 索引号 block, metadata, tools and breadcrumbs around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.pages import index_labels, labels_beside, maker_labels, page_furniture, page_metas
from hrss_tui.sources.formats.blocks import Block, TableBlock
from hrss_tui.sources.formats.draft import flat, folded
from hrss_tui.sources.formats.html.tree import Node

Fact = tuple[str, str]
"""A label without white space, and its value."""

_COLON = re.compile(r"[:：]")
_BRACKETS = str.maketrans("", "", "【】[]（）()〔〕 \u00a0\u3000:：|·/")
_WIDE = re.compile(r"\n|\t|[ \u00a0\u3000]{2,}")
_CRUMB = re.compile(r"\s{0,40}(?:>|＞|»|›|→|/|\\|-)\s{0,40}")
_WORDS = re.compile(r"[\s\u00a0\u3000|:：]+")
_MARKS = " 　|【】[]（）()"
"""What stands around a label and its value."""
_FRONT, _END = 40, 15
"""Blocks at the beginning of a page in which an index may stand; blocks at its end in which its foot may."""
_LONGEST = 100
_SEPARATORS = re.compile(r"[_|]|\s[-—–]\s|——|-(?=[\u3400-\u9fff])")


def metas(root: Node) -> list[Fact]:
    """What the meta elements of a page say."""
    found = []
    for node in root.walk():
        if node.tag == "meta":
            label = page_metas().get(node.attributes.get("name", "").lower())
            value = folded(node.attributes.get("content", ""))
            if label and value:
                found.append((label, value))
    return found


def page_title(root: Node) -> str | None:
    """The title element of a page without the name of the site, which stands behind it."""
    node = next((node for node in root.walk() if node.tag == "title"), None)
    title = folded(_SEPARATORS.split(node.text(), maxsplit=1)[0]) if node else ""
    return title or None


def parted(blocks: Sequence[Block]) -> tuple[list[Fact], list[Block]]:
    """The facts of the 索引号 block and the blocks without it, without breadcrumbs, tools and foot of the page."""
    facts: list[Fact] = []
    rest: list[Block] = []
    index = 0
    while index < len(blocks):
        pairs, taken = _pairs(blocks, index) if index < _FRONT else ([], 0)
        facts += pairs
        if not taken:
            block, taken = blocks[index], 1
            ending = index >= len(blocks) - _END
            shown = block if isinstance(block, TableBlock) else _counters().sub("", block)
            if isinstance(shown, TableBlock) or (shown.strip() and not _is_furniture(shown, ending)):
                rest.append(shown)
        index += taken
    return facts, rest


@cache
def _counters() -> re.Pattern[str]:
    """How often a page was read or a file taken: 下载次数：45次, in brackets or not."""
    words = re.any_word(page_furniture().counters)
    return re.compile(
        rf"[（(【\[]?(?<![\u3400-\u9fff])(?:{words})\s?[:：]\s?[\d,]{{1,12}}\s?(?:人次|次|条|人)?(?:[)）】\]]|(?=[\s|｜]|$))"
    )


def _is_furniture(block: str, ending: bool) -> bool:
    return _is_crumb(block) or _is_tools(block) or (ending and _is_ending(block))


def _pairs(blocks: Sequence[Block], start: int) -> tuple[list[Fact], int]:
    """The pairs that begin at a block, and how many blocks they take; none where there are none."""
    block = blocks[start]
    pairs = _table_pairs(block) if isinstance(block, TableBlock) else _line_pairs(block)
    if pairs:
        return pairs, 1
    at = start
    while at + 1 < len(blocks):
        label, value = blocks[at], blocks[at + 1]
        if not isinstance(label, str) or not isinstance(value, str):
            break
        head, _, told = _split(folded(label))
        if head not in index_labels() or told or _split(folded(value))[0] in index_labels():
            break
        pairs.append((head, folded(value)))
        at += 2
    return (pairs, at - start) if len(pairs) > 1 else ([], 0)


def _table_pairs(table: TableBlock) -> list[Fact]:
    """The pairs of a table of labels and values; none where it is a table of something else."""
    texts = [text for cell in table.cells if (text := flat(cell.text).strip())]
    pairs: list[Fact] = []
    label: str | None = None
    for text in texts:
        if label is None:
            head, colon, value = _split(text)
            if head not in index_labels():
                return []
            if colon and value:
                pairs.append((head, value))
            else:
                label = head
        elif (following := _split(text)[0]) in index_labels():
            label = following
        else:
            pairs.append((label, folded(text)))
            label = None
    return pairs if len(pairs) > 1 else []


def _line_pairs(block: str) -> list[Fact]:
    """The pairs of a line that holds nothing else: 索引号：…　发布日期：…; none of a line that is text."""
    pairs: list[Fact] = []
    for part in _WIDE.split(block):
        for piece in _at_labels(folded(part)):
            head, colon, value = _split(piece)
            if colon and (head in index_labels() or head in labels_beside()):
                pairs.append((head, value))
            elif pairs and not pairs[-1][1]:
                pairs[-1] = (pairs[-1][0], piece)
            else:
                return []
    told = any(label in index_labels() for label, _ in pairs) and all(
        len(value) < _LONGEST for _, value in pairs
    )
    return [each for pair in pairs if pair[1] for each in _day_apart(*pair)] if told else []


_DAY_BEHIND = re.compile(
    r"(?P<name>\S[^\d]{0,60}) (?P<day>(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)"
)


def _day_apart(label: str, value: str) -> list[Fact]:
    """A name with the day behind it (记者：王强 2033-05-07 10:12), which is when the page was published; 有效期 has another."""
    match = _DAY_BEHIND.fullmatch(value) if label in maker_labels() else None
    return [(label, match["name"]), ("发布日期", match["day"])] if match else [(label, value)]


def _at_labels(text: str) -> list[str]:
    """A text cut where a label begins in it."""
    starts = sorted({0, *(match.start(1) for match in _inner_label().finditer(text))})
    parts = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [part for part in parts if part.strip(_MARKS)]


@cache
def _inner_label() -> re.Pattern[str]:
    return re.compile(
        rf"[{re.escape(_MARKS)}]({'|'.join(map(re.escape, sorted(index_labels() | labels_beside(), reverse=True)))}) ?[:：]"
    )


def _split(text: str) -> tuple[str, bool, str]:
    """Label, whether a colon follows, and value of 索 引 号：0123."""
    head, *rest = _COLON.split(text, maxsplit=1)
    return "".join(head.split()).strip(_MARKS), bool(rest), folded(rest[0]).strip(_MARKS) if rest else ""


def _is_crumb(block: str) -> bool:
    text = folded(block)
    if text.startswith(page_furniture().breadcrumbs):
        return True
    parts = _CRUMB.split(text)
    return len(parts) > 1 and len(text) < _LONGEST and parts[0] in page_furniture().homes


def _is_tools(block: str) -> bool:
    words = list(_tool_words(block))
    return bool(words) and all(word in page_furniture().tools for word in words)


def _tool_words(block: str) -> Iterator[str]:
    return (word for part in _WORDS.split(block) if (word := part.translate(_BRACKETS)))


def _is_ending(block: str) -> bool:
    return any(word in block for word in page_furniture().endings)
