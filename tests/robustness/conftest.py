"""Packages to be rough with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hrss_tui.cli import answers
from hrss_tui.pack import open as open_
from hrss_tui.pack import read
from hrss_tui.query.search import scan
from tests.cli.conftest import hrss, shipped  # noqa: F401 - fixtures
from tests.compile.test_pipeline import BULLETIN
from tests.robustness.forked import Forking
from tests.tui.conftest import (  # noqa: F401 - fixtures
    handlers_found_once,
    lines_are_light,
    rules_matched_once,
    styles_read_once,
    values_are_at_hand,
)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports without a path are written to the current folder, which must not be the checkout."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What many commands of a test read is decoded, and what they describe is described, for the first of them alone.

    For tests whose subject is what follows.
    """
    monkeypatch.setattr(read, "decode_pack", cache(read.decode_pack))
    monkeypatch.setattr(open_, "light", cache(open_.light))
    monkeypatch.setattr(scan, "Corpus", cache(scan.Corpus))
    monkeypatch.setattr(answers, "schemas", cache(answers.schemas))


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one source."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "a.txt").write_text(BULLETIN, "utf-8")
    return folder


@pytest.fixture(scope="session")
def building(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forking]:
    """A process that has built a package, and forks others from itself."""
    forking = Forking([["build", str(sources), "-o", str(tmp_path_factory.mktemp("built") / "out.msgpack")]])
    yield forking
    forking.close()


@pytest.fixture(scope="session")
def reading(whole: Path) -> Iterator[Forking]:
    """A process that has read a package, and forks others from itself."""
    forking = Forking([["info", "--pack", str(whole)]])
    yield forking
    forking.close()
