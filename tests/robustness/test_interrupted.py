"""Commands that are told to end while they work: at once, in order, with nothing half done and no process left."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import batch_sizes, compile_folder
from tests.compile.test_pipeline import BULLETIN
from tests.robustness.forked import Forking
from tests.robustness.process import ROOT

PATIENCE = 60
FILES = 40
SOON = next(batch_sizes(FILES, 2))
STATUS = {signal.SIGINT: 130, signal.SIGTERM: 128 + signal.SIGTERM, signal.SIGHUP: 128 + signal.SIGHUP}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose first files are done soon, all that a process takes at once, while the others take a while."""
    folder = tmp_path_factory.mktemp("many")
    text = max((ROOT / "seeds").glob("*.txt"), key=lambda path: path.stat().st_size).read_bytes()
    sources = []
    for number in range(FILES):
        (folder / f"{number:02}.txt").write_bytes(BULLETIN.encode() if number < SOON else text)
        sources.append(f'[[sources]]\nfile = "{number:02}.txt"\ndocuments = [{{ id = "d-{number}" }}]\n')
    (folder / "manifest.toml").write_text("\n".join(sources), "utf-8")
    return folder


@contextmanager
def started(arguments: list[str], **other: object) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a group of its own, which is gone in the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "hrss_tui", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, **other,
    )  # type: ignore[call-overload]  # fmt: skip
    try:
        yield process
    finally:
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


def group_is_gone(leader: int) -> bool:
    """Has every process of the group ended?"""
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split() if entry.name.isdigit() else []
        except OSError:
            continue
        if fields and int(fields[2]) == leader and fields[0] not in "ZX":
            return False
    return True


_TELLING = """
said, told = os.pipe()
program = os.fork()
if program:
    os.close(told)
    heard, number = b"", {number}
    while more := os.read(said, 65536):
        heard += more
        if b"\\n" in heard and number:
            os.kill(program, number)
            number = 0
    _, status = os.waitpid(program, 0)
    os.write(1, b"%d" % program)
    os.write(2, heard)
    os._exit(os.waitstatus_to_exitcode(status) % 256)
os.setsid()
os.close(said)
os.dup2(told, 2)
os.close(told)
sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False)
{first}
"""
"""Sends a signal to the program, which leads a group of its own, when it has said something, and takes over its status."""


def told(
    number: signal.Signals, arguments: list[str | Path], building: Forking, first: str = ""
) -> tuple[int, str]:
    """Exit status and what was said of a build that is sent a signal after its first file; of its group nobody is left."""
    done = building.run(arguments, before=_TELLING.format(number=int(number), first=first))
    assert done.err.startswith("[")
    assert done.out.isdecimal(), "something was printed"
    assert group_is_gone(int(done.out))
    return done.status, done.err


@pytest.mark.parametrize("number", STATUS)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_that_is_told_to_end(
    jobs: str, number: signal.Signals, many: Path, small: bytes, tmp_path: Path, building: Forking
) -> None:
    """The package that was there is left as it is, and nothing where there was none."""
    target = tmp_path / "out.msgpack"
    for older in (small, None):
        target.unlink(missing_ok=True)
        if older is not None:
            target.write_bytes(older)
        status, said = told(number, ["build", many, "-o", target, "--jobs", jobs], building)
        assert status == STATUS[number]
        assert "Traceback" not in said
        assert f"[{FILES}/{FILES}]" not in said
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == (
            {} if older is None else {target.name: older}
        )


def test_a_build_that_is_killed_takes_its_processes_with_it(many: Path, tmp_path: Path) -> None:
    with started(["build", str(many), "-o", str(tmp_path / "out"), "--jobs", "3"]) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith(b"[")
        process.kill()
        process.communicate(timeout=PATIENCE)  # until every process that has its output open is gone


@pytest.mark.parametrize("number", STATUS)
@pytest.mark.parametrize("arguments", [["export", "budget_lines", "--format", "csv"], ["show", "budget-2026", "--format", "json"],
                                       ["export", "--format", "sqlite", "-o", "-"]])  # fmt: skip
def test_output_that_nobody_takes_does_not_keep_it(
    arguments: list[str], number: signal.Signals, tmp_path: Path
) -> None:
    with started(arguments, cwd=tmp_path) as process:
        assert process.stdout is not None
        assert select.select([process.stdout], [], [], PATIENCE)[0]
        process.send_signal(number)
        assert process.wait(PATIENCE) == STATUS[number]
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_is_to_outlive_its_terminal_goes_on(tmp_path: Path, building: Forking) -> None:
    folder, target = tmp_path / "sources", tmp_path / "out.msgpack"
    folder.mkdir()
    for year in range(2030, 2036):
        (folder / f"{year}.txt").write_text(BULLETIN.replace("2030", str(year)), "utf-8")
    ignoring = "signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    assert told(signal.SIGHUP, ["build", folder, "-o", target], building, ignoring)[0] == 0
    assert target.exists()


_AT_ONCE = """
import atexit
others = []
for line in {others!r}:
    other = os.fork()
    if not other:
        case["arguments"] = line
        break
    others.append(other)
else:
    waited = lambda: [os.waitpid(other, 0)[1] for other in others]
    atexit.register(lambda: print(waited(), file=sys.stderr, flush=True))
"""
"""Carries out other lines at the same time, and says last how they ended."""


def test_two_builds_to_one_file_at_once_leave_one_of_the_two(tmp_path: Path, building: Forking) -> None:
    folders = []
    for number, text in enumerate((BULLETIN, BULLETIN + "\n全年新增就业 5 万人。\n")):
        folders.append(tmp_path / f"sources{number}")
        folders[-1].mkdir()
        (folders[-1] / "a.txt").write_text(text, "utf-8")
    out = tmp_path / "out" / "both.msgpack"
    lines = [["build", str(folder), "-o", str(out)] for folder in folders * 2]
    done = building.run(lines[0], before=_AT_ONCE.format(others=lines[1:]))
    assert (done.status, done.err.splitlines()[-1]) == (0, "[0, 0, 0]"), done.err
    assert out.read_bytes() in [package_bytes(compile_folder(folder)) for folder in folders]
    assert [path.name for path in out.parent.iterdir()] == [out.name]
