"""The tables of a package as pages ask for them: decoded when first needed, by id or by what their rows belong to."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from hrss_tui.pack.read import Pack
from hrss_tui.records import (
    BudgetChange,
    BudgetLine,
    Check,
    Correction,
    Document,
    GlossaryTerm,
    Indicator,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    Prefecture,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    ProjectBasis,
)
from hrss_tui.words import Phrase


class Tables:
    """Rows of a package as they are in it; every attribute is decoded at its first use and kept."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id, in the order of the package."""
        return {row.doc_id: row for row in self.pack.rows(Document)}

    @cached_property
    def places_of_documents(self) -> dict[str, int]:
        """Which document of the package one is, by its id."""
        return {doc_id: place for place, doc_id in enumerate(self.documents)}

    @cached_property
    def codes_of_places(self) -> tuple[str, ...]:
        """The places that documents are of."""
        return tuple(dict.fromkeys(row.place for row in self.documents.values() if row.place))

    @cached_property
    def named_places(self) -> dict[str, Phrase]:
        """What these places are called, those of one name behind what they lie in."""
        from hrss_tui.query.held_places import told_apart

        return told_apart(self.codes_of_places)

    @cached_property
    def ids_by_title(self) -> dict[str, str]:
        """Title → id of the document, of titles that one document alone has."""
        again = Counter(row.title for row in self.documents.values())
        return {row.title: row.doc_id for row in self.documents.values() if again[row.title] == 1}

    @cached_property
    def whole_titles(self) -> dict[str, str]:
        """Document → its title, those of one title told apart."""
        from hrss_tui.query.titles import whole_titles

        return whole_titles(self.documents.values())

    def title(self, doc_id: str) -> str:
        """The title of a document, told apart from those of the same title; its id where the package does not have it."""
        document = self.documents.get(doc_id)
        if document is not None and document.title in self.ids_by_title:
            return document.title
        return self.whole_titles.get(doc_id, doc_id)

    @cached_property
    def observations(self) -> list[Observation]:
        """Figures of prose."""
        return self.pack.rows(Observation)

    @cached_property
    def budget_lines(self) -> list[BudgetLine]:
        """Amounts of budget tables."""
        return self.pack.rows(BudgetLine)

    @cached_property
    def changes(self) -> list[BudgetChange]:
        """Year-on-year explanations."""
        return self.pack.rows(BudgetChange)

    @cached_property
    def projects(self) -> list[Project]:
        """Projects of the narrative."""
        return self.pack.rows(Project)

    @cached_property
    def allocations(self) -> dict[str, list[ProjectAllocation]]:
        """Parts of each project."""
        found: dict[str, list[ProjectAllocation]] = defaultdict(list)
        for row in self.pack.rows(ProjectAllocation):
            found[row.project_id].append(row)
        return found

    @cached_property
    def basis(self) -> dict[str, list[ProjectBasis]]:
        """Policy documents of each project."""
        found: dict[str, list[ProjectBasis]] = defaultdict(list)
        for row in self.pack.rows(ProjectBasis):
            found[row.project_id].append(row)
        return found

    @cached_property
    def performance(self) -> list[PerformanceTable]:
        """Performance tables."""
        return self.pack.rows(PerformanceTable)

    @cached_property
    def targets(self) -> dict[str, list[PerformanceTarget]]:
        """Indicator rows of each performance table."""
        found: dict[str, list[PerformanceTarget]] = defaultdict(list)
        for row in self.pack.rows(PerformanceTarget):
            found[row.table_id].append(row)
        return found

    @cached_property
    def prefectures(self) -> dict[str, Prefecture]:
        """Prefectures by code, in the order of the package."""
        return {row.code: row for row in self.pack.rows(Prefecture)}

    @cached_property
    def prefecture_values(self) -> list[PrefectureValue]:
        """Metrics of prefectures."""
        return self.pack.rows(PrefectureValue)

    @cached_property
    def prefecture_totals(self) -> list[PrefectureTotal]:
        """Metrics of the region as tables print them."""
        return self.pack.rows(PrefectureTotal)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Canonical indicators by id."""
        return {row.indicator_id: row for row in self.pack.rows(Indicator)}

    @cached_property
    def checks(self) -> list[Check]:
        """Arithmetic identities."""
        return self.pack.rows(Check)

    @cached_property
    def corrections(self) -> list[Correction]:
        """Places where the source is damaged."""
        return self.pack.rows(Correction)

    @cached_property
    def glossary(self) -> list[GlossaryTerm]:
        """Terms the documents define."""
        return self.pack.rows(GlossaryTerm)
