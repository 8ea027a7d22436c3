"""`hrss-tui glossary`: the terms the documents define, and how many figures use them."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.cells import cut
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.sources import source_field
from hrss_tui.query.policies import glossary

_DEFINITION = 100


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="glossary.pattern", nargs="?", metavar="TERM")


def run(options: Namespace, context: Context) -> int:
    """Print the terms that hold the pattern; of one its whole definition."""
    said = context.words
    terms = glossary(context.pack, options.pattern or "")
    most = _DEFINITION if len(terms) > 1 else max(len(row.definition) for row in terms) * 2
    fields = [
        attribute(said["head.term"], "term"),
        Field(said["head.definition"], lambda row: cut(row.definition, most)),
        Field(said["head.figures"], lambda row: str(len(row.figures) or ""), right=True),
        source_field(context),
    ]
    print_records(context, terms, fields)
    return 0
