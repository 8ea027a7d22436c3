"""Which commands there are. A new one is a module of this folder, an entry here and its words.

A module of a command has

    FORMATS: tuple[str, ...]          # optional: what --format takes, else table, json, csv
    def arguments(parser: Parser) -> None
    def run(options: Namespace, context: Context) -> int

and is imported only when its command is used. Its summary is the word `help.NAME`.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Final, Protocol

    from hrss_tui.cli.context import Context
    from hrss_tui.cli.parser import Parser

    class Command(Protocol):
        """What the module of a command has."""

        def arguments(self, parser: Parser) -> None:
            """Add what the command takes beside the common options."""

        def run(self, options: Namespace, context: Context) -> int:
            """Do it; return the exit status."""


COMMANDS: Final[dict[str, str]] = {
    "budget": "hrss_tui.cli.budget",
    "changes": "hrss_tui.cli.changes",
    "compare": "hrss_tui.cli.compare",
    "prefecture": "hrss_tui.cli.prefecture",
    "indicators": "hrss_tui.cli.indicators",
    "targets": "hrss_tui.cli.targets",
    "policies": "hrss_tui.cli.policies",
    "glossary": "hrss_tui.cli.glossary",
    "search": "hrss_tui.cli.search",
    "show": "hrss_tui.cli.show",
    "checks": "hrss_tui.cli.checks",
    "documents": "hrss_tui.cli.documents",
    "info": "hrss_tui.cli.info",
    "tables": "hrss_tui.cli.tables",
    "schema": "hrss_tui.cli.schema",
    "export": "hrss_tui.cli.export",
    "evidence": "hrss_tui.cli.evidence",
    "cite": "hrss_tui.cli.cite",
    "diff": "hrss_tui.cli.diff",
    "verify": "hrss_tui.cli.verify",
    "build": "hrss_tui.cli.build",
    "mcp": "hrss_tui.cli.mcp.serve",
    "doctor": "hrss_tui.cli.doctor",
    "completion": "hrss_tui.cli.completion",
    "help": "hrss_tui.cli.manual",
}
"""Name → module, in the order in which help lists them."""

LISTING: Final = ("table", "json", "csv", "md")
"""The formats of a command that lists something."""
WITH_PAGE: Final = (*LISTING, "html")
"""The same where it is worth looking at: as a page, too."""


def command(name: str) -> Command:
    """The module of a command."""
    module: Command = import_module(COMMANDS[name])
    return module


def formats(module: Command) -> tuple[str, ...]:
    """What a command's --format takes; () where it prints no records."""
    found: tuple[str, ...] = getattr(module, "FORMATS", LISTING)
    return found
