"""Packages to be rough with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import hrss, shipped  # noqa: F401 - fixtures
from tests.compile.test_pipeline import BULLETIN


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports without a path are written to the current folder, which must not be the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one source."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "a.txt").write_text(BULLETIN, "utf-8")
    return folder
