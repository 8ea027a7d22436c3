"""A small file that was read, changed and written again: what others write at the same time is not lost.

Who changes such a file does so alone among all who ask here: its folder is locked meanwhile, for which no file is
made. A file keeps the rights it has.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PATIENCE: Final = 3.0
"""Seconds after which one goes on beside another who takes longer."""
_TURN: Final = 0.005


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """While this lasts no other changes a file in the folder of `path`; where that cannot be had, all the same."""
    held = None
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        held = os.open(path.parent, os.O_RDONLY)
        end = time.monotonic() + PATIENCE
        while not _locked(held) and time.monotonic() < end:
            time.sleep(_TURN)
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _locked(folder: int) -> bool:
    """Whether a folder is locked now by who asks; Windows has no such locks."""
    if sys.platform == "win32":
        return True
    import fcntl

    with suppress(BlockingIOError):
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def rewrite(path: Path, data: bytes) -> None:
    """Write a file as a whole, with the rights of the one that stands there. Raises UsageError and OSError."""
    from hrss_tui.pack.write import write_atomic

    mode = path.stat().st_mode & 0o777 if path.exists() else None
    write_atomic(path, data)
    if mode is not None:
        path.chmod(mode)
