"""`hrss-tui diff`: what changed between two packages."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal
from typing import Any

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, print_records, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.errors import EXIT_DONE, EXIT_FOUND
from hrss_tui.pack.diff import Difference, TableCounts, diff, table_counts
from hrss_tui.pack.pairing import Budget
from hrss_tui.pack.read import open_pack
from hrss_tui.words import listed, phrase

_LONG = 40
"""Characters of a text that a table for people shows."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("old", key="diff.old", metavar="OLD")
    parser.add("new", key="diff.new", metavar="NEW")
    parser.add("--table", key="diff.table", action="append", default=[], metavar="TABLE")
    parser.add("--summary", key="diff.summary", action="store_true")


def run(options: Namespace, context: Context) -> int:
    """Print the differences; exit status 1 where there are any."""
    budget = Budget()
    found = diff(open_pack(options.old), open_pack(options.new), budget, options.table)
    if budget.in_order:
        context.note(phrase("note.matched_in_order", keys=f"{budget.in_order:,}"))
    if context.format != "table" and options.summary:
        print_records(context, table_counts(found), (), of=TableCounts)
    elif context.format != "table":
        print_records(context, found, (), of=Difference)
    elif not found:
        same = "diff.same_tables" if options.table else "diff.same"
        context.note(phrase(same, tables=listed(options.table)))
    else:
        if not options.summary:
            context.write([*table_lines(_fields(context), found, room=context.room), ""])
        context.write(_summary(context, found))
    return EXIT_FOUND if found else EXIT_DONE


def _fields(context: Context) -> list[Field]:
    said = context.words
    return [
        Field(said["head.table"], lambda d: d.table),
        Field(said["diff.what"], lambda d: said[f"diff.{d.change}"]),
        Field(said["diff.key"], lambda d: _short(d.key)),
        Field(said["head.column"], lambda d: d.column or ""),
        Field(said["diff.old"], lambda d: _short(d.old), right=True),
        Field(said["diff.new"], lambda d: _short(d.new), right=True),
        Field(said["head.difference"], _difference, right=True),
        Field(said["head.lines"], _lines),
    ]


def _short(value: Any) -> str:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{value:,}"
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONG else f"{text[: _LONG // 2]}…{text[-_LONG // 2 :]}"


def _difference(difference: Difference) -> str:
    return "" if difference.difference is None else f"{difference.difference:+,}"


def _lines(difference: Difference) -> str:
    lines = [str(line) for line in (difference.line_old, difference.line_new) if line is not None]
    return " → ".join(dict.fromkeys(lines))


def _summary(context: Context, found: list[Difference]) -> list[str]:
    said = context.words
    fields = [Field(said["head.table"], lambda row: row.table)]
    fields += [_counted(said[f"diff.{kind}"], kind) for kind in ("added", "removed", "changed")]
    return table_lines(fields, table_counts(found))


def _counted(head: str, kind: str) -> Field:
    return Field(head, lambda row: str(getattr(row, kind) or ""), right=True)
