"""`hrss-tui policies`: the policy documents that projects rest on, and who rests on them."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.cells import cut
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.sources import source_field
from hrss_tui.query.policies import policies

_TITLE, _PROJECTS = 60, 60


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="policies.pattern", nargs="?", metavar="PATTERN")


def run(options: Namespace, context: Context) -> int:
    """Print one row per cited document, the most cited first."""
    said = context.words
    fields = [
        Field(said["head.cited"], lambda row: str(len(row.project_ids)), right=True),
        attribute(said["head.number"], "doc_number"),
        Field(said["head.title"], lambda row: cut(row.title, _TITLE)),
        Field(said["head.projects"], lambda row: cut("；".join(row.projects), _PROJECTS)),
        source_field(context),
    ]
    print_records(context, policies(context.pack, options.pattern or ""), fields)
    return 0
