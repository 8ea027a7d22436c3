"""How far a build is: pages are told on a terminal only, and only of a file that takes its time."""

from __future__ import annotations

import io
import sys

import pytest

from hrss_tui.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> str:
    times = iter([0.0, 0.5, 2.0, 2.1, 4.0])
    monkeypatch.setattr(sys, "stderr", stream)
    progress = Progress("{done}/{total} {left}", clock=lambda: next(times))
    progress.file(1, 3, "a.pdf")
    for done in range(1, 6):
        progress.page(done, 101, "b.pdf")
    return stream.getvalue()


def test_pages_are_told_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(monkeypatch, Terminal())
    assert [part.strip() for part in said.split("\r\x1b[K") if "b.pdf" in part] == [
        "[1/3] b.pdf 3/101 1:38",
        "[1/3] b.pdf 5/101 1:36",
    ]


def test_without_a_terminal_pages_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO()) == "[1/3] a.pdf\n"


def files_told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> list[str]:
    times = iter([10.0, 10.5, 12.0, 13.0])
    monkeypatch.setattr(sys, "stderr", stream)
    progress = Progress("", "~{left}", lambda: next(times))
    for done in (1, 2, 5, 41, 101):
        progress.file(done, 101, f"{done}.pdf")
    return [part.strip() for part in stream.getvalue().split("\r\x1b[K") if part]


def test_files_are_told_with_the_time_left_once_there_is_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files_told(monkeypatch, Terminal()) == [
        "[1/101] 1.pdf",
        "[2/101] 2.pdf",
        "[5/101] 5.pdf ~0:48",
        "[41/101] 41.pdf ~0:04",
        "[101/101] 101.pdf",
    ]


def test_without_a_terminal_no_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "~" not in "".join(files_told(monkeypatch, io.StringIO()))
