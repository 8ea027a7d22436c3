"""What a caller of the interface gives as a name or as names: told apart before anything is asked of the package."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from hrss_tui.errors import UsageError
from hrss_tui.words import listed, phrase

Value = TypeVar("Value", bound=str)
Kind = TypeVar("Kind")
_MOST = 80
"""Characters of a value that are shown."""


def text(value: Any) -> str:
    """A name or a query. Raises UsageError for what is no text, such as a list."""
    if not isinstance(value, str):
        raise UsageError(phrase("error.no_text", value=repr(value)[:_MOST]), phrase("error.no_text.hint"))
    return value


def one_of(value: Value, known: tuple[Value, ...]) -> Value:
    """The value, which is one of those known. Raises UsageError for any other."""
    if value not in known:
        message = phrase("error.not_one_of", value=repr(value)[:_MOST])
        raise UsageError(message, phrase("error.not_one_of.hint", known=listed(known)))
    return value


def several(names: Any) -> tuple[str, ...]:
    """Names, each a text or a list of texts; one text alone is one name. Raises UsageError for anything else."""
    given = (names,) if isinstance(names, str) or not isinstance(names, Iterable) else names
    return tuple(
        name
        for one in given
        for name in ([text(one)] if isinstance(one, str) or not isinstance(one, Iterable) else map(text, one))
    )


def maybe(check: Callable[[Any], Kind], value: Any) -> Kind | None:
    """What a check says of a value; None where nothing is given. Raises what the check does."""
    return None if value is None else check(value)


def whole(value: Any) -> int:
    """A whole number: a year, a depth, a limit. Raises UsageError for anything else, such as "2021"."""
    if isinstance(value, bool) or not isinstance(value, int):
        message = phrase("error.no_whole_number", value=repr(value)[:_MOST])
        raise UsageError(message, phrase("error.no_whole_number.hint"))
    return value


def how_many(value: Any) -> int:
    """How many: a limit, a depth, some lines. Raises UsageError for what is no whole number from 0 on."""
    if whole(value) < 0:
        raise UsageError(phrase("error.below_zero", value=value), phrase("error.no_whole_number.hint"))
    return int(value)


def phase(value: Any) -> str:
    """A phase of documents. Raises UsageError for what is none."""
    from hrss_tui.query.documents import PHASES

    return one_of(text(value), PHASES)
