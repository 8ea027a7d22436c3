"""`hrss-tui glossary`: the terms the documents define, and the figures and paragraphs that use them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator

from hrss_tui.cli.amounts import DEFAULT, Money
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.policies import times
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.cli.sources import legend, source_field
from hrss_tui.query.policies import Term, glossary
from hrss_tui.query.uses import Named, figures_of, passages
from hrss_tui.records import Block

FORMATS = WITH_PAGE

_DEFINITION, _NAME = 60, 60
_MOST = 40
"""Figures or paragraphs of one term that a table for people lists."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="glossary.pattern", nargs="?", metavar="TERM")


def run(options: Namespace, context: Context) -> int:
    """Print the terms that hold the pattern; of one its whole definition and what uses it."""
    said = context.words
    terms = glossary(context.pack, options.pattern or "")
    most = _DEFINITION if len(terms) > 1 else 0
    fields = [
        attribute(said["head.term"], "term"),
        Field(said["head.definition"], lambda row: row.definition, least=24, most=most),
        Field(said["head.figures"], lambda row: str(len(row.figures) or ""), right=True),
        Field(said["head.used_in"], lambda row: _passages(context, row), right=True),
        source_field(context),
    ]
    print_records(
        context,
        terms,
        fields,
        below=list(_uses(context, terms[0])) if len(terms) == 1 else legend(context, terms),
    )
    return 0


def _passages(context: Context, row: Term) -> str:
    """How many paragraphs, and how often in all where one has it more than once."""
    whole = sum(row.times)
    return (
        f"{len(row.passages)}{f' {times(context, whole)}' if whole > len(row.passages) else ''}"
        if whole
        else ""
    )


def _uses(context: Context, term: Term) -> Iterator[str]:
    """The figures that are called so, then the paragraphs."""
    said = context.words
    own = [row for row in figures_of(context.pack, [term.term])[term.term] if row.doc_id == term.doc_id]
    if own:
        yield from ("", f"{said['lists.figures']} {len(own)}")
        yield from _listed(context, own)
    blocks = [block for block in context.pack.rows(Block) if block.doc_id == term.doc_id]
    using = [one for one in passages(blocks, term.term) if f"{one.doc_id}:{one.line_start}" in term.passages]
    if using:
        fields = [
            Field("", lambda one: f"{one.doc_id}:{one.line_start}"),
            Field("", lambda one: times(context, one.count)),
            Field("", lambda one: " ".join(one.text.split()), least=24, most=2 * _NAME),
        ]
        yield from ("", f"{said['lists.passages']} {len(using)}")
        yield from table_lines(fields, using[:_MOST], room=context.room)[2:]
        yield from _more(context, len(using))


def _listed(context: Context, rows: list[Named]) -> Iterator[str]:
    said = context.words
    money = Money(DEFAULT, [row.amount for row in rows])
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{DEFAULT}"])
    fields = [
        Field(said["head.name"], lambda row: row.name, least=16, most=_NAME),
        Field(said["head.amount"] + in_unit, lambda row: money.text(row.amount), right=True),
        Field(said["head.value"], lambda row: "" if row.amount is not None else row.printed, right=True),
        Field(said["head.place"], lambda row: f"{row.doc_id}:{row.line_start}"),
    ]
    yield from table_lines(fields, rows[:_MOST], room=context.room)
    yield from _more(context, len(rows))


def _more(context: Context, count: int) -> Iterable[str]:
    return [context.words["more"].format(count=count - _MOST)] if count > _MOST else []
