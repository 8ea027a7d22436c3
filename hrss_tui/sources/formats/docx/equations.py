r"""Fields EQ of old Word files, which hold how something is drawn and never what it shows: `EQ \f(1,2)` is 1/2.

Programs of today write characters in a ring, readings above characters and characters in two lines so, too. What is put
over each other otherwise, or drawn with brackets and in columns, is not read.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.formulas import fraction, index, root
from hrss_tui.sources.formats.raised import raised

_SWITCH = re.compile(r"\\\*\s{0,9}(?:\"[^\"]{0,99}\"|[^\s\\]{0,99})")
_TOKEN = re.compile(r"\\([a-zA-Z]{1,9})\s{0,9}\d{0,4}\s{0,9}|\\(.)|([(),;])|([^\\(),;]+)", re.DOTALL)
_LONGEST, _DEEPEST = 2_000, 20
_RINGS, _FRAMES = "○◯〇", "□△◇"
_RINGED, _MOST_RINGED = 0x2460, 20


class _Drawn(msgspec.Struct, frozen=True):
    """What an instruction draws: its names (`s`, `up`) and what it is given, each of texts and other drawings."""

    names: tuple[str, ...]
    given: tuple[_Parts, ...]


_Parts = tuple["str | _Drawn", ...]


class _UnknownError(Exception):
    """Something that is not read."""


def equation(instruction: str) -> str | None:
    """What a field shows whose instruction follows its name; None where that is not known."""
    if len(instruction) > _LONGEST:
        return None
    tokens = [match.groups() for match in _TOKEN.finditer(_SWITCH.sub("", instruction).strip())]
    try:
        parts, end = _read(tokens, 0, 0)
        return _shown(parts) if end == len(tokens) else None
    except _UnknownError:
        return None


def _read(tokens: Sequence[tuple[str, ...]], at: int, depth: int) -> tuple[_Parts, int]:
    """Texts and drawings up to what ends them, and where that is."""
    found: list[str | _Drawn] = []
    while at < len(tokens):
        name, escaped, sign, text = tokens[at]
        if name:
            drawn, at = _draw(tokens, at, depth + 1)
            found.append(drawn)
            continue
        if sign and (sign != "(" or depth):
            break
        found.append(escaped or sign or text)
        at += 1
    return tuple(found), at


def _draw(tokens: Sequence[tuple[str, ...]], at: int, depth: int) -> tuple[_Drawn, int]:
    names: list[str] = []
    while at < len(tokens) and tokens[at][0]:
        names.append(tokens[at][0].lower())
        at += 1
    if depth > _DEEPEST or at == len(tokens) or tokens[at][2] != "(":
        raise _UnknownError
    given: list[_Parts] = []
    while tokens[at][2] != ")":
        parts, at = _read(tokens, at + 1, depth)
        given.append(parts)
        if at == len(tokens) or tokens[at][2] == "(":
            raise _UnknownError
    return _Drawn(tuple(names), tuple(given)), at + 1


def _shown(parts: _Parts) -> str:
    return "".join(part if isinstance(part, str) else _form(part) for part in parts).strip()


def _form(drawn: _Drawn) -> str:
    """A drawing as text."""
    name, given = drawn.names[0], drawn.given
    if name == "o" and len(given) > 1:
        return _overlaid(given)
    texts = [_shown(each) for each in given]
    if name == "f" and len(texts) == 2:
        return fraction(texts)
    if name == "r" and len(texts) <= 2:
        return root(texts[::-1])
    if len(texts) == 1 and name in ("s", "x"):
        return _moved(drawn.names[1:], texts[0])
    raise _UnknownError


def _moved(how: Sequence[str], text: str) -> str:
    return raised(text) if "up" in how else index(("", text)) if "do" in how else text


def _overlaid(given: Sequence[_Parts]) -> str:
    """Characters in a ring or frame, below their reading, or in two lines that are one after the other."""
    first, last = given[0], given[-1]
    if first in {(sign,) for sign in _RINGS + _FRAMES} and len(given) == 2:
        text = _shown(last)
        ringed = text.isascii() and text.isdigit() and 0 < int(text) <= _MOST_RINGED and first[0] in _RINGS
        return chr(_RINGED + int(text) - 1) if ringed else text
    if not _is_moved(first):
        raise _UnknownError
    if not _is_moved(last) and len(given) == 2:
        return _shown(last)
    if all(map(_is_moved, given)):
        return "".join(_shown(each[0].given[0]) for each in given if isinstance(each[0], _Drawn))
    raise _UnknownError


def _is_moved(parts: _Parts) -> bool:
    """Is it one thing that stands above or below the line?"""
    one = parts[0] if len(parts) == 1 else ""
    return isinstance(one, _Drawn) and one.names[0] == "s" and len(one.given) == 1
