"""Filtering as the reader types: a name matches by its characters, its code, its pinyin or its initials."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

from hrss_tui.tui.desk.desk import Desk

Item = TypeVar("Item")


class Matcher:
    """All words typed must match. Letters are read as pinyin by the package's table; other forms of a name count too."""

    def __init__(self, desk: Desk, text: str) -> None:
        self.words = text.casefold().split()
        self.desk = desk

    @cached_property
    def _readings(self) -> dict[str, re.Pattern[str]]:
        """Word of letters → the characters it may stand for."""
        patterns = {word: self.desk.data.letters.pattern(word) for word in self.words if word.isascii()}
        return {word: re.compile(pattern) for word, pattern in patterns.items() if pattern}

    def matches(self, *fields: str) -> bool:
        """Whether every word is in one of the fields, or one is read so, or is also called so."""
        return self.holds(called(self.desk, fields))

    def holds(self, names: str) -> bool:
        """The same for fields that are `called` already."""
        return all(word in names or self._read(word, names) for word in self.words)

    def places(self, word: str, names: str) -> Iterator[int]:
        """Where a word stands, or is read, in `called` names."""
        read = self._readings.get(word)
        at = names.find(word)
        while at >= 0:
            yield at
            at = names.find(word, at + 1)
        if read is not None:
            yield from (match.start() for match in read.finditer(names))

    def _read(self, word: str, names: str) -> bool:
        read = self._readings.get(word)
        return read is not None and read.search(names) is not None


def called(desk: Desk, fields: Sequence[str]) -> str:
    """All that some fields are called, one a line: without spaces, in one case, and the other forms of names."""
    texts = [field.casefold().replace(" ", "") for field in fields if field]
    forms = desk.data.pinyin
    return "\n".join([*texts, *(form for field in fields for form in forms.get(field, ()))])


class Names(Generic[Item]):
    """Things by all that they are called, in one text: those that match are found without looking at the others."""

    def __init__(self, called_things: Iterable[tuple[Item, str]]) -> None:
        self._things: list[Item] = []
        self._names: list[str] = []
        for thing, names in called_things:
            self._things.append(thing)
            self._names.append(names)
        self._joined = "\n".join(self._names)
        self._starts = list(accumulate((len(names) + 1 for names in self._names[:-1]), initial=0))

    def matching(self, matcher: Matcher) -> list[Item]:
        """The things that match some words, in their order."""
        first = max(matcher.words, key=len)
        places = {bisect_right(self._starts, at) - 1 for at in matcher.places(first, self._joined)}
        return [self._things[place] for place in sorted(places) if matcher.holds(self._names[place])]
