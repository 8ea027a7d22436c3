"""Commands in every text column of a package reach no screen, no clipboard and no file of the explorer."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from hrss_tui.plain import UNSAFE
from hrss_tui.query.views import PAGES, parse_view
from hrss_tui.tui.taking import clipboard
from tests.robustness.forked_terminal import ForkedTerminal
from tests.robustness.hostile import COMMANDS, formulas_in, hostile, keys_of
from tests.robustness.mutations import encoded, shortened
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled, type_text

WALK = ("down", "enter", "y", "tab", "down", "y", "t", "backspace", "s", "y")
FORBIDDEN = (
    b"\x1b]8;;https://example.org", b"\x1b]52;c;ZXZpbA", b"\x1b]0;title", b"\x1b[31mred", "\x9b2J".encode(), "\u202e".encode(),
    "\u2066".encode(), "\u200b".encode(), "\u2028".encode(), b"\x07\x08",
)  # fmt: skip
"""What of the texts a terminal would obey."""


@pytest.fixture(scope="module", params=["texts", "texts and keys"])
def mean_file(
    request: pytest.FixtureRequest, pack_data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> str:
    small = shortened(pack_data, 40)
    keep = keys_of(small) if request.param == "texts" else frozenset()
    path: Path = tmp_path_factory.mktemp("mean") / "mean.msgpack"
    path.write_bytes(encoded(hostile(small, keep)))
    return str(path)


def harmless(text: str) -> bool:
    """Is nothing but text in it?"""
    return UNSAFE.search(text.replace("\n", "")) is None


async def export(pilot: Driver, path: Path) -> None:
    """Write what is on screen, if there is a table."""
    await press(pilot, "e")
    if "export-box" in {widget.id for widget in pilot.app.screen.query("Field")}:
        pilot.app.screen.query_one("#export-box").clear()  # type: ignore[attr-defined]
        await type_text(pilot, str(path))
        await press(pilot, "enter")
    await press(pilot, "escape")


async def test_no_page_shows_copies_or_writes_a_command(
    mean_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(clipboard, "sequence", lambda text, _: copied.append(text) or "")
    async with explorer(mean_file, size=(120, 40)) as pilot:
        for page in PAGES:
            await explorer_of(pilot).go(parse_view("search/alert" if page == "search" else page))
            await settled(pilot)
            for key in WALK:
                await press(pilot, key)
                assert harmless(screen(pilot)), (page, key)
            await explorer_of(pilot).go(parse_view("search/alert" if page == "search" else page))
            await settled(pilot)
            for suffix in (".csv", ".json", ".md") if page in ("budget", "compare", "checks") else ():
                await export(pilot, tmp_path / f"{page}{suffix}")
            assert harmless(explorer_of(pilot).view_string())
            assert harmless(str(pilot.app.title) + str(pilot.app.sub_title))
        await press(pilot, "question_mark")
        assert harmless(screen(pilot))
        await press(pilot, "escape", "ctrl+p")
        await type_text(pilot, "m")
        assert harmless(screen(pilot))
    assert len(copied) > 4
    for text in copied:
        assert harmless(text)
        assert formulas_in(re.split("[\t\n]", text)) == []
    written = {path.name: path.read_bytes().decode("utf-8-sig") for path in tmp_path.iterdir()}
    assert {"budget.csv", "budget.json", "budget.md"} <= set(written)
    for name, text in written.items():
        assert harmless(text.replace("\r\n", "\n")), name
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
            assert formulas_in(cells) == [], name
        if name.endswith(".md"):
            assert "<script" not in text.replace("\\<", ""), name


def test_what_the_terminal_is_sent(mean_file: str, tmp_path: Path) -> None:
    terminal = ForkedTerminal(tmp_path, "--pack", mean_file, size=(30, 110))
    terminal.until(lambda text: "从这里开始" in text)
    for number, said in enumerate(("预算", "比较", "指标", "搜索", "文件", "校验"), 2):
        before = terminal.text()
        terminal.child.send(str(number))
        terminal.until(lambda text, before=before, said=said: text != before and said in text)
        terminal.child.send("\x1b[B")
    terminal.child.send("q")
    assert terminal.end() == 0
    assert [bad for bad in FORBIDDEN if bad in terminal.written] == []


def test_a_copied_text_is_no_formula_in_a_spreadsheet() -> None:
    for text in COMMANDS:
        pasted = clipboard.inert(f"x\n{text}\t{text}\n-1,234.5\t+2%")
        assert formulas_in(re.split("[\t\n]", pasted)) == []
    assert clipboard.inert("-1,234.5\t+2%\nbudget/208") == "-1,234.5\t+2%\nbudget/208"
