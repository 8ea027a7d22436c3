"""`hrss-tui indicators`: what the documents state of an indicator, over periods and documents."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import code_named, unit_named
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.cli.sources import legend, source_field
from hrss_tui.query.held_places import meant_place
from hrss_tui.query.indicators import Statement, indicators
from hrss_tui.query.quantities import SIGNS
from hrss_tui.reference.places import NATION, places

FORMATS = WITH_PAGE

_NAME = 44
"""Cells of a name: a subject as stated may be a whole clause."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="indicators.pattern", nargs="?", metavar="PATTERN")
    parser.add("--place", key="indicators.place", metavar="NAME|CODE")


def run(options: Namespace, context: Context) -> int:
    """Print one row per stated value."""
    place = None if options.place is None else meant_place(context.pack, options.place)
    rows = indicators(context.pack, options.pattern, place)
    fields = _fields(context, several=len({row.place for row in rows}) > 1)
    print_records(context, rows, fields, below=legend(context, rows))
    return 0


def _fields(context: Context, *, several: bool) -> list[Field]:
    """The columns; with the place where the figures are of `several`."""
    said = context.words
    return [
        Field(said["head.metric"], lambda row: _name(context, row), least=16, most=_NAME),
        attribute(said["head.period"], "period"),
        Field(said["head.kind"], lambda row: said.get(f"indicators.{row.kind}", row.kind)),
        Field(said["head.value"], _value, right=True),
        Field(said["head.unit"], lambda row: unit_named(context, row.unit or "")),
        *([Field(said["head.where"], lambda row: _where(context, row))] if several else []),
        Field(said["head.scope"], lambda row: code_named(context, row.scope or ""), least=12, below=True),
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


def _where(context: Context, row: Statement) -> str:
    """The place a figure is of; nothing where it is not known."""
    if row.place == NATION:
        return context.words["place.nation"]
    found = places().get(row.place or "")
    if found is None:
        return ""
    return found.name_en if context.lang == "en" else found.short_name


def _value(row: Statement) -> str:
    """The value with its operator; what is printed where it is no number."""
    if row.value is None:
        return row.printed
    return SIGNS.get(row.operator, row.operator) + f"{row.value:,.10g}"
