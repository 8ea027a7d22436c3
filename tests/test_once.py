"""What processes of one run of the tests share is made by one of them, and by none of another run."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.once import SHARING, once_a_run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files are locked as on Unix")


class Factory:
    """Where a process of a run keeps its files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def getbasetemp(self) -> Path:
        return self._folder


@pytest.mark.parametrize(
    ("runs", "numbers"),
    [(["one", "one"], [0, 0]), (["one", "other", "one"], [0, 1, 0]), ([None, None], [0, 1])],
    ids=["of one run", "of two runs", "alone"],
)
def test_the_processes_of_a_run_get_what_the_first_has_made(
    runs: list[str | None], numbers: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = count()
    found = []
    for number, run in enumerate(runs):
        monkeypatch.delenv(SHARING, raising=False)
        if run is not None:
            monkeypatch.setenv(SHARING, run)
        factory: Any = Factory(tmp_path / f"gw{number}")
        found.append(once_a_run(factory, "number", lambda: next(made)))
    assert found == numbers


def test_what_a_process_has_left_half_written_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory: Any = Factory(tmp_path / "gw0")
    monkeypatch.setenv(SHARING, "one")
    write = Path.write_bytes

    def end_while_writing(path: Path, data: bytes) -> int:
        write(path, data[: len(data) // 2])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", end_while_writing)
        with pytest.raises(KeyboardInterrupt):
            once_a_run(factory, "number", lambda: 1)
    assert [once_a_run(factory, "number", lambda: 2), once_a_run(factory, "number", lambda: 3)] == [2, 2]
