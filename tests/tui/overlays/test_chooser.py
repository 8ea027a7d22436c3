"""The box of choices says what is chosen, and marks what is shown now."""

from __future__ import annotations

import pytest

from hrss_tui.query.views import format_view
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.overlays.chooser import ChooserScreen
from tests.tui.driving import explorer, explorer_of, screen, settled

PLACES = [
    Entry("entry.place", name, f"indicators?place={code}", (code,))
    for code, name in (("9901", "东州"), ("9902", "西市"))
]


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "选一个地区：只列它的数"), ("en", "Choose a place: its figures alone are listed")],
)
async def test_a_choice_says_what_it_is_for(pack_file: str, lang: str, words: str) -> None:
    async with explorer(pack_file, "indicators", lang=lang) as pilot:
        app = explorer_of(pilot)
        await app.push_screen(ChooserScreen(app.desk, PLACES, PLACES[1].target, "indicators"))
        await settled(pilot)
        text = screen(pilot)
        assert words in text
        assert "● 西市" in text
        assert "● 东州" not in text


async def test_every_page_that_lets_choose_has_its_own_words(pack_file: str) -> None:
    async with explorer(pack_file, "budget") as pilot:
        words = explorer_of(pilot).desk.words
        for page in ("indicators", "targets", "compare", "filings", "copied", "prefecture"):
            assert f"chooser.title.{page}" in words
        assert format_view(explorer_of(pilot).page.current()) == "budget"  # type: ignore[union-attr]
