"""Does a selector speak of an element? In as many looks around as are allowed for a whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from hrss_tui.sources.formats.html.styles.selectors import Attribute, Compound, Nth, Selector
from hrss_tui.sources.formats.html.tree import Node

_MOST_KNOWN = 10_000


class Siblings:
    """The elements that stand beside each other, and which each is among those of its name."""

    __slots__ = ("_first", "_typed", "inside", "nodes")

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self._typed: list[tuple[int, int]] | None = None
        self._first: dict[Compound, int] = {}
        self.inside: dict[int, bool] = {}
        """Selectors, by what tells them apart, that lean on what is around all of them: does that fit?"""

    def typed(self, index: int) -> tuple[int, int]:
        """Which an element is of those of its name, counted from the first and from the last."""
        if self._typed is None:
            totals = Counter(node.tag for node in self.nodes)
            met: Counter[str] = Counter()
            self._typed = []
            for node in self.nodes:
                met[node.tag] += 1
                self._typed.append((met[node.tag], totals[node.tag] - met[node.tag] + 1))
        return self._typed[index]

    def first(self, compound: Compound, looks: Looks) -> int:
        """The first one that a part of a selector fits."""
        if compound not in self._first:
            places = (index for index in range(len(self.nodes)) if looks.fits(compound, Place(self, index)))
            self._first[compound] = next(places, len(self.nodes))
        return self._first[compound]


class Place:
    """An element among those beside it."""

    __slots__ = ("index", "siblings")

    def __init__(self, siblings: Siblings, index: int) -> None:
        self.siblings = siblings
        self.index = index

    @property
    def node(self) -> Node:
        """The element."""
        return self.siblings.nodes[self.index]


class Looks:
    """How many looks at elements are left; when there are none, nothing fits any more."""

    def __init__(self, left: int) -> None:
        self.left = left
        self._classes: dict[str, frozenset[str]] = {}

    def speaks(self, selector: Selector, place: Place, around: Sequence[Place]) -> bool:
        """Does a selector speak of an element, among those around it?"""
        if not self.fits(selector.parts[0], place):
            return False
        if selector.parts[0].joint in ("+", "~", ""):
            return self._reaches(selector.parts, 0, place, around)
        known = place.siblings.inside
        if id(selector) not in known:
            known[id(selector)] = self._reaches(selector.parts, 0, place, around)
        return known[id(selector)]

    def fits(self, compound: Compound, place: Place) -> bool:
        """Does a part of a selector fit an element?"""
        self.left -= 1
        if self.left <= 0:
            return False
        node = place.siblings.nodes[place.index]
        if compound.tag and compound.tag != node.tag:
            return False
        known = node.attributes
        if compound.ids and any(known.get("id") != each for each in compound.ids):
            return False
        if compound.classes and not self._named(known.get("class", "")).issuperset(compound.classes):
            return False
        if not (compound.attributes or compound.nth or compound.flags or compound.choices):
            return True
        return (
            all(_has(known, each) for each in compound.attributes)
            and all(_counts(each, place) for each in compound.nth)
            and all(_is(each, node) for each in compound.flags)
            and all(
                choice.wanted is any(self.fits(each, place) for each in choice.compounds)
                for choice in compound.choices
            )
        )

    def _named(self, classes: str) -> frozenset[str]:
        if classes not in self._classes:
            if len(self._classes) > _MOST_KNOWN:
                self._classes.clear()
            self._classes[classes] = frozenset(classes.split())
        return self._classes[classes]

    def _reaches(self, parts: Sequence[Compound], at: int, place: Place, around: Sequence[Place]) -> bool:
        """Do the parts before one fit what stands around the element that it fits?"""
        if at + 1 == len(parts):
            return True
        outer, joint = parts[at + 1], parts[at].joint
        if joint == ">":
            return bool(around) and self._next(parts, at, around[-1], around[:-1])
        if joint == " ":
            return any(
                self._next(parts, at, around[depth], around[:depth])
                for depth in range(len(around) - 1, -1, -1)
            )
        if joint == "+":
            before = Place(place.siblings, place.index - 1)
            return place.index > 0 and self._next(parts, at, before, around)
        first = place.siblings.first(outer, self)
        return any(
            self._next(parts, at, Place(place.siblings, index), around) for index in range(first, place.index)
        )

    def _next(self, parts: Sequence[Compound], at: int, place: Place, around: Sequence[Place]) -> bool:
        return self.fits(parts[at + 1], place) and self._reaches(parts, at + 1, place, around)


_SIGNS: Mapping[str, Callable[[str, str], bool]] = {
    "": lambda value, asked: True,
    "=": lambda value, asked: value == asked,
    "~=": lambda value, asked: asked in value.split(),
    "|=": lambda value, asked: value == asked or value.startswith(asked + "-"),
    "*=": lambda value, asked: bool(asked) and asked in value,
    "^=": lambda value, asked: bool(asked) and value.startswith(asked),
    "$=": lambda value, asked: bool(asked) and value.endswith(asked),
}


def _has(known: dict[str, str], asked: Attribute) -> bool:
    value = known.get(asked.name)
    return value is not None and _SIGNS[asked.sign](value, asked.value)


def _counts(asked: Nth, place: Place) -> bool:
    if asked.typed:
        number = place.siblings.typed(place.index)[asked.last]
    else:
        number = len(place.siblings.nodes) - place.index if asked.last else place.index + 1
    if asked.step == 0:
        return number == asked.start
    times, rest = divmod(number - asked.start, asked.step)
    return rest == 0 and times >= 0


def _is(flag: str, node: Node) -> bool:
    if flag == "root":
        return node.tag == "html"
    if flag == "empty":
        return not node.children
    if flag == "checked":
        return "checked" in node.attributes or "selected" in node.attributes
    return node.tag == "a" and "href" in node.attributes
