"""What is left of an unexpected error: a report in a file, and one line that names the file.

A report holds versions, the name of the command with the names of its options, the view string, and where in
the code the error arose. It holds no message of an error, no value of a variable, no argument and nothing of
the environment: those may contain what a document says, or what is nobody's business.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from hrss_tui.errors import EXIT_CRASH, HrssError
from hrss_tui.plain import substituted
from hrss_tui.version import __version__
from hrss_tui.words import phrase

_LIBRARIES: Final = ("textual", "rich", "polars", "msgspec", "re2")
_FRAMES: Final = 40
"""Frames of one error that are reported: an endless recursion has a thousand."""
_ERRORS: Final = 10
_ROOT: Final = Path(__file__).resolve().parent.parent.parent


class ProvokedError(Exception):
    """What the option `--crash`, which no help lists, raises."""


class CrashError(HrssError):
    """The one line about an unexpected error."""

    status = EXIT_CRASH


def provoke() -> None:
    """Raise an unexpected error whose message and variables hold what no report may hold."""
    said = "绝密 secret"
    raise ProvokedError(said)


def crashed(error: BaseException, arguments: Sequence[str]) -> CrashError:
    """Write the report of an error; the line that says so, also where no report can be written.

    An attribute `view` of the error is the view string of the screen it arose on.
    """
    path = None
    with contextlib.suppress(Exception):
        path = _write(report(error, arguments))
    kind = type(error).__name__
    if path is None:
        return CrashError(phrase("error.crash", kind=kind), phrase("error.crash.unwritten"))
    return CrashError(phrase("error.crash", kind=kind), phrase("error.crash.hint", path=path))


def report(error: BaseException, arguments: Sequence[str]) -> str:
    """The text of a report."""
    parts = (
        _versions(),
        f"command: {_command(arguments)}",
        f"view: {substituted(str(getattr(error, 'view', '')))}",
        "",
        *_trace(error),
    )
    return "\n".join(parts) + "\n"


def _versions() -> str:
    known = {name: getattr(sys.modules.get(name), "__version__", "") for name in _LIBRARIES}
    libraries = [f"{name} {version}" for name, version in known.items() if version]
    python = f"Python {platform.python_version()} ({platform.python_implementation()})"
    return "\n".join([f"hrss-tui {__version__}", python, f"{sys.platform} {platform.machine()}", *libraries])


def _command(arguments: Sequence[str]) -> str:
    """The command and the names of the options, without anything a user typed as a value."""
    from hrss_tui.cli.registry import COMMANDS

    named = [part.partition("=")[0] for part in arguments if part.startswith("--") or part in COMMANDS]
    return " ".join(part for part in named if part.isascii() and part.replace("-", "").isalnum())


def _trace(error: BaseException) -> Iterator[str]:
    """Kinds of errors and places in the code, the first cause first."""
    chain = list(_chain(error))[:_ERRORS]
    for one in reversed(chain):
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        frames = traceback.extract_tb(one.__traceback__, limit=-_FRAMES)
        for frame in frames:
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            yield f"    {frame.line}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting.append(one.__cause__ or one.__context__)


def _place(file: str) -> str:
    """A file of the code by its place in its library: where that is installed names a user."""
    path = Path(file)
    for folder in (_ROOT, *map(Path, sys.path)):
        if folder.is_absolute() and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.name


def _write(text: str) -> Path | None:
    """The path of the written report, readable by its owner only; None where no folder takes it."""
    for folder in _folders():
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="hrss-tui-crash-", suffix=".txt", dir=folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
            return Path(name)
    return None


def _folders() -> Iterator[Path]:
    """Where a report may go: the platform's folder for logs, else for temporary files."""
    with contextlib.suppress(ImportError, RuntimeError):
        from platformdirs import user_log_path

        logs = user_log_path("hrss-tui", appauthor=False)
        if logs.is_absolute():
            yield logs
    with contextlib.suppress(OSError):
        yield Path(tempfile.gettempdir())
