"""`hrss-tui export`: tables of the package for other tools."""

from __future__ import annotations

import os
import stat
import sys
from argparse import Namespace
from pathlib import Path

from hrss_tui.cli.context import Context
from hrss_tui.cli.parser import Parser, named
from hrss_tui.cli.written import missing_folder, tell_written
from hrss_tui.errors import EXIT_DONE, UsageError
from hrss_tui.export.registry import FORMATS as KNOWN
from hrss_tui.export.run import BOM, Request, export, export_bytes, export_lines, is_text
from hrss_tui.words import phrase

FORMATS: tuple[str, ...] = tuple(KNOWN)
_STDOUT = "-"


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("tables", key="export.tables", nargs="*", metavar="TABLE")
    parser.add("-o", "--output", key="export.output", metavar="PATH|-", type=named)
    parser.add("--bom", key="export.bom", action="store_true")
    parser.add("--force", key="export.force", action="store_true")


def run(options: Namespace, context: Context) -> int:
    """Write a file or folder and name it on stderr; one table of text goes to stdout unless -o says where.

    Into a pipe nothing else goes, and no file is written that nobody named. Raises UsageError.
    """
    said = options.output not in (None, _STDOUT)
    request = Request(
        format=_format(options),
        tables=tuple(options.tables),
        path=Path(options.output) if said else None,
        force=options.force,
        bom=options.bom,
        lang=context.lang,
    )
    if not said and is_text(request, context.pack):
        lines = export_lines(context.pack, request, context.note)
        context.out.write(BOM if request.bom else "")
        context.write(lines)
    elif options.output == _STDOUT:
        _stream(request, context)
    elif not said and _piped():
        raise UsageError(phrase("error.piped"), phrase("error.piped.hint"))
    else:
        made = missing_folder(request.path)
        path = export(context.pack, request, context.note)
        tell_written(context, path, made)
    return EXIT_DONE


def _piped() -> bool:
    """Whether results go to another program, which would get nothing of what is written to a file."""
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def _format(options: Namespace) -> str:
    """The format that was typed; where none was, the one that the ending of the file names, the usual one without ending.

    Raises UsageError for an ending that names none: the file would not be what it is called.
    """
    if options.format_typed:
        return str(options.format)
    ending = Path(options.output or "").suffix.casefold()
    known = {form.suffix: name for name, form in KNOWN.items() if form.suffix}
    if ending in known:
        return known[ending]
    if ending[1:] and not ending[1:].isdecimal():
        endings = " ".join(known)
        raise UsageError(phrase("error.ending", ending=ending), phrase("error.ending.hint", endings=endings))
    return str(options.format)


def _stream(request: Request, context: Context) -> None:
    """A binary format to a pipe; a terminal is spared it."""
    out = context.out
    if out.isatty():
        raise UsageError(phrase("error.binary_terminal"), phrase("error.binary_terminal.hint"))
    export_bytes(context.pack, request, out.buffer, context.note)
    out.buffer.flush()
