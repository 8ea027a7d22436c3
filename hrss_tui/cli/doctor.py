"""`hrss-tui doctor`: what the program finds here, and whether this terminal draws what it expects.

Of the locale nothing but the language is taken: a person looks at the ruler and sees whether the bars stand in one column.
"""

from __future__ import annotations

import os
import platform
import sys
from argparse import Namespace
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

import msgspec

from hrss_tui.cli.cells import pad, width
from hrss_tui.cli.context import Context
from hrss_tui.cli.language import said, usual
from hrss_tui.cli.output import print_object
from hrss_tui.cli.parser import Parser
from hrss_tui.errors import EXIT_DONE, EXIT_PACK, HrssError
from hrss_tui.locations import config_path
from hrss_tui.pack.read import default_path, open_pack
from hrss_tui.plain import substituted
from hrss_tui.small_files import read_small, toml_of
from hrss_tui.version import __version__
from hrss_tui.why import why
from hrss_tui.words import LANGUAGES, quoted, spoken

SAMPLES = (
    "人力资源和社会保障",
    "，。、；：（）《》",
    "１２３ＡＢＣ",
    "“”‘’—…·①②",
    "→←↑↓■□▲●",
    "─│┌┐└┘█▌▏",
    "Ürümqi é ß",
)
"""Han, punctuation, full width: two cells each; quotes, arrows, blocks: ambiguous, taken as one."""
_RULER = 30
_MOST = 2**16
"""Bytes of a file of settings."""
_LIBRARIES = ("textual", "polars", "re2", "xlsxwriter", "platformdirs", "shtab")


class Findings(msgspec.Struct, frozen=True):
    """What `doctor` found, each as text for people."""

    version: str
    python: str
    system: str
    libraries: str
    terminal: str
    size: str
    encoding: str
    colours: str
    settings: str
    language: str
    package: str
    package_state: str


def arguments(parser: Parser) -> None:
    """The command takes nothing of its own."""


def run(options: Namespace, context: Context) -> int:
    """Print the findings; exit status 3 where the package cannot be used."""
    found, status = _findings(context, options.lang)
    findings = {key: substituted(value) for key, value in msgspec.structs.asdict(found).items()}
    size = max(width(context.words[f"doctor.{key}"]) for key in findings)
    lines = [f"{pad(context.words[f'doctor.{key}'], size)}  {value}" for key, value in findings.items()]
    print_object(context, findings, [*lines, "", *_ruler(context)])
    return status


def _findings(context: Context, asked: str | None) -> tuple[Findings, int]:
    package, state, status = _package(context)
    libraries = [name if find_spec(name) else f"{name} (-)" for name in _LIBRARIES]
    found = Findings(
        version=__version__,
        python=f"{platform.python_version()} {sys.executable}",
        system=f"{platform.system()} {platform.machine()}",
        libraries=", ".join(libraries),
        terminal=_terminal(),
        size=_size(),
        encoding=f"{getattr(sys.stdout, 'encoding', '-')}, {sys.getfilesystemencoding()}",
        colours=_colours(),
        settings=_settings(context),
        language=_language(context, asked),
        package=package,
        package_state=state,
    )
    return found, status


def _package(context: Context) -> tuple[str, str, int]:
    """Which package is used and why, its state, and the exit status: whether it opens."""
    path, why = (context.pack_path, "--pack") if context.pack_path else default_path()
    try:
        pack = open_pack(path)
        for table in pack.tables:
            for column in pack.schema[table]:
                pack.passing(table, column["name"])
    except HrssError as error:
        return f"{path} ({why})", spoken(error.message, context.lang), EXIT_PACK
    return f"{path} ({why})", f"{pack.package.get('name')} {pack.package.get('version')}", EXIT_DONE


def _terminal() -> str:
    ends = {"stdin": sys.stdin, "stdout": sys.stdout, "stderr": sys.stderr}
    drawn = [name for name, stream in ends.items() if stream is not None and stream.isatty()]
    inside = [name for name in ("TMUX", "STY", "SSH_TTY") if os.environ.get(name)]
    return ", ".join([f"TERM={os.environ.get('TERM', '')}", *drawn, *inside])


def _size() -> str:
    try:
        size = os.get_terminal_size()
    except OSError:
        return "-"
    return f"{size.columns}x{size.lines}"


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "NO_COLOR"
    term = os.environ.get("TERM", "")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16,777,216"
    return "256" if "256" in term else "-" if term in ("", "dumb") else "16"


def _settings(context: Context) -> str:
    """The file in which settings are looked for and kept: whether there is one, and one that can be read."""
    path = config_path()
    if path is None:
        return "-"
    try:
        toml_of(read_small(path, _MOST).decode())
    except FileNotFoundError:
        state = context.words["doctor.absent"]
    except OSError as error:
        state = spoken(why(error), context.lang)
    except (ValueError, RecursionError) as error:
        state = spoken(why(error), context.lang)
    else:
        state = _settings_fault(str(path), context) or context.words["doctor.present"]
    return f"{path} ({state})"


def _settings_fault(path: str, context: Context) -> str:
    """Why the explorer would not start with a file of settings that is TOML; nothing where it would."""
    try:
        import_module("hrss_tui.tui").check_settings()
    except HrssError as error:
        return spoken(error.message, context.lang).removeprefix(f"{path}: ")
    except ImportError:  # a library that is lacking is told of above
        return ""
    return ""


def _language(context: Context, asked: str | None) -> str:
    """The language and what chose it; where that is the locale or nothing, the explorer heeds its settings first."""
    spoken_of = said(asked)
    lang, by = spoken_of or usual()
    value = (
        f"{by}={quoted(asked if by == '--lang' else os.environ[by])}" if by else context.words["doctor.usual"]
    )
    kept = None if spoken_of else _kept_language()
    return f"{lang} ({value})" + (
        f", {context.words['doctor.explorer']} {kept} (config.toml)" if kept else ""
    )


def _kept_language() -> str | None:
    """What the file of settings says; nothing where it is not one."""
    path = config_path()
    with suppress(OSError, ValueError, RecursionError):
        kept = toml_of(read_small(path, _MOST).decode()).get("lang") if path else None
        return kept if kept in LANGUAGES else None
    return None


def _ruler(context: Context) -> list[str]:
    """Samples that should all end at the same bar, under a scale of cells."""
    tens = "".join(str(cell // 10 % 10) if cell % 10 == 0 else " " for cell in range(1, _RULER + 1))
    ones = "".join(str(cell % 10) for cell in range(1, _RULER + 1))
    return [context.words["doctor.ruler"], tens, ones, *(pad(sample, _RULER) + "|" for sample in SAMPLES)]
