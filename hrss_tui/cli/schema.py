"""`hrss-tui schema`: JSON Schemas of what commands print with `--format json`."""

from __future__ import annotations

from argparse import Namespace

import msgspec

from hrss_tui.cli.context import Context
from hrss_tui.cli.parser import Parser
from hrss_tui.errors import EXIT_DONE, UsageError
from hrss_tui.words import listed, phrase

FORMATS: tuple[str, ...] = ()


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("command", key="schema.command", nargs="?", metavar="COMMAND")


def run(options: Namespace, context: Context) -> int:
    """Print the schema of one command, or of all. Raises UsageError for a command that prints no JSON."""
    from hrss_tui.cli.answers import ANSWERS, schema, schemas

    name = options.command
    if name is not None and name not in ANSWERS:
        hint = phrase("error.no_json.hint", names=listed(list(ANSWERS), len(ANSWERS)))
        raise UsageError(phrase("error.no_json", name=name), hint)
    found = schemas() if name is None else schema(name)
    context.write(msgspec.json.format(msgspec.json.encode(found), indent=2).decode().split("\n"))
    return EXIT_DONE
