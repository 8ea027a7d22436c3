"""Processes of which every write, every connection and every process they start is known."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.robustness.forked import Forking
from tests.robustness.process import ROOT

WATCH = Path(__file__).resolve().parent / "watch"
_RUN = """
import sitecustomize
sitecustomize._file = os.open(os.environ["HRSS_TUI_WATCH"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
print(json.dumps([main(line) for line in {lines!r}]), file=sys.stderr)
wind_up(0)
"""
"""Runs commands, noted from then on in a file of the process's own."""


class Done(NamedTuple):
    """What was done: paths written, connections, processes started; and the exit statuses."""

    written: list[str]
    network: list[str]
    started: list[str]
    statuses: list[int]


def environment(folder: Path) -> dict[str, str]:
    """Variables for a watched process whose home, temporary files and notes lie in a folder."""
    for name in ("home", "temporary"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {
        "PYTHONPATH": os.pathsep.join((str(WATCH), str(ROOT))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HRSS_TUI_WATCH": str(folder / "watch.log"),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "temporary"),
    }


def watching(loaded: Sequence[str], folder: Path) -> Forking:
    """A watched process that has carried out a command, and forks others from itself; what it did is noted in the folder."""
    return Forking([loaded], env=environment(folder))


def ran(lines: Sequence[Sequence[str]], folder: Path, forking: Forking) -> Done:
    """Run commands of the program one after the other in a watched process."""
    folder.mkdir(parents=True, exist_ok=True)
    code = _RUN.format(lines=[list(line) for line in lines])
    done = forking.run([], cwd=folder, env=environment(folder), before=code)
    assert done.status == 0, done.err
    return noted(folder, json.loads(done.err.splitlines()[-1]))


def noted(folder: Path, statuses: Sequence[int] = ()) -> Done:
    """What a watched process did."""
    path = folder / "watch.log"
    events = [line.split("\t", 1) for line in path.read_text("utf-8").splitlines()]
    of = {kind: [what for name, what in events if name == kind] for kind in ("write", "network", "start")}
    return Done(of["write"], of["network"], of["start"], list(statuses))
