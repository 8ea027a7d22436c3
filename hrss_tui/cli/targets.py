"""`hrss-tui targets`: performance targets beside last year's results."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.amounts import DEFAULT, Money
from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import code_named
from hrss_tui.cli.output import Field, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.cli.sources import legend, source_field
from hrss_tui.formulas import without_math
from hrss_tui.query.check_words import english_names
from hrss_tui.query.exact import shown
from hrss_tui.query.quantities import printed_in, quantity
from hrss_tui.query.targets import TargetRow, Wanted, targets
from hrss_tui.words import spoken

FORMATS = WITH_PAGE

MENDED = "*"
"""Marks a target whose printed figure was mended."""
_NAME = 36
"""Cells of an indicator or a project."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="targets.pattern", nargs="?", metavar="PATTERN")
    parser.add("--below-last-year", key="targets.below", action="store_true")
    parser.add("--no-last-year", key="targets.none", action="store_true")
    parser.add("--not-a-number", key="targets.text", action="store_true")
    parser.add("--other-unit", key="targets.unit", action="store_true")


def run(options: Namespace, context: Context) -> int:
    """Print one row per target."""
    wanted = Wanted(
        options.pattern or "",
        below_last_year=options.below_last_year,
        no_last_year=options.no_last_year,
        not_a_number=options.not_a_number,
        other_unit=options.other_unit,
    )
    rows = targets(context.pack, wanted)
    print_records(
        context, rows, _fields(context, rows), below=[*_mended(context, rows), *legend(context, rows)]
    )
    return 0


def _fields(context: Context, rows: list[TargetRow]) -> list[Field]:
    said = context.words
    names = english_names(context.pack) if context.lang == "en" else {}
    money = Money(DEFAULT, [row.amount for row in rows])
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{DEFAULT}"])
    return [
        Field(
            said["head.metric"],
            lambda row: names.get(row.indicator) or code_named(context, row.indicator),
            least=12,
            most=_NAME,
        ),
        Field(said["head.target"], lambda row: _target(context, row), right=True, least=10, most=_NAME),
        Field(said["head.last_year"], lambda row: _last(context, row), right=True, least=10, most=_NAME),
        Field(said["head.difference"], _difference, right=True),
        Field(
            said["head.against"],
            lambda row: said[f"direction.{row.direction}"] if row.direction else "",
            least=4,
        ),
        Field(said["head.weight"], lambda row: "" if row.weight is None else f"{row.weight:g}", right=True),
        Field(
            said["head.project"],
            lambda row: row.project or row.unit_name or "",
            least=24,
            most=_NAME,
            below=True,
        ),
        Field(said["head.amount"] + in_unit, lambda row: money.text(row.amount), right=True),
        source_field(context, below=True),
    ]


def _target(context: Context, row: TargetRow) -> str:
    mark = MENDED if row.mended else ""
    return quantity(without_math(row.value), row.unit, context.lang, row.operator) + mark


def _last(context: Context, row: TargetRow) -> str:
    return printed_in(without_math(row.previous or ""), context.lang)


def _mended(context: Context, rows: list[TargetRow]) -> list[str]:
    """What is printed where a figure was mended, and why it was."""
    return [
        f"{MENDED} {row.doc_id}:{row.line_start} "
        + context.words["targets.mended"].format(
            printed=without_math(row.printed or ""), reason=spoken(row.mended or "", context.lang)
        )
        for row in rows
        if row.mended
    ]


def _difference(row: TargetRow) -> str:
    return "" if row.difference is None else shown(row.difference, signed=True)
