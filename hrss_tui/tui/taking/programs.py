"""Programs that put a text on a clipboard where a terminal may not: tmux, wl-copy, xclip, pbcopy, those that are there.

They are started for this alone, from a list of arguments and never by way of a shell, with the text on standard input,
apart from the terminal, for `PATIENCE` seconds at most. A setting (`clipboard`) switches them off.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final, NamedTuple

PATIENCE: Final = 1.0
"""Seconds that one may take."""


class Program(NamedTuple):
    """A program by its name, what the environment names where it is of use, and the arguments that are tried in turn."""

    name: str
    where: str
    tries: tuple[tuple[str, ...], ...]


PROGRAMS: Final = (
    # `-w` passes the text on to the terminal's clipboard, which tmux before 3.2 does not know.
    Program("tmux", "TMUX", (("load-buffer", "-w", "-"), ("load-buffer", "-"))),
    Program("wl-copy", "WAYLAND_DISPLAY", ((),)),
    Program("xclip", "DISPLAY", (("-selection", "clipboard"),)),
    Program("pbcopy", "", ((),)),
)
"""All that may be started; `pbcopy` is of macOS alone."""


def present(environ: Mapping[str, str], system: str = sys.platform) -> list[Program]:
    """The programs that are of use here and installed."""
    return [
        program
        for program in PROGRAMS
        if (environ.get(program.where) if program.where else system == "darwin")
        and shutil.which(program.name)
    ]


def put(text: str, programs: Iterable[Program]) -> list[str]:
    """Give a text to programs; the names of those that took it."""
    return [program.name for program in programs if _took(program, text.encode())]


def _took(program: Program, data: bytes) -> bool:
    path = shutil.which(program.name)
    return path is not None and any(_ran([path, *arguments], data) for arguments in program.tries)


def _ran(command: list[str], data: bytes) -> bool:
    """Whether a program took its input in time and ended well; one that does not is ended."""
    nothing = subprocess.DEVNULL
    with suppress(OSError, ValueError, subprocess.TimeoutExpired):
        done = subprocess.run(
            command, input=data, stdout=nothing, stderr=nothing, timeout=PATIENCE, check=False,
            start_new_session=True,
        )  # fmt: skip
        return done.returncode == 0
    return False
