r"""`re`, whose patterns are compiled when they are first used: `from hrss_tui import lazy_re as re`.

The package has more than a thousand patterns, of which a command or a document needs some. To compile all of them when modules
are imported took a quarter of a small build: Python 3.11 walks through all signs of a class like `[\u3400-\u9fff]`.
"""

from __future__ import annotations

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType
    from typing import Any, AnyStr

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "any_of",
    "any_word",
    "compile",
    "compile_all",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "longest_of",
    "match",
    "search",
    "split",
    "sub",
]


def any_of(words: Iterable[str]) -> str:
    """The piece of a pattern that is any of some words, or pieces, tried in their order."""
    return "|".join(words)


def longest_of(words: Iterable[str]) -> str:
    """The piece of a pattern that is any of some words, or pieces, a longer one tried before a shorter."""
    return any_of(sorted(words, key=len, reverse=True))


def any_word(words: Iterable[str]) -> str:
    """The piece of a pattern that is any of some words as they stand, a longer one before one that begins it."""
    return "|".join(map(escape, sorted(words, key=lambda word: (-len(word), word))))


class LazyPattern:
    """Stands for the pattern that `re.compile` gives, which is compiled when it is first used.

    The methods asked for stay in its slots, so that a pattern of a loop costs what it ever did. The pattern of a match is the
    compiled one: whether it is another is told by their texts.
    """

    __slots__ = (
        "_compiled",
        "_flags",
        "findall",
        "finditer",
        "flags",
        "fullmatch",
        "groupindex",
        "groups",
        "match",
        "pattern",
        "scanner",
        "search",
        "split",
        "sub",
        "subn",
    )

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What no slot holds yet."""
        if name == "_compiled":
            self._compiled = re.compile(self.pattern, self._flags)
            return self._compiled
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """What `re.compile` gives, later; the functions of `re` itself do not take it as their first argument."""
    return LazyPattern(pattern, flags)  # type: ignore[return-value]  # it has all that a pattern has


def compile_all(modules: Iterable[ModuleType]) -> None:
    """Compile the patterns of some modules that nobody has used yet: for a process that forks others, which will."""
    for module in modules:
        for value in tuple(vars(module).values()):
            if isinstance(value, LazyPattern):
                value._compiled  # noqa: B018 - asked for, it is there
