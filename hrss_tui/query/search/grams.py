"""The tokens of the index: what a row of it holds, and what a term needs of a row.

A row is indexed by its single characters and by its pairs of neighbours, so that every text has tokens, however
short it is. Besides:

- a pair with a tag says that the block holds it at least twice, or three times;
- figures are indexed by three signs each, their ends among the signs: digits are few and stand beside each
  other everywhere, and 12 is to be told from a part of 345.12;
- a name is indexed by the pinyin initials of its neighbouring characters.

A row that lacks a token of a term does not hold the term; one that has them all may, and is read to be sure.
SQLite's tokenizer splits at ASCII signs and spaces, so ASCII is moved to a private area first.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise
from operator import add

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_PRIVATE = 0xE000
_SHIFT = {code: _PRIVATE + code for code in range(128) if chr(code) not in "\t\n"}
"""The tab stays: the tokenizer splits there, so that a pair over a cell border is but its two characters."""
_FIRST, _LAST = "\ue0f0", "\ue0f1"
_TAGS = {1: "", 2: "\ue0f2", 3: "\ue0f3"}
_INITIALS = 0xE100
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_INSIDE = re.compile(r"(?<=[0-9])(?:\.?[0-9])*\.?(?=[0-9])")
"""What lies between the first and the last digit of a figure, nothing where it has two."""


_DIGITS = frozenset("0123456789".translate(_SHIFT))
_FIGURE_SIGNS = _DIGITS | {".".translate(_SHIFT)}
_UNTAGGED = _DIGITS | {"\t"}


def shifted(text: str) -> str:
    """A normalised text as the index spells it."""
    return text.translate(_SHIFT)


def paired(text: str) -> str:
    """A normalised text in the form whose neighbours are its pairs: shifted, and of figures only the ends."""
    return _INSIDE.sub("\t", text).translate(_SHIFT)


def pairs(form: str) -> list[str]:
    """The neighbouring characters of a form."""
    return list(map(add, form, form[1:]))


def figures(text: str) -> str:
    """Tokens for the figures in a normalised text: three signs each, with the ends of the figure as signs."""
    return " ".join([_figure(figure) for figure in set(_FIGURE.findall(text))])


@lru_cache(maxsize=1 << 16)
def _figure(figure: str) -> str:
    return " ".join(_threes(_FIRST + shifted(figure) + _LAST))


def _threes(text: str) -> list[str]:
    return list(map("".join, zip(text, text[1:], text[2:], strict=False)))


def repeated(all_pairs: Sequence[str]) -> dict[str, int]:
    """Pairs without digits that a block holds more than once, and how often."""
    if len(set(all_pairs)) == len(all_pairs):
        return {}
    often = [(pair, count) for pair, count in Counter(all_pairs).items() if count > 1]
    return {pair: count for pair, count in often if _UNTAGGED.isdisjoint(pair)}


def tags(often: Mapping[str, int], within: Iterable[str] | None = None) -> str:
    """Tokens for the pairs that a block holds `often`; only for those within a row of it, if its pairs are given."""
    if not often:
        return ""
    several = often if within is None else often.keys() & set(within)
    found = [pair + _TAGS[2] for pair in several]
    found += [pair + _TAGS[3] for pair in several if often[pair] > 2]
    return " ".join(found)


def spelled(name: str, initials: Mapping[str, str]) -> str:
    """Tokens for the pinyin initials of neighbouring characters of a name."""
    known = [initials.get(char, "") for char in name]
    found = {
        _initial_pair(first, second)
        for left, right in pairwise(known)
        if left and right
        for first in left
        for second in right
    }
    return " ".join(found)


def _initial_pair(first: str, second: str) -> str:
    return chr(_INITIALS + (ord(first) - 97) * 26 + ord(second) - 97)


def all_of(tokens: Iterable[str]) -> str:
    """A match expression for rows that hold all of some tokens."""
    return " AND ".join(f'"{token}"' for token in dict.fromkeys(tokens))


def held(text: str, times: int = 1, whole: bool = False) -> list[str]:
    """The tokens of every row that holds a normalised text, if its block holds that so many times.

    With `whole` the figures at its ends are whole ones. How often a block holds a text is only known of texts
    without digits. The tokens may be none: see `held_characters`.
    """
    spelt = shifted(text)
    tag = _TAGS[times]
    kept = [pair + tag for pair in map(add, spelt, spelt[1:]) if not _in_figure(pair)]
    return kept + [three for figure in _known_figures(text, whole) for three in _threes(figure)]


def held_characters(text: str) -> list[str]:
    """The single characters of a text as tokens."""
    return list(shifted(text))


def held_digits(text: str) -> str:
    """A match expression for rows that hold a text of two digits: they go on somehow."""
    spelt = shifted(text)
    return " OR ".join(f'"{spelt}{after}"' for after in (*shifted("0123456789."), _LAST))


def _in_figure(pair: str) -> bool:
    """May a pair stand inside a figure? Then no row has it."""
    return _FIGURE_SIGNS.issuperset(pair) and not _DIGITS.isdisjoint(pair)


def _known_figures(text: str, whole: bool) -> Iterator[str]:
    """The figures in a text, their ends marked where these are known to be such."""
    for match in _FIGURE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        starts = not before.endswith(".") if before else whole
        ends = not after.startswith(".") if after else whole
        yield _FIRST * starts + shifted(match[0]) + _LAST * ends


def holding_name(initials: str) -> str:
    """A match expression for rows whose name may be spelt with these initials."""
    return all_of(_initial_pair(*two) for two in pairwise(initials))


def holding_any(left: str, right: str) -> str:
    """A match expression for rows that hold a character of one class before one of another."""
    return " OR ".join(f'"{first}{second}"' for first in left for second in right)
