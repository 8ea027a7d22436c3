"""The package of the seeds as a file."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

SCREENS = Path(__file__).parents[1] / "fixtures" / "screens.msgpack.gz"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, bookmarks and last places of nobody, in a plain terminal: what a test keeps is gone with it."""
    home: Path = tmp_path_factory.mktemp("home")
    for name, below in (("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
        monkeypatch.setenv(name, str(home / below))
    for name in ("HRSS_TUI_CONFIG", "TMUX", "STY", "TERM_PROGRAM", "VTE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return home


@pytest.fixture(scope="session")
def pack_file(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("pack") / "seeds.msgpack"
    path.write_bytes(pack_data)
    return str(path)


@pytest.fixture(scope="session")
def release_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A package that never changes, with places and pages: only the explorer can change screens of it."""
    path: Path = tmp_path_factory.mktemp("release") / "release.msgpack"
    path.write_bytes(gzip.decompress(SCREENS.read_bytes()))
    return str(path)
