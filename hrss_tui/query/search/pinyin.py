"""Pinyin to Chinese characters, by the table of the package: syllable → the characters that are read so.

Letters are read in two ways: as initials (`shbz`, one letter a character) and as syllables (`shebao`, the last
one may be unfinished). Each way gives a pattern with one class of characters per place; at least two places,
for a single syllable stands for too much.
"""

from __future__ import annotations

import re
from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_LETTERS = re.compile(r"[a-z']{2,30}")
_WAYS = 16
"""Ways of cutting the letters into syllables that are tried; real words have one or two."""


class Pinyin:
    """The readings of a package."""

    __slots__ = ("_initials", "_syllables")

    def __init__(self, syllables: Mapping[str, str]) -> None:
        self._syllables = syllables
        self._initials: dict[str, str] = {}
        for syllable, chars in syllables.items():
            first = syllable[:1]
            self._initials[first] = self._initials.get(first, "") + chars

    def pattern(self, letters: str) -> str:
        """Source of an expression for the characters that the letters may stand for; empty where there are none."""
        if not _LETTERS.fullmatch(letters):
            return ""
        ways = [self._sequence(way) for way in self._cuts(letters)]
        if "'" not in letters and all(letter in self._initials for letter in letters):
            ways.append("".join(f"[{self._initials[letter]}]" for letter in letters))
        return "|".join(dict.fromkeys(way for way in ways if way))

    def _sequence(self, way: tuple[str, ...]) -> str:
        """One cut as an expression; all its pieces but the last are whole syllables."""
        *whole, last = way
        endings = "".join(chars for name, chars in self._syllables.items() if name.startswith(last))
        return "".join(f"[{self._syllables[name]}]" for name in whole) + f"[{endings}]"

    def _cuts(self, letters: str) -> list[tuple[str, ...]]:
        """Ways of cutting the letters; those that end within a syllable only where no other is possible."""
        found = [way for way in islice(self._ways(letters, ()), _WAYS) if len(way) > 1]
        return [way for way in found if way[-1] in self._syllables] or found

    def _ways(self, letters: str, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        head = letters.split("'", 1)[0]
        for size in range(len(head), 0, -1):
            piece, rest = letters[:size], letters[size:].lstrip("'")
            if not rest:
                if any(name.startswith(piece) for name in self._syllables):
                    yield (*before, piece)
            elif piece in self._syllables:
                yield from self._ways(rest, (*before, piece))


def pinyin(head: Mapping[str, Any]) -> Pinyin:
    """The readings in a package's head (see datapack/FORMAT.md); without them pinyin finds nothing."""
    lookup = head.get("lookup")
    table = lookup.get("pinyin") if isinstance(lookup, dict) else None
    if not isinstance(table, dict):
        return Pinyin({})
    plain = re.compile(r"[a-z]+").fullmatch
    # A class of characters is made of them: nothing that means something in an expression may come in.
    return Pinyin(
        {
            name: chars
            for name, chars in table.items()
            if plain(str(name)) and isinstance(chars, str) and chars.isalpha()
        }
    )
