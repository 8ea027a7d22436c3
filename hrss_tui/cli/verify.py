"""`hrss-tui verify`: is a package whole?"""

from __future__ import annotations

from argparse import Namespace

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.parser import Parser
from hrss_tui.errors import EXIT_DONE, EXIT_FOUND
from hrss_tui.pack.read import open_pack
from hrss_tui.pack.verify import Fault, verify
from hrss_tui.words import Lang, spoken


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("file", key="verify.file", nargs="?", metavar="PACK")


def run(options: Namespace, context: Context) -> int:
    """Print every fault; exit status 1 where there is one. Raises PackError where it cannot be opened."""
    pack = open_pack(options.file) if options.file is not None else context.pack
    faults = [_spoken(fault, context.lang) for fault in verify(pack)]
    if context.format == "table" and not faults:
        rows = sum(map(pack.count, pack.tables))
        whole = context.words["verify.whole"]
        context.write([whole.format(path=pack.path, tables=len(pack.tables), rows=f"{rows:,}")])
    else:
        print_records(context, faults, _fields(context), of=Fault)
    return EXIT_FOUND if faults else EXIT_DONE


def _spoken(fault: Fault, lang: Lang) -> Fault:
    return Fault(fault.table, spoken(fault.place, lang), spoken(fault.problem, lang))


def _fields(context: Context) -> list[Field]:
    said = context.words
    return [
        attribute(said["head.table"], "table"),
        attribute(said["head.place"], "place"),
        attribute(said["head.problem"], "problem"),
    ]
