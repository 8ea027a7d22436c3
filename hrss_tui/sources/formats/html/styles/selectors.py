"""Selectors of style sheets: of which elements a rule speaks."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.styles.sheets import listed

_MOST_PARTS, _DEEPEST = 12, 3
"""Parts of a selector, and brackets in brackets, that are followed."""
_NAME = re.compile(r"(?:[\w-]|\\.)+")
_JOINT = re.compile(r"[\s>+~]+")
_SIGN = re.compile(r"[~|^$*]?=")
_BRACKET = re.compile(r"[()\[\]]|\"[^\"]*\"|'[^']*'")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_NTH = re.compile(r"(?:([+-]?\d{0,6})n)?(?:([+-]?\d{1,6}))?")
_FALSE = frozenset(
    ("hover", "focus", "active", "target", "focus-within", "focus-visible", "visited", "host", "invalid",
     "user-invalid", "autofill", "fullscreen", "popover-open", "target-within", "placeholder-shown")
)  # fmt: skip
"""What holds only while something is done."""
_COUNTED = {
    "first-child": "1", "last-child": "-1", "only-child": "1 -1",
    "first-of-type": "1t", "last-of-type": "-1t", "only-of-type": "1t -1t",
}  # fmt: skip
_COUNTING = {
    "nth-child": (False, False), "nth-last-child": (True, False),
    "nth-of-type": (False, True), "nth-last-of-type": (True, True),
}  # fmt: skip
_FLAGS = {"root": "root", "empty": "empty", "checked": "checked", "link": "link", "any-link": "link"}
_CHOOSING = {"not": False, "is": True, "where": True, "matches": True, "-webkit-any": True, "-moz-any": True}
_GENERATED = ("before", "after")

Weight = tuple[int, int, int]
"""Ids, classes and names of elements of a selector."""


class Attribute(msgspec.Struct, frozen=True):
    """`[name]`, `[name^=value]`."""

    name: str
    sign: str
    value: str


class Nth(msgspec.Struct, frozen=True):
    """Every so many from one on, from the first or the last, of all or of those of its name."""

    step: int
    start: int
    last: bool
    typed: bool


class Choice(msgspec.Struct, frozen=True):
    """One of several, or none of them."""

    wanted: bool
    compounds: tuple[Compound, ...]


class Compound(msgspec.Struct, frozen=True):
    """A part of a selector: what is asked of one element. `joint` is how the part before it stands to it."""

    tag: str = ""
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    nth: tuple[Nth, ...] = ()
    flags: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    joint: str = ""

    @property
    def key(self) -> str:
        """What an element that it fits has."""
        return f"#{self.ids[0]}" if self.ids else f".{self.classes[0]}" if self.classes else self.tag

    @property
    def keys(self) -> Iterator[str]:
        """All names that an element that it fits has."""
        yield from (f"#{name}" for name in self.ids)
        yield from (f".{name}" for name in self.classes)
        if self.tag:
            yield self.tag

    @property
    def placed(self) -> bool:
        """Does it depend on what stands beside an element or in it?"""
        return (
            bool(self.nth)
            or "empty" in self.flags
            or any(each.placed for choice in self.choices for each in choice.compounds)
        )

    @property
    def asked(self) -> Iterator[str]:
        """The names of attributes that it looks at, beside those of id and class."""
        yield from (each.name for each in self.attributes)
        yield from {"checked": ("checked", "selected"), "link": ("href",)}.get("".join(self.flags), ())
        for choice in self.choices:
            for each in choice.compounds:
                yield from each.asked


class Selector(msgspec.Struct, frozen=True):
    """The parts, the last one first; `generated` where it speaks of what stands before or after the text of an element.

    One that is not `sure` asks something that is not known here.
    """

    parts: tuple[Compound, ...]
    weight: Weight
    generated: str = ""
    sure: bool = True

    @property
    def placed(self) -> bool:
        """Does it depend on more than an element and those around it?"""
        return any(part.placed or part.joint in ("+", "~") for part in self.parts)

    @property
    def simple(self) -> bool:
        """Is it one name?"""
        one = self.parts[0]
        bare = not (one.attributes or one.nth or one.flags or one.choices)
        return len(self.parts) == 1 and bare and len(one.ids) + len(one.classes) + bool(one.tag) == 1


class _Draft:
    """A compound that is being read."""

    def __init__(self, joint: str) -> None:
        self.joint, self.tag = joint, ""
        self.ids: list[str] = []
        self.classes: list[str] = []
        self.attributes: list[Attribute] = []
        self.nth: list[Nth] = []
        self.flags: list[str] = []
        self.choices: list[Choice] = []
        self.weight = [0, 0, 0]

    def done(self) -> Compound:
        return Compound(
            self.tag, tuple(self.ids), tuple(self.classes), tuple(self.attributes), tuple(self.nth),
            tuple(sorted(self.flags)), tuple(self.choices), self.joint,
        )  # fmt: skip


class _UnfitError(Exception):
    """The selector speaks of no element that is looked at."""


def selector(text: str, depth: int = 0) -> Selector | None:
    """A selector; None where it holds for no element as it stands on a page."""
    reading = _Reading(text.strip(), depth)
    try:
        reading.read()
    except _UnfitError:
        return None
    parts = tuple(each.done() for each in reversed(reading.found))
    weight = tuple(map(sum, zip(*(each.weight for each in reading.found), strict=True)))
    return Selector(parts, (weight[0], weight[1], weight[2]), reading.generated, reading.sure)


class _Reading:
    """A selector that is being read, sign by sign."""

    def __init__(self, text: str, depth: int) -> None:
        self._text, self._depth, self._at = text, depth, 0
        self.found: list[_Draft] = [_Draft("")]
        self.generated = ""
        self.sure = True

    def read(self) -> None:
        """Read it all. Raises _UnfitError."""
        if not self._text:
            raise _UnfitError
        while self._at < len(self._text):
            sign = self._text[self._at]
            last = self.found[-1]
            if joint := _JOINT.match(self._text, self._at):
                self._joined("".join(joint[0].split()) or " ")
                self._at = joint.end()
            elif sign == "*":
                self._at += 1
            elif sign == ".":
                last.classes.append(self._name(1))
                last.weight[1] += 1
            elif sign == "#":
                last.ids.append(self._name(1))
                last.weight[0] += 1
            elif sign == "[":
                last.attributes.append(_attribute(self._bracket()))
                last.weight[1] += 1
            elif sign == ":":
                self._pseudo(last)
            elif self._text[: self._at].endswith("*"):
                raise _UnfitError
            else:
                last.tag = self._name(0).lower()
                last.weight[2] += 1

    def _joined(self, joint: str) -> None:
        if len(joint) > 1 or len(self.found) == _MOST_PARTS or self._at == 0 or self.generated:
            raise _UnfitError
        self.found.append(_Draft(joint))

    def _name(self, skipped: int) -> str:
        match = _NAME.match(self._text, self._at + skipped)
        if match is None:
            raise _UnfitError
        self._at = match.end()
        return unescaped(match[0])

    def _bracket(self) -> str:
        """What stands in the bracket that begins here."""
        depth = 0
        for match in _BRACKET.finditer(self._text, self._at):
            depth += (match[0] in "([") - (match[0] in ")]")
            if depth == 0:
                inside = self._text[self._at + 1 : match.start()]
                self._at = match.end()
                return inside
        raise _UnfitError

    def _pseudo(self, last: _Draft) -> None:
        double = self._text.startswith("::", self._at)
        name = self._name(1 + double).lower()
        inside = self._bracket() if self._text.startswith("(", self._at) else ""
        if name in _GENERATED:
            self.generated = name
            last.weight[2] += 1
            return
        if double or name in _FALSE or name in ("first-line", "first-letter"):
            raise _UnfitError
        if name in _CHOOSING:
            self._choose(last, name, inside)
            return
        last.weight[1] += 1
        if name in _FLAGS:
            last.flags.append(_FLAGS[name])
        elif name in _COUNTED:
            last.nth += (
                Nth(0, int(each.strip("-t")), "-" in each, "t" in each) for each in _COUNTED[name].split()
            )
        elif name in _COUNTING and (counted := _nth(inside)):
            last.nth.append(Nth(*counted, *_COUNTING[name]))
        else:
            self.sure = False

    def _choose(self, last: _Draft, name: str, inside: str) -> None:
        chosen = (
            [selector(each, self._depth + 1) for each in listed(inside)] if self._depth < _DEEPEST else []
        )
        known = [each for each in chosen if each is not None]
        if not chosen or any(len(each.parts) > 1 or not each.sure or each.generated for each in known):
            self.sure = False
        else:
            last.choices.append(Choice(_CHOOSING[name], tuple(each.parts[0] for each in known)))
        if name != "where" and known:
            heaviest = max(each.weight for each in known)
            last.weight = [have + more for have, more in zip(last.weight, heaviest, strict=True)]


def unescaped(name: str) -> str:
    """A name or string with what is written by number, or behind a backslash, as what it stands for."""
    return _ESCAPE.sub(_character, name) if "\\" in name else name


def _character(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _attribute(inside: str) -> Attribute:
    sign = _SIGN.search(inside)
    if sign is None:
        return Attribute(inside.strip().lower(), "", "")
    value = inside[sign.end() :].strip()
    if value[:1] in ('"', "'"):
        value = value[1:].partition(value[0])[0]
    return Attribute(inside[: sign.start()].strip().lower(), sign[0], unescaped(value))


def _nth(inside: str) -> tuple[int, int] | None:
    """How many on and from which one: 2n+1, odd, -n+3."""
    text = "".join(inside.lower().split())
    text = {"odd": "2n+1", "even": "2n"}.get(text, text)
    match = _NTH.fullmatch(text)
    if match is None or not text:
        return None
    step = match[1]
    return (
        0 if step is None else int(step + "1" if step in ("", "+", "-") else step),
        int(match[2] or 0),
    )
