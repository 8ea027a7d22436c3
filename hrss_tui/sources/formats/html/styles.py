"""The styles of a page: what its sheets say for a screen, and what is written in white."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hrss_tui.sources.formats.html.tree import Node

_WHITE = r"\s{0,9}(?:white|#fff(?:fff)?|rgb\(\s{0,9}255\s{0,9},\s{0,9}255\s{0,9},\s{0,9}255\s{0,9}\))\s{0,9}(?:[;!]|$)"
_PALE = re.compile(rf"(?:^|[;\s])color\s{{0,9}}:{_WHITE}", re.IGNORECASE)
_WHITES = ("white", "#fff", "#ffffff")
_LONGEST = 1_000_000
_DEEPEST = 3
_BRACE = re.compile(r"[{}]")
_WIDE = re.compile(r"@(?:media|supports)\b", re.IGNORECASE)
_OTHER = re.compile(r"\bprint\b|max-(?:device-)?width", re.IGNORECASE)
"""What a condition of a rule names that holds on paper or on a narrow screen."""

_LISTED = re.compile(r"[(),\[\]]")


def is_pale(node: Node) -> bool:
    """Does an element write in white, on no ground of its own?"""
    style = node.attributes.get("style", "")
    if "background" in style.lower():
        return False
    own = node.attributes.get("color", "").strip().lower() if node.tag == "font" else ""
    return own in _WHITES or bool(style and _PALE.search(style))


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


def rules(root: Node) -> Iterator[tuple[str, str]]:
    """Selectors and bodies of what the style sheets of a page say for a screen."""
    for node in root.walk():
        if node.tag == "style" and "print" not in node.attributes.get("media", ""):
            yield from _rules(_without_comments(node.text()[:_LONGEST]))


def _rules(sheet: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Selectors and bodies of the rules that hold on a wide screen."""
    start = 0
    for opened, closed in _braces(sheet):
        head = sheet[start:opened].rpartition(";")[2].strip()
        body, start = sheet[opened + 1 : closed], closed + 1
        if not head.startswith("@"):
            yield head, body
        elif _WIDE.match(head) and not _OTHER.search(head) and depth < _DEEPEST:
            yield from _rules(body, depth + 1)


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
