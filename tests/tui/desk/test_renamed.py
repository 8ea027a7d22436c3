"""Places seen in one language and looked for in the other are called as they would be called there."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.query.views import parse_view
from hrss_tui.tui.desk.renamed import renamed
from tests.tui.driving import desk_of, explorer, explorer_of, press, screen, settled

VIEWS = (
    "overview",
    "budget/20801",
    "budget?table=income",
    "budget?by=project,unit",
    "compare",
    "compare/6531",
    "compare/6531,6532",
    "indicators/urban_new_jobs",
    "indicators?part=targets",
    "checks?status=fails",
    "documents/plan-2021:17",
    "search/就业?kind=heading",
    "documents?part=policies",
)


async def test_every_page_is_called_in_either_language_as_it_calls_itself(pack_file: str) -> None:
    called = {lang: await _called(pack_file, lang) for lang in ("zh", "en")}
    assert called["zh"] != called["en"]
    for lang, other in (("zh", "en"), ("en", "zh")):
        desk = desk_of(pack_file, lang)
        assert desk.data
        assert [renamed(desk, title) for title in called[other]] == called[lang]
        assert [renamed(desk, title) for title in called[lang]] == called[lang]


async def _called(pack_file: str, lang: str) -> list[str]:
    async with explorer(pack_file, lang=lang) as pilot:
        app = explorer_of(pilot)
        for view in VIEWS:
            await app.go(parse_view(view))
            await settled(pilot)
        return [place.title for place in app.history.places()]


async def test_last_places_and_bookmarks_follow_the_language(pack_file: str, own_home: Path) -> None:
    async with explorer(pack_file, "budget/208", size=(120, 40)) as pilot:
        await press(pilot, "a", "enter", "3")
        await explorer_of(pilot)._turn_lang()
        await settled(pilot)
        await press(pilot, "p")
        text = screen(pilot)
        assert text.count("Budget › 208 Social security and employment") == 2
        assert "社会保障" not in text


@pytest.mark.parametrize("title", ["", "搜索 › 一 › 二", "a › b", "Search › a, b", "208", "208 ", "→", " › "])
def test_what_is_no_title_of_the_program_stays_as_it_is(pack_file: str, title: str) -> None:
    desk = desk_of(pack_file)
    assert renamed(desk, title).removeprefix("搜索") == title.removeprefix("Search").removeprefix("搜索")
