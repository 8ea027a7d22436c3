"""Help of the whole program, and the parser of all its commands, both made from the registry."""

from __future__ import annotations

from hrss_tui.cli.cells import pad, wrap
from hrss_tui.cli.examples import example_lines
from hrss_tui.cli.names import PROGRAM
from hrss_tui.cli.parser import Parser, add_common, add_explorer
from hrss_tui.cli.registry import COMMANDS, command, formats
from hrss_tui.words import Lang

_WIDTH = 78
_NAMES = 14


def program_help(lang: Lang) -> str:
    """Help of the whole program: options of the explorer, then one line per command."""
    parser = Parser(lang=lang, summary="help.program", usage=f"{PROGRAM} [COMMAND] [OPTIONS]")
    add_explorer(parser)
    said = parser.words
    lines = ["", f"{said['help.commands']}:"]
    for name in COMMANDS:
        first, *others = wrap(said[f"help.{name}"], _WIDTH - _NAMES)
        lines += [f"  {pad(name, _NAMES - 2)}{first}", *(" " * _NAMES + line for line in others)]
    lines += ["", f"{said['help.examples']}:", *example_lines("", lang), "", said["help.more"]]
    return parser.format_help() + "\n".join(lines) + "\n"


def command_help(name: str, lang: Lang) -> str:
    """Help of one command, as its --help prints it."""
    module = command(name)
    parser = Parser(f"{PROGRAM} {name}", lang, f"help.{name}")
    module.arguments(parser)
    add_common(parser, formats(module))
    parser.usage = parser.format_usage().removeprefix(parser.words["help.usage"])
    parser.show_examples()
    return parser.format_help()


def full_parser(lang: Lang) -> Parser:
    """The program with all its commands as one parser, for shell completion."""
    parser = Parser(lang=lang, summary="help.program")
    add_explorer(parser)
    commands = parser.add_subparsers(metavar="COMMAND")
    for name in COMMANDS:
        module = command(name)
        child = commands.add_parser(
            name, help=parser.words[f"help.{name}"], lang=lang, summary=f"help.{name}"
        )
        module.arguments(child)
        add_common(child, formats(module))
    return parser
