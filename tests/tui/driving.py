"""Driving the explorer without a terminal: open it on a package, press keys, read the screen as text."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from typing_extensions import override

from hrss_tui.query.views import parse_view
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.glance import Glance, glance
from hrss_tui.tui.desk.opening import Opening
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.paint.glyphs import glyphs
from hrss_tui.words import words

Driver = Pilot[int]

PATIENCE = 50
"""Rounds of messages after which what does not come to rest is looked at as it is."""
TURNS = 10_000
"""Turns of the loop in one of them."""


def desk_of(pack: str, lang: Any = "zh", ascii_only: bool = False) -> Desk:
    """What pages work with, on a package file that is read for nobody else."""
    return Desk(words(lang), lang, glyphs(ascii_only), Data, pack)


def shared_desk(pack: str, lang: Any = "zh", ascii_only: bool = False, *, ready: bool = False) -> Desk:
    """The same for who changes nothing of what a package is read as; `ready` for the first paint, as for the overview."""
    stat = Path(pack).stat()
    read = partial(opened, mtime=stat.st_mtime_ns, size=stat.st_size)
    return Desk(
        words(lang), lang, glyphs(ascii_only), read, pack, opening=Ready(read, pack) if ready else None
    )


class Ready(Opening):
    """A package that is open before there is a frame, as a small one mostly is: its overview is in the first paint."""

    def __init__(self, read: Callable[[str], Data], pack: str) -> None:
        self._read, self._path = read, pack

    @property
    @override
    def ready(self) -> bool:
        return True

    @override
    def glance(self) -> Glance:
        """What is shown of it at once."""
        return glance(self._read(self._path).pack)


@lru_cache(4)
def opened(path: str | None, mtime: int, size: int) -> Data:
    """A package as it is now, read once for all who only look at it."""
    return Data(path)


@asynccontextmanager
async def explorer(
    pack: str,
    view: str = "overview",
    *,
    size: tuple[int, int] = (80, 24),
    lang: Any = "zh",
    ascii_only: bool = False,
) -> AsyncIterator[Driver]:
    """The explorer on a package file, its first page shown."""
    first = parse_view(view)
    desk = shared_desk(pack, lang, ascii_only, ready=first.page == "overview")
    app = Explorer(desk, first)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Driver) -> None:
    """Wait until nothing is under way: messages are handled, searches are done, the screen is painted."""
    app = explorer_of(pilot)
    for _ in range(PATIENCE):
        if app.settled or app.failure is not None or not app.is_running:
            break
        await at_rest()
        await pilot.pause(0)
    for _ in range(PATIENCE):
        turns = await at_rest()
        await app.workers.wait_for_complete()
        turns += await at_rest()
        pilot.app.screen._on_timer_update()
        if turns + await at_rest() == 0:
            break


async def at_rest() -> int:
    """Let the loop turn until all that runs in it waits for something from outside; the turns in which something ran."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    for turns in range(TURNS):
        await asyncio.sleep(0)
        if not ready:
            return turns
    return TURNS


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys one after the other, as a person who looks at the screen."""
    for key in keys:
        _strike(explorer_of(pilot), key)
        await settled(pilot)


def _strike(app: Explorer, key: str) -> None:
    """What a terminal sends; the toolkit's pilot would sleep until the process does, while its paints are drawn."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    char: str | None
    try:
        char = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        char = key if len(key) == 1 else None
    assert app._driver is not None
    app._driver.send_message(Key(name, char))


async def type_text(pilot: Driver, text: str) -> None:
    """Type text, also Chinese, as an input method commits it: character by character."""
    for char in text:
        pilot.app.post_message(Key(char, char))
    await settled(pilot)


def screen(pilot: Driver) -> str:
    """What is on the screen, without trailing spaces."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def explorer_of(pilot: Driver) -> Explorer:
    """The program that is driven."""
    assert isinstance(pilot.app, Explorer)
    return pilot.app
