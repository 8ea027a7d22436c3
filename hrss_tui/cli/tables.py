"""`hrss-tui tables`: the tables of the package with their columns."""

from __future__ import annotations

from argparse import Namespace
from itertools import groupby

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.query.describe import columns
from hrss_tui.reference.columns import table_title

_SHOWN = 12
"""Values of a column that are listed for people; longer lists are for programs."""


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
        context.write(["", _heading(context, table, rows[0].rows)])
        context.write(
            "  " + line for line in table_lines(_fields(context), rows, room=max(0, context.room - 2))[2:]
        )
    return 0


def _heading(context: Context, table: str, rows: int) -> str:
    title = table_title(table)
    name = "" if title is None else title.zh if context.lang == "zh" else title.en
    return context.words["tables.rows"].format(table=table, title=name, rows=f"{rows:,}")


def _fields(context: Context) -> list[Field]:
    chinese = context.lang == "zh"
    return [
        attribute("", "column"),
        attribute("", "title_zh" if chinese else "title_en"),
        attribute("", "type"),
        attribute("", "unit"),
        Field(
            "", lambda column: (chinese and column.description_zh) or column.description, least=24, below=True
        ),
        Field(
            "",
            lambda column: " ".join(column.values) if len(column.values) <= _SHOWN else "",
            least=12,
            below=True,
        ),
    ]
