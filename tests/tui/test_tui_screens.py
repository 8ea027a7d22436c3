"""Every screen as text: three sizes in Chinese, one in English, one in ASCII, one without colours.

The package is that of a release, which never changes, so that only the explorer can change these screens.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from hrss_tui.query.views import PAGES
from tests.tui.driving import Driver, explorer, press, screen, settled, type_text
from tests.tui.screens import FOLDER, compare

RELEASE = Path(__file__).parents[1] / "fixtures" / "hrss-xinjiang-1.0.0.msgpack.gz"
SIZES = ((80, 24), (120, 40), (200, 60))
VIEWS = {
    "overview": "overview",
    "budget": "budget/2080104",
    "compare": "compare?metric=rural_labour_transfer&as=share",
    "indicators": "indicators/urban_new_jobs",
    "search": "search/南疆",
    "documents": "documents/bulletin-2021:23",
    "checks": "checks",
}
VARIANTS = ("en", "ascii", "plain")


@pytest.fixture(scope="session")
def release_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("release") / "release.msgpack"
    path.write_bytes(gzip.decompress(RELEASE.read_bytes()))
    return str(path)


def test_each_page_has_its_files_and_no_others() -> None:
    assert tuple(VIEWS) == PAGES
    names = {f"{page}-{width}x{height}" for page in PAGES for width, height in SIZES}
    names |= {f"{page}-{variant}" for page in PAGES for variant in VARIANTS if variant != "plain"}
    assert {path.stem for path in FOLDER.glob("*.txt")} == names


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_at_three_sizes(release_file: str, page: str) -> None:
    found: list[str] = []
    async with explorer(release_file, VIEWS[page]) as pilot:
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            found += compare(f"{page}-{width}x{height}", screen(pilot))
    assert found == []


async def walk(pilot: Driver, variant: str) -> list[str]:
    """The differences on all pages, opened by their keys; last the one where digits are typed."""
    found: list[str] = []
    for page in sorted(PAGES, key=lambda page: page == "search"):
        await press(pilot, str(PAGES.index(page) + 1))
        if page == "search":
            await type_text(pilot, "南疆")
        found += compare(f"{page}-{variant}", screen(pilot))
    return found


async def test_every_page_in_english(release_file: str) -> None:
    async with explorer(release_file, size=(120, 40), lang="en") as pilot:
        assert await walk(pilot, "en") == []


async def test_every_page_without_ambiguous_signs(release_file: str) -> None:
    async with explorer(release_file, ascii_only=True) as pilot:
        assert await walk(pilot, "ascii") == []


async def test_without_colours_the_screens_say_the_same(
    release_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for page in ("compare", "checks"):
        async with explorer(release_file, VIEWS[page]) as pilot:
            assert compare(f"{page}-80x24", screen(pilot)) == []
            strips = pilot.app.screen._compositor.render_strips()
            shades = {segment.style.color for strip in strips for segment in strip if segment.style}
            triplets = [shade.triplet for shade in shades if shade is not None and shade.triplet]
            assert [one for one in triplets if len({one.red, one.green, one.blue}) > 1] == []
