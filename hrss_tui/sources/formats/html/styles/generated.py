"""Text that a style sheet puts before or after that of an element."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import category

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.styles.lengths import pixels
from hrss_tui.sources.formats.html.styles.looks import Look, look
from hrss_tui.sources.formats.html.styles.selectors import unescaped
from hrss_tui.sources.formats.html.styles.unseen import PLACED
from hrss_tui.sources.formats.html.tree import Node

_PIECE = re.compile(
    r"\"((?:[^\"\\]|\\.){0,300})\"|'((?:[^'\\]|\\.){0,300})'|attr\(\s{0,9}([\w-]{1,60})\s{0,9}\)|([a-z-]{1,30})(?:\(|\b)|(/)",
    re.DOTALL,
)
_SILENT = (
    "normal",
    "none",
    "url",
    "open-quote",
    "close-quote",
    "no-open-quote",
    "no-close-quote",
    "image-set",
    "linear-gradient",
)
_BULLETS = frozenset("•·●■◆◇○□▪▫‣◦»›|│—* ")
"""What marks an item of a list, or parts two."""

_DASHES = frozenset("-–－")
"""The same, of an item of a list: there it is no sign of a number."""


class Generated(msgspec.Struct, frozen=True):
    """A text, whether it stands on a line of its own, whether numbers in it are not known, and stand beside others."""

    text: str
    block: bool = False
    unread: bool = False
    beside: bool = False


def generated(node: Node, outer: Look, said: Mapping[str, str]) -> Generated | None:
    """What is shown before or after an element's text by what is declared for that place; None where it is nothing."""
    content = said.get("content", "none")
    known = look(outer, "", said)
    if content in _SILENT or known.gone or known.covered or known.ink.unseen or _clears(said):
        return None
    text, counted = _shown(content, node)
    text = "".join(sign for sign in text if category(sign) not in ("Co", "Cc", "Cf", "Cn")).strip(
        " \u00a0\u3000"
    )
    if not counted and (not text or _BULLETS.issuperset(text)):
        return None
    if said.get("position") in PLACED:
        return Generated("", unread=True) if counted or any(map(str.isdigit, text)) else None
    if not counted and node.tag == "li" and _DASHES.issuperset(text):
        return None
    if counted:
        return Generated("", unread=True, beside=not (text or known.block) and _is_number(node))
    return Generated(text, known.block)


def _is_number(node: Node) -> bool:
    return node.text().strip()[:1].isdigit()


def _clears(said: Mapping[str, str]) -> bool:
    """Is it one of those that only end what floats?"""
    return said.get("clear", "none") != "none" and pixels(said.get("height", ""), 1.0) == 0


def _shown(content: str, node: Node) -> tuple[str, bool]:
    """The strings and attributes of a content, and whether there is more that may be numbers."""
    found, counted = [], False
    for match in _PIECE.finditer(content):
        string = match[1] if match[1] is not None else match[2]
        if match[5]:
            break
        if string is not None:
            found.append(unescaped(string))
        elif match[3]:
            found.append(node.attributes.get(match[3].lower(), ""))
        else:
            counted = counted or match[4] in ("counter", "counters", "var")
    return "".join(found), counted
