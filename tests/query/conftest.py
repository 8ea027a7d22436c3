"""One searcher over the package of the seeds."""

from __future__ import annotations

import pytest

from hrss_tui.pack.read import decode_pack
from hrss_tui.query.search.searcher import Searcher


@pytest.fixture(scope="session")
def searcher(pack_data: bytes) -> Searcher:
    return Searcher(decode_pack(pack_data, "seeds"))
