"""Regular expressions that cannot hang: RE2 takes time in proportion to the text, and a clock ends that.

An expression is matched against normalised text (no spaces between Chinese characters, no commas in numbers,
one kind of bracket), cell by cell, whatever the letter case. `^` and `$` are the ends of a cell or paragraph.
"""

from __future__ import annotations

import re
from time import monotonic

from hrss_tui.query.search.language import faulty
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from hrss_tui.query.search.normal import Folding

SECONDS = 0.2
_STRETCH = 2048
"""Bytes searched between two looks at the clock: the costliest expressions take some 10 ms for them."""
_MEMORY = 2**21
"""Bytes an expression may take when compiled: what is larger is refused, which also bounds its time per byte."""
# Compiled when first used: most searches need none of them, and compiling takes longer than searching.
_ANCHORS = r"[\^$]|\\[Az]"
_SPACE = r"(?<!\\) +(?![A-Za-z ])|(?<![A-Za-z \\]) +"
_COMMA = r"\{\d*,\d*\}|,"
_SPECIAL = r"([\\.^$*+?{}\[\]|()])"
_LONGER = r"(?<!\\)(?:\\\\)*\\(?![dDwWsSbBAznrtfva]|[pP]\{)[A-Za-z0-9]"
"""The beginning of an escape that takes more than its letter (`\\pN`, `\\x41`, `\\101`, `\\Q…\\E`)."""

_WHOLE = r"(?s)\\Q.*?(?:\\E|$)|\\[^C]"
"""Signs behind a backslash and texts between `\\Q` and `\\E`; what is left of the engine's `\\C`, a byte, is one: no place in a text."""


class Expression:
    """A compiled expression.

    `cut` tells that the clock ended the search: there may be more. `required` is a normalised text that stands in
    whatever it matches, or nothing.
    """

    __slots__ = ("_anchored", "_find", "_until", "cut", "literals", "required")

    def __init__(self, source: str, at: int, fold: Folding) -> None:
        pattern = _normal_pattern(source, fold)
        self._find: Callable[..., Iterator[Any]] = _compiled(pattern, source, at).finditer
        self._anchored = bool(re.search(_ANCHORS, pattern))
        self._until = float("inf")
        self.cut = False
        self.literals: tuple[str, ...] = ()
        self.required = _required(pattern)

    def start_clock(self) -> None:
        """From now on SECONDS may pass."""
        self._until = monotonic() + SECONDS
        self.cut = False

    def stop_clock(self) -> None:
        """From now on there is time: what was found is marked, however late somebody looks at it."""
        self._until = float("inf")

    def expired(self) -> bool:
        """Is the time over?"""
        over = monotonic() > self._until
        self.cut = self.cut or over
        return over

    def starts(self, data: bytes) -> list[int] | None:
        """Where the matches in the UTF-8 of many texts, one a line, begin.

        None where they cannot be told from a search of many lines at once: the expression knows the ends of a
        text, or a match runs over one.
        """
        if self._anchored:
            return None
        found: list[int] = []
        at = 0
        while at < len(data) and not self.expired():
            stop = data.find(b"\n", at + _STRETCH)
            stop = stop if stop >= 0 else len(data)
            for match in self._timely(data, at, stop):
                start, end = match.span()
                if b"\n" in data[start:end] or b"\t" in data[start:end]:
                    return None
                if end > start:
                    found.append(start)
            at = stop
        return found

    def _timely(self, data: bytes, start: int, end: int) -> Iterator[Any]:
        """The matches up to the end of the time, as each may cost as much as reading all of the text.

        Where the clock is stopped, one text still takes no longer than a search.
        """
        alone = monotonic() + SECONDS
        for match in self._find(data, start, end):
            yield match
            if self.expired() or monotonic() > alone:
                return

    def spans(self, text: str, label: int) -> list[tuple[int, int]]:
        """Where it matches, in characters; empty matches do not count, and none is looked for when time is over."""
        found: list[tuple[int, int]] = []
        if self.expired():
            return found
        base = 0
        for cell in text.split("\t"):
            data = cell.encode()
            for match in self._timely(data, 0, len(data)) if data else ():
                start, end = match.span()
                if end > start:
                    before = len(data[:start].decode())
                    found.append((base + before, base + before + len(data[start:end].decode())))
            base += len(cell) + 1
        return found

    def count(self, text: str, label: int) -> int:
        """Matches."""
        return len(self.spans(text, label))

    def labelled(self, text: str, label: int) -> bool:
        """Does it match in the name?"""
        return label > 0 and any(end <= label for _, end in self.spans(text, label))


def _normal_pattern(source: str, fold: Folding) -> str:
    """The expression as it would be written for normalised text."""
    spaceless = re.sub(_SPACE, "", source)
    commas = re.sub(_COMMA, lambda match: match[0] if len(match[0]) > 1 else "，", spaceless)
    return "".join(char if char.isascii() else re.sub(_SPECIAL, r"\\\1", fold[ord(char)]) for char in commas)


def _required(pattern: str) -> str:
    """The longest text that every match holds, as far as that is seen at once: without brackets and long escapes."""
    if re.search(rf"[|()\[\]]|{_LONGER}", pattern):
        return ""
    sign = r"(?:\\[pP]\{[^}]*\}|\\.|.)"
    plain = re.sub(rf"{sign}(?:[*+?]|\{{[^}}]*\}})\??|\\[pP]\{{[^}}]*\}}|\\.|[.^$]", "\n", pattern)
    return max(plain.split("\n"), key=len).lower()


def _compiled(pattern: str, source: str, at: int) -> Any:
    try:
        import re2
    except ImportError:
        faulty("no_engine", at)
    if "\\C" in re.sub(_WHOLE, "", pattern):
        faulty("bad_regex", at, source=source, reason=phrase("find.error.byte"))
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.never_capture = True  # nobody asks for the groups, and hundreds of them cost seconds a line
    options.max_mem = _MEMORY
    try:
        return re2.compile(pattern.encode("utf-8", "surrogatepass"), options)
    except re2.error as error:
        what = error.args[0] if error.args else ""
        faulty("bad_regex", at, source=source, reason=what.decode() if isinstance(what, bytes) else what)
