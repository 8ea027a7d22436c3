"""Commands where something is missing or in the way: no home, nothing writable, no streams, strange starts of Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.cli.registry import COMMANDS
from tests.cli.commands import ROOT
from tests.robustness.forked import Forking
from tests.robustness.process import powerless
from tests.robustness.terminal import AnyTerminal
from tests.robustness.uses import EXPORTS

ASKED: dict[str, list[str]] = {
    "budget": ["208"],
    "compare": ["喀什", "6532", "--as", "share"],
    "indicators": ["就业"],
    "search": ["--regex", "就.业"],
    "show": ["plan-2021:17"],
    "export": ["blocks", "--format", "jsonl"],
    "evidence": ["plan-2021:17"],
    "prefecture": ["喀什"],
    "cite": ["plan-2021"],
    "diff": ["{pack}", "{pack}"],
    "build": ["{sources}", "-o", "{out}"],
    "completion": ["bash"],
}
"""What each command is asked that answers with exit status 0 or 1."""
HOMELESS = {
    "HOME": None, "USER": None, "LOGNAME": None, "XDG_CONFIG_HOME": "/proc/none", "XDG_STATE_HOME": "/proc/none",
    "XDG_CACHE_HOME": "/proc/none", "TMPDIR": "/proc/none",
}  # fmt: skip
STARTS: dict[str, list[str]] = {
    "-O": ["-O", "-bb"],
    "-OO": ["-OO", "-I", "-W", "error"],
    "-X dev": ["-X", "utf8=0", "-X", "dev"],
}
"""Ways to start Python; those that change nothing for each other are tried in one process."""
EACH = f"""
import json, sys
sys.path[:0] = [{str(ROOT)!r}]
from hrss_tui.__main__ import main
statuses = {{}}
for arguments in json.loads(sys.argv[1]):
    statuses[" ".join(arguments)] = main(arguments)
print(json.dumps(statuses), file=sys.stderr)
"""
"""Runs many commands in one process and says last how each ended."""
LOCALES: dict[str, dict[str, str | None]] = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "gbk": {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "gbk"},
    "latin-1": {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1:strict"},
    "nothing": {"LC_ALL": None, "LANG": None, "PYTHONIOENCODING": "no-such-encoding"},
}


def run(
    arguments: list[str],
    env: Mapping[str, str | None] | None = None,
    start: list[str] | None = None,
    **other: Any,
) -> subprocess.CompletedProcess[bytes]:
    """The program as a process; variables that are None are not set."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    return subprocess.run(
        [sys.executable, *(start or ["-m", "hrss_tui"]), *arguments],
        stdin=subprocess.DEVNULL, timeout=120, check=False,
        env={name: value for name, value in environ.items() if value is not None},
        **{"capture_output": True, **other},
    )  # fmt: skip


@pytest.fixture
def asked(whole: Path, sources: Path, tmp_path: Path) -> Any:
    """The arguments of a command with its places filled."""
    places = {"pack": str(whole), "sources": str(sources), "out": str(tmp_path / "out.msgpack")}
    return lambda name: [name, *(word.format(**places) for word in ASKED.get(name, []))]


@pytest.fixture(scope="module")
def homeless(whole: Path) -> Iterator[Forking]:
    """A process without a home that has loaded what every command loads, and forks others from itself."""
    forking = Forking([["info", "--pack", str(whole)]], env=HOMELESS)
    yield forking
    forking.close()


@pytest.mark.parametrize("name", COMMANDS)
def test_without_home_and_with_nothing_writable(
    name: str, asked: Any, tmp_path: Path, homeless: Forking, building: Forking
) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    nowhere.chmod(0o555)
    forking = building if name == "build" else homeless  # what it loads takes longer than all the others
    done = forking.run(asked(name), cwd=nowhere, env=HOMELESS)
    assert done.status in (0, 1), done.err
    assert "Traceback" not in done.err
    assert "Warning" not in done.err
    assert list(nowhere.iterdir()) == []


@pytest.mark.parametrize("arguments", [["export"], ["export", "--format", "xlsx"], ["export", "blocks", "-o", "sub/x"],
                                       ["export", "--format", "sqlite", "-o", "-"], ["build", "{sources}", "-o", "x"]])  # fmt: skip
def test_where_nothing_is_writable_that_is_said_in_one_line(
    arguments: list[str], sources: Path, tmp_path: Path, homeless: Forking
) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.mkdir()
    nowhere.chmod(0o555)
    words = [word.format(sources=sources) for word in arguments]
    done = homeless.run(words, cwd=nowhere)
    lines = [line for line in done.err.splitlines() if line.startswith("hrss-tui:")]
    if done.status == 0:
        assert done.out.startswith("SQLite format 3")  # a temporary folder was found after all
    else:
        assert (done.status, done.out, len(lines)) == (2, "", 1), lines
    assert list(nowhere.iterdir()) == []


def test_an_installation_nobody_may_write_is_left_as_it_is(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    shutil.copytree(ROOT / "hrss_tui", installed / "hrss_tui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "datapack", installed / "datapack")
    before = sorted(installed.rglob("*"))
    for path in [installed, *before]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for arguments in (
        ["info", "--path"],
        ["search", "南疆"],
        ["budget"],
        ["doctor"],
        ["indicators", "--crash"],
    ):
        env = HOMELESS | {"PYTHONPATH": str(installed), "HRSS_TUI_PACK": None}
        done = run(arguments, env, cwd=tmp_path, **powerless())
        assert done.returncode == (70 if "--crash" in arguments else 0), done.stderr
        if arguments == ["info", "--path"]:
            assert done.stdout.decode().startswith(str(installed))
    assert sorted(installed.rglob("*")) == before
    for path in [installed, *(path for path in before if path.is_dir())]:
        path.chmod(0o755)


@pytest.mark.parametrize("start", STARTS)
def test_however_python_is_started(start: str, asked: Any, whole: Path, tmp_path: Path) -> None:
    lines = [asked(name) for name in COMMANDS]
    for form in EXPORTS:
        lines.append(["export", "--pack", str(whole), "--format", form, "-o", str(tmp_path / form)])
    done = run([json.dumps(lines)], start=[*STARTS[start], "-c", EACH])
    statuses = json.loads(done.stderr.decode().splitlines()[-1])
    assert set(statuses.values()) <= {0, 1}, statuses
    assert len(statuses) == len(COMMANDS) + len(EXPORTS)
    assert b"Traceback" not in done.stderr
    assert b"Warning" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} >= set(EXPORTS)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "arguments", [["--help"], ["budget", "--help"], *(["budget"], ["search", "就业"], ["nonsense"])]
)
def test_any_encoding_of_the_streams(arguments: list[str], locale: str) -> None:
    done = run(arguments, LOCALES[locale])
    if locale == "nothing":
        assert done.returncode != 0  # Python itself does not start
        return
    assert done.returncode == (2 if arguments == ["nonsense"] else 0), done.stderr
    encoding = "gbk" if locale == "gbk" else "utf-8"
    said = (done.stderr if arguments == ["nonsense"] else done.stdout).decode(encoding)
    assert any("\u4e00" <= char <= "\u9fff" for char in said)
    assert b"Traceback" not in done.stderr


CLOSED = {"stdout": ">&-", "stderr": "2>&-", "all": "<&- >&- 2>&-"}


@pytest.fixture(scope="module", params=CLOSED)
def without_streams(request: pytest.FixtureRequest) -> Iterator[tuple[str, Forking]]:
    """Which streams are closed, and a process that has been started without them and forks others from itself."""
    launch = ["bash", "-c", f'exec "$@" {CLOSED[request.param]}', "-"]
    open_ones = {"stdout": (2,), "stderr": (1,), "all": ()}[request.param]
    forking = Forking([["info"]], launch=launch, streams=open_ones)
    yield request.param, forking
    forking.close()


@pytest.mark.parametrize("name", COMMANDS)
def test_streams_may_be_closed(name: str, without_streams: tuple[str, Forking], asked: Any) -> None:
    closed, forking = without_streams
    done = forking.run(asked(name))
    prints = name not in ("build", "diff")
    asked_nothing = name == "mcp"
    expected = (2,) if closed != "stderr" and prints else (0, 1)
    assert done.status in expected, (done.status, done.err)
    assert "Traceback" not in done.err
    assert (done.out != "") == (expected != (2,) and prints and not asked_nothing)


@pytest.mark.parametrize(
    "line",
    ["show budget-2026 --format json", "export budget_lines --format csv", "export --format sqlite -o -", "tables", "checks",
     "indicators --format csv", "search 就业 --limit 0", "budget --depth 9", "completion zsh", "--help"],
)  # fmt: skip
def test_a_reader_that_goes_away_is_no_error(line: str) -> None:
    code = f'"{sys.executable}" -m hrss_tui {line} | head -c 3 >/dev/null; echo "${{PIPESTATUS[0]}}"'
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", code], env=env, capture_output=True, timeout=120, check=False)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


@pytest.mark.parametrize("flags", [("-OO", "-bb", "-W", "error"), ("-X", "dev")], ids=" ".join)
def test_the_explorer_however_python_is_started(flags: tuple[str, ...], tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path, python=flags).started()
    for key, said in (("2", "预算"), ("6", "文件"), ("7", "校验")):
        terminal.child.send(key)
        terminal.until(lambda text, said=said: said in text)
    terminal.child.send("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.written
    assert b"Warning" not in terminal.written


def test_the_explorer_without_any_home(tmp_path: Path) -> None:
    """Nothing can be kept, and nothing needs to be."""
    nowhere = dict.fromkeys(HOMELESS) | {"XDG_CONFIG_HOME": "/proc/none", "XDG_STATE_HOME": "/proc/none"}
    terminal = AnyTerminal(tmp_path, env=nowhere, before=powerless().get("preexec_fn")).started()
    terminal.child.send("q")
    assert terminal.end() == 0
    assert list(tmp_path.iterdir()) == []
