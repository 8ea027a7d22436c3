"""The program as a fixture."""

from __future__ import annotations

from pathlib import Path

import pytest

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
