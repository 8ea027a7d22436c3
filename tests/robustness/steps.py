"""Counted work: statements that are carried out, among them each turn of a loop and of a comprehension, never seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from tests.robustness import examples
from tests.robustness.counted import Counted, Made
from tests.robustness.process import ROOT

OURS = str(ROOT / "hrss_tui")


def steps(work: Callable[[], object]) -> int:
    """What some work takes in all: statements that are carried out, calls, and turns of comprehensions.

    Calls of functions in C are not counted beside the statement that they stand in: there are so many to one.
    """
    return by_function(work).total()


def by_function(work: Callable[[], object]) -> Counter[str]:
    """The same by the function that does it.

    Functions that are not ours count together, as "": what they are called for is work of ours.
    """
    with counted().counting() as told:
        work()
    return told


@cache
def counted() -> Counted:
    """The functions that count, of this process."""
    return Counted((OURS, str(examples.__file__)), shared)


def shared(make: Callable[[], dict[str, Made]]) -> dict[str, Made]:
    """What is compiled for it; the processes of a run set this to what one of them makes."""
    return make()
