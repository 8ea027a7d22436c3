"""Pages and sheets: where one ends is drawn, and hits, cards, checks and exports name them."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import msgspec
import pytest

from hrss_tui.cli.run import run
from hrss_tui.pack.read import open_pack
from hrss_tui.pack.write import encode_package
from hrss_tui.records import TABLES, DocumentPage
from hrss_tui.tui.cards.record import card
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


async def test_an_amount_and_its_card_name_sheet_and_cells(book: str) -> None:
    desk = desk_of(book)
    line = next(line for line in desk.data.budget_lines if line.code and line.measure == "total")
    spot = desk.spot(line.doc_id, line.line_start)
    assert re.fullmatch(r"工作表“.+” [A-Z]+\d+(:[A-Z]+\d+)?", spot)
    assert any(spot in shown.text for shown in card(desk, line.line_id))
    async with explorer(book, "budget/208", size=(160, 50)) as pilot:
        assert re.search(r"表\d+ 工作表“[^”]+” [A-Z]+\d", screen(pilot))


def test_commands_that_list_name_the_sheet(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["checks", "--pack", book])
    first = capsys.readouterr().out.splitlines()[2]
    assert re.search(r":\d+ 工作表“", first)


def test_a_page_that_was_recognised_says_so_everywhere(book: str, tmp_path: Path) -> None:
    """The same package with every page recognised from a scan: whoever names a page says it."""
    pack = open_pack(book)
    tables = {struct.TABLE: pack.rows(struct) for struct in TABLES}
    pages = [msgspec.structs.replace(page, kind="page", ocr=True) for page in pack.rows(DocumentPage)]
    path = tmp_path / "scanned.msgpack"
    path.write_bytes(encode_package(pack.package, {**tables, "pages": pages}, {}))
    desk = desk_of(str(path))
    line = next(line for line in desk.data.budget_lines if line.code)
    assert "扫描识别" in desk.citation(line.line_id)
    assert any("扫描识别" in shown.text for shown in card(desk, line.line_id))
    for words in (["show", line.doc_id], ["search", "合计"], ["checks"]):
        out = io.StringIO()
        with redirect_stdout(out):
            run([*words, "--pack", str(path)])
        assert "扫描识别" in out.getvalue(), words


def test_what_has_no_pages_says_none(pack_file: str) -> None:
    desk = desk_of(pack_file)
    assert desk.leaf_of("budget-2026:900") == ""
    assert desk.leaf_of("") == ""
