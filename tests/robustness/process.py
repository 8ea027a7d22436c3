"""The program as a process of its own, with what it cost."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
_MOST_MEMORY = 4 * 2**30
"""Bytes of address space a measured process has, for the sake of everybody else on the machine."""
_DROP = 24
_OVERRIDING = (1, 2)
"""PR_CAPBSET_DROP; CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""


class Measured(NamedTuple):
    """How a process ended, what it printed, its processor time in seconds and its peak memory in MiB."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: float


_LAUNCH = """
import os, sys
pid = os.fork()
if not pid:
    os.execvp(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(pid, 0)
os.write(int(sys.argv[1]), b"%d" % used.ru_maxrss)
code = os.waitstatus_to_exitcode(status)
os.kill(os.getpid(), -code) if code < 0 else os._exit(code)
"""
"""A process takes over the largest size of the one it was forked from: it must be a small one."""


def measured(arguments: Sequence[str], *, python: Sequence[str] = (), **other: Any) -> Measured:
    """Run the program and measure it. Raises TimeoutExpired after a minute."""
    return measured_command([sys.executable, *python, "-m", "hrss_tui", *arguments], **other)


def measured_command(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, **other: Any
) -> Measured:
    """Run a command and measure it. Processor time is what it needs, however busy the machine is."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    before = other.pop("preexec_fn", None)

    def prepared() -> None:
        limited()
        if before is not None:
            before()

    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        told, tell = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _LAUNCH, str(tell), *command],
            pass_fds=(tell,),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            preexec_fn=prepared,  # noqa: PLW1509 - no thread of this process runs while it forks
            env=environment,
            **{"cwd": ROOT, **other},
        )
        killer = _kill_after(process, 60)
        _, wait_status, used = os.wait4(process.pid, 0)
        killer.cancel()
        os.close(tell)
        with os.fdopen(told, "rb") as report:
            kibibytes = int(report.read() or b"0")
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        out.seek(0)
        err.seek(0)
        seconds = used.ru_utime + used.ru_stime
        return Measured(
            process.returncode, out.read().decode("utf-8", "replace"), err.read().decode("utf-8", "replace"),
            seconds, kibibytes / 1024,
        )  # fmt: skip


def limited() -> None:
    """Give this process the address space that a measured one has."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _kill_after(process: subprocess.Popen[bytes], seconds: float) -> Any:
    from threading import Timer

    timer = Timer(seconds, process.kill)
    timer.start()
    return timer


def powerless() -> dict[str, Any]:
    """What makes a process respect the permissions of files, also where this one is root."""
    return {"preexec_fn": _drop_capabilities} if os.geteuid() == 0 else {}


def _drop_capabilities() -> None:
    """Give up overriding permissions, for good: root then counts as the owner of its files only."""
    library = ctypes.CDLL(None)
    for capability in _OVERRIDING:
        if library.prctl(_DROP, capability, 0, 0, 0) != 0:
            os._exit(99)
