"""The package of the seeds as a file."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def pack_file(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("pack") / "seeds.msgpack"
    path.write_bytes(pack_data)
    return str(path)
