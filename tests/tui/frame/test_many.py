"""One budget, three, a thousand: every page at 80x24, and the chooser, as text.

The thousand are read as a large package is: where they lie, document by document, beside the interface.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.pack import open as opening
from hrss_tui.pack.stored import StoredPack
from hrss_tui.query.views import PAGES
from tests.documents.many import package
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, type_text
from tests.tui.screens import FOLDER, compare

COUNTS = (1, 3, 1000)
SHOWN = [page for page in PAGES if page != "search"]


@pytest.fixture(params=COUNTS, ids=str, scope="module")
def holding(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    path: Path = tmp_path_factory.mktemp("many") / "many.msgpack"
    path.write_bytes(package(request.param))
    return request.param, str(path)


async def test_every_page(holding: tuple[int, str], monkeypatch: pytest.MonkeyPatch) -> None:
    count, path = holding
    monkeypatch.setattr(opening, "LARGEST", 2**20)
    found: list[str] = []
    async with explorer(path) as pilot:
        assert isinstance(explorer_of(pilot).desk.data.pack, StoredPack) == (count == COUNTS[-1])
        for page in SHOWN:
            await press(pilot, str(PAGES.index(page) + 1))
            found += compare(f"many/{page}-{count}", screen(pilot))
        if count > 1:
            found += await _chosen(pilot, count)
    assert found == []


async def _chosen(pilot: Driver, count: int) -> list[str]:
    """Another budget by `d`, and, of many, one department over the years."""
    await press(pilot, "2", "d")
    await type_text(pilot, "002")
    found = compare(f"many/chosen-{count}", screen(pilot))
    await press(pilot, "enter", "3", "d")
    await type_text(pilot, "第002局" if count > DEPARTED else "2030")
    await press(pilot, "enter")
    return found + compare(f"many/years-{count}", screen(pilot))


DEPARTED = 100
"""Budgets from which a department has several years."""


def test_the_folder_holds_these_screens() -> None:
    names = {f"{page}-{count}" for page in SHOWN for count in COUNTS}
    names |= {f"{name}-{count}" for name in ("chosen", "years") for count in COUNTS[1:]}
    written = {path.stem for path in (FOLDER / "many").glob("*.txt")}
    assert written == names, "UPDATE_SCREENS=1 pytest tests/tui/frame/test_many.py writes them"
