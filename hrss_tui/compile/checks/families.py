"""The families of checks: a family is a function of one module, and one line here.

`family(what, module.checks)`: `what` says what of a document the function takes: `book` (its budget tables), `papers` (all
its records), `prose` (the figures of its sentences), `passages` (its running text). Families of several documents take
the prose of all that may be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

import msgspec

from hrss_tui.compile.checks import performance, place_rows, prefectures, projects, subtotals
from hrss_tui.compile.checks.basics.book import Book
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.budget import carried as budget_carried
from hrss_tui.compile.checks.budget import compared as budget_compared
from hrss_tui.compile.checks.budget import details as budget_details
from hrss_tui.compile.checks.budget import funds as budget_funds
from hrss_tui.compile.checks.budget import grown as budget_grown
from hrss_tui.compile.checks.budget import levels as budget_levels
from hrss_tui.compile.checks.budget import narrative
from hrss_tui.compile.checks.budget import rows as budget_rows
from hrss_tui.compile.checks.budget import tables as budget_tables
from hrss_tui.compile.checks.goals import across, comparable, goals, outcomes, targets
from hrss_tui.compile.checks.prose import counts
from hrss_tui.compile.checks.prose import rates as prose_rates
from hrss_tui.compile.checks.prose import sums as prose_sums
from hrss_tui.compile.checks.prose import tables as prose_tables
from hrss_tui.compile.checks.prose.sentences import Prose
from hrss_tui.compile.checks.stated import periods as stated_periods
from hrss_tui.compile.checks.stated import rows as stated_rows
from hrss_tui.compile.checks.stated import sums as stated_sums
from hrss_tui.compile.checks.stated import text as stated_text
from hrss_tui.compile.checks.text import (
    aligned_shares,
    basic,
    codes,
    deviations,
    differences,
    forms,
    items,
    listed_shares,
    names,
    notes,
    part_changes,
    wording,
)
from hrss_tui.compile.checks.text import headed_lists as text_headed_lists
from hrss_tui.compile.checks.text import rates as text_rates
from hrss_tui.compile.checks.text import sums as text_sums
from hrss_tui.compile.checks.text.figures import Passage
from hrss_tui.records import Check

T = TypeVar("T")


class Told(msgspec.Struct, frozen=True):
    """One document as the families take it: its records, its sentences, its running text."""

    prose: Prose
    passages: Sequence[Passage]


Family = Callable[[Told], Iterator[Check]]


def book(told: Told) -> Book:
    """The budget tables."""
    return told.prose.papers.book


def papers(told: Told) -> Papers:
    """All records of the document."""
    return told.prose.papers


def prose(told: Told) -> Prose:
    """The figures of its sentences."""
    return told.prose


def passages(told: Told) -> Sequence[Passage]:
    """The running text, sentence by sentence, whoever read its figures."""
    return told.passages


def family(what: Callable[[Told], T], checks: Callable[[T], Iterator[Check]]) -> Family:
    """A function of a part of a document as one of the document."""
    return lambda told: checks(what(told))


OF_RECORDS: Final[tuple[Family, ...]] = (
    family(book, budget_rows.checks),
    family(book, budget_compared.checks),
    family(papers, budget_grown.checks),
    family(book, budget_levels.checks),
    family(book, budget_carried.checks),
    family(book, budget_tables.checks),
    family(book, budget_funds.checks),
    family(book, budget_details.checks),
    family(papers, prefectures.checks),
    family(papers, place_rows.checks),
    family(papers, subtotals.checks),
    family(papers, narrative.checks),
    family(papers, projects.checks),
    family(papers, performance.checks),
    family(papers, stated_rows.checks),
    family(papers, stated_sums.checks),
    family(papers, stated_periods.checks),
    family(papers, stated_text.checks),
    family(prose, prose_tables.checks),
    family(prose, prose_sums.checks),
    family(prose, prose_rates.checks),
    family(prose, counts.checks),
    family(prose, targets.checks),
    family(prose, goals.checks),
)
"""What the records of one document say of each other."""

OF_TEXT: Final[tuple[Family, ...]] = (
    family(passages, text_rates.checks),
    family(passages, text_sums.checks),
    family(passages, text_headed_lists.checks),
    family(passages, part_changes.checks),
    family(passages, deviations.checks),
    family(passages, aligned_shares.checks),
    family(passages, listed_shares.checks),
    family(passages, wording.checks),
    lambda told: differences.checks(papers(told), told.passages),
    lambda told: items.checks(papers(told), told.passages),
    lambda told: basic.checks(papers(told), told.passages),
    lambda told: forms.checks(papers(told), told.passages),
    family(papers, notes.checks),
    family(papers, names.checks),
    family(papers, codes.checks),
)
"""What the running text says of itself and of the tables; what one of the first says too counts once (`basics.agreed`)."""

OF_SEVERAL: Final[tuple[comparable.Family, ...]] = (
    across.checks,
    outcomes.checks,
)
"""What documents of one place and scope say of each other."""
