"""How the explorer starts: what the first paint needs, and that no frame waits for data."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from hrss_tui.cli.parser import Parser, add_explorer, split_command
from hrss_tui.cli.quick import quick_options
from hrss_tui.errors import EXIT_PACK, HrssError, PackError
from hrss_tui.pack import open as light_reader
from hrss_tui.pack.open import LightPack, light
from hrss_tui.pack.read import decode_pack
from hrss_tui.query.views import parse_view
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.glance import glance
from hrss_tui.tui.desk.opening import Opening
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.paint.glyphs import glyphs
from hrss_tui.words import words
from tests.tui.driving import explorer, press, screen, settled

ROOT = Path(__file__).parents[3]
LATER = (
    "argparse",
    "hashlib",
    "hrss_tui.compile",
    "hrss_tui.pack.read",
    "hrss_tui.records",
    "hrss_tui.sources",
    "hrss_tui.tui.desk.data",
    "hrss_tui.tui.indicators.rows",
    "hrss_tui.tui.cards.outcome",
    "hrss_tui.tui.widgets.field",
    "hrss_tui.tui.widgets.table",
    "importlib.resources",
    "msgspec",
    "polars",
    "pypdfium2",
    "ssl",
    "tomllib",
)
"""What the first paint does without, and the toolkit too (`ssl` not of itself)."""
FIRST_PAINT = f"""
import json, sys
import hrss_tui.cli.explore as explore
from hrss_tui.cli.run import run
from hrss_tui.tui.desk import opening

class Ready(opening.Opening):
    @property
    def ready(self):
        from hrss_tui.tui.frame import starting
        starting.StartingApp.on_ready = painted
        self._thread.join()
        return super().ready

def painted(self):
    strips = self.screen._compositor.render_strips()
    shown = "\\n".join("".join(segment.text for segment in strip) for strip in strips)
    json.dump([shown, [name for name in {LATER!r} if name in sys.modules]], sys.stdout)
    sys.stdout.flush()
    self.exit(0)

opening.Opening = Ready
explore._terminal = lambda: True
explore.forget_variables = lambda: None
sys.exit(run(sys.argv[1:]))
"""
"""The program on the way to its first frame, which is written out with what has been imported for it."""


def first_paint(tmp_path: Path, *arguments: str) -> tuple[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, *arguments],
        cwd=ROOT,
        env={
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    import json

    shown, imported = json.loads(done.stdout)
    return shown, imported


def test_the_first_frame_has_figures_and_only_what_they_need_is_imported(
    pack_file: str, pack_data: bytes, tmp_path: Path
) -> None:
    shown, imported = first_paint(tmp_path, "--pack", pack_file)
    assert imported == []
    total = glance(decode_pack(pack_data, "p")).totals[0]
    assert f"{total.amount / 10**6:,.2f}" in shown
    assert "总览" in shown


def test_both_readers_give_the_same_figures(pack_data: bytes) -> None:
    fast = glance(light(pack_data, "p"))
    assert fast == glance(decode_pack(pack_data, "p"))
    assert len(fast.totals) == 6


def desk_of(path: str, opening: Opening | None) -> Desk:
    def data(name: str | None) -> Data:
        return Data(name, opening.pack() if opening is not None else None)

    return Desk(words("zh"), "zh", glyphs(False), data, path, opening=opening)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A package that takes until the event is set to be read."""
    arrived, plain = threading.Event(), light_reader.open_light

    def waiting(path: str | None = None) -> object:
        arrived.wait()
        return plain(path)

    monkeypatch.setattr(light_reader, "open_light", waiting)
    yield arrived
    arrived.set()


async def test_the_frame_does_not_wait_for_data(pack_file: str, slow: threading.Event) -> None:
    app = Explorer(desk_of(pack_file, Opening(pack_file)), parse_view("overview"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0)
        assert "1 总览" in screen(pilot)
        assert app.page is None
        slow.set()
        while not app.settled:
            await pilot.pause(0)
        await settled(pilot)
        assert "主要数字" in screen(pilot)
        assert app.desk.opened
        await press(pilot, "2")
        assert "208 社会保障和就业支出" in screen(pilot)


async def test_a_key_before_the_first_page_leads_where_it_leads_and_not_to_the_view_asked_for(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived = asyncio.Event()
    monkeypatch.setattr(Desk, "arrive", lambda _: arrived.wait())
    app = Explorer(desk_of(pack_file, None), parse_view("checks"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0)
        assert app.page is None
        await pilot.press("2")
        arrived.set()
        while not app.settled:
            await pilot.pause(0)
        await settled(pilot)
        assert app.view_string() == "budget"
        assert "208 社会保障和就业支出" in screen(pilot)


async def test_what_is_ready_is_in_the_first_frame_and_the_rest_comes_after(pack_file: str) -> None:
    opening = Opening(pack_file)
    opening.glance()
    app = Explorer(desk_of(pack_file, opening), parse_view("overview"))
    assert len(app.first_page()) == 1
    async with app.run_test(size=(80, 60)) as pilot:
        await settled(pilot)
        started = screen(pilot)
    async with explorer(pack_file, size=(80, 60)) as pilot:
        assert screen(pilot) == started
    assert "不符" in started


async def test_garbage_is_collected_again_when_the_start_is_over(pack_file: str) -> None:
    gc.disable()
    async with explorer(pack_file):
        assert gc.isenabled()


def damaged(pack_data: bytes, table: str) -> bytes:
    """The package with a byte of a table changed."""
    package = light(pack_data, "p")
    start = package._places[table][0]
    at = pack_data.index(b"exact", start) if table == "checks" else pack_data.index(b"total", start)
    return pack_data[:at] + b"X" + pack_data[at + 1 :]


@pytest.mark.parametrize("table", ["budget_lines", "checks"])
async def test_a_damaged_package_ends_the_start(pack_data: bytes, tmp_path: Path, table: str) -> None:
    path = tmp_path / "damaged.msgpack"
    path.write_bytes(damaged(pack_data, table))
    app = Explorer(desk_of(str(path), Opening(str(path))), parse_view("overview"))
    async with app.run_test() as pilot:
        while app.failure is None:
            await pilot.pause(0)
    assert isinstance(app.failure, PackError)
    assert app.return_value == EXIT_PACK
    assert table in str(app.failure)


def test_a_package_that_is_read_thoroughly_at_once_is_read_once(pack_data: bytes, tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "packed.gz"
    path.write_bytes(gzip.compress(pack_data))
    opening = Opening(str(path))
    assert opening.glance() == glance(light(pack_data, "p"))
    assert not isinstance(opening.pack(), LightPack)


def test_the_pages_that_need_more_styles_get_them(pack_file: str) -> None:
    app = Explorer(desk_of(pack_file, None), parse_view("overview"))
    app.dress()
    app.dress()
    assert [Path(path).name for path, _ in app.stylesheet.source] == ["pages.tcss"]


async def test_a_box_over_the_first_page_is_styled(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        await press(pilot, "question_mark")
        assert pilot.app.screen.query_one("#help").styles.max_width is not None
        await press(pilot, "escape", "5")
        assert pilot.app.query_one(Input).styles.height is not None


WORDS = st.sampled_from(
    ["--view", "--theme", "--lang", "--pack", "--ascii", "zh", "en", "budget/208", "--view=overview", "--lang=en",
     "--lang=fr", "--theme=", "--view=-x", "-x", "--", "", "--crash", "--pack=a b", "a b", "=", "--ascii=1", "--as",
     "--version", "info", "-", "--view=a=b", "\u3000", "a\tb", "人", "-1", "--format", "json"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=5))
def test_options_read_in_haste_are_those_argparse_reads(arguments: list[str]) -> None:
    quick = quick_options(arguments)
    if quick is None:
        return
    assert split_command(arguments) == (None, arguments)
    parser = Parser()
    add_explorer(parser)
    options = parser.parse(arguments)
    assert options is not None
    assert vars(quick) == vars(options)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "fr"],
        ["--view"],
        ["--theme", "--ascii"],
        ["info"],
        ["--help"],
        ["--crash"],
        ["--view", "\x1b"],
        ["--as"],
    ],
)
def test_whatever_is_not_plain_is_left_to_argparse(arguments: list[str]) -> None:
    assert quick_options(arguments) is None


def test_plain_options_are_read_in_haste() -> None:
    arguments = ["--view", "budget/208", "--lang=en", "--ascii", "--pack", "a b", "--theme=nord"]
    found = quick_options(arguments)
    assert found is not None
    assert vars(found) == {
        "pack": "a b", "view": "budget/208", "theme": "nord", "ascii": True, "lang": "en", "crash": False,
    }  # fmt: skip
    assert quick_options([]) is not None


def test_an_unusable_package_is_an_error_where_it_is_asked_for(tmp_path: Path) -> None:
    opening = Opening(str(tmp_path / "none.msgpack"))
    with pytest.raises(HrssError):
        opening.glance()
    assert not opening.ready
