"""What a page hides: by attributes, by the style of an element, by the rules of its own style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from hrss_tui.sources.formats.html.tree import Node

_HIDES = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all"
    r"|text-decoration(?:-line)?\s{0,9}:\s{0,9}line-through",
    re.IGNORECASE,
)
_FADED = re.compile(
    r"(?:font-size|opacity)\s{0,9}:\s{0,9}0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s{0,9}(?:[;!]|$)", re.IGNORECASE
)
_INLINE = ("span", "font", "i", "em", "b", "strong", "u", "a", "small")
"""Elements of a line of text; around others type of no size is a way to close gaps between what they hold."""
_WHITE = r"\s{0,9}(?:white|#fff(?:fff)?|rgb\(\s{0,9}255\s{0,9},\s{0,9}255\s{0,9},\s{0,9}255\s{0,9}\))\s{0,9}(?:[;!]|$)"
_PALE = re.compile(rf"(?:^|[;\s])color\s{{0,9}}:{_WHITE}", re.IGNORECASE)
_WHITES = ("white", "#fff", "#ffffff")
_SIMPLE = re.compile(r"[a-zA-Z0-9]*[.#][\w-]+")
_LONGEST = 1_000_000


def is_pale(node: Node) -> bool:
    """Does an element write in white, on no ground of its own?"""
    style = node.attributes.get("style", "")
    if "background" in style.lower():
        return False
    own = node.attributes.get("color", "").strip().lower() if node.tag == "font" else ""
    return own in _WHITES or bool(style and _PALE.search(style))


class Hidden(msgspec.Struct, frozen=True):
    """Classes and ids that the style sheets of a page hide."""

    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def hides(self, node: Node) -> bool:
        """Can the element not be seen?"""
        known = node.attributes
        style = known.get("style", "")
        if "hidden" in known or _HIDES.search(style):
            return True
        if node.tag in _INLINE and _FADED.search(style) and not any(node.elements()):
            return True
        if known.get("id") in self.ids:
            return True
        return bool(self.classes) and not self.classes.isdisjoint(known.get("class", "").split())


def hidden_by_sheets(root: Node) -> Hidden:
    """What the rules of the page's style sheets hide on a screen, by a class or an id alone."""
    classes: set[str] = set()
    ids: set[str] = set()
    for selectors, body in rules(root):
        if not _HIDES.search(body):
            continue
        for selector in selectors.split(","):
            if _SIMPLE.fullmatch(selector.strip()):
                _, sign, name = selector.strip().partition("." if "." in selector else "#")
                (classes if sign == "." else ids).add(name)
    return Hidden(frozenset(classes), frozenset(ids))


def rules(root: Node) -> Iterator[tuple[str, str]]:
    """Selectors and bodies of what the style sheets of a page say for a screen."""
    for node in root.walk():
        if node.tag == "style" and "print" not in node.attributes.get("media", ""):
            yield from _rules(node.text()[:_LONGEST])


def _rules(sheet: str) -> list[tuple[str, str]]:
    """Selectors and bodies of the rules that hold everywhere; those inside @media are left out."""
    found: list[tuple[str, str]] = []
    depth, start, selectors = 0, 0, ""
    for match in re.finditer(r"[{};]", sheet):
        if match.group() == "{":
            if depth == 0:
                selectors = sheet[start : match.start()]
            depth, start = depth + 1, match.end()
        elif match.group() == "}":
            if depth == 1 and not selectors.strip().startswith("@"):
                found.append((selectors, sheet[start : match.start()]))
            depth, start = max(depth - 1, 0), match.end()
        elif depth == 0:
            start = match.end()
    return found
