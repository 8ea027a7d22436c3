"""The newest value of an indicator: of several places or departments each has its own, and none is that of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrss_tui.query.indicators import Statement
from hrss_tui.query.outcomes import amount, matter, of_body, stage
from hrss_tui.reference.places import is_within


def newest(stated: Iterable[Statement]) -> Sequence[Statement]:
    """Outcomes before all else, of one period before those of a span with the same end; of each place or department one.

    Where these are the same, or one is of the place in which the others lie, it is the only one.
    """
    values = [one for one in stated if one.value is not None and one.change is None and one.period]
    if not values:
        return ()
    first = max(values, key=_newness)
    of_each: dict[str, Statement] = {}
    for one in values:
        if one.kind == first.kind and _newness(one) == _newness(first):
            of_each.setdefault(matter(one)[1], one)
    found = list(of_each.values())
    if len(set(map(amount, found))) == 1:
        return (first,)
    wholes = [one for one in found if all(_lies_in(other, one) for other in found)]
    return wholes if len(wholes) == 1 else found


def _newness(one: Statement) -> tuple[bool, bool, str, bool]:
    """What makes a value go before another; accounts say how much was budgeted, too, which is no outcome of theirs."""
    begin, _, end = (one.period or "").partition("/")
    end = end or begin
    return (
        one.kind == "actual",
        not stage(one),
        f"{end}-99-99" if len(end) == 4 else f"{end}-99",
        end == begin,
    )


def _lies_in(one: Statement, whole: Statement) -> bool:
    if of_body(one):
        return False
    return one.place is not None and whole.place is not None and is_within(one.place, whole.place)


def of_what(found: Iterable[Statement]) -> str:
    """What the values are of, one each: places, departments, or both and what is unknown ("several")."""
    whose = {_whose(one) for one in found}
    return whose.pop() if len(whose) == 1 else "several"


def _whose(one: Statement) -> str:
    if of_body(one):
        return "departments" if one.department else "several"
    return "places" if one.place else "several"
