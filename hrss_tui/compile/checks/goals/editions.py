"""The budgets and final accounts of every department of a known place, by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.goals.comparable import place_of
from hrss_tui.compile.checks.prose.sentences import Prose
from hrss_tui.records import BudgetTable
from hrss_tui.sources.text import fold


class Filed(msgspec.Struct, frozen=True):
    """Whose paper it is and of what; the phase is budget or final."""

    place: str
    department: str
    phase: str | None
    year: int


def editions(found: Sequence[Prose]) -> Mapping[Filed, Mapping[str, Papers]]:
    """The papers by what they are, each with its id: several where one was corrected (更正).

    A paper whose place, department or year is not known is left out: it may be anybody's.
    """
    filed: dict[Filed, dict[str, Papers]] = {}
    for each in found:
        place = place_of(each.papers)
        for table in each.papers.of(BudgetTable):
            if place and table.department and table.year:
                key = Filed(place, fold(table.department), table.phase, table.year)
                filed.setdefault(key, {}).setdefault(table.doc_id, each.papers)
    return filed
