"""`hrss-tui documents`: which documents the package holds and what was read of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import place_named
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser, positive
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.query.documents import PHASES, Asked, DocumentRow, documents
from hrss_tui.query.held_places import told_apart
from hrss_tui.words import Phrase, spoken

FORMATS = WITH_PAGE

_TITLE = 48
"""Cells a title may take."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="documents.pattern", nargs="?", metavar="PATTERN", default="")
    parser.add("--department", key="documents.department", metavar="NAME")
    parser.add("--place", key="documents.place", metavar="NAME|CODE")
    parser.add("--year", key="documents.year", metavar="Y", type=positive)
    parser.add("--phase", key="documents.phase", choices=PHASES, metavar="|".join(PHASES))
    parser.add("--kind", key="documents.kind", metavar="KIND")


def run(options: Namespace, context: Context) -> int:
    """Print one row per document."""
    asked = Asked(
        options.pattern, options.place, options.year, options.phase, options.kind, options.department
    )
    rows = documents(context.pack, asked)
    print_records(context, rows, _fields(context, rows))
    return 0


def _fields(context: Context, rows: Sequence[DocumentRow]) -> list[Field]:
    """The columns that say something of one of the rows."""
    said, named = context.words, told_apart(row.place for row in rows)
    fields = [
        attribute(said["head.id"], "doc_id"),
        Field(said["head.title"], lambda row: row.title, least=12, most=_TITLE),
        Field(said["head.where"], lambda row: _where(context, row, named), least=6),
        Field(said["head.department"], lambda row: row.department or row.issuer or "", least=8),
        Field(said["head.year"], lambda row: str(row.year or ""), right=True),
        Field(said["head.phase"], lambda row: _phase(context, row)),
        Field(said["head.pages"], lambda row: str(row.pages or ""), right=True),
        Field(said["head.tables"], lambda row: str(row.tables or ""), right=True),
        Field(said["head.figures_read"], lambda row: f"{row.figures:,}", right=True),
        Field(said["head.unread"], lambda row: str(row.unread or ""), right=True),
    ]
    return [field for field in fields if any(map(field.text, rows))]


def _where(context: Context, row: DocumentRow, named: Mapping[str, Phrase]) -> str:
    own = named.get(row.place or "")
    return spoken(own, context.lang) if own else place_named(context, row.place, row.place_name)


def _phase(context: Context, row: DocumentRow) -> str:
    return context.words.get(f"reading.phase.{row.phase}", "")
