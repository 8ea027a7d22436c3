"""Copying cites the record, from lists and from details; where there is none, the line."""

from __future__ import annotations

import pytest

from hrss_tui.query.views import parse_view
from hrss_tui.tui import clipboard
from tests.tui.driving import explorer, explorer_of, press, screen, settled

PLACES = [
    ("budget/2080104", 0),
    ("budget?table=changes", 0),
    ("checks", 0),
    ("checks", 1),
    ("indicators/urban_new_jobs", 1),
    ("indicators/urban_new_jobs", 2),
    ("documents/plan-2021:183", 1),
    ("search/城镇新增就业 doc:bulletin-2021", 1),
    ("search/城镇新增就业 doc:bulletin-2021", 2),
]


async def test_what_is_copied_is_cited_by_its_record(pack_file: str) -> None:
    async with explorer(pack_file, size=(140, 45)) as pilot:
        app = explorer_of(pilot)
        for where, tabs in PLACES:
            await app.go(parse_view(where))
            await settled(pilot)
            assert app.page is not None
            home = app.page.home()
            if home is not None:
                home.focus()
                await settled(pilot)
            await press(pilot, *["tab"] * tabs)
            taken = app.page.taken()
            assert taken is not None, (where, tabs)
            assert app.desk.data.record(taken.record) is not None, (where, tabs, taken)
            assert app.desk.citation(taken.record), (where, tabs, taken)


async def test_what_is_no_record_is_cited_by_its_line(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explorer(pack_file, "budget?by=project,unit", size=(140, 45)) as pilot:
        copied: list[str] = []
        monkeypatch.setattr(clipboard, "sequence", lambda text, _: copied.append(text))
        await press(pilot, "y")
        assert "budget?by=project" in copied[-1]
        assert "源文件第" in copied[-1]


async def test_the_notice_is_one_line_and_goes_with_the_next_one_esc_or_the_page(pack_file: str) -> None:
    async with explorer(pack_file, "budget/2080104") as pilot:
        before = screen(pilot).splitlines()
        await press(pilot, "y", "y")
        told = screen(pilot).splitlines()
        assert len([one for one in told if "OSC 52" in one]) == 1
        assert sum(was != now for was, now in zip(before, told, strict=True)) == 1
        await press(pilot, "escape")
        assert "OSC 52" not in screen(pilot)
        await press(pilot, "y", "1")
        assert "OSC 52" not in screen(pilot)
        await explorer_of(pilot).go(parse_view("documents/plan-2021:183"))
        await settled(pilot)
        before = screen(pilot).splitlines()
        await press(pilot, "y")
        assert sum(was != now for was, now in zip(before, screen(pilot).splitlines(), strict=True)) == 1
