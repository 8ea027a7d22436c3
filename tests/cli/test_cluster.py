"""Many machines give what one gives: batches, processes, and a Dask cluster on loopback, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile import pipeline
from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.one_file import Job
from hrss_tui.compile.pipeline import Crew, batch_sizes, compile_batch, compile_folder, source_paths
from tests.cli.commands import Program
from tests.conftest import ROOT, SEEDS
from tests.robustness.uses import SHORT

ON_LOOPBACK = """
import sys
from distributed import LocalCluster
from hrss_tui.__main__ import main

if __name__ == "__main__":
    quiet = {"dashboard_address": None, "silence_logs": 50}
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", **quiet) as cluster:
        status = main([*sys.argv[1:], "--scheduler", cluster.scheduler_address])
    sys.exit(status)
"""


class Recorder(ThreadPoolExecutor):
    """An executor that remembers what it was sent."""

    def __init__(self) -> None:
        super().__init__(2)
        self.sent: list[Sequence[Path]] = []

    def map(self, fn: Any, *iterables: Any, **other: Any) -> Any:
        self.sent = [list(paths) for paths in iterables[0]]
        return super().map(fn, *iterables, **other)


def jobs(folder: Path) -> list[Job]:
    return [Job(path) for path in source_paths(folder)]


def folder_of(place: Path, count: int) -> Path:
    for number in range(count):
        (place / f"{number:03}.txt").write_text(
            f"关于第{number}号事项的通知\n\n新增就业{number}万人。\n", "utf-8"
        )
    return place


@pytest.mark.parametrize(
    ("files", "workers", "largest"), [(1, 2, 1), (5, 2, 1), (70, 2, 17), (400, 2, 20), (7, 1, 3)]
)
def test_files_go_out_in_batches_that_keep_all_workers_busy(
    files: int, workers: int, largest: int, tmp_path: Path
) -> None:
    executor = Recorder()
    with executor:
        done = list(Crew(executor, workers).compile(jobs(folder_of(tmp_path, files))))
    assert [file.name for file in done] == [job.path.name for batch in executor.sent for job in batch]
    assert max(map(len, executor.sent)) == largest
    assert len(done) == files


def test_batches_shrink_so_that_nobody_waits_for_the_last_one() -> None:
    sizes = list(batch_sizes(200, 2))
    assert sum(sizes) == 200
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[:2] == [20, 20]
    assert sizes[-4:] == [1, 1, 1, 1]


@pytest.mark.usefixtures("compiled_once")
@pytest.mark.parametrize("whole", [False, True])
def test_a_crew_gives_the_same_bytes(whole: bool, pack_data: bytes) -> None:
    executor: Executor
    with ThreadPoolExecutor(2) as executor:
        assert package_bytes(compile_folder(SEEDS, Crew(executor, 2, whole))) == pack_data


@pytest.mark.usefixtures("compiled_once")
def test_text_and_claims_stay_behind_unless_the_audit_needs_them() -> None:
    for whole in (False, True):
        files = compile_batch([Job(path) for path in SHORT], whole)
        documents = [document for file in files for document in file.documents]
        assert all(bool(document.harvest.claims) is whole for document in documents)
        assert all(bool(document.source.parsed.file.lines) is whole for document in documents)


def test_an_error_comes_back_in_its_place(tmp_path: Path) -> None:
    folder_of(tmp_path, 3)
    (tmp_path / "001.txt").write_bytes(b"")
    files = compile_batch(jobs(tmp_path), False)
    assert [file.error is not None for file in files] == [False, True, False]
    assert pipeline.assemble(pipeline.read_manifest(tmp_path), files).errors


def test_a_cluster_on_loopback_gives_the_same_bytes(pack_data: bytes, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    script = tmp_path / "loopback.py"
    script.write_text(ON_LOOPBACK, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), "build", str(SEEDS), "-o", str(tmp_path / "p.msgpack")],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "p.msgpack").read_bytes() == pack_data


def test_a_scheduler_that_is_not_there_is_named(
    hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("hrss_tui.compile.cluster._PATIENCE", 1)
    found = hrss("build", SEEDS, "-o", tmp_path / "p", "--scheduler", "tcp://127.0.0.1:9")
    assert found.status == 2
    assert "tcp://127.0.0.1:9" in found.err
    assert len(found.err.splitlines()) == 1
    assert hrss("build", SEEDS, "-o", tmp_path / "p", "--scheduler", "nonsense://x").status == 2


def test_without_the_library_the_remedy_is_named(
    hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    found = hrss("build", SEEDS, "-o", tmp_path / "p", "--scheduler", "tcp://127.0.0.1:9")
    assert found.status == 2
    assert "pip install distributed" in found.err


def test_what_listens_and_is_no_scheduler_is_said_to_be_none(
    hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed

    def greeted(*_: object, **__: object) -> None:
        raise MemoryError("Unable to allocate 3.07 EiB")

    monkeypatch.setattr(distributed, "Client", greeted)
    done = hrss("build", folder_of(tmp_path, 1), "-o", tmp_path / "out.msgpack", "--scheduler", "tcp://h:22")
    assert (done.status, "tcp://h:22" in done.err) == (2, True)
