"""What the processes that share a run of the tests would each make alike: the first makes it, the others read it."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")

SHARING = "PYTEST_XDIST_TESTRUNUID"
"""What pytest-xdist sets in each process of a run, to a text that no other run has."""


def once_a_run(factory: pytest.TempPathFactory, name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for all processes of this run.

    A process that runs alone, or where files cannot be locked, makes it itself.
    """
    try:
        import fcntl
    except ImportError:
        return make()
    if SHARING not in os.environ:
        return make()
    path = factory.getbasetemp().parent / f"{os.environ[SHARING]}-{name}"
    with Path(f"{path}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until it is closed, or this process ends
        if not path.exists():
            made = make()
            part = Path(f"{path}.part")
            part.write_bytes(pickle.dumps(made))
            part.replace(path)  # whole, or not there: this process may be ended while it writes
            return made
    found: Made = pickle.loads(path.read_bytes())
    return found
