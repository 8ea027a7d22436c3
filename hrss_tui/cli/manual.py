"""`hrss-tui help`: the program, one command, or a document about it."""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.context import Context
from hrss_tui.cli.help import command_help, program_help
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import COMMANDS
from hrss_tui.errors import EXIT_DONE, UsageError
from hrss_tui.topics import TOPICS, topic
from hrss_tui.words import phrase

FORMATS: tuple[str, ...] = ()
MAN = "man"
"""The topic that is the man page."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("topic", key="help.topic", nargs="?", metavar="TOPIC")


def run(options: Namespace, context: Context) -> int:
    """Print it. Raises UsageError for a topic that is none."""
    name = options.topic
    if name is None:
        text = program_help(context.lang)
    elif name == MAN:
        from hrss_tui.cli.man import man_page

        text = man_page(context.lang)
    elif name in TOPICS:
        text = topic(name, context.lang).replace("\\|", "|")  # what Markdown asks for in tables, nobody types
    elif name in COMMANDS:
        text = command_help(name, context.lang)
    else:
        raise UsageError(
            phrase("error.topic", name=name), phrase("error.topic.hint", names=", ".join((*TOPICS, MAN)))
        )
    context.write(text.rstrip("\n").split("\n"))
    return EXIT_DONE
