"""What a browser makes of elements of which no style sheet says anything: by their names, and by their attributes."""

from __future__ import annotations

from collections.abc import Mapping

from hrss_tui.sources.formats.html.tree import Node

_OF_TAGS: Mapping[str, dict[str, str]] = {
    **{tag: {"line": "line-through"} for tag in ("s", "strike", "del")},
    **{tag: {"marks": "disc"} for tag in ("ul", "menu", "dir")},
    **{tag: {"white-space": "pre"} for tag in ("pre", "xmp", "listing", "plaintext")},
    "ol": {"marks": "decimal"},
    "small": {"font-size": "smaller"},
    "big": {"font-size": "larger"},
    "sup": {"font-size": "smaller"},
    "sub": {"font-size": "smaller"},
    "bdo": {"unicode-bidi": "bidi-override"},
}
_MARKS = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "none": "none",
    "disc": "disc", "circle": "circle", "square": "square",
}  # fmt: skip
_LISTS = ("ol", "ul", "li")
_NOTHING: dict[str, str] = {}
ATTRIBUTES = frozenset(
    ("id", "class", "style", "hidden", "open", "popover", "dir", "color", "bgcolor", "background", "type")
)  # fmt: skip
"""Attributes that say how an element looks, or by which style sheets name it."""


def usual(node: Node) -> dict[str, str]:
    """What any style sheet outweighs."""
    found = _OF_TAGS.get(node.tag, _NOTHING)
    known = node.attributes
    if "hidden" in known or "popover" in known or (node.tag == "dialog" and "open" not in known):
        return {**found, "display": "none"}
    return found


def hinted(node: Node) -> dict[str, str]:
    """What attributes say; rules outweigh it."""
    known = node.attributes
    if not known:
        return _NOTHING
    found: dict[str, str] = {}
    if node.tag == "font" and "color" in known:
        found["color"] = known["color"].lower()
    if "bgcolor" in known:
        found["ground"] = known["bgcolor"].lower()
    if known.get("background"):
        found["picture"] = "url()"
    if node.tag in _LISTS and known.get("type") in _MARKS:
        found["marks"] = _MARKS[known["type"]]
    if known.get("dir", "").lower() in ("rtl", "ltr"):
        found["direction"] = known["dir"].lower()
    return found
