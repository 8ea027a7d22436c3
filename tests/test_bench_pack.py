"""The benchmark of the package runs and prints every comparison that it promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import bench_pack


def test_one_run_prints_sizes_times_and_goals(
    capsys: pytest.CaptureFixture[str], pack_data: bytes, tmp_path: Path
) -> None:
    pytest.importorskip("polars")
    (tmp_path / "p.msgpack").write_bytes(pack_data)
    status = bench_pack.main([str(tmp_path / "p.msgpack"), "--rounds", "1"])
    out = capsys.readouterr().out
    assert status == int("MISSED" in out)
    for name in (
        "gzip",
        "zstd -19",
        "json.dumps",
        "compact UTF-8",
        "SQLite export",
        "Parquet export",
        "sources",
    ):
        assert name in out
    goals = {line.split("  ")[-1]: line.split()[0] for line in out.split("\ngoals\n")[1].splitlines()}
    assert goals["package / JSON of json.dumps"] == goals["package / SQLite export"] == "met"
    assert out.splitlines()[-1].startswith("met")
