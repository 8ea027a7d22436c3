"""The package compiled from the seeds, once per run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.pack.read import Pack, decode_pack

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    return compile_folder(SEEDS)


@pytest.fixture(scope="session")
def tables(compiled: Compiled) -> dict[str, list[dict[str, Any]]]:
    return {name: [msgspec.to_builtins(row) for row in rows] for name, rows in compiled.tables.items()}


@pytest.fixture(scope="session")
def pack_data(compiled: Compiled) -> bytes:
    return package_bytes(compiled)


@pytest.fixture
def pack(pack_data: bytes) -> Pack:
    return decode_pack(pack_data, "seeds")
