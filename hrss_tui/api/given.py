"""What a caller of the interface gives as a name or as names: told apart before anything is asked of the package."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from hrss_tui.errors import UsageError
from hrss_tui.words import listed, phrase

Value = TypeVar("Value", bound=str)
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
