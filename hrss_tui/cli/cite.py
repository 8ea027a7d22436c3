"""`hrss-tui cite`: the citation of documents and records."""

from __future__ import annotations

from argparse import Namespace

import msgspec

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.plain import substituted
from hrss_tui.query.citation_styles import STANDARDS, bibtex, csl
from hrss_tui.query.cite import Citation, cite
from hrss_tui.query.lookup import id_meant

FORMATS = ("table", "json", "csv", "md", "bibtex", "csl")


class Cited(msgspec.Struct, frozen=True):
    """A citation as it is printed for programs."""

    id: str
    doc_id: str | None
    standard: str
    citation: str
    value: str | None
    line_start: int | None
    line_end: int | None
    missing: tuple[str, ...]


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("ids", key="cite.id", nargs="+", metavar="ID")
    parser.add(
        "--standard",
        key="cite.standard",
        choices=STANDARDS,
        default=STANDARDS[0],
        metavar="|".join(STANDARDS),
    )
    parser.add("--url", key="cite.url", metavar="URL")
    parser.add("--accessed", key="cite.accessed", metavar="YYYY-MM-DD")


def run(options: Namespace, context: Context) -> int:
    """Print one citation per id; for people, say on stderr what the sources do not state."""
    url = None if options.url is None else substituted(options.url)
    ids = [id_meant(context.pack, wanted) for wanted in options.ids]
    found = [cite(context.pack, wanted, options.standard, url, options.accessed) for wanted in ids]
    if context.format == "bibtex":
        context.write([bibtex(citation.work) for citation in found])
    elif context.format == "csl":
        context.write([csl(citation.work for citation in found)])
    elif context.format == "table":
        context.write([citation.text for citation in found])
        _say_missing(context, found)
    else:
        print_records(context, [_printed(citation) for citation in found], ())
    return 0


def _printed(citation: Citation) -> Cited:
    return Cited(
        id=citation.id,
        doc_id=citation.doc_id,
        standard=citation.standard,
        citation=citation.text,
        value=citation.value,
        line_start=citation.line_start,
        line_end=citation.line_end,
        missing=citation.missing,
    )


def _say_missing(context: Context, found: list[Citation]) -> None:
    for citation in {citation.doc_id: citation for citation in found}.values():
        if citation.missing:
            names = context.words["missing.join"].join(
                context.words[f"missing.{name}"] for name in citation.missing
            )
            note = context.words["note.not_stated"]
            context.note(note.format(id=citation.doc_id or citation.id, names=names))
