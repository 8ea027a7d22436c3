"""Without a command: the explorer, where there is a terminal to draw on."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from hrss_tui.cli.context import write_chinese
from hrss_tui.cli.language import said
from hrss_tui.errors import UsageError
from hrss_tui.words import Lang, phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from types import SimpleNamespace


def explore(options: Namespace | SimpleNamespace, lang: Lang) -> int:
    """Open the explorer and return its exit status.

    Raises UsageError at once where there is no terminal: Textual, once imported, would paint on stderr and
    never end.
    """
    if not _terminal():
        raise UsageError(phrase("error.no_terminal"), phrase("error.no_terminal.hint"))
    write_chinese(sys.stderr)
    forget_variables()
    explorer = import_module("hrss_tui.tui")
    status: int = explorer.run(
        pack_path=options.pack,
        view=options.view,
        lang=lang if said(options.lang) else None,
        usual=lang,
        theme=options.theme,
        ascii=options.ascii,
        provoke=_provoke() if options.crash else None,
    )
    return status


def forget_variables() -> None:
    """Take out of the environment what Textual would obey, before it is imported.

    Some variables of it load modules by name, write what is typed to a file, or end it; and a shell that exports the
    size of its window says what it was, not what it is. NO_COLOR without a value says nothing.
    """
    unset = ("NO_COLOR",) if os.environ.get("NO_COLOR") == "" else ()
    for name in [
        name for name in os.environ if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES", *unset)
    ]:
        del os.environ[name]


def _provoke() -> Callable[[], None]:
    from hrss_tui.cli.crash import provoke

    return provoke


def _terminal() -> bool:
    """Are all ends of the program a terminal that can be drawn on? Textual draws on stderr."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if any(stream is None or not stream.isatty() for stream in streams):
        return False
    return os.environ.get("TERM", "") not in ("", "dumb") or sys.platform == "win32"
