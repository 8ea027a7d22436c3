"""`hrss-tui budget`: what an amount of the budget is made of."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from hrss_tui.cli.amounts import DEFAULT, UNITS, Money, percent
from hrss_tui.cli.context import Context
from hrss_tui.cli.editions import tell_editions
from hrss_tui.cli.naming import code_named
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser, positive
from hrss_tui.cli.recognised import tell
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.summary import PHASES
from hrss_tui.query.budget import BudgetRow, Drill, Question, is_of_less, named, open_ledger
from hrss_tui.query.budget import drill as budget_drill
from hrss_tui.query.filings.filings import filings
from hrss_tui.query.filings.opened import one_budget
from hrss_tui.records.budget import table_called

FORMATS = WITH_PAGE

OTHER_BASIS = "*"
"""Marks a change that is stated of less than the whole amount."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("code", key="budget.code", nargs="?", metavar="CODE")
    parser.add("--by", key="budget.by", metavar="DIM,DIM", default="")
    parser.add("--table", key="budget.table", metavar="N")
    parser.add("--measure", key="budget.measure", metavar="M", default="total")
    parser.add("--depth", key="budget.depth", metavar="N", type=positive, default=1)
    parser.add("--year", key="budget.year", metavar="Y", type=positive)
    parser.add("--doc", key="budget.doc", metavar="ID")
    parser.add("--department", key="budget.department", metavar="NAME")
    parser.add("--phase", key="budget.phase", choices=PHASES, metavar="|".join(PHASES))
    parser.add("--classification", key="budget.classification", metavar="NAME")
    parser.add("--unit", key="budget.unit", choices=tuple(UNITS), default=DEFAULT, metavar="|".join(UNITS))


def run(options: Namespace, context: Context) -> int:
    """Print the parts of a code; the code itself where it has none or --depth is 0."""
    named_one = bool(options.doc or options.department)
    own, options.doc = one_budget(context.pack, options.doc, options.department, options.year, options.phase)
    ledger, question = open_ledger(own), _question(options)
    try:
        drill = budget_drill(ledger, question)
    except NothingFoundError:
        rows = tuple(named(ledger, question))
        if not rows:
            raise
        return _print(
            context, rows, options.unit, [context.words["budget.named"].format(name=question.code), ""]
        )
    rows = drill.rows or (drill.opened,)
    return _print(
        context,
        rows,
        options.unit,
        _above(context, drill, options.unit),
        [] if named_one else _others(context),
    )


def _others(context: Context) -> list[str]:
    """That there are other budgets and final accounts, and how to name one."""
    more = len(filings(context.pack)) - 1
    return ["", context.words["note.other_filings"].format(count=f"{more:,}")] if more > 0 else []


def _print(
    context: Context, rows: tuple[BudgetRow, ...], unit: str, above: list[str], last: Sequence[str] = ()
) -> int:
    money = Money(unit, [amount for row in rows for amount in (row.amount, row.change)])
    fields = _fields(context, rows, money, unit)
    print_records(context, rows, fields, above, [*_below(context, rows), *last])
    tell(context, (row.doc_id for row in rows))
    tell_editions(context, (row.doc_id for row in rows))
    return 0


def _question(options: Namespace) -> Question:
    return Question(
        code=options.code,
        by=tuple(name for name in options.by.split(",") if name.strip()),
        table=options.table,
        measure=options.measure,
        depth=options.depth,
        year=options.year,
        doc_id=options.doc,
        classification=options.classification,
    )


def _fields(context: Context, rows: tuple[BudgetRow, ...], money: Money, unit: str) -> list[Field]:
    said = context.words
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{unit}"])
    fields = [
        attribute(said["head.code"], "code"),
        Field(said["head.name"], lambda row: _indented(context, row), least=16),
        Field(said["head.amount"] + in_unit, lambda row: money.text(row.amount), right=True),
        Field(said["head.share"], lambda row: percent(row.share), right=True),
    ]
    if any(row.change is not None for row in rows):
        marked = any(is_of_less(row) for row in rows)
        fields += [
            Field(said["head.change"] + in_unit, lambda row: _change(row, money, marked), right=True),
            Field(said["head.percent"], lambda row: percent(row.percent, signed=True), right=True),
        ]
    if any(row.reclassified for row in rows):
        fields.append(
            Field(said["head.note"], lambda row: said["value.reclassified"] if row.reclassified else "")
        )
    return fields if any(row.code for row in rows) else fields[1:]


def _indented(context: Context, row: BudgetRow) -> str:
    return "  " * max(0, row.depth - 1) + code_named(context, row.name)


def _change(row: BudgetRow, money: Money, marked: bool) -> str:
    """The signed change; where one of the column is marked, all leave room for the mark."""
    mark = OTHER_BASIS if is_of_less(row) else " "
    return money.text(row.change, signed=True) + (mark if marked else "")


def _above(context: Context, drill: Drill, unit: str) -> list[str]:
    """Which table and column the amounts are from, and the opened row with its amount."""
    said, opened = context.words, drill.opened
    number = said["table.number"].format(number=drill.table_no)
    called = table_called(drill.table_no, drill.title).removeprefix(f"表{drill.table_no}").lstrip()
    year = "" if drill.year is None else str(drill.year)
    origin = [
        drill.department or "",
        year,
        f"{number} {code_named(context, called)}".rstrip(),
        code_named(context, drill.measure_label),
        drill.doc_id,
    ]
    amount = said["value.amount"].format(
        amount=Money(unit, [opened.amount]).text(opened.amount), unit=said[f"money.{unit}"]
    )
    total = f"{opened.code or ''} {code_named(context, opened.name)}  {amount}".strip()
    return [" · ".join(part for part in origin if part), total, ""]


def _below(context: Context, rows: tuple[BudgetRow, ...]) -> list[str]:
    return ["", f"{OTHER_BASIS} {context.words['note.other_basis']}"] if any(map(is_of_less, rows)) else []
