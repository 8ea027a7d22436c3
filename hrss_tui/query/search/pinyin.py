"""Pinyin to Chinese characters, by the table of the package: syllable → the characters that are read so.

Letters are read in two ways: as initials (`shbz`, one letter a character) and as syllables (`shebao`, the last
one may be unfinished). Each way gives one class of characters per place; at least two places, for a single
syllable stands for too much.
"""

from __future__ import annotations

from itertools import islice

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_LETTERS = re.compile(r"[a-z']{2,30}")
_WAYS = 16
"""Ways of cutting the letters into syllables that are tried; real words have one or two."""


class Way:
    """One reading of the letters: the characters possible at each place, and the first letters of the places."""

    __slots__ = ("classes", "initials")

    def __init__(self, classes: tuple[str, ...], initials: str) -> None:
        self.classes = classes
        self.initials = initials

    @property
    def source(self) -> str:
        """The reading as an expression."""
        return "".join(f"[{chars}]" for chars in self.classes)


class Pinyin:
    """The readings of a package."""

    __slots__ = ("_by_initial", "_syllables")

    def __init__(self, syllables: Mapping[str, str]) -> None:
        self._syllables = syllables
        self._by_initial: dict[str, str] = {}
        for syllable, chars in syllables.items():
            first = syllable[:1]
            self._by_initial[first] = self._by_initial.get(first, "") + chars

    def initials(self) -> dict[str, str]:
        """Character → the first letters of its readings."""
        found: dict[str, str] = {}
        for letter, chars in self._by_initial.items():
            for char in set(chars):
                found[char] = found.get(char, "") + letter
        return found

    def ways(self, letters: str) -> list[Way]:
        """The readings of the letters; none where they are no pinyin of these texts."""
        if not _LETTERS.fullmatch(letters):
            return []
        ways = [self._whole(cut) for cut in self._cuts(letters)]
        if all(letter in self._by_initial for letter in letters):
            ways.append(Way(tuple(self._by_initial[letter] for letter in letters), letters))
        return ways

    def pattern(self, letters: str) -> str:
        """The readings as the source of one expression; empty where there are none."""
        return "|".join(dict.fromkeys(way.source for way in self.ways(letters)))

    def _whole(self, cut: tuple[str, ...]) -> Way:
        """A cut into syllables; all but the last are whole."""
        *whole, last = cut
        endings = "".join(chars for name, chars in self._syllables.items() if name.startswith(last))
        classes = (*(self._syllables[name] for name in whole), endings)
        return Way(classes, "".join(name[0] for name in cut))

    def _cuts(self, letters: str) -> list[tuple[str, ...]]:
        """Ways of cutting the letters; those that end within a syllable only where no other is possible."""
        found = [cut for cut in islice(self._continued(letters), _WAYS) if len(cut) > 1]
        return [cut for cut in found if cut[-1] in self._syllables] or found

    def _continued(self, letters: str) -> Iterator[tuple[str, ...]]:
        """The cuts, those with the longest first syllable first; places that lead nowhere are not tried."""
        open_ends = self._open(letters)

        def cuts(start: int, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
            for end in range(min(len(letters), start + 6), start, -1):
                piece = letters[start:end]
                after = end + (letters[end : end + 1] == "'")
                if after >= len(letters) and self._begins(piece):
                    yield (*before, piece)
                elif piece in self._syllables and after in open_ends:
                    yield from cuts(after, (*before, piece))

        return cuts(0, ())

    def _open(self, letters: str) -> set[int]:
        """Places from which the rest of the letters can be cut."""
        found: set[int] = set()
        for start in range(len(letters) - 1, -1, -1):
            for end in range(start + 1, min(len(letters), start + 6) + 1):
                piece = letters[start:end]
                after = end + (letters[end : end + 1] == "'")
                if (after >= len(letters) and self._begins(piece)) or (
                    piece in self._syllables and after in found
                ):
                    found.add(start)
                    break
        return found

    def _begins(self, piece: str) -> bool:
        return any(name.startswith(piece) for name in self._syllables)


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
