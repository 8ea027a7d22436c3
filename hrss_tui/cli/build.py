"""`hrss-tui build`: source documents, and packages to be joined with them, to one data package."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.cli.parser import Parser, named, positive
from hrss_tui.errors import UsageError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from hrss_tui.cli.context import Context

_MEGA = 2**20
_STDOUT = "-"
_SECONDS = int(Limits().seconds)


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("sources", key="build.sources", metavar="FILE|DIR|PACK", type=named_path, nargs="+")
    parser.add("-o", "--output", key="build.output", metavar="OUT.msgpack", type=named_path, required=True)
    parser.add("--recursive", "-r", key="build.recursive", action="store_true")
    parser.add(
        "--max-megabytes",
        key="build.max_megabytes",
        metavar="N",
        type=positive,
        default=Limits().size // _MEGA,
    )
    parser.add("--max-pages", key="build.max_pages", metavar="N", type=positive, default=Limits().pages)
    parser.add(
        "--limit-seconds",
        "--max-seconds",
        key="build.limit_seconds",
        metavar="N",
        type=positive,
        default=_SECONDS,
    )
    parser.add("--jobs", key="build.jobs", metavar="N", type=positive, default=1)
    parser.add("--scheduler", key="build.scheduler", metavar="tcp://HOST:PORT")
    parser.add("--index", key="build.index", action="store_true")
    parser.add("--strict", key="build.strict", action="store_true")
    parser.add("--gzip", key="build.gzip", action="store_true")
    parser.add("--audit", key="build.audit", action="store_true")


def named_path(text: str) -> Path:
    """A path that has a name. Raises ValueError."""
    return Path(named(text))


def run(options: Namespace, context: Context) -> int:
    """Compile and write as `built.build` says: the compiler is loaded only when there is something to compile.

    Raises UsageError for `-o -`: a package is a file, which is replaced at once when it is whole.
    """
    if str(options.output) == _STDOUT:
        raise UsageError(phrase("error.package_out"), phrase("error.package_out.hint"))
    from hrss_tui.cli.built import build

    return build(options, context)
