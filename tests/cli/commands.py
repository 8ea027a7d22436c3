"""Running the program in a test: in this process, or as a user does."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hrss_tui.__main__ import main

ROOT = Path(__file__).resolve().parent.parent.parent


class Ran(NamedTuple):
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def csv(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out)))


class Program:
    """The program inside this process, with its output captured."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self.captured = captured

    def __call__(self, *arguments: str | Path) -> Ran:
        self.captured.readouterr()
        status = main([str(argument) for argument in arguments])
        out, err = self.captured.readouterr()
        return Ran(status, out, err)


def spawn(
    *arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, **other: Any
) -> Ran:
    """The program as a process of its own, without a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "hrss_tui", *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        timeout=60,
        check=False,
        **other,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
