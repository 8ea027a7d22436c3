"""`hrss-tui evidence`: one page that shows where a figure stands, or both sides of a check."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hrss_tui.cli.context import Context
from hrss_tui.cli.parser import Parser, named
from hrss_tui.cli.written import missing_folder, tell_written
from hrss_tui.errors import EXIT_DONE, UsageError
from hrss_tui.export.shown.of_id import proof, written
from hrss_tui.export.shown.telling import Teller
from hrss_tui.export.target import new_file
from hrss_tui.query.check_words import english_names
from hrss_tui.query.evidence.own import Owns
from hrss_tui.query.lookup import id_meant
from hrss_tui.words import phrase

FORMATS = ("md", "html")
_ENDINGS = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".txt": "md"}
_STDOUT = "-"


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("id", key="evidence.id", metavar="ID")
    parser.add("-o", "--output", key="evidence.output", metavar="PATH|-", type=named)
    parser.add("--force", key="export.force", action="store_true")


def run(options: Namespace, context: Context) -> int:
    """Print a note, or write a file in the format that was typed, else the one that its ending names."""
    form = _format(options)
    found = proof(Owns(context.pack), id_meant(context.pack, options.id))
    teller = teller_of(context)
    if options.output in (None, _STDOUT):
        context.write(written(found, teller, form).decode().splitlines())
        return EXIT_DONE
    path = Path(options.output)
    data = written(found, teller, form)
    made = missing_folder(path)
    with new_file(path, options.force, context.pack.path) as draft:
        draft.write_bytes(data)
    tell_written(context, path, made)
    return EXIT_DONE


def _format(options: Namespace) -> str:
    """The format that was typed, else the one that the ending of the file names, the usual one without ending.

    Raises UsageError for an ending that names none: a note is no .pdf because it is called so.
    """
    ending = Path(options.output or "").suffix.casefold()
    if options.format_typed or not ending[1:] or ending[1:].isdecimal():
        return str(options.format)
    if ending not in _ENDINGS:
        endings = " ".join(_ENDINGS)
        raise UsageError(phrase("error.ending", ending=ending), phrase("error.ending.hint", endings=endings))
    return _ENDINGS[ending]


def teller_of(context: Context) -> Teller:
    """What says it in the language of the reader."""
    return Teller(context.pack, context.lang, english_names(context.pack) if context.lang == "en" else {})
