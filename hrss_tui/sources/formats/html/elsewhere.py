"""What of a page points to other pages: the titles of its neighbours (上一篇：…) and of related ones (相关文章).

Such a title is often a whole statement with its figures (全市新增就业4.5万人), of another day and another document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.pages import page_furniture
from hrss_tui.sources.formats.html.tree import Node
from hrss_tui.sources.formats.html.weights import Weight, is_link
from hrss_tui.sources.formats.tokens import Words

_MOST, _SHORT = 3_000, 200
"""Characters of all that points elsewhere in one element, and of what stands beside the titles in it."""
_DAY = re.compile(
    r"(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?", re.ASCII
)
_SIGNS = re.compile(r"[\s\u00a0:：·•|｜>＞»<＜«【】\[\]（）()、，,。.…→←↑↓▲▼■▪◆●—–\-]+")


def elsewhere(root: Node, weights: Mapping[Node, Weight]) -> frozenset[Node]:
    """The elements that are nothing but a label of neighbours or related pages with the titles that it leads to.

    The label of related pages may stand in an element of its own before their titles.
    """
    found: set[Node] = set()
    for holder in root.walk():
        heading: Node | None = None
        for node in holder.elements():
            if heading is not None and _lists(node, weights[node]):
                found |= {heading, node}
                continue
            if weights[node].text:
                heading = node if _heads(node, weights[node]) else None
            if _points(node, weights[node]):
                found.add(node)
    return frozenset(found)


def _heads(node: Node, weight: Weight) -> bool:
    """Is it the label above titles of related pages?"""
    return weight.text < _SHORT and _related().fullmatch(_SIGNS.sub("", "".join(_texts(node)))) is not None


def _lists(node: Node, weight: Weight) -> bool:
    """Is it nothing but titles of other pages, and their days?"""
    return _may_point(weight) and not _rest("".join(_texts(node, linked=False)))


def _points(node: Node, weight: Weight) -> bool:
    """Is it a label with titles?"""
    if not _may_point(weight):
        return False
    beside = "".join(_texts(node, linked=False))
    first = next((text for piece in _texts(node) if (text := _SIGNS.sub("", piece))), "")
    labelled = (
        _labels().match(_SIGNS.sub("", beside))
        or _label().match("".join("".join(_texts(node)).split()))
        or _related().fullmatch(first)
    )
    return labelled is not None and not _rest(beside)


def _may_point(weight: Weight) -> bool:
    short = weight.text < _MOST and weight.text - weight.linked < _SHORT
    return short and weight.links > 0 and not weight.files


def _rest(beside: str) -> str:
    """What is left of the text beside titles without labels, days and signs."""
    return _SIGNS.sub("", _labels().sub("", _DAY.sub("", beside)))


def _texts(node: Node, linked: bool = True) -> Iterator[str]:
    """The text of an element in its order, `linked` or only what stands in no link."""
    waiting: list[Node | Words] = [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, Words):
            yield at.text
        elif linked or not is_link(at):
            waiting += reversed(at.children)


@cache
def _label() -> re.Pattern[str]:
    """A label at the beginning of a link: it is told from other words (相关政策落实到位) by what stands behind it."""
    known = page_furniture()
    return re.compile(
        rf"[【\[（(<＜«■▪]?(?:{re.any_word((*known.neighbours, *known.related))})[】\]）)>＞»:：]"
    )


@cache
def _related() -> re.Pattern[str]:
    return re.compile(re.any_word(page_furniture().related))


@cache
def _labels() -> re.Pattern[str]:
    known = page_furniture()
    return re.compile(re.any_word((*known.neighbours, *known.related, *known.alone)))
