"""The style sheets of a page: the rules that hold on a wide screen, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.tree import Node

_LONGEST = 8_000_000
"""Characters of all sheets that are followed."""
_LONGEST_SELECTORS = 10_000
_DEEPEST = 3
_SCREEN = 1_440.0
"""How wide the screen of a reader is, in pixels."""
_EM = 16.0
_BRACE = re.compile(r"[{}]")
_NESTING = re.compile(r"@(media|supports|layer)\b", re.IGNORECASE)
_NOT = re.compile(r"\s{0,9}not\b")
_OTHER_MEDIA = re.compile(r"\b(?:print|speech|aural|braille|embossed|handheld|projection|tty|tv)\b")
_FEATURE = re.compile(r"\(\s{0,9}([\w-]{1,40})\s{0,9}(?::\s{0,9}([\w.-]{1,40})\s{0,9})?\)")
_LENGTH = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(px|em|rem)?")
_SCREENS = {
    "orientation": "landscape", "prefers-color-scheme": "light", "hover": "hover", "any-hover": "hover", "pointer": "fine",
    "any-pointer": "fine", "prefers-reduced-motion": "no-preference", "scripting": "enabled",
}  # fmt: skip
"""What is asked of a screen → what one says that a document is read on."""
_ENGINES = re.compile(r"-(?:ms|moz|webkit-touch)-")
"""Properties that only one browser knows: asked for to tell it from others."""
_GLUED = re.compile(r"&[\w-]")
"""No name of a class goes on behind a sign for the selectors of the rule around."""
_LISTED = re.compile(r"[(),\[\]]")


class Rule(msgspec.Struct, frozen=True):
    """A rule as it is written; `layered` rules yield to those that are in no layer."""

    selectors: str
    body: str
    layered: bool


def listed(selectors: str) -> list[str]:
    """The selectors of a rule: what has commas in brackets of its own, `:not(.a, .b)`, is one."""
    found, begin, depth = [], 0, 0
    for match in _LISTED.finditer(selectors):
        sign = match[0]
        depth = max(depth + (sign in "([") - (sign in ")]"), 0)
        if sign == "," and not depth:
            found.append(selectors[begin : match.start()])
            begin = match.end()
    return [*found, selectors[begin:]]


def sheets(root: Node, linked: Mapping[str, str]) -> list[str]:
    """The style sheets that stand in a page, or are linked to and stand beside it, and hold on a screen."""
    return [
        text
        for node in root.walk()
        if node.tag in ("style", "link") and holds(node.attributes.get("media", ""))
        if (text := node.text() if node.tag == "style" else linked.get(node.attributes.get("href", ""), ""))
    ]


def rules(texts: Sequence[str]) -> Iterator[Rule]:
    """What style sheets say for a screen; nothing of what is `beyond`."""
    left = _LONGEST
    for text in texts:
        yield from _rules(_without_comments(text[:left]))
        left = max(left - len(text), 0)


def beyond(texts: Sequence[str]) -> bool:
    """Are there more rules than are followed?"""
    return sum(map(len, texts)) > _LONGEST


def holds(condition: str) -> bool:
    """Does a list of conditions (media) hold on a wide screen? One that is not known does not."""
    return any(_query_holds(query) for query in condition.lower().split(","))


def _query_holds(query: str) -> bool:
    if "\\" in query:
        return False
    holding = _OTHER_MEDIA.search(query) is None and all(
        _feature_holds(match[1], match[2] or "") for match in _FEATURE.finditer(query)
    )
    asked = query.count("(") == sum(1 for _ in _FEATURE.finditer(query))
    return asked and holding is (_NOT.match(query) is None)


def _feature_holds(name: str, value: str) -> bool:
    length = _LENGTH.fullmatch(value)
    if length and name.endswith("width"):
        wide = float(length[1]) * (1.0 if length[2] == "px" else _EM)
        return wide <= _SCREEN if name.startswith("min-") else wide >= _SCREEN and name.startswith("max-")
    return _SCREENS.get(name) in (value, value or None) if name in _SCREENS else False


def _rules(sheet: str, depth: int = 0, layered: bool = False, outer: str = "") -> Iterator[Rule]:
    """The rules that hold on a wide screen; `outer` are the selectors of the rule in which they stand."""
    start = 0
    for opened, closed in _braces(sheet):
        head = sheet[start:opened].rpartition(";")[2].strip()
        body, start = sheet[opened + 1 : closed], closed + 1
        nesting = _NESTING.match(head)
        if not head.startswith("@"):
            selectors = _inside(outer, head)
            yield Rule(selectors, _own(body), layered)
            if selectors and "{" in body and depth < _DEEPEST:
                yield from _rules(body, depth + 1, layered, selectors)
        elif nesting and depth < _DEEPEST and _nested_holds(nesting[1].lower(), head[nesting.end() :]):
            yield from _rules(body, depth + 1, layered or nesting[1].lower() == "layer", outer)


def _inside(outer: str, selectors: str) -> str:
    """The selectors of a rule that stands in another one; none where they would be very long."""
    if not outer:
        return selectors
    each = listed(selectors)
    if len(outer) * (len(each) + selectors.count("&")) > _LONGEST_SELECTORS:
        return ""
    around = f":is({outer})" if "," in outer else outer
    known = (one for one in each if not _GLUED.search(one))
    return ",".join(one.replace("&", around) if "&" in one else f"{around} {one}" for one in known)


def _own(body: str) -> str:
    """The declarations of a rule without the rules that stand in it."""
    found, start = [], 0
    for opened, closed in _braces(body):
        found.append(body[start:opened].rpartition(";")[0])
        start = closed + 1
    return ";".join((*found, body[start:]))


def _nested_holds(kind: str, condition: str) -> bool:
    if kind == "media":
        return holds(condition)
    return kind == "layer" or (_NOT.match(condition.lower()) is None and not _ENGINES.search(condition))


def _braces(sheet: str) -> Iterator[tuple[int, int]]:
    """Where each outermost pair of braces opens and closes."""
    depth = opened = 0
    for match in _BRACE.finditer(sheet):
        if match.group() == "{":
            if depth == 0:
                opened = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield opened, match.start()


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join([first, *(part.partition("*/")[2] for part in others)])
