"""A regular expression as an automaton: which character may follow which place, and on what condition.

Characters are bits: those that the pattern names, and one or more of each kind that it does not. What looks around by one
character is a condition on the character before or behind; what looks further ahead is a way on of its own that ends nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

USUAL = "\0 \n\t0５aZ_é中一。，\ue000"
"""A character of each kind that a pattern may tell apart without naming it."""
EXACT = 6
"""Copies of what is repeated that are told apart; more are a round."""
IGNORECASE, MULTILINE, DOTALL, ASCII = (
    flag.value for flag in (re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII)
)
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
SINGLE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)

Items = Sequence[tuple[Any, Any]]


class Empty(NamedTuple):
    """A step that takes no character: to `to`, where the character before and the one behind are of these."""

    to: int
    before: int
    after: int
    bounded: bool = False


@dataclass
class Automaton:
    """Places with their empty steps and the characters that lead on; `final` is where the pattern has matched."""

    alphabet: list[str]
    empty: list[list[Empty]] = field(default_factory=list)
    taken: list[list[tuple[int, int]]] = field(default_factory=list)
    start: int = 0
    final: int = 0

    @cached_property
    def every(self) -> int:
        """All characters, and the bits for the beginning and the end of the text."""
        return (1 << (len(self.alphabet) + 2)) - 1

    @property
    def begins(self) -> int:
        """The bit that stands before the first character."""
        return 1 << len(self.alphabet)

    @property
    def ends(self) -> int:
        """The bit that stands behind the last character."""
        return 2 << len(self.alphabet)

    def place(self) -> int:
        """A new place."""
        self.empty.append([])
        self.taken.append([])
        return len(self.empty) - 1

    def lead(self, begin: int, end: int, before: int = -1, after: int = -1, bounded: bool = False) -> None:
        """An empty step."""
        every = self.every
        self.empty[begin].append(Empty(end, before & every, after & every, bounded))


def automaton(items: Items, flags: int) -> Automaton:
    """The automaton of a parsed pattern."""
    made = Automaton(sorted(set(_named(items)) | set(USUAL)))
    made.start = made.place()
    made.final = _Builder(made, flags).sequence(list(items), made.start)
    return made


def parsed(pattern: str, flags: int = 0) -> tuple[Items, int]:
    """The parse tree of a pattern, with the flags that it sets itself."""
    tree = parser.parse(pattern, flags)
    return list(tree), tree.state.flags


def _named(items: Items) -> Iterator[str]:
    """The characters that a pattern names, those beside a range, and both cases of letters."""
    for code, value in items:
        if code in (sre.LITERAL, sre.NOT_LITERAL):
            yield from {chr(value), chr(value).lower(), chr(value).upper()[:1]}
        elif code is sre.RANGE:
            yield from (chr(min(max(c, 0), 0x10FFFF)) for c in (value[0] - 1, *value, value[1] + 1))
        elif code is sre.IN:
            yield from _named(value)
        else:
            for part in _parts(code, value):
                yield from _named(part)


def _parts(code: Any, value: Any) -> list[Items]:
    """The patterns inside an item."""
    found: dict[Any, Any] = {
        sre.BRANCH: lambda: value[1],
        sre.SUBPATTERN: lambda: [value[3]],
        sre.ASSERT: lambda: [value[1]],
        sre.ASSERT_NOT: lambda: [value[1]],
        sre.ATOMIC_GROUP: lambda: [value],
        sre.GROUPREF_EXISTS: lambda: [part for part in value[1:] if part is not None],
        **dict.fromkeys(REPEATS, lambda: [value[2]]),
    }
    return [list(part) for part in found.get(code, list)()]


@dataclass
class _Builder:
    made: Automaton
    flags: int
    known: dict[tuple[Any, str], int] = field(default_factory=dict)
    """What items of one character take: most of a long pattern stand in it many times."""
    bits: dict[str, int] = field(default_factory=dict)
    """Where the characters of the alphabet stand."""

    def __post_init__(self) -> None:
        self.bits = {char: 1 << bit for bit, char in enumerate(self.made.alphabet)}

    def sequence(self, items: list[tuple[Any, Any]], at: int) -> int:
        """One item after the other from a place; the place behind the last."""
        for index, (code, value) in enumerate(items):
            behind = items[index + 1] if index + 1 < len(items) else None
            if code in SINGLE and behind is not None and (looked := _behind_itself(behind)):
                at = self.look(*looked, at)
            elif index and items[index - 1][0] in SINGLE and _behind_itself((code, value)):
                continue
            at = self.item(code, value, at)
        return at

    def item(self, code: Any, value: Any, at: int) -> int:
        """One item from a place."""
        if code in SINGLE or code is sre.GROUPREF:
            end = self.made.place()
            mask = self.mask(code, value) if code in SINGLE else self.mask(sre.ANY, None)
            self.made.taken[at].append((mask, end))
            return end
        if code in (sre.BRANCH, sre.GROUPREF_EXISTS):
            return self.branch([*_parts(code, value), *([[]] if code is sre.GROUPREF_EXISTS else [])], at)
        ways = {sre.ASSERT: self.look, sre.ASSERT_NOT: self.look, **dict.fromkeys(REPEATS, self.repeat)}
        if code in ways:
            return ways[code](code, value, at)
        if code is sre.AT:
            return self.anchor(value, at)
        (part,) = _parts(code, value)
        return self.sequence(list(part), at)

    def branch(self, parts: Iterable[Items], at: int) -> int:
        """One of several patterns."""
        end = self.made.place()
        for part in parts:
            begin = self.made.place()
            self.made.lead(at, begin)
            self.made.lead(self.sequence(list(part), begin), end)
        return end

    def repeat(self, code: Any, value: Any, at: int) -> int:
        """A pattern several times: few copies one by one, many as a round; nobody leaves a possessive one that could go on."""
        low, high, part = value
        body, first = list(part), self.made.place()
        for _ in range(min(low, EXACT)):
            at = self.sequence(body, at)
        self.made.lead(at, first)
        end = self.made.place()
        stays = 0
        if high is sre.MAXREPEAT or high - low > EXACT:
            begin = self.made.place()
            self.made.lead(first, begin)
            self.made.lead(self.sequence(body, begin), first, bounded=high is not sre.MAXREPEAT)
            stays = self.first(begin)
        else:
            for _ in range(high - low):
                self.made.lead(first, end)
                first = self.sequence(body, first)
        self.made.lead(first, end, after=~stays if code is sre.POSSESSIVE_REPEAT else -1)
        return end

    def look(self, code: Any, value: Any, at: int) -> int:
        """A look ahead or behind: a condition where it is at one character, else at most at the first one ahead."""
        way, part = value
        end, mask = self.made.place(), self.one(list(part))
        if mask is not None:
            edges = self.made.ends if way > 0 else self.made.begins
            wanted = mask if code is sre.ASSERT else (~mask | edges)
            self.made.lead(at, end, **{"after" if way > 0 else "before": wanted})
            return end
        wanted = -1
        if way > 0:
            begin = self.made.place()
            self.made.lead(at, begin)
            behind = self.sequence(list(part), begin)
            if code is sre.ASSERT and behind not in self.closed(begin):
                wanted = self.first(begin)
        self.made.lead(at, end, after=wanted)
        return end

    def one(self, items: list[tuple[Any, Any]]) -> int | None:
        """The characters of a pattern of exactly one character, the edge of the text where it says so; else None."""
        if len(items) != 1:
            return None
        code, value = items[0]
        if code in SINGLE:
            return self.mask(code, value)
        if code is sre.AT and value in (sre.AT_END, sre.AT_END_STRING):
            return self.made.ends
        if code in (sre.BRANCH, sre.SUBPATTERN):
            masks = [self.one(list(part)) for part in _parts(code, value)]
            known = [mask for mask in masks if mask is not None]
            return None if len(known) < len(masks) else sum_of(known)
        return None

    def anchor(self, value: Any, at: int) -> int:
        """^ and $; what is a border of words stands anywhere."""
        end, line = self.made.place(), self.line() if self.flags & MULTILINE else 0
        if value in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            self.made.lead(at, end, before=self.made.begins | line)
        elif value in (sre.AT_END, sre.AT_END_STRING):
            self.made.lead(at, end, after=self.made.ends | line)
        else:
            self.made.lead(at, end)
        return end

    def line(self) -> int:
        return self.mask(sre.LITERAL, ord("\n"))

    def mask(self, code: Any, value: Any) -> int:
        """The characters that an item of one character takes."""
        if code is sre.LITERAL and not self.flags & IGNORECASE:
            return self.bits.get(chr(value), 0)
        key = (code, repr(value))
        if key not in self.known:
            self.known[key] = self.mask_of_several(code, value)
        return self.known[key]

    def mask_of_several(self, code: Any, value: Any) -> int:
        """The same of an item that takes several: of a class the sum of what its parts take."""
        if code is not sre.IN or self.flags & IGNORECASE:
            return sum_of(bit for char, bit in self.bits.items() if self.takes(code, value, char))
        negated = bool(value) and value[0][0] is sre.NEGATE
        held = sum_of(self.mask(part, what) for part, what in value[negated:])
        return ((1 << len(self.made.alphabet)) - 1) & ~held if negated else held

    def takes(self, code: Any, value: Any, char: str) -> bool:
        """Does an item of one character take this one?"""
        if code is sre.ANY:
            return char != "\n" or bool(self.flags & DOTALL)
        forms = {char, char.lower(), char.upper()} if self.flags & IGNORECASE else (char,)
        if code is sre.IN:
            negated = bool(value) and value[0][0] is sre.NEGATE
            held = any(self.takes(part, what, each) for part, what in value[negated:] for each in forms)
            return held != negated
        if code is sre.LITERAL:
            return chr(value) in forms
        if code is sre.NOT_LITERAL:
            return chr(value) not in forms
        if code is sre.RANGE:
            return any(len(each) == 1 and value[0] <= ord(each) <= value[1] for each in forms)
        return self.category(value, char)

    def category(self, value: Any, char: str) -> bool:
        name = str(value)
        kinds = {"DIGIT": char.isdecimal(), "SPACE": char.isspace(), "WORD": char.isalnum() or char == "_"}
        held = kinds[name.rpartition("_")[2]] and (not self.flags & ASCII or char.isascii())
        return held != ("NOT" in name)

    def first(self, begin: int) -> int:
        """The characters that may be taken first from a place."""
        return sum_of(mask for place in self.closed(begin) for mask, _ in self.made.taken[place])

    def closed(self, begin: int) -> set[int]:
        seen, todo = {begin}, [begin]
        while todo:
            for step in self.made.empty[todo.pop()]:
                if step.to not in seen:
                    seen.add(step.to)
                    todo.append(step.to)
        return seen


def sum_of(masks: Iterable[int]) -> int:
    """All characters of several sets."""
    whole = 0
    for mask in masks:
        whole |= mask
    return whole


def _behind_itself(item: tuple[Any, Any]) -> tuple[Any, Any] | None:
    """A look behind over the character just taken, `(?<![x].)`, as a look behind before it; None for any other item."""
    code, value = item
    if code not in (sre.ASSERT, sre.ASSERT_NOT) or value[0] > 0:
        return None
    part = list(value[1])
    fits = len(part) == 2 and part[1][0] is sre.ANY and part[0][0] in SINGLE
    return (code, (value[0], part[:1])) if fits else None
