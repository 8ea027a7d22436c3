"""Stated numbers of things that the records can count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable
from hrss_tui.compile.checks.prose.sentences import Prose, is_level, quantity
from hrss_tui.records import Block, Check, Observation, PerformanceTable, Project, record_id
from hrss_tui.reference import fold_label
from hrss_tui.reference.checks import Count, counts
from hrss_tui.reference.preparers import is_own_office
from hrss_tui.words.check_reasons import because

_SUBORDINATE = "下属"
_BULLET = re.compile(r"^\W*\d+[.、．]\s*")


def checks(found: Prose) -> Iterator[Check]:
    """Every stated number of units, projects, performance goals, carried-over projects, noted indicators."""
    things = Things(found)
    for entry in counts():
        for row in found.rows:
            if is_level(row) and row.base_unit in entry.units and _names(row, entry):
                counted = _COUNTERS[entry.counted](things, row)
                words = f"{row.subject} {row.printed} {row.unit} = {entry.name}"
                identity = Identity("stated_count", words, row, row.base_unit, context=because("counted"))
                if counted is None and not entry.within:
                    yield not_checkable(identity, because("nothing_to_count"), quantity(row))
                elif counted is not None:
                    yield compare(identity, quantity(row), counted)


def _names(row: Observation, entry: Count) -> bool:
    """Does the subject end with what is counted, or hold it where the entry is content with that?"""
    subject = fold_label(row.subject)
    return any(word in subject if entry.within else subject.endswith(word) for word in entry.words)


class Things:
    """What can be counted in a document, gone through once however often its text states a number."""

    def __init__(self, found: Prose) -> None:
        self.found = found

    @cached_property
    def projects(self) -> Quantity | None:
        """Projects of the narrative, and performance tables of projects without appropriations."""
        papers = self.found.papers
        tables = [row for row in papers.of(PerformanceTable) if row.project and not row.fiscal and row.other]
        projects = [row.project_id for row in papers.of(Project)]
        return _counted([*projects, *(row.table_id for row in tables)]) if projects else None

    @cached_property
    def goals(self) -> Quantity | None:
        """Performance tables of no project."""
        tables = self.found.papers.of(PerformanceTable)
        return _counted([row.table_id for row in tables if row.project is None])

    @cached_property
    def carried(self) -> Quantity | None:
        """Projects whose money was carried over."""
        rows = self.found.papers.book.rows("carryover")
        return _counted(
            [row.cells["total"].line_id for row in rows if row.first.project and "total" in row.cells]
        )

    @cached_property
    def notes(self) -> dict[str, list[str]]:
        """What figures are said to include, folded, with their ids."""
        found: dict[str, list[str]] = {}
        for row in self.found.rows:
            if row.scope_note:
                found.setdefault(fold_label(row.scope_note), []).append(row.observation_id)
        return found

    @cached_property
    def lists(self) -> list[list[Block]]:
        """Every list, in printed order: items that follow each other."""
        runs = groupby(self.found.papers.blocks.values(), key=lambda block: block.kind == "list_item")
        return [list(run) for is_list, run in runs if is_list]

    def is_under(self, block: Block, row: Observation) -> bool:
        """Does a block stand in the section of a figure? The first list behind it may explain terms in the last part."""
        own = self.found.papers.blocks.get(row.block_id)
        return own is None or f"{block.section} / ".startswith(f"{own.section} / ")

    def list_behind(self, line: int) -> list[Block]:
        """The items behind a line of the first list that has some there."""
        at = bisect_right(self.lists, line, key=lambda run: run[-1].line_start)
        run = self.lists[at] if at < len(self.lists) else []
        return run[bisect_right(run, line, key=lambda block: block.line_start) :]


def _counted(ids: list[str], beyond: int = 0) -> Quantity | None:
    return Quantity(Decimal(len(ids) - beyond), ids=tuple(ids)) if ids else None


def _noted(things: Things, row: Observation) -> Quantity | None:
    """Figures of which the note that states the number says what they include."""
    note = fold_label(things.found.text(row))
    return _counted([one for scope, ids in things.notes.items() if scope in note for one in ids])


def _units(things: Things, row: Observation) -> Quantity | None:
    """The list of units behind the figure; the department's own level is none of its subordinates."""
    listed = [block for block in things.list_behind(row.line_end) if things.is_under(block, row)]
    names = [_BULLET.sub("", block.text).strip() for block in listed]
    subordinate = _SUBORDINATE in row.subject
    own = sum(map(is_own_office, names)) if subordinate else 0
    return _counted([record_id(block) for block in listed], own)


_COUNTERS: Mapping[str, Callable[[Things, Observation], Quantity | None]] = {
    "projects": lambda things, _: things.projects,
    "goals": lambda things, _: things.goals,
    "carried": lambda things, _: things.carried,
    "noted": _noted,
    "units": _units,
}
