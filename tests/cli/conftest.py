"""The program as a fixture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hrss_tui.compile import pipeline
from hrss_tui.compile.one_file import CompiledFile
from tests.cli.commands import Program


@pytest.fixture
def hrss(capsys: pytest.CaptureFixture[str], shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program, reading the package compiled from the seeds."""
    monkeypatch.setenv("HRSS_TUI_PACK", str(shipped))
    monkeypatch.delenv("HRSS_TUI_LANG", raising=False)
    return Program(capsys)


@pytest.fixture(scope="session")
def shipped(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "seeds.msgpack"
    path.write_bytes(pack_data)
    return path


@pytest.fixture
def compiled_once(monkeypatch: pytest.MonkeyPatch, compile_once: Callable[..., CompiledFile]) -> None:
    """A file is compiled once for all tests whose subject is what is made of compiled files; what is kept cannot be changed."""
    monkeypatch.setattr(pipeline, "compile_file", compile_once)
