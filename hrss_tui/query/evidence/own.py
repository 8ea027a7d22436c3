"""One document of a package, ready to be asked where something stands in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.pack.stretches import homes
from hrss_tui.query.cite import cite_place
from hrss_tui.query.evidence.passage import Passage, Tables, passage
from hrss_tui.query.leaves import Pages
from hrss_tui.query.lookup import Lookup
from hrss_tui.query.spans import Span, Spans
from hrss_tui.records import (
    Block,
    BudgetChange,
    BudgetLine,
    Check,
    Correction,
    Document,
    Fact,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    Record,
)

FACTS = (
    BudgetLine,
    BudgetChange,
    Project,
    ProjectAllocation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureValue,
    PrefectureTotal,
    Observation,
)
"""What has figures. Observations last: what a table or a project says is the finer fact."""

KEPT = 20
"""Documents that are kept as they were read last."""
_MOST = 500
"""Blocks of a record's lines that are looked at."""


class Own:
    """A document with its blocks and figures; each table is read when it is first needed."""

    def __init__(self, pack: Pack, places: Places, document: Document) -> None:
        self.document = document
        self.pack: Pack = DocumentPack(pack, places, document.doc_id)
        self._citations: dict[str, str] = {}

    def _facts(self) -> Iterator[Fact]:
        for struct in FACTS:
            if struct.TABLE in self.pack.schema:
                yield from self.pack.rows(struct)

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks in printed order."""
        return self.pack.rows(Block) if "blocks" in self.pack.schema else []

    @cached_property
    def _starts(self) -> list[int]:
        return [block.line_start for block in self.blocks]

    @cached_property
    def records(self) -> Lookup:
        """Its records by id."""
        return self.pack.made(Lookup)

    @cached_property
    def spans(self) -> Spans:
        """Where its figures stand."""
        return Spans(self.blocks, self._facts())

    @cached_property
    def tables(self) -> Tables:
        """Where its tables begin and end, and their heads."""
        return Tables(self.blocks, self.spans)

    @cached_property
    def pages(self) -> Pages:
        """On which page a line stands."""
        return self.pack.made(Pages)

    @cached_property
    def checks(self) -> list[Check]:
        """What was checked in it."""
        return self.pack.rows(Check) if "checks" in self.pack.schema else []

    def citation(self, place: str) -> str:
        """The citation of a record or line of it, of itself where it has no such one; many checks speak of the same row."""
        if place not in self._citations:
            self._citations[place] = cite_place(self.pack, place, self.document.doc_id).text
        return self._citations[place]

    def corrections(self, first: int, last: int) -> list[Correction]:
        """Where it is damaged within some lines, and what was read."""
        rows = self.pack.rows(Correction) if "corrections" in self.pack.schema else []
        return [row for row in rows if row.line_start <= last and row.line_end >= first]

    def block_of(self, fact: Fact, told: str = "") -> int | None:
        """The number of the block that holds a fact's figure; where none does, of the first of its lines."""
        starts = self._starts
        if not starts:
            return None
        low = max(0, bisect_right(starts, fact.line_start) - 1)
        places = range(low, max(low + 1, bisect_left(starts, fact.line_end + 1)))[:_MOST]
        return next((at for at in places if self.spans.meant(self.blocks[at], [fact], told)), low)

    def passage(self, at: int, facts: Sequence[Fact], told: str = "") -> Passage:
        """The passage around the block of a number, the figures of some facts lit."""
        return self._around(at, self.spans.meant(self.blocks[at], facts, told))

    def printed(self, at: int, fact: Fact, told: str = "") -> str:
        """The figures of a fact as they stand in the block of a number."""
        block = self.blocks[at]
        return " ".join(block.text[one.start : one.end] for one in self.spans.meant(block, [fact], told))

    def line(self, number: int) -> Passage | None:
        """The passage that holds a line, all its figures lit."""
        at = next(
            (at for at, one in enumerate(self.blocks) if one.line_start <= number <= one.line_end), None
        )
        return None if at is None else self._around(at, self.spans.of(self.blocks[at]))

    def _around(self, at: int, lit: Sequence[Span]) -> Passage:
        leaf = self.pages.label(self.document.doc_id, self.blocks[at].line_start)
        return passage(self.blocks, self.tables, at, lit, leaf)


class Owns:
    """The documents of a package, each opened when it is first needed."""

    def __init__(
        self, pack: Pack, documents: Mapping[str, Document] | None = None, places: Places | None = None
    ) -> None:
        """`documents` (by id) and `places` are those of the package, where somebody has read them already."""
        self.pack = pack
        self.documents = documents or {row.doc_id: row for row in pack.rows(Document)}
        self.places = places or Places(pack)
        self._known: dict[str, Own] = {}
        self._all = pack.made(Lookup)

    def of(self, doc_id: str) -> Own | None:
        """A document; None where the package has none of that id."""
        if doc_id not in self.documents:
            return None
        own = self._known.pop(doc_id, None) or Own(self.pack, self.places, self.documents[doc_id])
        self._known[doc_id] = own
        if len(self._known) > KEPT:
            del self._known[next(iter(self._known))]
        return own

    def record(self, wanted: str) -> Record | None:
        """The record of an id: from its document, where the id names one."""
        for doc_id in homes(wanted, self.documents):
            own = self.of(doc_id)
            found = own.records.find(wanted) if own is not None else None
            if found is not None:
                return found
        return self._all.find(wanted)

    def checks_with(self, wanted: str) -> list[Check]:
        """The checks that know a figure: those of its document, and those of others that speak of it."""
        found = []
        for home in homes(wanted, self.documents):
            for doc_id in (home, *self.places.across.get(home, ())):
                own = self.of(doc_id)
                found += [check for check in own.checks if wanted in check.records] if own else []
        return found
