r"""`re`, whose patterns are compiled when they are first used: `from hrss_tui import lazy_re as re`.

The package has more than a thousand patterns, of which a command or a document needs some. To compile all of them when modules
are imported took a quarter of a small build: Python 3.11 walks through all signs of a class like `[\u3400-\u9fff]`.
"""

from __future__ import annotations

import re
import sys
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
from typing import Any, AnyStr, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


class LazyPattern:
    """Stands for the pattern that `re.compile` gives, until it is first used.

    Then the constants of its module that held it hold the compiled pattern, so that a pattern of a loop costs what it ever did;
    whoever else has it (a table, a module that imported it) finds the methods asked for in its slots.
    """

    __slots__ = (
        "_compiled",
        "_flags",
        "_module",
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

    def __init__(self, pattern: Any, flags: int, module: dict[str, Any]) -> None:
        self.pattern = pattern
        self._flags = flags
        self._module = module

    def __getattr__(self, name: str) -> Any:
        """What no slot holds yet."""
        if name == "_compiled":
            self._compiled = re.compile(self.pattern, self._flags)
            for constant in [name for name, value in self._module.items() if value is self]:
                self._module[constant] = self._compiled
            return self._compiled
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """What `re.compile` gives, later; the functions of `re` itself do not take it as their first argument."""
    return cast("Pattern[AnyStr]", LazyPattern(pattern, flags, sys._getframe(1).f_globals))
