"""Whatever a document says is shown as it stands: no markup, no control characters, no crash; also with nothing in it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hrss_tui.compile.pipeline import Compiled
from hrss_tui.pack.write import encode_package
from hrss_tui.query.views import PAGES
from hrss_tui.records import Record
from tests.tui.driving import explorer, press, screen, type_text

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


@pytest.fixture(scope="module")
def nasty_file(compiled: Compiled, tmp_path_factory: pytest.TempPathFactory) -> str:
    tables = {name: [nasty(row) for row in rows] for name, rows in compiled.tables.items()}
    head = {"name": "n", "title": NASTY, "version": NASTY, "sources": []}
    path: Path = tmp_path_factory.mktemp("nasty") / "nasty.msgpack"
    path.write_bytes(encode_package(head, tables, {}))
    return str(path)


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("empty") / "empty.msgpack"
    path.write_bytes(encode_package({"name": "e", "title": "", "version": "1.0.0", "sources": []}, {}, {}))
    return str(path)


@pytest.mark.parametrize("size", [(80, 24), (140, 50)], ids=["80x24", "140x50"])
@pytest.mark.parametrize("page", PAGES)
async def test_markup_in_data_is_text(nasty_file: str, page: str, size: tuple[int, int]) -> None:
    async with explorer(nasty_file, page, size=size) as pilot:
        if page == "search":
            await type_text(pilot, "[b]x")
            await press(pilot, "down")
        await press(pilot, "down", "right", "enter", "tab", "down", "t", "f")
        await type_text(pilot, "[/")
        await press(pilot, "enter", "escape", "y", "f1", "escape", "ctrl+p")
        await type_text(pilot, "[b")
        await press(pilot, "escape")
        text = screen(pilot)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert pilot.app.is_running


@pytest.mark.parametrize("page", PAGES)
async def test_a_package_with_nothing_in_it(empty_file: str, page: str) -> None:
    async with explorer(empty_file, page) as pilot:
        await press(pilot, "down", "enter", "tab", "f")
        await type_text(pilot, "x")
        await press(pilot, "enter", "escape", "e", "escape", "y", "f1", "escape", "ctrl+p", "escape")
        assert pilot.app.is_running


@pytest.mark.parametrize("page", PAGES)
async def test_ascii_draws_no_ambiguous_sign(pack_file: str, page: str) -> None:
    async with explorer(pack_file, page, size=(120, 40), ascii_only=True) as pilot:
        if page == "search":
            await type_text(pilot, "南疆")
        ambiguous = set("—–“”‘’…·→←■─│▌▾▸█▏▎▍▋▊▉›▲▼●○✓✗≈•⇄░▒▓①②×≥≤")
        assert ambiguous & set(screen(pilot)) == set()
