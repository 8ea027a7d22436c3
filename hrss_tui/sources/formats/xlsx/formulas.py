"""Formulas of conditions: comparisons of cells and values, and the functions that such formulas are mostly made of.

A formula is taken apart once and worked out for each cell. What is written otherwise is not known, nor what rests on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.xlsx.sheets import place_of


class Odd(Enum):
    """What a cell or a formula holds where that is no value."""

    BLANK = 0
    ERROR = 1
    UNKNOWN = 2


Value: TypeAlias = Decimal | str | bool | Odd
Place: TypeAlias = tuple[int, int]


class Spot(msgspec.Struct, frozen=True):
    """The cell that a formula is worked out for: its place, how far it is from the one it was written for, and all cells."""

    place: Place
    moved: Place
    value: Callable[[Place], Value]


_Work: TypeAlias = Callable[[Spot], Value]
_TOKEN = re.compile(
    r'\s{0,9}("[^"]{0,255}"|\d{1,15}(?:\.\d{1,15})?|\$?[A-Z]{1,3}\$?\d{1,7}(?![\w.(!:])|[A-Za-z]{1,12}(?=\()|(?:TRUE|FALSE)\b|<=|>=|<>|[<>=(),-])',
    re.ASCII,
)
_REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.ASCII)
_SIGNS = ("<", "<=", ">", ">=", "=", "<>")
_LONGEST, _DEEPEST = 500, 24
_PLAIN_FROM, _PLAIN_TO = Decimal("1E-4"), Decimal("1E10")
"""Numbers that are written without an exponent where a function takes them for a text."""


def holds(formula: str, spot: Spot) -> bool | None:
    """Does a formula hold for a cell? None where that is not known."""
    work = _taken_apart(formula)
    found = work(spot) if work is not None else Odd.UNKNOWN
    if found is Odd.UNKNOWN:
        return None
    return bool(found) if isinstance(found, (bool, Decimal)) else False


@lru_cache(maxsize=256)
def _taken_apart(formula: str) -> _Work | None:
    tokens: list[str] = []
    at = 0
    text = formula.strip()
    while at < len(text) <= _LONGEST:
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        tokens.append(match[1])
        at = match.end()
    parser = _Parser(tokens)
    try:
        work = parser.expression(0)
    except ValueError:
        return None
    return work if parser.at == len(tokens) else None


class _Parser:
    """What is still to be read of a formula. Raises ValueError for what is not known."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens, self.at = tokens, 0

    def _next(self, *wanted: str) -> str:
        token = self.tokens[self.at] if self.at < len(self.tokens) else ""
        if not token or (wanted and token not in wanted):
            raise ValueError(token)
        self.at += 1
        return token

    def _is_next(self, *wanted: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at] in wanted

    def expression(self, depth: int) -> _Work:
        """One operand, or two that are compared."""
        left = self._operand(depth)
        if not self._is_next(*_SIGNS):
            return left
        sign, right = self._next(), self._operand(depth)
        return lambda spot: _compared(left(spot), sign, right(spot))

    def _operand(self, depth: int) -> _Work:
        if depth > _DEEPEST:
            raise ValueError(depth)
        token = self._next()
        value: Value
        if token == "(":
            inside = self.expression(depth + 1)
            self._next(")")
            return inside
        if token == "-":
            value = -Decimal(self._next()) if self._is_number() else Odd.UNKNOWN
        elif token[0] == '"':
            value = token[1:-1]
        elif token[0].isdigit():
            value = Decimal(token)
        elif (match := _REFERENCE.fullmatch(token)) is not None:
            return _reference(match[2] + match[4], bool(match[3]), bool(match[1]))
        elif self._is_next("("):
            return self._function(token.upper(), depth)
        elif token in {"TRUE", "FALSE"}:
            value = token == "TRUE"
        else:
            raise ValueError(token)
        return lambda _: value

    def _is_number(self) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at][0].isdigit()

    def _function(self, name: str, depth: int) -> _Work:
        self._next("(")
        given: list[_Work] = []
        while not self._is_next(")"):
            if given:
                self._next(",")
            given.append(self.expression(depth + 1))
        self._next(")")
        if name in _PLACES and not given:
            index = _PLACES.index(name)
            return lambda spot: Decimal(spot.place[index] + 1)
        least, most, apply = _FUNCTIONS.get(name, (1, 0, _and))
        if not least <= len(given) <= most:
            raise ValueError(name)
        return lambda spot: apply([each(spot) for each in given])


def _reference(name: str, row_stays: bool, column_stays: bool) -> _Work:
    """The value of a cell, which moves with the one a formula is worked out for."""
    row, column = place_of(name) or (-1, -1)

    def work(spot: Spot) -> Value:
        place = row + (0 if row_stays else spot.moved[0]), column + (0 if column_stays else spot.moved[1])
        return spot.value(place) if min(place) >= 0 else Odd.UNKNOWN

    return work


def _compared(left: Value, sign: str, right: Value) -> Value:
    """A comparison: numbers come before texts and these before truths; of two texts only whether they are equal is known."""
    if odd := _odd(left, right):
        return odd
    mine, other = _filled(left, right), _filled(right, left)
    ranks = [2 if isinstance(each, bool) else isinstance(each, str) for each in (mine, other)]
    if ranks[0] != ranks[1]:
        order = 1 if ranks[0] > ranks[1] else -1
    elif isinstance(mine, str) and isinstance(other, str):
        if mine.casefold() == other.casefold():
            order = 0
        elif sign in {"=", "<>"}:
            order = 1
        else:
            return Odd.UNKNOWN
    else:
        a, b = Decimal(mine), Decimal(other)
        order = (a > b) - (a < b)
    held = {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0, "=": order == 0}
    return held.get(sign, order != 0)


def _filled(value: Value, beside: Value) -> Decimal | str | bool:
    """A value, where a blank is what is nothing of the kind of the other."""
    if not isinstance(value, Odd):
        return value
    return "" if isinstance(beside, str) else False if isinstance(beside, bool) else Decimal(0)


def _odd(*values: Value) -> Odd | None:
    """What comes of values of which one is an error or not known."""
    return next((odd for odd in (Odd.ERROR, Odd.UNKNOWN) if any(value is odd for value in values)), None)


def _truths(given: Sequence[Value], of_all: Callable[[list[bool]], bool]) -> Value:
    if odd := _odd(*given):
        return odd
    known = [bool(each) for each in given if isinstance(each, (bool, Decimal))]
    return of_all(known) if len(known) == len(given) else Odd.UNKNOWN


def _and(given: Sequence[Value]) -> Value:
    return _truths(given, all)


def _or(given: Sequence[Value]) -> Value:
    return _truths(given, any)


def _not(given: Sequence[Value]) -> Value:
    return _truths(given, lambda known: not known[0])


def _of_kind(is_kind: Callable[[Value], bool], error: Value = False) -> Callable[[Sequence[Value]], Value]:
    """A function that asks what a value is; `error` is what it says of an error."""

    def asked(given: Sequence[Value]) -> Value:
        value = given[0]
        return value if value is Odd.UNKNOWN else error if value is Odd.ERROR else is_kind(value)

    return asked


def _texts(given: Sequence[Value]) -> list[str] | Odd:
    """What a function of texts takes values for."""
    if odd := _odd(*given):
        return odd
    texts = [each if isinstance(each, str) else "" if each is Odd.BLANK else _written(each) for each in given]
    return Odd.UNKNOWN if None in texts else [text for text in texts if text is not None]


def _written(value: Value) -> str | None:
    """A number as a text, where it is written without an exponent."""
    if isinstance(value, bool) or not isinstance(value, Decimal):
        return None
    if value and not _PLAIN_FROM <= abs(value) < _PLAIN_TO:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _length(given: Sequence[Value]) -> Value:
    texts = _texts(given)
    return texts if isinstance(texts, Odd) else Decimal(len(texts[0]))


def _trimmed(given: Sequence[Value]) -> Value:
    texts = _texts(given)
    return texts if isinstance(texts, Odd) else " ".join(part for part in texts[0].split(" ") if part)


def _searched(given: Sequence[Value]) -> Value:
    """Where a text stands in another, an error where it does not."""
    texts = _texts(given)
    if isinstance(texts, Odd):
        return texts
    if {"?", "*", "~"} & set(texts[0]):
        return Odd.UNKNOWN
    at = texts[1].casefold().find(texts[0].casefold())
    return Decimal(at + 1) if at >= 0 else Odd.ERROR


def _end(is_first: bool) -> Callable[[Sequence[Value]], Value]:
    """A function that gives the first or the last characters of a text."""

    def cut(given: Sequence[Value]) -> Value:
        texts, count = _texts(given[:1]), given[1] if len(given) > 1 else Decimal(1)
        if isinstance(texts, Odd):
            return texts
        if not isinstance(count, Decimal) or count < 0 or count != int(count):
            return Odd.UNKNOWN
        text, many = texts[0], min(int(count), len(texts[0]))
        return text[:many] if is_first else text[len(text) - many :]

    return cut


def _rest(given: Sequence[Value]) -> Value:
    """What is left of a whole number above zero behind a division."""
    if odd := _odd(*given):
        return odd
    number, by = (Decimal(0) if each is Odd.BLANK else each for each in given)
    whole = all(isinstance(each, Decimal) and each == int(each) for each in (number, by))
    if not (whole and isinstance(number, Decimal) and isinstance(by, Decimal) and number >= 0 < by):
        return Odd.UNKNOWN
    return Decimal(int(number) % int(by))


_PLACES = ("ROW", "COLUMN")
_MANY = 30
_FUNCTIONS: dict[str, tuple[int, int, Callable[[Sequence[Value]], Value]]] = {
    "AND": (1, _MANY, _and),
    "OR": (1, _MANY, _or),
    "NOT": (1, 1, _not),
    "ISERROR": (1, 1, _of_kind(lambda _: False, error=True)),
    "ISERR": (1, 1, _of_kind(lambda _: False, error=Odd.UNKNOWN)),
    "ISNA": (1, 1, _of_kind(lambda _: False, error=Odd.UNKNOWN)),
    "ISBLANK": (1, 1, _of_kind(lambda value: value is Odd.BLANK)),
    "ISNUMBER": (1, 1, _of_kind(lambda value: isinstance(value, Decimal))),
    "ISTEXT": (1, 1, _of_kind(lambda value: isinstance(value, str))),
    "LEN": (1, 1, _length),
    "TRIM": (1, 1, _trimmed),
    "SEARCH": (2, 2, _searched),
    "LEFT": (1, 2, _end(is_first=True)),
    "RIGHT": (1, 2, _end(is_first=False)),
    "MOD": (2, 2, _rest),
}
"""Function → how many values it takes, at least and at most, and what it makes of them."""
