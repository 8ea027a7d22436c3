"""A session of any length keeps what it shows and what it may come back to, and nothing of what was left: counted."""

from __future__ import annotations

import gc
from collections import Counter

import pytest
from textual.message_pump import MessagePump

from hrss_tui.query.views import parse_view
from hrss_tui.tui.frame import navigate
from tests.tui.driving import Driver, explorer, explorer_of, press, settled

ROUNDS = 2
"""The turns after which two languages and two themes have been seen."""
PAGES = "1234567"
BOXES = ("question_mark", "p", "ctrl+p", "e", "a", "comma", "d")
OURS = ("hrss_tui", "asyncio")
OF_THE_CLOCK = "asyncio.events"
"""Where timers are from, which the loop keeps until their time has come, also those that were called off."""


async def test_what_was_left_is_kept_by_nothing(pack_file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigate, "LIMIT", 3)
    async with explorer(pack_file) as pilot:
        counts = [await _after_rounds(pilot), await _after_rounds(pilot)]
        if _grown(
            *counts
        ):  # a thread that has just ended may hold the last of what was left: it is no more next time
            counts = [counts[-1], await _after_rounds(pilot)]
    assert _grown(*counts) == {}


async def _after_rounds(pilot: Driver) -> Counter[str]:
    for _ in range(ROUNDS):
        await _round(pilot)
    return _counted()


def _grown(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    """Of which kinds there are more, by one a round."""
    return {kind: count - before[kind] for kind, count in after.items() if count - before[kind] >= ROUNDS}


async def _round(pilot: Driver) -> None:
    """Every page, box, language and theme; a search, a document, a filter, another size; then as before."""
    app = explorer_of(pilot)
    for key in PAGES:
        await pilot.press(key)
    await settled(pilot)
    await press(pilot, "2", "2")
    for box in BOXES:
        await press(pilot, box, "escape")
    await press(pilot, "7", "f", "1", "escape")
    for size in ((120, 40), (80, 24)):
        await pilot.resize_terminal(*size)
    for place in ("search/就业", f"documents/{next(iter(app.desk.data.documents))}:30", "overview"):
        await app.go(parse_view(place))
        await settled(pilot)
    await app._turn_lang()
    app.theme = "textual-dark" if app.theme == "textual-light" else "textual-light"
    await settled(pilot)


def _counted() -> Counter[str]:
    """How many there are of each kind of object of the program, and of widgets and what runs them."""
    gc.collect()
    kinds = [type(one) for one in gc.get_objects()]
    return Counter(
        f"{kind.__module__}.{kind.__qualname__}"
        for kind in kinds
        if (str(kind.__module__).startswith(OURS) and kind.__module__ != OF_THE_CLOCK)
        or issubclass(kind, MessagePump)
    )
