"""The one normalisation of search: what is equal to a reader is equal here, in texts and in queries.

NFKC, letter case, diacritics, kinds of quotation marks, dashes and brackets; traditional and variant characters
by the table of the package; spaces, unless they stand between two letters ("human resources"); commas that
group the digits of a number. A tab, which separates the cells of a row, stays: nothing matches across it.
`Normal.at` leads back to the printed text, so that a mark stands where the words stand.
"""

from __future__ import annotations

import unicodedata

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_GROUPS = (
    ('"', "“”„‟«»″〝〞"),
    ("'", "‘’‚‛′´"),
    ("-", "‐‑‒–—―−"),
    ("[", "〔【〖"),
    ("]", "〕】〗"),
    ("·", "•・‧∙"),
    ("<", "〈"),
    (">", "〉"),
)
_ALIKE = {char: sign for sign, chars in _GROUPS for char in chars}
_KEPT = "\t\n，"
"""Left as they are: cell and block borders, and the comma that never groups digits (see `_joined`)."""

_LETTERS = "a-z\u00df-\u02af\u0370-\u1fff"
_SPACES = re.compile(rf" (?:(?<!  ) *(?![{_LETTERS} ])|(?<![{_LETTERS} ] ) *|(?<=  ) *)")
_WIDE_COMMA = re.compile("，(?<=[０-９]，)(?=[０-９]{3})")
_DIGIT_COMMA = re.compile(
    r",(?:(?<=(?<![0-9])[0-9],)|(?<=(?<![0-9])[0-9]{2},)|(?<=(?<![0-9])[0-9]{3},))(?=[0-9]{3}(?![0-9]))"
)


class Normal:
    """A normalised text: character i was printed at offset `at[i]`. Made by `Folding.mapped`."""

    __slots__ = ("at", "text")

    def __init__(self, text: str, at: Sequence[int]) -> None:
        self.text = text
        self.at = at

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end], which is not empty, is printed: [start, end) of the printed text."""
        return self.at[start], self.at[end - 1] + 1


class Folding(dict[int, str]):
    """Code point → what it is folded to, filled as characters are met; a table for `str.translate`."""

    def __init__(self, variants: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._variants = variants or {}

    def __missing__(self, code: int) -> str:
        folded = _folded(chr(code), self._variants)
        self[code] = folded
        return folded

    def text(self, printed: str) -> str:
        """The normalised form."""
        text = _WIDE_COMMA.sub(",", printed).translate(self)
        text = _SPACES.sub("", _DIGIT_COMMA.sub("", text))
        return text.replace(",", "，")

    def mapped(self, printed: str) -> Normal:
        """The normalised form with its way back to the printed text."""
        text = _WIDE_COMMA.sub(",", printed)
        parts = [self[ord(char)] for char in text]
        text = "".join(parts)
        at: Sequence[int] = range(len(printed))
        if len(text) != len(printed) or "" in parts:
            at = [offset for offset, part in enumerate(parts) for _ in part]
        for pattern in (_DIGIT_COMMA, _SPACES):
            text, at = _without(pattern, text, at)
        return Normal(text.replace(",", "，"), at)


def folding(head: Mapping[str, Any]) -> Folding:
    """The folding for a package, by the variants in its head (see datapack/FORMAT.md); none where it has none."""
    lookup = head.get("lookup")
    pair = lookup.get("variants") if isinstance(lookup, dict) else None
    if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
        return Folding()
    kept = {variant: char for variant, char in zip(*pair, strict=False) if _is_han(variant) and _is_han(char)}
    return Folding(kept)


def _is_han(char: str) -> bool:
    """Only such characters fold to each other; a package may claim that one is a line break."""
    return char >= "\u3400" and char.isalpha()


def _folded(char: str, variants: Mapping[str, str]) -> str:
    if char in _KEPT:
        return char
    if "\u4e00" <= char <= "\u9fff":
        return variants.get(char, char)
    if char.isascii():
        return " " if char.isspace() else char.lower()
    compatible = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", char).casefold())
    return "".join(_plain(variants.get(part, part)) for part in compatible)


def _plain(char: str) -> str:
    """Without a diacritic, one sign per kind of sign, one kind of space, nothing invisible."""
    if char.isspace():
        return " "
    if "\u0300" <= char <= "\u036f" or unicodedata.category(char) == "Cf":
        return ""
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and base.isalpha() else _ALIKE.get(char, char)


def _without(pattern: re.Pattern[str], text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text without what a pattern matches, and its offsets."""
    kept: list[str] = []
    offsets: list[int] = []
    start = 0
    for match in pattern.finditer(text):
        kept.append(text[start : match.start()])
        offsets.extend(at[start : match.start()])
        start = match.end()
    if not start:
        return text, at
    return "".join(kept) + text[start:], [*offsets, *at[start:]]
