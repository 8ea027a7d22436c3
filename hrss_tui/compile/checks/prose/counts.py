"""Stated numbers of things that the records can count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable
from hrss_tui.compile.checks.prose.sentences import Prose, is_level, quantity
from hrss_tui.records import Block, Check, Observation, PerformanceTable, Project, record_id
from hrss_tui.reference import fold_label
from hrss_tui.reference.checks import Count, counts

_OWN_LEVEL = "本级"
_SUBORDINATE = "下属"
_BULLET = re.compile(r"^\W*\d+[.、．]\s*")


def checks(found: Prose) -> Iterator[Check]:
    """Every stated number of units, projects, performance goals, carried-over projects, noted indicators."""
    for entry in counts():
        for row in found.rows:
            if is_level(row) and row.base_unit in entry.units and _names(row, entry):
                counted = _COUNTERS[entry.counted](found, row)
                words = f"{row.subject} {row.printed} {row.unit} = {entry.name}"
                identity = Identity("stated_count", words, row, row.base_unit, context="所列数目与说明不同")
                if counted is None and not entry.within:
                    yield not_checkable(identity, "文件没有列出可以计数的内容", quantity(row))
                elif counted is not None:
                    yield compare(identity, quantity(row), counted)


def _names(row: Observation, entry: Count) -> bool:
    """Does the subject end with what is counted, or hold it where the entry is content with that?"""
    subject = fold_label(row.subject)
    return any(word in subject if entry.within else subject.endswith(word) for word in entry.words)


def _counted(ids: list[str], beyond: int = 0) -> Quantity | None:
    return Quantity(Decimal(len(ids) - beyond), ids=tuple(ids)) if ids else None


def _projects(found: Prose, _row: Observation) -> Quantity | None:
    """Projects of the narrative, and performance tables of projects without appropriations."""
    tables = [
        row for row in found.papers.of(PerformanceTable) if row.project and not row.fiscal and row.other
    ]
    projects = [row.project_id for row in found.papers.of(Project)]
    return _counted([*projects, *(row.table_id for row in tables)]) if projects else None


def _goals(found: Prose, _row: Observation) -> Quantity | None:
    return _counted([row.table_id for row in found.papers.of(PerformanceTable) if row.project is None])


def _carried(found: Prose, _row: Observation) -> Quantity | None:
    rows = found.papers.book.rows("carryover")
    return _counted(
        [row.cells["total"].line_id for row in rows if row.first.project and "total" in row.cells]
    )


def _noted(found: Prose, row: Observation) -> Quantity | None:
    """Figures of which the note that states the number says what they include."""
    note = fold_label(found.text(row))
    noted = [one for one in found.rows if one.scope_note and fold_label(one.scope_note) in note]
    return _counted([one.observation_id for one in noted])


def _units(found: Prose, row: Observation) -> Quantity | None:
    """The list of units behind the figure; the department's own level is none of its subordinates."""
    listed: list[Block] = []
    for block in found.papers.blocks.values():
        if block.line_start <= row.line_end:
            continue
        if block.kind == "list_item":
            listed.append(block)
        elif listed:
            break
    names = [_BULLET.sub("", block.text).strip() for block in listed]
    subordinate = _SUBORDINATE in row.subject
    own = sum(name.endswith(_OWN_LEVEL) for name in names) if subordinate else 0
    return _counted([record_id(block) for block in listed], own)


_COUNTERS: Mapping[str, Callable[[Prose, Observation], Quantity | None]] = {
    "projects": _projects,
    "goals": _goals,
    "carried": _carried,
    "noted": _noted,
    "units": _units,
}
