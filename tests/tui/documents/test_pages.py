"""Pages and sheets: where one ends is drawn, and hits, cards, checks and exports name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from tests.documents.formats import chosen
from tests.documents.layouts import shanghai
from tests.documents.layouts.common import Department
from tests.tui.driving import desk_of, explorer, press, screen


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One budget as a workbook of several sheets."""
    folder: Path = tmp_path_factory.mktemp("book")
    (made,) = chosen("xlsx")
    department = Department("k", "康谷县水利局", "康谷县", 5, ("21303",), ("康谷县监测站",))
    described = shanghai.budget(department, 2024, shanghai.Year())
    (folder / f"{described.id}{made.suffix}").write_bytes(made.render(described))
    out = folder / "book.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


async def test_the_reader_draws_where_a_sheet_begins(book: str) -> None:
    desk = desk_of(book)
    doc_id = next(iter(desk.data.documents))
    number = desk.data.pages.numbers(doc_id)[1]
    first, _ = desk.data.pages.lines(doc_id, number) or (0, 0)
    said = desk.leaf(doc_id, first)
    assert said.startswith("工作表")
    async with explorer(book, f"documents/{doc_id}:{first}", size=(120, 40)) as pilot:
        assert f"── {said} ─" in screen(pilot)


async def test_hits_and_exports_name_the_sheet(
    book: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with explorer(book, "search/合计", size=(120, 40)) as pilot:
        assert "工作表“" in screen(pilot)
    async with explorer(book, "budget", size=(120, 40)) as pilot:
        await press(pilot, "e", "enter")
    text = (tmp_path / "hrss-budget.csv").read_text("utf-8-sig")
    assert "页" in text.splitlines()[0].split(",")
    assert "工作表“" in text.splitlines()[1]


def test_what_has_no_pages_says_none(pack_file: str) -> None:
    desk = desk_of(pack_file)
    assert desk.leaf_of("budget-2026:900") == ""
    assert desk.leaf_of("") == ""
