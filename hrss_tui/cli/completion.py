"""`hrss-tui completion`: a script for the shell, made from the parsers themselves."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.context import Context
from hrss_tui.cli.help import full_parser
from hrss_tui.cli.names import PROGRAM
from hrss_tui.cli.parser import Parser
from hrss_tui.errors import UsageError
from hrss_tui.words import phrase

FORMATS: tuple[str, ...] = ()
SHELLS = ("bash", "zsh", "fish")


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("shell", key="completion.shell", choices=SHELLS, metavar="|".join(SHELLS))


def run(options: Namespace, context: Context) -> int:
    """Print the script. Raises UsageError where the library that writes it is not installed."""
    try:
        import shtab
    except ImportError as error:
        raise UsageError(phrase("error.no_shtab"), phrase("error.no_shtab.hint")) from error
    parser = full_parser(context.lang)
    context.write(
        [shtab.complete(parser, shell=options.shell, root_prefix=PROGRAM.replace("-", "_")).rstrip()]
    )
    return 0
