"""The program as processes that are forked from one which has loaded it: what its start costs is paid once for all of them.

Each is a process like any other: arguments, folder, variables, limits and streams are its own, what is to be done at its end
is done, and it has an exit status or dies of a signal. How the program itself starts is the subject of other tests.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.robustness.process import ROOT, Measured, limited, powerless

Variables = Mapping[str, str | None]
_PATIENCE: Final = 120
WIND_UP: Final = """
import atexit, gc, json, os, signal, sys, threading, time

def wind_up(status):
    "What Python does as it ends, but for giving back one by one the pages of the process that this was forked from."
    threading._shutdown()
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
    except Exception:
        sys.exit(status)  # Python says it, and how
    os._exit(status)
"""
"""How a forked process ends."""
_SERVE: Final = f"""{WIND_UP}
sys.path[:0] = [{str(ROOT)!r}]
from hrss_tui.__main__ import main

taken, told, loaded = int(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
for arguments in loaded:
    main(arguments)
gc.freeze()  # looked through, it would be copied for each
os.write(told, b"ready\\n")
for case in map(json.loads, os.fdopen(taken)):
    child = os.fork()
    if not child:
        break
    if case["killed_after"] is not None:
        time.sleep(case["killed_after"])
        os.killpg(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    ended = [os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
    os.write(told, json.dumps(ended).encode() + b"\\n")
else:
    sys.exit()
os.close(told)
if case["killed_after"] is not None:
    os.setsid()
os.chdir(case["cwd"])
for name, value in case["env"].items():
    os.environ.pop(name, None) if value is None else os.environ.update({{name: value}})
for number, path in case["streams"]:
    stream = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(stream, number)
    os.close(stream)
exec(case["before"])
sys.argv[1:] = case["arguments"]
wind_up(main())
"""
"""Reads cases, forks a process for each, and writes how it ended; what stands behind the loop is done by the forked."""


def _prepared() -> None:
    """Let a process have what a measured one has, and respect the permissions of files."""
    limited()
    for prepare in powerless().values():
        prepare()


class Forking:
    """A process that has loaded the program, by carrying out some commands, and forks others from itself."""

    def __init__(
        self, loaded: Sequence[Sequence[str]], *, launch: Sequence[str] = (), streams: Sequence[int] = (1, 2), env: Variables | None = None,
    ) -> None:  # fmt: skip
        """`launch` is what the process is started by, `streams` are those of its output that are not closed for it.

        Variables that are None are not set.
        """
        environ = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
        self._folder = tempfile.TemporaryDirectory(prefix="hrss-forked-")
        self._streams = [(number, str(Path(self._folder.name, str(number)))) for number in streams]
        taken, self._cases = os.pipe()
        self._told, tell = os.pipe()
        self._process = subprocess.Popen(
            [*launch, sys.executable, "-c", _SERVE, str(taken), str(tell), json.dumps(loaded)],
            pass_fds=(taken, tell), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={name: value for name, value in environ.items() if value is not None},
            cwd=ROOT, preexec_fn=_prepared,  # noqa: PLW1509 - no thread of this process runs while it forks
        )  # fmt: skip
        os.close(taken)
        os.close(tell)
        assert self._line() == "ready"

    def run(
        self, arguments: Sequence[str | Path], *, cwd: Path = ROOT, env: Variables | None = None, before: str = "",
        killed_after: float | None = None,
    ) -> Measured:  # fmt: skip
        """Run the program, after some lines of Python, or kill it with all its processes after so many seconds."""
        case = {
            "arguments": list(map(str, arguments)), "cwd": str(cwd), "env": dict(env or {}), "before": before,
            "killed_after": killed_after, "streams": self._streams,
        }  # fmt: skip
        os.write(self._cases, json.dumps(case).encode() + b"\n")
        status, seconds, megabytes = json.loads(self._line())
        said = {number: Path(path).read_bytes().decode("utf-8", "replace") for number, path in self._streams}
        return Measured(status, said.get(1, ""), said.get(2, ""), seconds, megabytes)

    def close(self) -> None:
        """End the process."""
        os.close(self._cases)
        os.close(self._told)
        self._process.wait(_PATIENCE)
        self._folder.cleanup()

    def _line(self) -> str:
        """What the process says next."""
        if not select.select([self._told], [], [], _PATIENCE)[0]:
            self._process.kill()
            raise TimeoutError(f"nothing was said for {_PATIENCE} seconds")
        said = os.read(self._told, 4096).decode().strip()
        assert said, f"the process has ended: {self._process.wait()}"
        return said
