"""Whatever a document says is shown as it stands: no markup, no control characters, no crash; also with nothing in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from hrss_tui.compile.pipeline import Compiled
from hrss_tui.pack.write import encode_package
from hrss_tui.query.printed import figures
from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.records import Record
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.documents.finding import facts
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled, type_text

NASTY = "[/] [b]x[/b] [@click=app.quit]q[/] \x1b[31m\x07\u202e\u200b[red 名"
TEXTS = {
    "title", "text", "name", "item", "measure_label", "reason", "subject", "description", "indicator", "term",
    "definition", "goal", "unit_name", "project", "short_name", "metric_label", "table_title", "scope", "issuer",
    "unit", "printed", "period", "section",
}  # fmt: skip


def nasty(record: Record) -> Record:
    """The record with every free text beginning with what must not be interpreted."""
    changed = {
        name: NASTY + value
        for name in TEXTS & set(record.__struct_fields__)
        if isinstance(value := getattr(record, name), str)
    }
    return msgspec.structs.replace(record, **changed)


EACH = 6
"""Rows kept of each kind: the widgets are what is tried, not how much they hold."""


def few(rows: Iterable[Record]) -> list[Record]:
    """The first rows of each document and kind."""
    seen: Counter[tuple[object, ...]] = Counter()
    chosen = []
    for row in rows:
        kind = tuple(getattr(row, name, None) for name in ("doc_id", "table_kind", "kind", "level", "metric"))
        seen[kind] += 1
        if seen[kind] <= EACH:
            chosen.append(row)
    return chosen


@pytest.fixture(scope="module")
def nasty_file(compiled: Compiled, tmp_path_factory: pytest.TempPathFactory) -> str:
    tables = {name: [nasty(row) for row in few(rows)] for name, rows in compiled.tables.items()}
    head = {"name": "n", "title": NASTY, "version": NASTY, "sources": []}
    path: Path = tmp_path_factory.mktemp("nasty") / "nasty.msgpack"
    path.write_bytes(encode_package(head, tables, {}))
    return str(path)


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("empty") / "empty.msgpack"
    path.write_bytes(encode_package({"name": "e", "title": "", "version": "1.0.0", "sources": []}, {}, {}))
    return str(path)


async def open_page(pilot: Driver, name: str) -> None:
    """Show a page whatever has the keys now."""
    await explorer_of(pilot).go(parse_view(name))
    await settled(pilot)


@pytest.mark.parametrize("size", [(80, 24), (140, 50)], ids=["80x24", "140x50"])
async def test_markup_in_data_is_text(nasty_file: str, size: tuple[int, int]) -> None:
    async with explorer(nasty_file, size=size) as pilot:
        for page in PAGES:
            await open_page(pilot, "search/[b]x" if page == "search" else page)
            assert "[b]x[/b]" in screen(pilot), page
            await press(pilot, "down", "right", "enter", "tab", "t", "f")
            await type_text(pilot, "[/")
            await press(pilot, "enter", "escape", "y")
            text = screen(pilot)
            assert not set("\x1b\u202e\u200b") & set(text), page
        await press(pilot, "f1", "escape", "ctrl+p")
        await type_text(pilot, "[b")
        assert "[b" in screen(pilot)


async def test_a_package_with_nothing_in_it(empty_file: str) -> None:
    async with explorer(empty_file) as pilot:
        for page in PAGES:
            await open_page(pilot, page)
            await press(pilot, "down", "enter", "tab", "f")
            await type_text(pilot, "x")
            await press(pilot, "enter", "escape", "e", "escape", "y")
            assert pilot.app.is_running, page


async def test_ascii_draws_no_ambiguous_sign(nasty_file: str) -> None:
    ambiguous = set("—–“”‘’…·→←■─│▌▾▸█▏▎▍▋▊▉›▲▼●○✓✗≈•⇄░▒▓①②×≥≤")
    async with explorer(nasty_file, size=(120, 40), ascii_only=True) as pilot:
        for page in PAGES:
            await open_page(pilot, "search/南疆" if page == "search" else page)
            assert ambiguous & set(screen(pilot)) == set(), page


def test_rows_that_claim_endless_lines_take_no_endless_memory(compiled: Compiled, tmp_path: Path) -> None:
    projects = [msgspec.structs.replace(row, line_end=3_000_000) for row in compiled.tables["projects"]][:1]
    whole = [msgspec.structs.replace(row, line_end=2**62) for row in compiled.tables["blocks"]]
    tables = {**compiled.tables, "projects": projects, "blocks": whole}
    path = tmp_path / "endless.msgpack"
    path.write_bytes(encode_package({"name": "n", "title": "n", "version": "1", "sources": []}, tables, {}))
    data = Data(str(path))
    found = figures(facts(data, projects[0].doc_id))
    assert found[projects[0].line_start]
    assert len(found) < 200_000
