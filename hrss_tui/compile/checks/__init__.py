"""All arithmetic identities of a package, computed from its records.

One module per family; each yields checks and none of them reads a source. A document that lacks a table has
fewer checks. The order is that of the documents and, within one, of the families.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from hrss_tui.compile.checks import performance, prefectures, projects
from hrss_tui.compile.checks.basics.agreed import agreed
from hrss_tui.compile.checks.basics.book import Book
from hrss_tui.compile.checks.basics.doubts import settled
from hrss_tui.compile.checks.basics.papers import Papers, papers
from hrss_tui.compile.checks.budget import carried as budget_carried
from hrss_tui.compile.checks.budget import details as budget_details
from hrss_tui.compile.checks.budget import funds as budget_funds
from hrss_tui.compile.checks.budget import levels as budget_levels
from hrss_tui.compile.checks.budget import narrative
from hrss_tui.compile.checks.budget import rows as budget_rows
from hrss_tui.compile.checks.budget import tables as budget_tables
from hrss_tui.compile.checks.goals import across, comparable, goals, outcomes, previous, targets
from hrss_tui.compile.checks.prose import counts
from hrss_tui.compile.checks.prose import rates as prose_rates
from hrss_tui.compile.checks.prose import sums as prose_sums
from hrss_tui.compile.checks.prose import tables as prose_tables
from hrss_tui.compile.checks.prose.sentences import Prose, prose
from hrss_tui.compile.checks.text import codes, items, names, notes, wording
from hrss_tui.compile.checks.text import rates as text_rates
from hrss_tui.compile.checks.text import sums as text_sums
from hrss_tui.compile.checks.text.figures import Passage, passages
from hrss_tui.records import Check, Record

Tables = Mapping[str, Sequence[Record]]

_BUDGET: tuple[Callable[[Book], Iterator[Check]], ...] = (
    budget_rows.checks,
    budget_levels.checks,
    budget_carried.checks,
    budget_tables.checks,
    budget_funds.checks,
    budget_details.checks,
)
_PAPERS: tuple[Callable[[Papers], Iterator[Check]], ...] = (
    prefectures.checks,
    narrative.checks,
    projects.checks,
    performance.checks,
)
_PROSE: tuple[Callable[[Prose], Iterator[Check]], ...] = (
    prose_tables.checks,
    prose_sums.checks,
    prose_rates.checks,
    counts.checks,
    targets.checks,
    goals.checks,
)
_TEXT: tuple[Callable[[Sequence[Passage]], Iterator[Check]], ...] = (
    text_rates.checks,
    text_sums.checks,
    wording.checks,
)
_ACROSS: tuple[comparable.Family, ...] = (
    across.checks,
    outcomes.checks,
)


def checks(tables: Tables) -> list[Check]:
    """Every identity that the records of all documents allow to state, each with an id of its own."""
    found: list[Check] = []
    stated = [prose(each) for each in papers(tables)]
    for each in stated:
        found += settled(each.papers, agreed(_own(each), _text(each.papers)))
    found += comparable.checks(stated, _ACROSS)
    found += previous.checks(stated)
    return _distinct(found)


def _own(stated: Prose) -> Iterator[Check]:
    """What one document says of itself."""
    for family in _BUDGET:
        yield from family(stated.papers.book)
    for of_papers in _PAPERS:
        yield from of_papers(stated.papers)
    for of_prose in _PROSE:
        yield from of_prose(stated)


def _text(papers: Papers) -> Iterator[Check]:
    """What the running text says of itself and of the tables."""
    told = passages(papers)
    for of_text in _TEXT:
        yield from of_text(told)
    yield from items.checks(papers, told)
    yield from notes.checks(papers)
    yield from names.checks(papers)
    yield from codes.checks(papers)


def _distinct(found: list[Check]) -> list[Check]:
    """The checks with a number behind an id that one before has: a damaged table states a thing twice."""
    seen = Counter[str]()
    named = []
    for check in found:
        seen[check.check_id] += 1
        number = seen[check.check_id]
        repeated = f"{check.check_id}/{number}"
        named.append(check if number == 1 else msgspec.structs.replace(check, check_id=repeated))
    return named
