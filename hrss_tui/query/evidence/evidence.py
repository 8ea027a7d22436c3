"""All that shows that a figure stands where it is said to, so that it can be checked without the program."""

from __future__ import annotations

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.formulas import without_math
from hrss_tui.pack.read import Pack
from hrss_tui.pack.stretches import homes
from hrss_tui.plain import whole_number
from hrss_tui.query.bilingual import Printed
from hrss_tui.query.cite import Citation, cite, cite_place
from hrss_tui.query.evidence.facts import Pair, facts_of, title_of
from hrss_tui.query.evidence.own import Owns
from hrss_tui.query.evidence.passage import Passage
from hrss_tui.query.evidence.peers import Peers, peers
from hrss_tui.query.pinpoint import figure
from hrss_tui.query.views import format_view, view
from hrss_tui.records import (
    Block,
    Check,
    Correction,
    Document,
    Fact,
    Observation,
    PerformanceTarget,
    Record,
    record_id,
)
from hrss_tui.words import phrase


class Evidence(msgspec.Struct, frozen=True):
    """A figure, or a line of a document where no record is meant (`value` is None then).

    `view` opens the place in the program. `citation` is of the record, `documents` are all that is referred to.
    """

    id: str
    title: str
    value: str | None
    facts: tuple[Pair, ...]
    passage: Passage | None
    peers: Peers
    checks: tuple[Check, ...]
    corrections: tuple[Correction, ...]
    citation: Citation
    documents: tuple[Document, ...]
    view: str


def evidence(pack: Pack, wanted: str, owns: Owns | None = None, shown: str = "") -> Evidence:
    """The evidence for a record or `document:line`; `shown` is the view it was asked from.

    Raises NothingFoundError for what the package does not know or what no document says.
    """
    owns = owns or Owns(pack)
    record = owns.record(wanted)
    if record is None or isinstance(record, Block):
        return _of_line(owns, wanted, shown)
    if isinstance(record, Document) or not isinstance(record, Fact):
        raise NothingFoundError(phrase("evidence.no_fact", id=wanted), phrase("evidence.no_fact.hint"))
    own = owns.of(record.doc_id)
    if own is None:
        raise NothingFoundError(phrase("error.no_record", id=wanted), phrase("error.no_record.hint"))
    own_id, at = record_id(record), own.block_of(record)
    beside = peers(owns, record)
    checks = tuple(owns.checks_with(own_id))
    cited = [
        record.doc_id,
        *(row.source.rpartition(":")[0] for row in beside.rows),
        *(check.doc_id for check in checks),
        *(home for check in checks for one in check.records for home in homes(one, owns.documents)),
    ]
    return Evidence(
        id=own_id,
        title=title_of(owns, record),
        value=value_of(own.pack, record),
        facts=facts_of(owns, record),
        passage=None if at is None else own.passage(at, [record]),
        peers=beside,
        checks=checks,
        corrections=tuple(own.corrections(record.line_start, record.line_end)),
        citation=cite_place(own.pack, own_id, record.doc_id),
        documents=tuple(owns.documents[one] for one in dict.fromkeys(cited) if one in owns.documents),
        view=shown or format_view(view("documents", f"{record.doc_id}:{record.line_start}")),
    )


def value_of(pack: Pack, record: Record) -> str | None:
    """The figure as printed with its unit, and with its operator where it is a bound."""
    said = figure(pack, record)
    if said is None:
        return None
    bound = record.operator if isinstance(record, Observation) and record.operator != "=" else ""
    if isinstance(record, PerformanceTarget):
        return Printed(without_math(said))
    return Printed(f"{bound} {said}".strip())


def _of_line(owns: Owns, wanted: str, shown: str) -> Evidence:
    """A line without a record: its passage, all its figures lit."""
    doc_id, _, number = wanted.rpartition(":")
    line = whole_number(number)
    own = owns.of(doc_id)
    if own is None or not line:
        raise NothingFoundError(phrase("error.no_record", id=wanted), phrase("error.no_record.hint"))
    return Evidence(
        id=wanted,
        title=own.document.title,
        value=None,
        facts=(),
        passage=own.line(line),
        peers=Peers(),
        checks=(),
        corrections=tuple(own.corrections(line, line)),
        citation=cite(own.pack, wanted),
        documents=(own.document,),
        view=shown or format_view(view("documents", wanted)),
    )
