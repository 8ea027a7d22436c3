"""`hrss-tui completion`: a script for the shell, made from the parsers themselves.

Where an argument names something of the package the script asks this program (`completion --list KIND`).
"""

from __future__ import annotations

from argparse import Action, Namespace, _SubParsersAction
from collections.abc import Iterator
from typing import Any, Final

from hrss_tui.cli.context import Context
from hrss_tui.cli.help import full_parser
from hrss_tui.cli.manual import MAN
from hrss_tui.cli.names import PROGRAM
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import COMMANDS
from hrss_tui.cli.shells import PREAMBLE, asking, mended
from hrss_tui.errors import UsageError
from hrss_tui.topics import TOPICS
from hrss_tui.words import phrase

FORMATS: tuple[str, ...] = ()
SHELLS = ("bash", "zsh", "fish", "powershell")
LISTS = ("codes", "places", "tables", "compared", "metrics", "documents")
OFFERED: Final = {
    "budget.code": "codes",
    "budget.doc": "documents",
    "compare.prefectures": "places",
    "compare.base": "places",
    "prefecture.name": "places",
    "compare.metric": "metrics",
    "documents.place": "places",
    "export.tables": "tables",
    "diff.table": "compared",
    "search.doc": "documents",
    "show.place": "documents",
    "cite.id": "documents",
    "checks.doc": "documents",
}
"""Word of an argument → what may stand there."""
_FILES: Final = frozenset({"pack", "output", "file", "old", "new", "sources", "manifest"})
"""Arguments that name files."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("shell", key="completion.shell", nargs="?", choices=SHELLS, metavar="|".join(SHELLS))
    parser.add("--list", key="completion.list", dest="kind", choices=LISTS, metavar="|".join(LISTS))


def run(options: Namespace, context: Context) -> int:
    """Print the script, or what may stand in place of an argument. Raises UsageError where neither is asked for."""
    if options.kind is not None:
        from hrss_tui.cli.candidates import candidates

        context.write(candidates(context.pack, options.kind))
    elif options.shell is None:
        raise UsageError(
            phrase("error.args.required", names="|".join(SHELLS)),
            phrase("error.args.hint", command=f"{PROGRAM} completion"),
        )
    else:
        context.write([_script(options.shell, context)])
    return 0


def _script(shell: str, context: Context) -> str:
    """The script of a shell. Raises UsageError where the library that writes it is not installed."""
    try:
        import shtab
    except ImportError as error:
        raise UsageError(phrase("error.no_shtab"), phrase("error.no_shtab.hint")) from error
    parser = full_parser(context.lang)
    for action in _actions(parser):
        offered: Any = OFFERED.get(getattr(action, "key", ""))
        if offered is not None:
            action.complete = asking(offered)  # type: ignore[attr-defined]
        elif action.dest == "topic":
            action.choices = (*TOPICS, MAN, *COMMANDS)
        elif action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    root = PROGRAM.replace("-", "_")
    return mended(
        shell, shtab.complete(parser, shell=shell, root_prefix=root, preamble=PREAMBLE.get(shell, ""))
    ).rstrip()


def _actions(parser: Any) -> Iterator[Action]:
    """Every argument of the program and of its commands."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for child in action.choices.values():
                yield from _actions(child)
        else:
            yield action
