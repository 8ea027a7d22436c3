"""Panics of libraries, a system short of something, sources as output."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli import run
from tests.cli.commands import Program
from tests.compile.test_pipeline import BULLETIN


def test_a_panic_of_a_library_is_an_error_of_the_program(
    hrss: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class PanicException(BaseException):
        """As compiled libraries raise it."""

    def panics(*_: object) -> None:
        raise PanicException

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(run, "_dispatch", panics)
    done = hrss("info")
    assert done.status == 70
    assert "PanicException" in done.err


def test_what_the_system_is_short_of_is_not_blamed_on_the_output(
    hrss: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(run, "_forget_output", lambda: None)
    monkeypatch.setattr(run, "_dispatch", short)
    done = hrss("info")
    assert done.status == 2
    assert "stdout" not in done.err


def test_a_build_never_takes_the_place_of_its_source(hrss: Program, tmp_path: Path) -> None:
    source = tmp_path / "bulletin.txt"
    source.write_text(BULLETIN, "utf-8")
    done = hrss("build", tmp_path, "-o", source)
    assert done.status == 2
    assert str(source) in done.err
    assert source.read_text("utf-8") == BULLETIN
    assert hrss("build", tmp_path, "-o", tmp_path / "out.msgpack").status == 0
    assert hrss("build", tmp_path, "-o", tmp_path / "out.msgpack").status == 0
