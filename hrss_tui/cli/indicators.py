"""`hrss-tui indicators`: what the documents state of an indicator, over periods and documents."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.cells import cut
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.sources import source_field
from hrss_tui.query.indicators import Statement, indicators

_SIGNS = {"=": "", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "~", "text": ""}


_NAME = 44
"""Cells of a name: a subject as stated may be a whole clause."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="indicators.pattern", nargs="?", metavar="PATTERN")


def run(options: Namespace, context: Context) -> int:
    """Print one row per stated value."""
    print_records(context, indicators(context.pack, options.pattern), _fields(context))
    return 0


def _fields(context: Context) -> list[Field]:
    said = context.words
    return [
        Field(said["head.metric"], lambda row: cut(_name(context, row), _NAME), least=16),
        attribute(said["head.period"], "period"),
        Field(said["head.kind"], lambda row: said.get(f"indicators.{row.kind}", row.kind)),
        Field(said["head.value"], _value, right=True),
        attribute(said["head.unit"], "unit"),
        Field(said["head.scope"], lambda row: row.scope or "", least=12, below=True),
        source_field(context),
        Field(
            said["head.subject"],
            lambda row: "" if row.subject == _name(context, row) else row.subject,
            least=24,
            below=True,
        ),
    ]


def _name(context: Context, row: Statement) -> str:
    name = row.indicator_en if context.lang == "en" else row.indicator
    return name or row.subject


def _value(row: Statement) -> str:
    """The value with its operator; what is printed where it is no number."""
    if row.value is None:
        return row.printed
    return _SIGNS.get(row.operator, row.operator) + f"{row.value:,.10g}"
