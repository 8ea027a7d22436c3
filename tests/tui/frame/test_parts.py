"""The palette finds what tabs show."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.widgets.pane import Pane
from tests.tui.driving import Driver, explorer, explorer_of, press, settled, type_text


def page_of(pilot: Driver) -> Page:
    page = explorer_of(pilot).page
    assert page is not None
    return page


@pytest.mark.parametrize(
    ("lang", "typed", "view"),
    [
        ("zh", "变动", "budget?table=changes"),
        ("zh", "实增减", "budget?table=real"),
        ("zh", "changes", "budget?table=changes"),
        ("en", "changes", "budget?table=changes"),
        ("en", "变动", "budget?table=changes"),
        ("en", "gloss", "documents?part=terms"),
        ("zh", "没有上年值", "indicators?part=targets&only=none"),
        ("en", "disagreeing", "indicators?part=disagree"),
        ("zh", "按文件与类别", "checks?by=kind"),
    ],
)
async def test_a_part_is_found_by_its_name_from_another_page(
    lang: str, typed: str, view: str, pack_file: str
) -> None:
    async with explorer(pack_file, "overview", lang=lang, size=(120, 40)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, typed)
        await press(pilot, "enter")
        await settled(pilot)
        assert parse_view(explorer_of(pilot).view_string())._replace(path="") == parse_view(view)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_every_tab_is_found_by_what_it_is_called_wherever_one_is(lang: str, pack_file: str) -> None:
    async with explorer(pack_file, "overview", lang=lang, size=(120, 40)) as pilot:
        labels: dict[str, str] = {}
        for target in (*PAGES, "indicators?part=targets", "documents?part=terms"):
            await explorer_of(pilot).go(parse_view(target))
            await settled(pilot)
            for _, label in page_of(pilot).labelled_parts():
                labels[label.rstrip("0123456789, ")] = target
        assert len(labels) > 20
        for target in ("overview", "compare", "checks"):
            await explorer_of(pilot).go(parse_view(target))
            await settled(pilot)
            await press(pilot, "ctrl+p")
            for label in labels:
                pilot.app.post_message(Key("ctrl+u", None))  # nothing is typed yet
                pilot.app.post_message(Paste(label))
                await settled(pilot)
                lines = explorer_of(pilot).screen.query_one("#palette-list", Pane).lines
                kinds = ("部分", "命令", "part", "command")  # the page of a tab that leads back is a command
                assert any(one.text.startswith(kinds) and label in one.text for one in lines), (target, label)
            await press(pilot, "escape", "escape")


async def test_a_picture_of_a_comparison_is_gone_to(pack_file: str) -> None:
    async with explorer(pack_file, "overview", size=(80, 24)) as pilot:
        for _ in range(2):  # from another page, then from its own
            await press(pilot, "ctrl+p")
            await type_text(pilot, "方块地图")
            await press(pilot, "enter")
            await settled(pilot)
            page = page_of(pilot)
            assert isinstance(page, ListPage)
            assert (page.NAME, page.part) == ("compare", "map")
