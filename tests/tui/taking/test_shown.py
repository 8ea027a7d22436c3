"""What is on screen, taken away to be looked at: on every page, in every size and language, from the keys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from hrss_tui.query.views import parse_view
from hrss_tui.records import Check
from hrss_tui.tui.checks.sides import sides
from hrss_tui.tui.paint.lines import line
from hrss_tui.tui.search.page import SearchPage
from hrss_tui.tui.taking import clipboard
from hrss_tui.tui.taking.exporting import FORMATS
from hrss_tui.tui.taking.pictures import of_lines
from hrss_tui.tui.widgets.field import Field
from tests.export.shown.reading import assert_alone
from tests.tui.driving import Driver, desk_of, explorer, explorer_of, press, screen, settled

VIEWS = (
    "overview",
    "budget/208",
    "budget?table=changes",
    "compare?metric=rural_labour_transfer",
    "compare/6531,6532",
    "indicators/urban_new_jobs",
    "search/技能大师",
    "documents/plan-2021:183",
    "checks?status=fails",
    "checks?by=kind",
)


async def _export(pilot: Driver, key: str, name: str) -> None:
    await press(pilot, key)
    pilot.app.screen.query_one(Field).value = name
    await settled(pilot)
    await press(pilot, "enter")


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes to the clipboard."""
    texts: list[str] = []

    def sequence(text: str, _environ: Any) -> str:
        texts.append(text)
        return ""

    monkeypatch.setattr(clipboard, "sequence", sequence)
    return texts


@pytest.mark.parametrize(("size", "lang"), [((80, 24), "zh"), ((120, 40), "en"), ((200, 60), "zh")])
async def test_every_page_goes_into_a_page_that_stands_alone(
    size: tuple[int, int], lang: str, pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explorer(pack_file, size=size, lang=lang) as pilot:
        app = explorer_of(pilot)
        for number, where in enumerate(VIEWS):
            await app.go(parse_view(where))
            await settled(pilot)
            assert app.page is not None
            await press(pilot, *(("tab",) if where.startswith("search") else ()))
            grid = app.page.grid()
            assert grid is not None, where
            await _export(pilot, "e", f"{number}.html")
            read = assert_alone((tmp_path / f"{number}.html").read_bytes())
            rows = read.rows[-len(grid.rows) :]
            assert [row[0] for row in rows] == [" ".join(row[0].split("\t")) for row in grid.rows], where
            if any(place for place, _ in grid.places):
                assert any("[1]" in row[-1] for row in rows), where
                assert "[" in "".join(read.texts["li"]), where


async def test_a_picture_and_a_workbook_are_written_with_their_sources(
    pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explorer(pack_file, "compare?metric=rural_labour_transfer", size=(120, 40)) as pilot:
        await _export(pilot, "e", "bars.svg")
        await press(pilot, "t", "t")
        await _export(pilot, "e", "map.svg")
        await _export(pilot, "e", "table.xlsx")
    bars, tiles = (tmp_path / "bars.svg").read_text("utf-8"), (tmp_path / "map.svg").read_text("utf-8")
    assert bars.startswith("<svg ")
    assert bars != tiles
    assert 'fill="#1d5c8e"' in tiles
    for drawn in (bars, tiles):
        assert "部门预算公开" not in "".join(re.findall(">([^<]*)</text>", drawn))
        assert "自治区促进就业工作要点》的通知" in "".join(re.findall(">([^<]*)</text>", drawn))
    assert (tmp_path / "table.xlsx").read_bytes()[:2] == b"PK"


async def test_tab_goes_through_the_formats(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, "e")
        field = pilot.app.screen.query_one(Field)
        seen = [field.value]
        for _ in FORMATS:
            await press(pilot, "tab")
            seen.append(field.value)
        assert seen == [f"hrss-compare{ending}" for ending in (*FORMATS, FORMATS[0])]
        await press(pilot, "shift+tab")
        assert field.value == f"hrss-compare{FORMATS[-1]}"


async def test_tsv_alone_goes_to_the_clipboard(
    pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explorer(pack_file, "compare") as pilot:
        await _export(pilot, "e", ".tsv")
        rows = [line.split("\t") for line in copied[-1].split("\n")]
        assert len(rows) == 15
        assert len({len(row) for row in rows}) == 1
        assert not list(tmp_path.iterdir())


async def test_a_row_is_copied_and_then_the_table(pack_file: str, copied: list[str]) -> None:
    async with explorer(pack_file, "compare", size=(120, 40)) as pilot:
        await press(pilot, "down", "Y")
        assert copied[-1].startswith("塔城地区\t")
        assert "\n" not in copied[-1]
        await press(pilot, "Y")
        assert len(copied[-1].split("\n")) == 15
        await press(pilot, "down", "Y")
        assert copied[-1].startswith("阿勒泰地区\t")


@pytest.mark.parametrize(
    ("lang", "where", "said"),
    [
        ("zh", "budget/2080104", "亿元"),
        ("zh", "budget?table=changes", "亿元"),
        ("zh", "compare", "万人"),
        ("zh", "compare/6531", ""),
        ("en", "budget/2080104", " 100m yuan"),
        ("en", "budget?table=real", " 100m yuan"),
    ],
)
async def test_what_is_copied_of_a_row_says_its_units(
    lang: str, where: str, said: str, pack_file: str, copied: list[str]
) -> None:
    async with explorer(pack_file, where, size=(140, 40), lang=lang) as pilot:
        await press(pilot, "u", "down", "Y")
        row = copied[-1].split("\t")
        assert not said or any(re.fullmatch(rf"[+-]?[\d,.]+{said}", cell) for cell in row), row
        assert not any(re.fullmatch(r"[+-]?\d+\.\d{4}", cell) for cell in row), row
        await press(pilot, "y")
        assert "100m" not in copied[-1] or " 100m" in copied[-1]


async def test_the_tree_of_the_budget_copies_its_row(pack_file: str, copied: list[str]) -> None:
    async with explorer(pack_file, "budget/2080104", size=(120, 40)) as pilot:
        await press(pilot, "Y")
        assert copied[-1].startswith("2080104 ")
        assert "budget-2026:" in copied[-1]


async def test_the_box_says_what_the_picture_will_show(pack_file: str) -> None:
    async with explorer(pack_file, "compare", size=(120, 40)) as pilot:
        await press(pilot, "e")
        assert "图（.svg）：城镇新增就业人数 2021 目标 万人" in screen(pilot)
        await press(pilot, "escape")
    async with explorer(pack_file, "documents?part=terms", size=(120, 40)) as pilot:
        await press(pilot, "e")
        assert "导出当前内容" in screen(pilot)
        assert "图（.svg）" not in screen(pilot)


async def test_what_is_left_out_of_a_long_list_is_said_where_it_is_taken_away(
    pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explorer(pack_file, "search/kind:row", size=(120, 40)) as pilot:
        page = explorer_of(pilot).page
        assert isinstance(page, SearchPage)
        totals = page.found.totals
        assert totals is not None
        said = f"另有 {totals.blocks - 200} 项"
        await press(pilot, "tab", "e")
        assert f"导出当前内容，200 行（{said}）" in screen(pilot)
        await press(pilot, "escape")
        await _export(pilot, "e", "a.html")
        assert said in (tmp_path / "a.html").read_text("utf-8")
    drawn = of_lines("甲", [line("乙")] * 403, lambda count: f"另有 {count} 项")
    assert drawn is not None
    assert (len(drawn.lines), drawn.notes) == (400, ("另有 3 项",))


def test_a_check_of_very_many_figures_says_how_many_are_not_listed(pack_file: str) -> None:
    desk = desk_of(pack_file)
    check = next(check for check in desk.data.checks if check.kind == "prefecture_sum")
    first, *others = check.records
    many = replace(check, records=[first, *others[:1] * 210], status="exact")
    texts = ["".join(seg.text for seg in one.segs) for one in sides(desk, many)]
    assert "另有 11 项" in texts


async def test_evidence_of_a_page_that_shows_much_else_opens_the_figure(pack_file: str) -> None:
    async with explorer(pack_file, "budget", size=(120, 40)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        found = page.proof()
        assert found is not None
        assert found.view.startswith("documents/budget-2026:")


@pytest.mark.parametrize(
    ("where", "keys", "held"),
    [
        ("budget/2080104", (), "2080104"),
        ("compare?metric=rural_labour_transfer&at=6531", (), "90.3"),
        ("indicators/urban_new_jobs", ("tab",), "城镇新增就业"),
        ("documents/plan-2021:183", (), "plan-2021:183"),
        ("checks?status=fails", (), "1312.62"),
        ("indicators?part=disagree", (), "1,600"),
    ],
)
async def test_evidence_is_written_for_what_the_cursor_stands_on(
    where: str,
    keys: tuple[str, ...],
    held: str,
    pack_file: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explorer(pack_file, where, size=(120, 40)) as pilot:
        await press(pilot, *keys)
        view = explorer_of(pilot).view_string()
        await press(pilot, "E")
        field = pilot.app.screen.query_one(Field)
        assert field.value.startswith("evidence-")
        assert field.value.endswith(".html")
        field.value = "x.html"
        await settled(pilot)
        await press(pilot, "enter")
        await _export(pilot, "E", "x.md")
    page, note = (tmp_path / "x.html").read_bytes(), (tmp_path / "x.md").read_text("utf-8")
    read = assert_alone(page)
    assert held in page.decode()
    assert held in note
    if not where.startswith(("checks", "indicators?")):
        assert view in "".join(read.texts["code"])
    if not where.startswith("documents"):
        assert read.texts["mark"]


async def test_where_nothing_stands_no_evidence_is_given(pack_file: str) -> None:
    async with explorer(pack_file, "checks?by=kind") as pilot:
        await press(pilot, "E")
        assert explorer_of(pilot).desk.say("evidence.nothing") in screen(pilot)
        assert not pilot.app.screen.query("#export")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_check_is_copied_as_a_note_of_both_sides(
    size: tuple[int, int], pack_file: str, copied: list[str]
) -> None:
    async with explorer(pack_file, "checks?status=fails", size=size) as pilot:
        desk = explorer_of(pilot).desk
        check = next(row for row in desk.data.checks if row.status == "fails")
        assert isinstance(check, Check)
        await press(pilot, "y")
        note = copied[-1]
        assert note.startswith(f"# {check.description}")
        assert note.count("\n## ") == 2
        assert f"`checks/{check.check_id}`" in note
        assert note == clipboard.inert(note)


@pytest.mark.parametrize(("size", "beside"), [((80, 24), True), ((120, 40), False), ((200, 60), True)])
async def test_both_sentences_stand_beside_each_other_where_there_is_room(
    size: tuple[int, int], beside: bool, pack_file: str
) -> None:
    async with explorer(pack_file, "checks?status=fails", size=size) as pilot:
        await press(pilot, "enter")
        lines = explorer_of(pilot).page.query_one("#checks-detail").lines  # type: ignore[union-attr]
        texts = [line.text for line in lines]
        assert any("│" in text for text in texts) is beside
        lit = [seg.text for line in lines for seg in line.segs if seg.style == "hit"]
        assert {"1463.96", "151.34", "1336.89", "24.11"} <= set(lit)
