"""`hrss-tui checks`: the arithmetic identities in the documents and how each came out."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator

from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import unit_named
from hrss_tui.cli.output import Field, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.cli.sources import legend, source_field
from hrss_tui.errors import EXIT_DONE, EXIT_FOUND, NothingFoundError
from hrss_tui.query.check_words import description, english_names, reason
from hrss_tui.query.checks import STATUSES, Asked, checks, counts
from hrss_tui.query.exact import shown
from hrss_tui.records import Check
from hrss_tui.words import phrase

FORMATS = (*WITH_PAGE, "note")


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("--status", key="checks.status", choices=STATUSES, metavar="|".join(STATUSES))
    parser.add("--doc", key="checks.doc", metavar="ID")
    parser.add("--kind", key="checks.kind", metavar="KIND")


def run(options: Namespace, context: Context) -> int:
    """Print the checks asked for; exit status 1 where one of them fails, or there are none to print.

    That no check fails is no failure to find something: `--status fails` then says so and ends with 0.
    """
    found = checks(context.pack, Asked(options.status, options.doc, options.kind))
    if not found and options.status != "fails":
        raise NothingFoundError(phrase("error.no_checks"), phrase("error.no_checks.hint"))
    if not found:
        made = len(checks(context.pack, Asked(None, options.doc, options.kind)))
        context.note(phrase("note.none_fails", checks=f"{made:,}"))
    if context.format == "note":
        context.write(_notes(context, found))
    else:
        below = [*_summary(context, found), *legend(context, found)]
        print_records(context, found, _fields(context), below=below, of=Check)
    return EXIT_FOUND if any(check.status == "fails" for check in found) else EXIT_DONE


def _notes(context: Context, found: tuple[Check, ...]) -> Iterator[str]:
    """Both sides of each check with their sentences, to be cited."""
    from hrss_tui.export.shown.note import contradiction_note
    from hrss_tui.export.shown.telling import Teller
    from hrss_tui.query.evidence.contradiction import of_check
    from hrss_tui.query.evidence.own import Owns

    owns = Owns(context.pack)
    teller = Teller(context.pack, context.lang, english_names(context.pack) if context.lang == "en" else {})
    for number, check in enumerate(found):
        yield from ["", "***", ""] if number else []
        yield from contradiction_note(of_check(owns, check), teller).splitlines()


def _fields(context: Context) -> list[Field]:
    said = context.words
    return [
        Field(said["head.status"], lambda check: said.get(f"checks.{check.status}", check.status)),
        Field(said["head.left"], lambda check: _figure(check.left), right=True),
        Field(said["head.right"], lambda check: _figure(check.right), right=True),
        Field(said["head.difference"], lambda check: _figure(check.difference), right=True),
        Field(said["head.unit"], lambda check: unit_named(context, check.unit)),
        source_field(context),
        Field(said["head.check"], _sentences(context), least=32, below=True),
    ]


def _figure(value: float | None) -> str:
    return "" if value is None else shown(value)


def _sentences(context: Context) -> Callable[[Check], str]:
    """What must equal what and, in brackets, why it is not exact."""
    names = english_names(context.pack) if context.lang == "en" else {}

    def said(check: Check) -> str:
        what, why = description(check, context.lang, names), reason(check, context.lang, names)
        return context.words["checks.because"].format(what=what, why=why) if why else what

    return said


def _summary(context: Context, found: tuple[Check, ...]) -> list[str]:
    said = context.words
    parts = [f"{said[f'checks.{status}']} {count}" for status, count in counts(found).items() if count]
    return ["", "  ".join(parts)] if parts else []
