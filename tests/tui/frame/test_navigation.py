"""Going places: page keys, history, breadcrumbs, view strings, what each page remembers."""

from __future__ import annotations

import pytest

from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.tui.page.base import Page
from tests.tui.driving import explorer, explorer_of, press, screen, settled

VIEWS = (
    "overview",
    "budget/20801",
    "budget/2080199",
    "budget?table=three_public",
    "budget?by=unit,project",
    "budget?table=changes",
    "compare/6531,6532",
    "compare?as=share",
    "compare?as=index&base=6501",
    "search/技能大师",
    "search/南疆?doc=budget-2026",
    "documents/plan-2021:89",
    "documents/budget-2026:842?find=技能",
    "checks?status=rounding",
)


@pytest.mark.parametrize("view", VIEWS)
async def test_a_view_string_opens_what_it_was_taken_from(pack_file: str, view: str) -> None:
    async with explorer(pack_file, view) as pilot:
        assert explorer_of(pilot).view_string() == view


async def test_every_page_key_opens_its_page(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        for number, name in enumerate(PAGES, 1):
            if explorer_of(pilot).focused is not None and name == "documents":
                await press(pilot, "down")
            await press(pilot, str(number) if name != "documents" else "6")
            page = explorer_of(pilot).page
            assert page is not None
            if name == "search":
                assert page.NAME == "search"
                await press(pilot, "tab")
            else:
                assert name == page.NAME


async def test_pages_are_mounted_at_the_first_visit_only(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        assert len(pilot.app.query(Page)) == 1
        await press(pilot, "2", "1", "2")
        assert len(pilot.app.query(Page)) == 2


async def test_back_and_forward_over_everything_visited(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "2", "down", "down", "enter", "3")
        app = explorer_of(pilot)
        assert app.view_string() == "compare"
        await press(pilot, "ctrl+left")
        assert app.view_string() == "budget/206"
        await press(pilot, "ctrl+left", "ctrl+left")
        assert app.view_string() == "overview"
        await press(pilot, "ctrl+right", "ctrl+right", "ctrl+right")
        assert app.view_string() == "compare"


async def test_a_page_remembers_its_cursor(pack_file: str) -> None:
    async with explorer(pack_file, "budget/20801") as pilot:
        await press(pilot, "down", "1", "2")
        assert explorer_of(pilot).view_string() == "budget/2080101"


async def test_a_click_on_a_breadcrumb_opens_the_ancestor(pack_file: str) -> None:
    async with explorer(pack_file, "budget/2080199") as pilot:
        crumbs = screen(pilot).splitlines()[1]
        assert crumbs.split()[0] == "预算"
        at = len(crumbs[: crumbs.index("20801 ")].encode("gb18030")) - crumbs[: crumbs.index("20801 ")].count(
            "›"
        )
        await pilot.click("#crumbs", offset=(at + 1, 0))
        await settled(pilot)
        assert explorer_of(pilot).view_string() == "budget/20801"


async def test_what_a_view_names_wrongly_is_said_and_the_page_opens(pack_file: str) -> None:
    async with explorer(pack_file, "budget/999") as pilot:
        assert "没有科目 999" in screen(pilot)


MEANINGLESS = (
    ("overview?by=kind", "by=kind"),
    ("budget?tabel=income", "tabel=income"),
    ("compare?as=percent", "as=percent"),
    ("compare?of=regions", "of=regions"),
    ("compare?of=prefectures&place=99", "place=99"),
    ("compare?of=years&year=now", "year=now"),
    ("compare?of=text&only=new", "only=new"),
    ("indicators?part=everything", "part=everything"),
    ("indicators?part=targets&only=above", "only=above"),
    ("search/就业?document=plan-2021", "document=plan-2021"),
    ("documents?part=figures", "part=figures"),
    ("documents?part=terms&status=fails", "status=fails"),
    ("checks?status=wrong", "status=wrong"),
    ("checks?by=document", "by=document"),
)


@pytest.mark.parametrize(("view", "given"), MEANINGLESS)
async def test_what_a_view_asks_and_nothing_means_is_said(pack_file: str, view: str, given: str) -> None:
    async with explorer(pack_file, view, size=(120, 40)) as pilot:
        assert f"不认识 {given}" in screen(pilot)
        app = explorer_of(pilot)
        here = app.view_string()
        app.clear_notifications()
        await app.go(parse_view(here))
        await settled(pilot)
        assert "不认识" not in screen(pilot)


@pytest.mark.parametrize("view", [*VIEWS, "budget?measure=total", "compare?of=departments&as=head&order=gap"])
async def test_what_a_view_asks_and_is_known_goes_without_a_word(pack_file: str, view: str) -> None:
    async with explorer(pack_file, view, size=(120, 40)) as pilot:
        assert "不认识" not in screen(pilot)


async def test_a_terminal_that_is_too_small_is_told_what_is_needed(pack_file: str) -> None:
    async with explorer(pack_file, size=(40, 10)) as pilot:
        assert "40x10" in screen(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "总览" in screen(pilot)


async def test_resizing_keeps_the_place(pack_file: str) -> None:
    async with explorer(pack_file, "documents/budget-2026:842") as pilot:
        for size in ((120, 40), (60, 16), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert explorer_of(pilot).view_string() == "documents/budget-2026:842"
            assert "2026 年度公共就业" in screen(pilot)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_all_pages_are_named_in_an_ordinary_terminal(pack_file: str, lang: str) -> None:
    async with explorer(pack_file, lang=lang) as pilot:
        keys = [word for word in screen(pilot).splitlines()[0].split() if word.isdigit()]
        assert keys == [str(number) for number in range(1, len(PAGES) + 1)]
