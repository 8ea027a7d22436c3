"""The numbers of the items of lists, as a browser writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.styles.looks import Look
from hrss_tui.sources.formats.html.tree import Node
from hrss_tui.sources.formats.numerals import digit_by_digit, roman, spelled

_LISTS = ("ol", "ul", "menu", "dir")
_NUMBER = re.compile(r"\s{0,40}([+-]?\d{1,6})", re.ASCII)


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": lambda number: f"{number}. ",
    "decimal-leading-zero": lambda number: f"{number:02d}. ",
    "lower-roman": lambda number: f"{roman(number)}. ",
    "upper-roman": lambda number: f"{roman(number).upper()}. ",
    **dict.fromkeys(("lower-alpha", "lower-latin"), lambda number: f"{_letters(number)}. "),
    **dict.fromkeys(("upper-alpha", "upper-latin"), lambda number: f"{_letters(number).upper()}. "),
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), lambda number: f"{spelled(number)}、"
    ),
    "cjk-decimal": lambda number: f"{digit_by_digit(number)}、",
}  # fmt: skip


class _List(msgspec.Struct):
    """A list that is open: the number of its next item, and how they follow each other."""

    number: int
    step: int


class Numbers:
    """Counts the items of lists."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def enter(self, node: Node, look: Look) -> str:
        """What stands before the text of an element that begins."""
        if node.tag in _LISTS:
            self._open.append(_begun(node))
        if node.tag != "li":
            return ""
        at = self._open[-1] if self._open else _List(1, 1)
        given = _NUMBER.match(node.attributes.get("value", ""))
        number = int(given[1]) if given else at.number
        at.number = number + at.step
        if not look.marked or look.ink.unseen or not self._open:
            return ""
        form = _FORMS.get(look.ink.marks)
        return form(number) if form else _written(look.ink.marks)

    def leave(self, node: Node) -> None:
        """An element ends."""
        if node.tag in _LISTS and self._open:
            self._open.pop()


def _begun(node: Node) -> _List:
    down = node.tag == "ol" and "reversed" in node.attributes
    start = _NUMBER.match(node.attributes.get("start", ""))
    usual = sum(each.tag == "li" for each in node.elements()) if down else 1
    return _List(int(start[1]) if start else usual, -1 if down else 1)


def _written(marks: str) -> str:
    """A mark that a style sheet gives itself."""
    inside = marks.strip("\"'")
    return inside if marks[:1] in ('"', "'") and any(map(str.isalnum, inside)) else ""
