"""`hrss-tui tables`: the tables of the package with their columns."""

from __future__ import annotations

from argparse import Namespace
from itertools import groupby

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.query.describe import columns


def arguments(parser: Parser) -> None:
    """The command takes nothing of its own."""


def run(options: Namespace, context: Context) -> int:
    """Print one row per column; for people, one small table per table."""
    found = columns(context.pack)
    if context.format != "table":
        print_records(context, found, ())
        return 0
    for table, group in groupby(found, key=lambda column: column.table):
        rows = list(group)
        context.write(["", context.words["tables.rows"].format(table=table, rows=f"{rows[0].rows:,}")])
        context.write("  " + line for line in table_lines(_fields(context), rows)[2:])
    return 0


def _fields(context: Context) -> list[Field]:
    return [
        attribute("", "column"),
        attribute("", "type"),
        attribute("", "unit"),
        attribute("", "description"),
    ]
