"""The explorer in a pseudo-terminal as a process that is forked from one which has imported it.

What its start costs is paid once for all of them. Each is a child of the tests and leads a session of its own, on a
terminal of its own, with arguments, variables and folder of its own; it runs what `python -m hrss_tui` runs, and nothing
but imports and the reading of reference data came before. How the explorer starts is the subject of other tests, and of a few beside each use of this.
"""

from __future__ import annotations

import atexit
import ctypes
import json
import os
import select
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final

import pexpect
from ptyprocess import PtyProcess

from tests.robustness.forked import WIND_UP
from tests.robustness.process import ROOT
from tests.robustness.terminal import AnyTerminal
from tests.tui.frame.test_terminal import PATIENCE

_SUBREAPER: Final = 36
"""PR_SET_CHILD_SUBREAPER: a process whose parent has ended becomes a child of this one."""
_SERVE: Final = f"""{WIND_UP}
import inspect, pkgutil
from importlib import import_module
sys.path[:0] = [{str(ROOT)!r}]
from hrss_tui import __main__ as program
from hrss_tui.tui import _import_asyncio
_import_asyncio()
for name in ("query", "tui", "words"):
    package = import_module("hrss_tui." + name)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        import_module(module.name)
for name in ("cli.explore", "cli.quick", "cli.run", "cli.signals", "compile.projects.basis", "locations", "pack.open"):
    import_module("hrss_tui." + name)
for name in ("drivers.headless_driver", "drivers.linux_driver", "layouts.factory", "layouts.stream", "pilot"):
    import_module("textual." + name)
import_module("rich.cells").cell_len("长")
for module in [module for name, module in sys.modules.items() if name.startswith("hrss_tui.reference.")]:
    for function in list(vars(module).values()):
        if hasattr(function, "cache_info") and not inspect.signature(function).parameters:
            function()
assert threading.active_count() == 1
gc.freeze()  # looked through, it would be copied for each
cases, told = os.fdopen(int(sys.argv[1])), int(sys.argv[2])
os.write(told, b"ready\\n")
for case in map(json.loads, cases):
    between = os.fork()
    if not between:
        if not os.fork():
            break
        os._exit(0)
    os.waitpid(between, 0)
    os.write(told, b"ready\\n")
else:
    sys.exit()
cases.close()
os.setsid()
stream = os.open(case["terminal"], os.O_RDWR)
for number in range(3):
    os.dup2(stream, number)
os.close(stream)
os.write(told, b"%d\\n" % os.getpid())
os.close(told)
os.chdir(case["cwd"])
os.environ.clear()
os.environ.update(case["env"])
exec(case["first"])
sys.argv[:] = [program.__file__, *case["arguments"]]
wind_up(program.main())
"""
"""Reads cases, and forks a process for each that outlives the one between; what stands behind the loop is done by it."""


class _Forking:
    """A process on a terminal that has imported the explorer, and forks others from itself."""

    def __init__(self) -> None:
        self._terminal, stream = os.openpty()
        taken, self._cases = os.pipe()
        told, tell = os.pipe()
        self._told = os.fdopen(told, "rb", buffering=0)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(taken), str(tell)], pass_fds=(taken, tell), cwd=ROOT,
            stdin=stream, stdout=stream, stderr=stream,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TERM": "xterm-256color"},
        )  # fmt: skip
        for end in (taken, tell, stream):
            os.close(end)
        assert self._line() == "ready"
        atexit.register(self._close)

    def fork(self, case: Mapping[str, Any]) -> int:
        """Start a process, as a child of this one; its number."""
        library = ctypes.CDLL(None)
        assert library.prctl(_SUBREAPER, 1, 0, 0, 0) == 0
        try:
            os.write(self._cases, json.dumps(case).encode() + b"\n")
            said = {
                self._line(),
                self._line(),
            }  # by the process and by the one it was forked from, in any order
        finally:
            library.prctl(_SUBREAPER, 0, 0, 0, 0)
        (pid,) = said - {"ready"}
        return int(pid)

    def _line(self) -> str:
        """What the process says next."""
        if not select.select([self._told], [], [], PATIENCE)[0]:
            self._process.kill()
            raise TimeoutError(f"nothing was said for {PATIENCE} seconds")
        said = self._told.readline()
        assert said, os.read(self._terminal, 65536).decode()
        return said.decode().strip()

    def _close(self) -> None:
        os.close(self._cases)
        self._process.wait()


_forking = cache(_Forking)


class Forked(pexpect.spawn):
    """An explorer that is forked instead of started; whatever else is as with one that is started."""

    first: ClassVar[str] = ""
    """Lines of Python that it carries out first."""

    def _spawnpty(
        self, args: Sequence[str], *, dimensions: tuple[int, int], env: Mapping[str, str], preexec_fn: None, **_: Any,
    ) -> PtyProcess:  # fmt: skip
        assert args[1:3] == ["-m", "hrss_tui"]
        assert preexec_fn is None
        terminal, stream = os.openpty()
        case = {
            "terminal": os.ttyname(stream),
            "arguments": args[3:],
            "env": dict(env),
            "first": self.first,
            "cwd": str(Path.cwd()),
        }
        termios.tcsetwinsize(stream, dimensions)
        self.modes = termios.tcgetattr(
            stream
        )  # before the explorer sets others: nothing starts that takes a while
        process = PtyProcess(_forking().fork(case), terminal)
        os.close(stream)
        return process


class ForkedTerminal(AnyTerminal):
    """A terminal of a kind, with an explorer that is forked."""

    spawn = Forked if sys.platform == "linux" else pexpect.spawn

    def _found(self) -> list[Any]:
        return self.child.modes if isinstance(self.child, Forked) else super()._found()
