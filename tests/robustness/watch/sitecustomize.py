"""Notes what a Python process does to the machine, one line an event, in the file that HRSS_TUI_WATCH names.

Python imports this by itself at every start where this folder is in PYTHONPATH; see tests/robustness/watched.py.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
)
_STARTING = frozenset(
    {
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
        "os.forkpty",
        "os.startfile",
        "pty.spawn",
    }
)
_FAMILIES = (
    "socket.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "poplib.",
    "imaplib.",
    "nntplib.",
    "telnetlib.",
)
_OWN = 1
"""AF_UNIX: what asyncio wakes itself by."""


def _said(event: str, args: tuple[Any, ...]) -> str:
    """The event as a line, empty where it is of no concern."""
    if event == "open":
        path, _, flags = args
        writes = isinstance(flags, int) and flags & _WRITING and not isinstance(path, int)
        return f"write\t{os.fsdecode(path)}" if writes else ""
    if event in _CHANGING:
        return f"write\t{os.fsdecode(args[0])}" if not isinstance(args[0], int) else ""
    if event == "sqlite3.connect":
        return f"write\t{os.fsdecode(args[0])}" if args[0] != ":memory:" else ""
    if event in _STARTING:
        return f"start\t{event} {args[:1]!r}"
    if event == "socket.__new__" and args[1] == _OWN:
        return ""
    return f"network\t{event}" if event.startswith(_FAMILIES) else ""


if "HRSS_TUI_WATCH" in os.environ:
    _file = os.open(os.environ["HRSS_TUI_WATCH"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def _note(event: str, args: tuple[Any, ...]) -> None:
        said = _said(event, args)
        if said:
            os.write(_file, f"{said}\n".encode("utf-8", "backslashreplace"))

    sys.addaudithook(_note)
