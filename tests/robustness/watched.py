"""Processes of which every write, every connection and every process they start is known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.robustness.process import ROOT

WATCH = Path(__file__).resolve().parent / "watch"
_RUN = """
import json, sys
from hrss_tui.__main__ import main
print(json.dumps([main(line) for line in json.loads(sys.stdin.read())]), file=sys.stderr)
"""


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


def ran(lines: Sequence[Sequence[str]], folder: Path) -> Done:
    """Run commands of the program one after the other in a watched process."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", _RUN], input=json.dumps([list(line) for line in lines]), cwd=folder, check=True,
        env={**os.environ, **environment(folder)}, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    return noted(folder, json.loads(done.stderr.splitlines()[-1]))


def noted(folder: Path, statuses: Sequence[int] = ()) -> Done:
    """What a watched process did."""
    path = folder / "watch.log"
    events = [line.split("\t", 1) for line in path.read_text("utf-8").splitlines()]
    of = {kind: [what for name, what in events if name == kind] for kind in ("write", "network", "start")}
    return Done(of["write"], of["network"], of["start"], list(statuses))
