"""Which elements of a page cannot be seen: the rules of its style sheets and the styles of its elements, the heavier winning.

A page of tabs hides them all and shows the one that is chosen; a page that was saved from a window carries what was
opened in the styles of its elements. What is shown so is part of the document and what a rule hides is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from hrss_tui.sources.formats.html.styles import listed, rules
from hrss_tui.sources.formats.html.tree import Node

Weight = tuple[int, ...]
"""What is heavier wins: important, of the element itself, ids, classes, names of elements, place in the sheets."""
Said = dict[str, tuple[Weight, bool]]
"""Way of hiding → how heavy what is said of it is, and whether it hides."""

_NOTHING = re.compile(r"0(?:\.0{1,9})?(?:px|pt|em|rem|%)?\s{0,9}(?:!|$)")
_AWAY = re.compile(r"-\d{3,6}(?:\.\d{1,9})?(?:px|pt|em|rem)?\s{0,9}(?:!|$)")
_PLACED = re.compile(r"absolute\b|fixed\b")
_BOXED = re.compile(r"(?:inline-)?(?:block|flex|grid|table)\b|table-cell\b|flow-root\b")
_STRUCK = re.compile(r"[a-z# \d-]{0,99}?line-through\b")
_WAYS = {
    "display": ("display", re.compile(r"none\b")),
    "visibility": ("visibility", re.compile(r"hidden\b|collapse\b")),
    "mso-hide": ("mso-hide", re.compile(r"all\b")),
    "text-decoration": ("line", _STRUCK),
    "text-decoration-line": ("line", _STRUCK),
    "font-size": ("size", _NOTHING),
    "opacity": ("opacity", _NOTHING),
    "left": ("left", _AWAY),
    "top": ("top", _AWAY),
    "text-indent": ("indent", _AWAY),
}
_ONLY_WITH = {"left": ("position", _PLACED), "top": ("position", _PLACED), "indent": ("display", _BOXED)}
"""Ways that hide only what is declared to be placed by itself, or to be a box within its line."""
_OF_WORDS = frozenset(("size", "opacity", "left", "top", "indent"))
"""Ways that hide words of a line: whole parts of a page are moved and faded to be shown later."""
_INLINE = ("span", "font", "i", "em", "b", "strong", "u", "a", "small")
"""Elements of a line of text; around others type of no size is a way to close gaps between what they hold."""
_CLIPPED = frozenset(("sr-only", "visually-hidden", "katex-mathml", "MJX_Assistive_MathML"))
"""Classes of what is only told to those who do not see: of a formula, what stands beside it in another form."""
_COMPOUND = re.compile(r"(?:[a-zA-Z][\w-]*|\*)?(?:[.#][\w-]+)*")
_CONDITIONS = re.compile(r"::?[\w-]+(?:\([^()]*\))?|\[[^\[\]]*\]")
_PASSING = re.compile(r":(?:hover|focus|active|target|print|before|after|not)")
"""What holds only while something is done, or speaks of something else."""
_MOST_PARTS, _MOST_RULES, _MOST_LOOKS = 6, 200, 300_000
"""Parts of a selector, rules of several parts, and looks at elements around another, that are followed."""


class _Compound(msgspec.Struct, frozen=True):
    """A part of a selector: the element's name, its id and its classes; `child` where its parent is the part before."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    child: bool = False

    def fits(self, node: Node) -> bool:
        """Is it said of an element?"""
        known = node.attributes
        if self.tag not in ("", node.tag) or any(known.get("id") != each for each in self.ids):
            return False
        return not self.classes or set(self.classes) <= set(known.get("class", "").split())

    @property
    def key(self) -> str:
        """What an element that it fits has."""
        return f"#{self.ids[0]}" if self.ids else f".{self.classes[0]}" if self.classes else self.tag


class _Rule(msgspec.Struct, frozen=True):
    """What a selector of several parts says; the last part first."""

    parts: tuple[_Compound, ...]
    said: Said


class Hidden:
    """The elements of a page that are hidden. What stands in a hidden one is not looked at."""

    def __init__(self, root: Node) -> None:
        self._plain: dict[str, Said] = {}
        self._rules: dict[str, list[_Rule]] = {}
        self._looks = _MOST_LOOKS
        self._collect(root)
        self._hidden = self._found(root) if self._rules else None

    def hides(self, node: Node) -> bool:
        """Can the element not be seen?"""
        return node in self._hidden if self._hidden is not None else self._hides(node, ())

    def _collect(self, root: Node) -> None:
        """Read the sheets; of rules for one class, id or element only the heaviest stays."""
        left = _MOST_RULES
        for order, (selectors, body) in enumerate(rules(root)):
            found = declared(body)
            for selector in listed(selectors) if found else ():
                for parts, said in _said(selector, found, order):
                    last = parts[0]
                    if len(parts) == 1 and len(last.classes) + len(last.ids) + bool(last.tag) == 1:
                        _outweigh(self._plain.setdefault(last.key, {}), said)
                    elif left:
                        left -= 1
                        self._rules.setdefault(last.key, []).append(_Rule(parts, said))

    def _found(self, root: Node) -> set[Node]:
        """All hidden elements, each looked at with those around it."""
        found: set[Node] = set()
        around: list[Node] = []
        waiting: list[Node | None] = [root]
        while waiting:
            node = waiting.pop()
            if node is None:
                around.pop()
                continue
            if self._hides(node, around):
                found.add(node)
                continue
            around.append(node)
            waiting.append(None)
            waiting += reversed(list(node.elements()))
        return found

    def _hides(self, node: Node, around: Sequence[Node]) -> bool:
        known = node.attributes
        style = known.get("style", "")
        if not _CLIPPED.isdisjoint(known.get("class", "").split()):
            return True
        if "hidden" in known:
            return True
        said: Said = {}
        for key in self._keys(node) if self._plain or self._rules else ():
            _outweigh(said, self._plain.get(key, {}))
            for rule in self._rules.get(key, ()):
                if self._fits(rule.parts, node, around):
                    _outweigh(said, rule.said)
        if style:
            _outweigh(said, {way: ((heavy, 1), hides) for way, (heavy, hides) in declared(style).items()})
        words = node.tag in _INLINE and not any(node.elements())
        return any(hides for way, (_, hides) in said.items() if words or way not in _OF_WORDS)

    def _keys(self, node: Node) -> Iterator[str]:
        known = node.attributes
        yield node.tag
        if "id" in known:
            yield f"#{known['id']}"
        for name in set(known.get("class", "").split()):
            yield f".{name}"

    def _fits(self, parts: Sequence[_Compound], node: Node, around: Sequence[Node]) -> bool:
        """Is a selector said of an element among others around it?"""
        if self._looks <= 0 or not parts[0].fits(node):
            return False
        at = len(around)
        for part, outer in pairwise(parts):
            lowest = max(at - 1, 0) if part.child else 0
            fitting = (each for each in range(at - 1, lowest - 1, -1) if self._look(outer, around[each]))
            at = next(fitting, -1)
            if at < 0:
                return False
        return True

    def _look(self, part: _Compound, node: Node) -> bool:
        self._looks -= 1
        return self._looks > 0 and part.fits(node)


def declared(body: str) -> dict[str, tuple[int, bool]]:
    """Way of hiding → is it important, and does it hide: what the declarations of a rule or a style say, the last winning."""
    found: dict[str, tuple[int, bool]] = {}
    parted = [each.lower().partition(":") for each in body.split(";")]
    known = {name.strip(): value.strip() for name, _, value in parted}
    for name, _, value in parted:
        way, hiding = _WAYS.get(name.strip(), ("", None))
        said = value.strip()
        if hiding is not None and said and _counts(way, known, hides=hiding.match(said) is not None):
            heavy = int("!" in said and said.rpartition("!")[2].strip() == "important")
            if heavy >= found.get(way, (0, False))[0]:
                found[way] = heavy, hiding.match(said) is not None
    return found


def _counts(way: str, known: Mapping[str, str], *, hides: bool) -> bool:
    """Does a declaration do anything beside the others of its rule? What is moved away has to be placed by itself."""
    needed, kind = _ONLY_WITH.get(way, ("", None))
    return not hides or kind is None or kind.match(known.get(needed, "")) is not None


def _said(
    selector: str, found: Mapping[str, tuple[int, bool]], order: int
) -> Iterator[tuple[tuple[_Compound, ...], Said]]:
    """The parts of a selector and what it says. One that only holds under a condition is believed where it shows."""
    plain = _CONDITIONS.sub("", selector)
    if plain != selector:
        if _PASSING.search(selector):
            return
        found = {way: said for way, said in found.items() if not said[1]}
    parts = _parts(plain)
    if parts and found:
        heavy = (
            sum(len(part.ids) for part in parts),
            sum(len(part.classes) for part in parts) + (plain != selector),
            sum(bool(part.tag) for part in parts),
            order,
        )
        yield parts, {way: ((important, 0, *heavy), hides) for way, (important, hides) in found.items()}


def _parts(selector: str) -> tuple[_Compound, ...]:
    """The parts of a selector, the last one first; none where it is of a kind not known here."""
    words = selector.replace(">", " > ").split()
    found: list[_Compound] = []
    child = False
    for word in words:
        if word == ">":
            child = bool(found)
            continue
        if _COMPOUND.fullmatch(word) is None or len(found) == _MOST_PARTS:
            return ()
        tag, *names = re.split(r"(?=[.#])", word)
        ids = tuple(name[1:] for name in names if name[0] == "#")
        classes = tuple(name[1:] for name in names if name[0] == ".")
        found.append(_Compound(tag.strip("*").lower(), ids, classes, child))
        child = False
    return tuple(reversed(found))


def _outweigh(said: Said, other: Mapping[str, tuple[Weight, bool]]) -> None:
    """Take in what is not lighter than what is known."""
    for way, (weight, hides) in other.items():
        if way not in said or weight >= said[way][0]:
            said[way] = weight, hides
