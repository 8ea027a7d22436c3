"""FORMAT.md by its word: every reader runs as printed and gives the sum that a person added up by hand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.goldens import number, read_tsv

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "datapack" / "FORMAT.md").read_text("utf-8")
READERS = {
    name: (language, code)
    for name, language, code in re.findall(r"<!-- reader: (\w+) -->\n```(\w+)\n(.*?)```\n", TEXT, re.DOTALL)
}
NEEDED = {"duckdb": "duckdb", "polars": "polars", "visidata": "visidata"}
NODE_MODULES = "HRSS_TUI_NODE_MODULES"
"""Where @msgpack/msgpack is installed; .ci/run installs it where Node is present."""


def expected() -> int:
    """The items of class 208 in table 3, as typed from the source, in 元."""
    items = [
        number(row["printed"])
        for row in read_tsv("budget_t03")
        if row["level"] == "3" and row["measure"] == "total" and row["code"].startswith("208")
    ]
    return int(sum(items) * Decimal(10_000))


def command(name: str, folder: Path) -> list[str]:
    """How to run a reader; skips where what it reads with is not here."""
    language, code = READERS[name]
    if name in NEEDED:
        pytest.importorskip(NEEDED[name], reason=f"{name} is not installed")
    if language == "python":
        return [sys.executable, "-c", code]
    if language == "javascript":
        modules = os.environ.get(NODE_MODULES)
        if not modules or not shutil.which("node"):
            pytest.skip(f"${NODE_MODULES} does not name an installed @msgpack/msgpack, or Node is missing")
        (folder / "node_modules").symlink_to(modules)
        (folder / "reader.mjs").write_text(code, "utf-8")
        return ["node", "reader.mjs"]
    for tool in {"jq": ["jq"], "sqlite": ["sqlite3"]}.get(name, []):
        if not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    return ["bash", "-euc", code]


@pytest.fixture
def folder(tmp_path: Path, pack_data: bytes) -> Path:
    """A folder with the package, and the program on the path of a shell."""
    (tmp_path / "hrss-xinjiang.msgpack").write_bytes(pack_data)
    (tmp_path / "bin").mkdir()
    for name, module in (("hrss-tui", "hrss_tui"), ("vd", "visidata")):
        script = tmp_path / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
        script.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("name", READERS)
def test_every_reader_gives_the_sum_that_was_added_up_by_hand(name: str, folder: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HRSS_TUI_PACK": str(folder / "hrss-xinjiang.msgpack"),
        "HOME": str(folder),
    }
    run = command(name, folder)
    if name == "duckdb":
        export = [sys.executable, "-m", "hrss_tui", *["export", "budget_lines", "--format", "parquet"]]
        subprocess.run([*export, "-o", "budget_lines.parquet"], cwd=folder, env=environment, check=True)
    done = subprocess.run(run, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    numbers = re.findall(r"\d[\d.]*", done.stdout)
    assert Decimal(numbers[-1]) == expected(), done.stdout


def test_readers_are_short_and_all_there() -> None:
    assert {"msgpack", "polars", "javascript", "duckdb", "jq", "visidata"} <= set(READERS)
    assert all(len(code.strip().splitlines()) < 10 for _, code in READERS.values())


def test_frictionless_accepts_the_shipped_descriptor() -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        frictionless = pytest.importorskip("frictionless")
        report = frictionless.validate(str(ROOT / "datapack" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
