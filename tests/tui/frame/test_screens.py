"""Every screen as text: five sizes in Chinese, one in English, one in ASCII; its colours in paint/test_colours.

The package is that of a release, which never changes, so that only the explorer can change these screens.
"""

from __future__ import annotations

import pytest

from hrss_tui.query.views import PAGES
from tests.tui.driving import Driver, explorer, press, screen, settled, type_text
from tests.tui.screens import FOLDER, compare

SIZES = ((80, 24), (100, 30), (120, 40), (200, 60), (56, 14))
VIEWS = {page: page for page in PAGES} | {
    "budget": "budget/2080104",
    "compare": "compare?metric=rural_labour_transfer&as=share",
    "indicators": "indicators/urban_new_jobs",
    "search": "search/南疆",
    "documents": "documents/bulletin-2021:23",
}
"""What is shown of a page."""
VARIANTS = ("en", "ascii")
ROOMS = {
    "targets": "indicators?part=targets&only=below",
    "policies": "documents?part=policies",
    "terms": "documents?part=terms",
    "prefecture": "compare/6532",
    "real": "budget?table=real",
}
"""Pages that are parts of others."""
ROOM_SIZES = ((80, 24), (120, 40), (200, 60))


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_at_five_sizes(release_file: str, page: str) -> None:
    found: list[str] = []
    async with explorer(release_file, VIEWS[page]) as pilot:
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            found += compare(f"{page}-{width}x{height}", screen(pilot))
    assert found == []


@pytest.mark.parametrize("room", ROOMS)
async def test_a_list_at_three_sizes_and_in_english(release_file: str, room: str) -> None:
    found: list[str] = []
    async with explorer(release_file, ROOMS[room]) as pilot:
        for width, height in ROOM_SIZES:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            found += compare(f"{room}-{width}x{height}", screen(pilot))
    async with explorer(release_file, ROOMS[room], lang="en") as pilot:
        found += compare(f"{room}-en", screen(pilot))
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


async def test_too_small_a_terminal_is_told_so(release_file: str) -> None:
    async with explorer(release_file, VIEWS["budget"], size=(40, 10)) as pilot:
        assert compare("small-40x10", screen(pilot)) == []


def test_each_page_has_its_files_and_no_others() -> None:
    names = {f"{page}-{width}x{height}" for page in PAGES for width, height in SIZES}
    names |= {f"{page}-{variant}" for page in PAGES for variant in VARIANTS}
    names |= {f"{room}-{width}x{height}" for room in ROOMS for width, height in ROOM_SIZES}
    names |= {f"{room}-en" for room in ROOMS}
    names.add("small-40x10")
    written = {path.stem for path in FOLDER.glob("*.txt")}
    assert written == names, "UPDATE_SCREENS=1 pytest tests/tui/frame/test_screens.py writes them"


@pytest.mark.parametrize("page", sorted(set(PAGES) - {"overview", "documents"}))
async def test_what_nothing_else_tells_of_is_in_the_footer_of_a_small_terminal(
    release_file: str, page: str
) -> None:
    async with explorer(release_file, VIEWS[page]) as pilot:
        said = screen(pilot).splitlines()[-1]
        assert said.split("  ")[:3] == [" Enter 打开", "/ 搜索", "f 筛选"]
        assert all(key in said for key in ("s 原文", "y Y 复制", "e 导出", "? 帮助", "^P 命令", "q 退出"))
