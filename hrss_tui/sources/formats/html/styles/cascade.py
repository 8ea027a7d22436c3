"""How every element of a page looks: of all that is said of it the heaviest wins, property by property.

Elements of one name, class, id and style at one place of the tree look the same, so that it is worked out once for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.styles.awaited import WAITING, Shares, waiting
from hrss_tui.sources.formats.html.styles.declared import RELEVANT, Declared, declared
from hrss_tui.sources.formats.html.styles.generated import Generated, generated
from hrss_tui.sources.formats.html.styles.looks import Look, look
from hrss_tui.sources.formats.html.styles.matching import Looks, Place, Siblings
from hrss_tui.sources.formats.html.styles.selectors import Selector, selector
from hrss_tui.sources.formats.html.styles.sheets import beyond, listed, rules, sheets
from hrss_tui.sources.formats.html.styles.usual import ATTRIBUTES, hinted, usual
from hrss_tui.sources.formats.html.tree import Node

Weight = tuple[int, ...]
"""What is heavier wins: important, in no layer, of the element itself, ids, classes, names of elements, place in the sheets."""
Said = dict[str, tuple[Weight, str]]
"""Property → how heavy what is said of it is, and its value."""

_CLIPPED = frozenset(("sr-only", "visually-hidden", "katex-mathml", "MJX_Assistive_MathML"))
"""Classes of what is only told to those who do not see: of a formula, what stands beside it in another form."""
_CLOAKS = frozenset(("v-cloak", "ng-cloak", "x-cloak", "data-cloak"))
"""What hides a page until its script takes it away."""
_LOOKS, _LOOKS_EACH = 2_000_000, 40
"""Looks at elements for the selectors of a page: so many, and more for each of its elements."""
_MOST_KNOWN = 200_000
_PUZZLING = re.compile(r"[(\[\\]")
_NAMES = re.compile(r"[.#][\w-]{1,200}")
_PLACES = ("", "before", "after")
_ROOT = Look()


class _Said(msgspec.Struct, frozen=True):
    """A selector and what is said of the elements that it speaks of."""

    selector: Selector
    said: Said


class _Kind(msgspec.Struct):
    """What is known of elements of one kind at one place of the tree: rules that speak of them, and those that may."""

    number: int
    sure: list[_Said]
    perhaps: list[_Said]
    looks: dict[tuple[int, ...], _Seen]


class _Seen(msgspec.Struct, frozen=True):
    look: Look
    said: tuple[dict[str, str], dict[str, str]]


class Styles:
    """How the elements of a page look. What stands in one that is gone is not looked at."""

    def __init__(self, root: Node, linked: Mapping[str, str]) -> None:
        """`linked` are style sheets that stand beside the page, by their addresses."""
        self._looks_of: dict[Node, Look] = {}
        self._generated: dict[Node, tuple[Generated | None, Generated | None]] = {}
        self._plain: dict[tuple[str, str], Said] = {}
        self._rules: dict[str, list[_Said]] = {}
        self._kinds: dict[tuple[object, ...], _Kind] = {}
        self._parsed: dict[str, Declared] = {}
        self._same: dict[Look, Look] = {_ROOT: _ROOT}
        self._asked = ATTRIBUTES
        nodes = list(root.walk())
        self._shares = Shares(root)
        self._looks = Looks(_LOOKS + _LOOKS_EACH * len(nodes))
        texts = sheets(root, linked)
        self._collect(texts, _keys_of(nodes))
        self._walk(root)
        self.followed = self._looks.left > 0 and not beyond(texts)
        """Were all rules followed?"""

    def of(self, node: Node) -> Look:
        """How an element looks."""
        return self._looks_of.get(node, _ROOT)

    def around(self, node: Node) -> tuple[Generated | None, Generated | None]:
        """What style sheets put before and after the text of an element."""
        return self._generated.get(node, (None, None))

    def _collect(self, texts: Sequence[str], present: set[str]) -> None:
        """Read the sheets. Of rules for one class, id or name only the heaviest stays; those of no element here do not."""
        for order, rule in enumerate(rules(texts)):
            found = declared(rule.body) if RELEVANT.search(rule.body) else None
            for text in listed(rule.selectors) if found else ():
                one = selector(text) if found and _may_speak(text, present) else None
                if one is None or not found or not present.issuperset(_needed(one)):
                    continue
                said = _weighed(one, found, rule.layered, order)
                self._asked |= {name for part in one.parts for name in part.asked}
                if one.simple and one.sure:
                    _outweigh(self._plain.setdefault((one.generated, one.parts[0].key), {}), said)
                else:
                    self._rules.setdefault(one.parts[0].key, []).append(_Said(one, said))

    def _walk(self, root: Node) -> None:
        """Look at all elements, each among those around it."""
        around: list[Place] = []
        waiting: list[tuple[Place, int, Look] | None] = [(Place(Siblings([root]), 0), 0, _ROOT)]
        while waiting:
            entry = waiting.pop()
            if entry is None:
                around.pop()
                continue
            place, outer, outer_look = entry
            kind, seen = self._seen(place, around, outer, outer_look)
            node = place.node
            self._looks_of[node] = seen.look
            if seen.said[0] or seen.said[1]:
                before, after = (generated(node, seen.look, each) for each in seen.said)
                self._generated[node] = before, after
            if seen.look.gone:
                continue
            inside = list(node.elements())
            if inside:
                around.append(place)
                waiting.append(None)
                siblings = Siblings(inside)
                waiting += ((Place(siblings, at), kind, seen.look) for at in range(len(inside) - 1, -1, -1))

    def _seen(self, place: Place, around: Sequence[Place], outer: int, outer_look: Look) -> tuple[int, _Seen]:
        """The number of the kind of an element, and how it looks."""
        node = place.node
        known = node.attributes
        own = tuple((name, value) for name, value in known.items() if name in self._asked) if known else ()
        key = (outer, id(outer_look), node.tag, *own)
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kind(place, around)
            if len(self._kinds) < _MOST_KNOWN:
                self._kinds[key] = kind
        fitting = (
            index
            for index, each in enumerate(kind.perhaps if self._looks.left > 0 else ())
            if self._looks.speaks(each.selector, place, around)
        )
        chosen = tuple(fitting)
        if chosen not in kind.looks:
            said = [*kind.sure, *(kind.perhaps[index] for index in chosen)]
            kind.looks[chosen] = self._made(node, outer_look, said)
        return kind.number, kind.looks[chosen]

    def _kind(self, place: Place, around: Sequence[Place]) -> _Kind:
        sure, perhaps = [], []
        for key in _keys(place.node):
            for each in self._rules.get(key, ()) if self._looks.left > 0 else ():
                if each.selector.placed:
                    perhaps.append(each)
                elif self._looks.speaks(each.selector, place, around):
                    sure.append(each)
        return _Kind(len(self._kinds) + 1, sure, perhaps, {})

    def _made(self, node: Node, outer: Look, rules_of: Iterable[_Said]) -> _Seen:
        """How an element looks by what its attributes, the rules that speak of it and its own style say."""
        found: list[Said] = [{}, {}, {}]
        _outweigh(found[0], _light(usual(node), 0))
        _outweigh(found[0], _light(hinted(node), 1))
        for place, said in zip(_PLACES, found, strict=True):
            for key in _keys(node):
                _outweigh(said, self._plain.get((place, key), {}))
        for each in rules_of:
            _outweigh(found[_PLACES.index(each.selector.generated)], each.said)
        style = node.attributes.get("style", "")
        if style:
            own = self._style(style)
            waits = waiting(own) and self._shares.is_most(node)
            _outweigh(
                found[0],
                {
                    name: ((1 + heavy, not heavy, 1), value)
                    for name, (heavy, value) in own.items()
                    if not (waits and name in WAITING)
                },
            )
        made = look(outer, node.tag, _values(found[0]))
        if not _CLIPPED.isdisjoint(node.attributes.get("class", "").split()):
            made = msgspec.structs.replace(made, gone=True)
        made = self._same.setdefault(made, made)
        before, after = (_values(said) if "content" in said else {} for said in found[1:])
        return _Seen(made, (before, after))

    def _style(self, style: str) -> Declared:
        if style not in self._parsed:
            if len(self._parsed) > _MOST_KNOWN:
                self._parsed.clear()
            self._parsed[style] = declared(style)
        return self._parsed[style]


def _keys_of(nodes: Iterable[Node]) -> set[str]:
    """All names by which the elements of a page can be called."""
    return {key for node in nodes for key in _keys(node)}


def _keys(node: Node) -> Iterator[str]:
    known = node.attributes
    yield ""
    yield node.tag
    if "id" in known:
        yield f"#{known['id']}"
    if "class" in known:
        yield from (f".{name}" for name in dict.fromkeys(known["class"].split()))


def _may_speak(text: str, present: set[str]) -> bool:
    """Are all names of a selector on a page, as far as they are seen at a glance?"""
    return _PUZZLING.search(text) is not None or present.issuperset(_NAMES.findall(text))


def _needed(one: Selector) -> Iterator[str]:
    """The names that have to be on a page for a selector to speak of any element."""
    return (key for part in one.parts for key in part.keys)


def _weighed(one: Selector, found: Declared, layered: bool, order: int) -> Said:
    """What a selector says. One that asks what is not known is believed where it shows."""
    cloaks = any(
        not _CLOAKS.isdisjoint(part.asked) or not _CLOAKS.isdisjoint(part.classes) for part in one.parts
    )
    doubted = not one.sure or cloaks
    return {
        name: ((1 + heavy, layered is heavy, 0, *one.weight, order), value)
        for name, (heavy, value) in found.items()
        if not (doubted and _hides(name, value))
    }


def _hides(name: str, value: str) -> bool:
    """May a declaration take away what could be seen?"""
    shows = {"display": value != "none", "visibility": value == "visible"}
    return not shows.get(name, False)


def _light(said: Mapping[str, str], heavy: int) -> Said:
    return {name: ((heavy, 0), value) for name, value in said.items()}


def _values(said: Said) -> dict[str, str]:
    return {name: value for name, (_, value) in said.items()}


def _outweigh(said: Said, other: Mapping[str, tuple[Weight, str]]) -> None:
    """Take in what is not lighter than what is known."""
    for name, (weight, value) in other.items():
        if name not in said or weight >= said[name][0]:
            said[name] = weight, value
