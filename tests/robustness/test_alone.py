"""What the program does to the machine: no connection, no process, no file but those that were asked for.

Every command and the explorer run in processes that note each such event. What is written by libraries that are no
Python (Parquet) is seen by looking at the folders.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrss_tui.cli.registry import COMMANDS
from tests.robustness.process import ROOT
from tests.robustness.terminal import START, AnyTerminal
from tests.robustness.uses import uses
from tests.robustness.watched import Done, environment, noted, ran, watching

WRITERS = ("export", "build")
"""Commands that write what they are told to."""
CONNECTING = frozenset(
    {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "socketserver", "xmlrpc", "requests",
     "httpx", "aiohttp", "webbrowser", "distributed", "dask"}
)  # fmt: skip
LOADING = frozenset(
    {"pickle", "shelve", "marshal", "ctypes", "runpy", "code", "subprocess", "pty", "importlib.machinery"}
)
RUNNING = frozenset(
    {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.execv", "os.execvp"}
)
NAMED = re.compile(
    rf"\b(?:{'|'.join(name.rpartition('.')[2] for name in [*sorted(RUNNING), 'import_module'])})\b"
)
"""What stands in the text of a module that calls any of these."""
HARMLESS = {
    "hrss_tui/query/views.py": {"urllib.parse"},
    "hrss_tui/compile/cluster.py": {"distributed"},
    "hrss_tui/sources/formats/pdf/process.py": {"subprocess"},
    "hrss_tui/tui/taking/original.py": {"subprocess"},
    "hrss_tui/tui/taking/programs.py": {"subprocess"},
    "hrss_tui/compile/time_limit.py": {"ctypes"},
}
"""What a module may import all the same: a function on texts; the cluster that somebody installed and named; the
process of this program's own in which each PDF is read; the program for originals that
somebody named; those that put a text on the clipboard; what ends a compilation whose time is over."""
PDFIUM = "hrss_tui/sources/formats/pdf/"
"""Where pdfium is called, whose functions take and give ctypes; this runs in that process alone."""
CHOOSING = {"hrss_tui/pack/digest.py": {"__import__"}}
"""What a module may call all the same: here, for one of two modules of Python that it names itself."""


@pytest.fixture(scope="module")
def did(tmp_path_factory: pytest.TempPathFactory, whole: Path, sources: Path) -> dict[str, tuple[Path, Done]]:
    """Command → the folder it ran in and what all its uses did."""
    found, start = {}, tmp_path_factory.mktemp("start")
    forking = watching(["info", "--pack", str(whole)], start)
    begun = noted(start)
    assert (begun.written, begun.network, begun.started) == ([], [], [])
    for name in COMMANDS:
        folder = tmp_path_factory.mktemp(name)
        (folder / "out").mkdir()
        lines = list(uses(name, whole, whole, folder / "out", sources))
        found[name] = (folder, ran(lines, folder, forking))
    forking.close()
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_uses_the_network_or_starts_a_process(
    name: str, did: dict[str, tuple[Path, Done]]
) -> None:
    _, done = did[name]
    assert 0 in done.statuses
    assert set(done.statuses) <= {0, 1, 2}
    assert (done.network, done.started) == ([], [])


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WRITERS])
def test_a_command_that_reads_writes_nothing_anywhere(name: str, did: dict[str, tuple[Path, Done]]) -> None:
    folder, done = did[name]
    assert [path for path in done.written if path != "/dev/null"] == []
    assert sorted(path.name for path in folder.iterdir()) == ["home", "out", "temporary", "watch.log"]
    assert [path for name in ("home", "out", "temporary") for path in (folder / name).iterdir()] == []


@pytest.mark.parametrize("name", WRITERS)
def test_a_command_that_writes_does_so_where_it_is_told(name: str, did: dict[str, tuple[Path, Done]]) -> None:
    folder, done = did[name]
    assert done.written
    elsewhere = [path for path in done.written if not (folder / path).is_relative_to(folder)]
    assert elsewhere == []
    assert [path for place in ("home", "temporary") for path in (folder / place).rglob("*")] == []


def test_the_explorer_uses_no_network_and_writes_only_where_it_stood(tmp_path: Path) -> None:
    terminal = AnyTerminal(tmp_path / "home", env=environment(tmp_path)).started()
    for key, shown in zip("234675", ("208", "喀什", "城镇新增就业", "目录", "舍入差", "同段"), strict=True):
        terminal.child.send(key)
        terminal.until(lambda text, shown=shown: shown in text)
    terminal.child.send("就业\r")
    terminal.until(lambda text: "处" in text)
    terminal.child.send("1")
    terminal.until(lambda text: START in text)
    terminal.child.send("q")
    assert terminal.ended()[0] == 0
    done = noted(tmp_path)
    assert (done.network, done.started) == ([], [])
    state = tmp_path / "home" / ".local" / "state" / "hrss-tui"
    own = [path for path in done.written if Path(path).is_relative_to(tmp_path / "home" / ".local")]
    assert [path for path in done.written if path not in own and not path.startswith("/dev/")] == []
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {
        tmp_path / "watch.log",
        state / "history",
    }


def test_what_is_watched_is_seen(tmp_path: Path) -> None:
    code = (
        "import socket, subprocess, sqlite3, tempfile\n"
        "socket.socket().close(); socket.socketpair(); subprocess.run(['true'])\n"
        "open('a', 'w').close(); sqlite3.connect('b').close(); open('/dev/null').close()\n"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(tmp_path), cwd=tmp_path, check=True)
    done = noted(tmp_path)
    assert done.network == ["socket.__new__"]
    assert len(done.started) >= 1
    assert done.written[-2:] == ["a", "b"]


def imported(tree: ast.AST) -> Iterator[str]:
    """Imports are statements: what stands in expressions is not looked through."""
    todo = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, part, ())
            todo += inner if isinstance(inner, list) else ()


def called(text: str, tree: ast.AST) -> Iterator[str]:
    """What is called of all that is asked for, where the text names any of it."""
    if NAMED.search(text) is None:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := dotted(node.func)):
            yield name


def dotted(node: ast.AST) -> str:
    """`os.system` of its node; nothing of what is no name with attributes."""
    if isinstance(node, ast.Attribute):
        return f"{before}.{node.attr}" if (before := dotted(node.value)) else ""
    return node.id if isinstance(node, ast.Name) else ""


def is_of(name: str, modules: frozenset[str]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


@pytest.fixture(scope="module")
def modules() -> dict[str, tuple[set[str], set[str]]]:
    """Module of the program → what it imports and what it calls."""
    found = {}
    for path in (ROOT / "hrss_tui").rglob("*.py"):
        text = path.read_text("utf-8")
        tree = ast.parse(text)
        found[path.relative_to(ROOT).as_posix()] = (set(imported(tree)), set(called(text, tree)))
    return found


def test_no_module_of_the_program_connects_or_loads_code(
    modules: dict[str, tuple[set[str], set[str]]],
) -> None:
    for name, (imports, calls) in modules.items():
        odd = {each for each in imports if is_of(each, CONNECTING | LOADING)}
        harmless = HARMLESS.get(name, set()) | ({"ctypes"} if name.startswith(PDFIUM) else set())
        assert odd - harmless == set(), name
        assert RUNNING & calls <= CHOOSING.get(name, set()), name


def test_modules_are_only_imported_by_names_that_stand_in_the_program(
    modules: dict[str, tuple[set[str], set[str]]],
) -> None:
    """`import_module` takes names; none may come from a package, from settings or from what is typed."""
    users = {name for name, (_, calls) in modules.items() if "import_module" in calls}
    assert users == {
        "hrss_tui/cli/doctor.py", "hrss_tui/cli/explore.py", "hrss_tui/cli/registry.py", "hrss_tui/export/registry.py",
        "hrss_tui/tui/__init__.py", "hrss_tui/tui/frame/pages.py",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["import hrss_tui", "from hrss_tui.__main__ import main; main(['info'])"])
def test_nothing_that_could_connect_is_imported(line: str) -> None:
    code = f"import sys; {line}; print([m for m in ('socket', 'ssl', 'asyncio', 'http') if m in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr.splitlines()[-1] == "[]"
