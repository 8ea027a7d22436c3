"""What is made of something once and kept with it, as long as it is there and no longer.

`functools.cache` would hold every desk of a language that was left, and every document of thousands that was looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Keeper(Protocol):
    """What keeps: `kept` are the results by what was asked."""

    kept: dict[tuple[object, ...], Any]


Owner = TypeVar("Owner", bound=Keeper)
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def kept(make: Callable[Concatenate[Owner, Rest], Result]) -> Callable[Concatenate[Owner, Rest], Result]:
    """The function, whose results are kept by its first argument; the others tell them apart."""

    @wraps(make)
    def once(owner: Owner, /, *rest: Rest.args, **named: Rest.kwargs) -> Result:
        asked = (make, *rest, *named.items())
        if asked not in owner.kept:
            owner.kept[asked] = make(owner, *rest, **named)
        result: Result = owner.kept[asked]
        return result

    return once
