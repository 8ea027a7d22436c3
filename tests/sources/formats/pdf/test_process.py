"""Processes that are kept for the next PDF: each file still has one of its own, and one that is lost costs no file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf import child, process
from hrss_tui.sources.formats.pdf.process import Process, dismiss_all
from hrss_tui.sources.formats.pdf.reader import read
from tests.sources.formats.pdf.made import Sheet, pdf

pytestmark = pytest.mark.skipif(not process.KEPT, reason="a process is started for every file")


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    dismiss_all()
    yield
    dismiss_all()


def page(sheet: Sheet) -> None:
    sheet.text(60, 80, "某某局收入支出说明")


def lines(limits: Limits = Limits()) -> tuple[str, ...]:  # noqa: B008 - frozen
    return read(pdf(page), "a.pdf", limits).lines


def waiting() -> list[Process]:
    return list(process._IDLE.get(os.getpid(), ()))


def test_one_process_serves_file_after_file() -> None:
    lines()
    (first,) = waiting()
    for _ in range(3):
        assert lines() == ("某某局收入支出说明",)
        assert waiting() == [first]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (None, "glibc.malloc.hugetlb=1"),
        ("glibc.malloc.hugetlb=0", "glibc.malloc.hugetlb=1:glibc.malloc.hugetlb=0"),
    ],
    ids=["nobody says", "a user says"],
)
def test_large_pages_are_asked_for_unless_a_user_says_otherwise(
    asked: str | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GLIBC_TUNABLES", raising=False)
    if asked is not None:
        monkeypatch.setenv("GLIBC_TUNABLES", asked)
    monkeypatch.setenv("SAID_BY_A_USER", "so")
    names = "GLIBC_TUNABLES", "SAID_BY_A_USER"
    started = Process([sys.executable, "-c", f"import os; print(*map(os.environ.get, {names}))"])
    assert started.answers.read().decode().split() == [told, "so"]
    started.dismiss()


@pytest.mark.parametrize(("files", "times"), [(1, 0), (2, 1), (4, 1)])
def test_what_every_file_would_need_anew_is_got_ready_once_when_there_are_several(
    files: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = [b"", *[b"question"] * files]
    done: list[str] = []
    for name in ("_own_output", "_silence"):
        monkeypatch.setattr(child, name, lambda: None)
    monkeypatch.setattr(child.gc, "freeze", lambda: None)
    monkeypatch.setattr(child, "received", lambda _: questions.pop() or None)
    monkeypatch.setattr(child, "_get_ready", lambda: done.append("ready"))
    monkeypatch.setattr(child.os, "fork", lambda: done.append("fork") or 1)
    monkeypatch.setattr(child.os, "waitpid", lambda *_: (1, 0))
    monkeypatch.setattr(child.os, "_exit", lambda status: done.append(f"end {status}"))
    child.main()
    assert (done.count("fork"), done.count("ready"), done[-1]) == (files, times, "end 0")
    assert done.index("ready") == 2 if times else True  # the second file is being read


def test_limits_hold_for_one_file_alone() -> None:
    with pytest.raises(SourceError, match="MiB"):
        lines(Limits(memory=2**20))
    assert lines() == ("某某局收入支出说明",)


def test_one_that_was_ended_while_it_waited_costs_no_file() -> None:
    lines()
    (first,) = waiting()
    first.kill()
    assert lines() == ("某某局收入支出说明",)
    assert first not in waiting()


def test_one_whose_time_is_over_is_not_kept() -> None:
    lines()
    with pytest.raises(SourceError, match=r"0\.0001 秒"):
        read(pdf(*[page] * 200), "a.pdf", Limits(seconds=0.0001))
    assert waiting() == []
    assert lines() == ("某某局收入支出说明",)


def ended(stat: Path) -> bool:
    """Is a process gone, or ended and not yet waited for by the first of all processes, before long?"""
    return any(
        not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] in "ZX" for _ in range(2_000_000)
    )


def test_processes_end_with_whoever_started_them(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(page))
    code = (
        "import os, sys; from pathlib import Path; from hrss_tui.sources.formats.limits import Limits; "
        "from hrss_tui.sources.formats.pdf import child, process; from hrss_tui.sources.formats.pdf.reader import read; "
        "read(Path(sys.argv[1]).read_bytes(), 'a.pdf', Limits()); "
        "print(process._IDLE[os.getpid()][0]._popen.pid, flush=True); os._exit(0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a.pdf"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended(Path("/proc", done.stdout.strip(), "stat"))


def test_where_nobody_says_what_a_process_takes_the_limit_alone_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "_STATM", "/nowhere/statm")
    assert child._taken() == 0
