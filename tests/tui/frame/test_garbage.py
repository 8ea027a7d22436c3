"""What was left is given up while the program runs: nobody calls the collector for it, and no garbage is set aside for ever."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from hrss_tui.tui.page.reading import AGAIN, set_aside
from tests.tui.driving import explorer, press

OBJECTS = 1_000_000
"""Objects that are made meanwhile: a few minutes of keys and clicks."""
TURNS = 20
"""Turns of the loop in which they are made."""


class Ring:
    """Holds itself: only the collector gives it up."""

    def __init__(self) -> None:
        self.ring = self


@pytest.fixture(autouse=True)
def nothing_stays() -> Iterator[None]:
    """Here what is set aside is set aside, with what other tests have left; those look for garbage as often as they did."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


async def test_a_closed_box_is_given_up_within_minutes_of_use(pack_file: str) -> None:
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, "f1")
        box = weakref.ref(pilot.app.screen)
        gc.collect(1)  # it was open for a while
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        made: list[list[int]] = []
        for _ in range(TURNS):  # what is under way when it closes still knows the box
            await pilot.pause()
            made += ([number] for number in range(OBJECTS // TURNS))
        assert (len(made), box()) == (OBJECTS, None)


def test_garbage_is_not_set_aside_with_what_was_read() -> None:
    kept = Ring()
    left = weakref.ref(kept)
    gc.collect(0)  # it is older than what is looked through at every turn
    del kept
    with set_aside(again=False):
        assert left() is None
        read = [[number] for number in range(OBJECTS)]
    before = gc.get_freeze_count()
    assert (len(read), before > OBJECTS, gc.isenabled()) == (OBJECTS, True, True)


def test_nothing_is_looked_through_while_much_is_read() -> None:
    rounds: list[str] = []

    def told(phase: str, _info: dict[str, int]) -> None:
        rounds.append(phase)

    with set_aside(again=False):
        gc.callbacks.append(told)
        read = [[number] for number in range(OBJECTS)]
    gc.callbacks.remove(told)
    assert (len(read), rounds) == (OBJECTS, [])


def test_garbage_is_looked_for_again_where_a_reading_fails() -> None:
    with pytest.raises(KeyError), set_aside(again=False):
        raise KeyError
    assert gc.isenabled()


def test_what_was_set_aside_and_left_since_is_given_up_some_readings_later() -> None:
    kept = Ring()
    left = weakref.ref(kept)
    with set_aside(again=False):
        pass
    del kept
    numbers = range(1, AGAIN + 1)
    gone = []
    for number in numbers:
        with set_aside(again=number % AGAIN == 0):
            pass
        gone.append(left() is None)
    assert gone == [number == AGAIN for number in numbers]
