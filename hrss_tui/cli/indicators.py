"""`hrss-tui indicators`: what the documents state of an indicator, over periods and documents."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import code_named, unit_named
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.cli.sources import legend, source_field
from hrss_tui.query.exact import shown_as_printed
from hrss_tui.query.held_places import meant_place, told_apart
from hrss_tui.query.indicators import Statement, indicators
from hrss_tui.query.outcomes import of_body, stage
from hrss_tui.query.quantities import SIGNS
from hrss_tui.reference.places import NATION
from hrss_tui.words import Phrase, spoken

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
    whose = {(row.place, row.department if of_body(row) else None) for row in rows}
    fields = _fields(context, told_apart((row.place for row in rows), short=True), len(whose) > 1)
    print_records(context, rows, fields, below=legend(context, rows))
    return 0


def _fields(context: Context, named: Mapping[str, Phrase], several: bool) -> list[Field]:
    """The columns; with the place, by its name among the others, or the body where figures of `several` are found."""
    said = context.words
    return [
        Field(said["head.metric"], lambda row: _name(context, row), least=16, most=_NAME),
        attribute(said["head.period"], "period"),
        Field(said["head.kind"], lambda row: _kind(context, row)),
        Field(said["head.value"], _value, right=True),
        Field(said["head.unit"], lambda row: unit_named(context, row.unit or "")),
        *([Field(said["head.where"], lambda row: _where(context, row, named))] if several else []),
        Field(said["head.scope"], lambda row: code_named(context, row.scope or ""), least=12, below=True),
        source_field(context),
        Field(
            said["head.subject"],
            lambda row: "" if row.subject == _name(context, row) else row.subject,
            least=24,
            below=True,
        ),
    ]


def _kind(context: Context, row: Statement) -> str:
    """What a figure is: an outcome, a target; of a change, by which sign it is one, and a stage that it names."""
    named = stage(row)
    key = f"change.{row.change}" if row.change else f"stage.{named}" if named else f"indicators.{row.kind}"
    return context.words.get(key, row.change or row.kind)


def _name(context: Context, row: Statement) -> str:
    name = row.indicator_en if context.lang == "en" else row.indicator
    return name or row.subject


def _where(context: Context, row: Statement, named: Mapping[str, Phrase]) -> str:
    """The place a figure is of, or the body whose own it is; nothing where it is not known."""
    if of_body(row) and row.department:
        return row.department
    if row.place == NATION:
        return context.words["place.nation"]
    found = named.get(row.place or "")
    return spoken(found, context.lang) if found else ""


def _value(row: Statement) -> str:
    """The value with its operator; what is printed where it is no number."""
    if row.value is None:
        return row.printed
    return SIGNS.get(row.operator, row.operator) + shown_as_printed(row.printed, row.value)
