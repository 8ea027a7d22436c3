"""Copying cites the record, from lists and from details; where there is none, the line."""

from __future__ import annotations

import pytest

from hrss_tui.query.views import parse_view
from hrss_tui.tui.taking import clipboard
from tests.tui.driving import explorer, explorer_of, press, screen, settled

PLACES = [
    ("overview", 0, "down", "down", "down", "down", "down", "down"),
    ("compare?metric=rural_labour_transfer&as=share&at=6531", 0),
    ("compare/6531,6532?at=6532", 0),
    ("compare?metric=rural_labour_transfer", 1),
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
        for where, tabs, *keys in PLACES:
            await app.go(parse_view(where))
            await settled(pilot)
            assert app.page is not None
            home = app.page.home()
            if home is not None:
                home.focus()
                await settled(pilot)
            await press(pilot, *["tab"] * tabs, *keys)
            taken = app.page.taken()
            assert taken is not None, (where, tabs)
            assert app.desk.data.record(taken.record) is not None, (where, tabs, taken)
            assert app.desk.citation(taken.record), (where, tabs, taken)


async def test_what_is_no_record_is_cited_by_its_line(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explorer(pack_file, "budget?by=project,unit", size=(140, 45)) as pilot:
        copied: list[str] = []
        monkeypatch.setattr(clipboard, "sequence", lambda text, _: copied.append(text) or "")
        await press(pilot, "y")
        assert "budget?by=project" in copied[-1]
        assert "源文件第" in copied[-1]


async def test_the_notice_is_one_line_and_goes_with_the_next_one_esc_or_the_page(pack_file: str) -> None:
    async with explorer(pack_file, "budget/2080104") as pilot:
        before = screen(pilot).splitlines()
        await press(pilot, "y")
        explorer_of(pilot).give("208", "208")
        await settled(pilot)
        told = screen(pilot).splitlines()
        assert len([one for one in told if "OSC 52" in one]) == 1
        assert sum(was != now for was, now in zip(before, told, strict=True)) == 1
        await press(pilot, "escape")
        assert "OSC 52" not in screen(pilot)
        explorer_of(pilot).give("205", "205")
        await press(pilot, "1")
        assert "OSC 52" not in screen(pilot)
        await explorer_of(pilot).go(parse_view("documents/plan-2021:183"))
        await settled(pilot)
        before = screen(pilot).splitlines()
        await press(pilot, "y")
        assert sum(was != now for was, now in zip(before, screen(pilot).splitlines(), strict=True)) == 1


@pytest.mark.parametrize(
    ("view", "said", "record"),
    [
        (
            "compare?as=share&metric=rural_labour_transfer&at=6531",
            "喀什地区 2021 目标 农村富余劳动力转移就业总数 90.3万人次  占全区比重 32.8%",
            "prefecture_values/6531/rural_labour_transfer/2021/target/plan-2021",
        ),
        (
            "compare/6531,6532?metric=rural_labour_transfer&at=6532",
            "和田地区 2021 目标 农村富余劳动力转移就业总数 63.2万人次",
            "prefecture_values/6532/rural_labour_transfer/2021/target/plan-2021",
        ),
        (
            "compare?metric=organised_transfer_inland&at=6542",
            "塔城地区 2021 目标 有组织转移内地省市就业 / （没有该项任务，不是 0）",
            "prefecture_values/6542/organised_transfer_inland/2021/target/plan-2021",
        ),
    ],
)
async def test_a_compared_value_is_taken_whole(pack_file: str, view: str, said: str, record: str) -> None:
    async with explorer(pack_file, view) as pilot:
        app = explorer_of(pilot)
        assert app.page is not None
        taken = app.page.taken()
        assert taken is not None
        assert (taken.value, taken.record, app.view_string()) == (said, record, view)
