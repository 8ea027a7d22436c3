"""What budgets are compared and how: read from a view string and written to one. Pure."""

from __future__ import annotations

import msgspec

from hrss_tui.query.views import View, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.page.asked import is_year

DEPARTMENTS, YEARS, EXECUTION = "departments", "years", "execution"
KINDS = (DEPARTMENTS, YEARS, EXECUTION)
HEAD = "head"
"""The mode of amounts per head."""
MODES = ("value", "share", "rank", "index", "difference", HEAD)


class State(msgspec.Struct, frozen=True):
    """What is compared (`of`), whose or of what (`name`), year, phase, kind of table, mode, base, by change or code."""

    of: str = DEPARTMENTS
    name: str = ""
    year: int | None = None
    phase: str = ""
    table: str = ""
    mode: str = "value"
    base: str = ""
    by_gap: bool = False

    @property
    def has_base(self) -> bool:
        """Whether the numbers are measured against a base."""
        return self.mode in ("index", "difference")


def state_of(desk: Desk, shown: View) -> State:
    """The state a view asks for; where it asks for nothing, what the package has most of."""
    of = shown.get("of")
    mode, year = shown.get("as", "value"), shown.get("year")
    chosen = State(
        of,
        shown.path,
        int(year) if is_year(year) else None,
        shown.get("phase"),
        shown.get("table"),
        mode if mode in MODES else "value",
        shown.get("base"),
        shown.get("order") == "gap",
    )
    if of in KINDS:
        return chosen
    return msgspec.structs.replace(chosen, **first(desk))


def first(desk: Desk) -> dict[str, str]:
    """What is compared where nobody says it: departments where there are several, else the years of the one."""
    names = list(dict.fromkeys(one.department for one in desk.data.filings.values()))
    if len(names) == 1:
        return {"of": YEARS, "name": names[0]}
    return {"of": DEPARTMENTS}


def view_of(state: State, at: str, column: str) -> View:
    """The view that shows a state; `at` and `column` are under the cursor, empty where they are the first."""
    return view(
        "compare",
        state.name,
        of=state.of,
        year=str(state.year or ""),
        phase=state.phase,
        table=state.table,
        **{"as": "" if state.mode == "value" else state.mode},
        base=state.base,
        order="gap" if state.by_gap else "",
        at=at,
        metric=column,
    )
