"""The program as a fixture."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from hrss_tui.compile import pipeline
from hrss_tui.compile.one_file import CompiledFile, Job, Progress, compile_file
from hrss_tui.sources.manifest.said import DocumentInfo
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


@cache
def once(name: str, infos: tuple[DocumentInfo, ...], *texts: bytes) -> list[CompiledFile]:
    """Where a file and its parts, as they are, are kept when they are compiled."""
    return []


@pytest.fixture
def compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is compiled once for all tests whose subject is what is made of compiled files; what is kept cannot be changed."""

    def compile_once(job: Job, told: Progress | None = None) -> CompiledFile:
        kept = once(job.path.name, job.infos, *(path.read_bytes() for path in (job.path, *job.parts)))
        if not kept:
            kept.append(compile_file(job, told))
        return kept[0]

    monkeypatch.setattr(pipeline, "compile_file", compile_once)
