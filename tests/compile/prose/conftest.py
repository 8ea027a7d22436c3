"""What tests of prose share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.reader import Built
from tests.variants import compile_text


@pytest.fixture
def built(tmp_path: Path) -> Built:
    """Reads the observations of a whole document, whose kind, place and year its own words say."""

    def read(text: str, *names: str) -> list[tuple[object, ...]]:
        found = compile_text(text, tmp_path / "text")["observations"]
        return [(row["printed"], *(row[name] for name in names)) for row in found]

    return read
