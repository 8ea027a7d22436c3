"""A Dask cluster as a crew: the one place that speaks to another machine, and only when it is named.

The cluster compiles with its own installation of this program, the same version, and reads the sources by the same
paths: a file system that all machines share.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hrss_tui import lazy_re as re
from hrss_tui.compile.pipeline import Crew
from hrss_tui.errors import UsageError
from hrss_tui.words import phrase

_PATIENCE = 10
"""Seconds to wait for a scheduler."""
_ADDRESS = re.compile(r"[a-z]+://[!-~]{1,300}")
"""What is no such address is refused before it is looked for."""


@contextmanager
def cluster_crew(address: str, whole: bool = False) -> Iterator[Crew]:
    """The crew of the scheduler at `address` (tcp://host:port).

    Raises UsageError where distributed is not installed, nobody answers, or nobody works there.
    """
    client = _client(address)
    try:
        workers = sum(client.ncores().values())
        if not workers:
            raise UsageError(phrase("error.no_workers", address=address), phrase("error.no_workers.hint"))
        yield Crew(client.get_executor(pure=False), workers, whole)
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        what = phrase("error.needs_distributed")
        raise UsageError(
            what, phrase("error.needs_library.hint", install="pip install distributed")
        ) from None
    if _ADDRESS.fullmatch(address) is None:
        raise _unanswered(address)
    try:
        return Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError, MemoryError) as error:
        # What greets in words of its own (an SSH server) is taken for a message of that length.
        raise _unanswered(address) from error


def _unanswered(address: str) -> UsageError:
    return UsageError(phrase("error.no_scheduler", address=address), phrase("error.no_scheduler.hint"))
