"""The package as the explorer reads it: opened once, what is made of its tables computed when first needed."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.pack.stored import StoredPack
from hrss_tui.pack.stretches import homes
from hrss_tui.pack.summary import codes, filed, newest, told
from hrss_tui.records import (
    Block,
    BudgetLine,
    Check,
    Fact,
    GlossaryTerm,
    PerformanceTable,
    Record,
)
from hrss_tui.tui.desk.blocks import Blocks
from hrss_tui.tui.desk.tables import Tables

if TYPE_CHECKING:
    from hrss_tui.pack.summary import Filing
    from hrss_tui.query.evidence.own import Owns
    from hrss_tui.query.filings.amounts import Book
    from hrss_tui.query.indicators import Statement
    from hrss_tui.query.leaves import Pages
    from hrss_tui.query.ledger import Ledger
    from hrss_tui.query.outcomes import Disagreement, Outcome
    from hrss_tui.query.project_match import Match
    from hrss_tui.query.search.figures import Figures
    from hrss_tui.query.search.pinyin import Pinyin
    from hrss_tui.query.search.searcher import Searcher
    from hrss_tui.query.series import Series

KEPT = 60
"""Documents that are kept as they were read last."""

SMALL = 20_000
"""Lines of all sources up to which nobody waits for what a page shows at first."""


class Data(Tables):
    """The tables of a package and what is made of them; every attribute is computed at its first use and kept.

    What belongs to documents is asked of `of` a document: a package may hold thousands.
    """

    def __init__(self, path: str | None, pack: Pack | None = None) -> None:
        super().__init__(open_pack(path) if pack is None else pack)
        self._of: dict[str, Data] = {}
        self.kept: dict[tuple[object, ...], Any] = {}
        self._turn = RLock()

    @property
    def large(self) -> bool:
        """Whether reading what all documents say takes so long that nobody should wait for it."""
        return isinstance(self.pack, StoredPack)

    def of(self, doc_id: str) -> Data:
        """The same of one document only."""
        with self._turn:
            own = self._of.pop(doc_id, None) or Data(None, DocumentPack(self.pack, self.places, doc_id))
            self._of[doc_id] = own
            if len(self._of) > KEPT:
                del self._of[next(iter(self._of))]
            return own

    @cached_property
    def places(self) -> Places:
        """Which rows belong to which document."""
        return Places(self.pack)

    @cached_property
    def small(self) -> bool:
        """Whether what a page shows at first takes no time that anybody would feel."""
        return sum(document.source_lines for document in self.documents.values()) <= SMALL

    @cached_property
    def filings(self) -> dict[str, Filing]:
        """Budgets and final accounts by document: by department, then year, budgets first."""
        from hrss_tui.query.filings.filings import filings

        return {one.doc_id: one for one in filings(self.pack)}

    @cached_property
    def newest_filing(self) -> str:
        """The document of the newest budget with amounts, else of the newest accounts; empty where there is neither."""
        said = told(self.pack.head)
        if said and said["budget"] and said["budget"][0] in self.documents:
            doc_id: str = said["budget"][0]
            return doc_id
        budget = newest(filed(self.pack.column), set(self.places.counts("budget_lines")))
        return budget.doc_id if budget else ""

    @cached_property
    def codes(self) -> list[list[str]]:
        """Functional codes with their names."""
        said = told(self.pack.head)
        found: list[list[str]] = said["codes"] if said else codes(self.pack.column)
        return found

    @cached_property
    def book(self) -> Book:
        """The amounts of all filings that can stand beside each other."""
        from hrss_tui.query.filings.amounts import book

        return book(self.pack)

    @cached_property
    def short_titles(self) -> dict[str, str]:
        """Document → a short title that no other has."""
        from hrss_tui.query.titles import short_titles

        return short_titles(self.documents.values())

    @cached_property
    def pages(self) -> Pages:
        """On which page or sheet a line stands."""
        from hrss_tui.query.leaves import Pages

        return Pages(self.pack)

    @cached_property
    def blocks(self) -> Blocks:
        """Blocks of each document in printed order."""
        return Blocks(self.places.counts(Block.TABLE), lambda doc_id: self.of(doc_id).pack.rows(Block))

    @cached_property
    def ledger(self) -> Ledger:
        """The budget tables, ready to be asked."""
        from hrss_tui.query.ledger import open_ledger

        return open_ledger(self.pack)

    @cached_property
    def searcher(self) -> Searcher:
        """Answers queries; reads the text at the first one."""
        from hrss_tui.query.search.searcher import Searcher

        return Searcher(self.pack)

    @cached_property
    def search_figures(self) -> Figures:
        """The figures in hits."""
        from hrss_tui.query.search.figures import Figures

        return Figures(self.pack)

    @cached_property
    def letters(self) -> Pinyin:
        """What letters may stand for in names, by the package's table of pinyin."""
        from hrss_tui.query.search.pinyin import pinyin

        return pinyin(self.pack.head)

    @cached_property
    def pinyin(self) -> dict[str, tuple[str, ...]]:
        """Name of a prefecture → its pinyin, initials, English name and aliases."""
        found: dict[str, tuple[str, ...]] = {}
        for row in self.prefectures.values():
            for name in (row.name, row.short_name):
                found[name] = (
                    row.pinyin,
                    row.initials,
                    row.name_en.casefold(),
                    *map(str.casefold, row.aliases),
                )
        return found

    @cached_property
    def owns(self) -> Owns:
        """The documents as evidence is read from them."""
        from hrss_tui.query.evidence.own import Owns

        return Owns(self.pack, self.documents, self.places)

    def near(self, record_id: str) -> Data:
        """What holds a record and what belongs to it: its document, where its id names one."""
        named = homes(record_id, self.documents)
        return self.of(named[0]) if named and len(self.documents) > 1 else self

    def record(self, record_id: str) -> Record | None:
        """The record of any id; None where the package has none."""
        from hrss_tui.query.lookup import find_record

        for doc_id in homes(record_id, self.documents):
            own = self.of(doc_id)
            found = own.figures.get(record_id) or find_record(own.pack, record_id)
            if found is not None:
                return found
        return find_record(self.pack, record_id)

    @cached_property
    def figures(self) -> dict[str, Fact]:
        """The many figures by id: amounts of budget tables and figures of prose."""
        found: dict[str, Fact] = {row.line_id: row for row in self.budget_lines}
        found.update((row.observation_id, row) for row in self.observations)
        return found

    def checks_with(self, record_id: str) -> list[Check]:
        """The checks that know a figure: those of its document, and those of others that speak of it."""
        found = []
        for home in homes(record_id, self.documents):
            for doc_id in (home, *self.places.across.get(home, ())):
                found += [check for check in self.of(doc_id).checks if record_id in check.records]
        return found

    @cached_property
    def joined(self) -> tuple[list[BudgetLine], list[PerformanceTable]]:
        """Budget lines and performance tables with the projects they are of, also where the package is older than that column."""
        if any(column["name"] == "project_id" for column in self.pack.schema.get(BudgetLine.TABLE, ())):
            return self.budget_lines, self.performance
        from hrss_tui.compile.projects.joins import joined

        return joined(self.projects, self.budget_lines, self.performance)

    @cached_property
    def project_lines(self) -> list[BudgetLine]:
        """The totals of each project of each unit."""
        rows = (row for row in self.joined[0] if row.project and row.table_kind == "general_public_projects")
        return [row for row in rows if row.measure == "total"]

    @cached_property
    def paid(self) -> tuple[Match[BudgetLine], ...]:
        """The rows of the project table behind each project."""
        from hrss_tui.query.project_match import paid

        return paid(self.projects, self.project_lines)

    @cached_property
    def performance_of(self) -> tuple[Match[PerformanceTable], ...]:
        """The performance table of each project."""
        from hrss_tui.query.project_match import targets

        return targets(self.projects, self.joined[1])

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Codes of the provinces whose prefectures have values."""
        from hrss_tui.query.compare import regions

        return regions(self.pack)

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        """Everything stated of each indicator, by period."""
        from hrss_tui.query.indicators import indicators

        found: dict[str, list[Statement]] = defaultdict(list)
        with suppress(NothingFoundError):
            for row in indicators(self.pack, None):
                found[row.indicator_id or ""].append(row)
        return found

    @cached_property
    def _all_statements(self) -> list[Statement]:
        return [row for rows in self.statements.values() for row in rows]

    @cached_property
    def outcomes(self) -> dict[str, list[Outcome]]:
        """Targets with their outcomes by indicator, those that a plan sets for places below it among them."""
        from hrss_tui.query.indicators import handed_down
        from hrss_tui.query.outcomes import outcomes

        found: dict[str, list[Outcome]] = defaultdict(list)
        stated = self._all_statements
        days = {key: one.date for key, one in self.documents.items()}
        for one in outcomes(stated, handed_down(self.pack, stated), days):
            found[one.indicator_id].append(one)
        return found

    @cached_property
    def disagreements(self) -> dict[str, list[Disagreement]]:
        """What disagrees, by indicator."""
        from hrss_tui.query.outcomes import disagreements

        found: dict[str, list[Disagreement]] = defaultdict(list)
        for one in disagreements(self._all_statements):
            found[one.indicator_id].append(one)
        return found

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Indicators over the years."""
        from hrss_tui.query.series import series

        return series(self._all_statements)

    @property
    def stated(self) -> bool:
        """Whether what is stated of indicators has been read, and compared."""
        return {"statements", "outcomes", "disagreements", "series"} <= self.__dict__.keys()

    def read_stated(self) -> None:
        """Read it."""
        self.statements, self.outcomes, self.disagreements, self.series  # noqa: B018 - kept from now on

    def read_for_overview(self) -> None:
        """Read what the overview shows of all documents, and what the first key would wait for in a large package."""
        self.read_stated()
        self.places.checks, self.filings  # noqa: B018 - kept from now on
        if self.large:
            self.foresee()

    def foresee(self) -> None:
        """Where the rows of each document lie, and the budget that is shown first."""
        for table in self.pack.schema:
            self.places.counts(table)
        self.places.across, self.codes_of_places  # noqa: B018 - kept from now on
        if self.newest_filing:
            first = self.of(self.newest_filing)
            first.ledger, first.checks, first.changes  # noqa: B018 - kept from now on

    @cached_property
    def english(self) -> dict[str, str]:
        """English names of indicators and prefectures."""
        from hrss_tui.query.check_words import english_names

        return english_names(self.pack)

    @cached_property
    def statuses(self) -> dict[str, int]:
        """How many checks came out how."""
        found: dict[str, int] = defaultdict(int)
        for (_, _, status), count in self.places.checks.items():
            found[status] += count
        return dict(found)

    def glossary_for(self, doc_id: str) -> list[GlossaryTerm]:
        """The terms that are marked in a document: what it defines itself, then what others do where they are few."""
        own = self.of(doc_id).glossary
        return own if self.large else [*own, *(row for row in self.glossary if row.doc_id != doc_id)]
