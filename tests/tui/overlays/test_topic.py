"""The manual inside the explorer: every document is listed in the help, opens there, and reads as it is meant."""

from __future__ import annotations

import pytest

from hrss_tui.topics import FILES, topic
from hrss_tui.tui.overlays.help import HelpScreen
from hrss_tui.tui.overlays.topic import TopicScreen, title_of, topic_lines
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.words import LANGUAGES, Lang
from tests.tui.driving import explorer, press, screen, settled


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_help_lists_the_manual_and_enter_opens_it(pack_file: str, lang: Lang) -> None:
    async with explorer(pack_file, "budget", size=(100, 40), lang=lang) as pilot:
        await press(pilot, "question_mark", "end")
        assert all(title_of(name, lang) in screen(pilot) for name in FILES)
        await press(pilot, *["up"] * (len(FILES) - 1), "enter")
        assert isinstance(pilot.app.screen, TopicScreen)
        assert "hrss-tui build mine -o mine.msgpack" in screen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HelpScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HelpScreen)


async def test_a_second_click_opens_it_too(pack_file: str) -> None:
    async with explorer(pack_file, "overview", size=(100, 40)) as pilot:
        await press(pilot, "question_mark", "end")
        rows = screen(pilot).splitlines()
        at = next(number for number, text in enumerate(rows) if title_of("howto", "zh") in text)
        box = pilot.app.screen.query_one(Pane)
        for _ in range(2):
            await pilot.click(box, offset=(20, at - box.region.y))
            await settled(pilot)
        assert isinstance(pilot.app.screen, TopicScreen)
        assert "build" in screen(pilot)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_every_document_reads_without_marks_and_with_all_its_code(name: str, lang: Lang) -> None:
    lines = list(topic_lines(topic(name, lang)))
    text = "\n".join(each.text for each in lines)
    assert not [mark for mark in ("<!--", "**", "```", "](", "| --- |") if mark in text]
    for number, code in enumerate(topic(name, lang).split("```")):
        if number % 2:
            assert all(row in text for row in code.splitlines()[1:])
    assert name == "api" or any(seg.style == "head" for each in lines for seg in each.segs)


def test_rows_of_a_paragraph_are_one_line_with_a_blank_between_letters_only() -> None:
    made = topic_lines(
        "# T\n\n一段\n话的\nPDF\n，**粗**\n\nof [two](x.md)\nlines\n\n| a | b \\| c |\n| --- | --- |\n- x\n- y\n"
    )
    assert [each.text for each in made if each.text] == [
        "一段话的 PDF，粗",
        "of two lines",
        "a  b | c",
        "- x",
        "- y",
    ]
