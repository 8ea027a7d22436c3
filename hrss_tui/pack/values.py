"""The values of a column, of its declared type, within what every consumer can hold, with texts made harmless.

Decoding by the declared type leaves little to check, and that is done for a whole column at once, in C: a package
is read more often than it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import chain
from math import isfinite
from typing import Any, Final

import msgspec

from hrss_tui.pack.format import LISTS
from hrss_tui.plain import are_safe, substituted
from hrss_tui.words import phrase

_SMALLEST: Final = -(2**63)
_LARGEST: Final = 2**63 - 1


class BadTypeError(ValueError):
    """A column that is not of the type it says."""


class BadValuesError(ValueError):
    """A column with numbers no consumer could hold; the first argument says which."""


def column_values(raw: msgspec.Raw | bytes, declared: str) -> list[Any]:
    """Decode a column of type `declared`; what this program does not know may hold anything.

    Raises BadTypeError or BadValuesError.
    """
    try:
        values = _decoder(declared).decode(raw)
    except (msgspec.MsgspecError, RecursionError, TypeError, ValueError) as error:
        raise BadTypeError from error
    checked = _CHECKED.get(declared.removesuffix("?"))
    if checked is None:
        return [_checked(value) for value in values]
    present = [value for value in values if value is not None] if declared.endswith("?") else values
    return values if checked(present) else [harmless(value) for value in values]


@cache
def _decoder(declared: str) -> msgspec.msgpack.Decoder[list[Any]]:
    return msgspec.msgpack.Decoder(LISTS.get(declared, list[Any]))


def _integers(values: list[int]) -> bool:
    if values and (min(values) < _SMALLEST or max(values) > _LARGEST):
        raise BadValuesError(phrase("pack.too_big"))
    return True


def in_range(values: list[int | None]) -> list[int | None]:
    """The same integers, all within what consumers can hold. Raises BadValuesError."""
    _integers([value for value in values if value is not None])
    return values


def _numbers(values: list[float]) -> bool:
    if not all(map(isfinite, values)):
        raise BadValuesError(phrase("pack.not_finite"))
    return True


def _lists(checked: Callable[[list[Any]], bool]) -> Callable[[list[list[Any]]], bool]:
    return lambda values: checked(list(chain.from_iterable(values)))


_CHECKED: Final[dict[str, Callable[[list[Any]], bool]]] = {
    "string": are_safe,
    "integer": _integers,
    "number": _numbers,
    "boolean": lambda _values: True,
    "list<string>": _lists(are_safe),
    "list<integer>": _lists(_integers),
}
"""Type → is there nothing to mend in values of it? Raises BadValuesError for what cannot be mended."""


def harmless(value: Any) -> Any:
    """The value with every text in it made safe, see `hrss_tui.plain`."""
    if isinstance(value, str):
        return value if value.isprintable() else substituted(value)
    if isinstance(value, dict):
        return {harmless(key): harmless(item) for key, item in value.items()}
    return [harmless(item) for item in value] if isinstance(value, list) else value


def harmless_head(head: dict[str, Any]) -> dict[str, Any]:
    """The head with every text in it made safe; nearly always it is already, and one look at all of it tells."""
    try:
        text = msgspec.json.encode(head).decode()
    except (msgspec.MsgspecError, TypeError, ValueError, RecursionError):
        text = "\\"
    safe = "\\" not in text and text.isprintable()
    return head if safe else harmless(head)


def _checked(value: Any) -> Any:
    """A value of unknown type: its numbers checked, its texts made safe."""
    if value.__class__ is int:
        _integers([value])
    elif value.__class__ is float:
        _numbers([value])
    elif isinstance(value, list):
        return [_checked(item) for item in value]
    elif isinstance(value, dict):
        return {harmless(key): _checked(item) for key, item in value.items()}
    return harmless(value)
